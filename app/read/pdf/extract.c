/* app/read/pdf/extract.c — a PDF document becomes records: what stands where on its
 * pages, in the order it is drawn. */

#include "app/read/pdf/extract.h"

#include "app/read/pdf/canvas.h"
#include "app/read/pdf/letter.h"
#include "app/read/pdf/record.h"

#include <math.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerDocument, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PopplerPage, g_object_unref)

#define MAX_PAGES  3000
#define MAX_SIDE   1e5 /* points */
#define FEW_GLYPHS 20  /* on a page that may be a picture of one */
#define SAME_PLACE 0.2 /* from one letter to another, in its size */
#define MOST_PARTS 4   /* across a page whose characters are looked for */
#define PICTURE    0.4 /* the share of a page that images cover, which is nothing else */

/* The page that is told of, and how text runs over it. */
typedef struct {
  FILE    *out;
  gboolean is_told;  /* all so far */
  guint    quarters; /* to the right that the text is turned by */
  double   width, height;
} Telling;

/* Turns a point back, so that the text stands upright. */
static void
turn_back (const Telling *telling, double *x, double *y)
{
  double from_x = *x, from_y = *y;

  switch (telling->quarters)
    {
    case 1:
      *x = from_y;
      *y = telling->width - from_x;
      break;
    case 2:
      *x = telling->width - from_x;
      *y = telling->height - from_y;
      break;
    case 3:
      *x = telling->height - from_y;
      *y = from_x;
      break;
    }
}

static PdfBox
turned_back (const Telling *telling, PdfBox box)
{
  turn_back (telling, &box.x0, &box.y0);
  turn_back (telling, &box.x1, &box.y1);
  return (PdfBox){ MIN (box.x0, box.x1), MIN (box.y0, box.y1), MAX (box.x0, box.x1),
                   MAX (box.y0, box.y1) };
}

static void
turn_marks (const Telling *telling, GArray *marks)
{
  for (guint i = 0; i < marks->len; i++)
    {
      PdfMark *mark = &g_array_index (marks, PdfMark, i);

      turn_back (telling, &mark->x, &mark->y);
      mark->clip = turned_back (telling, mark->clip);
    }
}

static void
put (Telling *telling, PdfRecordKind kind, guint value, const PdfBox *box)
{
  PdfRecord record = { .kind = kind, .value = value };

  if (box != NULL)
    {
      record.x0 = (float) box->x0;
      record.y0 = (float) box->y0;
      record.x1 = (float) box->x1;
      record.y1 = (float) box->y1;
    }
  telling->is_told =
      telling->is_told && fwrite (&record, sizeof record, 1, telling->out) == 1;
}

/* The characters of a page in the order they are read, and their boxes. */
typedef struct {
  char             *text;
  PopplerRectangle *boxes;
  guint             n;
  guint             unknown; /* of them: codes that mean no character */
} Glyphs;

/* Where letters stand one after the other: as they are drawn, or where none are, as
 * they are read. */
static GArray *
find_steps (const Glyphs *glyphs, const PdfDrawing *drawing)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (PopplerPoint));

  for (guint i = 0; drawing != NULL && i < drawing->marks->len; i++)
    {
      const PdfMark *mark = &g_array_index (drawing->marks, PdfMark, i);

      g_array_append_val (places, ((PopplerPoint){ mark->x, mark->y }));
    }
  for (guint i = 0; i < glyphs->n && (drawing == NULL || drawing->marks->len == 0); i++)
    {
      const PopplerRectangle *box = &glyphs->boxes[i];

      g_array_append_val (places, ((PopplerPoint){ (box->x1 + box->x2) / 2,
                                                   (box->y1 + box->y2) / 2 }));
    }
  return places;
}

