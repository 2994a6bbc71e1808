/* app/command/finding-choice.h — which findings a command is about. */

#pragma once

#include "app/check/check.h"
#include "app/command/selection.h"

/* What the options --rule, --severity, --department, --year and --project said. */
typedef struct {
  Selection selection;
  char     *rule;     /* NULL: all */
  char     *severity; /* this and worse; NULL: all */
} FindingChoice;

/* For a command's GOptionEntry table; choice is a static of that command. */
#define FINDING_CHOICE_OPTIONS(choice)                    \
  { "rule",                                               \
    'r',                                                  \
    0,                                                    \
    G_OPTION_ARG_STRING,                                  \
    &(choice).rule,                                       \
    "只要这一条规则（见 jixiao rules）",                  \
    "规则" },                                             \
      { "severity",                                       \
        's',                                              \
        0,                                                \
        G_OPTION_ARG_STRING,                              \
        &(choice).severity,                               \
        "只要这样严重和更严重的：error、warning 或 hint", \
        "程度" },                                         \
      SELECTION_OPTIONS ((choice).selection)

/* Whether --severity names one; to be said as wrong use otherwise. */
#define FINDING_CHOICE_UNSOUND "--severity 应为 error、warning 或 hint"
gboolean finding_choice_is_sound (const FindingChoice *choice);

/* The ids of the selected documents and of the selected tables in them, gint64; NULL
 * where all are taken.  FALSE where nothing is selected.  */
gboolean finding_choice_ids (const FindingChoice *choice, Db *db, GArray **documents,
                             GArray **projects, GError **error);

/* The findings chosen, as check_findings() orders them; an error where there is no such
 * rule, document or project.  */
GPtrArray *finding_choice_find (const FindingChoice *choice, Db *db, GError **error);
