/* tests/test-samples.c — the sample documents are read as a careful person would key
 * them in, also when the file is written a little differently.
 */

#include "app/import/import.h"
#include "app/import/recognise.h"
#include "app/interchange/interchange.h"
#include "app/read/reader.h"
#include "db/finding.h"
#include "tests/compare.h"
#include "tests/suite.h"

#include <string.h>

static const char *const own_samples[] = { "wenlv-2025", "nongye-2024", "shuiwu-2025",
                                           "shijian-2023", "zhujian-2025" };

static const struct {
  const char *name;
  const char
      *unprinted; /* begins a difference: stands in the text after this excerpt */
} real_samples[] = {
  { "chengde-2024", NULL },
  { "nanpu-2020-first7", NULL },
  { "tangshan-renshe-2024", NULL },
  { "tangshan-shehui-2024-first12", NULL },
  { "zunhua-2022-first12", "department: " },
};

static char *
contents (const char *path)
{
  char *text = NULL;

  ck_assert_msg (g_file_get_contents (path, &text, NULL, NULL), "%s", path);
  return text;
}

static char *
own_text (const char *name, const char *ending)
{
  g_autofree char *file = g_strconcat (name, ending, NULL);
  g_autofree char *path = sample_path (file);

  return contents (path);
}

static Proposal *
propose (const char *text, const char *name)
{
  g_autofree char *file = g_strconcat (name, ".txt", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) blocks = reader_read (bytes, file, &error);
  Proposal *proposal = blocks ? recognise (blocks, file, &error) : NULL;

  ck_assert_msg (proposal != NULL, "%s: %s", name, error ? error->message : "");
  return proposal;
}

static char *
exported (const Proposal *proposal)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new ();

  g_ptr_array_add (documents, proposal->document);
  return interchange_write (documents);
}

static void
assert_reads_as (const char *what, const char *text, const char *name,
                 const char *expected, const char *unprinted)
{
  g_autoptr (Proposal) proposal = propose (text, name);
  g_autoptr (GPtrArray) differences = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *json = exported (proposal);
  g_autofree char *report = NULL;

  ck_assert_uint_gt (compare_json (expected, json, differences), 300);
  for (guint i = differences->len; i-- > 0 && unprinted != NULL;)
    if (g_str_has_prefix (differences->pdata[i], unprinted))
      g_ptr_array_remove_index (differences, i);
  report = compare_report (differences);
  ck_assert_msg (differences->len == 0, "%s, %s: %u differences%s", name, what,
                 differences->len, report);
}

START_TEST (an_own_sample_is_read_as_expected)
{
  g_autofree char *text = own_text (own_samples[_i], ".txt");
  g_autofree char *expected = own_text (own_samples[_i], ".expected.json");

  assert_reads_as ("as it is", text, own_samples[_i], expected, NULL);
}
END_TEST

START_TEST (a_real_sample_is_read_as_expected)
{
  g_autofree char *text_name = g_strconcat (real_samples[_i].name, ".txt", NULL);
  g_autofree char *json_name =
      g_strconcat (real_samples[_i].name, ".expected.json", NULL);
  g_autofree char *text_path = real_sample_path (text_name);
  g_autofree char *json_path = real_sample_path (json_name);
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;

  if (text_path == NULL || json_path == NULL)
    return;
  text = contents (text_path);
  expected = contents (json_path);
  assert_reads_as ("as it is", text, real_samples[_i].name, expected,
                   real_samples[_i].unprinted);
}
END_TEST

START_TEST (every_text_is_used_or_listed)
{
  g_autofree char *text = own_text (own_samples[_i], ".txt");
  g_autoptr (Proposal) proposal = propose (text, own_samples[_i]);
  guint unread = 0;

  for (guint i = 0; i < proposal->notes->len; i++)
    unread += ((Note *) proposal->notes->pdata[i])->kind == NOTE_UNREAD;
  ck_assert_uint_gt (proposal->texts_in, 200);
  ck_assert_uint_eq (proposal->texts_in, proposal->texts_used + proposal->texts_listed);
  ck_assert_uint_eq (proposal->texts_listed, unread);
}
END_TEST

