/* app/read/legacy.h — documents of old versions (.doc, .xls, .rtf, and .wps and .et of
 * WPS), which LibreOffice turns into new ones where it is installed.
 */

#pragma once

#include <glib.h>

/* The document as .docx or .xlsx, within so many seconds.  LibreOffice runs with a
 * profile of its own, without the network, and leaves nothing behind.  The error is one
 * Chinese line. */
GBytes *legacy_convert (GBytes *bytes, const char *name, guint seconds, GError **error);
