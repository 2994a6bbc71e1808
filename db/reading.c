/* db/reading.c — the readings of the records, and the queue of what is not read yet. */

#include "db/reading.h"

/* A member of the table that is being described. */
#define TEXT(member)    DB_FIELD_TEXT (Reading, member)
#define INTEGER(member) DB_FIELD_INTEGER (Reading, member)

#define Reading IndicatorReading
static const DbField indicator_fields[] = {
  INTEGER (indicator_id),
  INTEGER (document_id),
  INTEGER (is_project),
  INTEGER (place),
  TEXT (level1),
  TEXT (level2),
  INTEGER (levels_clash),
  INTEGER (name_key),
  INTEGER (same_name_place),
  TEXT (value_kind),
  TEXT (sign),
  INTEGER (number_e6),
  TEXT (unit),
  INTEGER (unit_is_money),
  INTEGER (amount_fen),
  INTEGER (unit_in_value_cell),
  INTEGER (name_is_rate),
  INTEGER (name_is_scored_rate),
  INTEGER (name_is_count),
  INTEGER (name_is_level2),
  INTEGER (name_is_total_cost),
  INTEGER (name_is_amount),
  INTEGER (name_is_price),
  INTEGER (name_is_deadline),
  INTEGER (name_is_less_better),
  INTEGER (name_is_growth),
  INTEGER (name_is_saving),
  INTEGER (name_is_control),
  INTEGER (name_is_value),
  INTEGER (name_is_long),
  INTEGER (description_is_rate),
  INTEGER (description_is_share),
  INTEGER (description_is_name),
  INTEGER (says_standard),
  INTEGER (says_execution),
  INTEGER (says_satisfaction),
  INTEGER (says_ecology),
  INTEGER (says_time),
  INTEGER (misfiled),
  TEXT (home),
  INTEGER (words_are_yes_no),
  INTEGER (words_hold_number),
  INTEGER (criterion_has_percent),
  INTEGER (criterion_percent_e6),
  INTEGER (criterion_deducts),
  INTEGER (basis_is_blank),
  INTEGER (basis_is_vague),
  INTEGER (basis_number_e6),
  INTEGER (is_shifted),
  TEXT (repeated_field),
  TEXT (repeated),
  INTEGER (row_key),
};

const DbTable indicator_reading_table = {
  .name = "indicator_reading",
  .parent = "project_id",
  .size = sizeof (IndicatorReading),
  .fields = indicator_fields,
  .n_fields = G_N_ELEMENTS (indicator_fields),
};
#undef Reading

#define Reading GoalReading
static const DbField goal_fields[] = {
  INTEGER (goal_id), INTEGER (document_id),     INTEGER (place),        TEXT (key),
  INTEGER (is_long), INTEGER (same_text_place), INTEGER (is_statement),
};

const DbTable goal_reading_table = {
  .name = "goal_reading",
  .parent = "project_id",
  .size = sizeof (GoalReading),
  .fields = goal_fields,
  .n_fields = G_N_ELEMENTS (goal_fields),
};
#undef Reading

#define Reading YearReading
static const DbField year_fields[] = {
  INTEGER (document_id), INTEGER (indicator_id), TEXT (field), TEXT (years),
  TEXT (text),
};

const DbTable year_reading_table = {
  .name = "year_reading",
  .parent = "project_id",
  .size = sizeof (YearReading),
  .fields = year_fields,
  .n_fields = G_N_ELEMENTS (year_fields),
};
#undef Reading

#define Reading WordingReading
static const DbField wording_fields[] = {
  INTEGER (document_id), INTEGER (indicator_id), TEXT (field), TEXT (kind),
  TEXT (found),          TEXT (instead),         TEXT (text),
};

const DbTable wording_reading_table = {
  .name = "wording_reading",
  .parent = "project_id",
  .size = sizeof (WordingReading),
  .fields = wording_fields,
  .n_fields = G_N_ELEMENTS (wording_fields),
};
#undef Reading

#define Reading NumberReading
static const DbField number_fields[] = {
  INTEGER (document_id), TEXT (issuer),  INTEGER (year),
  INTEGER (number),      TEXT (bracket), INTEGER (times),
};

const DbTable number_reading_table = {
  .name = "number_reading",
  .parent = "project_id",
  .size = sizeof (NumberReading),
  .fields = number_fields,
  .n_fields = G_N_ELEMENTS (number_fields),
};
#undef Reading

