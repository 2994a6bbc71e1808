/* tests/test-preview-page.c — the pages as they will be printed: shown lazily, kept
 * fresh, gone from to a cell; printed to a file; exported as a file of any kind.
 */

#include "app/form/edit.h"
#include "db/page-setup.h"
#include "db/print-setup.h"
#include "tests/suite.h"
#include "tests/windowed.h"
#include "ui/export-dialog.h"
#include "ui/preview-page.h"
#include "ui/print.h"
#include "ui/sheets.h"
#include "ui/window-pages.h"

#include <string.h>

static UiPreviewPage *page;
static UiSheets      *sheets, *thumbnails;

static void
draw (void)
{
  windowed_draw (GTK_WINDOW (window));
}

static void
choose (ProofExtent extent)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (windowed_find (GTK_WIDGET (page),
                                                            GTK_TYPE_DROP_DOWN)),
                              extent);
  draw ();
}

static void
open_page (ProofExtent extent)
{
  windowed_open ("nongye-2024.txt");
  windowed_page ("preview");
  page = UI_PREVIEW_PAGE (
      windowed_find (GTK_WIDGET (ui_window_get_stack (window)), UI_TYPE_PREVIEW_PAGE));
  ck_assert_ptr_nonnull (page);
  thumbnails = UI_SHEETS (windowed_find_nth (GTK_WIDGET (page), UI_TYPE_SHEETS, 0));
  sheets = UI_SHEETS (windowed_find_nth (GTK_WIDGET (page), UI_TYPE_SHEETS, 1));
  choose (extent);
}

static Proof *
proof (ProofExtent extent)
{
  ProofChoice choice = ui_preview_page_get_choice (page);
  Proof      *made;

  choice.extent = extent;
  made = proof_new (ui_window_get_db (window), &choice, NULL, NULL);
  ck_assert_ptr_nonnull (made);
  return made;
}

/* "/ 12" */
static guint
n_shown (void)
{
  GtkWidget  *label;
  const char *text = "";

  for (guint i = 0; (label = windowed_find_nth (GTK_WIDGET (page), GTK_TYPE_LABEL, i));
       i++)
    if (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (label)), "/ "))
      text = gtk_label_get_text (GTK_LABEL (label));
  return *text != '\0' ? atoi (text + 2) : 0;
}

START_TEST (what_is_chosen_is_shown)
{
  static const ProofExtent extents[] = { PROOF_PROJECT, PROOF_TABLES, PROOF_TEXT };

  open_page (PROOF_PROJECT);
  for (gsize i = 0; i < G_N_ELEMENTS (extents); i++)
    {
      g_autoptr (Proof) expected = proof (extents[i]);

      choose (extents[i]);
      ck_assert_uint_eq (n_shown (), pages_count (expected->pages));
    }
}
END_TEST

START_TEST (only_pages_in_sight_are_drawn)
{
  open_page (PROOF_TEXT);
  ck_assert_uint_gt (n_shown (), 6);
  ck_assert_uint_gt (ui_sheets_count_drawn (sheets), 0);
  ck_assert_uint_lt (ui_sheets_count_drawn (sheets), 6);
  ui_sheets_show (sheets, n_shown () - 1);
  draw ();
  ck_assert_uint_lt (ui_sheets_count_drawn (sheets), 6);
}
END_TEST

START_TEST (pages_are_turned)
{
  GtkWidget *entry;

  open_page (PROOF_TEXT);
  entry = windowed_find (GTK_WIDGET (page), GTK_TYPE_ENTRY);
  ck_assert_str_eq (gtk_editable_get_text (GTK_EDITABLE (entry)), "1");
  windowed_act_on (GTK_WIDGET (page), "preview.next");
  draw ();
  ck_assert_uint_eq (ui_sheets_get_current (sheets), 1);
  ck_assert_str_eq (gtk_editable_get_text (GTK_EDITABLE (entry)), "2");
  windowed_act_on (GTK_WIDGET (page), "preview.previous");
  draw ();
  ck_assert_uint_eq (ui_sheets_get_current (sheets), 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "4");
  g_signal_emit_by_name (entry, "activate");
  draw ();
  ck_assert_uint_eq (ui_sheets_get_current (sheets), 3);
  g_signal_emit_by_name (thumbnails, "pressed", 2, 10.0, 10.0);
  draw ();
  ck_assert_uint_eq (ui_sheets_get_current (sheets), 2);
}
END_TEST

