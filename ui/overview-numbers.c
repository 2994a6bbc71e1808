/* ui/overview-numbers.c — the numbers of the overview as a table. */

#include "ui/overview-numbers.h"
#include "ui/line.h"
#include "ui/text-table.h"

#include <glib/gi18n.h>

/* A line: an item of a chart in a year. */
typedef struct {
  const Overview  *overview;
  const Chart     *chart;
  const ChartItem *item;
  guint            year;
} Number;

struct _UiOverviewNumbers {
  GtkWidget   parent_instance;
  GtkWidget  *scroller;
  GListStore *lines;
};

enum { ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiOverviewNumbers, ui_overview_numbers, GTK_TYPE_WIDGET)

static char *
chart_title (gpointer line, gpointer data)
{
  return g_strdup (((Number *) ui_line_get (line))->chart->title);
}

static char *
item_title (gpointer line, gpointer data)
{
  const Number *number = ui_line_get (line);

  return g_strconcat (number->item->group ? number->item->group : "",
                      number->item->group ? "　" : "", number->item->label, NULL);
}

static char *
year_title (gpointer line, gpointer data)
{
  const Number *number = ui_line_get (line);

  return overview_year_title (
      g_array_index (number->overview->years, int, number->year));
}

static char *
numbers_text (gpointer line, gpointer data)
{
  const Number *number = ui_line_get (line);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < CHART_MEASURES && number->chart->measures[i].title != NULL; i++)
    {
      g_autofree char *one = chart_text (number->chart, number->item, number->year, i);

      if (one != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "　" : "", one);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add (UiOverviewNumbers *self, const Overview *overview, const Chart *chart)
{
  for (guint k = 0; k < chart->items->len; k++)
    for (guint year = overview->years->len; year > 0; year--)
      {
        const ChartItem *item = chart->items->pdata[k];
        Number          *number;

        if (!chart_cell (item, year - 1)->is_link)
          continue;
        number = g_new (Number, 1);
        *number = (Number){ overview, chart, item, year - 1 };
        g_list_store_append (self->lines, ui_line_new (number, g_free));
      }
}

void
ui_overview_numbers_set (UiOverviewNumbers *self, const Overview *overview)
{
  g_list_store_remove_all (self->lines);
  for (guint i = 0; overview != NULL && i < CHARTS; i++)
    add (self, overview, &overview->charts[i]);
}

static void
activate_cb (GtkColumnView *view, guint place, UiOverviewNumbers *self)
{
  g_autoptr (UiLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), place);
  const Number    *number = ui_line_get (line);
  g_autofree char *item = item_title (line, NULL);
  g_autofree char *year = year_title (line, NULL);
  g_autofree char *name = g_strjoin ("，", item, year, NULL);

  g_signal_emit (self, signals[ACTIVATED], 0, chart_cell (number->item, number->year),
                 name);
}

static void
ui_overview_numbers_dispose (GObject *object)
{
  g_clear_pointer (&UI_OVERVIEW_NUMBERS (object)->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (ui_overview_numbers_parent_class)->dispose (object);
}

static void
ui_overview_numbers_class_init (UiOverviewNumbersClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ui_overview_numbers_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[ACTIVATED] =
      g_signal_new ("activated", UI_TYPE_OVERVIEW_NUMBERS, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);
}

static void
ui_overview_numbers_init (UiOverviewNumbers *self)
{
  static const UiTextColumn columns[] = {
    { N_ ("Chart"), 150, chart_title },
    { N_ ("What is counted"), 0, item_title },
    { N_ ("Year"), 80, year_title },
    { N_ ("Numbers"), 0, numbers_text },
  };
  g_autoptr (GtkSelectionModel) selection = NULL;

  self->lines = g_list_store_new (UI_TYPE_LINE);
  selection =
      GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (self->lines)));
  self->scroller =
      ui_text_table_new (selection, _ ("Numbers of the overview"), columns,
                         G_N_ELEMENTS (columns), G_CALLBACK (activate_cb), self);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
ui_overview_numbers_new (void)
{
  return g_object_new (UI_TYPE_OVERVIEW_NUMBERS, NULL);
}
