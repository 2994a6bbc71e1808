/* ui/overview-page.c — 汇总: what the texts of a department come to.
 *
 * The figures are read aside: first what is counted at once, then the findings, which
 * take long in a large file; what was counted of them is kept.
 */

#include "ui/overview-page.h"
#include "app/overview/counting.h"
#include "app/overview/layout.h"
#include "ui/naming.h"
#include "ui/overview-numbers.h"
#include "ui/overview-picture.h"
#include "ui/overview-print.h"
#include "ui/overview-rows.h"

#include <glib/gi18n.h>

/* So many rows of a bar are listed. */
#define MOST_ROWS 1000

/* So often the drawing is made anew while findings are counted, in microseconds. */
#define REFRESH G_USEC_PER_SEC

struct _UiOverviewPage {
  UiPage            parent_instance;
  GtkWidget        *department, *year; /* drop-downs */
  GtkWidget        *stack;             /* picture, numbers */
  GtkWidget        *picture, *numbers, *rows;
  GPtrArray        *departments; /* OverviewDepartment *, as the drop-down lists them */
  Overview         *overview;    /* NULL: none yet */
  gint64            shown;       /* the department of the overview; 0: all */
  gint64            document;    /* that department and year were chosen for */
  Errand           *asking;      /* for rows; NULL: nobody does */
  gint64            read;        /* the department that is being worked out */
  char             *asked;       /* the name of what rows are asked for */
  gboolean          is_filling;  /* the drop-downs */
  gint64            drawn;       /* when it was drawn last */
  OverviewCounting *counting;    /* NULL: nothing is counted yet */
};

G_DEFINE_FINAL_TYPE (UiOverviewPage, ui_overview_page, UI_TYPE_PAGE)

const Overview *
ui_overview_page_get (UiOverviewPage *self)
{
  return self->overview;
}

gboolean
ui_overview_page_is_busy (UiOverviewPage *self)
{
  return ui_page_is_reading (UI_PAGE (self)) || self->asking != NULL ||
         (self->counting != NULL && *overview_counting_place (self->counting) != NULL);
}

/* What a thread is to read. */
typedef struct {
  gint64         department;
  int            year;
  OverviewFigure figure; /* whose rows; of an overview nothing is set */
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->figure.key);
  g_free (request->figure.group);
  g_free (request);
}

static gpointer
read_texts (Db *db, gpointer what, Progress *progress, GError **error)
{
  const Request *request = what;

  return overview_new (db, request->department, request->year, FALSE, error);
}

static void
let_go (UiOverviewPage *self)
{
  ui_overview_picture_set (UI_OVERVIEW_PICTURE (self->picture), NULL);
  ui_overview_numbers_set (UI_OVERVIEW_NUMBERS (self->numbers), NULL);
  g_clear_pointer (&self->overview, overview_free);
}

/* The years there are, the newest first. */
static void
list_years (UiOverviewPage *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint i = self->overview->years->len; i > 0; i--)
    {
      g_autofree char *title =
          overview_year_title (g_array_index (self->overview->years, int, i - 1));

      gtk_string_list_append (titles, title);
    }
  self->is_filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->year), G_LIST_MODEL (titles));
  if (self->overview->years->len > 0)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->year),
                                self->overview->years->len - 1 - self->overview->year);
  gtk_widget_set_visible (self->year, self->overview->years->len > 1);
  self->is_filling = FALSE;
}

static void
show (UiOverviewPage *self)
{
  ui_overview_picture_set (UI_OVERVIEW_PICTURE (self->picture), self->overview);
  ui_overview_numbers_set (UI_OVERVIEW_NUMBERS (self->numbers), self->overview);
  self->drawn = g_get_monotonic_time ();
}

/* More findings are counted. */
static void
counted (GError *error, gpointer data)
{
  UiOverviewPage *self = data;
  gboolean        is_done = *overview_counting_place (self->counting) == NULL;

  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ui_page_complain (UI_PAGE (self), _ ("The findings cannot be counted"),
                      g_steal_pointer (&error));
  g_clear_error (&error);
  if (!is_done && g_get_monotonic_time () < self->drawn + REFRESH)
    return;
  overview_counting_fill (self->counting, self->overview);
  show (self);
}