START_TEST (zooming_keeps_the_page)
{
  double fit;

  open_page (PROOF_TEXT);
  fit = ui_sheets_get_zoom (sheets);
  ui_sheets_show (sheets, 3);
  draw ();
  windowed_act_on (GTK_WIDGET (page), "preview.zoom-in");
  draw ();
  ck_assert_double_gt (ui_sheets_get_zoom (sheets), fit);
  ck_assert_uint_eq (ui_sheets_get_current (sheets), 3);
  windowed_act_on (GTK_WIDGET (page), "preview.zoom-out");
  windowed_act_on (GTK_WIDGET (page), "preview.zoom-out");
  draw ();
  ck_assert_double_lt (ui_sheets_get_zoom (sheets), fit);
  windowed_act_on (GTK_WIDGET (page), "preview.fit");
  draw ();
  ck_assert_double_eq_tol (ui_sheets_get_zoom (sheets), fit, 0.001);
}
END_TEST

/* A point of a page that shows this; it must be there. */
static void
find_point (const Proof *made, const char *table, guint *at, double *x, double *y)
{
  for (*at = 0; *at < pages_count (made->pages); (*at)++)
    for (*y = 20; *y < 800; *y += 5)
      for (*x = 40; *x < 560; *x += 20)
        {
          ProofPlace place;

          if (proof_find (made, *at, *x, *y, &place) &&
              strcmp (place.table, table) == 0)
            return;
        }
  ck_abort_msg ("no %s", table);
}

START_TEST (a_cell_is_gone_to)
{
  g_autoptr (Proof) made = NULL;
  const FormCell *cell;
  guint           at;
  double          x, y;

  open_page (PROOF_TABLES);
  made = proof (PROOF_TABLES);
  find_point (made, "indicator", &at, &x, &y);
  g_signal_emit_by_name (sheets, "pressed", at, x, y);
  windowed_settle ();
  cell = ui_form_sheet_get_cursor (ui_window_get_sheet (window));
  ck_assert_ptr_nonnull (cell);
  ck_assert_str_eq (cell->table_name, "indicator");
  ck_assert_str_eq (gtk_stack_get_visible_child_name (ui_window_get_stack (window)),
                    "records");
}
END_TEST

START_TEST (a_line_of_the_text_is_gone_to)
{
  g_autoptr (Proof) made = NULL;
  guint  at;
  double x, y;

  open_page (PROOF_TEXT);
  made = proof (PROOF_TEXT);
  find_point (made, "safeguard", &at, &x, &y);
  g_signal_emit_by_name (sheets, "pressed", at, x, y);
  windowed_settle ();
  ck_assert (gtk_widget_get_mapped (GTK_WIDGET (ui_window_get_pages (window))));
}
END_TEST

START_TEST (an_edit_is_shown)
{
  g_autoptr (Proof) before = NULL;
  g_autoptr (Proof) after = NULL;
  const FormTable *table;
  const FormCell  *cell;
  GString         *longer = g_string_new (NULL);
  guint            pages;

  open_page (PROOF_PROJECT);
  pages = n_shown ();
  table = ui_form_page_get_table (ui_window_get_form (window));
  cell = form_edit_find (table, "purpose", DB_NULL);
  ck_assert_ptr_nonnull (cell);
  for (guint i = 0; i < 400; i++)
    g_string_append (longer, "用于农业生产发展各项支出，");
  ck_assert (form_edit_set (ui_window_get_db (window), table, cell, longer->str, NULL));
  g_string_free (longer, TRUE);
  ui_window_show (window);
  draw ();
  ck_assert_uint_gt (n_shown (), pages);
}
END_TEST

static char *
out_path (const char *name)
{
  g_autofree char *folder =
      g_path_get_dirname (db_get_path (ui_window_get_db (window)));

  return g_build_filename (folder, name, NULL);
}

START_TEST (pages_are_printed_and_the_setup_is_kept)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autofree char *settings = NULL;
  g_autofree char *setup = NULL;
  g_autofree char *printed = NULL;
  gsize            length;
  ProofChoice      choice;

  open_page (PROOF_TABLES);
  choice = ui_preview_page_get_choice (page);
  path = out_path ("paper.pdf");
  for (guint i = 0; i < 2; i++)
    ck_assert_msg (ui_print (window, &choice, path, &error), "%s",
                   error ? error->message : "");
  ck_assert (g_file_get_contents (path, &text, &length, NULL));
  ck_assert (g_str_has_prefix (text, "%PDF"));
  ck_assert_uint_gt (length, 10000);
  ck_assert (print_setup_read (ui_window_get_db (window), &settings, &setup, NULL));
  ck_assert_ptr_nonnull (settings);
  ck_assert (strstr (setup, "[Page Setup]") != NULL);
  ck_assert (print_setup_store (ui_window_get_db (window),
                                "[Print Settings]\nprint-pages=ranges\n"
                                "page-ranges=0-0\n",
                                setup, NULL));
  ck_assert (ui_print (window, &choice, path, NULL)); /* a part is no print */
  printed = windowed_answer ("SELECT count(*) FROM export WHERE format = 'paper'");
  ck_assert_str_eq (printed, "2");
}
END_TEST

