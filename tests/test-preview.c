/* tests/test-preview.c — a document beside what the file holds, and writing what was
 * chosen of it. */

#include "app/edit/undo.h"
#include "app/import/previewed.h"
#include "app/import/provenance.h"
#include "app/import/recognise.h"
#include "db/indicator.h"
#include "tests/folder.h"
#include "tests/record-file.h"
#include "tests/suite.h"

#include <glib/gstdio.h>
#include <string.h>

#define HEAD "项目编码\t%s\t项目名称\t%s\n资金用途\t%s\n"
#define TARGETS                                                                                 \
  "一级指标\t二级指标\t三级指标\t绩效指标描述\t符号\t值\t单位\t依据\n" \
  "产出指标\t数量指标\t%s\t描述\t≥\t%s\t公里\t文件\n"

static char *path;
static void
set_up (void)
{
  folder_make ();
  path = folder_path ("甲局2025.txt");
  open_empty ();
}

static void
tear_down (void)
{
  g_free (path);
  close_file ();
}

typedef struct {
  const char *code, *name, *purpose, *indicator, *value;
} Table;

static Import *
read_tables (const Table *tables)
{
  g_autoptr (GString) text = g_string_new ("甲局2025年部门预算绩效文本\n");
  g_autoptr (GError) error = NULL;
  Import *import;

  for (guint i = 0; tables[i].code != NULL; i++)
    g_string_append_printf (text, "%u、%s绩效目标表\n" HEAD TARGETS "联系人\t张某\n",
                            i + 1, tables[i].name, tables[i].code, tables[i].name,
                            tables[i].purpose, tables[i].indicator, tables[i].value);
  ck_assert (g_file_set_contents (path, text->str, -1, NULL));
  import = import_read (path, &error);
  ck_assert_msg (import != NULL, "%s", error ? error->message : "");
  return import;
}

static GPtrArray *
previews_of (Import *import)
{
  GPtrArray *previews = g_ptr_array_new_with_free_func ((GDestroyNotify) preview_free);

  for (guint i = 0; i < import->proposals->len; i++)
    g_ptr_array_add (previews, preview_new (import->proposals->pdata[i], db, NULL));
  return previews;
}

static void
store (const Table *tables)
{
  g_autoptr (Import) import = read_tables (tables);

  ck_assert (import_store (import, db, FALSE, NULL));
}

#define A                                           \
  {                                                 \
    "13000001", "河道清淤", "清淤", "清淤长度", "3" \
  }
#define B                                           \
  {                                                 \
    "13000002", "道路养护", "养护", "养护里程", "5" \
  }

static const Table one[] = { A, { NULL } };
static const Table both[] = { A, B, { NULL } };
static const Table changed[] = {
  { "13000001", "河道清淤", "清淤和护岸", "清淤长度", "4" }, B, { NULL }
};

/* The item of a project, by its code. */
static PreviewItem *
find (GPtrArray *previews, const char *code)
{
  const Preview *preview = previews->pdata[0];

  for (guint i = 0; i < preview->items->len; i++)
    if (preview_item_is (preview, preview->items->pdata[i], code))
      return preview->items->pdata[i];
  ck_abort_msg ("%s", code);
  return NULL;
}

START_TEST (a_file_without_the_text_has_all_new)
{
  g_autoptr (Import) import = read_tables (both);
  g_autoptr (GPtrArray) previews = previews_of (import);

  ck_assert_uint_eq (preview_count (previews->pdata[0], PREVIEW_NEW), 3);
  find (previews, "2")->choice = PREVIEW_SKIP;
  ck_assert (previewed_store (import, previews, db, NULL));
  ck_assert_int_eq (number ("SELECT count(*) FROM project"), 1);
  ck_assert_int_eq (number ("SELECT count(*) FROM action"), 1);
  ck_assert_int_eq (number ("SELECT count(*) FROM provenance WHERE row_id = 0"), 0);
}
END_TEST

START_TEST (other_bytes_with_the_same_records_are_the_same)
{
  g_autoptr (Import) import = NULL;
  g_autoptr (GPtrArray) previews = NULL;

  store (both);
  import = read_tables (both);
  previews = previews_of (import);
  ck_assert_uint_eq (preview_count (previews->pdata[0], PREVIEW_SAME), 3);
  ck_assert (previewed_store (import, previews, db, NULL));
  ck_assert_int_eq (number ("SELECT count(*) FROM action"), 1);
  ck_assert_int_eq (number ("SELECT count(*) FROM source"), 1);
}
END_TEST