#define Reading ProjectReading
static const DbField project_fields[] = {
  INTEGER (document_id),      INTEGER (is_project),     TEXT (heading_name),
  TEXT (heading_match),       TEXT (title_row_match),   TEXT (code),
  TEXT (code_kind),           TEXT (code_check),        TEXT (plan_labels),
  TEXT (plan_percents),       TEXT (plan_text),         INTEGER (plan_blanks),
  INTEGER (plan_is_mixed),    INTEGER (plan_falls),     INTEGER (plan_end_e6),
  INTEGER (plan_is_all_last), INTEGER (pays_regularly), INTEGER (rows),
  INTEGER (quantity_rows),    INTEGER (quality_rows),   INTEGER (time_rows),
  INTEGER (cost_rows),        INTEGER (benefit_rows),   INTEGER (satisfaction_rows),
  INTEGER (alias_rows),       INTEGER (uniform_rows),   TEXT (uniform_target),
  INTEGER (heading_no),       INTEGER (has_basis),      TEXT (repeated),
  TEXT (stray_number),        TEXT (other_number),
};

const DbTable project_reading_table = {
  .name = "project_reading",
  .parent = "project_id",
  .size = sizeof (ProjectReading),
  .fields = project_fields,
  .n_fields = G_N_ELEMENTS (project_fields),
  .children = {
    DB_CHILDREN (indicator_reading_table, ProjectReading, indicators),
    DB_CHILDREN (goal_reading_table, ProjectReading, goals),
    DB_CHILDREN (year_reading_table, ProjectReading, years),
    DB_CHILDREN (wording_reading_table, ProjectReading, wordings),
    DB_CHILDREN (number_reading_table, ProjectReading, numbers),
  },
};
#undef Reading

#define Reading ListReading
static const DbField list_fields[] = {
  INTEGER (project_id),
  TEXT (source),
  TEXT (title),
  INTEGER (is_same),
};

const DbTable list_reading_table = {
  .name = "list_reading",
  .parent = "document_id",
  .size = sizeof (ListReading),
  .fields = list_fields,
  .n_fields = G_N_ELEMENTS (list_fields),
};
#undef Reading

#define Reading CopyReading
static const DbField copy_fields[] = {
  INTEGER (project_id),
  INTEGER (other_id),
  TEXT (field),
  TEXT (text),
};

const DbTable copy_reading_table = {
  .name = "copy_reading",
  .parent = "document_id",
  .size = sizeof (CopyReading),
  .fields = copy_fields,
  .n_fields = G_N_ELEMENTS (copy_fields),
};
#undef Reading

#define Reading DocumentReading
static const DbField document_fields[] = { TEXT (procurement_years) };

const DbTable document_reading_table = {
  .name = "document_reading",
  .parent = "document_id",
  .size = sizeof (DocumentReading),
  .fields = document_fields,
  .n_fields = G_N_ELEMENTS (document_fields),
  .children = {
    DB_CHILDREN (list_reading_table, DocumentReading, lists),
    DB_CHILDREN (copy_reading_table, DocumentReading, copies),
  },
};
#undef Reading

static void
listed_word_free (gpointer data)
{
  ListedWord *word = data;

  g_free (word->list);
  g_free (word->word);
  g_free (word->meaning);
  g_free (word);
}

GPtrArray *
reading_words (Db *db, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db, "SELECT list, word, meaning FROM word ORDER BY list, word",
                  error);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (listed_word_free);
  DbStep step;

  if (q == NULL)
    return NULL;
  while ((step = db_step (q, error)) == DB_ROW)
    {
      ListedWord *word = g_new (ListedWord, 1);

      word->list = g_strdup (db_column_text (q, 0));
      word->word = g_strdup (db_column_text (q, 1));
      word->meaning = g_strdup (db_column_text (q, 2));
      g_ptr_array_add (words, word);
    }
  return step == DB_DONE ? g_steal_pointer (&words) : NULL;
}

static void
project_text_free (gpointer data)
{
  ProjectText *text = data;

  g_free (text->field);
  g_free (text->text);
  g_free (text);
}

GPtrArray *
reading_project_texts (Db *db, gint64 document, GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (
      db,
      "SELECT id, 'purpose', purpose, ordinal, 0 FROM project"
      " WHERE document_id = :document AND kind = 'project' AND purpose IS NOT NULL"
      " UNION ALL"
      " SELECT p.id, 'goal', g.text, p.ordinal, g.ordinal FROM project p"
      " JOIN goal g ON g.project_id = p.id"
      " WHERE p.document_id = :document AND p.kind = 'project' ORDER BY 4, 1, 5",
      error);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (project_text_free);
  DbStep step;

  if (q == NULL)
    return NULL;
  db_bind_int (q, ":document", document);
  while ((step = db_step (q, error)) == DB_ROW)
    {
      ProjectText *text = g_new (ProjectText, 1);

      text->project_id = sqlite3_column_int64 (q, 0);
      text->field = g_strdup (db_column_text (q, 1));
      text->text = g_strdup (db_column_text (q, 2));
      g_ptr_array_add (texts, text);
    }
  return step == DB_DONE ? g_steal_pointer (&texts) : NULL;
}

