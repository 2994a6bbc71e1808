/* db/title.h — what people call the tables, columns and rows of a record file. */

#pragma once

#include "db/table.h"

/* 指标, 绩效目标 …; static.  A name that is no record table's is returned as it is. */
const char *title_of_table (const char *table);

/* 指标值, 资金用途 …; static.  NULL when people do not see such a column. */
const char *title_of_column (const char *table, const char *column);

/* Of the amount of a funding from this source: 财政资金; static. */
const char *title_of_source (const char *source);

/* The same for a cell, where the row tells more: 财政资金. */
const char *title_of_cell (Db *db, const char *table, gint64 row, const char *column);

/* A row among its siblings: “项目 3 社保补贴”, “指标 2”; newly allocated.  One that is
 * gone is “已删除的指标”.  */
char *title_of_row (Db *db, const char *table, gint64 row, GError **error);

/* The same with what it belongs to in front: “2024 年 人社局，项目 3 社保补贴，指标 2”.
 */
char *title_of_place (Db *db, const char *table, gint64 row, GError **error);
