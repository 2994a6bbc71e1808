/* app/interchange/json-put.h — the few things a writer of JSON does over and over: a
 * member that is null where nothing is known, an array made of records.
 */

#pragma once

#include <glib.h>
#include <json-glib/json-glib.h>

/* Writes one record as a value; no is its place from 1. */
typedef void (*JsonPutRecord) (JsonBuilder *json, gpointer record, guint no);

void json_put_item (JsonBuilder *json, const char *text); /* of an array */
void json_put_text (JsonBuilder *json, const char *key, const char *text);
void json_put_whole (JsonBuilder *json, const char *key, gint64 number);
void json_put_decimal (JsonBuilder *json, const char *key, gint64 e6); /* or DB_NULL */
void json_put_array (JsonBuilder *json, const char *key);              /* begins it */

/* One text member of each record; the records as written by put. */
void json_put_texts (JsonBuilder *json, const char *key, GPtrArray *records,
                     gsize offset);
void json_put_records (JsonBuilder *json, const char *key, GPtrArray *records,
                       JsonPutRecord put);

/* What was built, as indented text, newly allocated. */
char *json_put_finish (JsonBuilder *json);