/* The mean size of letters. */
static double
find_size (const Glyphs *glyphs)
{
  double sum = 0;

  for (guint i = 0; i < glyphs->n; i++)
    sum += MIN (fabs (glyphs->boxes[i].x2 - glyphs->boxes[i].x1),
                fabs (glyphs->boxes[i].y2 - glyphs->boxes[i].y1));
  return glyphs->n > 0 ? sum / glyphs->n : 0;
}

/* How far the text is turned: to where most letters are followed by the next. */
static guint
find_quarters (const Glyphs *glyphs, const PdfDrawing *drawing)
{
  g_autoptr (GArray) places = find_steps (glyphs, drawing);
  double size = find_size (glyphs);
  guint  steps[4] = { 0 }, most = 0;

  for (guint i = 1; i < places->len; i++)
    {
      const PopplerPoint *a = &g_array_index (places, PopplerPoint, i - 1);
      const PopplerPoint *b = &g_array_index (places, PopplerPoint, i);
      double              x = b->x - a->x, y = b->y - a->y;

      if (fabs (x) + fabs (y) < size / 4 || MAX (fabs (x), fabs (y)) > 1.5 * size)
        continue;
      if (fabs (y) < size / 4)
        steps[x > 0 ? 0 : 2]++;
      else if (fabs (x) < size / 4)
        steps[y > 0 ? 1 : 3]++;
    }
  for (guint i = 1; i < 4; i++)
    if (steps[i] > 2 * steps[most])
      most = i;
  return most;
}

static GArray *
find_letters (const Telling *telling, Glyphs *glyphs)
{
  GArray     *letters = g_array_new (FALSE, FALSE, sizeof (PdfLetter));
  const char *p = glyphs->text;

  for (guint i = 0; p != NULL && *p != '\0' && i < glyphs->n;
       p = g_utf8_next_char (p), i++)
    {
      const PopplerRectangle *box = &glyphs->boxes[i];
      PdfLetter letter = { .c = g_utf8_get_char (p), .place = letters->len };

      glyphs->unknown += !g_unichar_isspace (letter.c) && g_unichar_iscntrl (letter.c);
      if (g_unichar_isspace (letter.c) || g_unichar_iscntrl (letter.c))
        continue;
      letter.box =
          turned_back (telling, (PdfBox){ box->x1, box->y1, box->x2, box->y2 });
      g_array_append_val (letters, letter);
    }
  return letters;
}

static void
put_letters (Telling *telling, const GArray *letters, const GArray *marks)
{
  PdfBox clip = { 0, 0, 0, 0 };

  for (guint i = 0; i < letters->len; i++)
    {
      const PdfLetter *letter = &g_array_index (letters, PdfLetter, i);
      const PdfMark   *mark = letter->mark < marks->len
                                  ? &g_array_index (marks, PdfMark, letter->mark)
                                  : NULL;
      PdfBox           seen = mark != NULL ? mark->clip : clip;
      guint            begins = mark != NULL && mark->begins ? PDF_RECORD_BEGINS : 0;

      if (memcmp (&seen, &clip, sizeof seen) != 0)
        put (telling, PDF_RECORD_CLIP, 0, &seen);
      clip = seen;
      put (telling, PDF_RECORD_GLYPH, letter->c | begins, &letter->box);
    }
}

/* Tells the images; the share of the page that they cover. */
static double
put_images (Telling *telling, PopplerPage *page)
{
  GList *images = poppler_page_get_image_mapping (page);
  double share = 0;

  for (GList *l = images; l != NULL; l = l->next)
    {
      const PopplerRectangle *area = &((PopplerImageMapping *) l->data)->area;
      PdfBox                  box =
          turned_back (telling, (PdfBox){ area->x1, area->y1, area->x2, area->y2 });

      put (telling, PDF_RECORD_IMAGE, 0, &box);
      share += (box.x1 - box.x0) * (box.y1 - box.y0) / telling->width / telling->height;
    }
  poppler_page_free_image_mapping (images);
  return share;
}

