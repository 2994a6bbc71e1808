/* app/interchange/json-walk.c — reading a JSON text whose shape is known. */

#include "app/interchange/json-walk.h"
#include "app/decimal.h"
#include "db/record.h"

#include <gio/gio.h>
#include <stdarg.h>
#include <string.h>

#define DEEPEST 32 /* nested objects and arrays; a document needs 9 */

void
json_walk_init (JsonWalk *walk)
{
  walk->path = g_string_new (NULL);
  walk->error = NULL;
}

void
json_walk_clear (JsonWalk *walk)
{
  if (walk->path != NULL)
    g_string_free (walk->path, TRUE);
  walk->path = NULL;
  g_clear_error (&walk->error);
}

void
json_walk_fail (JsonWalk *walk, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list          arguments;

  if (walk->error != NULL)
    return;
  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  walk->error = g_error_new (G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "JSON 的 %s %s",
                             walk->path->len > 0 ? walk->path->str : "最外层", what);
}

gsize
json_walk_enter (JsonWalk *walk, const char *key)
{
  gsize size = walk->path->len;

  if (size > 0)
    g_string_append_c (walk->path, '.');
  g_string_append (walk->path, key);
  return size;
}

void
json_walk_leave (JsonWalk *walk, gsize size)
{
  g_string_truncate (walk->path, size);
}

/* What stands where something else was asked for, in Chinese. */
static const char *
type_name (JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      return "对象";
    case JSON_NODE_ARRAY:
      return "数组";
    case JSON_NODE_NULL:
      return "null";
    default:
      break;
    }
  switch (json_node_get_value_type (node))
    {
    case G_TYPE_STRING:
      return "字符串";
    case G_TYPE_BOOLEAN:
      return "true/false";
    default:
      return "数字";
    }
}

gboolean
json_walk_node_is_null (JsonNode *node)
{
  return json_node_get_node_type (node) == JSON_NODE_NULL;
}

static gboolean
is_value (JsonNode *node, GType type)
{
  return json_node_get_node_type (node) == JSON_NODE_VALUE &&
         json_node_get_value_type (node) == type;
}

JsonObject *
json_walk_node_object (JsonWalk *walk, JsonNode *node)
{
  if (walk->error != NULL)
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);
  json_walk_fail (walk, "应是对象 {…}，却是%s", type_name (node));
  return NULL;
}

char *
json_walk_node_text (JsonWalk *walk, JsonNode *node)
{
  if (walk->error != NULL)
    return NULL;
  if (!is_value (node, G_TYPE_STRING))
    json_walk_fail (walk, "应是字符串，却是%s", type_name (node));
  else if (!g_utf8_validate (json_node_get_string (node), -1, NULL))
    json_walk_fail (walk, "含有无效的字符，请检查 \\u 转义");
  else
    return json_node_dup_string (node);
  return NULL;
}

gboolean
json_walk_node_decimal (JsonWalk *walk, JsonNode *node, gint64 *e6)
{
  g_autofree char *text = NULL;

  if (walk->error != NULL)
    return FALSE;
  if (is_value (node, G_TYPE_INT64))
    text = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  else if (is_value (node, G_TYPE_STRING))
    text = g_strstrip (json_node_dup_string (node));
  else
    {
      json_walk_fail (walk, "应是十进制数的字符串（如 \"16.5\"），却是%s",
                      type_name (node));
      return FALSE;
    }
  if (*text != '\0' && decimal_read (text, e6, NULL) == strlen (text))
    return TRUE;
  json_walk_fail (walk, "应是十进制数的字符串（如 \"16.5\"），却是“%s”", text);
  return FALSE;
}

/* The member, unless something is wrong already or it is missing. */
static JsonNode *
member (JsonWalk *walk, JsonObject *object, const char *key)
{
  return walk->error == NULL ? json_object_get_member (object, key) : NULL;
}

gboolean
json_walk_text (JsonWalk *walk, JsonObject *object, const char *key, char **text)
{
  JsonNode *node = member (walk, object, key);
  gsize     size = json_walk_enter (walk, key);
  char     *read = NULL;

  if (node != NULL && !json_walk_node_is_null (node))
    read = json_walk_node_text (walk, node);
  json_walk_leave (walk, size);
  if (node == NULL || walk->error != NULL)
    return FALSE;
  db_record_take_text (text, read);
  return TRUE;
}

gboolean
json_walk_whole (JsonWalk *walk, JsonObject *object, const char *key, gint64 *number)
{
  JsonNode *node = member (walk, object, key);
  gsize     size = json_walk_enter (walk, key);

  if (node != NULL && !json_walk_node_is_null (node) && !is_value (node, G_TYPE_INT64))
    json_walk_fail (walk, "应是整数，却是%s", type_name (node));
  json_walk_leave (walk, size);
  if (node == NULL || walk->error != NULL)
    return FALSE;
  *number = json_walk_node_is_null (node) ? DB_NULL : json_node_get_int (node);
  return TRUE;
}

