/* tests/test-finding-list.c — findings are listed, mended, waived and copied in the
 * window.
 */

#include "app/check/waive.h"
#include "app/fix/fix.h"
#include "app/reading/reading.h"
#include "tests/suite.h"
#include "tests/typing.h"
#include "tests/windowed.h"
#include "ui/finding-line.h"

#include <string.h>

/* The drop downs have lists too. */
static GtkWidget *
list_view (void)
{
  GtkWidget *list = GTK_WIDGET (ui_window_get_findings (window));
  GtkWidget *view;
  guint      n = 0;

  do
    view = windowed_find_nth (list, GTK_TYPE_LIST_VIEW, n++);
  while (!gtk_widget_has_css_class (view, "findings"));
  return view;
}

static GListModel *
lines (void)
{
  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list_view ())));
}

/* What a line stands for, NULL: a heading; lent. */
static const FoldedFinding *
folded_at (guint place)
{
  g_autoptr (UiFindingLine) line = g_list_model_get_item (lines (), place);

  return ui_finding_line_get_folded (line);
}

static guint
n_lines (void)
{
  return g_list_model_get_n_items (lines ());
}

static void
select_line (guint place)
{
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (lines ()), place, TRUE);
  windowed_settle ();
}

static const FoldedFinding *
selected (void)
{
  return ui_finding_list_get_selected (ui_window_get_findings (window));
}

/* Selects the first finding that a certain fix is known for. */
static void
select_fixable (void)
{
  for (guint i = 0; i < n_lines (); i++)
    {
      select_line (i);
      if (ui_finding_list_get_fixes (ui_window_get_findings (window))->len > 0)
        {
          const Fix *fix =
              ui_finding_list_get_fixes (ui_window_get_findings (window))->pdata[0];

          if (fix->is_certain)
            return;
        }
    }
  ck_abort_msg ("nothing can be fixed");
}

static guint
n_of_rule (const char *rule)
{
  g_autoptr (GPtrArray) findings =
      ui_finding_list_get_findings (ui_window_get_findings (window), FALSE);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    n += strcmp (((Finding *) findings->pdata[i])->rule, rule) == 0;
  return n;
}

static char *
records (void)
{
  return windowed_answer ("SELECT group_concat(value_text || basis || level2) FROM "
                          "indicator");
}

START_TEST (the_worst_come_first_and_one_table_needs_no_heading)
{
  guint before = 0;

  windowed_open ("nongye-2024.txt");
  ck_assert_uint_gt (n_lines (), 0);
  for (guint i = 0; i < n_lines (); i++)
    {
      const FoldedFinding *folded = folded_at (i);

      ck_assert (folded != NULL);
      ck_assert_uint_ge (check_severity_rank (folded->finding->severity), before);
      before = check_severity_rank (folded->finding->severity);
    }
}
END_TEST

START_TEST (a_whole_text_has_headings_that_fold)
{
  GtkWidget *view;
  guint      n, below = 1;

  windowed_open ("nongye-2024.txt");
  ui_window_select (window, ui_window_get_document (window), 0);
  windowed_settle ();
  n = n_lines ();
  ck_assert (folded_at (0) == NULL);
  while (below < n && folded_at (below) != NULL)
    below++;
  view = list_view ();
  g_signal_emit_by_name (view, "activate", 0);
  windowed_settle ();
  ck_assert_uint_eq (n_lines (), n - (below - 1));
  g_signal_emit_by_name (view, "activate", 0);
  windowed_settle ();
  ck_assert_uint_eq (n_lines (), n);
}
END_TEST

START_TEST (a_certain_fix_is_one_action)
{
  g_autofree char *before = NULL;
  g_autofree char *fixed = NULL;
  g_autofree char *undone = NULL;
  guint            n;

  windowed_open ("nongye-2024.txt");
  ui_window_select (window, ui_window_get_document (window), 0);
  windowed_settle ();
  select_fixable ();
  before = records ();
  n = n_lines ();
  windowed_act ("win.fix", g_variant_new_uint32 (0));
  fixed = records ();
  ck_assert_str_ne (before, fixed);
  ck_assert_uint_lt (n_lines (), n);
  windowed_act ("win.undo", NULL);
  undone = records ();
  ck_assert_str_eq (before, undone);
}
END_TEST

