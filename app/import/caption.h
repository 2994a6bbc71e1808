/* app/import/caption.h — the lines over a project table: heading, unit, currency. */

#pragma once

#include "app/import/recognition.h"

/* Takes the lines at the end of r->waiting that belong to the table of r->project.
 * What is before them stays.  */
void caption_take (Recognition *r);

/* The same of a table of many projects, where r->project is NULL: the currency, and the
 * unit, which is the department.  */
void caption_take_common (Recognition *r);

/* Whether a line says which currency the figures are in (单位：万元). */
gboolean caption_is_currency (const char *line);

/* Whether a line is the number of a page. */
gboolean caption_is_page (const char *line);

/* The entries (项目名称：…) and units that a line holds side by side, one or more; NULL
 * when it holds anything else. */
GStrv caption_parts (const char *line);
