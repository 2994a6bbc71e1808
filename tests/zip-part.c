/* tests/zip-part.c — the parts of an office file that was written, looked at and
 * changed. */

#include "tests/zip-part.h"

#include <check.h>
#include <zip.h>

GBytes *
zip_part_get (const char *path, const char *name)
{
  zip_t      *zip = zip_open (path, ZIP_RDONLY, NULL);
  zip_file_t *file;
  zip_stat_t  stat;
  char       *bytes;

  ck_assert_ptr_nonnull (zip);
  ck_assert_int_eq (zip_stat (zip, name, 0, &stat), 0);
  file = zip_fopen (zip, name, 0);
  ck_assert_ptr_nonnull (file);
  bytes = g_malloc (stat.size + 1);
  ck_assert_int_eq (zip_fread (file, bytes, stat.size), stat.size);
  zip_fclose (file);
  zip_discard (zip);
  return g_bytes_new_take (bytes, stat.size);
}

void
zip_part_set (const char *path, const char *name, GBytes *part)
{
  zip_t        *zip = zip_open (path, 0, NULL);
  zip_source_t *source = zip_source_buffer (zip, g_bytes_get_data (part, NULL),
                                            g_bytes_get_size (part), 0);

  ck_assert_int_ge (zip_file_add (zip, name, source, ZIP_FL_OVERWRITE), 0);
  ck_assert_int_eq (zip_close (zip), 0);
}
