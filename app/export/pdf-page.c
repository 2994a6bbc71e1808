/* app/export/pdf-page.c — laid out pages as those of a PDF. */

#include "app/export/pdf-page.h"
#include "app/export/page-item.h"
#include "app/export/pdf-font.h"
#include "app/export/pdf-part.h"

#include <math.h>
#include <string.h>

#define NO_FONT G_MAXUINT

/* The pages under way, and the state of the one that is written. */
typedef struct {
  Pages      *pages;
  PdfFile    *file;
  PdfTree    *tree;
  PdfParts   *parts;
  GPtrArray  *fonts;     /* PdfFont, by the typeset's numbers; NULL: not shown yet */
  guint       first;     /* object of the first page */
  guint       page;      /* its place */
  double      height;    /* of it */
  GString    *content;   /* what it shows */
  GString    *links;     /* on it */
  const char *opening;   /* of the text that comes, NULL: it has begun */
  guint       part;      /* that it shows … */
  gboolean    is_marked; /* … if any */
  guint       font;
  double      size;
  gboolean    is_thick;
  gint64      x, y; /* where the line begins, in hundredths */
} Painter;

static gint64
hundredths (double length)
{
  return llround (length * 100);
}

static void
put_hundredths (GString *words, gint64 length)
{
  pdf_put_hundredths (words, length);
  g_string_append_c (words, ' ');
}

/* Lengths, and what is done with them.  y counts from below. */
static void
put_rectangle (Painter *self, const PageItem *item, const char *what)
{
  put_hundredths (self->content, hundredths (item->x));
  put_hundredths (self->content, hundredths (self->height - item->y - item->height));
  put_hundredths (self->content, hundredths (item->width));
  put_hundredths (self->content, hundredths (item->height));
  g_string_append (self->content, what);
}

static void
put_leader (Painter *self, const PageItem *item)
{
  const double dots[] = { DOTS };
  gint64       y = hundredths (self->height - item->y - item->height * LEADER_PLACE);

  g_string_append (self->content, "q[");
  for (guint i = 0; i < G_N_ELEMENTS (dots); i++)
    put_hundredths (self->content, hundredths (dots[i]));
  g_string_append (self->content, "]0 d ");
  put_hundredths (self->content, hundredths (item->x));
  put_hundredths (self->content, y);
  g_string_append (self->content, "m ");
  put_hundredths (self->content, hundredths (item->x + item->width));
  put_hundredths (self->content, y);
  g_string_append (self->content, "l S Q\n");
}

/* What is for the eye: the ground of marked cells, borders, dots. */
static void
put_ground (Painter *self, const Page *page)
{
  const double colour[] = { MARK_COLOUR };

  g_string_append (self->content, "/Artifact BMC\n");
  for (guint i = 0; i < G_N_ELEMENTS (colour); i++)
    put_hundredths (self->content, hundredths (colour[i]));
  g_string_append (self->content, "rg\n");
  for (guint i = 0; i < page->items->len; i++)
    {
      const PageItem *item = &g_array_index (page->items, PageItem, i);

      if (item->marked)
        put_rectangle (self, item, "re f\n");
    }
  g_string_append (self->content, "0 g ");
  put_hundredths (self->content, hundredths (LINE_WIDTH));
  g_string_append (self->content, "w\n");
  for (guint i = 0; i < page->items->len; i++)
    {
      const PageItem *item = &g_array_index (page->items, PageItem, i);

      if (item->leader)
        put_leader (self, item);
      if (item->border)
        put_rectangle (self, item, "re\n");
    }
  g_string_append (self->content, "S\nEMC\n");
}

static PdfFont *
use_font (Painter *self, guint number, double size)
{
  gboolean   is_thick;
  PangoFont *font = typeset_font (self->pages->typeset, number, &is_thick);

  while (self->fonts->len <= number)
    g_ptr_array_add (self->fonts, NULL);
  if (self->fonts->pdata[number] == NULL)
    self->fonts->pdata[number] = pdf_font_new (self->file, font);
  if (number != self->font || size != self->size)
    {
      g_string_append_printf (self->content, "/F%u ", number);
      pdf_put_number (self->content, size);
      g_string_append (self->content, " Tf\n");
      if (is_thick != self->is_thick || is_thick)
        {
          /* outlines beneath the glyphs, as FreeType makes a face bold */
          pdf_put_number (self->content, size / 24);
          g_string_append (self->content, is_thick ? " w 1 j 2 Tr\n" : " w 0 Tr\n");
        }
      self->font = number;
      self->size = size;
      self->is_thick = is_thick;
    }
  return self->fonts->pdata[number];
}

/* The text is opened with the first glyph that it shows. */
static void
open_text (Painter *self)
{
  if (self->opening == NULL)
    return;
  if (self->is_marked)
    g_string_append_printf (self->content, "/%s<</MCID %u>>BDC\n", self->opening,
                            pdf_tree_mark (self->tree, self->part,
                                           self->first + self->page, self->page));
  else
    g_string_append (self->content, "/Artifact BMC\n");
  g_string_append (self->content, "BT\n");
  self->opening = NULL;
  self->x = self->y = 0;
}

