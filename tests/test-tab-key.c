/* tests/test-tab-key.c — Tab goes through every control of each page and dialog as one
 * reads, and comes back; Shift+Tab goes the other way.
 */

#include "app/edit/arrangement.h"
#include "db/tree.h"
#include "tests/folder.h"
#include "tests/suite.h"
#include "tests/typing.h"
#include "tests/walk.h"
#include "tests/windowed.h"
#include "ui/import-window.h"
#include "ui/language.h"
#include "ui/navigator.h"
#include "ui/page.h"
#include "ui/word-lists.h"

#include <string.h>

static gboolean
was_visited (GPtrArray *visited, GtkWidget *control)
{
  for (guint i = 0; i < visited->len; i++)
    if (visited->pdata[i] == control ||
        gtk_widget_is_ancestor (visited->pdata[i], control) ||
        gtk_widget_is_ancestor (control, visited->pdata[i]))
      return TRUE;
  return FALSE;
}

/* The first that was not; one that went, or that there is nothing to do with any more,
 * need not be.  NULL: all were.  */
static GtkWidget *
first_missed (GPtrArray *controls, GPtrArray *visited)
{
  for (guint i = 0; i < controls->len; i++)
    if (gtk_widget_get_mapped (controls->pdata[i]) &&
        gtk_widget_is_sensitive (controls->pdata[i]) &&
        !was_visited (visited, controls->pdata[i]))
      return controls->pdata[i];
  return NULL;
}

/* From the one that is first to the one that is last. */
static void
check_order (GPtrArray *visited, gboolean back, const char *what)
{
  guint turns = 0;

  for (guint i = 0; i + 1 < visited->len; i++)
    {
      GtkWidget *from = visited->pdata[back ? i + 1 : i];
      GtkWidget *to = visited->pdata[back ? i : i + 1];

      if (!gtk_widget_get_mapped (from) || !gtk_widget_get_mapped (to))
        continue;                                    /* it went in the meantime */
      if (!walk_is_onward (from, to) && ++turns > 1) /* once it begins again */
        {
          g_autofree char *one = walk_name (from);
          g_autofree char *other = walk_name (to);

          ck_abort_msg ("%s: %s before %s", what, one, other);
        }
    }
}

/* Goes round, and once more when what was there became another meanwhile. */
static void
check_round (GtkWindow *on, gboolean back, const char *what)
{
  g_autoptr (GPtrArray) controls = walk_controls (GTK_WIDGET (on));
  g_autoptr (GPtrArray) visited = walk_round (on, back);
  g_autoptr (GPtrArray) later = walk_controls (GTK_WIDGET (on));
  GtkWidget *missed = first_missed (controls, visited);

  ck_assert_msg (visited->len > 0 && gtk_window_get_focus (on) != NULL,
                 "%s: the focus is lost", what);
  if (missed != NULL && later->len != controls->len)
    check_round (on, back, what);
  else if (missed != NULL)
    {
      g_autofree char *name = walk_name (missed);

      ck_abort_msg ("%s: not %s", what, name);
    }
  else
    check_order (visited, back, what);
}

static void
check_walk (GtkWindow *on, const char *what)
{
  windowed_draw (on); /* what stands where is known then */
  check_round (on, FALSE, what);
  check_round (on, TRUE, what);
}

static const char *const pages[] = { "records", "ledger",  "waivers", "compare",
                                     "library", "review",  "history", "rules",
                                     "preview", "overview" };

START_TEST (tab_goes_through_each_page)
{
  windowed_open ("nongye-2024.txt");
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      windowed_act ("win.page", g_variant_new_string (pages[i]));
      check_walk (GTK_WINDOW (window), pages[i]);
    }
}
END_TEST

/* How a dialog is come to. */
static const struct {
  const char *what;
  TreeKind    line; /* that is selected */
  const char *action, *target;
} dialogs[] = {
  { "new text", TREE_PROJECT, "win.new-text", NULL },
  { "add unit", TREE_PROJECT, "win.add-unit", NULL },
  { "rename department", TREE_DOCUMENT, "win.rename", NULL },
  { "duplicate text", TREE_DOCUMENT, "win.duplicate", NULL },
  { "draft", TREE_PROJECT, "win.draft-next-year", NULL },
  { "split", TREE_PROJECT, "win.split", NULL },
  { "move", TREE_PROJECT, "win.move-to", NULL },
  { "delete", TREE_PROJECT, "win.delete", NULL },
  { "export", TREE_PROJECT, "win.export", NULL },
  { "waive", TREE_PROJECT, "win.waive", NULL },
  { "fix all", TREE_DOCUMENT, "win.fix-certain", NULL },
  { "source", TREE_PROJECT, "win.show-source", NULL },
  { "comment", TREE_PROJECT, "win.comment", "cell" },
};

