/* tests/written.h — made-up texts with something in every table, and a fingerprint of
 * all records of a file.
 */

#pragma once

#include "app/import/import.h"

/* A text of 甲局 with so many projects; its words differ by seed. */
Document *written_document (int year, guint projects, guint seed);

/* The same as a file that was read. */
Import *written_import (int year, guint projects, guint seed);

/* SHA-256 over every row of every record table, newly allocated. */
char *written_hash (Db *db);
