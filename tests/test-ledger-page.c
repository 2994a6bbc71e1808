/* tests/test-ledger-page.c — the ledger says what was checked, and leads there. */

#include "app/check/ledger.h"
#include "tests/suite.h"
#include "tests/windowed.h"

static GListModel *
sums (GtkWidget *page)
{
  return windowed_list (page, GTK_TYPE_COLUMN_VIEW, 0);
}

static GListModel *
entries (GtkWidget *page)
{
  return windowed_list (page, GTK_TYPE_COLUMN_VIEW, 1);
}

static GtkWidget *
open_page (void)
{
  windowed_open ("nongye-2024.txt");
  return windowed_page ("ledger");
}

static void
choose (GtkWidget *page, guint drop_down, guint word)
{
  gtk_drop_down_set_selected (
      GTK_DROP_DOWN (windowed_find_nth (page, GTK_TYPE_DROP_DOWN, drop_down)), word);
  windowed_settle ();
}

/* The sums of all entries, however they are grouped. */
static guint
total (GtkWidget *page)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (sums (page)); i++)
    {
      gtk_selection_model_select_item (GTK_SELECTION_MODEL (sums (page)), i, TRUE);
      windowed_settle ();
      n += g_list_model_get_n_items (entries (page));
    }
  return n;
}

START_TEST (every_rule_is_listed_however_it_is_grouped)
{
  GtkWidget       *page = open_page ();
  g_autofree char *rules = windowed_answer ("SELECT count(*) FROM rule");
  g_autofree char *listed =
      g_strdup_printf ("%u", g_list_model_get_n_items (sums (page)));
  guint by_rule = total (page);

  ck_assert_str_eq (rules, listed);
  choose (page, 0, 1);
  ck_assert_uint_eq (total (page), by_rule);
}
END_TEST

START_TEST (a_state_chooses_what_is_listed)
{
  GtkWidget *page = open_page ();
  guint      all = total (page);
  guint      sum = 0;

  for (guint state = 0; state < LEDGER_STATES; state++)
    {
      choose (page, 1, state + 1);
      sum += total (page);
    }
  ck_assert_uint_gt (all, 0);
  ck_assert_uint_eq (sum, all);
}
END_TEST

START_TEST (an_entry_leads_to_its_finding)
{
  GtkWidget           *page = open_page ();
  const FoldedFinding *folded;

  choose (page, 0, 1); /* by project: the first is the text as a whole */
  choose (page, 1, LEDGER_FIRES + 1);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (sums (page)),
                                   g_list_model_get_n_items (sums (page)) - 1, TRUE);
  windowed_settle ();
  windowed_act_on (page, "ledger.go-to");
  ck_assert_str_eq (gtk_stack_get_visible_child_name (ui_window_get_stack (window)),
                    "records");
  folded = ui_finding_list_get_selected (ui_window_get_findings (window));
  ck_assert (folded != NULL);
  ck_assert_int_eq (ui_form_page_get_table (ui_window_get_form (window))->project,
                    folded->finding->project_id);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("ledger-page");
  TCase *tcase = tcase_create ("ledger-page");

  tcase_add_checked_fixture (tcase, windowed_set_up, windowed_tear_down);
  tcase_add_test (tcase, every_rule_is_listed_however_it_is_grouped);
  tcase_add_test (tcase, a_state_chooses_what_is_listed);
  tcase_add_test (tcase, an_entry_leads_to_its_finding);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