static void
count (UiOverviewPage *self)
{
  static const char *const stages[] = { N_ ("Counting findings"), NULL };

  if (self->counting == NULL)
    self->counting = overview_counting_new (counted, self);
  overview_counting_begin (self->counting, ui_page_get_desk (UI_PAGE (self)),
                           self->overview);
  ui_waiting_follow (ui_page_get_waiting (UI_PAGE (self)),
                     overview_counting_place (self->counting), stages);
}

static void
come (gpointer result, GError *error, gpointer data)
{
  UiOverviewPage *self = data;
  Overview       *old = self->overview;
  g_autoptr (GError) cause = NULL;

  if (result == NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_error_free (error);
      return;
    }
  if (result == NULL)
    {
      ui_page_complain (UI_PAGE (self), _ ("The overview cannot be shown"), error);
      return;
    }
  self->overview = result;
  self->shown = self->read;
  list_years (self);
  if (self->counting != NULL &&
      !overview_counting_look (self->counting, ui_page_get_db (UI_PAGE (self)), &cause))
    g_warning ("%s", cause->message);
  count (self);
  show (self);
  g_clear_pointer (&old, overview_free);
}

static void
read_overview (UiOverviewPage *self, gint64 department, int year)
{
  static const ErrandKind  kind = { read_texts, request_free,
                                    (GDestroyNotify) overview_free, 0 };
  static const char *const stages[] = { N_ ("Reading figures"), NULL };
  Request                 *request = g_new0 (Request, 1);

  if (self->counting != NULL)
    overview_counting_stop (self->counting);
  request->department = department;
  request->year = year;
  self->read = department;
  ui_page_read (UI_PAGE (self), &kind, request, stages, come);
}

/* The department that is chosen; 0: all of them. */
static gint64
chosen_department (UiOverviewPage *self)
{
  guint place = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->department));
  guint all = self->departments->len > 1 ? 1 : 0; /* in front */

  return place >= all && place - all < self->departments->len
             ? ((OverviewDepartment *) self->departments->pdata[place - all])->id
             : 0;
}

static int
chosen_year (UiOverviewPage *self)
{
  guint place = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->year));

  return self->overview != NULL && place < self->overview->years->len
             ? g_array_index (self->overview->years, int,
                              self->overview->years->len - 1 - place)
             : OVERVIEW_NEWEST;
}

static void
close_rows (UiOverviewPage *self)
{
  gboolean is_inside = gtk_widget_get_focus_child (self->rows) != NULL;

  errand_drop (&self->asking);
  gtk_widget_set_visible (self->rows, FALSE);
  ui_overview_picture_show_activated (UI_OVERVIEW_PICTURE (self->picture), FALSE);
  if (is_inside)
    gtk_widget_child_focus (gtk_stack_get_visible_child (GTK_STACK (self->stack)),
                            GTK_DIR_TAB_FORWARD);
}

/* What was read of the other texts stays on the screen until these are. */
static void
chosen_cb (UiOverviewPage *self)
{
  gint64 department;
  int    year;

  if (self->is_filling || self->departments == NULL)
    return;
  department = chosen_department (self);
  year = department == self->shown ? chosen_year (self) : OVERVIEW_NEWEST;
  close_rows (self);
  read_overview (self, department, year);
}

/* The department is chosen when the document that is selected is another one. */
static void
list_departments (UiOverviewPage *self, gint64 selected)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint all = self->departments->len > 1 ? 1 : 0, place = 0;

  if (all > 0)
    gtk_string_list_append (titles, _ ("All departments"));
  for (guint i = 0; i < self->departments->len; i++)
    {
      const OverviewDepartment *one = self->departments->pdata[i];

      gtk_string_list_append (titles, one->name);
      if (one->id == selected)
        place = i + all;
    }
  self->is_filling = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->department), G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->department), place);
  gtk_widget_set_visible (self->department, self->departments->len > 1);
  self->is_filling = FALSE;
}

static void
ui_overview_page_clear (UiPage *page)
{
  UiOverviewPage *self = UI_OVERVIEW_PAGE (page);

  errand_drop (&self->asking);
  ui_waiting_forget (ui_page_get_waiting (UI_PAGE (self)));
  g_clear_pointer (&self->counting, overview_counting_free);
  let_go (self);
  gtk_widget_set_visible (self->rows, FALSE);
  g_clear_pointer (&self->departments, g_ptr_array_unref);
  self->document = 0;
}

