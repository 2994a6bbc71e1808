/* tests/test-interchange.c — the interchange JSON holds all that a record holds, and
 * reads what people key in by hand.
 */

#include "app/interchange/interchange.h"
#include "app/reading/target.h"
#include "db/approval.h"
#include "db/catalogue-entry.h"
#include "db/funding.h"
#include "db/indicator.h"
#include "db/plan-point.h"
#include "db/project.h"
#include "tests/compare.h"
#include "tests/suite.h"

#include <string.h>

static void
free_documents (GPtrArray *documents)
{
  db_record_array_free (&document_table, documents);
}

static GPtrArray *
read_json (const char *json)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *documents = interchange_read (json, -1, &error);

  ck_assert_msg (documents != NULL, "%s", error ? error->message : "");
  return documents;
}

/* Written, read and compared byte by byte. */
static void
assert_round_trip (GPtrArray *documents)
{
  g_autoptr (GPtrArray) differences = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *json = interchange_write (documents);
  GPtrArray       *again = read_json (json);
  g_autofree char *report = NULL;

  ck_assert_uint_eq (again->len, documents->len);
  for (guint i = 0; i < documents->len; i++)
    compare_records (&document_table, documents->pdata[i], again->pdata[i], "document",
                     differences);
  report = compare_report (differences);
  ck_assert_msg (differences->len == 0, "%s", report);
  free_documents (again);
}

/* Columns whose text is one of a few words. */
static const struct {
  const char *table, *column, *words;
} worded[] = {
  { "document", "stage", "draft1 draft2 approved adjusted" },
  { "document", "form_id", "chengde zunhua nanpu" },
  { "section", "kind", "cover overall overall_goal projects approval" },
  { "funding", "source", "fiscal local other" },
  { "indicator", "repair", "shifted" },
  { "indicator", "operator_text", "≥ >= ＝ 文字描述 定性 怪" },
  { "indicator", "value_text",
    "95.00 ≥95% 2000元/月/人 90%以上 2025年12月底前 文字描述好 是" },
  { "indicator", "unit_text", "% 人 按时完成" },
  { "project", "code", "———— 13010025P00000110001X 0012 -" },
  { "project", "amount_text", "16.5万元 金额：16.5万元 800.00 约百万" },
  { "plan_point", "percent_text", "30 30% 0% 一半" },
};

/* Texts that the schema requires. */
static const char *const required[] = {
  "section.kind", "section.text",       "catalogue_entry.text",    "overall_goal.text",
  "goal.text",    "safeguard.text",     "funding.source",          "plan_point.label",
  "asset.item",   "glossary_term.term", "approval_paragraph.text", "document.stage",
  "project.kind", "document.form_id",
};

static char *
one_of (const char *words, GRand *random)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);

  return g_strdup (parts[g_rand_int_range (random, 0, g_strv_length (parts))]);
}

static char *
text_for (const DbTable *table, const DbField *field, GRand *random, gboolean full)
{
  static int       n;
  g_autofree char *name =
      g_strdup_printf ("%s.%s", table->name, field->column ? field->column : "");
  gboolean needed = full;

  for (gsize i = 0; i < G_N_ELEMENTS (required); i++)
    needed = needed || g_str_equal (required[i], name);
  if (!needed && g_rand_int_range (random, 0, 3) == 0)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (worded); i++)
    if (g_str_equal (worded[i].table, table->name) &&
        g_strcmp0 (worded[i].column, field->column) == 0)
      return one_of (worded[i].words, random);
  return g_strdup_printf ("%s “%d”\n\t\\末", name, ++n);
}

static gint64
integer_for (const DbField *field, GRand *random, gboolean full)
{
  if (strstr (field->column, "is_") != NULL)
    return g_rand_int_range (random, 0, 2);
  if (g_str_has_suffix (field->column, "_id") ||
      (!full && g_rand_int_range (random, 0, 3) == 0))
    return DB_NULL;
  if (g_str_equal (field->column, "fiscal_year"))
    return g_rand_int_range (random, 1990, 2101);
  return (gint64) g_rand_int (random) * g_rand_int_range (random, -3, 1000);
}

