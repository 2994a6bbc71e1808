/* tests/record-file.h — the record file that a suite works on, a new one for each test,
 * and what it is asked.
 */

#pragma once

#include "db/db.h"

extern Db *db;

/* Fixtures.  The file is in memory, or in a folder of the test (tests/folder.h). */
void open_empty (void);
void open_written (void); /* a text of 2024 with three projects */
void open_sound (void); /* the sound document, read; see tests/rules-cases.h: its rules
                         * are prepared, once for all cases that then fork */
void open_in_folder (void);
void close_file (void); /* removes the folder, too */

/* Closes the file of the folder and opens it again. */
void reopen (void);

/* Stores a document of data/samples/. */
void import_sample (const char *name);

void exec (const char *sql);

/* Reads what is new of the texts, as the program does after an edit. */
void refresh (void);

/* The first column of the first row; there must be one.  A text is newly allocated. */
char  *text (const char *sql);
gint64 number (const char *sql);

void assert_text (const char *sql, const char *expected);
