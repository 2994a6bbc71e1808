/* app/compare/write-json.c — a comparison as JSON: its counts, and every change. */

#include "app/compare/remark.h"
#include "app/compare/write.h"
#include "app/decimal.h"
#include "app/interchange/json-put.h"

#include <math.h>

static const char *const kind_names[] = {
  [COMPARISON_SAME] = "unchanged",        [COMPARISON_CHANGED] = "changed",
  [COMPARISON_TARGET] = "target_changed", [COMPARISON_ADDED] = "added",
  [COMPARISON_REMOVED] = "removed",
};

static void
put_object (JsonPut *json, const char *key)
{
  json_put_member (json, key);
  json_put_open_object (json);
}

static void
put_counts (JsonPut *json, const char *key, const guint *counts, gboolean has_targets)
{
  put_object (json, key);
  for (int kind = COMPARISON_N_KINDS - 1; kind >= 0; kind--)
    if (has_targets || kind != COMPARISON_TARGET)
      json_put_whole (json, kind_names[kind], counts[kind]);
  json_put_close_object (json);
}

static void
put_side (JsonPut *json, const char *key, const Document *document)
{
  put_object (json, key);
  json_put_whole (json, "year", document->fiscal_year);
  json_put_text (json, "stage", document->stage);
  json_put_close_object (json);
}

/* To a tenth: 33.3. */
static void
put_percent (JsonPut *json, const char *key, gint64 part, gint64 whole)
{
  double tenths = round (1000.0 * (double) part / (double) whole);

  json_put_decimal (json, key, (gint64) tenths * (DECIMAL_ONE / 10));
}

static void
put_differences (JsonPut *json, const GPtrArray *differences)
{
  json_put_array (json, "fields");
  for (guint i = 0; i < differences->len; i++)
    {
      const Difference *difference = differences->pdata[i];

      json_put_open_object (json);
      json_put_text (json, "field", difference->column);
      json_put_text (json, "title", difference->title);
      json_put_text (json, "before", difference->before);
      json_put_text (json, "after", difference->after);
      if (difference->before_e6 != DB_NULL && difference->after_e6 != DB_NULL)
        {
          gint64 change = difference->after_e6 - difference->before_e6;

          json_put_decimal (json, "difference", change);
          if (difference->before_e6 > 0)
            put_percent (json, "percent", change, difference->before_e6);
        }
      json_put_close_object (json);
    }
  json_put_close_array (json);
}

static void
put_remarks (JsonPut *json, const GPtrArray *remarks)
{
  json_put_array (json, "remarks");
  for (guint i = 0; i < remarks->len; i++)
    {
      const Remark *remark = remarks->pdata[i];

      json_put_open_object (json);
      json_put_text (json, "kind", remark_kind_name (remark->kind));
      json_put_text (json, "message", remark->text);
      json_put_close_object (json);
    }
  json_put_close_array (json);
}

/* The place of a record among its siblings from 1, or null. */
static void
put_place (JsonPut *json, const char *key, const GPtrArray *siblings,
           gconstpointer record)
{
  guint place;

  if (record != NULL && siblings != NULL &&
      g_ptr_array_find ((GPtrArray *) siblings, record, &place))
    json_put_whole (json, key, place + 1);
  else
    json_put_whole (json, key, DB_NULL);
}

static void
put_pair (JsonPut *json, ComparisonKind kind, int sureness, gboolean is_confirmed)
{
  json_put_text (json, "change", kind_names[kind]);
  json_put_member (json, "sureness");
  json_put_real (json, sureness / 1000.0);
  json_put_member (json, "confirmed");
  json_put_flag (json, is_confirmed);
}

static void
put_row (JsonPut *json, const TableComparison *table, const RowComparison *row)
{
  const Project   *before = row->row->from ? row->row->from : table->table->before;
  const Project   *after = table->table->after;
  const Indicator *shown = row->row->after ? row->row->after : row->row->before;
  g_autofree char *origin = comparison_row_origin (row);

  json_put_open_object (json);
  put_pair (json, row->kind, row->row->sureness, row->row->is_confirmed);
  json_put_text (json, "name", shown->name);
  put_place (json, "before", before ? before->indicators : NULL, row->row->before);
  put_place (json, "after", after ? after->indicators : NULL, row->row->after);
  json_put_text (json, "moved", origin);
  put_differences (json, row->differences);
  put_remarks (json, row->remarks);
  json_put_close_object (json);
}

static void
put_table (JsonPut *json, const Comparison *self, const TableComparison *table,
           const ComparisonSelection *selection)
{
  g_autofree char *title = comparison_table_title (table);
  g_autofree char *origin = comparison_table_origin (table);

  json_put_open_object (json);
  put_pair (json, table->kind, table->table->sureness, table->table->is_confirmed);
  json_put_text (json, "project", title);
  put_place (json, "before", self->before->projects, table->table->before);
  put_place (json, "after", self->after->projects, table->table->after);
  json_put_text (json, "origin", origin);
  put_differences (json, table->differences);
  put_remarks (json, table->remarks);
  json_put_array (json, "indicators");
  for (guint i = 0; i < table->rows->len; i++)
    if (comparison_takes_row (selection, table->rows->pdata[i]))
      put_row (json, table, table->rows->pdata[i]);
  json_put_close_array (json);
  json_put_close_object (json);
}

char *
comparison_json (const Comparison *self, const ComparisonSelection *selection)
{
  JsonPut *json = json_put_new (2);
  g_autoptr (GPtrArray) tables = comparison_tables (selection, self);

  json_put_open_object (json);
  json_put_text (json, "department", self->after->department);
  put_side (json, "before", self->before);
  put_side (json, "after", self->after);
  put_object (json, "summary");
  put_counts (json, "projects", self->n_tables, FALSE);
  put_counts (json, "indicators", self->n_rows, TRUE);
  json_put_whole (json, "moved", self->n_moved);
  json_put_close_object (json);
  put_differences (json, self->differences);
  json_put_array (json, "changes");
  for (guint i = 0; i < tables->len; i++)
    put_table (json, self, tables->pdata[i], selection);
  json_put_close_array (json);
  json_put_close_object (json);
  return json_put_finish (json);
}
