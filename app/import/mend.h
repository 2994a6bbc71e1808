/* app/import/mend.h — rows that a text extract broke or ran together. */

#pragma once

#include "app/read/block.h"

/* In an extract with a cell a line, a blank line too many breaks a row and one too few
 * joins two.  Finds such rows in a table of targets by their labels and by how many
 * columns the indicators have, and numbers its cells anew.  A table from another kind
 * of file is left as it is.  */
void mend_rows (Block *table);
