/* app/export/pdf-attach.c — a file attached to a PDF that cairo wrote. */

#include "app/export/pdf-attach.h"

#include "app/export/enclosure.h"

#include <gio/gio.h>
#include <stdio.h>
#include <string.h>

typedef struct {
  const char *old; /* the file as it is; NUL behind its end */
  gsize       size;
  guint       next;          /* number of the first new object */
  guint       root;          /* of the catalogue */
  GString    *update;        /* what comes behind it */
  GArray     *objects;       /* Object: new or changed */
  gsize       place, length; /* of the attachment in the whole file */
} Update;

typedef struct {
  guint number;
  gsize offset;
} Object;

static GBytes *
deflate (const char *text)
{
  g_autoptr (GZlibCompressor) zlib =
      g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9);
  g_autoptr (GInputStream) plain =
      g_memory_input_stream_new_from_data (text, strlen (text), NULL);
  g_autoptr (GInputStream) packed =
      g_converter_input_stream_new (plain, G_CONVERTER (zlib));
  g_autoptr (GOutputStream) bytes = g_memory_output_stream_new_resizable ();

  g_output_stream_splice (bytes, packed, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL,
                          NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (bytes));
}

static void
begin_object (Update *update, guint number)
{
  Object object = { number, update->size + update->update->len };

  g_array_append_val (update->objects, object);
  g_string_append_printf (update->update, "%u 0 obj\n", number);
}

/* The last place of what in the file, or NULL. */
static const char *
find_last (const Update *update, const char *what)
{
  gsize length = strlen (what);

  for (gsize at = update->size < length ? 0 : update->size - length + 1; at-- > 0;)
    if (memcmp (update->old + at, what, length) == 0)
      return update->old + at;
  return NULL;
}

/* The words of an old object between << and >>; *length is theirs. */
static const char *
find_object (const Update *update, guint number, gsize *length)
{
  g_autofree char *begin = g_strdup_printf ("\n%u 0 obj\n<<", number);
  const char      *found = find_last (update, begin);

  if (found == NULL)
    return NULL;
  found += strlen (begin);
  *length = strcspn (found, ">");
  return strncmp (found + *length, ">>", 2) == 0 ? found : NULL;
}

/* Writes an old object again, with more in it. */
static gboolean
extend_object (Update *update, guint number, const char *more)
{
  gsize       length;
  const char *words = find_object (update, number, &length);

  if (words == NULL)
    return FALSE;
  begin_object (update, number);
  g_string_append (update->update, "<<");
  g_string_append_len (update->update, words, length);
  g_string_append_printf (update->update, "%s>>\nendobj\n", more);
  return TRUE;
}

static gboolean
read_trailer (Update *update, guint *info, gsize *xref)
{
  const char *trailer = find_last (update, "trailer\n");

  return trailer != NULL &&
         sscanf (trailer,
                 "trailer << /Size %u /Root %u 0 R /Info %u 0 R >> startxref %zu",
                 &update->next, &update->root, info, xref) == 4;
}

static void
add_file (Update *update, const char *name, const char *text)
{
  g_autoptr (GBytes) packed = deflate (text);

  update->length = g_bytes_get_size (packed);
  begin_object (update, update->next);
  g_string_append_printf (update->update,
                          "<< /Type /EmbeddedFile /Subtype /application#2Fjson"
                          " /Filter /FlateDecode /Length %zu /Params << /Size %zu >> >>"
                          "\nstream\n",
                          update->length, strlen (text));
  update->place = update->size + update->update->len;
  g_string_append_len (update->update, g_bytes_get_data (packed, NULL), update->length);
  g_string_append (update->update, "\nendstream\nendobj\n");
  begin_object (update, update->next + 1);
  g_string_append_printf (update->update,
                          "<< /Type /Filespec /F (%s) /UF (%s) /EF << /F %u 0 R >>"
                          " /AFRelationship /Data >>\nendobj\n",
                          name, name, update->next);
}

/* The catalogue names what is attached, in one tree with the places. */
static gboolean
add_names (Update *update, const char *name)
{
  gsize       length;
  const char *catalogue = find_object (update, update->root, &length);
  const char *names =
      catalogue != NULL ? g_strstr_len (catalogue, length, "/Names ") : NULL;
  g_autofree char *files =
      g_strdup_printf ("/EmbeddedFiles << /Names [(%s) %u 0 R] >> ", name,
                       update->next + 1);
  g_autofree char *own = g_strdup_printf ("/Names << %s>> ", files);

  if (catalogue == NULL)
    return FALSE;
  if (names == NULL)
    return extend_object (update, update->root, own);
  return extend_object (update, strtoul (names + strlen ("/Names "), NULL, 10), files);
}

static void
add_trailer (Update *update, guint info, gsize old_xref)
{
  gsize xref = update->size + update->update->len;

  g_string_append (update->update, "xref\n");
  for (guint i = 0; i < update->objects->len; i++)
    {
      const Object *object = &g_array_index (update->objects, Object, i);

      g_string_append_printf (update->update, "%u 1\n%010zu 00000 n \n", object->number,
                              object->offset);
    }
  g_string_append_printf (update->update,
                          "trailer\n<< /Size %u /Root %u 0 R /Info %u 0 R /Prev %zu\n"
                          "   " ENCLOSURE_TRAILER
                          " [%zu %zu %zu] >>\nstartxref\n%zu\n%%%%EOF\n",
                          update->next + 2, update->root, info, old_xref, update->size,
                          update->place, update->length, xref);
}

static gboolean
append (const char *path, const GString *update)
{
  FILE    *file = fopen (path, "ab");
  gboolean ok =
      file != NULL && fwrite (update->str, 1, update->len, file) == update->len;

  return file != NULL && fclose (file) == 0 && ok;
}

gboolean
pdf_attach (const char *path, const char *name, const char *text, gboolean *attached)
{
  g_autofree char *old = NULL;
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GArray) objects = g_array_new (FALSE, FALSE, sizeof (Object));
  Update update = { .update = words, .objects = objects };
  guint  info;
  gsize  xref;

  if (!g_file_get_contents (path, &old, &update.size, NULL))
    return FALSE;
  update.old = old;
  *attached = FALSE;
  if (!read_trailer (&update, &info, &xref))
    return TRUE;
  add_file (&update, name, text);
  if (!add_names (&update, name))
    return TRUE;
  *attached = TRUE;
  add_trailer (&update, info, xref);
  return append (path, words);
}