static int
by_x (gconstpointer a, gconstpointer b)
{
  const PdfMark *left = a, *right = b;

  return left->x < right->x ? -1 : left->x > right->x;
}

/* Whether a letter is drawn at the place of one before it: bold ones often are. */
static gboolean
is_again (const GArray *sorted, guint i)
{
  const PdfMark *mark = &g_array_index (sorted, PdfMark, i);

  while (i-- > 0)
    {
      const PdfMark *other = &g_array_index (sorted, PdfMark, i);

      if (mark->x - other->x > SAME_PLACE * mark->size)
        break;
      if (fabs (mark->y - other->y) <= SAME_PLACE * mark->size)
        return TRUE;
    }
  return FALSE;
}

/* How many letters are drawn where the page shows them. */
static guint
count_seen (const Telling *telling, const GArray *marks)
{
  g_autoptr (GArray) sorted = g_array_copy ((GArray *) marks);
  PdfBox whole = { 0, 0, telling->width, telling->height };
  guint  n = 0;

  g_array_sort (sorted, by_x);
  for (guint i = 0; i < sorted->len; i++)
    {
      const PdfMark *mark = &g_array_index (sorted, PdfMark, i);

      n += pdf_box_has (&whole, mark->x, mark->y) && !is_again (sorted, i);
    }
  return n;
}

/* What is drawn on a page, its letters in order. */
static void
put_drawing (Telling *telling, const PdfDrawing *drawing, const Glyphs *glyphs,
             GArray *letters)
{
  guint seen = count_seen (telling, drawing->marks), mute = glyphs->unknown;

  for (guint i = 0; i < drawing->rules->len; i++)
    {
      PdfBox rule = turned_back (telling, g_array_index (drawing->rules, PdfBox, i));

      put (telling, PDF_RECORD_RULE, 0, &rule);
    }
  mute += MAX (seen, glyphs->n) - glyphs->n;
  if (mute > 0)
    put (telling, PDF_RECORD_MUTE, mute, NULL);
  if (drawing->shapes > 0)
    put (telling, PDF_RECORD_SHAPE, drawing->shapes, NULL);
  turn_marks (telling, drawing->marks);
  pdf_letters_sort (letters, drawing->marks, telling->quarters != 0);
  put_letters (telling, letters, drawing->marks);
}

/* The characters that Poppler's reading order has between two opposite corners of an
 * area. */
static Glyphs
find_glyphs (PopplerPage *page, PopplerRectangle area)
{
  Glyphs glyphs = { .text = poppler_page_get_text_for_area (page, &area) };

  if (glyphs.text != NULL)
    poppler_page_get_text_layout_for_area (page, &area, &glyphs.boxes, &glyphs.n);
  return glyphs;
}

static void
clear_glyphs (Glyphs *glyphs)
{
  g_free (glyphs->text);
  g_free (glyphs->boxes);
}

/* Adds those that were not found yet.  seen: a character and its place, as keys. */
static void
add_glyphs (Glyphs *glyphs, const Glyphs *others, GHashTable *seen)
{
  GString    *text = g_string_new (glyphs->text);
  const char *p = others->text;

  glyphs->boxes = g_renew (PopplerRectangle, glyphs->boxes, glyphs->n + others->n);
  for (guint i = 0; p != NULL && *p != '\0' && i < others->n; i++)
    {
      const PopplerRectangle *box = &others->boxes[i];
      gunichar                c = g_utf8_get_char (p);

      p = g_utf8_next_char (p);
      if (g_unichar_isspace (c) ||
          !g_hash_table_add (seen,
                             g_strdup_printf ("%u@%.1f,%.1f", c, box->x1, box->y1)))
        continue;
      g_string_append_unichar (text, c);
      glyphs->boxes[glyphs->n++] = *box;
    }
  g_free (glyphs->text);
  glyphs->text = g_string_free (text, FALSE);
}