START_TEST (all_of_a_kind_are_shown_before_they_are_fixed)
{
  g_autofree char *before = NULL;
  g_autofree char *unchanged = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *rule = NULL;
  guint            n;

  windowed_open ("nongye-2024.txt");
  ui_window_select (window, ui_window_get_document (window), 0);
  windowed_settle ();
  select_fixable ();
  rule = g_strdup (selected ()->finding->rule);
  n = n_of_rule (rule);
  before = records ();
  windowed_act ("win.fix-alike", NULL);
  unchanged = records ();
  ck_assert_str_eq (before, unchanged);
  ck_assert (
      takes (windowed_find (GTK_WIDGET (windowed_dialog ()), GTK_TYPE_SCROLLED_WINDOW),
             GDK_KEY_Return));
  if (windowed_dialog () != NULL) /* some were left: it says why */
    windowed_respond (GTK_RESPONSE_CLOSE);
  ck_assert_uint_lt (n_of_rule (rule), n);
  windowed_act ("win.undo", NULL);
  undone = records ();
  ck_assert_str_eq (before, undone);
}
END_TEST

/* The dialog that asks for a reason gets this one. */
static void
give_reason (const char *reason)
{
  GtkWidget *view = windowed_find (GTK_WIDGET (windowed_dialog ()), GTK_TYPE_TEXT_VIEW);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), reason,
                            -1);
  windowed_settle ();
}

static gboolean
can_accept (void)
{
  return gtk_widget_get_sensitive (
      gtk_dialog_get_widget_for_response (GTK_DIALOG (windowed_dialog ()),
                                          GTK_RESPONSE_OK));
}

START_TEST (a_waiver_needs_a_reason_and_can_be_taken_back)
{
  g_autofree char *reason = NULL;
  g_autofree char *left = NULL;
  g_autofree char *rule = NULL;
  guint            n;

  windowed_open ("nongye-2024.txt");
  select_line (0);
  rule = g_strdup (selected ()->finding->rule);
  n = n_of_rule (rule);
  windowed_act ("win.waive", NULL);
  ck_assert (!can_accept ());
  give_reason ("  \n");
  ck_assert (!can_accept ());
  give_reason ("按批复执行");
  ck_assert (can_accept ());
  windowed_respond (GTK_RESPONSE_OK);
  reason = windowed_answer ("SELECT group_concat(reason) FROM waiver");
  ck_assert_msg (reason != NULL && strstr (reason, "按批复执行") != NULL, "%s", reason);
  ck_assert_uint_lt (n_of_rule (rule), n);
  windowed_act ("win.undo", NULL);
  left = windowed_answer ("SELECT count(*) FROM waiver");
  ck_assert_str_eq (left, "0");
}
END_TEST

/* Another program may write meanwhile. */
START_TEST (a_dialog_outlives_the_list_behind_it)
{
  windowed_open ("nongye-2024.txt");
  select_line (0);
  windowed_act ("win.waive", NULL);
  ui_window_reload (window);
  windowed_settle ();
  give_reason ("按批复执行");
  windowed_respond (GTK_RESPONSE_OK);
  windowed_assert_text ("SELECT count(*) FROM waiver WHERE reason = '按批复执行'", "1");
}
END_TEST

/* The number on the nth button over the list. */
static guint
number_on (guint n)
{
  GtkWidget  *button = windowed_find_nth (GTK_WIDGET (ui_window_get_findings (window)),
                                          GTK_TYPE_TOGGLE_BUTTON, n);
  const char *label = gtk_button_get_label (GTK_BUTTON (button));

  return (guint) atoi (strchr (label, ' ') + 1);
}

