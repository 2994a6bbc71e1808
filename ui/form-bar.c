/* ui/form-bar.c — what is said over the form about the project that it shows. */

#include "ui/form-bar.h"
#include "app/decimal.h"
#include "app/form/carried.h"
#include "app/form/edit.h"
#include "db/carried.h"
#include "db/evaluation.h"
#include "ui/window-review.h"

#include <glib/gi18n.h>
#include <string.h>

static const struct {
  const char *name, *layout, *title;
} layouts[] = {
  { "targets", NULL, N_ ("Targets") },
  { "monitoring", "monitoring", N_ ("Monitoring") },
  { "evaluation", "evaluation", N_ ("Self-evaluation") },
};

struct _UiFormBar {
  GtkWidget   parent_instance;
  GtkWidget  *box; /* its lines */
  GtkWidget  *line;
  GtkWidget  *switcher;
  GtkWidget  *buttons[G_N_ELEMENTS (layouts)];
  GtkWidget  *points;
  GtkWidget  *lacking;   /* a menu button */
  GtkWidget  *questions; /* the list below it */
  GtkWidget  *comments;  /* a button: how many there are */
  GtkWidget  *carried;
  GtkWidget  *carried_text;
  GtkWidget  *carried_cell; /* its buttons that are for a project */
  GtkWidget  *carried_project;
  UiFormPage *form;  /* borrowed */
  GPtrArray  *asked; /* EvaluationQuestion *, as in the list; NULL: none */
};

G_DEFINE_FINAL_TYPE (UiFormBar, ui_form_bar, GTK_TYPE_WIDGET)

/* Where the answer to a question is typed. */
static const struct {
  const char *kind, *field;
} answers[] = {
  { "missing", "actual" },
  { "words", "score" },
  { "unexplained", "reason" },
  { "exceeded", "reason" },
  { "weights", "weight" },
  { "spent", "spent" },
  { "execution", "conclusion" },
  /* of the monitoring */
  { "monitored", "monitored" },
  { "likelihood", "likelihood" },
  { "deviation", "monitored_reason" },
  { "monitored_spent", "monitored_spent" },
};

static const FormCell *
cell_of_question (const FormTable *table, const EvaluationQuestion *question)
{
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    if (g_str_equal (answers[i].kind, question->kind))
      return form_edit_find (table, answers[i].field, question->indicator);
  return NULL;
}

static void
question_cb (GtkListBox *list, GtkListBoxRow *row, UiFormBar *self)
{
  const FormTable *table = ui_form_page_get_table (self->form);
  guint            i = (guint) gtk_list_box_row_get_index (row);
  const FormCell  *cell = table != NULL && self->asked != NULL && i < self->asked->len
                              ? cell_of_question (table, self->asked->pdata[i])
                              : NULL;

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->lacking));
  if (cell != NULL)
    ui_form_page_go_to (self->form, cell);
}

static gboolean
list_question (UiFormBar *self, Db *db, const EvaluationQuestion *question,
               GError **error)
{
  g_autofree char *name = evaluation_target_name (db, question->indicator, error);
  g_autofree char *text = NULL;
  GtkWidget       *label;

  if (name == NULL)
    return FALSE;
  text = g_strdup_printf ("%s%s%s", name, *name != '\0' ? "：" : "", question->message);
  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_list_box_append (GTK_LIST_BOX (self->questions), label);
  return TRUE;
}

static void
clear_questions (UiFormBar *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->questions)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->questions), row);
  g_clear_pointer (&self->asked, g_ptr_array_unref);
}

/* Lists the questions, and marks the cells that are to answer them. */
static gboolean
show_questions (UiFormBar *self, Db *db, const FormTable *table, gboolean is_monitoring,
                GError **error)
{
  g_autofree char *label = NULL;

  clear_questions (self);
  self->asked = evaluation_questions (db, table->project, is_monitoring, error);
  for (guint i = 0; self->asked != NULL && i < self->asked->len; i++)
    {
      const EvaluationQuestion *question = self->asked->pdata[i];
      const FormCell           *cell = cell_of_question (table, question);

      if (!list_question (self, db, question, error))
        return FALSE;
      if (cell != NULL)
        ui_form_page_add_mark (self->form, cell, "warning", question->message);
    }
  if (self->asked == NULL)
    return FALSE;
  label = g_strdup_printf (_ ("%u still open"), self->asked->len);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->lacking), label);
  gtk_widget_set_visible (self->lacking, self->asked->len > 0);
  return TRUE;
}

static char *
points_text (gint64 e6)
{
  return e6 == DB_NULL ? g_strdup ("—") : decimal_write (e6);
}

