/* app/interchange/json-put.c — JSON written from the front to the back. */

#include "app/interchange/json-put.h"
#include "app/decimal.h"
#include "db/record.h"

#include <string.h>

struct _JsonPut {
  GString *text;
  guint    indent, depth;
  gboolean is_empty; /* the object or array that is open */
  gboolean is_named; /* the key of the next value is written */
};

JsonPut *
json_put_new (guint indent)
{
  JsonPut *self = g_new (JsonPut, 1);

  *self = (JsonPut){ .text = g_string_new (NULL), .indent = indent, .is_empty = TRUE };
  return self;
}

char *
json_put_finish (JsonPut *json)
{
  char *text = g_string_free (json->text, FALSE);

  g_free (json);
  return text;
}

static void
begin_line (JsonPut *json)
{
  if (json->indent == 0)
    return;
  g_string_append_c (json->text, '\n');
  for (guint i = 0; i < json->indent * json->depth; i++)
    g_string_append_c (json->text, ' ');
}

/* What goes before a value or a key. */
static void
separate (JsonPut *json)
{
  if (json->is_named || json->depth == 0)
    {
      json->is_named = FALSE;
      return;
    }
  if (!json->is_empty)
    g_string_append_c (json->text, ',');
  json->is_empty = FALSE;
  begin_line (json);
}

static void
open (JsonPut *json, char bracket)
{
  separate (json);
  g_string_append_c (json->text, bracket);
  json->depth++;
  json->is_empty = TRUE;
}

static void
close (JsonPut *json, char bracket)
{
  json->depth--;
  if (!json->is_empty)
    begin_line (json);
  g_string_append_c (json->text, bracket);
  json->is_empty = FALSE;
}

void
json_put_open_object (JsonPut *json)
{
  open (json, '{');
}

void
json_put_close_object (JsonPut *json)
{
  close (json, '}');
}

void
json_put_open_array (JsonPut *json)
{
  open (json, '[');
}

void
json_put_close_array (JsonPut *json)
{
  close (json, ']');
}

static void
put_escaped (GString *text, char c)
{
  static const char letters[] = "\bb\ff\nn\rr\tt\"\"\\\\";

  for (guint i = 0; i < sizeof letters - 1; i += 2)
    if (letters[i] == c)
      {
        g_string_append_c (text, '\\');
        g_string_append_c (text, letters[i + 1]);
        return;
      }
  g_string_append_printf (text, "\\u%04x", (guchar) c);
}

static void
put_quoted (GString *text, const char *string)
{
  g_string_append_c (text, '"');
  for (const char *from = string; *from != '\0';)
    {
      const char *at = from;

      while ((guchar) *at >= ' ' && *at != '"' && *at != '\\' && *at != '\x7f')
        at++;
      g_string_append_len (text, from, at - from);
      if (*at == '\0')
        break;
      put_escaped (text, *at);
      from = at + 1;
    }
  g_string_append_c (text, '"');
}

void
json_put_member (JsonPut *json, const char *key)
{
  separate (json);
  put_quoted (json->text, key);
  g_string_append (json->text, json->indent > 0 ? " : " : ":");
  json->is_named = TRUE;
}

void
json_put_item (JsonPut *json, const char *text)
{
  separate (json);
  if (text != NULL)
    put_quoted (json->text, text);
  else
    g_string_append (json->text, "null");
}

void
json_put_number (JsonPut *json, gint64 number)
{
  separate (json);
  if (number != DB_NULL)
    g_string_append_printf (json->text, "%" G_GINT64_FORMAT, number);
  else
    g_string_append (json->text, "null");
}

void
json_put_real (JsonPut *json, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  separate (json);
  g_string_append (json->text, g_ascii_dtostr (digits, sizeof digits, number));
  if (strpbrk (digits, ".eEnN") == NULL)
    g_string_append (json->text, ".0");
}

void
json_put_flag (JsonPut *json, gboolean flag)
{
  separate (json);
  g_string_append (json->text, flag ? "true" : "false");
}

void
json_put_text (JsonPut *json, const char *key, const char *text)
{
  json_put_member (json, key);
  json_put_item (json, text);
}

void
json_put_whole (JsonPut *json, const char *key, gint64 number)
{
  json_put_member (json, key);
  json_put_number (json, number);
}

void
json_put_decimal (JsonPut *json, const char *key, gint64 e6)
{
  g_autofree char *text = e6 != DB_NULL ? decimal_write (e6) : NULL;

  json_put_text (json, key, text);
}

void
json_put_array (JsonPut *json, const char *key)
{
  json_put_member (json, key);
  json_put_open_array (json);
}

void
json_put_texts (JsonPut *json, const char *key, GPtrArray *records, gsize offset)
{
  json_put_array (json, key);
  for (guint i = 0; i < records->len; i++)
    json_put_item (json, G_STRUCT_MEMBER (char *, records->pdata[i], offset));
  json_put_close_array (json);
}

void
json_put_records (JsonPut *json, const char *key, GPtrArray *records, JsonPutRecord put)
{
  json_put_array (json, key);
  for (guint i = 0; i < records->len; i++)
    put (json, records->pdata[i], i + 1);
  json_put_close_array (json);
}
