/* app/read/office.h — the kinds of packages that we read, one reader each. */

#pragma once

#include "app/read/package.h"

/* Block * in document order; path is the main part. */
GPtrArray *docx_read (Package *package, const char *path, GError **error);
GPtrArray *xlsx_read (Package *package, const char *path, GError **error);
GPtrArray *odt_read (Package *package, const char *path, GError **error);
GPtrArray *ods_read (Package *package, const char *path, GError **error);