static GtkWindow *
open_dialog (guint n, gint64 project)
{
  ui_window_select (window, ui_window_get_document (window),
                    dialogs[n].line == TREE_DOCUMENT ? 0 : project);
  windowed_settle ();
  if (dialogs[n].line == TREE_PROJECT) /* with the cursor in the form */
    windowed_act ("win.next-finding", NULL);
  windowed_act (dialogs[n].action, dialogs[n].target != NULL
                                       ? g_variant_new_string (dialogs[n].target)
                                       : NULL);
  ck_assert_msg (windowed_dialog () != NULL, "%s", dialogs[n].what);
  return windowed_dialog ();
}

/* A letter that leads to a control, in a table of letters. */
static void
take_letter (GtkWidget *label, GHashTable *letters, const char *what)
{
  guint letter = gtk_label_get_mnemonic_keyval (GTK_LABEL (label));

  if (letter == GDK_KEY_VoidSymbol || letter == 0)
    return;
  ck_assert_msg (g_hash_table_add (letters, GUINT_TO_POINTER (letter)),
                 "%s: Alt+%s again: %s", what, gdk_keyval_name (letter),
                 gtk_label_get_text (GTK_LABEL (label)));
}

/* Every button has one; a control beside a label has the label's. */
static void
check_letters (GtkWidget *from, GHashTable *letters, const char *what)
{
  if (!gtk_widget_get_mapped (from) || GTK_IS_LIST_VIEW (from))
    return;
  if (GTK_IS_LABEL (from))
    take_letter (from, letters, what);
  if (GTK_IS_BUTTON (from) && gtk_button_get_label (GTK_BUTTON (from)) != NULL)
    ck_assert_msg (gtk_button_get_use_underline (GTK_BUTTON (from)) &&
                       strchr (gtk_button_get_label (GTK_BUTTON (from)), '_') != NULL,
                   "%s: no letter in %s", what,
                   gtk_button_get_label (GTK_BUTTON (from)));
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    check_letters (child, letters, what);
}

/* The dialog that is open; it is closed. */
static void
check_dialog (GtkWindow *dialog, const char *what)
{
  g_autoptr (GHashTable) letters = g_hash_table_new (NULL, NULL);

  ck_assert_msg (dialog != NULL, "%s", what);
  check_letters (GTK_WIDGET (dialog), letters, what);
  check_walk (dialog, what);
  gtk_window_destroy (dialog);
  windowed_settle ();
}

/* The language of the texts in the program, and one that they are translated to. */
static const char *const languages[] = { "en", "zh_CN" };

START_TEST (tab_and_letters_go_through_each_dialog)
{
  gint64 project;

  g_setenv ("LANGUAGE", languages[_i], TRUE);
  ui_language_set ();
  windowed_open ("nongye-2024.txt");
  project = ui_form_page_get_table (ui_window_get_form (window))->project;
  for (gsize i = 0; i < G_N_ELEMENTS (dialogs); i++)
    check_dialog (open_dialog (i, project), dialogs[i].what);
}
END_TEST

START_TEST (tab_and_letters_go_through_the_word_lists_and_the_dialogs_of_a_unit)
{
  static const char *const actions[] = { "win.rename", "win.duplicate" };
  gint64                   unit;

  g_setenv ("LANGUAGE", languages[_i], TRUE);
  ui_language_set ();
  windowed_open ("nongye-2024.txt");
  unit = arrangement_add_unit (ui_window_get_db (window), 1, "101", "农技站", NULL);
  ck_assert (arrangement_add_project (ui_window_get_db (window), 1, unit, NULL) != 0);
  ui_window_reload (window);
  windowed_settle ();
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      ck_assert (
          ui_navigator_select_line (ui_window_get_navigator (window), 1,
                                    &(TreeKey){ .kind = TREE_UNIT, .id = unit }));
      windowed_settle ();
      windowed_act (actions[i], NULL);
      check_dialog (windowed_dialog (), actions[i]);
    }
  ui_word_lists_edit (UI_PAGE (windowed_page ("rules")));
  windowed_settle ();
  check_dialog (windowed_dialog (), "word lists");
}
END_TEST

