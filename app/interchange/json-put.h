/* app/interchange/json-put.h — JSON written from the front to the back, and what a
 * writer of it does over and over: a member that is null where nothing is known, an
 * array made of records.
 */

#pragma once

#include <glib.h>

typedef struct _JsonPut JsonPut;

/* Writes one record as a value; no is its place from 1. */
typedef void (*JsonPutRecord) (JsonPut *json, gpointer record, guint no);

/* A level is set in by so many spaces; 0: all is one line. */
JsonPut *json_put_new (guint indent);

/* Frees json.  What was written, newly allocated. */
char *json_put_finish (JsonPut *json);

void json_put_open_object (JsonPut *json);
void json_put_close_object (JsonPut *json);
void json_put_open_array (JsonPut *json);
void json_put_close_array (JsonPut *json);

/* The key of the value that comes next. */
void json_put_member (JsonPut *json, const char *key);

void json_put_item (JsonPut *json, const char *text); /* NULL: null */
void json_put_number (JsonPut *json, gint64 number);  /* DB_NULL: null */
void json_put_real (JsonPut *json, double number);
void json_put_flag (JsonPut *json, gboolean flag);

/* A member with its value. */
void json_put_text (JsonPut *json, const char *key, const char *text);
void json_put_whole (JsonPut *json, const char *key, gint64 number);
void json_put_decimal (JsonPut *json, const char *key, gint64 e6); /* or DB_NULL */
void json_put_array (JsonPut *json, const char *key);              /* opens it */

/* One text member of each record; the records as written by put. */
void json_put_texts (JsonPut *json, const char *key, GPtrArray *records, gsize offset);
void json_put_records (JsonPut *json, const char *key, GPtrArray *records,
                       JsonPutRecord put);
