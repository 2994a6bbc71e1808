/* tests/test-import-preview.c — documents are looked at, put right and written, or not;
 * and where a cell came from is shown.
 */

#include "app/form/edit.h"
#include "app/import/provenance.h"
#include "tests/folder.h"
#include "tests/suite.h"
#include "tests/windowed.h"
#include "ui/block-view.h"
#include "ui/import-window.h"
#include "ui/language.h"
#include "ui/note-list.h"
#include "ui/proposal-list.h"

#include <glib/gstdio.h>
#include <string.h>

#define TABLE(code, name)                                                    \
  name "绩效目标表\n项目编码\t" code "\t项目名称\t" name "\n资金用途\t" name \
       "费用\n联系人\t张某\n"

static void
set_up (void)
{
  ui_language_set ();
  windowed_set_up ();
  windowed_open ("nongye-2024.txt");
}

/* A file of the folder with this text, on its way. */
static UiImportFile *
file_of (const char *name, const char *text)
{
  g_autofree char *path = folder_path (name);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  ck_assert (g_file_set_contents (path, text, -1, NULL));
  return ui_import_file_new (file);
}

static UiImportFile *
two_projects (void)
{
  return file_of ("甲局2025.txt",
                  "甲局2025年部门预算绩效文本\n1、" TABLE (
                      "13000001", "河道清淤") "2、" TABLE ("13000002", "道路养护"));
}

static void
await_read (UiImportFile *file)
{
  while (ui_import_file_get_state (file) <= UI_IMPORT_READING)
    g_main_context_iteration (NULL, TRUE);
  windowed_settle ();
}

/* Opens the preview of files, which it takes, and waits until all are read. */
static GtkWidget *
preview (UiImportFile *first, UiImportFile *second)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWindow *opened;

  g_ptr_array_add (files, first);
  if (second != NULL)
    g_ptr_array_add (files, second);
  opened = ui_import_window_open (window, files);
  for (guint i = 0; i < files->len; i++)
    await_read (files->pdata[i]);
  return GTK_WIDGET (opened);
}

/* The proposal of the file that is the only one. */
static Proposal *
proposal_of (UiImportFile *file)
{
  return ui_import_file_get_previewed (file)->import->proposals->pdata[0];
}

static GtkWidget *
find_button (GtkWidget *from, const char *label)
{
  GtkWidget *button;

  for (guint i = 0; (button = windowed_find_nth (from, GTK_TYPE_BUTTON, i)) != NULL;
       i++)
    {
      const char *text = gtk_button_get_label (GTK_BUTTON (button));

      if (text != NULL && strstr (text, label) != NULL)
        return button;
    }
  ck_abort_msg ("%s", label);
  return NULL;
}

