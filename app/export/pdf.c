/* app/export/pdf.c — a text or tables as a PDF file.
 *
 * Cairo writes PDF too.  But it shapes and measures what is laid out already once more,
 * and writes an object of its own for each cell of a table: three times the time, and
 * 20 MB for what a thousand tables are made of.
 */

#include "app/export/pdf.h"
#include "app/export/enclosure.h"
#include "app/export/pdf-page.h"
#include "app/export/save.h"

#include <string.h>

#define PROGRAM "Jixiao 绩效"
#define SUBJECT "部门预算绩效文本"

#define MOST_LEVELS 8 /* of bookmarks */

/* No day is in it: that of an export is no part of the records, and the same records
 * give the same file.  */
static guint
write_information (const Outline *outline, PdfFile *file)
{
  guint number = pdf_file_numbers (file, 1);
  g_autoptr (GString) words = g_string_new ("<</Title");

  pdf_put_text (words, outline->title != NULL ? outline->title : "");
  g_string_append (words, "/Subject");
  pdf_put_text (words, SUBJECT);
  if (outline->author != NULL)
    {
      g_string_append (words, "/Author");
      pdf_put_text (words, outline->author);
    }
  g_string_append (words, "/Creator");
  pdf_put_text (words, PROGRAM);
  g_string_append (words, "/Producer");
  pdf_put_text (words, PROGRAM);
  g_string_append (words, ">>");
  pdf_file_add (file, number, words->str);
  return number;
}

/* The same for programs that know no PDF. */
static guint
write_metadata (const Outline *outline, PdfFile *file)
{
  guint            number = pdf_file_numbers (file, 1);
  g_autofree char *words = g_markup_printf_escaped (
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
      " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
      " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">"
      "<dc:format>application/pdf</dc:format>"
      "<dc:title><rdf:Alt><rdf:li "
      "xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>"
      "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">" SUBJECT
      "</rdf:li></rdf:Alt></dc:description>"
      "<dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>"
      "<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>"
      "<xmp:CreatorTool>" PROGRAM "</xmp:CreatorTool>"
      "<pdf:Producer>" PROGRAM "</pdf:Producer>"
      "</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>",
      outline->title != NULL ? outline->title : "",
      outline->author != NULL ? outline->author : "");

  pdf_file_add_stream (file, number, "/Type/Metadata/Subtype/XML", PDF_PLAIN, words,
                       strlen (words));
  return number;
}

/* A bookmark; 0 among them is the tree itself.  They are numbered in this order. */
typedef struct {
  guint place, parent, first, last, before, next, count;
} Bookmark;

static Bookmark *
bookmark_at (GArray *bookmarks, guint i)
{
  return &g_array_index (bookmarks, Bookmark, i);
}

/* The tree of headings. */
static GArray *
list_bookmarks (const Pages *pages)
{
  const GArray  *places = pages_places (pages);
  GArray        *bookmarks = g_array_new (FALSE, FALSE, sizeof (Bookmark));
  const Bookmark root = { 0 };
  guint          parents[MOST_LEVELS + 1] = { 0 };
  int            depth = 0;

  g_array_append_val (bookmarks, root);
  for (guint i = 0; i < places->len; i++)
    {
      const PagePlace *place = &g_array_index (places, PagePlace, i);
      guint            number = bookmarks->len;
      Bookmark         bookmark = { .place = i };
      Bookmark        *parent;

      if (place->level == 0)
        continue;
      depth = MIN (MIN (place->level, MOST_LEVELS), depth + 1);
      bookmark.parent = parents[depth - 1];
      parent = bookmark_at (bookmarks, bookmark.parent);
      bookmark.before = parent->last;
      if (parent->last == 0)
        parent->first = number;
      else
        bookmark_at (bookmarks, parent->last)->next = number;
      parent->last = number;
      parent->count++;
      parents[depth] = number;
      g_array_append_val (bookmarks, bookmark);
    }
  return bookmarks;
}

static void
put_link (GString *words, const char *key, guint first, guint bookmark)
{
  if (bookmark != 0)
    g_string_append_printf (words, "/%s %u 0 R", key, first + bookmark);
}

/* The tree of headings beside the pages; those of the top are open.  0: there are none.
 */
