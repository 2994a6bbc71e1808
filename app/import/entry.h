/* app/import/entry.h — lines that are an entry of a form: a label and its value.
 *
 * A sheet has such lines in cells over all columns, so they stand between its tables.
 */

#pragma once

#include "app/import/recognition.h"

/* 二、项目绩效目标: a label with a number in front. */
gboolean entry_is_title (const char *line, Label label);

/* 项目名称：…, 绩效目标：… */
gboolean entry_is (const Origin *origin);

/* Reads a line into r->project: an entry, or the goals gone on. */
void entry_take (Recognition *r, const Origin *origin);

/* The same of all waiting lines. */
void entry_take_waiting (Recognition *r);
