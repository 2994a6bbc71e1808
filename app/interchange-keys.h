/* app/interchange-keys.h — which key of the interchange JSON stands for which
 * member of a record, where the one is the other without more ado.  Writing and
 * reading go by the same tables.
 */

#pragma once

#include <glib.h>

typedef enum {
  KEY_TEXT,
  KEY_CODE,   /* text; nothing but dashes is null, and stands in code_as_printed */
  KEY_WHOLE,  /* a whole number: a year */
  KEY_FLAG,   /* true or false */
  KEY_AMOUNT, /* 分; in the JSON 万元 as a decimal string */
} KeyKind;

typedef struct {
  const char        *key; /* NULL ends a table */
  KeyKind            kind;
  gsize              offset;  /* of the member */
  gboolean           is_core; /* written also when nothing is printed: null */
  const char *const *allowed; /* the words that a text may be; NULL: any */
} InterchangeKey;

extern const InterchangeKey document_keys[];
extern const InterchangeKey project_keys[];
extern const InterchangeKey purpose_keys[]; /* of a project, behind its fundings */
extern const InterchangeKey indicator_keys[];
extern const InterchangeKey indicator_end_keys[]; /* behind its target */
extern const InterchangeKey section_keys[];
extern const InterchangeKey sub_goal_keys[];
extern const InterchangeKey funding_keys[];
extern const InterchangeKey procurement_keys[];
extern const InterchangeKey asset_report_keys[];
extern const InterchangeKey glossary_term_keys[];
extern const InterchangeKey approval_keys[];
extern const InterchangeKey approval_figure_keys[];

/* A table whose lines are arrays of cells: what heads each column, and its member. */
typedef struct {
  const char *title; /* NULL ends a table */
  gsize       offset;
} InterchangeColumn;

extern const InterchangeColumn procurement_columns[];
extern const InterchangeColumn asset_columns[];

/* The keys of a source of funds: fiscal_wan, fiscal_as_printed. */
typedef struct {
  const char *source;
  const char *amount;
  const char *text;
} InterchangeFunding;

extern const InterchangeFunding interchange_fundings[3]; /* in their usual order */