static guint
write_bookmarks (const Pages *pages, PdfFile *file, guint first_page)
{
  g_autoptr (GArray) bookmarks = list_bookmarks (pages);
  g_autoptr (GString) words = g_string_new (NULL);
  const guint first = pdf_file_numbers (file, bookmarks->len);
  guint       open = 0;

  for (guint i = 1; i < bookmarks->len; i++)
    {
      const Bookmark *bookmark = bookmark_at (bookmarks, i);

      g_string_assign (words, "<</Title");
      pdf_put_text (
          words, g_array_index (pages_places (pages), PagePlace, bookmark->place).text);
      g_string_append_printf (words, "/Parent %u 0 R", first + bookmark->parent);
      put_link (words, "Prev", first, bookmark->before);
      put_link (words, "Next", first, bookmark->next);
      put_link (words, "First", first, bookmark->first);
      put_link (words, "Last", first, bookmark->last);
      if (bookmark->count > 0)
        g_string_append_printf (words, "/Count %s%u", bookmark->parent == 0 ? "" : "-",
                                bookmark->count);
      if (bookmark->parent == 0)
        open += 1 + bookmark->count;
      g_string_append (words, "/Dest");
      pdf_put_place (words, pages, bookmark->place, first_page);
      g_string_append (words, ">>");
      pdf_file_add (file, first + i, words->str);
    }
  g_string_assign (words, "<</Type/Outlines");
  put_link (words, "First", first, bookmark_at (bookmarks, 0)->first);
  put_link (words, "Last", first, bookmark_at (bookmarks, 0)->last);
  g_string_append_printf (words, "/Count %u>>", open);
  pdf_file_add (file, first, words->str);
  return bookmarks->len > 1 ? first : 0;
}

/* The records behind a file that is ended: what it shows is what its bytes up to there
 * say, and their sum goes with the records.  catalogue: its words, still open.  */
static void
attach (PdfFile *file, const char *records, guint root, guint information,
        const char *catalogue)
{
  const GString   *bytes = pdf_file_bytes (file);
  const gsize      base = bytes->len;
  g_autofree char *hash =
      g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes->str,
                                   bytes->len);
  g_autofree char *enclosure = enclosure_new (hash, records);
  const guint      data = pdf_file_numbers (file, 2), name = data + 1;
  g_autofree char *entries = g_strdup_printf (
      "/Type/EmbeddedFile/Subtype/application#2Fjson/Jixiao(" ENCLOSURE_FILE ")"
      "/Params<</Size %zu>>",
      strlen (enclosure));
  const gsize begin = pdf_file_add_stream (file, data, entries, PDF_PACKED, enclosure,
                                           strlen (enclosure));
  const gsize length =
      pdf_file_bytes (file)->len - begin - strlen ("\nendstream\nendobj\n");
  g_autofree char *named =
      g_strdup_printf ("<</Type/Filespec/F(" ENCLOSURE_FILE ")/UF(" ENCLOSURE_FILE
                       ")/AFRelationship/Data/Desc(Jixiao)/EF<</F %u 0 R/UF %u 0 R>>>>",
                       data, data);
  g_autofree char *whole =
      g_strdup_printf ("%s/AF[%u 0 R]/Names<</EmbeddedFiles<</Names[(" ENCLOSURE_FILE
                       ")%u 0 R]>>>>>>",
                       catalogue, name, name);
  g_autofree char *more =
      g_strdup_printf (ENCLOSURE_TRAILER " [%zu %zu %zu]", base, begin, length);

  pdf_file_add (file, name, named);
  pdf_file_add (file, root, whole);
  pdf_file_end (file, root, information, more);
}

static void
write_all (Pages *pages, const Outline *outline, const char *records, PdfFile *file)
{
  g_autoptr (PdfTree) tree = pdf_tree_new ();
  const guint root = pdf_file_numbers (file, 1);
  const guint first = pdf_file_numbers (file, pages_count (pages));
  const guint parent = pdf_pages_write (pages, file, tree, first, outline->progress);
  const guint bookmarks = write_bookmarks (pages, file, first);
  const guint information = write_information (outline, file);
  g_autoptr (GString) words =
      g_string_new ("<</Type/Catalog/Lang(zh-CN)"
                    "/MarkInfo<</Marked true>>"
                    "/PageLabels<</Nums[0<</S/D>>]>>"
                    "/ViewerPreferences<</DisplayDocTitle true>>");
  g_autofree char *catalogue = NULL;

  g_string_append_printf (words, "/Pages %u 0 R/StructTreeRoot %u 0 R/Metadata %u 0 R",
                          parent, pdf_tree_write (tree, file),
                          write_metadata (outline, file));
  if (bookmarks != 0)
    g_string_append_printf (words, "/Outlines %u 0 R/PageMode/UseOutlines", bookmarks);
  catalogue = g_strconcat (words->str, ">>", NULL);
  pdf_file_add (file, root, catalogue);
  pdf_file_end (file, root, information, NULL);
  if (records != NULL)
    attach (file, records, root, information, words->str);
}

gboolean
pdf_write (const Outline *outline, const PageSetup *setup, const char *records,
           const char *path)
{
  g_autoptr (Pages) pages = pages_new (setup);
  g_autoptr (PdfFile) file = pdf_file_new ();

  pages_add_outline (pages, outline);
  write_all (pages, outline, records, file);
  return save_bytes (path, pdf_file_bytes (file)->str, pdf_file_bytes (file)->len);
}