static gboolean
ui_overview_page_load (UiPage *page, GError **error)
{
  UiOverviewPage *self = UI_OVERVIEW_PAGE (page);
  gint64          document = ui_page_get_document (page);
  gint64          department = self->shown;
  int             year = chosen_year (self);
  gboolean        is_same = document == self->document;
  GPtrArray      *departments = overview_departments (ui_page_get_db (page), error);

  if (departments == NULL ||
      (!is_same &&
       !overview_find (ui_page_get_db (page), document, &department, &year, error)))
    {
      g_clear_pointer (&departments, g_ptr_array_unref);
      return FALSE;
    }
  g_clear_pointer (&self->departments, g_ptr_array_unref);
  self->departments = departments;
  self->document = document;
  list_departments (self, department);
  department = chosen_department (self);
  read_overview (self, department, year);
  return TRUE;
}

static gpointer
read_rows (Db *db, gpointer what, Progress *progress, GError **error)
{
  const Request *request = what;

  return overview_rows (db, request->department, &request->figure, MOST_ROWS, error);
}

static void
go_to_row (UiOverviewPage *self, const OverviewRow *row)
{
  UiPlace place = { .document = row->document, .rule = row->rule };

  if (row->project != DB_NULL)
    place.project = row->project;
  if (row->indicator != DB_NULL && row->rule == NULL)
    {
      place.table = "indicator";
      place.row = row->indicator;
      place.column = "value_text";
    }
  ui_page_go_to (UI_PAGE (self), &place);
}

/* A single row is gone to; several are listed. */
static void
rows_come (gpointer result, GError *error, gpointer data)
{
  UiOverviewPage *self = data;
  GPtrArray      *rows = result;

  if (rows == NULL)
    {
      ui_page_complain (UI_PAGE (self), _ ("The rows cannot be shown"), error);
      return;
    }
  if (rows->len == 1)
    {
      go_to_row (self, rows->pdata[0]);
      g_ptr_array_unref (rows);
      return;
    }
  ui_overview_rows_show (UI_OVERVIEW_ROWS (self->rows), self->asked, rows, MOST_ROWS);
  gtk_widget_set_visible (self->rows, TRUE);
  ui_overview_picture_show_activated (UI_OVERVIEW_PICTURE (self->picture), TRUE);
  gtk_widget_grab_focus (self->rows);
}

/* With a connection of its own, as the page's may be counting. */
static void
ask (UiOverviewPage *self, const OverviewFigure *figure, const char *name)
{
  static const ErrandKind kind = { read_rows, request_free,
                                   (GDestroyNotify) g_ptr_array_unref, 0 };
  g_autoptr (Desk) desk =
      desk_new (db_get_path (ui_page_get_db (UI_PAGE (self))), DB_OPEN_READ);
  Request *request = g_new0 (Request, 1);

  request->department = self->shown;
  request->year = figure->year;
  request->figure = *figure;
  request->figure.key = g_strdup (figure->key);
  request->figure.group = g_strdup (figure->group);
  request->figure.title = NULL;
  g_free (self->asked);
  self->asked = g_strdup (name);
  errand_begin (&self->asking, desk, &kind, request, rows_come, self);
}

static void
mark_cb (UiOverviewPicture *picture, gpointer data, UiOverviewPage *self)
{
  const PictureMark *mark = data;

  ask (self, &mark->link, mark->name);
}

static void
cell_cb (UiOverviewNumbers *numbers, gpointer data, const char *name,
         UiOverviewPage *self)
{
  const ChartCell *cell = data;

  ask (self, &cell->link, name);
}

static void
row_cb (UiOverviewRows *rows, gpointer data, UiOverviewPage *self)
{
  go_to_row (self, data);
}

static void
closed_cb (UiOverviewRows *rows, UiOverviewPage *self)
{
  close_rows (self);
}

static void
ui_overview_page_print (UiPage *page)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "overview.print", NULL);
}

