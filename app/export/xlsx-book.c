/* app/export/xlsx-book.c — a workbook under way: its sheets, texts and looks. */

#include "app/export/xlsx-book.h"
#include "app/export/enclose.h"
#include "app/export/enclosure.h"
#include "app/export/properties.h"
#include "app/export/xlsx-look.h"
#include "app/export/xml.h"

#include "app/read/number-format.h"

#include <string.h>

#define SHEETS   "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define PACKAGE  "http://schemas.openxmlformats.org/package/2006/"
#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define TYPE     "application/vnd.openxmlformats-officedocument.spreadsheetml."

struct _XlsxBook {
  char            *title, *author;
  const PageSetup *setup;
  Parcel          *parcel;
  GChecksum       *seen;    /* what the cells show */
  GHashTable      *texts;   /* text -> its number */
  GString         *strings; /* their part */
  guint            n_uses;  /* cells that show one of them */
  GArray          *looks;
  GHashTable      *shows;   /* number format -> NumberFormat */
  GPtrArray       *names;   /* of the sheets */
  GString         *defined; /* the ranges that go by a name */
};

static void
free_show (gpointer show)
{
  number_format_free (show);
}

XlsxBook *
xlsx_book_new (const Outline *outline, const PageSetup *setup, const char *path)
{
  XlsxBook *self = g_new (XlsxBook, 1);

  *self = (XlsxBook){
    .title = g_strdup (outline->title),
    .author = g_strdup (outline->author),
    .setup = setup,
    .parcel = parcel_new (path),
    .seen = g_checksum_new (G_CHECKSUM_SHA256),
    .texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .strings = g_string_new (NULL),
    .looks = xlsx_looks_new (),
    .shows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_show),
    .names = g_ptr_array_new_with_free_func (g_free),
    .defined = g_string_new (NULL),
  };
  return self;
}

static void
book_free (XlsxBook *self)
{
  g_free (self->title);
  g_free (self->author);
  g_checksum_free (self->seen);
  g_hash_table_unref (self->texts);
  g_string_free (self->strings, TRUE);
  g_array_unref (self->looks);
  g_hash_table_unref (self->shows);
  g_ptr_array_unref (self->names);
  g_string_free (self->defined, TRUE);
  g_free (self);
}

/* Does _x0041_ stand here, which a spreadsheet takes for the letter A? */
static gboolean
is_escape (const char *at)
{
  if (at[0] != '_' || at[1] != 'x')
    return FALSE;
  for (guint i = 2; i < 6; i++)
    if (!g_ascii_isxdigit (at[i]))
      return FALSE;
  return at[6] == '_';
}

/* Texts as XML, and what XML has no place for as a spreadsheet writes it. */
static void
put_text (GString *strings, const char *text)
{
  g_string_append (strings, "<si><t xml:space=\"preserve\">");
  for (const char *at = text; *at != '\0'; at++)
    if (*at == '&')
      g_string_append (strings, "&amp;");
    else if (*at == '<')
      g_string_append (strings, "&lt;");
    else if (*at == '>')
      g_string_append (strings, "&gt;");
    else if ((guchar) *at < ' ' && *at != '\n' && *at != '\t')
      g_string_append_printf (strings, "_x%04X_", (guint) *at);
    else if (is_escape (at))
      g_string_append (strings, "_x005F_");
    else
      g_string_append_c (strings, *at);
  g_string_append (strings, "</t></si>");
}

guint
xlsx_book_text (XlsxBook *self, const char *text)
{
  guint    number = g_hash_table_size (self->texts);
  gpointer known;

  self->n_uses++;
  enclosure_see (self->seen, text);
  if (g_hash_table_lookup_extended (self->texts, text, NULL, &known))
    return GPOINTER_TO_UINT (known);
  g_hash_table_insert (self->texts, g_strdup (text), GUINT_TO_POINTER (number));
  put_text (self->strings, text);
  return number;
}

