/* app/import/annex.h — what follows the projects: procurement, assets, glossary. */

#pragma once

#include "app/import/recognition.h"

void annex_read_paragraph (Recognition *r, const Origin *origin, const char *words);

/* Reads the table of the section that is open; FALSE when it is none of ours. */
gboolean annex_read_table (Recognition *r, guint block, const Grid *grid);
