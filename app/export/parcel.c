/* app/export/parcel.c — an office file as the ZIP of parts that it is, written.
 *
 * Packing takes longer than making the parts: it is done beside that, by as many
 * threads as there are processors.
 */

#include "app/export/parcel.h"

#include <libdeflate.h>
#include <string.h>
#include <zip.h>

/* The day of an export is no part of the records: 1980-01-01, the first that ZIP knows.
 */
#define DATE ((1 << 5) | 1)

#define LEVEL 5 /* of packing: 6 takes a third longer for a fiftieth of the size */

typedef struct {
  char   *name;
  GBytes *bytes;
  guchar *packed;
  gsize   size, given; /* of packed; of it, what libzip took */
  guint32 sum;
} Part;

struct _Parcel {
  char        *path;
  gboolean     adds; /* to what is there */
  GPtrArray   *parts;
  GThreadPool *packers;
};

static void
free_part (gpointer data)
{
  Part *part = data;

  g_free (part->name);
  g_bytes_unref (part->bytes);
  g_free (part->packed);
  g_free (part);
}

/* A part whose packing fails keeps none of it. */
static void
pack (gpointer data, gpointer unused)
{
  Part       *part = data;
  gsize       size;
  const void *bytes = g_bytes_get_data (part->bytes, &size);
  gsize       most = libdeflate_deflate_compress_bound (NULL, size);

  struct libdeflate_compressor *packer = libdeflate_alloc_compressor (LEVEL);

  if (packer == NULL)
    return;
  part->packed = g_malloc (most);
  part->sum = libdeflate_crc32 (0, bytes, size);
  part->size = libdeflate_deflate_compress (packer, bytes, size, part->packed, most);
  libdeflate_free_compressor (packer);
}

static Parcel *
new_as (const char *path, gboolean adds)
{
  Parcel *self = g_new0 (Parcel, 1);

  self->path = g_strdup (path);
  self->adds = adds;
  self->parts = g_ptr_array_new_with_free_func (free_part);
  self->packers = g_thread_pool_new (pack, NULL, g_get_num_processors (), FALSE, NULL);
  return self;
}

Parcel *
parcel_new (const char *path)
{
  return new_as (path, FALSE);
}

Parcel *
parcel_onto (const char *path)
{
  return new_as (path, TRUE);
}

void
parcel_add (Parcel *self, const char *name, GBytes *part)
{
  Part *added = g_new0 (Part, 1);

  added->name = g_strdup (name);
  added->bytes = part;
  g_ptr_array_add (self->parts, added);
  g_thread_pool_push (self->packers, added, NULL);
}

/* libzip asks for a part that is packed already. */
static zip_int64_t
give (void *data, void *to, zip_uint64_t length, zip_source_cmd_t command)
{
  Part       *part = data;
  gsize       n = MIN (length, part->size - part->given);
  zip_stat_t *stat = to;

  switch (command)
    {
    case ZIP_SOURCE_SUPPORTS:
      return zip_source_make_command_bitmap (ZIP_SOURCE_OPEN, ZIP_SOURCE_READ,
                                             ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                                             ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
    case ZIP_SOURCE_OPEN:
      part->given = 0;
      return 0;
    case ZIP_SOURCE_READ:
      memcpy (to, part->packed + part->given, n);
      part->given += n;
      return n;
    case ZIP_SOURCE_STAT:
      zip_stat_init (stat);
      stat->valid =
          ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_CRC;
      stat->size = g_bytes_get_size (part->bytes);
      stat->comp_size = part->size;
      stat->comp_method = ZIP_CM_DEFLATE;
      stat->crc = part->sum;
      return sizeof *stat;
    case ZIP_SOURCE_ERROR: /* there is none */
      memset (to, 0, length);
      return length;
    default:
      return 0;
    }
}

static gboolean
put (zip_t *zip, Part *part)
{
  zip_source_t *source = part->size > 0 ? zip_source_function (zip, give, part) : NULL;
  zip_int64_t   index =
      source != NULL
            ? zip_file_add (zip, part->name, source, ZIP_FL_OVERWRITE | ZIP_FL_ENC_UTF_8)
            : -1;

  if (index < 0 && source != NULL)
    zip_source_free (source);
  return index >= 0 && zip_file_set_dostime (zip, index, 0, DATE, 0) == 0;
}

GBytes *
parcel_get (Parcel *self, const char *name)
{
  zip_t           *zip = zip_open (self->path, ZIP_RDONLY, NULL);
  g_autofree char *bytes = NULL;
  zip_file_t      *file;
  zip_stat_t       stat;
  gboolean         whole = FALSE;

  if (zip == NULL)
    return NULL;
  file = zip_fopen (zip, name, 0);
  if (file != NULL && zip_stat (zip, name, 0, &stat) == 0)
    {
      bytes = g_malloc (stat.size + 1);
      whole = zip_fread (file, bytes, stat.size) == (zip_int64_t) stat.size;
    }
  if (file != NULL)
    zip_fclose (file);
  zip_discard (zip);
  return whole ? g_bytes_new_take (g_steal_pointer (&bytes), stat.size) : NULL;
}

gboolean
parcel_close (Parcel *self)
{
  zip_t *zip = zip_open (self->path, self->adds ? 0 : ZIP_CREATE | ZIP_TRUNCATE, NULL);
  gboolean ok = zip != NULL;

  g_thread_pool_free (self->packers, FALSE, TRUE);
  for (guint i = 0; ok && i < self->parts->len; i++)
    ok = put (zip, self->parts->pdata[i]);
  ok = ok && zip_close (zip) == 0;
  if (!ok && zip != NULL)
    zip_discard (zip);
  g_ptr_array_unref (self->parts);
  g_free (self->path);
  g_free (self);
  return ok;
}