START_TEST (a_new_project_is_added_and_can_be_undone)
{
  g_autoptr (Import) import = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GPtrArray) previews = NULL;

  store (one);
  import = read_tables (both);
  previews = previews_of (import);
  ck_assert_int_eq (find (previews, "13000001")->state, PREVIEW_SAME);
  ck_assert_int_eq (find (previews, "13000002")->state, PREVIEW_NEW);
  ck_assert (previewed_store (import, previews, db, NULL));
  ck_assert_int_eq (number ("SELECT ordinal FROM project WHERE name = '道路养护'"), 2);
  ck_assert_int_eq (number ("SELECT count(*) FROM indicator_reading"), 2);
  ck_assert (undo_step (db, ACTION_UNDO, &label, NULL));
  ck_assert_int_eq (number ("SELECT count(*) FROM project"), 1);
  ck_assert_int_eq (number ("SELECT count(*) FROM indicator"), 1);
}
END_TEST

START_TEST (a_different_project_is_updated_in_place)
{
  g_autoptr (Import) import = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GPtrArray) previews = NULL;
  g_autofree char *text = NULL;
  int              row;

  store (both);
  row = number ("SELECT id FROM indicator WHERE name = '清淤长度'");
  import = read_tables (changed);
  previews = previews_of (import);
  ck_assert_int_eq (find (previews, "13000001")->state, PREVIEW_DIFFERS);
  ck_assert_uint_eq (find (previews, "13000001")->revisions->len, 2);
  text = preview_text (previews->pdata[0]);
  ck_assert_ptr_nonnull (strstr (text, "资金用途：清淤 → 清淤和护岸"));
  ck_assert_ptr_nonnull (strstr (text, "指标 1 指标值：3 → 4"));
  ck_assert (previewed_store (import, previews, db, NULL));
  ck_assert_int_eq (number ("SELECT id FROM indicator WHERE value_text = '4'"), row);
  ck_assert_int_eq (number ("SELECT count(*) FROM action"), 2);
  ck_assert_int_eq (number ("SELECT count(*) FROM source"), 2);
  ck_assert (undo_step (db, ACTION_UNDO, &label, NULL));
  ck_assert_int_eq (number ("SELECT count(*) FROM project WHERE purpose = '清淤'"), 1);
  ck_assert_int_eq (number ("SELECT count(*) FROM indicator WHERE value_text = '3'"),
                    1);
}
END_TEST

START_TEST (an_amount_is_told_once_and_in_words)
{
  static const Table before[] = {
    { "13000001", "河道清淤", "预算数90.6万元。清淤", "清淤长度", "3" }, { NULL }
  };
  static const Table after[] = {
    { "13000001", "河道清淤", "预算数88.6万元。清淤", "清淤长度", "3" }, { NULL }
  };
  g_autoptr (Import) import = NULL;
  g_autoptr (GPtrArray) previews = NULL;
  g_autofree char *text = NULL;

  store (before);
  import = read_tables (after);
  previews = previews_of (import);
  text = preview_text (previews->pdata[0]);
  ck_assert_ptr_nonnull (strstr (text, "预算数：90.6万元 → 88.6万元"));
  ck_assert_ptr_null (strstr (text, "fen"));
  ck_assert (previewed_store (import, previews, db, NULL));
  ck_assert_int_eq (number ("SELECT amount_fen FROM project"), 88600000);
}
END_TEST

START_TEST (what_is_skipped_stays)
{
  g_autoptr (Import) import = NULL;
  g_autoptr (GPtrArray) previews = NULL;

  store (both);
  import = read_tables (changed);
  previews = previews_of (import);
  find (previews, "河道清淤")->choice = PREVIEW_SKIP;
  ck_assert (previewed_store (import, previews, db, NULL));
  ck_assert_int_eq (number ("SELECT count(*) FROM indicator WHERE value_text = '3'"),
                    1);
  ck_assert_int_eq (number ("SELECT count(*) FROM action"), 1);
}
END_TEST

/* A workbook of tables alone, or a copied table, says nothing of the text: it stays. */
START_TEST (tables_alone_leave_the_text)
{
  static const char text[] =
      "甲局2025年部门预算绩效文本\n第一部分\n2025年部门整体绩效目标\n一、总体绩效目标\n"
      "保障全区安全。\n第二部分\n预算项目绩效目标\n1、清淤项目绩效目标表\n"
      "项目编码\t13000001\t项目名称\t清淤\n资金用途\t清淤\n";
  g_autoptr (Import) whole = NULL, tables = NULL;
  g_autoptr (GPtrArray) previews = NULL;
  g_autoptr (GArray) ids = NULL;
  g_autoptr (Document) document = NULL;

  ck_assert (g_file_set_contents (path, text, -1, NULL));
  whole = import_read (path, NULL);
  ck_assert (import_store (whole, db, FALSE, NULL));
  tables =
      read_tables ((Table[]){ { "13000001", "清淤", "河道清淤", "长度", "3" }, { 0 } });
  previews = previews_of (tables);
  ck_assert_int_eq (
      ((PreviewItem *) ((Preview *) previews->pdata[0])->items->pdata[0])->choice,
      PREVIEW_SKIP);
  ck_assert (previewed_store (tables, previews, db, NULL));
  ids = document_ids (db, NULL);
  document = document_load (db, g_array_index (ids, gint64, 0), NULL);
  ck_assert_uint_eq (document->overall_goals->len, 1);
  ck_assert_uint_eq (document->projects->len, 1);
}
END_TEST

