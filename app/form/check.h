/* app/form/check.h — whether a layout can be printed. */

#pragma once

#include "app/form/file.h"

/* forms: FormSource * of the file, those before it.  FALSE with the line at fault. */
gboolean form_check (Db *db, const FormSource *source, const GPtrArray *forms,
                     GError **error);
