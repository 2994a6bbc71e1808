/* app/interchange/project.c — a table of targets in the interchange JSON. */

#include "app/interchange/project.h"
#include "app/decimal.h"
#include "app/interchange/indicator.h"
#include "db/funding.h"
#include "db/goal.h"
#include "db/plan-point.h"

#include <string.h>

#define N_FUNDINGS G_N_ELEMENTS (interchange_fundings)

static void
put_funding (JsonPut *json, gpointer record, guint no)
{
  json_put_open_object (json);
  interchange_put_keys (json, funding_keys, record);
  json_put_close_object (json);
}

/* fiscal_wan, local_wan, other_wan; the list itself as well where it names a source
 * twice or in another order.  *_as_printed is there when the form has the cell.  */
static void
put_fundings (JsonPut *json, GPtrArray *fundings)
{
  guint next = 0;

  for (guint i = 0; i < N_FUNDINGS; i++)
    {
      const InterchangeFunding *keys = &interchange_fundings[i];
      const Funding *funding = next < fundings->len ? fundings->pdata[next] : NULL;

      if (funding != NULL && g_strcmp0 (funding->source, keys->source) == 0)
        {
          json_put_decimal (json, keys->amount, funding->amount_fen);
          json_put_text (json, keys->text, funding->amount_text);
          next++;
        }
      else if (keys->is_core)
        json_put_text (json, keys->amount, NULL);
    }
  if (next < fundings->len)
    json_put_records (json, "fundings", fundings, put_funding);
}

/* The plan as bare percents, and as printed where that differs ("30%"). */
static void
put_plan (JsonPut *json, GPtrArray *plan)
{
  gboolean differs = FALSE;

  json_put_texts (json, "plan_periods", plan, G_STRUCT_OFFSET (PlanPoint, label));
  json_put_array (json, "plan");
  for (guint i = 0; i < plan->len; i++)
    {
      const PlanPoint *point = plan->pdata[i];
      gboolean         is_read = point->percent_e6 != DB_NULL;
      g_autofree char *percent = is_read ? decimal_write (point->percent_e6) : NULL;

      json_put_item (json, percent);
      differs = differs || g_strcmp0 (percent, point->percent_text) != 0;
    }
  json_put_close_array (json);
  if (differs)
    json_put_texts (json, "plan_as_printed", plan,
                    G_STRUCT_OFFSET (PlanPoint, percent_text));
}

static void
put_goals (JsonPut *json, GPtrArray *goals)
{
  gboolean labelled = FALSE;

  for (guint i = 0; i < goals->len; i++)
    labelled = labelled || ((Goal *) goals->pdata[i])->label != NULL;
  if (labelled)
    json_put_texts (json, "goal_labels", goals, G_STRUCT_OFFSET (Goal, label));
  json_put_texts (json, "goals", goals, G_STRUCT_OFFSET (Goal, text));
}

void
interchange_put_project_head (JsonPut *json, const Project *project)
{
  interchange_put_keys (json, project_keys, project);
  put_fundings (json, project->fundings);
  interchange_put_keys (json, purpose_keys, project);
  put_plan (json, project->plan);
  put_goals (json, project->goals);
}

void
interchange_put_project (JsonPut *json, gpointer record, guint no)
{
  const Project *project = record;

  json_put_open_object (json);
  json_put_whole (json, "no", no);
  interchange_put_project_head (json, project);
  json_put_records (json, "indicators", project->indicators, interchange_put_indicator);
  json_put_close_object (json);
}

/* A text printed nowhere is "" or null in *_as_printed; a record knows only NULL. */
static void
drop_empty (char **text)
{
  if (*text != NULL && **text == '\0')
    g_clear_pointer (text, g_free);
}

/* What a document keyed in by hand leaves out of the amount follows from the rest:
 * "金额：16.5万元" is printed 16.5万元, its unit is 万元.  */