gint64
reading_lists_against (Db *db, gint64 project, GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (
      db,
      "SELECT count(*) FROM list_reading WHERE project_id = :project AND NOT is_same",
      error);

  if (q == NULL)
    return -1;
  db_bind_int (q, ":project", project);
  return db_step (q, error) == DB_ROW ? sqlite3_column_int64 (q, 0) : -1;
}

static GArray *
ids (Db *db, const char *sql, GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (db, sql, error);

  if (q == NULL)
    return NULL;
  return db_collect (q, error);
}

GArray *
reading_unread_projects (Db *db, GError **error)
{
  return ids (db,
              "SELECT project_id FROM unread_project"
              " JOIN project ON project.id = project_id ORDER BY project_id",
              error);
}

GArray *
reading_unread_documents (Db *db, GError **error)
{
  return ids (db,
              "SELECT document_id FROM unread_document"
              " JOIN document ON document.id = document_id ORDER BY document_id",
              error);
}

/* What hangs below a reading of a project, of a document. */
static const char *const below_project[] = { "indicator_reading", "goal_reading",
                                             "year_reading",      "number_reading",
                                             "wording_reading",   "alike_reading" };
static const char *const below_document[] = { "list_reading", "copy_reading" };

/* The rows of a project that another has too, where these are most of both. */
#define ALIKE(pairs)                                                     \
  "INSERT INTO alike_reading (document_id, project_id, other_id, rows)"  \
  " SELECT a.document_id, a.project_id, b.project_id,"                   \
  "  count(DISTINCT a.indicator_id) FROM " pairs                         \
  " GROUP BY a.project_id, b.project_id"                                 \
  " HAVING count(DISTINCT a.indicator_id) * 10 >= 6 * (SELECT max(rows)" \
  "  FROM project_reading WHERE project_id = a.project_id"               \
  "   OR project_id = b.project_id)"

#define SAME_ROW " ON a.document_id = b.document_id AND a.row_key = b.row_key"

static gboolean
run_for_each (Db *db, const char *sql, GArray *projects, GError **error)
{
  sqlite3_stmt *q = db_prepare_kept (db, sql, error);

  return q != NULL && db_run_each (q, ":project", projects, error);
}

gboolean
reading_find_alike (Db *db, GArray *projects, GError **error)
{
  static const char with_earlier[] =
      ALIKE ("indicator_reading a CROSS JOIN indicator_reading b" SAME_ROW
             " WHERE a.project_id = :project AND a.is_project AND b.is_project"
             " AND b.project_id < :project");
  static const char with_later[] =
      ALIKE ("indicator_reading b CROSS JOIN indicator_reading a" SAME_ROW
             " WHERE b.project_id = :project AND b.is_project AND a.is_project"
             " AND a.project_id > :project"
             " AND a.project_id NOT IN (SELECT project_id FROM unread_project)");

  return run_for_each (db, with_earlier, projects, error) &&
         run_for_each (db, with_later, projects, error);
}

static gboolean
delete_from (Db *db, const char *table, const char *where, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s %s", table, where);

  return db_exec (db, sql, error);
}

gboolean
reading_clear_queued (Db *db, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (below_project); i++)
    if (!delete_from (db, below_project[i],
                      "WHERE project_id IN (SELECT project_id FROM unread_project)",
                      error))
      return FALSE;
  if (!delete_from (db, "alike_reading",
                    "WHERE other_id IN (SELECT project_id FROM unread_project)", error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (below_document); i++)
    if (!delete_from (db, below_document[i],
                      "WHERE document_id IN (SELECT document_id FROM unread_document)",
                      error))
      return FALSE;
  return TRUE;
}

gboolean
reading_forget_all (Db *db, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (below_project); i++)
    if (!delete_from (db, below_project[i], "", error))
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (below_document); i++)
    if (!delete_from (db, below_document[i], "", error))
      return FALSE;
  return db_exec (db,
                  "DELETE FROM project_reading; DELETE FROM document_reading;"
                  "INSERT INTO search (search) VALUES ('delete-all');"
                  "INSERT OR IGNORE INTO unread_project SELECT id FROM project;"
                  "INSERT OR IGNORE INTO unread_document SELECT id FROM document;",
                  error);
}

gboolean
reading_all_read (Db *db, GError **error)
{
  return db_exec (db, "DELETE FROM unread_project; DELETE FROM unread_document;",
                  error);
}