static void
ui_overview_page_dispose (GObject *object)
{
  UiOverviewPage *self = UI_OVERVIEW_PAGE (object);

  errand_drop (&self->asking);
  if (self->counting != NULL)
    ui_waiting_forget (ui_page_get_waiting (UI_PAGE (self)));
  g_clear_pointer (&self->counting, overview_counting_free);
  g_clear_pointer (&self->asked, g_free);
  if (self->overview != NULL)
    let_go (self);
  G_OBJECT_CLASS (ui_overview_page_parent_class)->dispose (object);
  g_clear_pointer (&self->departments, g_ptr_array_unref);
}

static void
ui_overview_page_class_init (UiOverviewPageClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ui_overview_page_dispose;
  UI_PAGE_CLASS (class)->load = ui_overview_page_load;
  UI_PAGE_CLASS (class)->clear = ui_overview_page_clear;
  UI_PAGE_CLASS (class)->print = ui_overview_page_print;
  ui_overview_print_install (GTK_WIDGET_CLASS (class));
}

static GtkWidget *
new_drop_down (UiOverviewPage *self, const char *name)
{
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);

  gtk_widget_set_tooltip_text (drop_down, name);
  ui_name (drop_down, name);
  g_signal_connect_swapped (drop_down, "notify::selected", G_CALLBACK (chosen_cb),
                            self);
  return drop_down;
}

static GtkWidget *
new_export_button (void)
{
  static const struct {
    const char *label, *action;
  } formats[] = { { N_ ("PDF…"), "overview.export::pdf" },
                  { N_ ("Picture (SVG)…"), "overview.export::svg" },
                  { N_ ("Web page…"), "overview.export::html" },
                  { N_ ("Numbers (CSV)…"), "overview.export::csv" } };
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    g_menu_append (menu, _ (formats[i].label), formats[i].action);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("_Export the overview"));
  gtk_menu_button_set_use_underline (GTK_MENU_BUTTON (button), TRUE);
  return button;
}

static GtkWidget *
make_bar (UiOverviewPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *switcher = gtk_stack_switcher_new ();
  GtkWidget *print = gtk_button_new_with_mnemonic (_ ("_Print the overview…"));
  GtkWidget *space = gtk_label_new (NULL);

  self->department = new_drop_down (self, _ ("Department"));
  self->year = new_drop_down (self, _ ("Year"));
  gtk_widget_set_hexpand (space, TRUE);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (self->stack));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (print), "overview.print");
  gtk_box_append (GTK_BOX (bar), self->department);
  gtk_box_append (GTK_BOX (bar), self->year);
  gtk_box_append (GTK_BOX (bar), space);
  gtk_box_append (GTK_BOX (bar), switcher);
  gtk_box_append (GTK_BOX (bar), print);
  gtk_box_append (GTK_BOX (bar), new_export_button ());
  gtk_widget_add_css_class (bar, "page-bar");
  return bar;
}

static GtkWidget *
make_views (UiOverviewPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkStack  *stack;

  self->stack = gtk_stack_new ();
  stack = GTK_STACK (self->stack);
  self->picture = ui_overview_picture_new ();
  self->numbers = ui_overview_numbers_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->picture);
  gtk_stack_page_set_title (gtk_stack_add_named (stack, scroller, "picture"),
                            _ ("Picture"));
  gtk_stack_page_set_title (gtk_stack_add_named (stack, self->numbers, "numbers"),
                            _ ("Numbers"));
  g_signal_connect (self->picture, "activated", G_CALLBACK (mark_cb), self);
  g_signal_connect (self->numbers, "activated", G_CALLBACK (cell_cb), self);
  return self->stack;
}

static void
ui_overview_page_init (UiOverviewPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);

  self->rows = ui_overview_rows_new ();
  gtk_widget_set_size_request (self->rows, 300, -1);
  gtk_widget_set_visible (self->rows, FALSE);
  g_signal_connect (self->rows, "activated", G_CALLBACK (row_cb), self);
  g_signal_connect (self->rows, "closed", G_CALLBACK (closed_cb), self);
  gtk_paned_set_start_child (GTK_PANED (paned), make_views (self));
  gtk_paned_set_end_child (GTK_PANED (paned), self->rows);
  gtk_paned_set_resize_end_child (GTK_PANED (paned), FALSE);
  gtk_paned_set_shrink_end_child (GTK_PANED (paned), FALSE);
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), paned);
  gtk_widget_set_vexpand (paned, TRUE);
  ui_page_set_child (UI_PAGE (self), box);
}