guint
xlsx_book_look (XlsxBook *self, FormStyle style, double size, gboolean marked,
                const char *code)
{
  return xlsx_look (self->looks, style, size, marked, code);
}

void
xlsx_book_see (XlsxBook *self, const char *shown)
{
  enclosure_see (self->seen, shown);
}

gboolean
xlsx_book_shows (XlsxBook *self, const char *code, double number, const char *text)
{
  NumberFormat    *format = g_hash_table_lookup (self->shows, code);
  g_autofree char *shown = NULL;

  if (format == NULL)
    {
      format = number_format_new (code);
      g_hash_table_insert (self->shows, g_strdup (code), format);
    }
  shown = number_format_number (format, number, FALSE);
  return g_strcmp0 (shown, text) == 0;
}

/* A range of the sheet that was added last. */
static void
define (XlsxBook *self, const char *name, gboolean hidden, const char *range)
{
  g_autofree char *safe =
      g_markup_escape_text (self->names->pdata[self->names->len - 1], -1);

  g_string_append_printf (
      self->defined,
      "<definedName name=\"%s\" localSheetId=\"%u\"%s>'%s'!%s</definedName>", name,
      self->names->len - 1, hidden ? " hidden=\"1\"" : "", safe, range);
}

static void
define_ranges (XlsxBook *self, const XlsxSheet *sheet)
{
  g_autoptr (GString) range = g_string_new (NULL);

  if (sheet->filter > 0)
    {
      xlsx_put_range (range, sheet->filter - 1, 0, sheet->rows - 1, sheet->cols - 1);
      define (self, "_xlnm._FilterDatabase", TRUE, range->str);
    }
  if (sheet->repeat_rows > 0)
    {
      g_string_printf (range, "$%u:$%u", sheet->repeat_first + 1,
                       sheet->repeat_first + sheet->repeat_rows);
      define (self, "_xlnm.Print_Titles", FALSE, range->str);
    }
}

void
xlsx_book_add (XlsxBook *self, const char *name, XlsxSheet *sheet)
{
  g_autofree char *part =
      g_strdup_printf ("xl/worksheets/sheet%u.xml", self->names->len + 1);

  parcel_add (self->parcel, part,
              xlsx_sheet_write (sheet, self->names->len == 0, self->setup->header,
                                self->setup->footer));
  g_ptr_array_add (self->names, g_strdup (name));
  define_ranges (self, sheet);
  xlsx_sheet_free (sheet);
}

static GBytes *
write_strings (const XlsxBook *self)
{
  g_autofree char *uses = g_strdup_printf ("%u", self->n_uses);
  g_autofree char *count = g_strdup_printf ("%u", g_hash_table_size (self->texts));
  Xml              xml;

  xml_begin (&xml);
  xml_start (&xml, "sst", "xmlns", SHEETS, "count", uses, "uniqueCount", count, NULL);
  xml_raw (&xml, self->strings->str);
  xml_end (&xml);
  return xml_finish (&xml);
}

static GBytes *
write_book (const XlsxBook *self)
{
  Xml xml;

  xml_begin (&xml);
  xml_start (&xml, "workbook", "xmlns", SHEETS, "xmlns:r", RELATION, NULL);
  xml_start (&xml, "bookViews", NULL);
  xml_leaf (&xml, "workbookView", "windowWidth", "16095", "windowHeight", "9660", NULL);
  xml_end (&xml);
  xml_start (&xml, "sheets", NULL);
  for (guint i = 0; i < self->names->len; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree char *id = g_strdup_printf ("rId%u", i + 1);

      xml_leaf (&xml, "sheet", "name", self->names->pdata[i], "sheetId", number, "r:id",
                id, NULL);
    }
  xml_end (&xml);
  if (self->defined->len > 0)
    {
      xml_start (&xml, "definedNames", NULL);
      xml_raw (&xml, self->defined->str);
      xml_end (&xml);
    }
  xml_end (&xml);
  return xml_finish (&xml);
}

