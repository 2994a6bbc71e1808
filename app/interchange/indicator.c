/* app/interchange/indicator.c — a row of a table of targets in the interchange JSON.
 *
 * Our own export carries the cells of the target (operator_cell, value_cell,
 * unit_cell) where the form has three.  A document keyed in by hand need not: then
 * the cells are made from value_as_printed and from what it was read as.
 */

#include "app/interchange/indicator.h"
#include "app/decimal.h"
#include "app/edit/understanding.h"
#include "app/fold.h"
#include "app/interchange/keys.h"
#include "app/reading/target.h"
#include "db/indicator.h"

#include <string.h>

/* Stands in the operator's cell when the target is words. */
#define WORDS_FOLLOW "文字描述"

/* The target as the JSON states it.  A part that is not stated is unknown. */
typedef struct {
  char    *printed;
  char    *symbol;
  gint64   number;
  char    *unit;
  char    *text;
  gboolean has_printed;
  gboolean is_stated; /* any of symbol, number, unit, text is there */
} Stated;

static void
stated_clear (Stated *stated)
{
  g_free (stated->printed);
  g_free (stated->symbol);
  g_free (stated->unit);
  g_free (stated->text);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Stated, stated_clear)

static void
put_target (JsonPut *json, const Indicator *indicator)
{
  const char      *symbol = indicator->operator_text;
  const char      *value = indicator->value_text;
  const char      *unit = indicator->unit_text;
  gboolean         in_three = symbol != NULL || unit != NULL;
  g_autofree char *printed = NULL;
  g_auto (Target) target = { 0 };

  target_read (&target, symbol, value, unit);
  if (in_three)
    printed = g_strconcat (symbol ? symbol : "", value ? value : "", unit, NULL);
  json_put_text (json, "value_as_printed", in_three ? printed : value);
  symbol = target.sign;
  json_put_text (json, "symbol", target.kind == TARGET_NUMBER ? symbol : NULL);
  json_put_decimal (json, "number",
                    target.kind == TARGET_NUMBER ? target.number_e6 : DB_NULL);
  json_put_text (json, "unit", target.unit);
  json_put_text (json, "text", target.words);
  if (in_three || (value != NULL && g_str_has_prefix (value, WORDS_FOLLOW)))
    {
      json_put_text (json, "operator_cell", indicator->operator_text);
      json_put_text (json, "value_cell", value);
      json_put_text (json, "unit_cell", unit);
    }
}

void
interchange_put_indicator (JsonPut *json, gpointer record, guint no)
{
  json_put_open_object (json);
  interchange_put_keys (json, indicator_keys, record);
  put_target (json, record);
  interchange_put_keys (json, indicator_end_keys, record);
  if (((const Indicator *) record)->weight_e6 != DB_NULL)
    json_put_decimal (json, "weight_points", ((const Indicator *) record)->weight_e6);
  json_put_close_object (json);
}

static void
get_stated (JsonWalk *walk, JsonObject *object, Stated *stated)
{
  stated->number = DB_NULL;
  stated->has_printed =
      json_walk_text (walk, object, "value_as_printed", &stated->printed);
  stated->is_stated |= json_walk_text (walk, object, "symbol", &stated->symbol);
  stated->is_stated |= json_walk_decimal (walk, object, "number", &stated->number);
  stated->is_stated |= json_walk_text (walk, object, "unit", &stated->unit);
  stated->is_stated |= json_walk_text (walk, object, "text", &stated->text);
}

static gboolean
same (const char *a, const char *b)
{
  g_autofree char *a_folded = fold (a);
  g_autofree char *b_folded = fold (b);

  return strcmp (a_folded, b_folded) == 0;
}

/* Would the printed value, standing in one cell, be read as it is stated? */
static gboolean
reads_as_stated (const Stated *stated)
{
  g_auto (Target) target = { 0 };
  gboolean is_number;

  target_read (&target, NULL, stated->printed, NULL);
  is_number = target.kind == TARGET_NUMBER;
  return same (is_number ? target.sign : NULL, stated->symbol) &&
         (is_number ? target.number_e6 : DB_NULL) == stated->number &&
         same (target.unit, stated->unit) && same (target.words, stated->text);
}

