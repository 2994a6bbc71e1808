/* app/interchange/keys.h — which key of the interchange JSON stands for which
 * member of a record, where the one is the other without more ado.  Writing and
 * reading go by the same tables: put writes, get reads.
 */

#pragma once

#include "app/interchange/json-put.h"
#include "app/interchange/json-walk.h"
#include "db/record.h"

typedef enum {
  KEY_TEXT,
  KEY_CODE,   /* text; nothing but dashes is null, and stands in code_as_printed */
  KEY_WHOLE,  /* a whole number: a year */
  KEY_FLAG,   /* true or false */
  KEY_AMOUNT, /* 分; in the JSON 万元 as a decimal string */
} KeyKind;

typedef enum {
  KEY_EXTRA,    /* written when it is set */
  KEY_CORE,     /* always written; null where nothing is printed */
  KEY_REQUIRED, /* … and must be there on reading */
} KeyPresence;

typedef struct {
  const char        *key; /* NULL ends a table */
  KeyKind            kind;
  gsize              offset; /* of the member */
  KeyPresence        presence;
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
  gboolean    is_core;
} InterchangeFunding;

extern const InterchangeFunding interchange_fundings[3]; /* in their usual order */

/* The members that keys name, into an open object and from an object. */
void interchange_put_keys (JsonPut *json, const InterchangeKey *keys,
                           gconstpointer record);
void interchange_get_keys (JsonWalk *walk, JsonObject *object,
                           const InterchangeKey *keys, gpointer record);

/* "columns" and "rows" of a table, one record a row. */
void interchange_put_rows (JsonPut *json, const InterchangeColumn *columns,
                           GPtrArray *records);
void interchange_get_rows (JsonWalk *walk, JsonObject *object,
                           const InterchangeColumn *columns, const DbTable *table,
                           GPtrArray *records);

/* An array of strings: a record for each, with the string in a member. */
void interchange_get_texts (JsonWalk *walk, JsonObject *object, const char *key,
                            const DbTable *table, gsize offset, GPtrArray *records);

/* An array of objects: a record for each, filled by get.  A lone object counts as an
 * array of one.  */
typedef void (*InterchangeGetRecord) (JsonWalk *walk, JsonObject *object,
                                      gpointer record);
void interchange_get_records (JsonWalk *walk, JsonObject *object, const char *key,
                              const DbTable *table, InterchangeGetRecord get,
                              GPtrArray *records);
