/* app/edit/arrangement.c — adding, copying, moving and removing rows. */

#include "app/edit/arrangement.h"
#include "app/edit/change.h"
#include "app/edit/edit.h"
#include "app/edit/understanding.h"
#include "db/cell.h"
#include "db/document.h"
#include "db/plan-point.h"
#include "db/project.h"
#include "db/title.h"
#include "db/unit.h"

static const DbTable *
find_table (const char *name, GError **error)
{
  const DbTable *table = table_find (name);

  if (table == NULL)
    g_set_error (error, DB_ERROR_DOMAIN, DB_REFUSED, "没有 %s 这种记录", name);
  return table;
}

/* Names come from callers; only what is found becomes SQL. */
static gboolean
find_columns (const DbTable *table, const RowValue *values, RowValue *found, gsize n,
              GError **error)
{
  for (gsize i = 0; i < n; i++)
    {
      const DbField *field = table_field (table, values[i].column);

      if (field == NULL || understanding_fills (table->name, field->column))
        {
          g_set_error (error, DB_ERROR_DOMAIN, DB_REFUSED, "这一格（%s.%s）不能修改",
                       table->name, values[i].column);
          return FALSE;
        }
      found[i] = (RowValue){ field->column, values[i].text };
    }
  return TRUE;
}

/* “复制项目 3 社保补贴”; NULL when there is no such row. */
static char *
describe (Db *db, const char *verb, const DbTable *table, gint64 row, GError **error)
{
  g_autofree char *found = NULL;
  g_autofree char *title = NULL;

  if (!cell_get (db, table, row, "id", &found, error))
    return NULL;
  title = title_of_row (db, table->name, row, error);
  return title != NULL ? g_strconcat (verb, title, NULL) : NULL;
}

static gboolean
understand (Db *db, const DbTable *table, gint64 row, const RowValue *values, gsize n,
            GError **error)
{
  for (gsize i = 0; i < n; i++)
    if (table_field (table, values[i].column)->type == DB_TEXT &&
        !understanding_set (db, table, row, values[i].column, values[i].text, error))
      return FALSE;
  return TRUE;
}

gint64
arrangement_add (Db *db, const char *name, gint64 parent, gint64 place,
                 const RowValue *values, gsize n, GError **error)
{
  g_auto (DbTxn) txn = { NULL };
  const DbTable       *table = find_table (name, error);
  g_autofree RowValue *found = g_new (RowValue, n);
  g_autofree char     *label = NULL;
  gint64               row;

  if (table == NULL || !find_columns (table, values, found, n, error))
    return 0;
  label = g_strconcat ("新增", title_of_table (name), NULL);
  if (!change_begin (&txn, db, label, error))
    return 0;
  row = row_insert (db, table, parent, found, n, error);
  if (row == 0 || !understand (db, table, row, found, n, error) ||
      (place > 0 && !row_move (db, table, row, place, error)))
    return 0;
  return change_finish (&txn, error) ? row : 0;
}

gint64
arrangement_copy (Db *db, const char *name, gint64 row, GError **error)
{
  g_auto (DbTxn) txn = { NULL };
  const DbTable   *table = find_table (name, error);
  g_autofree char *label =
      table != NULL ? describe (db, "复制", table, row, error) : NULL;
  gint64 copy;

  if (label == NULL || !change_begin (&txn, db, label, error))
    return 0;
  copy = row_copy (db, table, row, error);
  return copy != 0 && change_finish (&txn, error) ? copy : 0;
}

gboolean
arrangement_move (Db *db, const char *name, gint64 row, gint64 place, GError **error)
{
  g_auto (DbTxn) txn = { NULL };
  const DbTable   *table = find_table (name, error);
  g_autofree char *label =
      table != NULL ? describe (db, "移动", table, row, error) : NULL;

  return label != NULL && change_begin (&txn, db, label, error) &&
         row_move (db, table, row, place, error) && change_finish (&txn, error);
}

gboolean
arrangement_remove (Db *db, const char *name, gint64 row, GError **error)
{
  g_auto (DbTxn) txn = { NULL };
  const DbTable   *table = find_table (name, error);
  g_autofree char *label =
      table != NULL ? describe (db, "删除", table, row, error) : NULL;

  return label != NULL && change_begin (&txn, db, label, error) &&
         row_remove (db, table, row, error) && change_finish (&txn, error);
}

static gboolean
check_text (Db *db, const Document *document, GError **error)
{
  gboolean has_name = document->department != NULL && *document->department != '\0';
  gint64   there = has_name ? document_find (db, document, error) : 0;

  if (!has_name || document->fiscal_year < 1990 || document->fiscal_year > 2100)
    g_set_error (error, DB_ERROR_DOMAIN, DB_REFUSED, "%s",
                 has_name ? "年度应在1990到2100之间" : "请填部门名称");
  else if (there > 0)
    g_set_error (error, DB_ERROR_DOMAIN, DB_REFUSED,
                 "文件里已有%s %" G_GINT64_FORMAT " 年这个阶段的文本",
                 document->department, document->fiscal_year);
  else
    return there == 0;
  return FALSE;
}

