/* app/import/head.h — the head of a project table: code, name, year, amounts, purpose.
 */

#pragma once

#include "app/import/recognition.h"

/* Reads a row with labels of the head into r->project.  A row that says where the
 * purpose will stand leaves r->zone at ZONE_PURPOSE.  */
void head_read_row (Recognition *r, guint block, const GPtrArray *cells);

/* The words of a 资金用途 cell, and the amounts that stand in front of them. */
void head_read_purpose (Recognition *r, const Origin *origin, const char *text);
