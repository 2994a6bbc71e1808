/* app/command/lineage-list.h — 沿革 as a list: text for a terminal, JSON. */

#pragma once

#include "app/compare/comparison.h"

/* How a table of a text is named on the command line: 3 for the third project, 整体,
 * 专项1. Newly allocated.  */
char *lineage_list_no (const Document *document, const Project *project);

/* Newly allocated; with_all: what is sure or confirmed too. */
char *lineage_list_text (const Comparison *self, gboolean with_all);
char *lineage_list_json (const Comparison *self);
