/* app/export/flow.c — a text laid out on pages: lines, paragraphs and tables below each
 * other, each page filled.
 */

#include "app/export/cover.h"
#include "app/export/look.h"
#include "app/export/page-item.h"
#include "app/export/slice.h"

/* The sizes that a table is tried in: the largest at which it fits on one page counts;
 * if none, the first.  */
#define SIZES (1 + (guint) ((LOOK_CELL_SIZE - LOOK_LEAST_SIZE) / LOOK_SIZE_STEP))

/* Lines of a paragraph that stay together at the end and at the beginning of a page. */
#define LEAST_LINES 2

/* Under a heading there is room for this much. */
#define BELOW_HEADING (24 * MM)

#define NUMBER_WIDTH 30 /* of the page numbers in the contents */

typedef struct {
  Pages             *pages;
  Page              *page; /* NULL: the next thing begins one */
  double             y;
  const OutlineItem *item; /* that is being laid out */
} Flow;

static void
begin_page (Flow *flow, gboolean landscape)
{
  flow->page = pages_add (flow->pages, landscape);
  flow->y = MARGIN;
}

static double
room_left (const Flow *flow)
{
  return flow->page->height - MARGIN - flow->y;
}

/* Prose stands on portrait pages. */
static void
need_room (Flow *flow, double height)
{
  if (flow->page == NULL || flow->page->width > flow->page->height ||
      (room_left (flow) < height && flow->y > MARGIN))
    begin_page (flow, FALSE);
}

static void
add_place (Flow *flow, char *text, int level, double size)
{
  PagePlace place = { .text = text,
                      .level = level,
                      .page = flow->pages->pages->len - 1,
                      .y = flow->y,
                      .size = size };

  g_array_append_val (flow->pages->places, place);
}

static gboolean
covers (const FormCell *cell, const Slice *slice)
{
  return slice->row - cell->row < cell->row_span;
}

/* Puts a cell on the page from the slice on that it begins at or is continued in.
 * A merged cell whose rows are on several pages is closed on each, with its text.  */
static void
add_cell (Flow *flow, const Fit *fit, const FormCell *cell, const Slice *slice,
          const Slice *end)
{
  Page    *page = flow->page;
  double   left = (page->width - fit->x[fit->table->cols]) / 2;
  PageItem item = {
    .x = left + fit->x[cell->col],
    .y = flow->y,
    .width = fit->x[cell->col + cell->col_span] - fit->x[cell->col],
    .border = look_of_cell (cell->style)->border,
    .marked = cell->marked,
    .first = cell->row_span == 1 ? slice->first : 0,
    .item = flow->item,
    .cell = cell,
    .target = OUTLINE_NONE,
  };

  item.measure = fit_measure (cell->style, fit->size, item.width);
  if (cell->text != NULL)
    item.setting = fit_setting (fit->typeset, cell);
  for (; slice < end && covers (cell, slice); slice++)
    {
      item.height += slice->height;
      item.lines = slice->lines == G_MAXUINT || cell->row_span > 1
                       ? G_MAXUINT
                       : item.lines + slice->lines;
    }
  if (item.height > 0)
    g_array_append_val (page->items, item);
}

static void
add_slices (Flow *flow, const Fit *fit, const GArray *slices)
{
  const Slice *begin = (const Slice *) slices->data;
  const Slice *end = begin + slices->len;

  for (const Slice *slice = begin; slice < end; slice++)
    {
      for (guint col = 0; col < fit->table->cols; col++)
        {
          const FormCell *cell = form_table_at (fit->table, slice->row, col);

          if (col == cell->col && (slice == begin || !covers (cell, slice - 1)))
            add_cell (flow, fit, cell, slice, end);
        }
      flow->y += slice->height;
    }
}