static GBytes *
write_relations (const XlsxBook *self)
{
  guint            n = self->names->len;
  g_autofree char *styles = g_strdup_printf ("rId%u", n + 1);
  g_autofree char *strings = g_strdup_printf ("rId%u", n + 2);
  Xml              xml;

  xml_begin (&xml);
  xml_start (&xml, "Relationships", "xmlns", PACKAGE "relationships", NULL);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("rId%u", i + 1);
      g_autofree char *target = g_strdup_printf ("worksheets/sheet%u.xml", i + 1);

      xml_leaf (&xml, "Relationship", "Id", id, "Type", RELATION "/worksheet", "Target",
                target, NULL);
    }
  xml_leaf (&xml, "Relationship", "Id", styles, "Type", RELATION "/styles", "Target",
            "styles.xml", NULL);
  xml_leaf (&xml, "Relationship", "Id", strings, "Type", RELATION "/sharedStrings",
            "Target", "sharedStrings.xml", NULL);
  xml_end (&xml);
  return xml_finish (&xml);
}

static void
put_type (Xml *xml, const char *part, const char *type)
{
  xml_leaf (xml, "Override", "PartName", part, "ContentType", type, NULL);
}

static GBytes *
write_types (const XlsxBook *self)
{
  Xml xml;

  xml_begin (&xml);
  xml_start (&xml, "Types", "xmlns", PACKAGE "content-types", NULL);
  xml_leaf (&xml, "Default", "Extension", "rels", "ContentType",
            "application/vnd.openxmlformats-package.relationships+xml", NULL);
  xml_leaf (&xml, "Default", "Extension", "xml", "ContentType", "application/xml",
            NULL);
  put_type (&xml, "/xl/workbook.xml", TYPE "sheet.main+xml");
  for (guint i = 0; i < self->names->len; i++)
    {
      g_autofree char *part = g_strdup_printf ("/xl/worksheets/sheet%u.xml", i + 1);

      put_type (&xml, part, TYPE "worksheet+xml");
    }
  put_type (&xml, "/xl/styles.xml", TYPE "styles+xml");
  put_type (&xml, "/xl/sharedStrings.xml", TYPE "sharedStrings+xml");
  put_type (&xml, "/" PROPERTIES_PART, PROPERTIES_TYPE);
  xml_end (&xml);
  return xml_finish (&xml);
}

/* From the package to the workbook and its properties. */
static GBytes *
write_roots (void)
{
  Xml xml;

  xml_begin (&xml);
  xml_start (&xml, "Relationships", "xmlns", PACKAGE "relationships", NULL);
  xml_leaf (&xml, "Relationship", "Id", "rId1", "Type", RELATION "/officeDocument",
            "Target", "xl/workbook.xml", NULL);
  xml_leaf (&xml, "Relationship", "Id", "rId2", "Type",
            PACKAGE "relationships/metadata/core-properties", "Target", PROPERTIES_PART,
            NULL);
  xml_end (&xml);
  return xml_finish (&xml);
}

gboolean
xlsx_book_close (XlsxBook *self, const char *records)
{
  Parcel *parcel = self->parcel;

  parcel_add (parcel, "[Content_Types].xml", write_types (self));
  parcel_add (parcel, "_rels/.rels", write_roots ());
  parcel_add (parcel, PROPERTIES_PART, properties_write (self->title, self->author));
  parcel_add (parcel, "xl/workbook.xml", write_book (self));
  parcel_add (parcel, "xl/styles.xml", xlsx_looks_write (self->looks));
  parcel_add (parcel, "xl/sharedStrings.xml", write_strings (self));
  enclose (parcel, "xl/_rels/workbook.xml.rels", write_relations (self), self->seen,
           records);
  book_free (self);
  return parcel_close (parcel);
}
