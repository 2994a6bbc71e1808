/* tests/compare.c — comparing two documents field by field. */

#include "tests/compare.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define REPORT_LONGEST 4000 /* Check does not take more than 8191 bytes */

static void
report (GPtrArray *differences, const char *path, const char *expected,
        const char *actual)
{
  g_ptr_array_add (differences,
                   g_strdup_printf ("%s: expected %s%s%s, got %s%s%s", path,
                                    expected ? "“" : "",
                                    expected ? expected : "nothing",
                                    expected ? "”" : "", actual ? "“" : "",
                                    actual ? actual : "nothing", actual ? "”" : ""));
}

/* A reference to another row, which another file numbers anew. */
static gboolean
is_id (const DbField *field)
{
  return field->type == DB_INTEGER && field->column != NULL &&
         g_str_has_suffix (field->column, "_id");
}

static void
compare_field (const DbField *field, gconstpointer expected, gconstpointer actual,
               const char *path, GPtrArray *differences)
{
  g_autofree char *place =
      g_strdup_printf ("%s.%s@%zu", path, field->column ? field->column : "carried",
                       field->offset);

  if (field->type == DB_TEXT)
    {
      const char *a = G_STRUCT_MEMBER (char *, expected, field->offset);
      const char *b = G_STRUCT_MEMBER (char *, actual, field->offset);

      if (g_strcmp0 (a, b) != 0)
        report (differences, place, a, b);
    }
  else
    {
      gint64           a = G_STRUCT_MEMBER (gint64, expected, field->offset);
      gint64           b = G_STRUCT_MEMBER (gint64, actual, field->offset);
      g_autofree char *a_text = g_strdup_printf ("%" G_GINT64_FORMAT, a);
      g_autofree char *b_text = g_strdup_printf ("%" G_GINT64_FORMAT, b);

      if (a != b)
        report (differences, place, a_text, b_text);
    }
}

/* The records with those together that share a group: ordinals count inside it, so the
 * order between groups says nothing.  */
static GPtrArray *
in_groups (const DbTable *table, GPtrArray *records)
{
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GList) names = NULL;
  GPtrArray *sorted = g_ptr_array_new ();
  gsize      offset = 0;

  for (gsize i = 0; i < table->n_fields; i++)
    if (g_strcmp0 (table->fields[i].column, table->ordinal_group) == 0)
      offset = table->fields[i].offset;
  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (groups, G_STRUCT_MEMBER (char *, records->pdata[i], offset));
  names = g_list_sort (g_hash_table_get_keys (groups), (GCompareFunc) strcmp);
  for (GList *name = names; name != NULL; name = name->next)
    for (guint i = 0; i < records->len; i++)
      if (g_str_equal (G_STRUCT_MEMBER (char *, records->pdata[i], offset), name->data))
        g_ptr_array_add (sorted, records->pdata[i]);
  return sorted;
}

static GPtrArray *
children_of (const DbTable *table, int i, gconstpointer record)
{
  GPtrArray *records = G_STRUCT_MEMBER (GPtrArray *, record, table->children[i].offset);

  return table->children[i].table->ordinal_group != NULL
             ? in_groups (table->children[i].table, records)
             : g_ptr_array_ref (records);
}

void
compare_records (const DbTable *table, gconstpointer expected, gconstpointer actual,
                 const char *path, GPtrArray *differences)
{
  for (gsize i = 0; i < table->n_fields; i++)
    if (!is_id (&table->fields[i]))
      compare_field (&table->fields[i], expected, actual, path, differences);
  for (int i = 0; table->children[i].table != NULL; i++)
    {
      const DbTable *child = table->children[i].table;
      g_autoptr (GPtrArray) a = children_of (table, i, expected);
      g_autoptr (GPtrArray) b = children_of (table, i, actual);
      g_autofree char *a_text = g_strdup_printf ("%u of %s", a->len, child->name);
      g_autofree char *b_text = g_strdup_printf ("%u", b->len);

      if (a->len != b->len)
        report (differences, path, a_text, b_text);
      for (guint n = 0; n < MIN (a->len, b->len); n++)
        {
          g_autofree char *place = g_strdup_printf ("%s.%s[%u]", path, child->name, n);

          compare_records (child, a->pdata[n], b->pdata[n], place, differences);
        }
    }
}

/* What is compared of each object.  Amounts are decimal strings on both sides. */
static const char *const document_fields[] = { "department",    "year",
                                               "title",         "special_funds_note",
                                               "other_matters", NULL };
