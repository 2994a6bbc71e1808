/* app/arrangement.c — adding, copying, moving and removing rows. */

#include "app/arrangement.h"
#include "app/change.h"
#include "app/understanding.h"
#include "db/cell.h"
#include "db/document.h"
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
arrangement_add_first (Db *db, const char *name, gint64 above, const RowValue *values,
                       gsize n, GError **error)
{
  g_auto (DbTxn) txn = { NULL };
  const DbTable       *table = find_table (name, error);
  g_autofree RowValue *found = g_new (RowValue, n);
  g_autofree char     *label = NULL;
  gint64               parent, row;

  if (table == NULL || !find_columns (table, values, found, n, error))
    return 0;
  label = g_strconcat ("新增", title_of_table (name), NULL);
  if (!change_begin (&txn, db, label, error))
    return 0;
  parent = row_insert (db, table_parent (table), above, NULL, 0, error);
  row = parent != 0 ? row_insert (db, table, parent, found, n, error) : 0;
  return row != 0 && understand (db, table, row, found, n, error) &&
                 change_finish (&txn, error)
             ? row
             : 0;
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

/* Stores it as an action, unless there is one of this department, year and stage. */
static gint64
add_document (Db *db, Document *document, const char *verb, GError **error)
{
  g_auto (DbTxn) txn = { NULL };
  g_autofree char *label =
      g_strdup_printf ("%s文本 %" G_GINT64_FORMAT " 年 %s", verb, document->fiscal_year,
                       document->department);
  gint64 there = document_find (db, document, error);

  if (there > 0)
    g_set_error (error, DB_ERROR_DOMAIN, DB_REFUSED,
                 "文件里已有%s %" G_GINT64_FORMAT " 年这个阶段的文本",
                 document->department, document->fiscal_year);
  if (there != 0 || !change_begin (&txn, db, label, error) ||
      !document_store (db, document, error) || !change_finish (&txn, error))
    return 0;
  return document->record.id;
}

gint64
arrangement_add_document (Db *db, const char *department, gint64 year,
                          const char *stage, const char *form, GError **error)
{
  g_autoptr (Document) document = db_record_new (&document_table);

  document->department = g_strdup (department);
  document->fiscal_year = year;
  document->year_is_printed = 1;
  document->stage = g_strdup (stage);
  document->form_id = g_strdup (form);
  return add_document (db, document, "新增", error);
}

gint64
arrangement_copy_document (Db *db, gint64 id, gint64 year, const char *stage,
                           GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (Document) document = document_load (db, id, &failed);

  if (document == NULL)
    {
      if (failed != NULL)
        g_propagate_error (error, g_steal_pointer (&failed));
      else
        g_set_error_literal (error, DB_ERROR_DOMAIN, DB_MISSING,
                             "要复制的文本已不在文件里");
      return 0;
    }
  document->fiscal_year = year;
  db_record_take_text (&document->stage, g_strdup (stage));
  return add_document (db, document, "复制", error);
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