static GtkWindow *
import_window (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) each = g_list_model_get_item (windows, i);

      if (UI_IS_IMPORT_WINDOW (each))
        return each;
    }
  return NULL;
}

/* A document of which one text is not understood, and a second one or none. */
static void
open_import (guint n)
{
  static const char text[] = "甲局2025年部门预算绩效文本\n1、河道清淤绩效目标表\n"
                             "项目编码\t13000001\t项目名称\t河道清淤\n"
                             "资金用途\t清淤费用\n联系人\t张某\n";
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.txt", i);
      g_autofree char *path = folder_path (name);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      ck_assert (g_file_set_contents (path, text, -1, NULL));
      g_ptr_array_add (files, ui_import_file_new (file));
    }
  ui_import_window_open (window, files);
  for (guint i = 0; i < n; i++)
    while (ui_import_file_get_state (files->pdata[i]) != UI_IMPORT_READ)
      g_main_context_iteration (NULL, TRUE);
  windowed_settle ();
}

START_TEST (tab_goes_through_the_preview_of_documents)
{
  guint            n = (guint) _i;
  g_autofree char *what = g_strdup_printf ("import of %u", n);

  windowed_open ("nongye-2024.txt");
  open_import (n);
  check_walk (import_window (), what);
  gtk_window_destroy (import_window ());
}
END_TEST

static void
assert_rows (const char *n)
{
  windowed_assert_text ("SELECT count(*) FROM indicator", n);
}

START_TEST (tab_after_typing_in_the_last_cell_begins_a_row)
{
  g_autofree char *before = NULL, *after = NULL;

  windowed_open ("shijian-2023.txt");
  before = windowed_answer ("SELECT count(*) FROM indicator");
  after = windowed_answer ("SELECT count(*) + 1 FROM indicator");
  ui_form_sheet_go_to_end (sheet (), TRUE);
  type_in (ui_form_sheet_get_cell (sheet ()), "as the plan says");
  walk_step (GTK_WINDOW (window), FALSE);
  assert_rows (after);
  ck_assert_str_eq (ui_form_sheet_get_cursor (sheet ())->table_name, "indicator");
  windowed_act ("win.undo", NULL);
  assert_rows (before);
}
END_TEST

START_TEST (tab_alone_goes_on_from_the_last_cell)
{
  g_autofree char *before = NULL;
  GtkWidget       *focus;

  windowed_open ("shijian-2023.txt");
  before = windowed_answer ("SELECT count(*) FROM indicator");
  ui_form_sheet_go_to_end (sheet (), TRUE);
  focus = walk_step (GTK_WINDOW (window), FALSE);
  ck_assert (!gtk_widget_is_ancestor (focus, GTK_WIDGET (sheet ())));
  assert_rows (before);
}
END_TEST

START_TEST (who_opens_no_other_file_goes_on_in_the_form)
{
  GtkWidget *button, *focus;

  windowed_open ("shijian-2023.txt");
  ui_form_sheet_go_to_end (sheet (), TRUE);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  windowed_act ("win.recent", NULL);
  button = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (window),
                                                      UI_TYPE_WINDOW, "recent_button"));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  windowed_settle ();
  ck_assert_ptr_eq (gtk_window_get_focus (GTK_WINDOW (window)), focus);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("tab-key");
  TCase *tcase = tcase_create ("tab-key");

  ui_language_set ();
  tcase_add_checked_fixture (tcase, windowed_set_up, windowed_tear_down);
  tcase_add_test (tcase, tab_goes_through_each_page);
  tcase_add_loop_test (tcase, tab_and_letters_go_through_each_dialog, 0,
                       G_N_ELEMENTS (languages));
  tcase_add_loop_test (tcase, tab_goes_through_the_preview_of_documents, 1, 3);
  tcase_add_loop_test (
      tcase, tab_and_letters_go_through_the_word_lists_and_the_dialogs_of_a_unit, 0,
      G_N_ELEMENTS (languages));
  tcase_add_test (tcase, tab_after_typing_in_the_last_cell_begins_a_row);
  tcase_add_test (tcase, tab_alone_goes_on_from_the_last_cell);
  tcase_add_test (tcase, who_opens_no_other_file_goes_on_in_the_form);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