/* Blank, or what is in the text to copy; NULL on error. */
static Document *
first_words (Db *db, gint64 copied, GError **error)
{
  Document *document;

  if (copied != 0)
    return document_load (db, copied, error);
  document = db_record_new (&document_table);
  document->year_is_printed = 1;
  return document;
}

/* The unit to begin with is one of the text's department. */
static gboolean
add_first_unit (Db *db, const NewText *text, const Document *document, GError **error)
{
  gint64 department;

  return text->unit_name == NULL ||
         (cell_get_integer (db, &document_table, document->record.id,
                            document_table.parent, &department, error) &&
          unit_ensure (db, department, text->unit_code, text->unit_name, error) != -1);
}

gint64
arrangement_begin_text (Db *db, const NewText *text, GError **error)
{
  g_auto (DbTxn) txn = { NULL };
  g_autoptr (Document) document = first_words (db, text->copied, error);
  g_autofree char *label = NULL;

  if (document == NULL)
    return 0;
  document->fiscal_year = text->year;
  db_record_take_text (&document->stage, g_strdup (text->stage));
  if (text->department != NULL)
    db_record_take_text (&document->department, g_strdup (text->department));
  if (text->form != NULL)
    db_record_take_text (&document->form_id, g_strdup (text->form));
  label = g_strdup_printf ("%s文本 %" G_GINT64_FORMAT " 年 %s",
                           text->copied != 0 ? "复制" : "新增", text->year,
                           document->department);
  return check_text (db, document, error) && change_begin (&txn, db, label, error) &&
                 document_store (db, document, error) &&
                 add_first_unit (db, text, document, error) &&
                 change_finish (&txn, error)
             ? document->record.id
             : 0;
}

static gint64
find_unit (Db *db, gint64 project, const char *code, const char *name, GError **error)
{
  gint64 document, department;

  if (name == NULL)
    return DB_NULL;
  return cell_get_integer (db, &project_table, project, project_table.parent, &document,
                           error) &&
                 cell_get_integer (db, &document_table, document, document_table.parent,
                                   &department, error)
             ? unit_ensure (db, department, code, name, error)
             : -1;
}

gboolean
arrangement_set_unit (Db *db, gint64 project, const char *code, const char *name,
                      GError **error)
{
  g_auto (DbTxn) txn = { NULL };
  g_autofree char *label = g_strdup_printf ("预算单位→%s", name ? name : "（空）");
  gint64           unit, old;

  if (!cell_get_integer (db, &project_table, project, "unit_id", &old, error) ||
      !change_begin (&txn, db, label, error))
    return FALSE;
  unit = find_unit (db, project, code, name, error);
  if (unit == -1)
    return FALSE;
  return unit == old ||
         (cell_set_integer (db, &project_table, project, "unit_id", unit, error) &&
          change_finish (&txn, error));
}

/* Makes the unit inside an action; one that is there already is refused. */
static gint64
make_unit (Db *db, gint64 department, const char *code, const char *name,
           GError **error)
{
  RowValue         values[] = { { "name", name }, { "code", code } };
  g_autofree char *common = NULL;
  gint64           unit;

  if (*name == '\0')
    {
      g_set_error_literal (error, DB_ERROR_DOMAIN, DB_REFUSED, "请填单位名称");
      return 0;
    }
  unit = row_insert (db, &unit_table, department, values, code != NULL ? 2 : 1, error);
  common = unit != 0 ? cell_taken (db, &unit_table, unit, "name", name) : NULL;
  if (common == NULL && unit != 0)
    return unit;
  g_clear_error (error);
  g_set_error (error, DB_ERROR_DOMAIN, DB_REFUSED, "这个部门已有预算单位“%s%s”",
               code ? code : "", name);
  return 0;
}

gint64
arrangement_add_unit (Db *db, gint64 department, const char *code, const char *name,
                      GError **error)
{
  g_auto (DbTxn) txn = { NULL };
  g_autofree char *label =
      g_strdup_printf ("新增预算单位 %s%s", code ? code : "", name);
  gint64 unit = 0;

  if (change_begin (&txn, db, label, error))
    unit = make_unit (db, department, code, name, error);
  return unit != 0 && change_finish (&txn, error) ? unit : 0;
}

gboolean
arrangement_rename_unit (Db *db, gint64 unit, const char *code, const char *name,
                         GError **error)
{
  EditCell cells[] = {
    { .table = "unit", .row = unit, .column = "name", .text = name },
    { .table = "unit", .row = unit, .column = "code", .text = code },
  };
  g_autofree char *title = title_of_row (db, "unit", unit, error);
  g_autofree char *label = title != NULL ? g_strdup_printf ("预算单位 %s→%s%s", title,
                                                            code ? code : "", name)
                                         : NULL;

  if (label != NULL && *name != '\0')
    return edit_cells (db, cells, G_N_ELEMENTS (cells), label, error);
  if (label != NULL)
    g_set_error_literal (error, DB_ERROR_DOMAIN, DB_REFUSED, "请填单位名称");
  return FALSE;
}

