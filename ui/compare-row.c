/* ui/compare-row.c — a line of a comparison on the screen. */

#include "ui/compare-row.h"
#include "app/compare/difference.h"
#include "app/compare/wording.h"
#include "app/compare/write.h"

#include <glib/gi18n.h>

/* The cells of a row share its width in these parts. */
enum { SIGN, LEVEL, NAME, TARGET, DESCRIPTION, CRITERION, BASIS, LINEAGE, N_CELLS };

static const struct {
  const char *title;
  int         parts;
} columns[N_CELLS] = {
  [SIGN] = { "", 1 },
  [LEVEL] = { N_ ("Level"), 3 },
  [NAME] = { N_ ("Indicator"), 5 },
  [TARGET] = { N_ ("Target"), 4 },
  [DESCRIPTION] = { N_ ("Description"), 5 },
  [CRITERION] = { N_ ("Criterion"), 4 },
  [BASIS] = { N_ ("Basis"), 4 },
  [LINEAGE] = { N_ ("Continues"), 3 },
};

struct _UiCompareRow {
  GtkWidget  parent_instance;
  GtkWidget *grid;
  GtkWidget *cells[N_CELLS];
  GtkWidget *title; /* of a difference of a head */
  GtkWidget *words; /* … and it; or a whole line */
};

G_DEFINE_FINAL_TYPE (UiCompareRow, ui_compare_row, GTK_TYPE_WIDGET)

static const char *const classes[] = {
  [COMPARISON_SAME] = "same",       [COMPARISON_CHANGED] = "changed",
  [COMPARISON_TARGET] = "target",   [COMPARISON_ADDED] = "added",
  [COMPARISON_REMOVED] = "removed",
};

static GtkWidget *
new_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  return label;
}

/* Pango's markup of a text with its changed words marked, on any ground. */
static void
append_words (GString *markup, const char *before, const char *after)
{
  g_autoptr (GPtrArray) parts = wording_compare (before, after);

  for (guint i = 0; i < parts->len; i++)
    {
      const WordingPart *part = parts->pdata[i];
      g_autofree char   *text = g_markup_escape_text (part->text, -1);

      g_string_append_printf (
          markup,
          part->kind == WORDING_KEPT ? "%s"
          : part->kind == WORDING_REMOVED
              ? "<span strikethrough=\"true\" background=\"#d01c12\" "
                "background_alpha=\"20%%\">%s</span>"
              : "<span underline=\"single\" weight=\"bold\" "
                "background=\"#2e9e4f\" background_alpha=\"25%%\">%s</span>",
          text);
    }
}

static char *
markup_of_difference (const Difference *difference)
{
  GString         *markup = g_string_new (NULL);
  g_autofree char *amount = difference_amount (difference);

  append_words (markup, difference->before, difference->after);
  if (amount != NULL)
    g_string_append_printf (markup, " <small>（%s）</small>", amount);
  return g_string_free (markup, FALSE);
}

/* A cell of a row: what differs marked, else what stands there. */
static void
show_column (UiCompareRow *self, int cell, const RowComparison *row, const char *column,
             const char *text)
{
  for (guint i = 0; i < row->differences->len; i++)
    {
      const Difference *difference = row->differences->pdata[i];

      if (g_str_equal (difference->column, column))
        {
          g_autofree char *markup = markup_of_difference (difference);

          gtk_label_set_markup (GTK_LABEL (self->cells[cell]), markup);
          return;
        }
    }
  gtk_label_set_text (GTK_LABEL (self->cells[cell]), text ? text : "");
}

/* How sure it is that a pair is one, in words: “已确认”, “87%”, "" where there is no
 * pair.  */
static char *
sureness_text (gboolean is_pair, gboolean is_confirmed, int sureness)
{
  if (is_confirmed)
    return g_strdup (_ ("✓ confirmed"));
  return is_pair ? g_strdup_printf (_ ("%d%% sure"), sureness / 10) : g_strdup ("");
}