/* The pages of a table; the first has only so much room. */
static GPtrArray *
fit_table (Flow *flow, const FormTable *table, double reserve, Fit **fit)
{
  const Page *page = flow->page;
  double      height = page->height - 2 * MARGIN - reserve;
  double      room = room_left (flow) - reserve;
  guint       tries = flow->pages->setup.keep_size ? 1 : SIZES + 1;
  GPtrArray  *slices = NULL;

  *fit = NULL;
  for (guint i = 0; i < tries && (slices == NULL || slices->len > 1); i++)
    {
      g_clear_pointer (&slices, g_ptr_array_unref);
      g_clear_pointer (fit, fit_free);
      *fit = fit_new (flow->pages->typeset, table,
                      LOOK_CELL_SIZE - LOOK_SIZE_STEP * (i % SIZES),
                      page->width - 2 * MARGIN);
      slices = slice_pages (*fit, room, height);
    }
  return slices;
}

/* A line of text of a look from x to x + width, not broken over pages. */
static void
add_line (Flow *flow, const TextLook *look, const char *text, double x, double width,
          guint target)
{
  const Setting *setting = typeset_shape (flow->pages->typeset, look->bold, text);
  PageItem       item = {
          .x = x,
          .y = flow->y,
          .width = width,
          .setting = setting,
          .measure = { .size = look->size,
                       .width = width,
                       .indent = look->first_indent * look->size,
                       .leading = LOOK_LEADING,
                       .align = look->align },
          .lines = G_MAXUINT,
          .target = target,
          .item = flow->item,
  };

  item.height =
      setting_lines (setting, &item.measure) * measure_leading (&item.measure);
  g_array_append_val (flow->page->items, item);
  flow->y += item.height;
}

#define SEAL_ROOM (10 * MM)

static void
add_seal (Flow *flow, const FormTable *table)
{
  static const TextLook look = { TYPESET_LEFT, LOOK_CELL_SIZE, FALSE, 0, 0, 0, 0 };

  flow->y += 3 * MM;
  add_line (flow, &look, table->form->seal, MARGIN, flow->page->width - 2 * MARGIN,
            OUTLINE_NONE);
}

static void
add_table (Flow *flow, const OutlineItem *item)
{
  const FormTable *table = item->table;
  gboolean         landscape = table->form->landscape;
  gboolean         seal = flow->pages->setup.seal && table->form->seal != NULL;
  Fit             *fit;
  GPtrArray       *slices;

  if (item->new_page || flow->page == NULL ||
      landscape != (flow->page->width > flow->page->height))
    begin_page (flow, landscape);
  slices = fit_table (flow, table, seal ? SEAL_ROOM : 0, &fit);
  for (guint i = 0; i < slices->len; i++)
    {
      const GArray *part = slices->pdata[i];

      if (i > 0)
        begin_page (flow, landscape);
      if (part->len > 0 && (i == 0 || ((GArray *) slices->pdata[0])->len == 0) && i < 2)
        add_place (flow, g_strdup (item->text), item->level, fit->size);
      add_slices (flow, fit, part);
    }
  if (seal)
    add_seal (flow, table);
  flow->y += look_of_text (TEXT_TABLE)->after;
  g_ptr_array_unref (slices);
  fit_free (fit);
}

/* A paragraph, broken over pages where it must be. */
static void
add_paragraph (Flow *flow, const TextLook *look, const char *text)
{
  PageItem item = {
    .x = TEXT_MARGIN,
    .setting = typeset_shape (flow->pages->typeset, look->bold, text),
    .target = OUTLINE_NONE,
    .item = flow->item,
    .measure = { .size = look->size,
                 .indent = look->first_indent * look->size,
                 .leading = LOOK_LEADING,
                 .align = look->align,
                 .justify = TRUE },
  };
  const double leading = measure_leading (&item.measure);
  guint        lines;

  need_room (flow, leading * LEAST_LINES);
  item.width = item.measure.width = flow->page->width - 2 * TEXT_MARGIN;
  lines = setting_lines (item.setting, &item.measure);
  for (;;)
    {
      guint left = lines - item.first;
      guint fits = MAX (room_left (flow) / leading, 1);

      item.lines = MIN (fits, left);
      if (item.lines < left && left - item.lines < LEAST_LINES &&
          item.lines > LEAST_LINES)
        item.lines--;
      item.y = flow->y;
      item.height = item.lines * leading;
      g_array_append_val (flow->page->items, item);
      flow->y += item.height;
      item.first += item.lines;
      if (item.first >= lines)
        break;
      begin_page (flow, FALSE);
    }
}