/* Tables stand in the order overall, special fund, project, as the JSON has them. */
static void
set_kinds (Document *document, GRand *random)
{
  static const char *const kinds[] = { "overall", "special_fund", "project" };
  guint                    kind = 0;

  for (guint i = 0; i < document->projects->len; i++)
    {
      Project *project = document->projects->pdata[i];

      kind += kind < 2 && g_rand_boolean (random);
      db_record_take_text (&project->kind, g_strdup (kinds[kind]));
    }
}

/* Fills every member, also one that is added to a table later.  Some stay NULL unless
 * full. */
static void
fill (const DbTable *table, gpointer record, GRand *random, gboolean full)
{
  for (gsize i = 0; i < table->n_fields; i++)
    {
      const DbField *field = &table->fields[i];

      if (field->type == DB_TEXT)
        G_STRUCT_MEMBER (char *, record, field->offset) =
            text_for (table, field, random, full);
      else
        G_STRUCT_MEMBER (gint64, record, field->offset) =
            integer_for (field, random, full);
    }
  for (int i = 0; table->children[i].table != NULL; i++)
    {
      const DbTable *child = table->children[i].table;
      GPtrArray     *children =
          G_STRUCT_MEMBER (GPtrArray *, record, table->children[i].offset);
      int n = full ? 3 : g_rand_int_range (random, 0, 5);

      for (int k = 0; k < n; k++)
        fill (child, db_record_add (children, child), random, full);
    }
}

START_TEST (every_member_of_every_record_survives)
{
  GRand     *random = g_rand_new_with_seed (_i);
  GPtrArray *documents = g_ptr_array_new ();

  for (int i = 0; i < 2; i++)
    {
      Document *document = db_record_add (documents, &document_table);

      fill (&document_table, document, random, _i == 0);
      set_kinds (document, random);
    }
  assert_round_trip (documents);
  free_documents (documents);
  g_rand_free (random);
}
END_TEST

START_TEST (nothing_at_all_survives)
{
  GPtrArray *documents = g_ptr_array_new ();

  assert_round_trip (documents);
  free_documents (documents);
}
END_TEST

static const char hand_made[] =
    "{\"department\": \"青槐县水务局\", \"year\": 2025, \"projects\": [{\"no\": 1,"
    " \"name\": \"河道清淤\", \"amount_wan\": \"16.5\", \"amount_as_printed\":"
    " \"金额：16.50万元\", \"fiscal_wan\": \"16.5\", \"other_wan\": null,"
    " \"code\": null, \"code_as_printed\": \"————\","
    " \"plan_periods\": [\"3月底\", \"6月底\"], \"plan\": [null, 100],"
    " \"plan_as_printed\": [\"\", \"100%\"], \"goals\": [\"清淤 12 公里\"],"
    " \"note\": {\"anything\": [1.5, true]}, \"indicators\": ["
    "{\"value_as_printed\": \"文字描述按时完成\", \"symbol\": null, \"number\": null,"
    " \"unit\": null, \"text\": \"按时完成\"},"
    "{\"value_as_printed\": \">=12.00公里\", \"symbol\": \"≥\", \"number\": \"12\","
    " \"unit\": \"公里\", \"text\": null}]},"
    "{\"name\": \"防汛物资\", \"amount_wan\": 30, \"indicators\": ["
    "{\"value_as_printed\": \"90%以上\", \"symbol\": \"≥\", \"number\": \"90\","
    " \"unit\": \"%\", \"text\": null},"
    "{\"symbol\": \"≤\", \"number\": \"2.5\", \"unit\": \"万元\"},"
    "{\"text\": \"是\"}]}]}";

