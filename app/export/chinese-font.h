/* app/export/chinese-font.h — is there a font that pages can be set in? */

#pragma once

#include <glib.h>

/* FALSE with an error when no font that is installed has 汉字: pages would be blank. */
gboolean chinese_font_check (GError **error);