static void
add_contents (Flow *flow, const OutlineItem *item, const TextLook *look, guint base)
{
  static const TextLook number = { TYPESET_RIGHT, 12, FALSE, 0, 0, 0, 0 };

  const Setting *setting = typeset_shape (flow->pages->typeset, look->bold, item->text);
  double         left = TEXT_MARGIN + look->indent * look->size;
  double         right = flow->page->width - TEXT_MARGIN;
  double         width = right - NUMBER_WIDTH - left;
  double         text = setting_width (setting, look->size);
  double         y = flow->y;
  guint target = item->target == OUTLINE_NONE ? OUTLINE_NONE : base + item->target;

  add_line (flow, look, item->text, left, width, target);
  if (target == OUTLINE_NONE)
    return;
  if (text + 3 * look->size < width)
    {
      PageItem leader = { .x = left + text + look->size / 2,
                          .y = y,
                          .width = right - 20 - left - text - look->size / 2,
                          .height = flow->y - y,
                          .leader = TRUE,
                          .target = OUTLINE_NONE };

      g_array_append_val (flow->page->items, leader);
    }
  flow->y -= look->size * LOOK_LEADING;
  add_line (flow, &number, "", right - NUMBER_WIDTH, NUMBER_WIDTH, target);
  g_array_index (flow->page->items, PageItem, flow->page->items->len - 1).is_number =
      TRUE;
}

static void
add_cover (Flow *flow, const Outline *outline, guint i)
{
  static const TextLook foot = { TYPESET_CENTRE, 18, FALSE, 0, 0, 0, 0 };

  const OutlineItem *item = outline->items->pdata[i];
  const TextLook    *look = look_of_text (TEXT_COVER);
  g_auto (GStrv) lines = cover_lines (flow->pages, item->text);

  if (flow->page == NULL || !flow->page->is_cover)
    {
      begin_page (flow, FALSE);
      flow->page->is_cover = TRUE;
      flow->y = flow->page->height * COVER_TOP;
    }
  if (cover_is_foot (outline, i))
    {
      look = &foot;
      flow->y = MAX (flow->y, flow->page->height * COVER_FOOT);
    }
  add_place (flow, NULL, 0, 0);
  for (guint k = 0; lines[k] != NULL; k++)
    add_line (flow, look, lines[k], TEXT_MARGIN, flow->page->width - 2 * TEXT_MARGIN,
              OUTLINE_NONE);
  flow->y += look->after;
}

static void
add_text (Flow *flow, const Outline *outline, guint i, guint base)
{
  const OutlineItem *item = outline->items->pdata[i];
  const TextLook    *look = look_of_text (item->style);
  double             line = look->size * LOOK_LEADING;

  if (item->new_page)
    flow->page = NULL;
  need_room (flow, look->before + line + (item->level > 0 ? BELOW_HEADING : 0));
  if (flow->y > MARGIN)
    flow->y += look->before;
  add_place (flow, item->level > 0 ? outline_heading (outline, i) : NULL, item->level,
             0);
  switch (item->style)
    {
    case TEXT_CONTENTS_PART:
    case TEXT_CONTENTS:
      add_contents (flow, item, look, base);
      break;
    case TEXT_PARAGRAPH:
      add_paragraph (flow, look, item->text);
      break;
    default:
      add_line (flow, look, item->text, TEXT_MARGIN,
                flow->page->width - 2 * TEXT_MARGIN, OUTLINE_NONE);
    }
  flow->y += look->after;
}

void
pages_add_outline (Pages *self, const Outline *outline)
{
  Flow  flow = { .pages = self };
  guint base = self->places->len;

  for (guint i = 0; i < outline->items->len && progress_step (outline->progress); i++)
    {
      const OutlineItem *item = outline->items->pdata[i];

      flow.item = item;
      if (flow.page != NULL && flow.page->is_cover && item->style != TEXT_COVER)
        flow.page = NULL;
      if (item->style == TEXT_TABLE)
        add_table (&flow, item);
      else if (item->style == TEXT_COVER)
        add_cover (&flow, outline, i);
      else
        add_text (&flow, outline, i, base);
    }
}
