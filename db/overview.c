/* db/overview.c — 汇总: what the texts of a department come to. */

#include "db/overview.h"
#include "db/document.h"

/* What is asked of each text; the columns of OverviewFigure from id on. */
static const struct {
  OverviewTopic topic;
  const char   *sql;
} questions[] = {
  { OVERVIEW_TEXT,
    "SELECT document_id, stage, NULL, NULL,"
    " (SELECT count(*) FROM project p WHERE p.document_id = t.document_id"
    "  AND p.kind = 'project'), 0, 0, 0, 0, 0, 0"
    " FROM overview_text t WHERE document_id = :document" },
  { OVERVIEW_UNIT, "SELECT coalesce(unit_id, 0), NULL, NULL, name, projects, priced,"
                   " amount_fen, 0, 0, 0, 0"
                   " FROM overview_unit WHERE document_id = :document" },
  { OVERVIEW_SIZE, "SELECT class, NULL, NULL, title, projects, projects, amount_fen,"
                   " 0, 0, 0, 0 FROM overview_size WHERE document_id = :document" },
  { OVERVIEW_PROJECT, "SELECT id, NULL, NULL, name, 1, 1, amount_fen, 0, 0, 0, 0"
                      " FROM project WHERE document_id = :document AND kind = 'project'"
                      " AND amount_fen > 0 ORDER BY amount_fen DESC, ordinal"
                      " LIMIT " G_STRINGIFY (OVERVIEW_LARGEST) },
  { OVERVIEW_PLAN, "SELECT month, NULL, NULL, NULL, 0, 0, added_fen, 0, 0, 0, 0"
                   " FROM overview_plan WHERE document_id = :document" },
  { OVERVIEW_PLANNED, "SELECT 0, NULL, NULL, NULL, projects, projects, amount_fen,"
                      " 0, 0, 0, 0 FROM overview_planned"
                      " WHERE document_id = :document" },
  { OVERVIEW_KIND, "SELECT 0, kind, part, NULL, targets, 0, 0, numbers, dates, words,"
                   " blanks FROM overview_kind WHERE document_id = :document" },
};

/* The views of the rules are reached by = ? alone; all texts are faster in one go. */
#define FINDINGS \
  "SELECT f.document_id, f.rule, f.severity, f.title, count(*) FROM finding f"
#define BY_RULE " GROUP BY f.document_id, f.rule, f.severity"
#define OF_TEXT FINDINGS " WHERE NOT f.waived AND f.document_id = :document" BY_RULE

/* A text that counts. */
typedef struct {
  gint64 document, department;
  int    year;
  char  *name; /* of the department */
} Text;

static void
text_free (gpointer data)
{
  g_free (((Text *) data)->name);
  g_free (data);
}

static void
department_free (gpointer data)
{
  g_free (((OverviewDepartment *) data)->name);
  g_free (data);
}

GPtrArray *
overview_departments (Db *db, GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (
      db,
      "SELECT id, name FROM department e"
      " WHERE EXISTS (SELECT 1 FROM document d WHERE d.department_id = e.id)"
      " ORDER BY name",
      error);
  g_autoptr (GPtrArray) departments = g_ptr_array_new_with_free_func (department_free);
  DbStep step;

  if (q == NULL)
    return NULL;
  while ((step = db_step (q, error)) == DB_ROW)
    {
      OverviewDepartment *department = g_new (OverviewDepartment, 1);

      *department = (OverviewDepartment){ sqlite3_column_int64 (q, 0),
                                          g_strdup (db_column_text (q, 1)) };
      g_ptr_array_add (departments, department);
    }
  return step == DB_DONE ? g_steal_pointer (&departments) : NULL;
}

gboolean
overview_find (Db *db, gint64 document, gint64 *department, int *year, GError **error)
{
  g_autoptr (sqlite3_stmt) q =
      db_prepare (db,
                  "SELECT department_id, coalesce(fiscal_year, 0) FROM document"
                  " WHERE id = :document",
                  error);

  if (q == NULL)
    return FALSE;
  db_bind_int (q, ":document", document);
  switch (db_step (q, error))
    {
    case DB_ROW:
      *department = sqlite3_column_int64 (q, 0);
      *year = sqlite3_column_int (q, 1);
      return TRUE;
    case DB_DONE:
      db_record_set_missing (&document_table, error);
      return FALSE;
    default:
      return FALSE;
    }
}