START_TEST (the_buttons_count_what_the_list_shows)
{
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GPtrArray) folds = NULL;
  guint counts[CHECK_SEVERITIES] = { 0 }, implied = 0;

  windowed_open ("wenlv-2025.txt");
  gtk_widget_grab_focus (GTK_WIDGET (ui_window_get_navigator (window)));
  ui_window_select (window, ui_window_get_document (window), 0);
  windowed_settle ();
  findings = check_findings (ui_window_get_db (window), NULL, NULL);
  folds = check_fold (findings);
  for (guint i = 0; i < folds->len; i++)
    {
      const FoldedFinding *folded = folds->pdata[i];

      counts[check_severity_rank (folded->finding->severity)] += folded->times;
      implied += folded->implied->len;
    }
  ck_assert_uint_gt (implied, 0);
  for (guint i = 0; i < CHECK_SEVERITIES; i++)
    ck_assert_uint_eq (number_on (i), counts[i]);
}
END_TEST

/* The fourth of the buttons over the list. */
static void
show_waived (gboolean waived)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (windowed_find_nth (
                                    GTK_WIDGET (ui_window_get_findings (window)),
                                    GTK_TYPE_TOGGLE_BUTTON, 3)),
                                waived);
  windowed_settle ();
}

START_TEST (waived_findings_are_shown_with_their_reason_and_revoked)
{
  g_autofree char *left = NULL;

  windowed_open ("nongye-2024.txt");
  select_line (0);
  windowed_act ("win.waive", NULL);
  give_reason ("按批复执行");
  windowed_respond (GTK_RESPONSE_OK);
  show_waived (TRUE);
  ck_assert_uint_ge (n_lines (), 1);
  select_line (0);
  ck_assert (selected ()->finding->waived);
  ck_assert_str_eq (
      ui_finding_list_get_waived (ui_window_get_findings (window))->reason,
      "按批复执行");
  while (n_lines () > 0)
    {
      select_line (0);
      windowed_act ("win.revoke", NULL);
    }
  left = windowed_answer ("SELECT count(*) FROM waiver");
  ck_assert_str_eq (left, "0");
}
END_TEST

static void
read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  char **text = data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

START_TEST (the_findings_are_copied_as_a_letter)
{
  g_autofree char *copied = NULL;
  g_autofree char *letter = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  windowed_open ("nongye-2024.txt");
  select_line (1);
  windowed_act ("win.copy-findings", NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (window)), NULL,
                                 read_cb, &copied);
  while (copied == NULL)
    g_main_context_iteration (NULL, TRUE);
  findings = ui_finding_list_get_findings (ui_window_get_findings (window), TRUE);
  letter = check_letter (findings);
  ck_assert_uint_ge (findings->len, 1);
  ck_assert_str_eq (copied, letter);
}
END_TEST

START_TEST (thousands_of_findings_take_no_more_widgets)
{
  guint n, few, many;

  windowed_open ("nongye-2024.txt");
  ui_window_select (window, ui_window_get_document (window), 0);
  windowed_settle ();
  few = windowed_count (GTK_WIDGET (ui_window_get_findings (window)));
  ck_assert (
      db_exec (ui_window_get_db (window),
               "INSERT INTO indicator (project_id, ordinal, level1, level2, name,"
               " value_text) WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
               " WHERE i < 3000) SELECT (SELECT min(id) FROM project), 1000 + i,"
               " '产出指标', '数量指标', '人数' || i, '' FROM n",
               NULL));
  ck_assert (reading_refresh (ui_window_get_db (window), NULL));
  ui_window_show (window);
  windowed_settle ();
  n = n_lines ();
  many = windowed_count (GTK_WIDGET (ui_window_get_findings (window)));
  ck_assert_uint_gt (n, 3000);
  ck_assert_uint_lt (many, few + 2000);
}
END_TEST