/* Where fewer characters were found than are drawn, as on turned pages, Poppler's order
 * left some out: smaller and smaller areas have them. */
static void
find_more_glyphs (const Telling *telling, PopplerPage *page, guint drawn,
                  Glyphs *glyphs)
{
  g_autoptr (GHashTable) seen =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Glyphs all = { .text = NULL };

  if (glyphs->n >= drawn)
    return;
  add_glyphs (&all, glyphs, seen);
  clear_glyphs (glyphs);
  for (guint parts = 1, n = 0; parts <= MOST_PARTS && (parts < 3 || all.n > n); parts++)
    {
      n = all.n;
      for (guint i = 0; i < 2 * parts * parts && all.n < drawn; i++)
        {
          double x0 = telling->width / parts * (i / 2 % parts);
          double y0 = telling->height / parts * (i / 2 / parts);
          double x1 = x0 + telling->width / parts, y1 = y0 + telling->height / parts;
          Glyphs some =
              find_glyphs (page, i % 2 ? (PopplerRectangle){ x1, y0, x0, y1 }
                                       : (PopplerRectangle){ x0, y0, x1, y1 });

          add_glyphs (&all, &some, seen);
          clear_glyphs (&some);
        }
    }
  *glyphs = all;
}

static void
put_page (Telling *telling, PopplerPage *page, guint number)
{
  Glyphs   glyphs = { .text = NULL };
  double   images = 0;
  gboolean is_sane;
  PdfBox   box;
  g_autoptr (PdfDrawing) drawing = NULL;
  g_autoptr (GArray) letters = NULL;

  poppler_page_get_size (page, &telling->width, &telling->height);
  is_sane = telling->width >= 1 && telling->height >= 1 && telling->width < MAX_SIDE &&
            telling->height < MAX_SIDE;
  if (is_sane)
    glyphs =
        find_glyphs (page, (PopplerRectangle){ 0, 0, telling->width, telling->height });
  if (glyphs.n > 0)
    {
      drawing = pdf_drawing_new (page, telling->width, telling->height);
      find_more_glyphs (telling, page, count_seen (telling, drawing->marks), &glyphs);
    }
  telling->quarters = find_quarters (&glyphs, drawing);
  box = (PdfBox){ 0, 0, telling->width, telling->height };
  if (telling->quarters % 2)
    box = (PdfBox){ 0, 0, telling->height, telling->width };
  put (telling, PDF_RECORD_PAGE, number, &box);
  letters = find_letters (telling, &glyphs);
  if (is_sane && letters->len < FEW_GLYPHS)
    images = put_images (telling, page);
  if (is_sane && drawing == NULL && images < PICTURE)
    drawing = pdf_drawing_new (page, telling->width, telling->height);
  if (drawing != NULL)
    put_drawing (telling, drawing, &glyphs, letters);
  clear_glyphs (&glyphs);
  fflush (telling->out);
}

int
pdf_extract (GBytes *bytes, FILE *out)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PopplerDocument) document =
      poppler_document_new_from_bytes (bytes, NULL, &error);
  Telling telling = { .out = out, .is_told = TRUE };
  int     n_pages = document != NULL ? poppler_document_get_n_pages (document) : 0;

  if (g_error_matches (error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    return PDF_EXIT_LOCKED;
  if (n_pages <= 0)
    return PDF_EXIT_BROKEN;
  if (n_pages > MAX_PAGES)
    return PDF_EXIT_TOO_MUCH;
  for (int i = 0; i < n_pages && telling.is_told; i++)
    {
      g_autoptr (PopplerPage) page = poppler_document_get_page (document, i);

      if (page == NULL)
        return PDF_EXIT_BROKEN;
      put_page (&telling, page, (guint) i + 1);
    }
  put (&telling, PDF_RECORD_END, (guint) n_pages, NULL);
  return fflush (out) == 0 && telling.is_told ? 0 : PDF_EXIT_TOO_MUCH;
}