static gboolean
copy_projects (Db *db, GArray *projects, gint64 unit, GError **error)
{
  for (guint i = 0; i < projects->len; i++)
    {
      gint64 copy =
          row_copy (db, &project_table, g_array_index (projects, gint64, i), error);

      if (copy == 0 || !row_move (db, &project_table, copy, G_MAXINT64, error) ||
          !cell_set_integer (db, &project_table, copy, "unit_id", unit, error))
        return FALSE;
    }
  return TRUE;
}

gint64
arrangement_copy_unit (Db *db, gint64 document, gint64 unit, const char *code,
                       const char *name, GError **error)
{
  g_auto (DbTxn) txn = { NULL };
  g_autoptr (GArray) projects = project_ids_of_unit (db, document, unit, error);
  g_autofree char *label =
      g_strdup_printf ("复制预算单位→%s%s", code ? code : "", name);
  gint64 department, copy;

  if (projects == NULL ||
      !cell_get_integer (db, &document_table, document, document_table.parent,
                         &department, error) ||
      !change_begin (&txn, db, label, error))
    return 0;
  copy = make_unit (db, department, code, name, error);
  return copy != 0 && copy_projects (db, projects, copy, error) &&
                 change_finish (&txn, error)
             ? copy
             : 0;
}

/* What a neighbour's table says of when money is spent, or what is usual; the shares
 * are to be filled in.  */
static gboolean
add_checkpoints (Db *db, gint64 project, gint64 like, GError **error)
{
  static const char *const usual[] = { "3月底", "6月底", "10月底", "12月底" };
  GPtrArray               *points =
      like != 0 ? db_record_list (db, &plan_point_table, like, error) : NULL;
  guint    n = points != NULL ? points->len : G_N_ELEMENTS (usual);
  gboolean done = like == 0 || points != NULL;

  for (guint i = 0; done && i < n; i++)
    {
      RowValue value = { "label", points != NULL
                                      ? ((PlanPoint *) points->pdata[i])->label
                                      : usual[i] };

      done = row_insert (db, &plan_point_table, project, &value, 1, error) != 0;
    }
  if (points != NULL)
    db_record_array_free (&plan_point_table, points);
  return done;
}

gint64
arrangement_add_project (Db *db, gint64 document, gint64 unit, GError **error)
{
  g_auto (DbTxn) txn = { NULL };
  g_autofree char *label = g_strconcat ("新增", title_of_table ("project"), NULL);
  g_autofree char *plan_label = NULL;
  RowValue         value = { "plan_label", NULL };
  gint64           like, project;

  if (!change_begin (&txn, db, label, error))
    return 0;
  like = project_like (db, document, error);
  if (like == -1 || (like != 0 && !cell_get (db, &project_table, like, "plan_label",
                                             &plan_label, error)))
    return 0;
  value.text = plan_label;
  project = row_insert (db, &project_table, document, &value, 1, error);
  return project != 0 &&
                 (unit == 0 || cell_set_integer (db, &project_table, project, "unit_id",
                                                 unit, error)) &&
                 add_checkpoints (db, project, like, error) &&
                 change_finish (&txn, error)
             ? project
             : 0;
}

/* A unit is of one department, and so are the texts of its projects. */
static gboolean
check_unit (Db *db, gint64 document, gint64 unit, GError **error)
{
  gint64 of_text, of_unit;

  if (!cell_get_integer (db, &document_table, document, document_table.parent, &of_text,
                         error) ||
      (unit != 0 &&
       !cell_get_integer (db, &unit_table, unit, unit_table.parent, &of_unit, error)))
    return FALSE;
  if (unit == 0 || of_text == of_unit)
    return TRUE;
  g_set_error_literal (error, DB_ERROR_DOMAIN, DB_REFUSED,
                       "这个预算单位不属于那份文本的部门");
  return FALSE;
}

gboolean
arrangement_move_project (Db *db, gint64 project, gint64 document, gint64 unit,
                          GError **error)
{
  g_auto (DbTxn) txn = { NULL };
  gint64           from, old_unit;
  g_autofree char *title = NULL;
  g_autofree char *target = NULL;
  g_autofree char *label = NULL;

  if (!cell_get_integer (db, &project_table, project, project_table.parent, &from,
                         error) ||
      !cell_get_integer (db, &project_table, project, "unit_id", &old_unit, error) ||
      !check_unit (db, document, unit, error))
    return FALSE;
  title = title_of_row (db, "project", project, error);
  target = from != document ? title_of_row (db, "document", document, error)
           : unit != 0      ? title_of_row (db, "unit", unit, error)
                            : g_strdup ("没有单位");
  if (title == NULL || target == NULL)
    return FALSE;
  label = g_strdup_printf ("移动%s→%s", title, target);
  return change_begin (&txn, db, label, error) &&
         (from == document || project_transfer (db, project, document, error)) &&
         (old_unit == (unit != 0 ? unit : DB_NULL) ||
          cell_set_integer (db, &project_table, project, "unit_id",
                            unit != 0 ? unit : DB_NULL, error)) &&
         change_finish (&txn, error);
}
