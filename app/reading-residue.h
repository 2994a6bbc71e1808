/* app/reading-residue.h — what a word processor or a line break left in the texts of a
 * table of targets.
 */

#pragma once

#include "db/project.h"
#include "db/reading.h"

/* Adds what is found to reading->residues.  */
void reading_add_residues (const Project *project, ProjectReading *reading);
