/* app/export/pdf-file.c — the objects of a PDF file under way, and the tables at its
 * end.
 */

#include "app/export/pdf-file.h"

#include <libdeflate.h>
#include <string.h>

/* Objects that are packed together. */
#define MOST_PACKED 500

#define LEVEL 5 /* of packing: 6 takes a third longer for a hundredth of the size */

#define ENTRY 7 /* bytes of an object in the table: kind, place, place in there */

typedef enum { FREE, PLACED, PACKED } Kind;

typedef struct {
  Kind     kind;
  guint32  place; /* in the file; PACKED: number of the object stream … */
  guint16  index; /* … and its place in there */
  gboolean fresh; /* since the file was last ended */
} Object;

struct _PdfFile {
  GString *bytes;
  GArray  *objects; /* Object, by their numbers */
  GString *packed;  /* words of objects for the next object stream */
  GString *places;  /* their numbers and places */
  guint    pack;    /* number of it … */
  guint    in_pack; /* … and of the objects in it */
  gsize    table;   /* where the last one begins; 0: none yet */
  gsize    ended;   /* where the file last ended */
  char    *id;      /* it keeps the one of its first end */

  struct libdeflate_compressor *packer;
};

PdfFile *
pdf_file_new (void)
{
  PdfFile *self = g_new0 (PdfFile, 1);

  self->bytes = g_string_new ("%PDF-1.7\n%\xE7\xBB\xA9\xE6\n");
  self->objects = g_array_new (FALSE, TRUE, sizeof (Object));
  g_array_set_size (self->objects, 1);
  self->packed = g_string_new (NULL);
  self->places = g_string_new (NULL);
  self->packer = libdeflate_alloc_compressor (LEVEL);
  return self;
}

void
pdf_file_free (PdfFile *self)
{
  if (self == NULL)
    return;
  g_string_free (self->bytes, TRUE);
  g_array_unref (self->objects);
  g_string_free (self->packed, TRUE);
  g_string_free (self->places, TRUE);
  libdeflate_free_compressor (self->packer);
  g_free (self->id);
  g_free (self);
}

guint
pdf_file_numbers (PdfFile *self, guint count)
{
  guint first = self->objects->len;

  g_array_set_size (self->objects, first + count);
  return first;
}

const GString *
pdf_file_bytes (const PdfFile *self)
{
  return self->bytes;
}

/* Appends data, deflated. */
static void
deflate (PdfFile *self, const char *data, gsize length)
{
  gsize end = self->bytes->len;
  gsize room = libdeflate_zlib_compress_bound (self->packer, length);

  g_string_set_size (self->bytes, end + room);
  g_string_truncate (self->bytes,
                     end + libdeflate_zlib_compress (self->packer, data, length,
                                                     self->bytes->str + end, room));
}

static void
place (PdfFile *self, guint number)
{
  g_array_index (self->objects, Object, number) =
      (Object){ PLACED, self->bytes->len, 0, TRUE };
}

gsize
pdf_file_add_stream (PdfFile *self, guint number, const char *entries,
                     PdfPacking packing, const char *data, gsize length)
{
  gsize begin, end;
  char  size[11];

  place (self, number);
  g_string_append_printf (self->bytes, "%u 0 obj\n<<%s%s/Length ", number, entries,
                          packing == PDF_PACKED ? "/Filter/FlateDecode" : "");
  end = self->bytes->len;
  g_string_append (self->bytes, "          >>stream\n");
  begin = self->bytes->len;
  if (packing == PDF_PACKED)
    deflate (self, data, length);
  else
    g_string_append_len (self->bytes, data, length);
  g_snprintf (size, sizeof size, "%zu", self->bytes->len - begin);
  memcpy (self->bytes->str + end, size, strlen (size));
  g_string_append (self->bytes, "\nendstream\nendobj\n");
  return begin;
}

static void
end_pack (PdfFile *self)
{
  g_autofree char *entries =
      g_strdup_printf ("/Type/ObjStm/N %u/First %zu", self->in_pack, self->places->len);

  if (self->in_pack == 0)
    return;
  g_string_append_len (self->places, self->packed->str, self->packed->len);
  pdf_file_add_stream (self, self->pack, entries, PDF_PACKED, self->places->str,
                       self->places->len);
  g_string_truncate (self->packed, 0);
  g_string_truncate (self->places, 0);
  self->in_pack = 0;
}

void
pdf_file_add (PdfFile *self, guint number, const char *words)
{
  if (self->in_pack == 0)
    self->pack = pdf_file_numbers (self, 1);
  g_array_index (self->objects, Object, number) =
      (Object){ PACKED, self->pack, self->in_pack, TRUE };
  pdf_put_count (self->places, number);
  g_string_append_c (self->places, ' ');
  pdf_put_count (self->places, self->packed->len);
  g_string_append_c (self->places, ' ');
  g_string_append (self->packed, words);
  g_string_append_c (self->packed, '\n');
  if (++self->in_pack == MOST_PACKED)
    end_pack (self);
}