static const char *const project_fields[] = {
  "code",      "name",       "name_in_title_row", "heading",    "unit_code",
  "unit_name", "year",       "amount_wan",        "fiscal_wan", "other_wan",
  "purpose",   "plan_label", "plan_periods",      "plan",       NULL,
};
static const char *const indicator_fields[] = {
  "level1", "level2", "level3", "description", "criterion", "symbol",
  "number", "unit",   "text",   "basis",       NULL,
};
static const char *const sub_goal_fields[] = { "title", "goal", "indicators_text",
                                               NULL };
static const char *const procurement_fields[] = {
  "statement", "amount_stated_wan", "table_title", "unit_line", "currency", "rows", NULL
};
static const char *const asset_fields[] = {
  "statement",
  "fixed_assets_stated_wan",
  "planned_purchase_wan",
  "table_title",
  "prepared_by",
  "as_of",
  "rows",
  NULL,
};
static const char *const glossary_fields[] = { "term", "definition", NULL };
static const char *const approval_fields[] = {
  "heading",       "letterhead", "issuer",      "doc_no",     "title",      "addressee",
  "approval_date", "signed_by",  "signed_date", "printed_by", "printed_on", NULL,
};
static const char *const figure_fields[] = { "income_total",
                                             "income_public",
                                             "income_gov_fund",
                                             "expenditure_total",
                                             "basic",
                                             "project",
                                             NULL };

typedef struct {
  GPtrArray *differences;
  guint      n_fields;
} Grade;

/* A value as text for comparison: no white space, arrays with their items parted. */
static void
squash (JsonNode *node, GString *text)
{
  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return;
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        {
          squash (json_array_get_element (array, i), text);
          g_string_append (text, "|");
        }
    }
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    {
      for (const char *p = json_node_get_string (node); *p; p = g_utf8_next_char (p))
        if (!g_unichar_isspace (g_utf8_get_char (p)))
          g_string_append_unichar (text, g_utf8_get_char (p));
    }
  else
    g_string_append_printf (text, "%" G_GINT64_FORMAT, json_node_get_int (node));
}

static char *
squashed (JsonNode *node)
{
  GString *text = g_string_new (NULL);

  squash (node, text);
  return g_string_free (text, FALSE);
}

static JsonNode *
member (JsonObject *object, const char *key)
{
  return object != NULL ? json_object_get_member (object, key) : NULL;
}

static JsonObject *
object_member (JsonObject *object, const char *key)
{
  JsonNode *node = member (object, key);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node)
                                                       : NULL;
}

static JsonArray *
array_member (JsonObject *object, const char *key)
{
  JsonNode *node = member (object, key);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node)
                                                      : NULL;
}

static JsonObject *
object_at (JsonArray *array, guint i)
{
  return array != NULL && i < json_array_get_length (array)
             ? json_array_get_object_element (array, i)
             : NULL;
}

