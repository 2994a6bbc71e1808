/* app/read/lock.c — office documents that a password protects. */

#define _GNU_SOURCE /* memmem */

#include "app/read/lock.h"

#include <string.h>

#define OLD_OFFICE "\xD0\xCF\x11\xE0"
#define SECTOR     512 /* streams begin at multiples of it */
#define MANIFEST   "META-INF/manifest.xml"

/* Office puts a new document with a password as a stream of this name, UTF-16, into a
 * file that looks like one of an old version.  */
static gboolean
has_package (const guint8 *data, gsize size)
{
  static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

  return memmem (data, size, name, sizeof name) != NULL;
}

/* A stream of Word since 97 begins with the mark and a version; bit 8 of its flags is
 * the password.  */
static gboolean
is_locked_text (const guint8 *stream)
{
  static const guint8 mark[] = { 0xEC, 0xA5 };
  guint               version = stream[2] | (guint) stream[3] << 8;

  return memcmp (stream, mark, sizeof mark) == 0 && version >= 0xC0 &&
         version < 0x200 && (stream[11] & 1) != 0;
}

/* A stream of Excel 97 begins with a record of 16 bytes; that of the password follows.
 */
static gboolean
is_locked_workbook (const guint8 *stream)
{
  static const guint8 mark[] = { 0x09, 0x08, 0x10, 0x00, 0x00, 0x06 },
                      lock[] = { 0x2F, 0x00 };

  return memcmp (stream, mark, sizeof mark) == 0 &&
         memcmp (stream + 20, lock, sizeof lock) == 0;
}

gboolean
lock_is_on (GBytes *bytes)
{
  gsize         size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (size < SECTOR || memcmp (data, OLD_OFFICE, strlen (OLD_OFFICE)) != 0)
    return FALSE;
  for (gsize at = SECTOR; at + SECTOR <= size; at += SECTOR)
    if (is_locked_text (data + at) || is_locked_workbook (data + at))
      return TRUE;
  return has_package (data, size);
}

gboolean
lock_is_on_package (Package *package)
{
  static const char word[] = "encryption-data";
  g_autoptr (GBytes) manifest =
      package_has (package, MANIFEST) ? package_load (package, MANIFEST, NULL) : NULL;
  gsize       size = 0;
  const void *data = manifest != NULL ? g_bytes_get_data (manifest, &size) : NULL;

  return size > 0 && memmem (data, size, word, strlen (word)) != NULL;
}