/* What is chosen in the popover is kept in the file, and the pages show it. */
START_TEST (the_page_layout_is_chosen_and_kept)
{
  GtkPopover *popover;
  GtkWidget  *entry;
  g_auto (PageSetup) setup = { 0 };

  open_page (PROOF_PROJECT);
  popover = gtk_menu_button_get_popover (
      GTK_MENU_BUTTON (windowed_find (GTK_WIDGET (page), GTK_TYPE_MENU_BUTTON)));
  gtk_popover_popup (popover);
  windowed_settle ();
  gtk_check_button_set_active (GTK_CHECK_BUTTON (windowed_find (GTK_WIDGET (popover),
                                                                GTK_TYPE_CHECK_BUTTON)),
                               TRUE);
  entry = windowed_find (GTK_WIDGET (popover), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), " 送审稿 ");
  gtk_popover_popdown (popover);
  windowed_settle ();
  ck_assert (page_setup_read (ui_window_get_db (window), &setup, NULL));
  ck_assert (setup.seal);
  ck_assert (!setup.keep_size);
  ck_assert_str_eq (setup.header, "送审稿");
  ck_assert_ptr_null (setup.footer);
  windowed_act ("win.export", NULL);
  entry = windowed_find (GTK_WIDGET (windowed_dialog ()), GTK_TYPE_ENTRY);
  ck_assert_str_eq (gtk_editable_get_text (GTK_EDITABLE (entry)), "送审稿");
  windowed_respond (GTK_RESPONSE_CANCEL);
}
END_TEST

/* What the printer's dialog offers to print alone. */
START_TEST (the_page_that_is_looked_at_is_known)
{
  open_page (PROOF_TEXT);
  windowed_act_on (GTK_WIDGET (page), "preview.next");
  draw ();
  ck_assert_int_eq (ui_window_pages_current (window), 1);
  windowed_page ("records");
  ck_assert_int_eq (ui_window_pages_current (window), -1);
}
END_TEST

START_TEST (a_file_that_cannot_be_printed_to_is_told)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  ProofChoice      choice;

  open_page (PROOF_PROJECT);
  choice = ui_preview_page_get_choice (page);
  choice.document = 99999;
  path = out_path ("paper.pdf");
  ck_assert (!ui_print (window, &choice, path, &error));
  ck_assert_ptr_nonnull (error);
}
END_TEST

/* What a file of each kind begins with. */
static const struct {
  const char *format;
  gboolean    findings;
  const char *begins;
} formats[] = {
  { "pdf", FALSE, "%PDF-" },
  { "docx", FALSE, "PK" },
  { "xlsx", FALSE, "PK" },
  { "html", FALSE, "<!DOCTYPE html>" },
  { "csv", FALSE,
    "\357\273\277"
    "1," },
  { "json", FALSE, "{" },
  { "pdf", TRUE, "%PDF-" },
  { "xlsx", TRUE, "PK" },
  { "html", TRUE, "<!DOCTYPE html>" },
  { "csv", TRUE, "\357\273\277级别," },
  { "json", TRUE, "{\n  \"findings\"" },
};

START_TEST (files_of_every_kind_are_exported)
{
  g_autofree char *name = g_strconcat ("out.", formats[_i].format, NULL);
  g_autofree char *path = NULL;
  g_autofree char *written = NULL;
  g_autoptr (GFile) file = NULL;
  ProofChoice choice;

  open_page (PROOF_TABLES);
  choice = ui_preview_page_get_choice (page);
  choice.findings = formats[_i].findings;
  path = out_path (name);
  file = g_file_new_for_path (path);
  ui_export (window, &choice, formats[_i].format, file);
  while (!g_file_query_exists (file, NULL))
    g_main_context_iteration (NULL, TRUE);
  while (gtk_widget_get_mapped (GTK_WIDGET (window)) &&
         g_list_model_get_n_items (gtk_window_get_toplevels ()) > 1)
    g_main_context_iteration (NULL, TRUE);
  ck_assert_ptr_null (windowed_dialog ());
  ck_assert (g_file_get_contents (path, &written, NULL, NULL));
  ck_assert_msg (g_str_has_prefix (written, formats[_i].begins), "%.40s", written);
}
END_TEST

