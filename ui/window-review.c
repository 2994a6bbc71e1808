/* ui/window-review.c — commenting on a cell, a row, a project or the whole text. */

#include "ui/window-review.h"
#include "app/form/edit.h"
#include "app/review/review.h"
#include "ui/cell.h"
#include "ui/context-menu.h"
#include "ui/text-dialog.h"
#include "ui/window.h"

#include <glib/gi18n.h>
#include <string.h>

/* A comment that is being written. */
typedef struct {
  UiWindow *window; /* which the dialog goes with */
  gint64    document;
  Comment  *comment;
} Saying;

static void
saying_free (gpointer data)
{
  db_record_free (&comment_table, ((Saying *) data)->comment);
  g_free (data);
}

static void
said (const char *text, gboolean option, gpointer data)
{
  Saying *saying = data;
  g_autoptr (GError) error = NULL;
  Db *db = ui_window_get_db (saying->window);

  db_record_take_text (&saying->comment->text, g_strdup (text));
  if (db == NULL)
    return;
  if (review_say (db, saying->document, saying->comment, &error) == 0)
    ui_window_complain (saying->window, _ ("The comment was not stored"),
                        g_steal_pointer (&error));
  ui_window_show (saying->window);
}

/* FALSE: there is no such thing to comment on. */
static gboolean
aim (UiWindow *window, const char *what, Comment *comment)
{
  const FormTable *table = ui_form_page_get_table (ui_window_get_form (window));
  const FormCell  *cell = ui_form_sheet_get_cursor (ui_window_get_sheet (window));
  gint64           project = table != NULL ? table->project : 0;
  gboolean has_row = cell != NULL && cell->table_name != NULL && cell->row_id > 0;

  if (strcmp (what, "cell") == 0 && has_row)
    review_aim (comment, project, cell->table_name, cell->row_id, cell->column_name);
  else if (strcmp (what, "row") == 0 && has_row)
    review_aim (comment, project, cell->table_name, cell->row_id, NULL);
  else if (strcmp (what, "project") == 0 && project != 0)
    review_aim (comment, project, "project", project, NULL);
  else if (strcmp (what, "text") == 0)
    review_aim (comment, 0, NULL, 0, NULL);
  else
    return FALSE;
  return TRUE;
}

/* The place in words: of a table as a whole, its name. */
static char *
place_text (Db *db, const Comment *comment)
{
  g_autofree char *place = review_place (db, comment, NULL);

  return place != NULL && *place == '\0' ? g_strdup (_ ("The whole project"))
                                         : g_steal_pointer (&place);
}

static void
comment_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiWindow        *window = UI_WINDOW (widget);
  Saying          *saying = g_new (Saying, 1);
  g_autofree char *place = NULL;
  UiTextQuestion   question = { .title = _ ("Comment"), .accept = _ ("_Say it") };

  *saying = (Saying){ window, ui_window_get_document (window),
                      db_record_new (&comment_table) };
  if (!ui_window_commit (window) ||
      !aim (window, g_variant_get_string (parameter, NULL), saying->comment))
    {
      gtk_widget_error_bell (widget);
      saying_free (saying);
      return;
    }
  place = place_text (ui_window_get_db (window), saying->comment);
  question.text = place != NULL ? place : "";
  ui_ask_text (GTK_WINDOW (window), &question, said, saying, saying_free);
}

void
ui_window_review_install (GtkWidgetClass *widget_class)
{
  static const struct {
    const char     *what;
    GdkModifierType state;
  } keys[] = {
    { "cell", GDK_CONTROL_MASK | GDK_ALT_MASK },
    { "row", GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK },
  };

  gtk_widget_class_install_action (widget_class, "win.comment", "s", comment_cb);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, keys[i].state,
                                         "win.comment", "s", keys[i].what);
}

void
ui_window_review_update (GtkWidget *widget)
{
  UiWindow *window = UI_WINDOW (widget);
  Db       *db = ui_window_get_db (window);

  gtk_widget_action_set_enabled (widget, "win.comment",
                                 db != NULL && !db_is_read_only (db) &&
                                     ui_window_get_document (window) != 0);
}

/* The cell under the pointer gets the cursor: it is the one that is meant. */
static GtkWidget *
choose_cell (GtkWidget *picked)
{
  GtkWidget *cell =
      UI_IS_CELL (picked) ? picked : gtk_widget_get_ancestor (picked, UI_TYPE_CELL);

  return cell != NULL && !ui_cell_is_editing (UI_CELL (cell)) &&
                 gtk_widget_grab_focus (cell)
             ? cell
             : NULL;
}

void
ui_window_review_add_menu (GtkWidget *form)
{
  ui_context_menu_add_resource (form, "/jixiao/ui/form-menu.ui", choose_cell);
}

/* The cell that a comment speaks of: the first of a row, the name of a project. */
static const FormCell *
cell_of (const FormTable *table, const Comment *comment)
{
  ReviewTarget target = review_target (comment);

  return form_edit_find_cell (table, target.table, target.row,
                              target.column != NULL                   ? target.column
                              : comment->indicator_id != DB_NULL      ? "name"
                              : strcmp (target.table, "project") == 0 ? "name"
                                                                      : NULL);
}

static char *
mark_text (const Comment *comment)
{
  return comment->answer == NULL
             ? g_strdup_printf (_ ("%s: %s"), comment->who, comment->text)
             : g_strdup_printf (_ ("%s: %s — answer: %s"), comment->who, comment->text,
                                comment->answer);
}

/* In whichever of the tables shows it. */
static void
mark (UiFormSheet *sheet, const Comment *comment)
{
  GPtrArray       *grids = ui_form_sheet_get_grids (sheet);
  g_autofree char *text = mark_text (comment);

  for (guint i = 0; i < grids->len && review_target (comment).table != NULL; i++)
    {
      const FormTable *table = ui_form_grid_get_table (grids->pdata[i]);
      const FormCell  *cell = table != NULL ? cell_of (table, comment) : NULL;

      if (cell != NULL)
        ui_form_sheet_add_mark (sheet, grids->pdata[i], cell, "comment", text);
    }
}

gboolean
ui_window_review_mark (UiFormSheet *sheet, Db *db, gint64 document, gint64 project,
                       guint *n, GError **error)
{
  GPtrArray *comments = comments_of_document (db, document, NULL, error);

  *n = 0;
  if (comments == NULL)
    return FALSE;
  for (guint i = 0; i < comments->len; i++)
    {
      const Comment *comment = comments->pdata[i];

      if (strcmp (comment->state, "settled") == 0 ||
          (project != 0 && comment->project_id != project))
        continue;
      ++*n;
      mark (sheet, comment);
    }
  db_record_array_free (&comment_table, comments);
  return TRUE;
}