static gboolean
show_points (UiFormBar *self, Db *db, gint64 project, GError **error)
{
  g_autofree char *score = NULL, *weight = NULL, *rate = NULL, *text = NULL;
  EvaluationTotal  total;

  if (!evaluation_total (db, project, &total, error))
    return FALSE;
  score = points_text (total.score_e6);
  weight = points_text (total.weight_e6);
  rate = points_text (total.rate_e6);
  text = g_strdup_printf (_ ("%s of %s points, %s%s of the budget spent"), score,
                          weight, rate, total.rate_e6 == DB_NULL ? "" : "%");
  gtk_label_set_text (GTK_LABEL (self->points), text);
  return TRUE;
}

static gboolean
mark_carried (UiFormBar *self, Db *db, gint64 document, const FormTable *table,
              GError **error)
{
  g_autoptr (GPtrArray) cells = form_carried_cells (db, document, table, error);

  for (guint i = 0; cells != NULL && i < cells->len; i++)
    ui_form_page_add_mark (self->form, cells->pdata[i], "carried",
                           _ ("As last year; neither changed nor confirmed yet"));
  return cells != NULL;
}

/* How many there are, with the buttons to confirm them. */
static gboolean
show_carried (UiFormBar *self, Db *db, gint64 document, const FormTable *table,
              GError **error)
{
  gint64           all = carried_count (db, document, 0, error);
  gint64           here = all > 0 && table != NULL
                              ? carried_count (db, document, table->project, error)
                              : 0;
  g_autofree char *text = NULL;

  if (all < 0 || here < 0)
    return FALSE;
  text = table != NULL
             ? g_strdup_printf (_ ("↻ As last year: %d here, %d in the text"),
                                (int) here, (int) all)
             : g_strdup_printf (_ ("↻ As last year: %d in the text"), (int) all);
  gtk_label_set_text (GTK_LABEL (self->carried_text), text);
  gtk_widget_set_visible (self->carried, all > 0);
  gtk_widget_set_visible (self->carried_cell, here > 0);
  gtk_widget_set_visible (self->carried_project, here > 0);
  return here == 0 || mark_carried (self, db, document, table, error);
}

/* How many comments of the project, or of the text, wait for an answer or a word. */
static gboolean
show_comments (UiFormBar *self, UiFormSheet *sheet, Db *db, gint64 document,
               const FormTable *table, GError **error)
{
  g_autofree char *label = NULL;
  guint            n;

  if (!ui_window_review_mark (sheet, db, document, table != NULL ? table->project : 0,
                              &n, error))
    return FALSE;
  label = g_strdup_printf (_ ("✎ %u comments"), n);
  gtk_button_set_label (GTK_BUTTON (self->comments), label);
  gtk_widget_set_visible (self->comments, n > 0);
  return TRUE;
}

gboolean
ui_form_bar_update (UiFormBar *self, UiFormPage *form, UiFormSheet *sheet, Db *db,
                    gint64 document, GError **error)
{
  const FormTable *table = ui_form_page_get_table (form);
  const char      *layout = ui_form_page_get_layout (form);
  gboolean is_evaluation = table != NULL && g_strcmp0 (layout, "evaluation") == 0;
  gboolean is_monitoring = table != NULL && g_strcmp0 (layout, "monitoring") == 0;

  self->form = form;
  gtk_widget_set_visible (GTK_WIDGET (self), document != 0);
  for (gsize i = 0; i < G_N_ELEMENTS (layouts); i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->buttons[i]),
                                  g_strcmp0 (layout, layouts[i].layout) == 0);
  gtk_widget_set_visible (self->points, is_evaluation);
  gtk_widget_set_visible (self->lacking, FALSE);
  gtk_widget_set_visible (self->carried, FALSE);
  if (document == 0)
    return TRUE;
  if ((is_evaluation && !show_points (self, db, table->project, error)) ||
      ((is_evaluation || is_monitoring) &&
       !show_questions (self, db, table, is_monitoring, error)))
    return FALSE;
  if (!show_carried (self, db, document, table, error) ||
      !show_comments (self, sheet, db, document, table, error))
    return FALSE;
  gtk_widget_set_visible (self->line,
                          table != NULL || gtk_widget_get_visible (self->comments));
  gtk_widget_set_visible (self->switcher, table != NULL);
  /* A bar with nothing on it is not there. */
  gtk_widget_set_visible (GTK_WIDGET (self),
                          gtk_widget_get_visible (self->line) ||
                              gtk_widget_get_visible (self->carried));
  return TRUE;
}

gboolean
ui_form_bar_find_layout (const char *name, const char **layout)
{
  for (gsize i = 0; i < G_N_ELEMENTS (layouts); i++)
    if (strcmp (name, layouts[i].name) == 0)
      {
        *layout = layouts[i].layout;
        return TRUE;
      }
  return FALSE;
}