gboolean
json_walk_flag (JsonWalk *walk, JsonObject *object, const char *key, gint64 *flag)
{
  JsonNode *node = member (walk, object, key);
  gsize     size = json_walk_enter (walk, key);

  if (node != NULL && !json_walk_node_is_null (node) &&
      !is_value (node, G_TYPE_BOOLEAN))
    json_walk_fail (walk, "应是 true 或 false，却是%s", type_name (node));
  json_walk_leave (walk, size);
  if (node == NULL || walk->error != NULL)
    return FALSE;
  *flag = json_walk_node_is_null (node) ? DB_NULL : json_node_get_boolean (node);
  return TRUE;
}

gboolean
json_walk_decimal (JsonWalk *walk, JsonObject *object, const char *key, gint64 *e6)
{
  JsonNode *node = member (walk, object, key);
  gsize     size = json_walk_enter (walk, key);
  gint64    read = DB_NULL;

  if (node != NULL && !json_walk_node_is_null (node))
    json_walk_node_decimal (walk, node, &read);
  json_walk_leave (walk, size);
  if (node == NULL || walk->error != NULL)
    return FALSE;
  *e6 = read;
  return TRUE;
}

JsonObject *
json_walk_object (JsonWalk *walk, JsonObject *object, const char *key)
{
  JsonNode   *node = member (walk, object, key);
  gsize       size = json_walk_enter (walk, key);
  JsonObject *read = NULL;

  if (node != NULL && !json_walk_node_is_null (node))
    read = json_walk_node_object (walk, node);
  json_walk_leave (walk, size);
  return read;
}

static void
each_item (JsonWalk *walk, JsonArray *array, JsonWalkEach each, gpointer data)
{
  for (guint i = 0; i < json_array_get_length (array) && walk->error == NULL; i++)
    {
      gsize size = walk->path->len;

      g_string_append_printf (walk->path, "[%u]", i);
      each (walk, json_array_get_element (array, i), i, data);
      json_walk_leave (walk, size);
    }
}

void
json_walk_array (JsonWalk *walk, JsonObject *object, const char *key, JsonWalkEach each,
                 gpointer data)
{
  JsonNode *node = member (walk, object, key);
  gsize     size;

  if (node == NULL || json_walk_node_is_null (node))
    return;
  size = json_walk_enter (walk, key);
  if (JSON_NODE_HOLDS_ARRAY (node))
    each_item (walk, json_node_get_array (node), each, data);
  else
    json_walk_fail (walk, "应是数组 […]，却是%s", type_name (node));
  json_walk_leave (walk, size);
}

/* What the parser would take without a word, or not survive.  NULL: nothing. */
static const char *
refusal (const char *json, gsize length)
{
  gboolean in_string = FALSE;
  gsize    depth = 0;

  if (memchr (json, '\0', length) != NULL)
    return "JSON 里有空字符（NUL），文件已损坏或不是文本";
  if (!g_utf8_validate (json, length, NULL))
    return "JSON 不是 UTF-8 编码，请转换编码后再导入";
  for (gsize i = 0; i < length; i++)
    {
      if (in_string && json[i] == '\\')
        {
          if (length - i >= 6 && strncmp (json + i, "\\u0000", 6) == 0)
            return "JSON 的字符串里有空字符（\\u0000），请删去";
          i++;
        }
      else if (json[i] == '"')
        in_string = !in_string;
      else if (!in_string && (json[i] == '{' || json[i] == '['))
        depth++;
      else if (!in_string && depth > 0 && (json[i] == '}' || json[i] == ']'))
        depth--;
      if (depth > DEEPEST)
        return "JSON 的括号嵌套太深，不是绩效文本";
    }
  return NULL;
}

/* The parser tells where only in its message: "<data>:3:14: Parse error: …". */
static void
set_syntax_error (GError **error, const char *message)
{
  const char *place = strchr (message, ':');
  char       *end = NULL;
  guint64     line = place ? g_ascii_strtoull (place + 1, &end, 10) : 0;
  guint64     column = end && *end == ':' ? g_ascii_strtoull (end + 1, NULL, 10) : 0;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               "JSON 第 %" G_GUINT64_FORMAT " 行第 %" G_GUINT64_FORMAT
               " 列有语法错误，请检查括号、引号和逗号",
               line, column);
}

JsonNode *
json_walk_parse (const char *json, gssize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) broken = NULL;
  gsize       size = length < 0 ? strlen (json) : (gsize) length;
  const char *wrong;
  JsonNode   *root;

  if (size >= 3 && memcmp (json, "\xEF\xBB\xBF", 3) == 0)
    {
      json += 3;
      size -= 3;
    }
  wrong = refusal (json, size);
  if (wrong != NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, wrong);
      return NULL;
    }
  if (!json_parser_load_from_data (parser, json, size, &broken))
    {
      set_syntax_error (error, broken->message);
      return NULL;
    }
  root = json_parser_steal_root (parser);
  if (root == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "JSON 是空的");
  return root;
}