START_TEST (what_was_read_survives_the_json)
{
  g_autofree char *text = own_text (own_samples[_i], ".txt");
  g_autoptr (Proposal) proposal = propose (text, own_samples[_i]);
  g_autoptr (GPtrArray) differences = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *json = exported (proposal);
  GPtrArray       *again = interchange_read (json, -1, NULL);
  g_autofree char *report = NULL;

  ck_assert_ptr_nonnull (again);
  compare_records (&document_table, proposal->document, again->pdata[0], "document",
                   differences);
  report = compare_report (differences);
  ck_assert_msg (differences->len == 0, "%s", report);
  db_record_array_free (&document_table, again);
}
END_TEST

/* Ways in which another office, or another program, writes the same text: what
 * replaces what, everywhere.  */
typedef struct {
  const char *what;
  struct {
    const char *from, *to;
  } changes[12];
} Variant;

static const Variant variants[] = {
  { "blank lines", { { "\n\n", "\n\n\n" }, { "\n\n\n\n\n", "\n\n\n\n\n\n\n\n" } } },
  { "carriage returns", { { "\n", "\r\n" } } },
  { "spaces in labels",
    { { "\t项目编码\n", "\t项 目 编 码\n" },
      { "\t项目名称", "\t项目　名称" },
      { "预算数\n", "预 算 数\n" },
      { "一级指标\n", "一级 指标\n" },
      { "绩效指标描述", "绩效指标 描述" },
      { "数量指标", "数量 指标" },
      { "产出指标", "产出  指标" },
      { "3月底", "3 月底" },
      { "\t绩效目标", "\t绩效 目标 " } } },
  { "half width and look-alike signs",
    { { "\t≥", "\t>=" },
      { "\t＞", "\t>" },
      { "\t＝", "\t=" },
      { "\t≧", "\t≥" },
      { "其中：财政资金", "其中:财政资金" },
      { "预算年度：", "预算年度:" },
      { "金额：", "金额:" },
      { "项目编码及名称：", "项目编码及名称:" } } },
  { "full width signs",
    { { "\t>", "\t＞" },
      { "\t=", "\t＝" },
      { "\t≤", "\t≦" },
      { "\t%\t", "\t％\t" },
      { "5%\n", "5％\n" },
      { "0%\n", "0％\n" } } },
};

static char *
replaced (const char *text, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, -1);

  return g_strjoinv (to, parts);
}

START_TEST (a_text_written_a_little_differently_is_read_the_same)
{
  for (gsize v = 0; v < G_N_ELEMENTS (variants); v++)
    {
      g_autofree char *text = own_text (own_samples[_i], ".txt");
      g_autofree char *expected = own_text (own_samples[_i], ".expected.json");

      for (int i = 0; variants[v].changes[i].from != NULL; i++)
        {
          char *changed =
              replaced (text, variants[v].changes[i].from, variants[v].changes[i].to);

          g_free (text);
          text = changed;
        }
      assert_reads_as (variants[v].what, text, own_samples[_i], expected, NULL);
    }
}
END_TEST

/* A row that no form has, put over the plan of each table. */
static const struct {
  const char *row, *with;
} strange_rows[] = {
  { "\t资金支出计划", "\t主管科室联系人\n\t张三丰\n\n\t资金支出计划" },
  { "\n7\t资金支出", "\n6\t主管科室联系人\t张三丰\t\t\t\t\t\t\t\n7\t资金支出" },
};

START_TEST (an_unknown_row_is_listed_and_harms_nothing_else)
{
  g_autofree char *expected = own_text (own_samples[_i], ".expected.json");
  g_autofree char *text = own_text (own_samples[_i], ".txt");
  gboolean         numbered = strstr (text, strange_rows[1].row) != NULL;
  g_autofree char *strange =
      replaced (text, strange_rows[numbered].row, strange_rows[numbered].with);
  g_autoptr (Proposal) proposal = propose (strange, own_samples[_i]);
  gboolean listed = FALSE;

  for (guint i = 0; i < proposal->notes->len; i++)
    {
      const Note *note = proposal->notes->pdata[i];

      listed = listed || (note->kind == NOTE_UNREAD && strstr (note->text, "张三丰"));
    }
  ck_assert (listed);
  assert_reads_as ("an unknown row", strange, own_samples[_i], expected, NULL);
}
END_TEST