static void
figure_free (gpointer data)
{
  OverviewFigure *figure = data;

  g_free (figure->key);
  g_free (figure->group);
  g_free (figure->title);
  g_free (figure);
}

/* The newest year first. */
static GPtrArray *
texts_of (Db *db, gint64 department, GError **error)
{
  g_autoptr (sqlite3_stmt) q = db_prepare (
      db,
      "SELECT t.document_id, t.department_id, coalesce(t.fiscal_year, 0),"
      " e.name FROM overview_text t JOIN department e ON e.id = t.department_id"
      " WHERE :department = 0 OR t.department_id = :department"
      " ORDER BY t.fiscal_year DESC, e.name, t.document_id",
      error);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (text_free);
  DbStep step;

  if (q == NULL)
    return NULL;
  db_bind_int (q, ":department", department);
  while ((step = db_step (q, error)) == DB_ROW)
    {
      Text *text = g_new0 (Text, 1);

      *text = (Text){ sqlite3_column_int64 (q, 0), sqlite3_column_int64 (q, 1),
                      sqlite3_column_int (q, 2), g_strdup (db_column_text (q, 3)) };
      g_ptr_array_add (texts, text);
    }
  return step == DB_DONE ? g_steal_pointer (&texts) : NULL;
}

/* Figures by what they are about. */
typedef struct {
  GPtrArray  *list;
  GHashTable *places; /* of a key of text → OverviewFigure, lent */
} Figures;

static OverviewFigure *
figure_of (Figures *figures, OverviewTopic topic, int year, gint64 id, const char *key,
           const char *group)
{
  g_autofree char *place =
      g_strdup_printf ("%d %d %" G_GINT64_FORMAT " %s %s", (int) topic, year, id,
                       key != NULL ? key : "-", group != NULL ? group : "-");
  OverviewFigure *figure = g_hash_table_lookup (figures->places, place);

  if (figure != NULL)
    return figure;
  figure = g_new0 (OverviewFigure, 1);
  figure->topic = topic;
  figure->year = year;
  figure->id = id;
  figure->key = g_strdup (key);
  figure->group = g_strdup (group);
  g_ptr_array_add (figures->list, figure);
  g_hash_table_insert (figures->places, g_steal_pointer (&place), figure);
  return figure;
}

static void
add (OverviewFigure *figure, sqlite3_stmt *q, const char *title)
{
  if (figure->title == NULL)
    figure->title = g_strdup (title);
  figure->count += sqlite3_column_int64 (q, 4);
  figure->priced += sqlite3_column_int64 (q, 5);
  figure->amount_fen += sqlite3_column_int64 (q, 6);
  for (gsize i = 0; i < G_N_ELEMENTS (figure->targets); i++)
    figure->targets[i] += sqlite3_column_int64 (q, 7 + (int) i);
}

/* by_department: money is summed so, not by unit. */
static gboolean
ask (Db *db, Figures *figures, gsize question, const Text *text, gboolean by_department,
     GError **error)
{
  OverviewTopic topic = questions[question].topic;
  sqlite3_stmt *q = db_prepare_kept (db, questions[question].sql, error);
  DbStep        step;

  if (q == NULL)
    return FALSE;
  db_bind_int (q, ":document", text->document);
  while ((step = db_step (q, error)) == DB_ROW)
    if (topic == OVERVIEW_UNIT && by_department)
      add (figure_of (figures, OVERVIEW_DEPARTMENT, text->year, text->department, NULL,
                      NULL),
           q, text->name);
    else
      add (figure_of (figures, topic, text->year, sqlite3_column_int64 (q, 0),
                      db_column_text (q, 1), db_column_text (q, 2)),
           q, db_column_text (q, 3));
  return step == DB_DONE;
}

static gboolean
add_findings (sqlite3_stmt *q, Figures *figures, GHashTable *years, GError **error)
{
  DbStep step;

  while ((step = db_step (q, error)) == DB_ROW)
    {
      gint64          document = sqlite3_column_int64 (q, 0);
      const Text     *text = g_hash_table_lookup (years, &document);
      OverviewFigure *figure;

      if (text == NULL) /* another stage of the year counts */
        continue;
      figure = figure_of (figures, OVERVIEW_FINDING, text->year, 0,
                          db_column_text (q, 1), db_column_text (q, 2));
      if (figure->title == NULL)
        figure->title = g_strdup (db_column_text (q, 3));
      figure->count += sqlite3_column_int64 (q, 4);
    }
  return step == DB_DONE;
}