START_TEST (a_document_keyed_in_by_hand_is_read)
{
  GPtrArray       *documents = read_json (hand_made);
  const Document  *document = documents->pdata[0];
  const Project   *project = document->projects->pdata[0];
  const Project   *other = document->projects->pdata[1];
  const Indicator *words = project->indicators->pdata[0];
  const Indicator *number = project->indicators->pdata[1];
  const PlanPoint *point = project->plan->pdata[1];

  ck_assert_str_eq (document->department, "青槐县水务局");
  ck_assert_str_eq (document->stage, "approved");
  ck_assert_str_eq (document->form_id, "chengde");
  ck_assert_int_eq (document->year_is_printed, 1);
  ck_assert_str_eq (project->kind, "project");
  ck_assert_str_eq (project->code, "————");
  ck_assert_int_eq (project->amount_fen, 16500000);
  ck_assert_str_eq (project->amount_text, "16.50万元");
  ck_assert_str_eq (project->amount_unit, "万元");
  ck_assert_uint_eq (project->fundings->len, 1);
  ck_assert_ptr_null (((PlanPoint *) project->plan->pdata[0])->percent_text);
  ck_assert_str_eq (point->percent_text, "100%");
  ck_assert_int_eq (point->percent_e6, 100000000);
  ck_assert_str_eq (words->operator_text, "文字描述");
  ck_assert_ptr_null (words->value_text);
  ck_assert_str_eq (words->unit_text, "按时完成");
  ck_assert_str_eq (number->operator_text, "≥");
  ck_assert_str_eq (number->value_text, "12.00");
  ck_assert_str_eq (number->unit_text, "公里");
  ck_assert_str_eq (other->amount_text, "30");
  ck_assert_str_eq (((Indicator *) other->indicators->pdata[0])->value_text, "90%以上");
  ck_assert_str_eq (((Indicator *) other->indicators->pdata[1])->value_text,
                    "≤2.5万元");
  ck_assert_str_eq (((Indicator *) other->indicators->pdata[2])->value_text, "是");
  free_documents (documents);
}
END_TEST

/* The pieces stand in the text in this order. */
static const char *const written[] = {
  "\"format\" : \"jixiao\"",
  "\"version\" : 1",
  "\"documents\" : [",
  "\"department\" : \"青槐县",
  "\"year\" : 2025",
  "\"title\" : null",
  "\"catalogue\" : []",
  "\"overall\" : {",
  "\"general_goal\" : []",
  "\"projects\" : [",
  "\"no\" : 1",
  "\"heading\" : null",
  "\"code\" : null",
  "\"name\" : \"河道清淤\"",
  "\"amount_wan\" : \"16.5\"",
  "\"fiscal_wan\" : \"16.5\"",
  "\"other_wan\" : null",
  "\"purpose\" : null",
  "\"plan_periods\" : [",
  "\"plan\" : [",
  "\"goals\" : [",
  "\"indicators\" : [",
  "\"level1\" : null",
  "\"value_as_printed\" : \"文字描述按时完成\"",
  "\"symbol\" : null",
  "\"text\" : \"按时完成\"",
  "\"symbol\" : \"≥\"",
  "\"number\" : \"12\"",
  "\"no\" : 2",
  "\"procurement\" : null",
  "\"glossary\" : []",
  "\"approval\" : null",
};

START_TEST (the_export_is_readable_and_in_the_documented_order)
{
  GPtrArray       *documents = read_json (hand_made);
  g_autofree char *json = interchange_write (documents);
  const char      *from = json;

  for (gsize i = 0; i < G_N_ELEMENTS (written); i++)
    {
      const char *found = strstr (from, written[i]);

      ck_assert_msg (found != NULL, "%s is not there, or not in its place:\n%s",
                     written[i], from);
      from = found;
    }
  ck_assert_ptr_null (strstr (json, "\\u"));
  free_documents (documents);
}
END_TEST

/* P stands for a document that holds one project with the members given. */
#define P(members) "{\"department\": \"甲局\", \"projects\": [{" members "}]}"

