/* tests/printed.h — a made-up text of one project, to be printed in any form. */

#pragma once

#include "db/document.h"
#include "db/project.h"

typedef struct {
  const char *form;
  guint       goals, indicators, checkpoints;
  gboolean    blank; /* the texts of the project are not printed */
} Printed;

/* Stores the text in db and returns the id of its project.  Of every three indicators
 * two have the same level1, and these the same level2.  */
gint64 printed_store (Db *db, const Printed *printed);

/* The document it stores, to be changed before it is stored; *project is in it. */
Document *printed_new (const Printed *printed, Project **project);