GPtrArray *
overview_findings (Db *db, gint64 document, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (figure_free);
  sqlite3_stmt *q = db_prepare_kept (db, OF_TEXT, error);
  DbStep        step = DB_ERROR;

  if (q != NULL)
    db_bind_int (q, ":document", document);
  while (q != NULL && (step = db_step (q, error)) == DB_ROW)
    {
      OverviewFigure *figure = g_new0 (OverviewFigure, 1);

      figure->topic = OVERVIEW_FINDING;
      figure->key = g_strdup (db_column_text (q, 1));
      figure->group = g_strdup (db_column_text (q, 2));
      figure->title = g_strdup (db_column_text (q, 3));
      figure->count = sqlite3_column_int64 (q, 4);
      g_ptr_array_add (list, figure);
    }
  return step == DB_DONE ? g_steal_pointer (&list) : NULL;
}

static gboolean
ask_findings (Db *db, Figures *figures, const GPtrArray *texts, gboolean is_all,
              GError **error)
{
  g_autoptr (GHashTable) years = g_hash_table_new (g_int64_hash, g_int64_equal);
  sqlite3_stmt *q =
      db_prepare_kept (db, is_all ? FINDINGS " WHERE NOT f.waived" BY_RULE : OF_TEXT,
                       error);
  gboolean done = q != NULL;

  for (guint i = 0; i < texts->len; i++)
    g_hash_table_insert (years, &((Text *) texts->pdata[i])->document, texts->pdata[i]);
  if (is_all)
    return done && add_findings (q, figures, years, error);
  for (guint i = 0; done && i < texts->len; i++)
    {
      db_bind_int (q, ":document", ((Text *) texts->pdata[i])->document);
      done = add_findings (q, figures, years, error);
    }
  return done;
}

static int
compare_topics (gconstpointer a, gconstpointer b)
{
  const OverviewFigure *one = *(OverviewFigure *const *) a;
  const OverviewFigure *other = *(OverviewFigure *const *) b;

  if (one->topic != other->topic)
    return one->topic < other->topic ? -1 : 1;
  if (one->year != other->year)
    return one->year < other->year ? -1 : 1;
  return one->id < other->id ? -1 : one->id > other->id;
}

