/* app/command/lineage-list.c — 沿革 as a list. */

#include "app/command/lineage-list.h"
#include "app/compare/difference.h"
#include "app/compare/write.h"
#include "app/interchange/json-put.h"

#include <string.h>

#define SURE 900 /* of 1000: below it one wants to look */

char *
lineage_list_no (const Document *document, const Project *project)
{
  guint no = 0;

  for (guint i = 0; i < document->projects->len; i++)
    {
      const Project *other = document->projects->pdata[i];

      no += strcmp (other->kind, project->kind) == 0;
      if (other == project)
        break;
    }
  if (strcmp (project->kind, "overall") == 0)
    return no == 1 ? g_strdup ("整体") : g_strdup_printf ("整体%u", no);
  return g_strdup_printf (strcmp (project->kind, "project") == 0 ? "%u" : "专项%u", no);
}

/* 3.2 of a row of a table; "" where there is none. */
static char *
row_no (const Document *document, const Project *project, const Indicator *row)
{
  g_autofree char *table = project ? lineage_list_no (document, project) : NULL;
  guint            place;

  if (row == NULL || table == NULL ||
      !g_ptr_array_find (project->indicators, row, &place))
    return g_strdup ("");
  return g_strdup_printf ("%s.%u", table, place + 1);
}

static const char *
name_of (const char *name)
{
  return name != NULL && *name != '\0' ? name : "（无名称）";
}

static gboolean
is_settled (gboolean is_pair, gboolean is_confirmed, int sureness)
{
  return is_confirmed || (is_pair && sureness >= SURE);
}

/* 已认定, 把握 87% */
static char *
sureness_text (gboolean is_confirmed, int sureness)
{
  return is_confirmed ? g_strdup ("已认定")
                      : g_strdup_printf ("把握 %d%%", sureness / 10);
}

static void
append_row (GString *text, const Comparison *self, const LineageTable *table,
            const LineageRow *row)
{
  const Project   *from = row->from != NULL ? row->from : table->before;
  g_autofree char *before = row_no (self->before, from, row->before);
  g_autofree char *after = row_no (self->after, table->after, row->after);
  g_autofree char *sureness = sureness_text (row->is_confirmed, row->sureness);

  g_assert (row->before != NULL || row->after != NULL);
  if (row->after == NULL)
    g_string_append_printf (text, "        没有了：%s %s\n", before,
                            name_of (row->before->name));
  else if (row->before == NULL)
    g_string_append_printf (text, "        %s %s　新增%s\n", after,
                            name_of (row->after->name),
                            row->is_confirmed ? "（已认定）" : "");
  else
    g_string_append_printf (text, "        %s %s ← %s %s　%s%s\n", after,
                            name_of (row->after->name), before,
                            name_of (row->before->name), sureness,
                            row->from != NULL ? "，由别的项目移来"
                            : row->is_moved   ? "，换了位置"
                                              : "");
}

static gboolean
is_listed (const LineageRow *row, gboolean with_all)
{
  return with_all || row->from != NULL || row->is_moved ||
         !is_settled (row->before != NULL && row->after != NULL, row->is_confirmed,
                      row->sureness);
}

static void
append_title (GString *text, const Comparison *self, const LineageTable *table)
{
  g_autofree char *before =
      table->before ? lineage_list_no (self->before, table->before) : NULL;
  g_autofree char *after =
      table->after ? lineage_list_no (self->after, table->after) : NULL;
  g_autofree char *sureness = sureness_text (table->is_confirmed, table->sureness);

  g_assert (table->before != NULL || table->after != NULL);
  if (table->after == NULL)
    g_string_append_printf (text, "  没有了：%s %s%s%s%s\n", before,
                            name_of (table->before->name), table->heir ? "　并入 " : "",
                            table->heir ? name_of (table->heir->name) : "",
                            table->is_confirmed ? "（已认定）" : "");
  else if (table->before == NULL)
    g_string_append_printf (text, "  %s %s　新增%s%s%s\n", after,
                            name_of (table->after->name),
                            table->is_confirmed ? "（已认定）" : "",
                            table->origin ? "，由上年的这个项目拆分：" : "",
                            table->origin ? name_of (table->origin->name) : "");
  else
    g_string_append_printf (text, "  %s %s ← %s %s　%s\n", after,
                            name_of (table->after->name), before,
                            name_of (table->before->name), sureness);
}

/* A table is listed when it, or one of its rows, is. */
static void
append_table (GString *text, const Comparison *self, const LineageTable *table,
              gboolean with_all)
{
  gboolean is_pair = table->before != NULL && table->after != NULL;
  GString *rows = g_string_new (NULL);

  for (guint i = 0; i < table->rows->len && (is_pair || with_all); i++)
    if (is_listed (table->rows->pdata[i], with_all))
      append_row (rows, self, table, table->rows->pdata[i]);
  if (with_all || rows->len > 0 ||
      !is_settled (is_pair, table->is_confirmed, table->sureness))
    {
      append_title (text, self, table);
      g_string_append (text, rows->str);
    }
  g_string_free (rows, TRUE);
}

