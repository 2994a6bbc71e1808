/* app/read/pdf/ruling.c — from the lines on a page to the cells of its tables.
 *
 * Lines are gathered by direction, pieces of one line put together.  Lines that meet
 * belong to one table; where they stand makes its grid; places of the grid with no line
 * between them are one cell.
 */

#include "app/read/pdf/ruling.h"

#include <math.h>

#define SHORT       6.0   /* points: what is shorter is part of a letter or a picture */
#define SEAM        2     /* lines down that end where a table does */
#define NARROW      4.5   /* points: what stands nearer is one line, drawn double */
#define MAX_RULINGS 1000  /* of one direction on a page: more is no table */
#define MAX_PLACES  40000 /* of a grid */

/* A line across or down the page. */
typedef struct {
  double   at, from, to; /* at: its place across its own direction */
  guint    table;
  gboolean is_across;
} Ruling;

static int
by_place (gconstpointer a, gconstpointer b)
{
  const Ruling *left = a, *right = b;

  if (left->at != right->at)
    return left->at < right->at ? -1 : 1;
  return left->from < right->from ? -1 : left->from > right->from;
}

static int
by_start (gconstpointer a, gconstpointer b)
{
  const Ruling *left = a, *right = b;

  return left->from < right->from ? -1 : left->from > right->from;
}

/* Puts the pieces from first on, which all stand at one place, together. */
static void
join_pieces (GArray *pieces, guint first, guint end, GArray *rulings)
{
  Ruling joined = g_array_index (pieces, Ruling, first);
  double at = joined.at;

  qsort (&g_array_index (pieces, Ruling, first), end - first, sizeof (Ruling),
         by_start);
  for (guint i = first; i <= end; i++)
    {
      const Ruling *next = i < end ? &g_array_index (pieces, Ruling, i) : NULL;

      if (i == first)
        joined = *next;
      else if (next != NULL && next->from <= joined.to + PDF_NEAR)
        joined.to = MAX (joined.to, next->to);
      else
        {
          joined.at = at;
          if (joined.to - joined.from >= SHORT)
            g_array_append_val (rulings, joined);
          if (next != NULL)
            joined = *next;
        }
    }
}

/* The lines of one direction.  A dot where lines cross is a piece of both. */
static GArray *
collect (const PdfPage *page, gboolean across)
{
  GArray *rulings = g_array_new (FALSE, FALSE, sizeof (Ruling));
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Ruling));
  guint first = 0;

  for (guint i = 0; i < page->rules->len; i++)
    {
      const PdfBox *rule = &g_array_index (page->rules, PdfBox, i);
      double        width = rule->x1 - rule->x0, height = rule->y1 - rule->y0;
      Ruling        piece =
          across ? (Ruling){ (rule->y0 + rule->y1) / 2, rule->x0, rule->x1, 0, TRUE }
                        : (Ruling){ (rule->x0 + rule->x1) / 2, rule->y0, rule->y1, 0, FALSE };

      if (across ? height <= MAX (width, PDF_NEAR) : width <= MAX (height, PDF_NEAR))
        g_array_append_val (pieces, piece);
    }
  g_array_sort (pieces, by_place);
  for (guint i = 1; i <= pieces->len; i++)
    if (i == pieces->len || g_array_index (pieces, Ruling, i).at >
                                g_array_index (pieces, Ruling, first).at + PDF_NEAR)
      {
        join_pieces (pieces, first, i, rulings);
        first = i;
      }
  return rulings;
}

static gboolean
meet (const Ruling *across, const Ruling *down)
{
  return across->at >= down->from - PDF_NEAR && across->at <= down->to + PDF_NEAR &&
         down->at >= across->from - PDF_NEAR && down->at <= across->to + PDF_NEAR;
}

