/* tests/folder.h — a folder for the files of a test, in which nothing else is. */

#pragma once

extern char *folder;

/* Fixtures: an empty folder; away with it and the files and folders in it. */
void folder_make (void);
void folder_remove (void);

/* The path of a file in it.  Newly allocated. */
char *folder_path (const char *name);