static gboolean
has_cells (JsonObject *object)
{
  return json_object_has_member (object, "operator_cell") ||
         json_object_has_member (object, "value_cell") ||
         json_object_has_member (object, "unit_cell");
}

/* A number and its unit out of the printed value, which ends with both; the digits
 * stay as printed ("95.00").  */
static void
split_number (const Stated *stated, Indicator *indicator)
{
  const char      *printed = stated->printed ? stated->printed : "";
  const char      *digits = printed + strcspn (printed, "0123456789");
  g_autofree char *plain = decimal_write (stated->number);
  gint64           number;
  gsize            length = decimal_read (digits, &number, NULL);

  if (length > 0 && number == stated->number)
    indicator->value_text = g_strndup (digits, length);
  else
    indicator->value_text = g_steal_pointer (&plain);
  indicator->operator_text = g_strdup (stated->symbol);
  indicator->unit_text = g_strdup (stated->unit);
}

static void
split_words (const Stated *stated, Indicator *indicator)
{
  const char *words = stated->text;

  if (words == NULL && stated->printed != NULL)
    words = g_str_has_prefix (stated->printed, WORDS_FOLLOW)
                ? stated->printed + strlen (WORDS_FOLLOW)
                : stated->printed;
  indicator->operator_text = g_strdup (WORDS_FOLLOW);
  indicator->unit_text = words != NULL && *words != '\0' ? g_strdup (words) : NULL;
}

/* Puts the target into one cell, or into three. */
static void
set_cells (const Stated *stated, gboolean in_three, Indicator *indicator)
{
  if (in_three && stated->number != DB_NULL)
    split_number (stated, indicator);
  else if (in_three && (stated->text != NULL || stated->printed != NULL))
    split_words (stated, indicator);
  else if (stated->has_printed)
    indicator->value_text = g_strdup (stated->printed);
  else if (stated->number != DB_NULL)
    {
      g_autofree char *plain = decimal_write (stated->number);

      indicator->value_text =
          g_strconcat (stated->symbol ? stated->symbol : "", plain, stated->unit, NULL);
    }
  else
    indicator->value_text = g_strdup (stated->text);
}

/* The indicators of a table, and whether its targets stand in three cells. */
typedef struct {
  GPtrArray *indicators;
  gboolean   in_three;
} Table;

static void
look_at_target (JsonWalk *walk, JsonNode *item, guint index, gpointer data)
{
  Table      *table = data;
  JsonObject *object = json_walk_node_object (walk, item);
  g_auto (Stated) stated = { 0 };

  if (object == NULL || has_cells (object))
    return;
  get_stated (walk, object, &stated);
  if (stated.printed != NULL)
    table->in_three |= g_str_has_prefix (stated.printed, WORDS_FOLLOW) ||
                       (stated.is_stated && !reads_as_stated (&stated));
}

static void
get_indicator (JsonWalk *walk, JsonNode *item, guint index, gpointer data)
{
  Table      *table = data;
  JsonObject *object = json_walk_node_object (walk, item);
  Indicator  *indicator = db_record_add (table->indicators, &indicator_table);
  g_auto (Stated) stated = { 0 };

  if (object == NULL)
    return;
  interchange_get_keys (walk, object, indicator_keys, indicator);
  get_stated (walk, object, &stated);
  if (has_cells (object))
    {
      json_walk_text (walk, object, "operator_cell", &indicator->operator_text);
      json_walk_text (walk, object, "value_cell", &indicator->value_text);
      json_walk_text (walk, object, "unit_cell", &indicator->unit_text);
    }
  else
    set_cells (&stated, table->in_three, indicator);
  interchange_get_keys (walk, object, indicator_end_keys, indicator);
  if (!json_walk_decimal (walk, object, "weight_points", &indicator->weight_e6))
    indicator->weight_e6 = understanding_points (indicator->weight_text);
}

void
interchange_get_indicators (JsonWalk *walk, JsonObject *object, GPtrArray *indicators)
{
  Table table = { indicators };

  json_walk_array (walk, object, "indicators", look_at_target, &table);
  json_walk_array (walk, object, "indicators", get_indicator, &table);
}
