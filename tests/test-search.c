/* tests/test-search.c — what is typed is found, where it stands, and nothing else. */

#include "app/edit/arrangement.h"
#include "app/edit/edit.h"
#include "app/import/import.h"
#include "app/search/grams.h"
#include "app/search/pinyin.h"
#include "app/search/search.h"
#include "tests/record-file.h"
#include "tests/suite.h"
#include "tests/told.h"

#include <glib/gstdio.h>
#include <string.h>

static Searcher *searcher;

static void
set_up (void)
{
  static const char *const samples[] = { "nongye-2024.txt", "shuiwu-2025.txt" };

  open_in_folder ();
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++)
    import_sample (samples[i]);
  searcher = searcher_new (db_get_path (db));
}

static void
tear_down (void)
{
  g_clear_pointer (&searcher, searcher_unref);
  close_file ();
}

static GPtrArray *
search (const char *query, GError **error)
{
  Errand *running = NULL;
  Told    told = { 0 };

  searcher_find (searcher, &running, query, told_take, &told);
  return told_wait (&told, error);
}

/* table.column: the part that matches */
static char *
in_words (const SearchHit *hit)
{
  g_autofree char *part = g_strndup (hit->text + hit->start, hit->end - hit->start);

  if (hit->table == NULL)
    return g_strdup_printf ("%s: %s", hit->line.kind == TREE_UNIT ? "unit" : "document",
                            part);
  return g_strdup_printf ("%s.%s: %s", hit->table, hit->column, part);
}

static const struct {
  const char *query;
  const char *first; /* NULL: nothing is found */
} searches[] = {
  { "水库", "project.name: 水库" },
  { "坝", "project.name: 坝" },
  { "130998240bq5", "project.code: 130998240BQ5" },
  { "BQ5NN", "project.code: BQ5NN" },
  { "养殖户满意度", "indicator.name: 养殖户满意度" },
  { "强制免疫疫苗", "project.purpose: 强制免疫疫苗" },
  { "整编监测资料", "goal.text: 整编监测资料" },
  { "松财农〔2024〕5号", "indicator.basis: 松财农【2024】5号" },
  { "[2024]5号", "indicator.basis: 【2024】5号" },
  { "≥12.8万亩", "indicator.value_text: ≥12.8万亩" },
  { "１２.８ 万亩", "indicator.value_text: 12.8" },
  { "农业农村局", "document: 农业农村局" },
  { "nyncj", "document: 农业农村局" },
  { "skdb", "project.name: 水库大坝" },
  { "yzhmyd", "indicator.name: 养殖户满意度" },
  { "qzmy", "project.name: 强制免疫" },
  { "水务局 满意度", "indicator.name: 满意度" },
  { "2025 大坝", "project.name: 大坝" },
  { "2024 大坝", NULL },
  { "水库 满意度", "project.name: 水库" },
  { "没有这样的项目", NULL },
  { "\"", NULL },
  { "） OR （", NULL },
  { "*", NULL },
  { "　", NULL },
};

START_TEST (a_text_is_found_where_it_stands)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = search (searches[_i].query, &error);
  g_autofree char *first = NULL;

  ck_assert_msg (hits != NULL, "%s: %s", searches[_i].query,
                 error ? error->message : "");
  if (hits->len > 0)
    first = in_words (hits->pdata[0]);
  ck_assert_msg (g_strcmp0 (first, searches[_i].first) == 0, "%s: %s",
                 searches[_i].query, first ? first : "nothing");
}
END_TEST

static const struct {
  const char *table, *column;
} columns[] = {
  { "project", "name" },         { "project", "code" },
  { "project", "purpose" },      { "goal", "text" },
  { "indicator", "name" },       { "indicator", "description" },
  { "indicator", "value_text" }, { "indicator", "basis" },
};

/* Every two characters of every text lead back to it. */
START_TEST (any_two_characters_find_their_text)
{
  g_autoptr (SearchIndex) index = search_index_new (db);
  g_autoptr (GPtrArray) texts = search_index_texts (index, 2, NULL);

  for (guint i = 0; i < texts->len; i++)
    {
      const SearchText *text = texts->pdata[i];
      gboolean          is_found = FALSE;
      g_autofree char  *part = NULL;
      g_autoptr (GPtrArray) hits = NULL;

      if (g_strcmp0 (text->table, columns[_i].table) != 0 ||
          g_strcmp0 (text->column, columns[_i].column) != 0 ||
          g_utf8_strlen (text->text, -1) < 4)
        continue;
      part = g_utf8_substring (text->text, 1, 3);
      hits = search (part, NULL);
      ck_assert (hits != NULL);
      for (guint k = 0; k < hits->len; k++)
        {
          const SearchHit *hit = hits->pdata[k];

          is_found |=
              hit->row == text->row && g_strcmp0 (hit->column, text->column) == 0;
        }
      ck_assert_msg (is_found, "%s of %s", part, text->text);
    }
}
END_TEST

START_TEST (an_edit_is_found_at_once_and_what_was_there_no_more)
{
  g_autoptr (GPtrArray) before = search ("水库大坝安全", NULL);
  const SearchHit *hit = before->pdata[0];
  g_autoptr (GPtrArray) old = NULL;
  g_autoptr (GPtrArray) new = NULL;

  ck_assert (edit_cell (db, "project", hit->row, "name", "闸门更换", NULL));
  new = search ("闸门", NULL);
  ck_assert_uint_eq (new->len, 1);
  ck_assert_int_eq (((SearchHit *) new->pdata[0])->row, hit->row);
  old = search ("水库大坝安全", NULL);
  for (guint i = 0; i < old->len; i++)
    ck_assert_str_ne (((SearchHit *) old->pdata[i])->column, "name");
}
END_TEST

