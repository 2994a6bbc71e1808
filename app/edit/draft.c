/* app/edit/draft.c — next year's text from this year's. */

#include "app/edit/draft.h"
#include "app/edit/arrangement.h"
#include "app/edit/change.h"
#include "app/edit/draft-plan.h"
#include "app/reading/years.h"
#include "db/carried.h"
#include "db/document.h"
#include "db/indicator.h"
#include "db/lineage.h"
#include "db/project.h"

/* A text that is on its way into the next year. */
typedef struct {
  int   from, to;
  guint moved; /* texts */
} Journey;

/* Documents are cited here, and codes are no words. */
static gboolean
is_left_alone (const DbTable *table, const char *column)
{
  static const struct {
    const char *table, *column;
  } cells[] = {
    { "indicator", "basis" },
    { "project", "code" },
    { "project", "title_row_code" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    if (g_str_equal (cells[i].table, table->name) &&
        g_strcmp0 (cells[i].column, column) == 0)
      return TRUE;
  return FALSE;
}

static void
move_text (Journey *journey, char **text)
{
  char *moved = years_move (*text, journey->from, journey->to);

  journey->moved += g_strcmp0 (*text, moved) != 0;
  db_record_take_text (text, moved);
}

static void move_records (Journey *journey, const DbTable *table, GPtrArray *records);

/* The record's texts, and those of all below it. */
static void
move_record (Journey *journey, const DbTable *table, gpointer record)
{
  for (gsize i = 0; i < table->n_fields; i++)
    {
      const DbField *field = &table->fields[i];

      if (field->type == DB_TEXT && field->column != NULL &&
          !is_left_alone (table, field->column))
        move_text (journey, &G_STRUCT_MEMBER (char *, record, field->offset));
    }
  for (int i = 0; table->children[i].table != NULL; i++)
    move_records (journey, table->children[i].table,
                  G_STRUCT_MEMBER (GPtrArray *, record, table->children[i].offset));
}

static void
move_records (Journey *journey, const DbTable *table, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    move_record (journey, table, records->pdata[i]);
}

/* The letter answers last year's budget. */
static void
drop_approval (Document *document)
{
  g_autoptr (Document) empty = db_record_new (&document_table);
  GPtrArray *approvals = document->approvals;

  document->approvals = g_steal_pointer (&empty->approvals);
  empty->approvals = approvals;
}

/* What a table (indicator 0) or row came from; project 0: it is new. */
typedef struct {
  gint64 project, indicator;
} Origin;

/* The origins of a text's tables and rows, in its order. */
static GArray *
origins_of (const Document *document)
{
  GArray *origins = g_array_new (FALSE, FALSE, sizeof (Origin));

  for (guint i = 0; i < document->projects->len; i++)
    {
      const Project *project = document->projects->pdata[i];
      Origin         table = { project->record.id, 0 };

      g_array_append_val (origins, table);
      for (guint k = 0; k < project->indicators->len; k++)
        {
          const DbRecord *row = project->indicators->pdata[k];
          Origin          origin = { row->parent, row->id };

          g_array_append_val (origins, origin);
        }
    }
  return origins;
}

static gboolean
say_origin (DbWriter *writer, gint64 document, gint64 project, gint64 indicator,
            const Origin *origin, GError **error)
{
  return lineage_say (writer, document, project, indicator,
                      origin->project != 0 ? origin->project : (gint64) DB_NULL,
                      origin->indicator != 0 ? origin->indicator : (gint64) DB_NULL,
                      error);
}

/* The project that another one is in at last. */
static gint64
heir_of (const DraftPlan *plan, gint64 project)
{
  for (guint i = 0; plan->merged != NULL && i < plan->merged->len; i++)
    {
      const DraftMerger *merger = &g_array_index (plan->merged, DraftMerger, i);

      if (merger->project == project)
        return heir_of (plan, merger->into);
    }
  return project;
}

/* Tables that went into this one, which continues another. */
static gboolean
say_mergers (DbWriter *writer, const DraftPlan *plan, gint64 document, gint64 project,
             gint64 earlier, GError **error)
{
  for (guint i = 0; plan->merged != NULL && i < plan->merged->len; i++)
    {
      gint64 merged = g_array_index (plan->merged, DraftMerger, i).project;

      if (heir_of (plan, merged) == earlier &&
          !lineage_say (writer, document, project, DB_NULL, merged, DB_NULL, error))
        return FALSE;
    }
  return TRUE;
}

/* Each table and row continues the one at its place. */
static gboolean
say_lineage (Db *db, const Document *document, const GArray *origins,
             const DraftPlan *plan, GError **error)
{
  g_autoptr (DbWriter) writer = db_writer_new (db);
  guint  next = 0;
  gint64 last = 0;

  for (guint i = 0; i < document->projects->len; i++)
    {
      const Project *project = document->projects->pdata[i];
      const Origin  *origin = &g_array_index (origins, Origin, next++);

      /* The second half of one that was split stands behind it. */
      if (!say_origin (writer, document->record.id, project->record.id, DB_NULL, origin,
                       error) ||
          (origin->project != last &&
           !say_mergers (writer, plan, document->record.id, project->record.id,
                         origin->project, error)))
        return FALSE;
      last = origin->project;
      for (guint k = 0; k < project->indicators->len; k++)
        if (!say_origin (writer, document->record.id, project->record.id,
                         ((DbRecord *) project->indicators->pdata[k])->id,
                         &g_array_index (origins, Origin, next++), error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
is_possible (Db *db, const Document *document, gint64 year, GError **error)
{
  if (document->fiscal_year == DB_NULL)
    g_set_error (error, DB_ERROR_DOMAIN, DB_REFUSED,
                 "这份文本没有年度，请先填上年度再起草下一年");
  else if (year <= document->fiscal_year || year > 2100)
    g_set_error (error, DB_ERROR_DOMAIN, DB_REFUSED,
                 "%d 年的文本只能起草以后的年度，不能是 %d 年",
                 (int) document->fiscal_year, (int) year);
  else
    return TRUE;
  return FALSE;
}

static gboolean
is_free (Db *db, const Document *document, GError **error)
{
  gint64 there = document_find (db, document, error);

  if (there > 0)
    g_set_error (error, DB_ERROR_DOMAIN, DB_REFUSED,
                 "文件里已有%s %d 年的一上文本；请先删除它，或者直接在里面修改",
                 document->department, (int) document->fiscal_year);
  return there == 0;
}

/* Writes the draft, inside a transaction. */
static gboolean
store (Db *db, Document *document, const GArray *origins, const DraftPlan *plan,
       Draft *draft, GError **error)
{
  if (!action_skip_cells (db, error) || !document_store (db, document, error) ||
      !say_lineage (db, document, origins, plan, error) ||
      !carried_mark (db, document->record.id, error))
    return FALSE;
  for (guint i = 0; i < plan->added; i++)
    if (arrangement_add_project (db, document->record.id, 0, error) == 0)
      return FALSE;
  draft->document = document->record.id;
  draft->projects = document->projects->len;
  draft->ended = plan->ended != NULL ? plan->ended->len : 0;
  draft->split = plan->split != NULL ? plan->split->len : 0;
  draft->merged = plan->merged != NULL ? plan->merged->len : 0;
  draft->added = plan->added;
  draft->carried = (guint) carried_count (db, document->record.id, 0, error);
  return TRUE;
}

/* The document becomes that of the year. */
static void
age (Document *document, gint64 year, Draft *draft)
{
  Journey journey = { (int) document->fiscal_year, (int) year, 0 };

  drop_approval (document);
  move_record (&journey, &document_table, document);
  for (guint i = 0; i < document->projects->len; i++)
    {
      Project *project = document->projects->pdata[i];

      if (project->fiscal_year != DB_NULL)
        project->fiscal_year = year;
    }
  document->fiscal_year = year;
  db_record_take_text (&document->stage, g_strdup ("draft1"));
  draft->years = journey.moved;
}

gboolean
draft_next_year (Db *db, gint64 id, gint64 year, const DraftPlan *plan, Draft *draft,
                 GError **error)
{
  static const DraftPlan all_go_on;

  g_autoptr (Document) document = document_load (db, id, error);
  g_autoptr (GArray) origins = NULL;
  g_autofree char *label = NULL;
  g_auto (DbTxn) txn = { NULL };

  *draft = (Draft){ 0 };
  if (document == NULL || !is_possible (db, document, year, error))
    return FALSE;
  if (plan == NULL)
    plan = &all_go_on;
  if (!draft_arrange (db, document, plan, error))
    return FALSE;
  age (document, year, draft);
  origins = origins_of (document);
  label = g_strdup_printf ("起草 %d 年 %s", (int) year, document->department);
  return is_free (db, document, error) && change_begin (&txn, db, label, error) &&
         store (db, document, origins, plan, draft, error) &&
         change_finish (&txn, error);
}

gboolean
draft_confirm (Db *db, gint64 document, gint64 project, GError **error)
{
  g_auto (DbTxn) txn = { NULL };

  return change_begin (&txn, db, "确认照搬上年的数字", error) &&
         carried_confirm (db, document, project, error) && change_finish (&txn, error);
}

gboolean
draft_confirm_cell (Db *db, const char *table, gint64 row, const char *column,
                    GError **error)
{
  g_auto (DbTxn) txn = { NULL };

  return change_begin (&txn, db, "确认照搬上年", error) &&
         carried_confirm_cell (db, table, row, column, error) &&
         change_finish (&txn, error);
}
