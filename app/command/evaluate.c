/* app/command/evaluate.c — jixiao evaluate: the points of the self-evaluation. */

#include "app/command/command.h"
#include "app/command/selection.h"
#include "app/decimal.h"
#include "db/evaluation.h"

static Selection selection;

static gboolean is_monitoring;

static const GOptionEntry options[] = { SELECTION_OPTIONS (selection),
                                        { "monitoring", 'm', 0, G_OPTION_ARG_NONE,
                                          &is_monitoring,
                                          "年中绩效运行监控还缺什么，不是自评", NULL },
                                        { NULL } };

static char *
points (gint64 e6)
{
  return e6 == DB_NULL ? g_strdup ("—") : decimal_write (e6);
}

static const char *
name_of (const ListedProject *project)
{
  return project->name != NULL ? project->name : "（无名称）";
}

static gboolean
print_points (Db *db, const ListedProject *project, GError **error)
{
  g_autofree char *score = NULL, *weight = NULL, *rate = NULL;
  EvaluationTotal  total;

  if (!evaluation_total (db, project->id, &total, error))
    return FALSE;
  score = points (total.score_e6);
  weight = points (total.weight_e6);
  rate = points (total.rate_e6);
  g_print ("  %3d  %s 分（满分 %s），执行率 %s%s  %s\n", (int) project->ordinal, score,
           weight, rate, total.rate_e6 == DB_NULL ? "" : "%", name_of (project));
  return TRUE;
}

static gboolean
print_project (Db *db, const ListedProject *project, guint *open, GError **error)
{
  g_autoptr (GPtrArray) questions =
      evaluation_questions (db, project->id, is_monitoring, error);

  if (questions == NULL || (!is_monitoring && !print_points (db, project, error)))
    return FALSE;
  if (is_monitoring)
    g_print ("  %3d  %s\n", (int) project->ordinal, name_of (project));
  for (guint i = 0; i < questions->len; i++)
    {
      const EvaluationQuestion *question = questions->pdata[i];
      g_autofree char *name = evaluation_target_name (db, question->indicator, error);

      if (name == NULL)
        return FALSE;
      g_print ("       %s%s%s\n", name, *name != '\0' ? "：" : "", question->message);
    }
  *open += questions->len;
  return TRUE;
}

static gboolean
print_all (Db *db, guint *open, GError **error)
{
  g_autoptr (GPtrArray) documents = selection_documents (&selection, db, error);

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    {
      const ListedDocument *document = documents->pdata[i];
      g_autoptr (GPtrArray) projects = listing_projects (db, document->id, error);

      if (projects == NULL)
        return FALSE;
      g_print ("%s  %d 年\n", document->department, (int) document->fiscal_year);
      for (guint k = 0; k < projects->len; k++)
        {
          const ListedProject *project = projects->pdata[k];

          if (g_str_equal (project->kind, "project") &&
              selection_takes (&selection, project->kind, project->ordinal) &&
              !print_project (db, project, open, error))
            return FALSE;
        }
    }
  return documents != NULL;
}

static CommandStatus
run (const Command *self, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) db = NULL;
  CommandStatus status;
  guint         open = 0;

  if (!command_parse (self, options, &argc, &argv, 1, 1, &status))
    return status;
  db = command_open (argv[1], &error);
  if (db == NULL || !print_all (db, &open, &error))
    return command_failed (error);
  return open > 0 ? COMMAND_FOUND : COMMAND_FINE;
}

const Command command_evaluate = {
  .name = "evaluate",
  .summary = "绩效自评：各项目得分，还缺什么",
  .synopsis = "FILE.jixiao",
  .description =
      "执行率占 10 "
      "分，其余按一级指标分到每个指标；数值按方向与目标值比较算分，文字须由人给分。\n"
      "没有填完成值、没有写偏差原因的逐条列出，这时退出状态为 1。\n"
      "自评表和监控表用 jixiao export --form evaluation 或 --form monitoring 印出。\n\n"
      "例：jixiao evaluate 绩效.jixiao --year 2024",
  .run = run,
};