static void
complete_amount (JsonObject *object, Project *project)
{
  gint64      fen = DB_NULL;
  const char *unit = NULL;
  const char *colon;

  drop_empty (&project->amount_text);
  if (!json_object_has_member (object, "amount_as_printed") &&
      project->amount_fen != DB_NULL)
    project->amount_text = decimal_write (project->amount_fen);
  if (project->amount_text == NULL || json_object_has_member (object, "amount_unit"))
    return;
  colon = strstr (project->amount_text, "：");
  if (colon == NULL)
    colon = strchr (project->amount_text, ':');
  if (colon != NULL)
    db_record_take_text (&project->amount_text,
                         g_strstrip (g_strdup (g_utf8_next_char (colon))));
  if (!amount_read (project->amount_text, "万元", &fen, &unit))
    return;
  project->amount_unit = g_strdup (unit);
  if (!json_object_has_member (object, "amount_wan"))
    project->amount_fen = fen;
}

static void
get_funding (JsonWalk *walk, JsonObject *object, gpointer record)
{
  interchange_get_keys (walk, object, funding_keys, record);
}

static void
get_fundings (JsonWalk *walk, JsonObject *object, Project *project)
{
  if (json_object_has_member (object, "fundings"))
    {
      interchange_get_records (walk, object, "fundings", &funding_table, get_funding,
                               project->fundings);
      return;
    }
  for (guint i = 0; i < N_FUNDINGS; i++)
    {
      const InterchangeFunding *keys = &interchange_fundings[i];
      gint64                    fen = DB_NULL;
      char                     *text = NULL;
      gboolean is_printed = json_walk_text (walk, object, keys->text, &text);

      json_walk_decimal (walk, object, keys->amount, &fen);
      if (is_printed || fen != DB_NULL)
        {
          Funding *funding = db_record_add (project->fundings, &funding_table);

          funding->source = g_strdup (keys->source);
          funding->amount_fen = fen;
          funding->amount_text = is_printed ? text : decimal_write (fen);
          drop_empty (&funding->amount_text);
        }
    }
}

/* The record for the next item of an array that runs beside another one. */
static gpointer
beside (JsonWalk *walk, GPtrArray *records, guint index, const char *other)
{
  if (index < records->len)
    return records->pdata[index];
  json_walk_fail (walk, "多出来了：%s 只有 %u 项", other, records->len);
  return NULL;
}

static void
get_percent (JsonWalk *walk, JsonNode *item, guint index, gpointer data)
{
  PlanPoint *point = beside (walk, data, index, "plan_periods");

  if (point != NULL && !json_walk_node_is_null (item) &&
      json_walk_node_decimal (walk, item, &point->percent_e6))
    point->percent_text = decimal_write (point->percent_e6);
}

static void
get_printed_percent (JsonWalk *walk, JsonNode *item, guint index, gpointer data)
{
  PlanPoint *point = beside (walk, data, index, "plan_periods");

  if (point == NULL)
    return;
  db_record_take_text (&point->percent_text, json_walk_node_is_null (item)
                                                 ? NULL
                                                 : json_walk_node_text (walk, item));
  drop_empty (&point->percent_text);
}

static void
get_goal_label (JsonWalk *walk, JsonNode *item, guint index, gpointer data)
{
  Goal *goal = beside (walk, data, index, "goals");

  if (goal != NULL && !json_walk_node_is_null (item))
    goal->label = json_walk_node_text (walk, item);
}

void
interchange_get_project_head (JsonWalk *walk, JsonObject *object, Project *project)
{
  interchange_get_keys (walk, object, project_keys, project);
  complete_amount (object, project);
  get_fundings (walk, object, project);
  interchange_get_keys (walk, object, purpose_keys, project);
  interchange_get_texts (walk, object, "plan_periods", &plan_point_table,
                         G_STRUCT_OFFSET (PlanPoint, label), project->plan);
  json_walk_array (walk, object, "plan", get_percent, project->plan);
  json_walk_array (walk, object, "plan_as_printed", get_printed_percent, project->plan);
  interchange_get_texts (walk, object, "goals", &goal_table,
                         G_STRUCT_OFFSET (Goal, text), project->goals);
  json_walk_array (walk, object, "goal_labels", get_goal_label, project->goals);
}

void
interchange_get_project (JsonWalk *walk, JsonObject *object, gpointer record)
{
  Project *project = record;

  interchange_get_project_head (walk, object, project);
  interchange_get_indicators (walk, object, project->indicators);
}