static gboolean
is_accepted (JsonArray *accept, const char *actual)
{
  for (guint i = 0; accept != NULL && i < json_array_get_length (accept); i++)
    {
      g_autofree char *other = squashed (json_array_get_element (accept, i));

      if (strcmp (other, actual) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
grade_fields (Grade *grade, const char *path, const char *const *keys,
              JsonObject *expected, JsonObject *actual)
{
  JsonObject *accept = object_member (expected, "accept");

  for (; *keys != NULL; keys++)
    {
      g_autofree char *place =
          g_strdup_printf ("%s%s%s", path, *path ? "." : "", *keys);
      g_autofree char *a = squashed (member (expected, *keys));
      g_autofree char *b = squashed (member (actual, *keys));

      grade->n_fields++;
      if (strcmp (a, b) != 0 && !is_accepted (array_member (accept, *keys), b))
        report (grade->differences, place, a, b);
    }
}

/* Lists of texts: the words count, not at which of them the list is split. */
static void
grade_texts (Grade *grade, const char *path, const char *key, JsonObject *expected,
             JsonObject *actual)
{
  g_autofree char *place = g_strdup_printf ("%s%s%s", path, *path ? "." : "", key);
  g_autofree char *a = squashed (member (expected, key));
  g_autofree char *b = squashed (member (actual, key));
  g_auto (GStrv) a_parts = g_strsplit (a, "|", -1);
  g_auto (GStrv) b_parts = g_strsplit (b, "|", -1);
  g_autofree char *a_words = g_strjoinv ("", a_parts);
  g_autofree char *b_words = g_strjoinv ("", b_parts);

  grade->n_fields++;
  if (strcmp (a_words, b_words) != 0)
    report (grade->differences, place, a, b);
}

typedef void (*GradeObject) (Grade *grade, const char *path, JsonObject *expected,
                             JsonObject *actual);

static void
grade_list (Grade *grade, const char *path, const char *key, JsonObject *expected,
            JsonObject *actual, GradeObject grade_object)
{
  JsonArray *a = array_member (expected, key);
  JsonArray *b = array_member (actual, key);
  guint n = MAX (a ? json_array_get_length (a) : 0, b ? json_array_get_length (b) : 0);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *place =
          g_strdup_printf ("%s%s%s[%u]", path, *path ? "." : "", key, i);

      grade_object (grade, place, object_at (a, i), object_at (b, i));
    }
}

static void
grade_indicator (Grade *grade, const char *path, JsonObject *expected,
                 JsonObject *actual)
{
  grade_fields (grade, path, indicator_fields, expected, actual);
}

static void
grade_project (Grade *grade, const char *path, JsonObject *expected, JsonObject *actual)
{
  grade_fields (grade, path, project_fields, expected, actual);
  grade_texts (grade, path, "goals", expected, actual);
  grade_list (grade, path, "indicators", expected, actual, grade_indicator);
}

static void
grade_sub_goal (Grade *grade, const char *path, JsonObject *expected,
                JsonObject *actual)
{
  grade_fields (grade, path, sub_goal_fields, expected, actual);
}

static void
grade_term (Grade *grade, const char *path, JsonObject *expected, JsonObject *actual)
{
  grade_fields (grade, path, glossary_fields, expected, actual);
}

static void
grade_overall (Grade *grade, JsonObject *expected, JsonObject *actual)
{
  grade_texts (grade, "overall", "general_goal", expected, actual);
  grade_texts (grade, "overall", "safeguards", expected, actual);
  grade_list (grade, "overall", "sub_goals", expected, actual, grade_sub_goal);
  grade_list (grade, "overall", "indicators", expected, actual, grade_indicator);
}

static void
grade_approval (Grade *grade, JsonObject *expected, JsonObject *actual)
{
  grade_fields (grade, "approval", approval_fields, expected, actual);
  grade_texts (grade, "approval", "paragraphs", expected, actual);
  grade_texts (grade, "approval", "attachments", expected, actual);
  grade_fields (grade, "approval.figures_wan", figure_fields,
                object_member (expected, "figures_wan"),
                object_member (actual, "figures_wan"));
}

static void
grade_document (Grade *grade, JsonObject *expected, JsonObject *actual)
{
  grade_fields (grade, "", document_fields, expected, actual);
  grade_texts (grade, "", "catalogue_parts", expected, actual);
  grade_texts (grade, "", "catalogue", expected, actual);
  grade_overall (grade, object_member (expected, "overall"),
                 object_member (actual, "overall"));
  grade_list (grade, "", "special_funds", expected, actual, grade_project);
  grade_list (grade, "", "projects", expected, actual, grade_project);
  grade_fields (grade, "procurement", procurement_fields,
                object_member (expected, "procurement"),
                object_member (actual, "procurement"));
  grade_fields (grade, "assets", asset_fields, object_member (expected, "assets"),
                object_member (actual, "assets"));
  grade_list (grade, "", "glossary", expected, actual, grade_term);
  grade_approval (grade, object_member (expected, "approval"),
                  object_member (actual, "approval"));
}

/* The one document of a JSON text, which may stand bare. */
static JsonObject *
only_document (const char *json, JsonParser *parser)
{
  JsonObject *root;

  if (!json_parser_load_from_data (parser, json, -1, NULL))
    return NULL;
  root = json_node_get_object (json_parser_get_root (parser));
  return json_object_has_member (root, "documents")
             ? object_at (array_member (root, "documents"), 0)
             : root;
}

guint
compare_json (const char *expected, const char *actual, GPtrArray *differences)
{
  g_autoptr (JsonParser) a = json_parser_new ();
  g_autoptr (JsonParser) b = json_parser_new ();
  Grade grade = { differences, 0 };

  grade_document (&grade, only_document (expected, a), only_document (actual, b));
  return grade.n_fields;
}

char *
compare_report (GPtrArray *differences)
{
  GString *lines = g_string_new (NULL);
  guint    i;

  for (i = 0; i < differences->len && lines->len < REPORT_LONGEST; i++)
    g_string_append_printf (lines, "\n%.300s", (char *) differences->pdata[i]);
  if (i < differences->len)
    g_string_append_printf (lines, "\n… and %u more", differences->len - i);
  return g_string_free (lines, FALSE);
}
