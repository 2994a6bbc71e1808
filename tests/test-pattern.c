/* tests/test-pattern.c — regular expressions by their text. */

#include "app/read/pattern.h"
#include "tests/suite.h"

static const struct {
  const char *pattern, *text;
  int         group;
  const char *taken;
} takes[] = {
  { "^(a)?(b)?(c)?$", "ac", 1, "a" },
  { "^(a)?(b)?(c)?$", "ac", 2, "" }, /* a group before the last that has a place */
  { "^(a)?(b)?(c)?$", "a", 3, NULL },
  { "^(a)?(b)?(c)?$", "d", 0, NULL },
  { "^\\s+(\\d)$", "　５", 1, "５" }, /* classes are those of Unicode */
  { "a(.)b", "a\rb", 1, NULL },       /* any newline ends a line */
  { "年$", "2024年", 0, "年" },
  { "年$", NULL, 0, NULL },
};

START_TEST (a_group_is_taken)
{
  g_autofree char *taken =
      pattern_take (takes[_i].pattern, takes[_i].text, takes[_i].group);

  ck_assert_pstr_eq (taken, takes[_i].taken);
}
END_TEST

/* Patterns are remembered by where their text stands. */
START_TEST (a_text_in_the_same_place_is_another_pattern)
{
  char pattern[] = "^a$";

  ck_assert (pattern_match (pattern, "a"));
  pattern[1] = 'b';
  ck_assert (!pattern_match (pattern, "a"));
  ck_assert (pattern_match (pattern, "b"));
}
END_TEST

START_TEST (a_match_is_found_behind_a_place)
{
  gsize start, end;

  ck_assert (pattern_find ("(?<=一)二", "二一二三", 3, &start, &end));
  ck_assert_uint_eq (start, 6);
  ck_assert_uint_eq (end, 9);
  ck_assert (!pattern_find ("二", "二一", 3, &start, &end));
  ck_assert_uint_eq (pattern_length ("^(?:一)*", "一一二"), 6);
}
END_TEST

START_TEST (what_matches_is_replaced)
{
  g_autofree char *changed = pattern_replace ("(\\d)年", "1年2年", "\\1岁");
  g_autofree char *same = pattern_replace ("月", "1年", "");

  ck_assert_str_eq (changed, "1岁2岁");
  ck_assert_str_eq (same, "1年");
}
END_TEST

/* Deeper than the stack that matching begins with. */
START_TEST (a_long_text_is_matched)
{
  gsize            size = 1 << 16;
  g_autofree char *text = g_strnfill (size, 'a');

  ck_assert_uint_eq (pattern_length ("^(?:a|b)+", text), size);
  ck_assert (!pattern_match ("^(?:(a)|b)*c$", text));
}
END_TEST

static gpointer
match_cb (gpointer data)
{
  gboolean matched = TRUE;

  for (guint i = 0; i < 1000; i++)
    matched &= pattern_match ("^([一二九]+)年$", data);
  return GINT_TO_POINTER (matched);
}

START_TEST (threads_match_at_once)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("match", match_cb, (gpointer) "二九年");
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    ck_assert (GPOINTER_TO_INT (g_thread_join (threads[i])));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("pattern");
  TCase *tcase = tcase_create ("pattern");

  tcase_add_loop_test (tcase, a_group_is_taken, 0, G_N_ELEMENTS (takes));
  tcase_add_test (tcase, a_text_in_the_same_place_is_another_pattern);
  tcase_add_test (tcase, a_match_is_found_behind_a_place);
  tcase_add_test (tcase, what_matches_is_replaced);
  tcase_add_test (tcase, a_long_text_is_matched);
  tcase_add_test (tcase, threads_match_at_once);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
