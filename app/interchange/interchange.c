/* app/interchange/interchange.c — documents as the interchange JSON, written and read.
 */

#include "app/interchange/interchange.h"
#include "app/interchange/indicator.h"
#include "app/interchange/keys.h"
#include "app/interchange/parts.h"
#include "app/interchange/project.h"
#include "db/indicator.h"
#include "db/overall-goal.h"
#include "db/plan-point.h"
#include "db/safeguard.h"
#include "db/sub-goal.h"

#include <string.h>

#define VERSION 1

/* The tables of one kind, borrowed. */
static GPtrArray *
projects_of_kind (const Document *document, const char *kind)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < document->projects->len; i++)
    {
      Project *project = document->projects->pdata[i];

      if (g_strcmp0 (project->kind ? project->kind : "project", kind) == 0)
        g_ptr_array_add (found, project);
    }
  return found;
}

static gboolean
is_set (const Project *project, const DbField *field)
{
  if (field->type == DB_TEXT)
    return G_STRUCT_MEMBER (char *, project, field->offset) != NULL;
  return G_STRUCT_MEMBER (gint64, project, field->offset) != DB_NULL;
}

/* Has the overall table anything but indicators, or not even these? */
static gboolean
has_head (const Project *project)
{
  for (gsize i = 0; i < project_table.n_fields; i++)
    {
      const DbField *field = &project_table.fields[i];

      if (field->offset != G_STRUCT_OFFSET (Project, kind) &&
          field->offset != G_STRUCT_OFFSET (Project, unit_id) &&
          is_set (project, field))
        return TRUE;
    }
  return project->fundings->len + project->plan->len + project->goals->len > 0 ||
         project->indicators->len == 0;
}

/* The tables of overall indicators: the first as overall.indicators with its head,
 * should it have one, in overall.table.  */
static void
put_overall_tables (JsonPut *json, const Document *document)
{
  g_autoptr (GPtrArray) tables = projects_of_kind (document, "overall");
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  const Project *first = tables->len > 0 ? tables->pdata[0] : NULL;

  json_put_records (json, "indicators", first ? first->indicators : none,
                    interchange_put_indicator);
  if (first != NULL && has_head (first))
    {
      json_put_member (json, "table");
      json_put_open_object (json);
      interchange_put_project_head (json, first);
      json_put_close_object (json);
    }
  if (tables->len > 1)
    {
      g_ptr_array_remove_index (tables, 0);
      json_put_records (json, "further_tables", tables, interchange_put_project);
    }
}

static void
put_sub_goal (JsonPut *json, gpointer record, guint no)
{
  json_put_open_object (json);
  json_put_whole (json, "no", no);
  interchange_put_keys (json, sub_goal_keys, record);
  json_put_close_object (json);
}

static void
put_overall (JsonPut *json, const Document *document)
{
  json_put_member (json, "overall");
  json_put_open_object (json);
  json_put_texts (json, "general_goal", document->overall_goals,
                  G_STRUCT_OFFSET (OverallGoal, text));
  json_put_records (json, "sub_goals", document->sub_goals, put_sub_goal);
  json_put_texts (json, "safeguards", document->safeguards,
                  G_STRUCT_OFFSET (Safeguard, text));
  put_overall_tables (json, document);
  json_put_close_object (json);
}

static void
put_document (JsonPut *json, gpointer record, guint no)
{
  const Document *document = record;
  g_autoptr (GPtrArray) projects = projects_of_kind (document, "project");
  g_autoptr (GPtrArray) special_funds = projects_of_kind (document, "special_fund");

  json_put_open_object (json);
  interchange_put_keys (json, document_keys, document);
  interchange_put_front (json, document);
  put_overall (json, document);
  if (special_funds->len > 0)
    json_put_records (json, "special_funds", special_funds, interchange_put_project);
  json_put_records (json, "projects", projects, interchange_put_project);
  interchange_put_back (json, document);
  json_put_close_object (json);
}

static char *
write_documents (GPtrArray *documents, guint indent)
{
  JsonPut *json = json_put_new (indent);

  json_put_open_object (json);
  json_put_text (json, "format", "jixiao");
  json_put_whole (json, "version", VERSION);
  json_put_records (json, "documents", documents, put_document);
  json_put_close_object (json);
  return json_put_finish (json);
}

char *
interchange_write (GPtrArray *documents)
{
  return write_documents (documents, 1);
}

char *
interchange_pack (GPtrArray *documents)
{
  return write_documents (documents, 0);
}

static void
get_projects (JsonWalk *walk, JsonObject *object, const char *key, const char *kind,
              Document *document)
{
  guint first = document->projects->len;

  interchange_get_records (walk, object, key, &project_table, interchange_get_project,
                           document->projects);
  for (guint i = first; i < document->projects->len; i++)
    ((Project *) document->projects->pdata[i])->kind = g_strdup (kind);
}