START_TEST (an_unread_text_is_assigned_by_hand)
{
  g_autoptr (Import) import = read_tables (one);
  g_autoptr (GPtrArray) previews = previews_of (import);
  Proposal *proposal = import->proposals->pdata[0];
  Project  *project = proposal->document->projects->pdata[0];
  guint     note = G_MAXUINT, listed = proposal->texts_listed;
  g_autoptr (SourceFound) found = NULL;

  for (guint i = 0; i < proposal->notes->len; i++)
    if (g_str_equal (((const Note *) proposal->notes->pdata[i])->text, "张某"))
      note = i;
  ck_assert_uint_lt (note, proposal->notes->len);
  ck_assert (!proposal_assign (proposal, note, &project->record, &project_table,
                               "amount_fen", NULL));
  ck_assert (proposal_assign (proposal, note, &project->record, &project_table,
                              "target_template", NULL));
  ck_assert_uint_eq (proposal->texts_listed, listed - 1);
  ck_assert_uint_eq (proposal->texts_in, proposal->texts_used + proposal->texts_listed);
  ck_assert (previewed_store (import, previews, db, NULL));
  found = provenance_find (db, "project", project->record.id, "target_template", NULL);
  ck_assert_ptr_nonnull (found);
  ck_assert_str_eq (found->place.words, "张某");
  ck_assert_str_eq (found->name, "甲局2025.txt");
  ck_assert_str_eq (found->sha256, import->sha256);
}
END_TEST

START_TEST (a_text_knows_its_fields_and_a_field_its_text)
{
  g_autoptr (Import) import = read_tables (one);
  const Proposal  *proposal = import->proposals->pdata[0];
  const Project   *project = proposal->document->projects->pdata[0];
  const Indicator *indicator = project->indicators->pdata[0];
  const Place     *place = proposal_place (proposal, indicator, "value_text");
  g_autoptr (GPtrArray) fields = NULL;

  ck_assert_ptr_nonnull (place);
  ck_assert_str_eq (proposal_words (proposal, place), "3");
  fields = proposal_places_of (proposal, place->block, place->cell);
  ck_assert_uint_eq (fields->len, 1);
  ck_assert_ptr_eq (fields->pdata[0], place);
  ck_assert_ptr_null (proposal_place (proposal, indicator, "repair"));
}
END_TEST

static const struct {
  SourcePlace place;
  const char *text;
} places[] = {
  { { .line = 12, .sheet = 1, .row = 1, .col = 1 }, "第 12 行" },
  { { .page = 3, .sheet = 2, .row = 4, .col = 1 }, "第 3 页，第 2 张表第 5 行第 2 列" },
  { { .sheet = 1, .row = 0, .col = 0 }, "第 1 张表第 1 行第 1 列" },
  { { .page = 1, .block = 6, .row = G_MAXUINT, .col = G_MAXUINT }, "第 1 页，第 7 段" },
};

START_TEST (a_place_is_said)
{
  g_autofree char *text = provenance_place_text (&places[_i].place);

  ck_assert_str_eq (text, places[_i].text);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("preview");
  TCase *tc = tcase_create ("preview");

  tcase_add_checked_fixture (tc, set_up, tear_down);
  tcase_add_test (tc, a_file_without_the_text_has_all_new);
  tcase_add_test (tc, other_bytes_with_the_same_records_are_the_same);
  tcase_add_test (tc, a_new_project_is_added_and_can_be_undone);
  tcase_add_test (tc, a_different_project_is_updated_in_place);
  tcase_add_test (tc, an_amount_is_told_once_and_in_words);
  tcase_add_test (tc, what_is_skipped_stays);
  tcase_add_test (tc, tables_alone_leave_the_text);
  tcase_add_test (tc, an_unread_text_is_assigned_by_hand);
  tcase_add_test (tc, a_text_knows_its_fields_and_a_field_its_text);
  tcase_add_loop_test (tc, a_place_is_said, 0, G_N_ELEMENTS (places));
  suite_add_tcase (suite, tc);
  return suite_run (suite);
}