static gboolean
has_label (GtkWidget *from, const char *text)
{
  GtkWidget *label;

  for (guint i = 0; (label = windowed_find_nth (from, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (strstr (gtk_label_get_text (GTK_LABEL (label)), text) != NULL)
      return TRUE;
  return FALSE;
}

static int
number (const char *sql)
{
  g_autofree char *text = windowed_answer (sql);

  return atoi (text);
}

static int
actions (void)
{
  return number ("SELECT count(*) FROM action");
}

/* Presses a button that writes, and waits until it has. */
static void
import (GtkWidget *opened, const char *label)
{
  g_signal_emit_by_name (find_button (opened, label), "clicked");
  windowed_settle ();
}

static UiProposalList *
records (GtkWidget *opened)
{
  return UI_PROPOSAL_LIST (windowed_find (opened, UI_TYPE_PROPOSAL_LIST));
}

START_TEST (nothing_is_written_by_looking)
{
  UiImportFile *file = two_projects ();
  GtkWidget    *opened = preview (file, NULL);
  int           before = actions ();

  ck_assert_int_eq (ui_import_file_get_state (file), UI_IMPORT_READ);
  ck_assert (ui_import_file_has_choice (file));
  gtk_widget_activate_action (opened, "window.close", NULL);
  windowed_settle ();
  ck_assert_int_eq (actions (), before);
  ck_assert_int_eq (number ("SELECT count(*) FROM project WHERE name = '河道清淤'"), 0);
}
END_TEST

START_TEST (a_field_leads_to_its_text_and_back)
{
  UiImportFile    *file = two_projects ();
  GtkWidget       *opened = preview (file, NULL);
  const Proposal  *proposal = proposal_of (file);
  Project         *project = proposal->document->projects->pdata[1];
  const Place     *place = proposal_place (proposal, project, "purpose");
  SourcePlace      source = proposal_source_place (proposal, place);
  g_autofree char *where = provenance_place_text (&source);
  UiField          field;

  g_signal_emit_by_name (windowed_find (opened, UI_TYPE_BLOCK_VIEW), "chosen",
                         place->block, place->cell);
  ck_assert (ui_proposal_list_get_field (records (opened), &field));
  ck_assert (field.record == &project->record);
  ck_assert_str_eq (field.column, "purpose");
  ck_assert (has_label (opened, where));
  field.column = "code";
  ui_proposal_list_select (records (opened), &field);
  g_signal_emit_by_name (records (opened), "chosen");
  source = proposal_source_place (proposal, proposal_place (proposal, project, "code"));
  g_free (where);
  where = provenance_place_text (&source);
  ck_assert (has_label (opened, where));
  gtk_window_destroy (GTK_WINDOW (opened));
}
END_TEST

START_TEST (an_unread_text_is_assigned_and_written)
{
  UiImportFile *file = two_projects ();
  GtkWidget    *opened = preview (file, NULL);
  Proposal     *proposal = proposal_of (file);
  Project      *project = proposal->document->projects->pdata[0];
  guint         listed = proposal->texts_listed;
  UiField       field = { &project_table, &project->record, "target_template" };
  const Note   *note = NULL;

  for (guint i = 0; i < proposal->notes->len && note == NULL; i++)
    if (g_str_equal (((Note *) proposal->notes->pdata[i])->text, "张某"))
      note = proposal->notes->pdata[i];
  ck_assert (note != NULL);
  g_signal_emit_by_name (windowed_find (opened, UI_TYPE_BLOCK_VIEW), "chosen",
                         note->block, note->cell);
  ui_proposal_list_select (records (opened), &field);
  g_signal_emit_by_name (records (opened), "chosen");
  g_signal_emit_by_name (find_button (opened, "项目绩效模板"), "clicked");
  ck_assert_uint_eq (proposal->texts_listed, listed - 1);
  ck_assert_str_eq (project->target_template, "张某");
  import (opened, "导入");
  ck_assert_int_eq (number (
                        "SELECT count(*) FROM project WHERE target_template = '张某'"),
                    1);
}
END_TEST

START_TEST (what_is_skipped_is_not_written_and_undo_takes_the_rest_back)
{
  UiImportFile *file = two_projects ();
  GtkWidget    *opened = preview (file, NULL);
  int           before = actions (), projects = number ("SELECT count(*) FROM project");
  Preview      *shown = ui_import_file_get_previewed (file)->previews->pdata[0];

  ((PreviewItem *) shown->items->pdata[2])->choice = PREVIEW_SKIP;
  import (opened, "导入");
  ck_assert_int_eq (actions (), before + 1);
  ck_assert_int_eq (number ("SELECT count(*) FROM project"), projects + 1);
  windowed_act ("win.undo", NULL);
  ck_assert_int_eq (number ("SELECT count(*) FROM project"), projects);
}
END_TEST

START_TEST (all_or_nothing_can_be_taken)
{
  UiImportFile *file = two_projects ();
  GtkWidget    *opened = preview (file, NULL);

  g_signal_emit_by_name (find_button (opened, "全部跳过"), "clicked");
  ck_assert (!ui_import_file_has_choice (file));
  ck_assert (!gtk_widget_get_sensitive (find_button (opened, "导入")));
  g_signal_emit_by_name (find_button (opened, "全部采用"), "clicked");
  ck_assert (gtk_widget_get_sensitive (find_button (opened, "导入")));
  gtk_window_destroy (GTK_WINDOW (opened));
}
END_TEST

START_TEST (several_files_are_one_step_and_a_refused_one_says_why)
{
  UiImportFile *refused = file_of ("空.txt", "");
  GtkWidget    *opened = preview (two_projects (), refused);
  int           before = actions ();

  ck_assert_int_eq (ui_import_file_get_state (refused), UI_IMPORT_REFUSED);
  ck_assert (strchr (ui_import_file_get_reason (refused), '\n') == NULL);
  /* the name stands over it */
  ck_assert (has_label (opened, strstr (ui_import_file_get_reason (refused), "：") +
                                    strlen ("：")));
  import (opened, "全部导入");
  ck_assert_int_eq (actions (), before + 1);
  ck_assert (has_label (opened, "已导入"));
  gtk_window_destroy (GTK_WINDOW (opened));
}
END_TEST

START_TEST (reading_stops_and_goes_on)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  UiImportFile *first = two_projects (), *second = file_of ("空.txt", "");
  GtkWidget    *opened;

  g_ptr_array_add (files, first);
  g_ptr_array_add (files, second);
  opened = GTK_WIDGET (ui_import_window_open (window, files));
  ck_assert_int_eq (ui_import_file_get_state (first), UI_IMPORT_READING);
  g_signal_emit_by_name (find_button (opened, "停止"), "clicked");
  windowed_settle ();
  ck_assert_int_eq (ui_import_file_get_state (first), UI_IMPORT_WAITING);
  ck_assert_int_eq (ui_import_file_get_state (second), UI_IMPORT_WAITING);
  ck_assert (has_label (opened, "还没有读"));
  g_signal_emit_by_name (find_button (opened, "继续读"), "clicked");
  await_read (first);
  await_read (second);
  ck_assert (!gtk_widget_get_visible (find_button (opened, "继续读")));
  ck_assert (has_label (opened, "新 3，不同 0；4 处没看懂"));
  ck_assert_int_eq (ui_import_file_get_state (second), UI_IMPORT_REFUSED);
  gtk_window_destroy (GTK_WINDOW (opened));
}
END_TEST

START_TEST (two_files_of_one_text_are_one_step)
{
  UiImportFile *other =
      file_of ("甲局2025补.txt",
               "甲局2025年部门预算绩效文本\n1、" TABLE ("13000003", "桥梁维修"));
  GtkWidget *opened = preview (two_projects (), other);
  int        before = actions ();

  import (opened, "全部导入");
  ck_assert_int_eq (actions (), before + 1);
  ck_assert_int_eq (
      number ("SELECT count(*) FROM project JOIN document"
              " ON document.id = document_id WHERE document.fiscal_year = 2025"),
      3);
  windowed_act ("win.undo", NULL);
  ck_assert_int_eq (number ("SELECT count(*) FROM document WHERE fiscal_year = 2025"),
                    0);
}
END_TEST

START_TEST (a_pasted_table_is_previewed)
{
  static const char page[] =
      "<table><tr><td>项目编码</td><td>13000009</td><td>项目名称</td><td>桥梁维修</td>"
      "</tr><tr><td>资金用途</td><td colspan=3>维修</td></tr></table>";
  g_autoptr (GBytes) html = g_bytes_new_static (page, strlen (page));
  UiImportFile *file =
      ui_import_file_new_pasted (html, ui_window_get_document (window));
  GtkWidget *opened = preview (file, NULL);
  int        documents = number ("SELECT count(*) FROM document");

  ck_assert_int_eq (ui_import_file_get_state (file), UI_IMPORT_READ);
  import (opened, "导入");
  ck_assert_int_eq (number ("SELECT count(*) FROM project WHERE name = '桥梁维修'"), 1);
  ck_assert_int_eq (number ("SELECT count(*) FROM document"), documents);
}
END_TEST

/* A cell of the form that an indicator's value stands in. */
static const FormCell *
value_cell (void)
{
  const FormTable *table = ui_form_page_get_table (ui_window_get_form (window));

  for (guint i = 0; i < table->cells->len; i++)
    {
      const FormCell *cell = table->cells->pdata[i];

      if (cell->row_id != 0 && g_strcmp0 (cell->column_name, "name") == 0 &&
          g_strcmp0 (cell->table_name, "indicator") == 0)
        return cell;
    }
  ck_abort ();
  return NULL;
}

START_TEST (a_cell_tells_its_source)
{
  const FormCell  *cell = value_cell ();
  g_autofree char *words = g_strdup (cell->text);

  ui_form_page_go_to (ui_window_get_form (window), cell);
  windowed_act ("win.show-source", NULL);
  ck_assert (windowed_dialog () != NULL);
  ck_assert (has_label (GTK_WIDGET (windowed_dialog ()), "nongye-2024.txt"));
  ck_assert (has_label (GTK_WIDGET (windowed_dialog ()), words));
  windowed_respond (GTK_RESPONSE_CLOSE);
}
END_TEST

START_TEST (a_unit_and_a_year_tell_the_words_they_were_read_from)
{
  static const struct {
    const char *table, *column, *words;
  } cells[] = {
    { "unit", "name", "松岭市农业农村局" },
    { "document", "fiscal_year", "2024" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *ask = g_strdup_printf ("SELECT min(id) FROM %s", cells[i].table);
      g_autofree char *row = windowed_answer (ask);
      SourceFound *found = source_find_place (ui_window_get_db (window), cells[i].table,
                                              atoi (row), cells[i].column, NULL);

      ck_assert_msg (found != NULL, "%s.%s", cells[i].table, cells[i].column);
      ck_assert_ptr_nonnull (strstr (found->words, cells[i].words));
      source_found_free (found);
    }
}
END_TEST

START_TEST (a_cell_that_was_typed_has_no_source)
{
  g_autofree char *id = NULL;

  ui_form_page_go_to (ui_window_get_form (window), value_cell ());
  windowed_act ("win.add-row", NULL);
  id = windowed_answer ("SELECT max(id) FROM indicator");
  ui_form_sheet_go_to_record (ui_window_get_sheet (window), "indicator", atoi (id),
                              NULL);
  windowed_act ("win.show-source", NULL);
  ck_assert (GTK_IS_MESSAGE_DIALOG (windowed_dialog ()));
  windowed_respond (GTK_RESPONSE_CLOSE);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("import-preview");
  TCase *tcase = tcase_create ("import-preview");

  tcase_add_checked_fixture (tcase, set_up, windowed_tear_down);
  tcase_add_test (tcase, nothing_is_written_by_looking);
  tcase_add_test (tcase, a_field_leads_to_its_text_and_back);
  tcase_add_test (tcase, an_unread_text_is_assigned_and_written);
  tcase_add_test (tcase, what_is_skipped_is_not_written_and_undo_takes_the_rest_back);
  tcase_add_test (tcase, all_or_nothing_can_be_taken);
  tcase_add_test (tcase, several_files_are_one_step_and_a_refused_one_says_why);
  tcase_add_test (tcase, reading_stops_and_goes_on);
  tcase_add_test (tcase, two_files_of_one_text_are_one_step);
  tcase_add_test (tcase, a_pasted_table_is_previewed);
  tcase_add_test (tcase, a_cell_tells_its_source);
  tcase_add_test (tcase, a_unit_and_a_year_tell_the_words_they_were_read_from);
  tcase_add_test (tcase, a_cell_that_was_typed_has_no_source);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
