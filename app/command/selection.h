/* app/command/selection.h — which documents and projects a command is about. */

#pragma once

#include "db/listing.h"

/* What the options --department, --year and --project said. */
typedef struct {
  char *department; /* a part of the name; NULL: all */
  int   year;       /* 0: all */
  char *projects;   /* "3", "1,4-6"; NULL: all */
} Selection;

/* For a command's GOptionEntry table; selection is a static of that command. */
#define SELECTION_OPTIONS(selection)                                                 \
  { "department",                                                                    \
    'd',                                                                             \
    0,                                                                               \
    G_OPTION_ARG_STRING,                                                             \
    &(selection).department,                                                         \
    "只要名称含这几个字的部门",                                                      \
    "名称" },                                                                        \
      { "year", 'y', 0, G_OPTION_ARG_INT, &(selection).year, "只要这一年", "年度" }, \
  {                                                                                  \
    "project", 'p', 0, G_OPTION_ARG_STRING, &(selection).projects,                   \
        "只要这几个项目（序号）", "1,4-6"                                            \
  }

/* The documents selected; an error when there is none.  ListedDocument *. */
GPtrArray *selection_documents (const Selection *selection, Db *db, GError **error);

/* Whether --project takes this table; without it all are taken, the overall one too. */
gboolean selection_takes (const Selection *selection, const char *kind, gint64 ordinal);

/* Ids of the selected tables of a document, in print order (gint64); an error when
 * --project takes none, or is not a list of numbers.  */
GArray *selection_project_ids (const Selection *selection, Db *db, gint64 document,
                               GError **error);
