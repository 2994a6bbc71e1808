/* app/read/package.c — a ZIP of parts, counted before it is believed. */

#include "app/read/package.h"

#include "app/read/lock.h"
#include "app/read/reader.h"

#include <string.h>
#include <zip.h>

#define MAX_ENTRIES 4096
#define MAX_SIZE    (G_GUINT64_CONSTANT (1) << 30) /* of one part, unpacked */
#define MAX_TOTAL   (3 * (MAX_SIZE / 2))
#define MAX_LOADED  (64 << 20) /* of a part that is wanted as a whole */
#define MAX_RATIO   200        /* packed to unpacked, of parts larger than … */
#define RATIO_FROM  (1 << 20)

struct _Package {
  char   *name; /* of the file, for messages */
  GBytes *bytes;
  zip_t  *zip; /* NULL: the bytes are the one part */
};

struct _PackageEntry {
  Package    *package;
  char       *path;
  zip_file_t *file; /* NULL: the bytes themselves */
  guint64     size; /* as the directory says */
  guint64     read;
  gboolean    broken;
};

#define NOT_TRUSTED "，不像办公软件写出的文件，请核对文件来源"

/* A name out of a file, fit to stand in a line of text. */
static char *
printable (const char *name)
{
  char *text = g_utf8_make_valid (name, (gssize) MIN (strlen (name), 80));

  for (char *c = text; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      *c = ' ';
  return text;
}

static gboolean
refuse (const Package *package, const char *path, const char *why, GError **error)
{
  g_autofree char *part = printable (path);

  g_set_error (error, READER_ERROR_DOMAIN, READER_BROKEN, "%s：部件 %s %s",
               package->name, part, why);
  return FALSE;
}

void
package_set_broken (const Package *package, const char *path, GError **error)
{
  refuse (package, path, "已损坏，请重新获取这份文件，或用办公软件打开后另存再导入",
          error);
}

static gboolean
set_locked (const Package *package, GError **error)
{
  g_set_error (error, READER_ERROR_DOMAIN, READER_BROKEN, "%s：" LOCKED, package->name);
  return FALSE;
}

/* Whether a name leads out of the folder that it is meant to stand in. */
static gboolean
leads_out (const char *path)
{
  g_auto (GStrv) steps = g_strsplit_set (path, "/\\", -1);

  return *path == '/' || *path == '\\' ||
         g_strv_contains ((const char *const *) steps, "..");
}

static gboolean
check_entry (const Package *package, guint64 index, guint64 *total, GError **error)
{
  zip_stat_t stat;

  if (zip_stat_index (package->zip, index, 0, &stat) != 0 || stat.name == NULL)
    {
      package_set_broken (package, "", error);
      return FALSE;
    }
  if (leads_out (stat.name))
    return refuse (package, stat.name, "的名称越出了文件" NOT_TRUSTED, error);
  if (stat.encryption_method != ZIP_EM_NONE)
    return set_locked (package, error);
  if (stat.size > MAX_SIZE)
    return refuse (package, stat.name, "展开后超过 1 GB" NOT_TRUSTED, error);
  if (stat.size > RATIO_FROM && stat.size / MAX_RATIO > stat.comp_size)
    return refuse (package, stat.name, "的压缩率高得反常" NOT_TRUSTED, error);
  *total += stat.size;
  if (*total > MAX_TOTAL)
    return refuse (package, stat.name, "等展开后共超过 1.5 GB" NOT_TRUSTED, error);
  return TRUE;
}

static gboolean
check (const Package *package, GError **error)
{
  gint64  n = zip_get_num_entries (package->zip, 0);
  guint64 total = 0;

  if (n > MAX_ENTRIES)
    {
      g_set_error (error, READER_ERROR_DOMAIN, READER_BROKEN,
                   "%s：有 %" G_GINT64_FORMAT " 个部件（最多 %d 个）" NOT_TRUSTED,
                   package->name, n, MAX_ENTRIES);
      return FALSE;
    }
  for (gint64 i = 0; i < n; i++)
    if (!check_entry (package, (guint64) i, &total, error))
      return FALSE;
  return TRUE;
}

Package *
package_open (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (Package) package = g_new0 (Package, 1);
  gsize         size;
  const void   *data = g_bytes_get_data (bytes, &size);
  zip_error_t   cause;
  zip_source_t *source;

  package->name = g_strdup (name);
  package->bytes = g_bytes_ref (bytes);
  zip_error_init (&cause);
  source = zip_source_buffer_create (data, size, 0, &cause);
  package->zip =
      source != NULL ? zip_open_from_source (source, ZIP_RDONLY, &cause) : NULL;
  if (package->zip == NULL)
    {
      zip_source_free (source);
      g_set_error (
          error, READER_ERROR_DOMAIN, READER_BROKEN,
          "%s：文件不完整或已损坏，请重新获取这份文件，或用办公软件打开后另存再导入",
          name);
    }
  zip_error_fini (&cause);
  return package->zip != NULL && check (package, error) ? g_steal_pointer (&package)
                                                        : NULL;
}

#define ONLY_PART "content.xml"

Package *
package_of_part (GBytes *bytes, const char *name)
{
  Package *package = g_new0 (Package, 1);

  package->name = g_strdup (name);
  package->bytes = g_bytes_ref (bytes);
  return package;
}

gboolean
package_is_part (const Package *package)
{
  return package->zip == NULL;
}

void
package_free (Package *package)
{
  if (package->zip != NULL)
    zip_discard (package->zip);
  g_bytes_unref (package->bytes);
  g_free (package->name);
  g_free (package);
}

const char *
package_name (const Package *package)
{
  return package->name;
}

gboolean
package_has (const Package *package, const char *path)
{
  if (package_is_part (package))
    return g_str_equal (path, ONLY_PART);
  return zip_name_locate (package->zip, path, ZIP_FL_NOCASE) >= 0;
}

static PackageEntry *
entry_new (Package *package, const char *path, zip_file_t *file, guint64 size)
{
  PackageEntry *entry = g_new0 (PackageEntry, 1);

  entry->package = package;
  entry->path = g_strdup (path);
  entry->file = file;
  entry->size = size;
  return entry;
}

PackageEntry *
package_entry_open (Package *package, const char *path, GError **error)
{
  zip_int64_t index;
  zip_stat_t  stat;
  zip_file_t *file;

  if (package_is_part (package))
    return entry_new (package, path, NULL, g_bytes_get_size (package->bytes));
  index = zip_name_locate (package->zip, path, ZIP_FL_NOCASE);
  if (index < 0)
    {
      refuse (package, path, "不在文件里，请用办公软件打开后另存再导入", error);
      return NULL;
    }
  file = zip_fopen_index (package->zip, (guint64) index, 0);
  if (file == NULL || zip_stat_index (package->zip, (guint64) index, 0, &stat) != 0)
    {
      package_set_broken (package, path, error);
      return NULL;
    }
  return entry_new (package, path, file, stat.size);
}

/* The next bytes of a file that is one part itself. */
static gssize
read_bytes (PackageEntry *entry, void *buffer, gsize size)
{
  const char *data = g_bytes_get_data (entry->package->bytes, NULL);
  gsize       n = MIN (size, entry->size - entry->read);

  memcpy (buffer, data + entry->read, n);
  return (gssize) n;
}

gssize
package_entry_read (PackageEntry *entry, void *buffer, gsize size)
{
  gssize n = -1;

  if (!entry->broken)
    n = entry->file != NULL ? zip_fread (entry->file, buffer, size)
                            : read_bytes (entry, buffer, size);
  if (n > 0)
    entry->read += (guint64) n;
  if (n < 0 || entry->read > entry->size || (n == 0 && entry->read < entry->size))
    {
      entry->broken = TRUE;
      return -1;
    }
  return n;
}

gboolean
package_entry_finish (PackageEntry *entry, GError **error)
{
  char rest[4096];

  while (package_entry_read (entry, rest, sizeof rest) > 0)
    continue;
  if (entry->broken)
    package_set_broken (entry->package, entry->path, error);
  return !entry->broken;
}

void
package_entry_free (PackageEntry *entry)
{
  if (entry->file != NULL)
    zip_fclose (entry->file);
  g_free (entry->path);
  g_free (entry);
}

GBytes *
package_load (Package *package, const char *path, GError **error)
{
  PackageEntry *entry = package_entry_open (package, path, error);
  GByteArray   *bytes;
  guint8        room[8192];
  gboolean      is_whole;

  if (entry == NULL)
    return NULL;
  if (entry->size > MAX_LOADED)
    {
      package_entry_free (entry);
      refuse (package, path, "展开后超过 64 MB" NOT_TRUSTED, error);
      return NULL;
    }
  bytes = g_byte_array_new ();
  for (gssize n; (n = package_entry_read (entry, room, sizeof room)) > 0;)
    g_byte_array_append (bytes, room, (guint) n);
  is_whole = package_entry_finish (entry, error);
  package_entry_free (entry);
  if (is_whole)
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  return NULL;
}