static const FormCell *
find (const FormTable *table, const char *field, gint64 indicator, const UiPlace *place)
{
  return place->table == NULL
             ? form_edit_find (table, field, indicator)
             : form_edit_find_cell (table, place->table, place->row, place->column);
}

/* How well a table shows a place: 0 not at all, 1 another cell of its record, 2 itself.
 */
static int
shows (const FormTable *table, const char *field, gint64 indicator,
       const UiPlace *place)
{
  const FormCell *cell = find (table, field, indicator, place);

  if (cell == NULL)
    return 0;
  return place->column == NULL || g_strcmp0 (cell->column_name, place->column) == 0 ? 2
                                                                                    : 1;
}

const FormCell *
ui_form_bar_seek (UiFormPage *form, const char *field, gint64 indicator,
                  const UiPlace *place)
{
  Db         *db = ui_form_sheet_get_db (ui_form_page_get_sheet (form));
  const char *best = ui_form_page_get_layout (form);
  int         most = shows (ui_form_page_get_table (form), field, indicator, place);

  if (field == NULL && place->table == NULL)
    return NULL;
  for (gsize i = 0; most < 2 && i < G_N_ELEMENTS (layouts); i++)
    {
      g_autoptr (FormTable) table =
          form_table_new (db, place->project, layouts[i].layout, NULL);
      int score = table != NULL ? shows (table, field, indicator, place) : 0;

      if (score <= most)
        continue;
      most = score;
      best = layouts[i].layout;
    }
  if (best != ui_form_page_get_layout (form))
    {
      ui_form_page_set_layout (form, best);
      ui_form_page_show (form, db, place->project, NULL);
    }
  return find (ui_form_page_get_table (form), field, indicator, place);
}

static void
ui_form_bar_dispose (GObject *object)
{
  UiFormBar *self = UI_FORM_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->asked, g_ptr_array_unref);
  G_OBJECT_CLASS (ui_form_bar_parent_class)->dispose (object);
}

static void
ui_form_bar_class_init (UiFormBarClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ui_form_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class),
                                            GTK_TYPE_BIN_LAYOUT);
}

static void
make_switcher (UiFormBar *self)
{
  self->switcher = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->switcher, "linked");
  for (gsize i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      self->buttons[i] = gtk_toggle_button_new_with_label (_ (layouts[i].title));
      gtk_widget_set_focus_on_click (self->buttons[i], FALSE);
      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->buttons[i]), "s",
                                        layouts[i].name);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->buttons[i]),
                                      "win.form-table");
      gtk_box_append (GTK_BOX (self->switcher), self->buttons[i]);
    }
  gtk_box_append (GTK_BOX (self->line), self->switcher);
}

static void
make_lacking (UiFormBar *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->questions = gtk_list_box_new ();
  g_signal_connect (self->questions, "row-activated", G_CALLBACK (question_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->questions),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What the table lacks"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->questions);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller),
                                                    TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 420);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  self->lacking = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->lacking), popover);
  gtk_widget_set_tooltip_text (self->lacking, _ ("What the self-evaluation lacks"));
  gtk_box_append (GTK_BOX (self->line), self->lacking);
}

static GtkWidget *
add_confirm (UiFormBar *self, const char *target, const char *label, const char *tip)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_tooltip_text (button, tip);
  /* The cell is the one with the cursor, which stays there. */
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.confirm-carried");
  gtk_box_append (GTK_BOX (self->carried), button);
  return button;
}

static void
make_carried (UiFormBar *self)
{
  self->carried = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->carried_text = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->carried_text), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->carried_text, "carried");
  gtk_box_append (GTK_BOX (self->carried), self->carried_text);
  self->carried_cell =
      add_confirm (self, "cell", _ ("Confirm the cell"),
                   _ ("What stands in the cell is meant so (Ctrl+Shift+K)"));
  self->carried_project =
      add_confirm (self, "project", _ ("The project"),
                   _ ("All that is as last year in this project is meant so"));
  add_confirm (self, "document", _ ("The whole text"),
               _ ("All that is as last year in the text is meant so"));
  gtk_box_append (GTK_BOX (self->box), self->carried);
}

static void
ui_form_bar_init (UiFormBar *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (self->box, "page-bar");
  gtk_box_append (GTK_BOX (self->box), self->line);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  make_switcher (self);
  self->points = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->points), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->points), 0);
  gtk_widget_set_hexpand (self->points, TRUE);
  gtk_box_append (GTK_BOX (self->line), self->points);
  make_lacking (self);
  self->comments = gtk_button_new ();
  gtk_widget_set_tooltip_text (self->comments, _ ("Comments that are not settled"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->comments), "s", "review");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->comments), "win.page");
  gtk_box_append (GTK_BOX (self->line), self->comments);
  make_carried (self);
}
