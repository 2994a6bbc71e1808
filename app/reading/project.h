/* app/reading/project.h — what a table of targets means as a whole, and its texts. */

#pragma once

#include "app/reading/words.h"
#include "db/project.h"
#include "db/reading.h"

/* The reading of a project with all below it. */
ProjectReading *reading_of_project (const Words *words, const Project *project);
void            reading_of_project_free (ProjectReading *reading);

/* A heading without its number and without 项目绩效目标表 behind it, folded.  Newly
 * allocated.  */
char *reading_heading_name (const char *heading);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ProjectReading, reading_of_project_free)
