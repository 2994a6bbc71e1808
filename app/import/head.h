/* app/import/head.h — the head of a project table: code, name, year, amounts, purpose.
 */

#pragma once

#include "app/import/recognition.h"

/* Reads what a label names into r->project. */
void head_read_value (Recognition *r, Label label, const Origin *origin,
                      const char *value);

/* 项目资金（万元） says the unit of all amounts behind it. */
void head_read_currency (Recognition *r, const char *label);

/* Reads a row with labels of the head into r->project.  A row that says where the
 * purpose will stand leaves r->zone at ZONE_PURPOSE.  */
void head_read_row (Recognition *r, guint block, const GPtrArray *cells);

/* Reads a line of a label and its value, unless the project has that. */
void head_read_line (Recognition *r, const Origin *origin, Label label,
                     const char *line, const char *value);

/* Reads a row of heads over amounts (合计, 财政拨款, 其他资金) and the amounts in the
 * row below.  FALSE: it is none such.  */
gboolean head_read_columns (Recognition *r, guint block, const Grid *grid, guint row);

/* The words of a 资金用途 cell, and the amounts that stand in front of them. */
void head_read_purpose (Recognition *r, const Origin *origin, const char *text);