/* Gives a line and those that it meets, directly or through others, a number. */
static void
number_table (GArray *across, GArray *down, Ruling *ruling, guint number)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (Ruling *));

  ruling->table = number;
  g_array_append_val (open, ruling);
  while (open->len > 0)
    {
      Ruling *next = g_array_index (open, Ruling *, open->len - 1);
      GArray *others = next->is_across ? down : across;

      g_array_set_size (open, open->len - 1);
      for (guint j = 0; j < others->len; j++)
        {
          Ruling *other = &g_array_index (others, Ruling, j);

          if (other->table == 0 &&
              (next->is_across ? meet (next, other) : meet (other, next)))
            {
              other->table = number;
              g_array_append_val (open, other);
            }
        }
    }
}

/* Gives the lines that meet the same number from 1. */
static guint
number_tables (GArray *across, GArray *down)
{
  guint n = 0;

  for (guint i = 0; i < across->len + down->len; i++)
    {
      Ruling *ruling = i < across->len ? &g_array_index (across, Ruling, i)
                                       : &g_array_index (down, Ruling, i - across->len);

      if (ruling->table == 0)
        number_table (across, down, ruling, ++n);
    }
  return n;
}

/* What the lines of each table cover, numbered from 1. */
static PdfBox *
find_boxes (const GArray *across, const GArray *down, guint n)
{
  PdfBox *boxes = g_new (PdfBox, n + 1);

  for (guint i = 0; i <= n; i++)
    boxes[i] = (PdfBox){ INFINITY, INFINITY, -INFINITY, -INFINITY };
  for (guint i = 0; i < across->len; i++)
    {
      const Ruling *ruling = &g_array_index (across, Ruling, i);

      pdf_box_add (&boxes[ruling->table],
                   &(PdfBox){ ruling->from, ruling->at, ruling->to, ruling->at });
    }
  for (guint i = 0; i < down->len; i++)
    {
      const Ruling *ruling = &g_array_index (down, Ruling, i);

      pdf_box_add (&boxes[ruling->table],
                   &(PdfBox){ ruling->at, ruling->from, ruling->at, ruling->to });
    }
  return boxes;
}

static void
renumber (GArray *rulings, guint from, guint to)
{
  for (guint i = 0; i < rulings->len; i++)
    if (g_array_index (rulings, Ruling, i).table == from)
      g_array_index (rulings, Ruling, i).table = to;
}

/* A merged cell that is cut at the head and at the foot of the page parts its table:
 * what stands side by side from the same place to the same place is one. */
static void
join_halves (GArray *across, GArray *down, guint n)
{
  g_autofree PdfBox *boxes = find_boxes (across, down, n);

  for (guint i = 1; i <= n; i++)
    for (guint j = i + 1; j <= n; j++)
      if (fabs (boxes[i].y0 - boxes[j].y0) < PDF_NEAR &&
          fabs (boxes[i].y1 - boxes[j].y1) < PDF_NEAR &&
          boxes[i].y1 - boxes[i].y0 > SHORT)
        {
          renumber (across, j, i);
          renumber (down, j, i);
          pdf_box_add (&boxes[i], &boxes[j]);
          boxes[j] = (PdfBox){ -1, -1, -1, -1 };
        }
}

static int
by_value (gconstpointer a, gconstpointer b)
{
  const double *left = a, *right = b;

  return *left < *right ? -1 : *left > *right;
}

/* Where the lines of a table stand, and where those across them end beyond the last. */
static GArray *
find_places (const GArray *own, const GArray *others, guint table)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (double));
  GArray *places = g_array_new (FALSE, FALSE, sizeof (double));
  double  low = INFINITY, high = -INFINITY;

  for (guint i = 0; i < own->len; i++)
    if (g_array_index (own, Ruling, i).table == table)
      g_array_append_val (all, g_array_index (own, Ruling, i).at);
  for (guint i = 0; i < others->len; i++)
    if (g_array_index (others, Ruling, i).table == table)
      {
        low = MIN (low, g_array_index (others, Ruling, i).from);
        high = MAX (high, g_array_index (others, Ruling, i).to);
      }
  g_array_sort (all, by_value);
  if (all->len == 0 || g_array_index (all, double, 0) > low + SHORT)
    g_array_append_val (all, low);
  if (g_array_index (all, double, all->len - 1) < high - SHORT)
    g_array_append_val (all, high);
  g_array_sort (all, by_value);
  for (guint i = 0; i < all->len; i++)
    {
      double place = g_array_index (all, double, i);

      if (places->len == 0 ||
          place > g_array_index (places, double, places->len - 1) + NARROW)
        g_array_append_val (places, place);
    }
  g_array_unref (all);
  return places;
}