static void
get_overall_tables (JsonWalk *walk, JsonObject *overall, Document *document)
{
  Project    *table = db_record_new (&project_table);
  JsonObject *head = json_walk_object (walk, overall, "table");

  table->kind = g_strdup ("overall");
  interchange_get_indicators (walk, overall, table->indicators);
  if (head != NULL)
    {
      gsize size = json_walk_enter (walk, "table");

      interchange_get_project_head (walk, head, table);
      json_walk_leave (walk, size);
    }
  if (head != NULL || table->indicators->len > 0)
    g_ptr_array_add (document->projects, table);
  else
    db_record_free (&project_table, table);
  get_projects (walk, overall, "further_tables", "overall", document);
}

static void
get_sub_goal (JsonWalk *walk, JsonObject *object, gpointer record)
{
  interchange_get_keys (walk, object, sub_goal_keys, record);
}

static void
get_overall (JsonWalk *walk, JsonObject *object, Document *document)
{
  JsonObject *overall = json_walk_object (walk, object, "overall");
  gsize       size;

  if (overall == NULL)
    return;
  size = json_walk_enter (walk, "overall");
  interchange_get_texts (walk, overall, "general_goal", &overall_goal_table,
                         G_STRUCT_OFFSET (OverallGoal, text), document->overall_goals);
  interchange_get_records (walk, overall, "sub_goals", &sub_goal_table, get_sub_goal,
                           document->sub_goals);
  interchange_get_texts (walk, overall, "safeguards", &safeguard_table,
                         G_STRUCT_OFFSET (Safeguard, text), document->safeguards);
  get_overall_tables (walk, overall, document);
  json_walk_leave (walk, size);
}

/* The schema holds a year to these bounds; here they give a message with a path. */
static void
check_year (JsonWalk *walk, gint64 year)
{
  gsize size = json_walk_enter (walk, "year");

  if (year != DB_NULL && (year < 1990 || year > 2100))
    json_walk_fail (walk, "应是 1990 到 2100 的年份，却是 %" G_GINT64_FORMAT, year);
  json_walk_leave (walk, size);
}

/* The layout of a document that names none, by what only one layout has. */
static const char *
likely_form (const Document *document)
{
  for (guint i = 0; i < document->projects->len; i++)
    {
      const Project *project = document->projects->pdata[i];

      for (guint k = 0; k < project->indicators->len; k++)
        if (((Indicator *) project->indicators->pdata[k])->operator_text != NULL)
          return "chengde";
      if (project->plan->len > 0 &&
          strstr (((PlanPoint *) project->plan->pdata[0])->label, "季度") != NULL)
        return "tangshan-shehui";
    }
  return "zunhua";
}

static void
get_document (JsonWalk *walk, JsonObject *object, gpointer record)
{
  Document *document = record;

  if (!json_object_has_member (object, "department") &&
      !json_object_has_member (object, "projects") &&
      !json_object_has_member (object, "overall"))
    json_walk_fail (walk, "不是绩效文本：没有 department、projects 或 overall");
  document->year_is_printed = TRUE;
  document->stage = g_strdup ("approved");
  interchange_get_keys (walk, object, document_keys, document);
  check_year (walk, document->fiscal_year);
  get_overall (walk, object, document);
  get_projects (walk, object, "special_funds", "special_fund", document);
  get_projects (walk, object, "projects", "project", document);
  interchange_get_parts (walk, object, document);
  if (document->form_id == NULL && walk->error == NULL)
    document->form_id = g_strdup (likely_form (document));
}

/* Is the root of a kind, and of a version, that we know? */
static void
check_format (JsonWalk *walk, JsonObject *root)
{
  g_autofree char *format = NULL;
  gint64           version = VERSION;

  if (json_walk_text (walk, root, "format", &format) &&
      g_strcmp0 (format, "jixiao") != 0)
    json_walk_fail (walk, "不是绩效文本的数据：format 是“%s”",
                    format ? format : "null");
  if (format != NULL && json_walk_whole (walk, root, "version", &version) &&
      version > VERSION)
    json_walk_fail (walk,
                    "由更新的版本导出（version %" G_GINT64_FORMAT
                    "），请用新版绩效打开",
                    version);
}

static void
get_lone_document (JsonWalk *walk, JsonNode *item, guint index, gpointer documents)
{
  JsonObject *object = json_walk_node_object (walk, item);

  if (object != NULL)
    get_document (walk, object, db_record_add (documents, &document_table));
}

static void
get_root (JsonWalk *walk, JsonNode *node, GPtrArray *documents)
{
  JsonObject *root = json_walk_node_object (walk, node);

  if (root == NULL)
    return;
  check_format (walk, root);
  if (json_object_has_member (root, "documents"))
    json_walk_array (walk, root, "documents", get_lone_document, documents);
  else
    get_lone_document (walk, node, 0, documents);
}

GPtrArray *
interchange_read (const char *json, gssize length, GError **error)
{
  g_autoptr (JsonNode) root = json_walk_parse (json, length, error);
  g_auto (JsonWalk) walk = { NULL };
  GPtrArray *documents;

  if (root == NULL)
    return NULL;
  documents = g_ptr_array_new ();
  json_walk_init (&walk);
  get_root (&walk, root, documents);
  if (walk.error == NULL)
    return documents;
  g_propagate_error (error, g_steal_pointer (&walk.error));
  db_record_array_free (&document_table, documents);
  return NULL;
}
