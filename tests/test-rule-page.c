/* tests/test-rule-page.c — the catalogue of rules is read and searched in the window.
 */

#include "db/rule.h"
#include "tests/suite.h"
#include "tests/windowed.h"
#include "ui/line.h"
#include "ui/rule-page.h"
#include "ui/word-lists.h"

#include <string.h>

static GtkWidget *
open_page (void)
{
  windowed_open ("nongye-2024.txt");
  return windowed_page ("rules");
}

static guint
n_listed (GtkWidget *page)
{
  return g_list_model_get_n_items (windowed_list (page, GTK_TYPE_LIST_VIEW, 0));
}

/* All words of the text at the right. */
static char *
text_of (GtkWidget *page)
{
  GtkWidget *end =
      gtk_paned_get_end_child (GTK_PANED (windowed_find (page, GTK_TYPE_PANED)));
  GString   *text = g_string_new (NULL);
  GtkWidget *label;

  for (guint i = 0; (label = windowed_find_nth (end, GTK_TYPE_LABEL, i)) != NULL; i++)
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (label)));
  return g_string_free (text, FALSE);
}

START_TEST (every_rule_is_told_as_the_command_tells_it)
{
  GtkWidget *page = open_page ();
  g_autoptr (GPtrArray) rules = rule_list (ui_window_get_db (window), NULL);

  ck_assert_uint_eq (n_listed (page), rules->len);
  for (guint i = 0; i < rules->len; i++)
    {
      const Rule      *rule = rules->pdata[i];
      const char      *parts[] = { rule->title, rule->explanation, rule->basis,
                                   rule->example_before, rule->example_after };
      g_autofree char *text = NULL;

      ui_rule_page_open (UI_RULE_PAGE (page), rule->id);
      text = text_of (page);
      for (gsize k = 0; k < G_N_ELEMENTS (parts); k++)
        ck_assert_msg (parts[k] == NULL || strstr (text, parts[k]) != NULL, "%s: %s",
                       rule->id, parts[k]);
    }
}
END_TEST

static const struct {
  const char *what;
  const char *text;
  gboolean    some;
} searches[] = {
  { "by its name", "rate-without-percent", TRUE },
  { "by a word of the explanation", "百分号", TRUE },
  { "in wide letters", "ＲＡＴＥ-ＷＩＴＨＯＵＴ", TRUE },
  { "what no rule says", "没有这样的规则名", FALSE },
};

START_TEST (the_catalogue_is_searched)
{
  GtkWidget *page = open_page ();
  guint      all = n_listed (page);

  windowed_search (page, searches[_i].text);
  ck_assert_uint_lt (n_listed (page), all);
  ck_assert_msg ((n_listed (page) > 0) == searches[_i].some, "%s", searches[_i].what);
  ui_rule_page_open (UI_RULE_PAGE (page), "basis-vague");
  ck_assert_uint_eq (n_listed (page), all);
}
END_TEST

/* What the first rule's severity is now; the rule is chosen in the list. */
static const char *
first_severity (void)
{
  static char *severity;
  g_autoptr (GPtrArray) rules = rule_list (ui_window_get_db (window), NULL);

  g_free (severity);
  severity = g_strdup (((Rule *) rules->pdata[0])->severity);
  return severity;
}

START_TEST (an_office_chooses_a_severity_and_takes_it_back)
{
  GtkWidget *page = open_page ();
  GtkWidget *end =
      gtk_paned_get_end_child (GTK_PANED (windowed_find (page, GTK_TYPE_PANED)));

  ck_assert_str_eq (first_severity (), "error");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (windowed_find (end, GTK_TYPE_DROP_DOWN)),
                              2);
  windowed_settle ();
  ck_assert_str_eq (first_severity (), "hint");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  windowed_settle ();
  ck_assert_str_eq (first_severity (), "error");
}
END_TEST

/* The text of the word lists in the dialog that was opened for the page. */
static GtkTextBuffer *
open_words (GtkWidget *page)
{
  ui_word_lists_edit (UI_PAGE (page));
  ck_assert_ptr_nonnull (windowed_dialog ());
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (
      windowed_find (GTK_WIDGET (windowed_dialog ()), GTK_TYPE_TEXT_VIEW)));
}

START_TEST (an_office_edits_its_words_as_a_text)
{
  static const char sql[] = "SELECT count(*) FROM word WHERE meaning = '和合'";
  GtkTextBuffer    *text = open_words (open_page ());
  g_autofree char  *stored = NULL;
  g_autofree char  *undone = NULL;

  gtk_text_buffer_set_text (text, "[typo]\n合和 → 和合\n", -1);
  windowed_respond (GTK_RESPONSE_OK);
  ck_assert_ptr_null (windowed_dialog ());
  stored = windowed_answer (sql);
  ck_assert_str_eq (stored, "1");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  windowed_settle ();
  undone = windowed_answer (sql);
  ck_assert_str_eq (undone, "0");
}
END_TEST

START_TEST (a_text_that_is_no_word_list_is_refused_with_the_reason)
{
  GtkTextBuffer   *text = open_words (open_page ());
  g_autofree char *before = windowed_answer ("SELECT count(*) FROM word");
  g_autofree char *after = NULL;

  gtk_text_buffer_set_text (text, "[typo]\n合和\n", -1);
  windowed_respond (GTK_RESPONSE_OK);
  ck_assert_ptr_nonnull (windowed_dialog ());
  after = windowed_answer ("SELECT count(*) FROM word");
  ck_assert_str_eq (before, after);
  windowed_respond (GTK_RESPONSE_CANCEL);
  ck_assert_ptr_null (windowed_dialog ());
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("rule-page");
  TCase *tcase = tcase_create ("rule-page");

  tcase_add_checked_fixture (tcase, windowed_set_up, windowed_tear_down);
  tcase_add_test (tcase, every_rule_is_told_as_the_command_tells_it);
  tcase_add_loop_test (tcase, the_catalogue_is_searched, 0, G_N_ELEMENTS (searches));
  tcase_add_test (tcase, an_office_chooses_a_severity_and_takes_it_back);
  tcase_add_test (tcase, an_office_edits_its_words_as_a_text);
  tcase_add_test (tcase, a_text_that_is_no_word_list_is_refused_with_the_reason);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