/* The place of a grid that is nearest to a point. */
static guint
place_at (const GArray *places, double point)
{
  guint best = 0;

  for (guint i = 1; i < places->len; i++)
    if (fabs (g_array_index (places, double, i) - point) <
        fabs (g_array_index (places, double, best) - point))
      best = i;
  return best;
}

/* Marks where the lines of one direction part neighbours: walls[row][col], each the
 * side above or left of its place, and behind the last the edge of the table.
 * stride_own steps across the lines, stride_along along them. */
static void
mark_walls (guint8 *walls, const GArray *rulings, guint table, const GArray *own,
            const GArray *along, guint stride_own, guint stride_along)
{
  for (guint i = 0; i < rulings->len; i++)
    {
      const Ruling *ruling = &g_array_index (rulings, Ruling, i);
      guint         place = place_at (own, ruling->at);

      if (ruling->table != table)
        continue;
      for (guint j = 0; j + 1 < along->len; j++)
        {
          double middle = (g_array_index (along, double, j) +
                           g_array_index (along, double, j + 1)) /
                          2;

          if (middle > ruling->from && middle < ruling->to)
            walls[place * stride_own + j * stride_along] = 1;
        }
    }
}

/* Whether a run of places in a row is one with the row above it, and not parted. */
static gboolean
goes_on (const guint8 *above, const guint8 *left, const guint8 *taken, guint span)
{
  for (guint i = 0; i < span; i++)
    if (above[i] || taken[i] || (i > 0 && left[i]))
      return FALSE;
  return TRUE;
}

/* Whether a line stands at an edge of a cell. */
static gboolean
is_ruled (const guint8 *walls, guint span)
{
  for (guint i = 0; i < span; i++)
    if (walls[i])
      return TRUE;
  return FALSE;
}

static void
find_cells (PdfTable *table, const guint8 *above, const guint8 *left)
{
  guint              rows = table->ys->len - 1, cols = table->xs->len - 1;
  g_autofree guint8 *taken = g_new0 (guint8, rows * cols);

  for (guint row = 0; row < rows; row++)
    for (guint col = 0; col < cols; col++)
      {
        PdfCell cell = { row, col, 1, 1, FALSE, FALSE };

        if (taken[row * cols + col])
          continue;
        while (col + cell.col_span < cols &&
               !left[row * (cols + 1) + col + cell.col_span] &&
               !taken[row * cols + col + cell.col_span])
          cell.col_span++;
        while (row + cell.row_span < rows &&
               goes_on (above + (row + cell.row_span) * cols + col,
                        left + (row + cell.row_span) * (cols + 1) + col,
                        taken + (row + cell.row_span) * cols + col, cell.col_span))
          cell.row_span++;
        cell.is_ruled_above = is_ruled (above + row * cols + col, cell.col_span);
        cell.is_ruled_below =
            is_ruled (above + (row + cell.row_span) * cols + col, cell.col_span);
        for (guint i = 0; i < cell.row_span; i++)
          for (guint j = 0; j < cell.col_span; j++)
            taken[(row + i) * cols + col + j] = 1;
        g_array_append_val (table->cells, cell);
      }
}

static PdfTable *
new_table (const GArray *xs, const GArray *ys)
{
  PdfTable *table = g_new0 (PdfTable, 1);

  table->xs = g_array_copy ((GArray *) xs);
  table->ys = g_array_copy ((GArray *) ys);
  table->cells = g_array_new (FALSE, FALSE, sizeof (PdfCell));
  table->box = (PdfBox){ g_array_index (xs, double, 0), g_array_index (ys, double, 0),
                         g_array_index (xs, double, xs->len - 1),
                         g_array_index (ys, double, ys->len - 1) };
  return table;
}

static void
free_table (gpointer data)
{
  PdfTable *table = data;

  g_array_unref (table->xs);
  g_array_unref (table->ys);
  g_array_unref (table->cells);
  g_free (table);
}