/* "rule TAB project TAB indicator", with - where there is none. */
static char *
finding_line (const Finding *finding)
{
  GString *line = g_string_new (finding->rule);

  if (finding->project_no != DB_NULL)
    g_string_append_printf (line, "\t%" G_GINT64_FORMAT, finding->project_no);
  else
    g_string_append (line, "\t-");
  if (finding->indicator_no != DB_NULL)
    g_string_append_printf (line, "\t%" G_GINT64_FORMAT, finding->indicator_no);
  else
    g_string_append (line, "\t-");
  return g_string_free (line, FALSE);
}

static GHashTable *
findings_of (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".txt", NULL);
  g_autofree char *path = sample_path (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) db = db_open (":memory:", DB_OPEN_CREATE, &error);
  g_autoptr (Import) import = import_read (path, &error);
  g_autoptr (GPtrArray) findings = NULL;
  GHashTable *lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  ck_assert_msg (import != NULL && import_store (import, db, FALSE, &error), "%s",
                 error ? error->message : "");
  findings = finding_all (db, &error);
  ck_assert_msg (findings != NULL, "%s", error ? error->message : "");
  for (guint i = 0; i < findings->len; i++)
    g_hash_table_add (lines, finding_line (findings->pdata[i]));
  return lines;
}

START_TEST (what_was_planted_is_found_and_nothing_else)
{
  g_autoptr (GHashTable) found = findings_of (own_samples[_i]);
  g_autofree char *text = own_text (own_samples[_i], ".firings.tsv");
  g_auto (GStrv) planted = g_strsplit (g_strchomp (text), "\n", -1);
  g_autoptr (GString) report = g_string_new (NULL);
  GHashTableIter iter;
  gpointer       line;

  for (int i = 0; planted[i] != NULL; i++)
    if (!g_hash_table_remove (found, planted[i]))
      g_string_append_printf (report, "\nnot found: %s", planted[i]);
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &line, NULL))
    g_string_append_printf (report, "\nnot planted: %s", (char *) line);
  ck_assert_msg (report->len == 0, "%s%s", own_samples[_i], report->str);
}
END_TEST

START_TEST (a_text_cut_off_anywhere_is_read_or_refused_without_harm)
{
  g_autofree char *text = own_text (own_samples[_i], ".txt");

  for (gsize length = strlen (text); length > 0; length = length * 29 / 30)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (text, length);
      g_autoptr (GPtrArray) blocks = reader_read (bytes, "cut.txt", NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (Proposal) proposal = blocks ? recognise (blocks, "cut", &error) : NULL;

      if (proposal != NULL)
        ck_assert_uint_eq (proposal->texts_in,
                           proposal->texts_used + proposal->texts_listed);
    }
}
END_TEST

int
main (void)
{
  Suite    *suite = suite_create ("samples");
  TCase    *tcase = tcase_create ("samples");
  const int n_own = G_N_ELEMENTS (own_samples);

  tcase_add_loop_test (tcase, an_own_sample_is_read_as_expected, 0, n_own);
  tcase_add_loop_test (tcase, a_real_sample_is_read_as_expected, 0,
                       G_N_ELEMENTS (real_samples));
  tcase_add_loop_test (tcase, every_text_is_used_or_listed, 0, n_own);
  tcase_add_loop_test (tcase, what_was_read_survives_the_json, 0, n_own);
  tcase_add_loop_test (tcase, a_text_written_a_little_differently_is_read_the_same, 0,
                       n_own);
  tcase_add_loop_test (tcase, an_unknown_row_is_listed_and_harms_nothing_else, 0,
                       n_own);
  tcase_add_loop_test (tcase, what_was_planted_is_found_and_nothing_else, 0, n_own);
  tcase_add_loop_test (tcase, a_text_cut_off_anywhere_is_read_or_refused_without_harm,
                       0, n_own);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