/* An entry as its bytes' differences from the one before: those are mostly the same. */
static void
put_entry (GString *table, const Object *object, guint8 before[ENTRY])
{
  const guint8 entry[ENTRY] = { object->kind,        object->place >> 24,
                                object->place >> 16, object->place >> 8,
                                object->place,       object->index >> 8,
                                object->index };

  g_string_append_c (table, 2); /* of PNG: up */
  for (guint i = 0; i < ENTRY; i++)
    g_string_append_c (table, (guint8) (entry[i] - before[i]));
  memcpy (before, entry, ENTRY);
}

/* The entries of the objects that are fresh, index their numbers in runs. */
static void
put_table (PdfFile *self, GString *table, GString *index)
{
  guint8 before[ENTRY] = { 0 };

  for (guint i = 0; i < self->objects->len;)
    {
      guint first = i;

      for (; i < self->objects->len; i++)
        {
          Object *object = &g_array_index (self->objects, Object, i);

          if (!object->fresh)
            break;
          object->fresh = FALSE;
          put_entry (table, object, before);
        }
      if (i > first)
        g_string_append_printf (index, " %u %u", first, i - first);
      else
        i++;
    }
}

void
pdf_file_end (PdfFile *self, guint root, guint info, const char *more)
{
  g_autoptr (GString) table = g_string_new (NULL);
  g_autoptr (GString) index = g_string_new (NULL);
  g_autoptr (GString) entries = g_string_new (NULL);
  g_autofree char *id = NULL;
  guint            number;
  gsize            begin;

  end_pack (self);
  id = g_compute_checksum_for_data (G_CHECKSUM_MD5,
                                    (const guchar *) self->bytes->str + self->ended,
                                    self->bytes->len - self->ended);
  if (self->id == NULL)
    self->id = g_strdup (id);
  number = pdf_file_numbers (self, 1);
  begin = self->bytes->len;
  place (self, number);
  g_array_index (self->objects, Object, 0) =
      (Object){ FREE, 0, 65535, self->table == 0 };
  put_table (self, table, index);
  g_string_append_printf (
      entries,
      "/Type/XRef/Size %u/W[1 4 2]/Index[%s]/DecodeParms"
      "<</Columns %d/Predictor 12>>/Root %u 0 R/Info %u 0 R/ID[<%s><%s>]",
      number + 1, index->str + 1, ENTRY, root, info, self->id, id);
  if (self->table != 0)
    g_string_append_printf (entries, "/Prev %zu", self->table);
  if (more != NULL)
    g_string_append (entries, more);
  pdf_file_add_stream (self, number, entries->str, PDF_PACKED, table->str, table->len);
  g_string_append_printf (self->bytes, "startxref\n%zu\n%%%%EOF\n", begin);
  self->table = begin;
  self->ended = self->bytes->len;
}

void
pdf_put_hundredths (GString *words, gint64 number)
{
  char    digits[24];
  char   *at = digits + sizeof digits;
  guint64 left = ABS (number);

  for (guint i = 0; left > 0 || i < 3; i++)
    {
      if (i == 2 && at < digits + sizeof digits)
        *--at = '.';
      if (i >= 2 || left % 10 > 0 || at < digits + sizeof digits)
        *--at = '0' + left % 10;
      left /= 10;
    }
  if (number < 0)
    *--at = '-';
  g_string_append_len (words, at, digits + sizeof digits - at);
}

void
pdf_put_number (GString *words, double number)
{
  pdf_put_hundredths (words, (gint64) (number * 100 + (number < 0 ? -0.5 : 0.5)));
}

void
pdf_put_count (GString *words, guint number)
{
  char  digits[10];
  char *at = digits + sizeof digits;

  for (guint left = number; left > 0 || at == digits + sizeof digits; left /= 10)
    *--at = '0' + left % 10;
  g_string_append_len (words, at, digits + sizeof digits - at);
}

void
pdf_put_object (GString *words, const char *before, guint number)
{
  g_string_append (words, before);
  pdf_put_count (words, number);
  g_string_append (words, " 0 R");
}

void
pdf_put_utf16 (GString *words, const char *text, gssize length)
{
  static const char hex[] = "0123456789ABCDEF";

  glong                 units;
  g_autofree gunichar2 *utf16 = g_utf8_to_utf16 (text, length, NULL, &units, NULL);

  for (glong i = 0; utf16 != NULL && i < units; i++)
    for (int shift = 12; shift >= 0; shift -= 4)
      g_string_append_c (words, hex[utf16[i] >> shift & 15]);
}

void
pdf_put_text (GString *words, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  g_string_append (words, "<FEFF");
  pdf_put_utf16 (words, valid, -1);
  g_string_append_c (words, '>');
}
