/* tests/large-file.h — record files of any size, for measuring. */

#pragma once

#include "db/db.h"

/* Fills a new file with projects, in documents of this many: the tables of the document
 * at path again and again, each document under a department of its own with units of
 * its own.  Ends the program when it cannot.  */
void large_file_make (const char *file, const char *path, guint projects,
                      guint projects_a_document);