START_TEST (an_export_that_fails_is_told)
{
  g_autoptr (GFile) file = NULL;
  ProofChoice choice;

  open_page (PROOF_TABLES);
  choice = ui_preview_page_get_choice (page);
  file = g_file_new_for_path ("/nowhere/at/all/out.pdf");
  ui_export (window, &choice, "pdf", file);
  while (windowed_dialog () == NULL)
    g_main_context_iteration (NULL, TRUE);
  windowed_respond (GTK_RESPONSE_CLOSE);
}
END_TEST

/* The one that shows how far an export is; NULL: none. */
static GtkWidget *
progress_dialog (void)
{
  GListModel *open = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (open); i++)
    {
      g_autoptr (GtkWidget) candidate = g_list_model_get_item (open, i);

      if (gtk_window_get_transient_for (GTK_WINDOW (candidate)) ==
              GTK_WINDOW (window) &&
          windowed_find (candidate, GTK_TYPE_PROGRESS_BAR) != NULL)
        return candidate;
    }
  return NULL;
}

/* Whether it came in time is not said; it does no harm, and nobody complains. */
START_TEST (an_export_is_cancelled)
{
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  ProofChoice choice;

  open_page (PROOF_TEXT);
  choice = ui_preview_page_get_choice (page);
  path = out_path ("out.pdf");
  file = g_file_new_for_path (path);
  ui_export (window, &choice, "pdf", file);
  ck_assert_ptr_nonnull (progress_dialog ());
  g_signal_emit_by_name (windowed_find (progress_dialog (), GTK_TYPE_BUTTON),
                         "clicked");
  gtk_window_close (GTK_WINDOW (progress_dialog ()));
  while (progress_dialog () != NULL)
    g_main_context_iteration (NULL, TRUE);
  ck_assert_ptr_null (windowed_dialog ());
}
END_TEST

START_TEST (the_dialog_asks_what_is_exported)
{
  GtkWidget *formats_box, *extent;

  open_page (PROOF_TABLES);
  windowed_act ("win.export", NULL);
  ck_assert_ptr_nonnull (windowed_dialog ());
  formats_box =
      windowed_find_nth (GTK_WIDGET (windowed_dialog ()), GTK_TYPE_DROP_DOWN, 0);
  extent = windowed_find_nth (GTK_WIDGET (windowed_dialog ()), GTK_TYPE_DROP_DOWN, 1);
  ck_assert_uint_eq (gtk_drop_down_get_selected (GTK_DROP_DOWN (extent)), PROOF_TABLES);
  ck_assert (gtk_widget_get_sensitive (
      windowed_find (GTK_WIDGET (windowed_dialog ()), GTK_TYPE_CHECK_BUTTON)));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (formats_box), 6);
  ck_assert (!gtk_widget_get_sensitive (
      windowed_find (GTK_WIDGET (windowed_dialog ()), GTK_TYPE_CHECK_BUTTON)));
  windowed_respond (GTK_RESPONSE_CANCEL);
  ck_assert_ptr_null (windowed_dialog ());
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("preview-page");
  TCase *tcase = tcase_create ("preview-page");

  tcase_add_checked_fixture (tcase, windowed_set_up, windowed_tear_down);
  tcase_add_test (tcase, what_is_chosen_is_shown);
  tcase_add_test (tcase, only_pages_in_sight_are_drawn);
  tcase_add_test (tcase, pages_are_turned);
  tcase_add_test (tcase, zooming_keeps_the_page);
  tcase_add_test (tcase, a_cell_is_gone_to);
  tcase_add_test (tcase, a_line_of_the_text_is_gone_to);
  tcase_add_test (tcase, an_edit_is_shown);
  tcase_add_test (tcase, pages_are_printed_and_the_setup_is_kept);
  tcase_add_test (tcase, the_page_layout_is_chosen_and_kept);
  tcase_add_test (tcase, the_page_that_is_looked_at_is_known);
  tcase_add_test (tcase, a_file_that_cannot_be_printed_to_is_told);
  tcase_add_loop_test (tcase, files_of_every_kind_are_exported, 0,
                       G_N_ELEMENTS (formats));
  tcase_add_test (tcase, an_export_that_fails_is_told);
  tcase_add_test (tcase, an_export_is_cancelled);
  tcase_add_test (tcase, the_dialog_asks_what_is_exported);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