/* Whether a line of the same table is drawn near to another. */
static gboolean
has_line (const GArray *rulings, const Ruling *ruling)
{
  for (guint i = 0; i < rulings->len; i++)
    {
      const Ruling *other = &g_array_index (rulings, Ruling, i);

      if (other->table == ruling->table && fabs (other->at - ruling->at) < NARROW)
        return TRUE;
    }
  return FALSE;
}

/* How many lines down of a table begin or end at a height. */
static guint
count_ends (const GArray *down, guint table, double y)
{
  guint n = 0;

  for (guint i = 0; i < down->len; i++)
    {
      const Ruling *ruling = &g_array_index (down, Ruling, i);

      n += ruling->table == table &&
           (fabs (ruling->from - y) < PDF_NEAR || fabs (ruling->to - y) < PDF_NEAR);
    }
  return n;
}

/* Adds the lines between rows that are not drawn: where one table without a frame
 * stands right above another, lines down begin or end. */
static void
add_seams (GArray *across, const GArray *down, guint n)
{
  g_autofree PdfBox *boxes = find_boxes (across, down, n);

  for (guint i = 0; i < 2 * down->len; i++)
    {
      const Ruling *ruling = &g_array_index (down, Ruling, i / 2);
      const PdfBox *box = &boxes[ruling->table];
      Ruling        seam = { i % 2 ? ruling->to : ruling->from, box->x0, box->x1,
                      ruling->table, TRUE };

      if (ruling->table != 0 && seam.at > box->y0 + SHORT &&
          seam.at < box->y1 - SHORT && !has_line (across, &seam) &&
          count_ends (down, seam.table, seam.at) >= SEAM)
        g_array_append_val (across, seam);
    }
}

static PdfTable *
table_of (const GArray *across, const GArray *down, guint number)
{
  g_autoptr (GArray) xs = find_places (down, across, number);
  g_autoptr (GArray) ys = find_places (across, down, number);
  g_autofree guint8 *above = NULL, *left = NULL;
  PdfTable          *table;
  guint              places = (xs->len - 1) * (ys->len - 1);

  if (xs->len < 2 || ys->len < 2 || places < 2 || places > MAX_PLACES)
    return NULL;
  table = new_table (xs, ys);
  above = g_new0 (guint8, ys->len * (xs->len - 1));
  left = g_new0 (guint8, (ys->len - 1) * xs->len);
  mark_walls (above, across, number, ys, xs, xs->len - 1, 1);
  mark_walls (left, down, number, xs, ys, 1, xs->len);
  table->is_framed = left[0] && left[(ys->len - 2) * xs->len];
  find_cells (table, above, left);
  if (table->cells->len > 1)
    return table;
  free_table (table);
  return NULL;
}

static int
by_top (gconstpointer a, gconstpointer b)
{
  const PdfTable *left = *(PdfTable *const *) a, *right = *(PdfTable *const *) b;

  return by_value (&left->box.y0, &right->box.y0);
}

GPtrArray *
pdf_tables_find (const PdfPage *page)
{
  GPtrArray *tables = g_ptr_array_new_with_free_func (free_table);
  g_autoptr (GArray) across = collect (page, TRUE);
  g_autoptr (GArray) down = collect (page, FALSE);
  guint n = 0;

  if (across->len <= MAX_RULINGS && down->len <= MAX_RULINGS)
    {
      n = number_tables (across, down);
      join_halves (across, down, n);
      add_seams (across, down, n);
    }
  for (guint i = 1; i <= n; i++)
    {
      PdfTable *table = table_of (across, down, i);

      if (table != NULL)
        g_ptr_array_add (tables, table);
    }
  g_ptr_array_sort (tables, by_top);
  return tables;
}

PdfBox
pdf_table_cell_box (const PdfTable *table, const PdfCell *cell)
{
  return (PdfBox){ g_array_index (table->xs, double, cell->col),
                   g_array_index (table->ys, double, cell->row),
                   g_array_index (table->xs, double, cell->col + cell->col_span),
                   g_array_index (table->ys, double, cell->row + cell->row_span) };
}