static void
show_lineage (UiCompareRow *self, const RowComparison *row)
{
  const LineageRow *pair = row->row;
  g_autofree char  *origin = comparison_row_origin (row);
  g_autofree char  *sureness =
      sureness_text (pair->before != NULL && pair->after != NULL, pair->is_confirmed,
                     pair->sureness);
  g_autofree char *text =
      g_strconcat (sureness, *sureness != '\0' && origin != NULL ? "\n" : "",
                   origin ? origin : "", NULL);

  gtk_label_set_text (GTK_LABEL (self->cells[LINEAGE]), text);
}

/* Both levels where the first one differs, else the second, which says enough. */
static void
show_level (UiCompareRow *self, const RowComparison *row, const Indicator *shown)
{
  for (guint i = 0; i < row->differences->len; i++)
    if (g_str_equal (((Difference *) row->differences->pdata[i])->column, "level1"))
      {
        show_column (self, LEVEL, row, "level1", shown->level1);
        return;
      }
  show_column (self, LEVEL, row, "level2",
               shown->level2 ? shown->level2 : shown->level1);
}

static void
show_row (UiCompareRow *self, const RowComparison *row)
{
  const Indicator *shown = row->row->after ? row->row->after : row->row->before;
  g_autofree char *target = difference_target (shown);

  gtk_label_set_text (GTK_LABEL (self->cells[SIGN]), comparison_kind_sign (row->kind));
  gtk_widget_set_tooltip_text (self->cells[SIGN], comparison_kind_title (row->kind));
  show_level (self, row, shown);
  show_column (self, NAME, row, "name", shown->name);
  show_column (self, TARGET, row, "value_text", target);
  show_column (self, DESCRIPTION, row, "description", shown->description);
  show_column (self, CRITERION, row, "criterion", shown->criterion);
  show_column (self, BASIS, row, "basis", shown->basis);
  show_lineage (self, row);
}

static void
show_table (UiCompareRow *self, const TableComparison *table)
{
  const LineageTable *pair = table->table;
  g_autofree char    *title = comparison_table_title (table);
  g_autofree char    *origin = comparison_table_origin (table);
  g_autofree char    *sureness =
      sureness_text (pair->before != NULL && pair->after != NULL, pair->is_confirmed,
                     pair->sureness);
  g_autofree char *text =
      g_strdup_printf ("%s　%s%s%s%s", comparison_kind_title (table->kind), title,
                       origin ? "（" : "", origin ? origin : "", origin ? "）" : "");

  gtk_label_set_text (GTK_LABEL (self->cells[SIGN]),
                      comparison_kind_sign (table->kind));
  gtk_label_set_text (GTK_LABEL (self->words), text);
  gtk_label_set_text (GTK_LABEL (self->cells[LINEAGE]), sureness);
}

static void
show_folded (UiCompareRow *self, const CompareLine *line)
{
  g_autofree char *text =
      g_strdup_printf (line->is_open ? _ ("▾ Fold %u rows that are not chosen")
                                     : _ ("▸ %u more rows: unchanged or not chosen"),
                       line->rows);

  gtk_label_set_text (GTK_LABEL (self->words), text);
}

static void
show_head (UiCompareRow *self, const Difference *difference)
{
  g_autofree char *markup = markup_of_difference (difference);

  gtk_label_set_text (GTK_LABEL (self->title), difference->title);
  gtk_label_set_markup (GTK_LABEL (self->words), markup);
}

static void
show_remark (UiCompareRow *self, const Remark *remark)
{
  g_autofree char *text = g_strconcat ("！", remark->text, NULL);

  gtk_label_set_text (GTK_LABEL (self->words), text);
}