/* The pen goes to a place on the page. */
static void
move_pen (Painter *self, double x, double y)
{
  gint64 to_x = hundredths (x), to_y = hundredths (self->height - y);

  put_hundredths (self->content, to_x - self->x);
  put_hundredths (self->content, to_y - self->y);
  g_string_append (self->content, "Td[");
  self->x = to_x;
  self->y = to_y;
}

static void
put_code (GString *content, guint code)
{
  const char bytes[] = { code >> 8, code };

  for (guint i = 0; i < G_N_ELEMENTS (bytes); i++)
    switch (bytes[i])
      {
      case '\r':
        g_string_append (content, "\\r");
        break;
      case '(':
      case ')':
      case '\\':
        g_string_append_c (content, '\\'); /* fall through */
      default:
        g_string_append_c (content, bytes[i]);
      }
}

/* The glyphs of a run as they are shown, the pen moved where they do not follow by
 * themselves.  */
typedef struct {
  Painter         *painter;
  PdfFont         *font;
  const PlacedRun *run;
  double           pen;   /* where the next glyph would stand */
  double           y;     /* of the line */
  gboolean         is_on; /* the line has begun … */
  gboolean         is_in; /* … and a string of it */
} Show;

static void
end_line (Show *show)
{
  if (show->is_on)
    g_string_append (show->painter->content, show->is_in ? ")]TJ\n" : "]TJ\n");
  show->is_on = show->is_in = FALSE;
}

static void
put_glyph (Show *show, const PlacedGlyph *glyph, guint code)
{
  GString *content = show->painter->content;
  int      by;

  if (!show->is_on || fabs (glyph->y - show->y) > 0.005)
    {
      end_line (show);
      move_pen (show->painter, glyph->x, glyph->y);
      show->pen = glyph->x;
      show->y = glyph->y;
      show->is_on = TRUE;
    }
  by = lround ((show->pen - glyph->x) * 1000 / show->run->size);
  if (by != 0)
    {
      g_string_append_printf (content, show->is_in ? ")%d" : "%d", by);
      show->is_in = FALSE;
      show->pen -= by * show->run->size / 1000;
    }
  if (!show->is_in)
    g_string_append_c (content, '(');
  show->is_in = TRUE;
  put_code (content, code);
  show->pen += pdf_font_advance (show->font, glyph->glyph) * show->run->size;
}

/* The glyphs that stand for some text together.  Where their codes stand for another
 * one elsewhere, the text is said here.  */
static void
put_cluster (Show *show, const PlacedGlyph *glyphs, guint n, const char *text)
{
  GString *content = show->painter->content;
  guint    codes[n];
  gboolean stand = TRUE;
  guint    shown = 0;

  for (guint i = 0; i < n; i++)
    {
      gboolean stands;

      if (!glyphs[i].is_shown)
        continue;
      codes[i] =
          pdf_font_show (show->font, glyphs[i].glyph, text, glyphs[i].bytes, &stands);
      stand = stand && stands;
      shown++;
    }
  if (shown == 0)
    return;
  if (!stand)
    {
      end_line (show);
      g_string_append (content, "/Span<</ActualText<FEFF");
      pdf_put_utf16 (content, text, glyphs[0].bytes);
      g_string_append (content, ">>>BDC\n");
    }
  for (guint i = 0; i < n; i++)
    if (glyphs[i].is_shown)
      put_glyph (show, &glyphs[i], codes[i]);
  if (!stand)
    {
      end_line (show);
      g_string_append (content, "EMC\n");
    }
}

static void
show_run (const PlacedRun *run, gpointer data)
{
  Painter    *self = data;
  Show        show = { .painter = self, .run = run };
  const char *text = run->text;

  open_text (self);
  show.font = use_font (self, run->font, run->size);
  for (guint i = 0, n; i < run->n; i += n)
    {
      for (n = 1; i + n < run->n && run->glyphs[i + n].bytes == 0;)
        n++;
      put_cluster (&show, &run->glyphs[i], n, text);
      text += run->glyphs[i].bytes;
    }
  end_line (&show);
}

/* type: of the part that the text shows, NULL: none. */
static void
put_text (Painter *self, const PageText *text, const char *type)
{
  self->is_marked = type != NULL;
  self->opening = type != NULL ? type : "Artifact";
  typeset_place (self->pages->typeset, text->setting, &text->measure, text->x, text->y,
                 text->first, text->lines, show_run, self);
  if (self->opening == NULL)
    g_string_append (self->content, "ET\nEMC\n");
}

void
pdf_put_place (GString *words, const Pages *pages, guint place, guint first)
{
  const PagePlace *to = &g_array_index (pages_places (pages), PagePlace, place);
  double           width, height;

  pages_get_size (pages, to->page, &width, &height);
  g_string_append_printf (words, "[%u 0 R/XYZ null ", first + to->page);
  pdf_put_number (words, height - to->y);
  g_string_append (words, " null]");
}

