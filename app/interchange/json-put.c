/* app/interchange/json-put.c — the few things a writer of JSON does over and over. */

#include "app/interchange/json-put.h"
#include "app/decimal.h"
#include "db/record.h"

void
json_put_item (JsonBuilder *json, const char *text)
{
  if (text != NULL)
    json_builder_add_string_value (json, text);
  else
    json_builder_add_null_value (json);
}

void
json_put_text (JsonBuilder *json, const char *key, const char *text)
{
  json_builder_set_member_name (json, key);
  json_put_item (json, text);
}

void
json_put_whole (JsonBuilder *json, const char *key, gint64 number)
{
  json_builder_set_member_name (json, key);
  json_builder_add_int_value (json, number);
}

void
json_put_decimal (JsonBuilder *json, const char *key, gint64 e6)
{
  g_autofree char *text = e6 != DB_NULL ? decimal_write (e6) : NULL;

  json_put_text (json, key, text);
}

void
json_put_array (JsonBuilder *json, const char *key)
{
  json_builder_set_member_name (json, key);
  json_builder_begin_array (json);
}

void
json_put_texts (JsonBuilder *json, const char *key, GPtrArray *records, gsize offset)
{
  json_put_array (json, key);
  for (guint i = 0; i < records->len; i++)
    json_put_item (json, G_STRUCT_MEMBER (char *, records->pdata[i], offset));
  json_builder_end_array (json);
}

void
json_put_records (JsonBuilder *json, const char *key, GPtrArray *records,
                  JsonPutRecord put)
{
  json_put_array (json, key);
  for (guint i = 0; i < records->len; i++)
    put (json, records->pdata[i], i + 1);
  json_builder_end_array (json);
}

char *
json_put_finish (JsonBuilder *json)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = json_builder_get_root (json);

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  return json_generator_to_data (generator, NULL);
}