START_TEST (help_opens_at_the_rule_of_the_finding)
{
  g_autofree char *title = NULL;
  GtkWidget       *page;
  GtkWidget       *label;

  windowed_open ("nongye-2024.txt");
  select_line (n_lines () - 1);
  title = g_strdup (selected ()->finding->title);
  windowed_act ("win.rule-help", NULL);
  page = gtk_stack_get_visible_child (ui_window_get_stack (window));
  label = windowed_find (gtk_paned_get_end_child (
                             GTK_PANED (windowed_find (page, GTK_TYPE_PANED))),
                         GTK_TYPE_LABEL);
  ck_assert_str_eq (gtk_label_get_text (GTK_LABEL (label)), title);
}
END_TEST

static gint64
table_shown (void)
{
  return ui_form_page_get_table (ui_window_get_form (window))->project;
}

/* Answers all that is listed, and what only shows then. */
static void
waive_all (void)
{
  UiFindingList *list = ui_window_get_findings (window);
  g_autoptr (GPtrArray) findings = ui_finding_list_get_findings (list, FALSE);
  g_autoptr (GError) error = NULL;

  ck_assert (waive (ui_window_get_db (window), findings, "As it was agreed", &error));
  ui_window_reload (window);
  windowed_settle ();
  if (n_lines () > 0)
    waive_all ();
}

START_TEST (where_nothing_is_wrong_the_next_finding_is_in_the_next_project)
{
  gint64 first, next;

  windowed_open ("nongye-2024.txt");
  first = table_shown ();
  waive_all ();
  windowed_act ("win.next-finding", NULL);
  next = table_shown ();
  ck_assert_int_ne (next, first);
  ck_assert (selected () != NULL);
  ui_window_select (window, ui_window_get_document (window), first);
  windowed_settle ();
  windowed_act ("win.previous-finding", NULL); /* around at the top */
  ck_assert_int_ne (table_shown (), first);
  ck_assert_int_ne (table_shown (), next);
  ck_assert (selected () != NULL);
}
END_TEST

static gboolean
says (GtkWidget *widget, gconstpointer text)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) &&
         strcmp (gtk_label_get_text (GTK_LABEL (widget)), text) == 0;
}

START_TEST (where_nothing_is_wrong_at_all_the_list_says_so)
{
  gint64 first;

  windowed_open ("nongye-2024.txt");
  first = table_shown ();
  ui_window_select (window, ui_window_get_document (window), 0);
  windowed_settle ();
  waive_all ();
  ui_window_select (window, ui_window_get_document (window), first);
  windowed_settle ();
  windowed_act ("win.next-finding", NULL);
  ck_assert_int_eq (table_shown (), first);
  ck_assert (windowed_pick (GTK_WIDGET (ui_window_get_findings (window)), says,
                            "No findings in the whole text") != NULL);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("finding-list");
  TCase *tcase = tcase_create ("finding-list");

  tcase_add_checked_fixture (tcase, windowed_set_up, windowed_tear_down);
  tcase_add_test (tcase, the_worst_come_first_and_one_table_needs_no_heading);
  tcase_add_test (tcase, a_whole_text_has_headings_that_fold);
  tcase_add_test (tcase, a_certain_fix_is_one_action);
  tcase_add_test (tcase, all_of_a_kind_are_shown_before_they_are_fixed);
  tcase_add_test (tcase, the_buttons_count_what_the_list_shows);
  tcase_add_test (tcase, a_waiver_needs_a_reason_and_can_be_taken_back);
  tcase_add_test (tcase, a_dialog_outlives_the_list_behind_it);
  tcase_add_test (tcase, waived_findings_are_shown_with_their_reason_and_revoked);
  tcase_add_test (tcase, the_findings_are_copied_as_a_letter);
  tcase_add_test (tcase, thousands_of_findings_take_no_more_widgets);
  tcase_add_test (tcase, help_opens_at_the_rule_of_the_finding);
  tcase_add_test (tcase,
                  where_nothing_is_wrong_the_next_finding_is_in_the_next_project);
  tcase_add_test (tcase, where_nothing_is_wrong_at_all_the_list_says_so);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