static const struct {
  const char *what, *json, *message;
} malformed[] = {
  { "nothing", "", "JSON 是空的" },
  { "white space", " \n ", "JSON 是空的" },
  { "truncated", "{\"documents\": [{\"department\": \"甲\"", "JSON 第 1 行" },
  { "not JSON", "第一部分", "JSON 第 1 行" },
  { "an array", "[1]", "最外层 应是对象 {…}，却是数组" },
  { "a string", "\"文\"", "最外层 应是对象" },
  { "another file", "{\"scripts\": {}}", "没有 department" },
  { "another format", "{\"format\": \"excel\", \"documents\": []}",
    "format 是“excel”" },
  { "newer", "{\"format\": \"jixiao\", \"version\": 2, \"documents\": []}", "新版" },
  { "documents", "{\"documents\": {}}", "documents 应是数组 […]，却是对象" },
  { "a document", "{\"documents\": [{\"department\": \"甲\"}, 7]}",
    "documents[1] 应是对象 {…}，却是数字" },
  { "a fraction", P ("\"amount_wan\": 16.5"),
    "projects[0].amount_wan 应是十进制数的字符串（如 \"16.5\"），却是数字" },
  { "not a number", P ("\"amount_wan\": \"十六\""), "却是“十六”" },
  { "an amount with a unit", P ("\"fiscal_wan\": \"16.5万元\""), "fiscal_wan" },
  { "plan of numbers", P ("\"plan_periods\": [\"3月底\"], \"plan\": [true]"),
    "projects[0].plan[0] 应是十进制数" },
  { "plan too long", P ("\"plan_periods\": [\"3月底\"], \"plan\": [\"1\", \"2\"]"),
    "projects[0].plan[1] 多出来了：plan_periods 只有 1 项" },
  { "labels too many", P ("\"goals\": [], \"goal_labels\": [\"一\"]"),
    "goal_labels[0]" },
  { "a goal", P ("\"goals\": [{}]"), "projects[0].goals[0] 应是字符串，却是对象" },
  { "goals", P ("\"goals\": \"一\""), "projects[0].goals 应是数组 […]，却是字符串" },
  { "a name", P ("\"name\": false"), "projects[0].name 应是字符串，却是true/false" },
  { "a year in words", P ("\"year\": \"2025\""), "projects[0].year 应是整数" },
  { "an indicator", P ("\"indicators\": [[]]"), "projects[0].indicators[0] 应是对象" },
  { "a target", P ("\"indicators\": [{\"number\": 0.5}]"), "indicators[0].number" },
  { "a funding", P ("\"fundings\": [{\"amount_wan\": \"1\"}]"),
    "fundings[0] 缺少 source" },
  { "a source", P ("\"fundings\": [{\"source\": \"EU\"}]"), "source 不能是“EU”" },
  { "a repair", P ("\"indicators\": [{\"repair\": \"x\"}]"), "repair 不能是“x”" },
  { "a stage", "{\"department\": \"甲\", \"stage\": \"final\"}",
    "stage 不能是“final”" },
  { "a year too far", "{\"department\": \"甲\", \"year\": 20240}",
    "year 应是 1990 到" },
  { "a section", "{\"department\": \"甲\", \"sections\": [{\"kind\": \"cover\"}]}",
    "sections[0] 缺少 text" },
  { "too many cells",
    "{\"department\": \"甲\", \"assets\": {\"rows\": [[\"车\", null, null, \"x\"]]}}",
    "assets.rows[0] 有 4 个单元格" },
  { "a row", "{\"department\": \"甲\", \"procurement\": {\"rows\": [\"车\"]}}",
    "procurement.rows[0] 应是一行" },
  { "a figure",
    "{\"department\": \"甲\", \"approval\": {\"figures_wan\": {\"basic\": []}}}",
    "approval.figures_wan.basic 应是十进制数" },
  { "not UTF-8", "{\"department\": \"\xB2\xC6\"}", "不是 UTF-8" },
  { "NUL escape", "{\"department\": \"甲\\u0000乙\"}", "\\u0000" },
};

