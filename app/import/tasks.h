/* app/import/tasks.h — 年度主要任务 in a table of the whole department. */

#pragma once

#include "app/import/recognition.h"

/* Whether a row is the heads over tasks: 任务名称, 主要内容. */
gboolean tasks_is_header (const Grid *grid, guint row);

/* Reads the tasks below as sub-goals of the text.  Returns the last row. */
guint tasks_read (Recognition *r, guint block, const Grid *grid, guint row);