static void
add_link (Painter *self, const PageItem *item)
{
  guint number = pdf_file_numbers (self->file, 1);
  guint key = pdf_tree_own (self->tree, self->part, self->first + self->page, number);
  g_autoptr (GString) words = g_string_new ("<</Type/Annot/Subtype/Link/F 4/Rect[");

  put_hundredths (words, hundredths (item->x));
  put_hundredths (words, hundredths (self->height - item->y - item->height));
  put_hundredths (words, hundredths (item->x + item->width));
  put_hundredths (words, hundredths (self->height - item->y));
  g_string_append_printf (words, "]/Border[0 0 0]/StructParent %u/Contents", key);
  pdf_put_text (words, item->item->text);
  g_string_append (words, "/Dest");
  pdf_put_place (words, self->pages, item->target, self->first);
  g_string_append (words, ">>");
  pdf_file_add (self->file, number, words->str);
  g_string_append_printf (self->links, "%u 0 R ", number);
}

static void
put_item (Painter *self, const PageItem *item)
{
  const char *type = NULL;
  PageText    text;

  if (!pdf_parts_find (self->parts, item, &self->part, &type))
    type = NULL;
  if (!pages_item_text (self->pages, item, &text))
    return;
  put_text (self, &text, type);
  if (item->target != OUTLINE_NONE)
    add_link (self, item);
}

static void
write_page (Painter *self, guint parent, guint resources)
{
  const Page *page = self->pages->pages->pdata[self->page];
  guint       content = pdf_file_numbers (self->file, 1);
  PageText    edges[MOST_EDGES];
  guint       count = pages_edge_texts (self->pages, self->page, edges);
  g_autoptr (GString) words = g_string_new (NULL);

  self->height = page->height;
  self->font = NO_FONT;
  self->is_thick = FALSE;
  g_string_truncate (self->content, 0);
  g_string_truncate (self->links, 0);
  put_ground (self, page);
  for (guint i = 0; i < page->items->len; i++)
    put_item (self, &g_array_index (page->items, PageItem, i));
  for (guint i = 0; i < count; i++)
    put_text (self, &edges[i], NULL);
  pdf_file_add_stream (self->file, content, "", PDF_PACKED, self->content->str,
                       self->content->len);
  g_string_printf (words, "<</Type/Page/Parent %u 0 R/Resources %u 0 R/MediaBox[0 0 ",
                   parent, resources);
  put_hundredths (words, hundredths (page->width));
  put_hundredths (words, hundredths (page->height));
  g_string_append_printf (words, "]/Contents %u 0 R/StructParents %u/Tabs/S", content,
                          self->page);
  if (self->links->len > 0)
    g_string_append_printf (words, "/Annots[%s]", self->links->str);
  g_string_append (words, ">>");
  pdf_file_add (self->file, self->first + self->page, words->str);
}

static void
write_fonts (Painter *self, guint resources)
{
  g_autoptr (GString) words = g_string_new ("<</Font<<");

  for (guint i = 0; i < self->fonts->len; i++)
    {
      PdfFont *font = self->fonts->pdata[i];

      if (font == NULL)
        continue;
      g_string_append_printf (words, "/F%u %u 0 R", i, pdf_font_number (font));
      pdf_font_write (font, self->file);
    }
  g_string_append (words, ">>>>");
  pdf_file_add (self->file, resources, words->str);
}

static void
free_font (gpointer font)
{
  if (font != NULL)
    pdf_font_free (font);
}

guint
pdf_pages_write (Pages *pages, PdfFile *file, PdfTree *tree, guint first,
                 Progress *progress)
{
  guint   parent = pdf_file_numbers (file, 2), resources = parent + 1;
  Painter self = { .pages = pages,
                   .file = file,
                   .tree = tree,
                   .parts = pdf_parts_new (tree),
                   .fonts = g_ptr_array_new_with_free_func (free_font),
                   .first = first,
                   .content = g_string_new (NULL),
                   .links = g_string_new (NULL) };
  g_autoptr (GString) words = g_string_new ("<</Type/Pages/Kids[");

  progress_begin (progress, PROGRESS_WRITING, pages_count (pages));
  for (gboolean go_on = TRUE; go_on && self.page < pages_count (pages); self.page++)
    {
      write_page (&self, parent, resources);
      g_string_append_printf (words, "%u 0 R ", first + self.page);
      go_on = progress_step (progress);
    }
  write_fonts (&self, resources);
  g_string_append_printf (words, "]/Count %u>>", pages_count (pages));
  pdf_file_add (file, parent, words->str);
  pdf_parts_free (self.parts);
  g_ptr_array_unref (self.fonts);
  g_string_free (self.content, TRUE);
  g_string_free (self.links, TRUE);
  return parent;
}