START_TEST (what_is_not_of_the_shape_is_refused_with_its_place)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *documents = interchange_read (malformed[_i].json, -1, &error);

  ck_assert_msg (documents == NULL, "%s was taken", malformed[_i].what);
  ck_assert_msg (strstr (error->message, malformed[_i].message) != NULL, "%s: %s",
                 malformed[_i].what, error->message);
  ck_assert_ptr_null (strchr (error->message, '\n'));
}
END_TEST

START_TEST (a_nul_byte_and_absurd_nesting_are_refused)
{
  g_autoptr (GError) nul = NULL;
  g_autoptr (GError) deep = NULL;
  g_autofree char *brackets = g_strnfill (4000000, '[');

  ck_assert_ptr_null (interchange_read ("{}\0{}", 5, &nul));
  ck_assert_ptr_nonnull (strstr (nul->message, "NUL"));
  ck_assert_ptr_null (interchange_read (brackets, 4000000, &deep));
  ck_assert_ptr_nonnull (strstr (deep->message, "嵌套太深"));
}
END_TEST

START_TEST (every_beginning_of_a_document_is_refused_or_read_without_harm)
{
  for (gsize length = 0; length < strlen (hand_made); length++)
    {
      g_autoptr (GError) error = NULL;

      ck_assert_ptr_null (interchange_read (hand_made, length, &error));
      ck_assert_ptr_nonnull (error);
    }
}
END_TEST

START_TEST (a_huge_document_is_read)
{
  GString   *json = g_string_new ("{\"department\": \"甲局\", \"projects\": [");
  GPtrArray *documents;

  for (int i = 0; i < 5000; i++)
    g_string_append_printf (json, "%s{\"name\": \"项目%d\", \"indicators\": [{}, {}]}",
                            i ? "," : "", i);
  g_string_append (json, "]}");
  documents = read_json (json->str);
  ck_assert_uint_eq (((Document *) documents->pdata[0])->projects->len, 5000);
  free_documents (documents);
  g_string_free (json, TRUE);
}
END_TEST

static const char *const real_samples[] = {
  "chengde-2024",
  "nanpu-2020-first7",
  "tangshan-renshe-2024",
  "zunhua-2022-first12",
  "tangshan-shehui-2024-first12",
};

/* The documents that people keyed in, in the plain shape, lose nothing either. */
START_TEST (a_real_document_in_the_plain_shape_comes_back)
{
  g_autofree char *name = g_strconcat (real_samples[_i], ".expected.json", NULL);
  g_autofree char *path = real_sample_path (name);
  g_autofree char *expected = NULL;
  g_autofree char *json = NULL;
  g_autofree char *report = NULL;
  g_autoptr (GPtrArray) differences = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *documents;

  if (path == NULL)
    return;
  ck_assert (g_file_get_contents (path, &expected, NULL, NULL));
  documents = read_json (expected);
  json = interchange_write (documents);
  ck_assert_uint_gt (compare_json (expected, json, differences), 500);
  report = compare_report (differences);
  ck_assert_msg (differences->len == 0, "%s", report);
  assert_round_trip (documents);
  free_documents (documents);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("interchange");
  TCase *tcase = tcase_create ("json");

  tcase_add_loop_test (tcase, every_member_of_every_record_survives, 0, 60);
  tcase_add_test (tcase, nothing_at_all_survives);
  tcase_add_test (tcase, a_document_keyed_in_by_hand_is_read);
  tcase_add_test (tcase, the_export_is_readable_and_in_the_documented_order);
  tcase_add_loop_test (tcase, what_is_not_of_the_shape_is_refused_with_its_place, 0,
                       G_N_ELEMENTS (malformed));
  tcase_add_test (tcase, a_nul_byte_and_absurd_nesting_are_refused);
  tcase_add_test (tcase, every_beginning_of_a_document_is_refused_or_read_without_harm);
  tcase_add_test (tcase, a_huge_document_is_read);
  tcase_add_loop_test (tcase, a_real_document_in_the_plain_shape_comes_back, 0,
                       G_N_ELEMENTS (real_samples));
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
