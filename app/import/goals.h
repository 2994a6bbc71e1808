/* app/import/goals.h — 绩效目标 of a project: rows, or one cell that numbers them. */

#pragma once

#include "app/import/recognition.h"

/* Drops the lines that wait over the goals: they are none of them. */
void goals_leave_waiting (Recognition *r);

/* Reads a row of goals: with the label 绩效目标 or 目标n in it, or below such a row. */
void goals_read_row (Recognition *r, guint block, const GPtrArray *cells);

/* Adds the goals that a text holds to r->project. */
void goals_read_text (Recognition *r, const Origin *origin, const char *text);