/* Of pairs: how many a person has confirmed, how many are sure, how many are not. */
typedef struct {
  guint confirmed, sure, unsure;
} Count;

static void
count (Count *counts, gboolean is_pair, gboolean is_confirmed, int sureness)
{
  if (!is_pair)
    return;
  if (is_confirmed)
    counts->confirmed++;
  else if (sureness >= SURE)
    counts->sure++;
  else
    counts->unsure++;
}

static void
append_counts (GString *text, const char *what, const Count *counts)
{
  g_string_append_printf (text, "%s：已认定 %u · 有把握 %u · 没有把握 %u\n", what,
                          counts->confirmed, counts->sure, counts->unsure);
}

char *
lineage_list_text (const Comparison *self, gboolean with_all)
{
  g_autofree char *before = comparison_side_title (self->before);
  g_autofree char *after = comparison_side_title (self->after);
  GString         *text = g_string_new (NULL);
  Count            tables = { 0 }, rows = { 0 };

  for (guint i = 0; i < self->lineage->len; i++)
    {
      const LineageTable *table = self->lineage->pdata[i];

      count (&tables, table->before != NULL && table->after != NULL,
             table->is_confirmed, table->sureness);
      for (guint k = 0; k < table->rows->len; k++)
        {
          const LineageRow *row = table->rows->pdata[k];

          count (&rows, row->before != NULL && row->after != NULL, row->is_confirmed,
                 row->sureness);
        }
    }
  g_string_append_printf (text, "%s　%s ← %s\n", self->after->department, after,
                          before);
  append_counts (text, "表", &tables);
  append_counts (text, "行", &rows);
  for (guint i = 0; i < self->lineage->len; i++)
    append_table (text, self, self->lineage->pdata[i], with_all);
  return g_string_free (text, FALSE);
}

/* {"no": "3.2", "name": "…"} or null. */
static void
put_place (JsonPut *json, const char *key, gboolean is_there, const char *no,
           const char *name)
{
  json_put_member (json, key);
  if (!is_there)
    {
      json_put_item (json, NULL);
      return;
    }
  json_put_open_object (json);
  json_put_text (json, "no", no);
  json_put_text (json, "name", name);
  json_put_close_object (json);
}

static void
put_sureness (JsonPut *json, gboolean is_pair, gboolean is_confirmed, int sureness)
{
  json_put_member (json, "sureness");
  if (is_pair)
    json_put_real (json, MIN (sureness, 1000) / 1000.0);
  else
    json_put_item (json, NULL);
  json_put_member (json, "confirmed");
  json_put_flag (json, is_confirmed);
}

static void
put_row (JsonPut *json, const Comparison *self, const LineageTable *table,
         const LineageRow *row)
{
  const Project   *from = row->from != NULL ? row->from : table->before;
  g_autofree char *before = row_no (self->before, from, row->before);
  g_autofree char *after = row_no (self->after, table->after, row->after);

  json_put_open_object (json);
  put_place (json, "after", row->after != NULL, after,
             row->after ? row->after->name : NULL);
  put_place (json, "before", row->before != NULL, before,
             row->before ? row->before->name : NULL);
  put_sureness (json, row->before != NULL && row->after != NULL, row->is_confirmed,
                row->sureness);
  json_put_member (json, "moved");
  json_put_flag (json, row->is_moved || row->from != NULL);
  json_put_close_object (json);
}

static void
put_table (JsonPut *json, const Comparison *self, const LineageTable *table)
{
  g_autofree char *before =
      table->before ? lineage_list_no (self->before, table->before) : NULL;
  g_autofree char *after =
      table->after ? lineage_list_no (self->after, table->after) : NULL;

  json_put_open_object (json);
  put_place (json, "after", table->after != NULL, after,
             table->after ? table->after->name : NULL);
  put_place (json, "before", table->before != NULL, before,
             table->before ? table->before->name : NULL);
  put_sureness (json, table->before != NULL && table->after != NULL,
                table->is_confirmed, table->sureness);
  json_put_text (json, "split_from", table->origin ? table->origin->name : NULL);
  json_put_text (json, "merged_into", table->heir ? table->heir->name : NULL);
  json_put_array (json, "rows");
  for (guint i = 0; i < table->rows->len; i++)
    put_row (json, self, table, table->rows->pdata[i]);
  json_put_close_array (json);
  json_put_close_object (json);
}

char *
lineage_list_json (const Comparison *self)
{
  JsonPut *json = json_put_new (2);

  json_put_open_object (json);
  json_put_text (json, "department", self->after->department);
  json_put_array (json, "tables");
  for (guint i = 0; i < self->lineage->len; i++)
    put_table (json, self, self->lineage->pdata[i]);
  json_put_close_array (json);
  json_put_close_object (json);
  return json_put_finish (json);
}