/* Which cells a kind of line has, and how it looks. */
static void
choose_cells (UiCompareRow *self, const CompareLine *line)
{
  static const char *const kinds[] = {
    [COMPARE_TEXT] = "table",    [COMPARE_TABLE] = "table", [COMPARE_HEAD] = "head",
    [COMPARE_REMARK] = "remark", [COMPARE_ROW] = "row",     [COMPARE_FOLDED] = "folded",
  };
  gboolean    is_row = line->kind == COMPARE_ROW;
  gboolean    is_table = line->kind == COMPARE_TABLE;
  const char *css[] = { kinds[line->kind],
                        is_row     ? classes[line->row->kind]
                        : is_table ? classes[line->table->kind]
                                   : NULL,
                        NULL };

  gtk_widget_set_css_classes (GTK_WIDGET (self), css);
  for (int i = 0; i < N_CELLS; i++)
    gtk_widget_set_visible (self->cells[i],
                            is_row || (is_table && (i == SIGN || i == LINEAGE)));
  gtk_widget_set_visible (self->title, line->kind == COMPARE_HEAD);
  gtk_widget_set_visible (self->words, !is_row);
}

void
ui_compare_row_show (UiCompareRow *self, const CompareLine *line)
{
  choose_cells (self, line);
  switch (line->kind)
    {
    case COMPARE_TEXT:
      gtk_label_set_text (GTK_LABEL (self->words), _ ("Outside the tables"));
      break;
    case COMPARE_TABLE:
      show_table (self, line->table);
      break;
    case COMPARE_HEAD:
      show_head (self, line->difference);
      break;
    case COMPARE_REMARK:
      show_remark (self, line->remark);
      break;
    case COMPARE_ROW:
      show_row (self, line->row);
      break;
    case COMPARE_FOLDED:
      show_folded (self, line);
      break;
    }
}

static void
ui_compare_row_dispose (GObject *object)
{
  g_clear_pointer (&UI_COMPARE_ROW (object)->grid, gtk_widget_unparent);
  G_OBJECT_CLASS (ui_compare_row_parent_class)->dispose (object);
}

static void
ui_compare_row_class_init (UiCompareRowClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ui_compare_row_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class),
                                            GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "compare-row");
}

static void
ui_compare_row_init (UiCompareRow *self)
{
  int at = 0;

  self->grid = gtk_grid_new ();
  gtk_grid_set_column_homogeneous (GTK_GRID (self->grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 6);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  for (int i = 0; i < N_CELLS; at += columns[i++].parts)
    {
      self->cells[i] = new_label ();
      gtk_grid_attach (GTK_GRID (self->grid), self->cells[i], at, 0, columns[i].parts,
                       1);
    }
  gtk_widget_add_css_class (self->cells[SIGN], "sign");
  gtk_label_set_xalign (GTK_LABEL (self->cells[SIGN]), 0.5);
  gtk_widget_add_css_class (self->cells[LINEAGE], "dim-label");
  self->title = new_label ();
  self->words = new_label ();
  gtk_grid_attach (GTK_GRID (self->grid), self->title, 1, 0, columns[LEVEL].parts, 1);
  gtk_grid_attach (GTK_GRID (self->grid), self->words, 1 + columns[LEVEL].parts, 0,
                   at - 1 - columns[LEVEL].parts - columns[LINEAGE].parts, 1);
}

GtkWidget *
ui_compare_row_new (void)
{
  return g_object_new (UI_TYPE_COMPARE_ROW, NULL);
}

GtkWidget *
ui_compare_row_new_head (void)
{
  UiCompareRow *self = g_object_new (UI_TYPE_COMPARE_ROW, NULL);

  for (int i = 0; i < N_CELLS; i++)
    gtk_label_set_text (GTK_LABEL (self->cells[i]),
                        *columns[i].title != '\0' ? _ (columns[i].title) : "");
  gtk_widget_set_visible (self->title, FALSE);
  gtk_widget_set_visible (self->words, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "heading");
  return GTK_WIDGET (self);
}
