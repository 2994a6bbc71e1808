/* app/import/enclosed.c — the records that ride inside a file. */

#define _GNU_SOURCE /* memmem */

#include "app/import/enclosed.h"

#include "app/export/enclosure.h"
#include "app/read/block.h"
#include "app/read/package.h"
#include "app/read/reader.h"

#include <libxml/HTMLparser.h>
#include <libxml/xmlreader.h>
#include <stdio.h>
#include <string.h>

/* Of records: more than any file of ours holds. */
#define SIZE_LIMIT (64 * 1024 * 1024)

/* Where the trailer of a PDF stands, in bytes from its end. */
#define TAIL 400

static const char *
find (GBytes *bytes, const char *what)
{
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);

  return memmem (data, size, what, strlen (what));
}

/* The enclosure of an office file: the text of its custom part. */
static char *
read_part (Package *package)
{
  g_autoptr (GByteArray) xml = g_byte_array_new ();
  PackageEntry *entry = package_entry_open (package, ENCLOSURE_PART, NULL);
  char          buffer[65536];
  char         *text = NULL;
  gssize        read;
  xmlDoc       *doc;
  xmlNode      *root;

  if (entry == NULL)
    return NULL;
  while ((read = package_entry_read (entry, buffer, sizeof buffer)) > 0 &&
         xml->len < SIZE_LIMIT)
    g_byte_array_append (xml, (const guint8 *) buffer, read);
  package_entry_free (entry);
  doc = read == 0 ? xmlReadMemory ((const char *) xml->data, xml->len, NULL, NULL,
                                   XML_PARSE_NONET | XML_PARSE_HUGE |
                                       XML_PARSE_NOERROR | XML_PARSE_NOWARNING)
                  : NULL;
  root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  if (root != NULL && root->ns != NULL &&
      strcmp ((const char *) root->ns->href, ENCLOSURE_NAMESPACE) == 0)
    {
      xmlChar *content = xmlNodeGetContent (root);

      text = g_strdup ((const char *) content);
      xmlFree (content);
    }
  if (doc != NULL)
    xmlFreeDoc (doc);
  return text;
}

static char *
find_in_package (GBytes *bytes, const char *name)
{
  g_autoptr (Package) package = package_open (bytes, name, NULL);

  return package != NULL && package_has (package, ENCLOSURE_PART) ? read_part (package)
                                                                  : NULL;
}

static char *
inflate (const char *data, gsize length)
{
  g_autoptr (GZlibDecompressor) zlib =
      g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (GInputStream) packed =
      g_memory_input_stream_new_from_data (data, length, NULL);
  g_autoptr (GInputStream) plain =
      g_converter_input_stream_new (packed, G_CONVERTER (zlib));
  g_autoptr (GString) text = g_string_new (NULL);
  char   buffer[65536];
  gssize read;

  while ((read = g_input_stream_read (plain, buffer, sizeof buffer, NULL, NULL)) > 0 &&
         text->len < SIZE_LIMIT)
    g_string_append_len (text, buffer, read);
  return read == 0 ? g_strdup (text->str) : NULL;
}

static char *
find_in_page (GBytes *bytes)
{
  gsize            size;
  const char      *data = g_bytes_get_data (bytes, &size);
  const char      *meta = find (bytes, ENCLOSURE_META);
  g_autofree char *packed = NULL;
  const char      *begin, *end;

  if (meta == NULL)
    return NULL;
  begin = meta + strlen (ENCLOSURE_META);
  end = memchr (begin, '"', size - (begin - data));
  if (end == NULL)
    return NULL;
  packed = g_strndup (begin, end - begin);
  g_base64_decode_inplace (packed, &size);
  return inflate (packed, size);
}

char *
enclosed_sum (GBytes *bytes, const char *name)
{
  g_autoptr (GPtrArray) blocks = reader_read (bytes, name, NULL);
  g_autoptr (GChecksum) seen = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; blocks != NULL && i < blocks->len; i++)
    {
      const Block *block = blocks->pdata[i];

      if (block->kind == BLOCK_PARAGRAPH)
        enclosure_see (seen, block->text);
      for (guint k = 0; block->kind == BLOCK_TABLE && k < block->cells->len; k++)
        enclosure_see (seen, ((const BlockCell *) block->cells->pdata[k])->text);
    }
  return g_strdup (g_checksum_get_string (seen));
}

/* Takes enclosure. */
static Enclosed
open_enclosure (char *enclosure, const char *sum, char **json)
{
  g_autofree char *hash = NULL;
  g_autofree char *text = enclosure;
  const char      *records = text != NULL ? enclosure_open (text, &hash) : NULL;

  if (records == NULL || !g_str_equal (hash, sum))
    return ENCLOSED_CHANGED;
  *json = g_strdup (records);
  return ENCLOSED_INTACT;
}

static Enclosed
find_in_pdf (GBytes *bytes, char **json)
{
  gsize            size, base, place, length;
  const char      *data = g_bytes_get_data (bytes, &size);
  gsize            tail = MIN (size, TAIL);
  const char      *mark = memmem (data + size - tail, tail, ENCLOSURE_TRAILER " [",
                                  strlen (ENCLOSURE_TRAILER " ["));
  g_autofree char *words = NULL;
  g_autofree char *sum = NULL;

  if (mark == NULL)
    return find (bytes, ENCLOSURE_FILE) != NULL ? ENCLOSED_CHANGED : ENCLOSED_NONE;
  words = g_strndup (mark, data + size - mark);
  if (sscanf (words + strlen (ENCLOSURE_TRAILER), " [%zu %zu %zu]", &base, &place,
              &length) != 3 ||
      base > size || place < base || place > size || length > size - place)
    return ENCLOSED_CHANGED;
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) data, base);
  return open_enclosure (inflate (data + place, length), sum, json);
}

/* The enclosure of an office file or of a page. */
static char *
find_enclosure (GBytes *bytes, const char *name)
{
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size > 2 && memcmp (data, "PK", 2) == 0 ? find_in_package (bytes, name)
                                                 : find_in_page (bytes);
}

char *
enclosed_origin (GBytes *bytes, const char *name, char **hash)
{
  g_autofree char *enclosure = find_enclosure (bytes, name);

  return enclosure != NULL ? g_strdup (enclosure_open (enclosure, hash)) : NULL;
}

Enclosed
enclosed_find (GBytes *bytes, const char *name, char **json)
{
  g_autofree char *sum = NULL;
  gsize            size;
  const char      *data = g_bytes_get_data (bytes, &size);
  char            *enclosure;

  if (size > 4 && memcmp (data, "%PDF", 4) == 0)
    return find_in_pdf (bytes, json);
  enclosure = find_enclosure (bytes, name);
  if (enclosure == NULL)
    return ENCLOSED_NONE;
  sum = enclosed_sum (bytes, name);
  return open_enclosure (enclosure, sum, json);
}
