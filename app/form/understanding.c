/* app/form/understanding.c — how what is typed into a form would be understood. */

#include "app/form/understanding.h"
#include "app/decimal.h"
#include "app/edit/understanding.h"
#include "app/fold.h"
#include "app/import/amounts.h"
#include "app/reading/target.h"
#include "db/lineage.h"
#include "db/title.h"

#include <string.h>

static char *
target_in_words (const char *sign, const char *value, const char *unit)
{
  g_auto (Target) target = { 0 };
  g_autofree char *number = NULL;

  target_read (&target, sign, value, unit);
  switch (target.kind)
    {
    case TARGET_NUMBER:
      number = decimal_write (target.number_e6);
      return g_strdup_printf ("%s%s%s%s%s", target.sign ? target.sign : "",
                              target.sign ? " " : "", number, target.unit ? " " : "",
                              target.unit ? target.unit : "");
    case TARGET_DATE:
      return g_strconcat ("日期：", target.words, NULL);
    case TARGET_WORDS:
      return g_strconcat ("文字：", target.words, NULL);
    default:
      return NULL;
    }
}

static char *
target (Db *db, const FormTable *table, const FormCell *cell, const char *text)
{
  return target_in_words (NULL, text, NULL);
}

/* The text of the field beside a cell, or what is typed into the cell itself. */
static const char *
beside (const FormTable *table, const FormCell *cell, const char *field,
        const char *typed)
{
  for (guint col = 0; col < table->cols; col++)
    {
      const FormCell *other = form_table_at (table, cell->row, col);

      if (g_strcmp0 (other->field, field) == 0)
        return other->col == cell->col ? typed : other->text;
    }
  return NULL;
}

/* One of the three cells of a target. */
static char *
target_part (Db *db, const FormTable *table, const FormCell *cell, const char *text)
{
  return target_in_words (beside (table, cell, "operator", text),
                          beside (table, cell, "value", text),
                          beside (table, cell, "value_unit", text));
}

static char *
amount_in_words (Db *db, const FormTable *table, const char *text)
{
  gint64           fen = understanding_amount (db, table->project, text);
  g_autofree char *number = fen != DB_NULL ? decimal_write (fen) : NULL;

  return number != NULL ? g_strdup_printf ("%s 万元", number) : g_strdup ("不是金额");
}

static char *
amount (Db *db, const FormTable *table, const FormCell *cell, const char *text)
{
  return amount_in_words (db, table, text);
}

static char *
percent (Db *db, const FormTable *table, const FormCell *cell, const char *text)
{
  gint64           e6 = understanding_percent (text);
  g_autofree char *number = e6 != DB_NULL ? decimal_write (e6) : NULL;

  return number != NULL ? g_strconcat (number, "%", NULL) : g_strdup ("不是百分数");
}

/* The amounts that a purpose begins with. */
static char *
purpose (Db *db, const FormTable *table, const FormCell *cell, const char *text)
{
  g_autoptr (GPtrArray) amounts = NULL;
  GString *words = g_string_new (NULL);

  amounts_read (text, &amounts);
  for (guint i = 0; i < amounts->len; i++)
    {
      const Amount    *named = amounts->pdata[i];
      g_autofree char *value = amount_in_words (db, table, named->text);

      g_string_append_printf (words, "%s%s %s", i > 0 ? "，" : "",
                              named->source
                                  ? title_of_source (named->source)
                                  : title_of_column ("project", "amount_text"),
                              value);
    }
  return g_string_free (words, words->len == 0);
}

/* An amount of a whole text is in 万元 unless it says 元. */
static char *
stated_amount (const char *text)
{
  gint64           fen;
  const char      *unit;
  g_autofree char *number =
      amount_read (text, "万元", &fen, &unit) ? decimal_write (fen) : NULL;

  return number != NULL ? g_strdup_printf ("%s 万元", number) : g_strdup ("不是金额");
}

static const struct {
  const char *field;
  char *(*say) (Db *, const FormTable *, const FormCell *, const char *text);
} fields[] = {
  { "target", target },     { "operator", target_part },
  { "value", target_part }, { "value_unit", target_part },
  { "amount", amount },     { "amount_with_unit", amount },
  { "fiscal", amount },     { "percent", percent },
  { "purpose", purpose },
};

/* What became of last year's target, while this year's is typed. */
static char *
earlier_in_words (Db *db, const FormCell *cell)
{
  return g_strcmp0 (cell->table_name, "indicator") == 0 && cell->row_id > 0 &&
                 g_strcmp0 (cell->column_name, "value_text") == 0
             ? lineage_earlier_outcome (db, cell->row_id, NULL)
             : NULL;
}

char *
form_understanding (Db *db, const FormTable *table, const FormCell *cell,
                    const char *text)
{
  g_autofree char *folded = fold (text);
  g_autofree char *words = NULL;
  g_autofree char *earlier = earlier_in_words (db, cell);

  if (table->origin.document != 0)
    return *folded != '\0' && g_str_has_suffix (cell->column_name, "_fen")
               ? stated_amount (text)
               : NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (fields) && *folded != '\0' && words == NULL; i++)
    if (g_strcmp0 (cell->field, fields[i].field) == 0)
      words = fields[i].say (db, table, cell, text);
  return words != NULL && earlier != NULL ? g_strconcat (words, "　", earlier, NULL)
         : words != NULL                  ? g_steal_pointer (&words)
                                          : g_steal_pointer (&earlier);
}
