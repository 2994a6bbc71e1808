/* app/export/pdf-attach.h — a file attached to a PDF that cairo wrote.
 *
 * cairo 1.16 attaches nothing.  The attachment comes behind the file as PDF's own way
 * of changing one, an update: what was there stays as it is, byte by byte, so that a
 * hash over it says whether anybody touched it.
 */

#pragma once

#include <glib.h>

/* Appends the update.  The trailer says where what stands:
 *   /JixiaoRecords [end of the file before   place of the attachment   its length]
 * *attached FALSE: the file is not as cairo 1.16 writes it, and is left as it was.
 * FALSE: it could not be read or written.  */
gboolean pdf_attach (const char *path, const char *name, const char *text,
                     gboolean *attached);
