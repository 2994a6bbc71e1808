/* app/interchange/json-walk.h — reading a JSON text whose shape is known: every value
 * is asked for with its type, and the first that is not as asked becomes one Chinese
 * line with its path (documents[0].projects[3].plan).
 */

#pragma once

#include <glib.h>
#include <json-glib/json-glib.h>

typedef struct {
  GString *path;  /* of the value being read */
  GError  *error; /* the first thing wrong; once it is set, nothing more is read */
} JsonWalk;

typedef void (*JsonWalkEach) (JsonWalk *walk, JsonNode *item, guint index,
                              gpointer data);

/* The root of a JSON text.  Refuses what is not UTF-8, holds a NUL or is nested
 * absurdly deep, which would otherwise exhaust the parser's stack.  */
JsonNode *json_walk_parse (const char *json, gssize length, GError **error);

void json_walk_init (JsonWalk *walk);
void json_walk_clear (JsonWalk *walk);
void json_walk_fail (JsonWalk *walk, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* Step into the member called key; the size returned is for stepping out. */
gsize json_walk_enter (JsonWalk *walk, const char *key);
void  json_walk_leave (JsonWalk *walk, gsize size);

/* The value of the current path.  NULL or FALSE, with the error set, when it is of
 * another type; a null is an error to all but the first.  Text is newly allocated;
 * a decimal is a string, or a number without a fraction, in millionths.  */
gboolean    json_walk_node_is_null (JsonNode *node);
JsonObject *json_walk_node_object (JsonWalk *walk, JsonNode *node);
char       *json_walk_node_text (JsonWalk *walk, JsonNode *node);
gboolean    json_walk_node_decimal (JsonWalk *walk, JsonNode *node, gint64 *e6);

/* A member.  FALSE, with the output left alone, when it is missing or wrong; where it
 * is null: TRUE, and the output is NULL or DB_NULL.  Text replaces what was there.  */
gboolean json_walk_text (JsonWalk *walk, JsonObject *object, const char *key,
                         char **text);
gboolean json_walk_whole (JsonWalk *walk, JsonObject *object, const char *key,
                          gint64 *number);
gboolean json_walk_flag (JsonWalk *walk, JsonObject *object, const char *key,
                         gint64 *flag);
gboolean json_walk_decimal (JsonWalk *walk, JsonObject *object, const char *key,
                            gint64 *e6);

/* A member that is an object; NULL when it is missing, null or wrong. */
JsonObject *json_walk_object (JsonWalk *walk, JsonObject *object, const char *key);

/* Calls each for the items of a member that is an array; null is an empty one. */
void json_walk_array (JsonWalk *walk, JsonObject *object, const char *key,
                      JsonWalkEach each, gpointer data);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JsonWalk, json_walk_clear)
