/* app/export/parcel.c — an office file as the ZIP of parts that it is, written. */

#include "app/export/parcel.h"

#include <zip.h>

/* The day of an export is no part of the records: 1980-01-01, the first that ZIP knows.
 */
#define DATE ((1 << 5) | 1)

/* Of packing.  Records say the same words over and over: the highest level, which
 * libzip takes if it is not told, needs nearly twice the time for a fortieth of the
 * size.  */
#define LEVEL 6

struct _Parcel {
  zip_t     *zip; /* NULL: something failed */
  GPtrArray *parts;
};

Parcel *
parcel_new (const char *path)
{
  Parcel *self = g_new0 (Parcel, 1);
  int     error;

  self->zip = zip_open (path, ZIP_CREATE | ZIP_TRUNCATE, &error);
  self->parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  return self;
}

static void
fail (Parcel *self)
{
  if (self->zip != NULL)
    zip_discard (self->zip);
  self->zip = NULL;
}

void
parcel_add (Parcel *self, const char *name, GBytes *part)
{
  gsize         size;
  gconstpointer bytes = g_bytes_get_data (part, &size);
  zip_source_t *source;
  zip_int64_t   index;

  g_ptr_array_add (self->parts, part); /* read when it is closed */
  if (self->zip == NULL)
    return;
  source = zip_source_buffer (self->zip, bytes, size, 0);
  index =
      source != NULL ? zip_file_add (self->zip, name, source, ZIP_FL_ENC_UTF_8) : -1;
  if (index < 0 || zip_file_set_dostime (self->zip, index, 0, DATE, 0) != 0 ||
      zip_set_file_compression (self->zip, index, ZIP_CM_DEFLATE, LEVEL) != 0)
    {
      if (index < 0 && source != NULL)
        zip_source_free (source);
      fail (self);
    }
}

gboolean
parcel_close (Parcel *self)
{
  gboolean ok = self->zip != NULL && zip_close (self->zip) == 0;

  if (!ok)
    fail (self);
  g_ptr_array_unref (self->parts);
  g_free (self);
  return ok;
}