GPtrArray *
overview_figures (Db *db, gint64 department, gboolean with_findings, GError **error)
{
  g_autoptr (GPtrArray) texts = texts_of (db, department, error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (figure_free);
  g_autoptr (GHashTable) places =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Figures figures = { list, places };

  for (guint i = 0; texts != NULL && i < texts->len; i++)
    for (gsize k = 0; k < G_N_ELEMENTS (questions); k++)
      if (!ask (db, &figures, k, texts->pdata[i], department == 0, error))
        return NULL;
  if (texts == NULL ||
      (with_findings && !ask_findings (db, &figures, texts, department == 0, error)))
    return NULL;
  g_ptr_array_sort (list, compare_topics);
  return g_steal_pointer (&list);
}

/* The rows of a text that a figure counted: document, project, indicator, title,
 * detail, rule. */
#define OF_PROJECTS(detail, condition)                                                 \
  "SELECT p.document_id, p.id, NULL, coalesce(nullif(p.name, ''), '第' || p.ordinal " \
  "|| '个项目'), " detail ", NULL FROM project p WHERE p.document_id = :document"      \
  " AND p.kind = 'project' AND " condition                                             \
  " ORDER BY p.amount_fen DESC, p.ordinal LIMIT :limit"
#define AMOUNT                                                                 \
  "p.amount_text || iif(p.amount_text GLOB '*[0-9]', coalesce(p.amount_unit, " \
  "'万元'), '')"
#define HAS_PLAN                                            \
  "p.amount_fen > 0 AND EXISTS (SELECT 1 FROM plan_point l" \
  " WHERE l.project_id = p.id AND l.percent_e6 IS NOT NULL)"

static const char *const row_questions[OVERVIEW_TOPICS] = {
  [OVERVIEW_TEXT] = OF_PROJECTS (AMOUNT, "1"),
  [OVERVIEW_DEPARTMENT] = OF_PROJECTS (AMOUNT, "1"),
  [OVERVIEW_UNIT] = OF_PROJECTS (AMOUNT, "p.unit_id IS nullif(:id, 0)"),
  [OVERVIEW_SIZE] =
      OF_PROJECTS (AMOUNT,
                   "EXISTS (SELECT 1 FROM overview_class c WHERE c.class = :id"
                   " AND p.amount_fen >= c.from_fen AND p.amount_fen < c.below_fen)"),
  [OVERVIEW_PROJECT] = OF_PROJECTS (AMOUNT, "p.id = :id"),
  [OVERVIEW_PLAN] =
      OF_PROJECTS (AMOUNT
                   " || coalesce('，' || (SELECT l.label || ' ' || l.percent_text"
                   "  FROM plan_point l JOIN overview_checkpoint c ON c.id = l.id"
                   "  WHERE l.project_id = p.id AND c.month = :id), '')",
                   HAS_PLAN),
  [OVERVIEW_PLANNED] = OF_PROJECTS (AMOUNT, HAS_PLAN),
  /* What is not quantified comes first: that is what one wants to see. */
  [OVERVIEW_KIND] =
      "SELECT r.document_id, r.project_id, r.indicator_id,"
      " coalesce(nullif(i.name, ''), '第' || r.place || '行') || '：' ||"
      " coalesce(i.operator_text, '') || coalesce(i.value_text, '') ||"
      " coalesce(i.unit_text, ''), p.name, NULL"
      " FROM project p CROSS JOIN indicator_reading r ON r.project_id = p.id"
      " CROSS JOIN indicator i ON i.id = r.indicator_id"
      " WHERE p.document_id = :document AND r.is_project AND r.level2 IS :key"
      " AND (CASE WHEN r.level2 IS NULL THEN r.level1"
      "  WHEN r.level2 = 'cost' THEN iif(r.level1 = 'cost', 'cost', 'output')"
      "  ELSE :group END) IS :group"
      " ORDER BY r.value_kind IN ('number', 'date'), p.ordinal, r.place LIMIT :limit",
  [OVERVIEW_FINDING] =
      "SELECT f.document_id, f.project_id, f.indicator_id, f.place, f.message, f.rule"
      " FROM finding f WHERE f.document_id = :document AND NOT f.waived"
      " AND (:key IS NULL OR f.rule = :key) AND (:group IS NULL OR f.severity = :group)"
      " LIMIT :limit",
};

static void
row_free (gpointer data)
{
  OverviewRow *row = data;

  g_free (row->title);
  g_free (row->detail);
  g_free (row->rule);
  g_free (row);
}

static gboolean
add_rows (Db *db, gint64 document, const OverviewFigure *figure, guint limit,
          GPtrArray *rows, GError **error)
{
  sqlite3_stmt *q = db_prepare_kept (db, row_questions[figure->topic], error);
  DbStep        step;

  if (q == NULL)
    return FALSE;
  db_bind_int (q, ":document", document);
  if (sqlite3_bind_parameter_index (q, ":id") != 0)
    db_bind_int (q, ":id", figure->id);
  if (sqlite3_bind_parameter_index (q, ":key") != 0)
    {
      db_bind_text (q, ":key", figure->key);
      db_bind_text (q, ":group", figure->group);
    }
  db_bind_int (q, ":limit", limit - rows->len);
  while ((step = db_step (q, error)) == DB_ROW)
    {
      OverviewRow *row = g_new0 (OverviewRow, 1);

      *row = (OverviewRow){ db_column_int (q, 0),
                            db_column_int (q, 1),
                            db_column_int (q, 2),
                            g_strdup (db_column_text (q, 3)),
                            g_strdup (db_column_text (q, 4)),
                            g_strdup (db_column_text (q, 5)) };
      g_ptr_array_add (rows, row);
    }
  return step == DB_DONE;
}

GPtrArray *
overview_rows (Db *db, gint64 department, const OverviewFigure *figure, guint limit,
               GError **error)
{
  g_autoptr (GPtrArray) texts =
      texts_of (db, figure->topic == OVERVIEW_DEPARTMENT ? figure->id : department,
                error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);

  for (guint i = 0; texts != NULL && i < texts->len && rows->len < limit; i++)
    {
      const Text *text = texts->pdata[i];

      if (text->year == figure->year &&
          !add_rows (db, text->document, figure, limit, rows, error))
        return NULL;
    }
  return texts != NULL ? g_steal_pointer (&rows) : NULL;
}