/* The names of the lines above the projects are kept from one search to the next. */
START_TEST (a_new_name_of_a_department_is_found_at_once)
{
  g_autoptr (GPtrArray) before = search ("水务局", NULL);
  g_autoptr (GPtrArray) old = NULL;
  g_autoptr (GPtrArray) new = NULL;

  ck_assert_uint_gt (before->len, 0);
  ck_assert (db_exec (db,
                      "UPDATE department SET name = '测绘院'"
                      " WHERE name LIKE '%水务局%'",
                      NULL));
  new = search ("测绘院", NULL);
  ck_assert_uint_gt (new->len, 0);
  ck_assert_ptr_null (((SearchHit *) new->pdata[0])->table);
  old = search ("水务局", NULL);
  ck_assert (old->len == 0 || ((SearchHit *) old->pdata[0])->table != NULL);
}
END_TEST

START_TEST (what_is_removed_is_not_found)
{
  g_autoptr (GPtrArray) before = search ("水库大坝", NULL);
  g_autoptr (GPtrArray) after = NULL;

  ck_assert (arrangement_remove (db, "project",
                                 ((SearchHit *) before->pdata[0])->line.id, NULL));
  after = search ("水库大坝", NULL);
  ck_assert_uint_eq (after->len, 0);
}
END_TEST

START_TEST (who_asks_again_is_not_told_of_the_first)
{
  g_autoptr (GPtrArray) hits = NULL;
  Errand *running = NULL;
  Told    first = { 0 }, second = { 0 };

  searcher_find (searcher, &running, "满意度", told_take, &first);
  searcher_find (searcher, &running, "水库大坝", told_take, &second);
  hits = told_wait (&second, NULL);
  ck_assert_ptr_nonnull (hits);
  told_settle ();
  ck_assert_uint_eq (first.times, 0);
}
END_TEST

START_TEST (a_file_that_is_gone_is_an_error)
{
  g_autoptr (GError) error = NULL;

  searcher_unref (searcher);
  searcher = searcher_new ("/nowhere/search.jixiao");
  ck_assert (search ("满意度", &error) == NULL);
  ck_assert (g_error_matches (error, DB_ERROR_DOMAIN, DB_MISSING));
}
END_TEST

static const struct {
  const char *c, *letters;
} characters[] = {
  { "民", "m" },  { "政", "z" },  { "局", "j" }, { "鄂", "e" },
  { "滦", "l" },  { "行", "hx" }, { "A", "a" },  { "z", "z" },
  { "率", "ls" }, { "5", "" },    { "，", "" },
};

START_TEST (a_character_has_the_letters_of_its_readings)
{
  guint32 expected = 0;

  for (const char *p = characters[_i].letters; *p != '\0'; p++)
    expected |= 1u << (*p - 'a');
  ck_assert_msg (pinyin_initials (g_utf8_get_char (characters[_i].c)) == expected, "%s",
                 characters[_i].c);
}
END_TEST

static const struct {
  const char *text;
  const char *pieces;
  const char *query;
} cuts[] = {
  { "水库大坝", " a水库 a库大 a大坝 a坝", "\"a水库\" AND \"a库大\" AND \"a大坝\"" },
  { "坝", " a坝", "\"a坝\"*" },
  { "第12类", " a第 a12 a2 a类", "\"a第\"* AND \"a12\"* AND \"a类\"*" },
  { "F7kq", " af7k a7kq akq aq", "\"af7k\" AND \"a7kq\"" },
  { "〔2024〕", " a202 a024 a24 a4", "\"a202\" AND \"a024\"" },
  { "（）", "", NULL },
};

START_TEST (a_text_is_cut_into_pieces)
{
  g_autoptr (GramText) text = gram_text_new (cuts[_i].text);
  g_autoptr (GString) pieces = g_string_new (NULL);
  g_autofree char *query = grams_query ('a', text);

  grams_add (pieces, 'a', text);
  ck_assert_str_eq (pieces->str, cuts[_i].pieces);
  ck_assert_msg (g_strcmp0 (query, cuts[_i].query) == 0, "%s", query);
}
END_TEST

static Suite *
search_suite (void)
{
  Suite *suite = suite_create ("search");
  TCase *tests = tcase_create ("search");
  TCase *pieces = tcase_create ("pieces");

  tcase_add_checked_fixture (tests, set_up, tear_down);
  tcase_add_loop_test (tests, a_text_is_found_where_it_stands, 0,
                       G_N_ELEMENTS (searches));
  tcase_add_loop_test (tests, any_two_characters_find_their_text, 0,
                       G_N_ELEMENTS (columns));
  tcase_add_test (tests, an_edit_is_found_at_once_and_what_was_there_no_more);
  tcase_add_test (tests, a_new_name_of_a_department_is_found_at_once);
  tcase_add_test (tests, what_is_removed_is_not_found);
  tcase_add_test (tests, who_asks_again_is_not_told_of_the_first);
  tcase_add_test (tests, a_file_that_is_gone_is_an_error);
  suite_add_tcase (suite, tests);
  tcase_add_loop_test (pieces, a_character_has_the_letters_of_its_readings, 0,
                       G_N_ELEMENTS (characters));
  tcase_add_loop_test (pieces, a_text_is_cut_into_pieces, 0, G_N_ELEMENTS (cuts));
  suite_add_tcase (suite, pieces);
  return suite;
}

int
main (void)
{
  return suite_run (search_suite ());
}
