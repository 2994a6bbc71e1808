/* app/edit/edit.c — setting cells: one action, in one transaction with all that
 * follows. */

#include "app/edit/edit.h"
#include "app/decimal.h"
#include "app/edit/change.h"
#include "app/edit/understanding.h"
#include "app/fold.h"
#include "app/form/choice.h"
#include "db/cell.h"
#include "db/funding.h"
#include "db/title.h"

#include <string.h>

/* How much of an old and a new text the label of an action quotes. */
#define QUOTED_CHARACTERS  16
#define LEADING_CHARACTERS 4

/* A cell to be set, with its names looked up. */
typedef struct {
  EditCell      *cell;
  const DbTable *table;
  const DbField *field;
  const char    *title;   /* what people call it */
  char          *text;    /* of a DB_TEXT; NULL: blank */
  gint64         integer; /* of a DB_INTEGER */
  char          *old;     /* in words, as new */
  char *new;
  gboolean is_same;
} Setting;

static void
setting_free (gpointer data)
{
  Setting *self = data;

  g_free (self->text);
  g_free (self->old);
  g_free (self->new);
  g_free (self);
}

/* What another verb sets with all that hangs on it, and what is computed. */
static gboolean
is_forbidden (const char *table, const char *column)
{
  return understanding_fills (table, column) ||
         (g_str_equal (table, "project") &&
          (g_str_equal (column, "unit_id") || g_str_equal (column, "kind")));
}

/* Only names that are found here become SQL. */
static gboolean
look_up (Setting *self, Db *db, GError **error)
{
  const EditCell *cell = self->cell;

  self->table = table_find (cell->table);
  if (self->table != NULL)
    self->field = table_field (self->table, cell->column);
  if (self->field != NULL && !is_forbidden (cell->table, cell->column))
    {
      self->title = title_of_cell (db, cell->table, cell->row, self->field->column);
      if (self->title == NULL)
        self->title = self->field->column;
      return TRUE;
    }
  g_set_error (error, DB_ERROR_DOMAIN, DB_REFUSED, "这一格（%s.%s）不能修改",
               cell->table, cell->column);
  return FALSE;
}

static gboolean
is_amount (const DbField *field)
{
  return g_str_has_suffix (field->column, "_fen");
}

/* A cell that holds only a number: an amount in 万元 unless it says 元, or a year. */
static gboolean
read_integer (Setting *self, GError **error)
{
  g_autofree char *folded = fold (self->text);
  const char      *unit;
  gsize            n;

  self->integer = DB_NULL;
  if (self->text == NULL)
    return TRUE;
  if (is_amount (self->field))
    {
      if (amount_read (self->text, "万元", &self->integer, &unit))
        return TRUE;
    }
  else
    {
      n = decimal_read (folded, &self->integer, NULL);
      if (n > 0 && self->integer % DECIMAL_ONE == 0 &&
          (folded[n] == '\0' || g_str_equal (folded + n, "年")))
        {
          self->integer /= DECIMAL_ONE;
          return TRUE;
        }
    }
  g_set_error (error, DB_ERROR_DOMAIN, DB_REFUSED, "“%s”只能填%s，不能填“%s”",
               self->title, is_amount (self->field) ? "金额" : "数字", self->text);
  return FALSE;
}

/* The years that a text may be of; see schema.sql. */
static gboolean
check_year (const Setting *self, GError **error)
{
  if (strcmp (self->table->name, "document") != 0 ||
      strcmp (self->field->column, "fiscal_year") != 0 || self->integer == DB_NULL ||
      (self->integer >= 1990 && self->integer <= 2100))
    return TRUE;
  g_set_error (error, DB_ERROR_DOMAIN, DB_REFUSED, "%s应在1990到2100之间，不能填“%s”",
               self->title, self->text);
  return FALSE;
}

static gboolean
read_text (Setting *self, GError **error)
{
  const char *text = self->cell->text;

  if (text != NULL && !g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, DB_ERROR_DOMAIN, DB_REFUSED, "“%s”的文字编码有误，不能存入",
                   self->title);
      return FALSE;
    }
  self->text = g_strdup (text);
  if (text != NULL)
    {
      g_autofree char *folded = fold (text);

      if (*folded == '\0')
        g_clear_pointer (&self->text, g_free);
    }
  return self->field->type == DB_TEXT ||
         (read_integer (self, error) && check_year (self, error));
}

char *
edit_number (const DbField *field, gint64 value)
{
  return value == DB_NULL    ? NULL
         : is_amount (field) ? decimal_write (value)
                             : g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

/* What stands there now, to tell whether anything changes. */
static gboolean
read_old (Setting *self, Db *db, GError **error)
{
  const char *column = self->field->column;
  gint64      row = self->cell->row;
  gint64      old = DB_NULL;

  if (self->field->type == DB_TEXT)
    {
      if (row > 0 && !cell_get (db, self->table, row, column, &self->old, error))
        return FALSE;
      self->new = g_strdup (self->text);
    }
  else
    {
      if (row > 0 && !cell_get_integer (db, self->table, row, column, &old, error))
        return FALSE;
      self->old = edit_number (self->field, old);
      self->new = edit_number (self->field, self->integer);
    }
  self->is_same = g_strcmp0 (self->old, self->new) == 0;
  return TRUE;
}

static gboolean
check_required (Setting *self, Db *db, GError **error)
{
  if (self->is_same || self->new != NULL ||
      !cell_is_required (db, self->table, self->field->column))
    return TRUE;
  g_set_error (error, DB_ERROR_DOMAIN, DB_REFUSED, "“%s”不能为空；要去掉它，请删除这%s",
               self->title, self->table->has_ordinal ? "一行" : "一项");
  return FALSE;
}

/* The cells that get something new: Setting *. */
static GPtrArray *
read_settings (Db *db, EditCell *cells, gsize n, GError **error)
{
  g_autoptr (GPtrArray) settings = g_ptr_array_new_with_free_func (setting_free);

  for (gsize i = 0; i < n; i++)
    {
      Setting *self = g_new0 (Setting, 1);

      g_ptr_array_add (settings, self);
      self->cell = &cells[i];
      if (!look_up (self, db, error) || !read_text (self, error) ||
          !read_old (self, db, error) || !check_required (self, db, error))
        return NULL;
      if (self->is_same)
        g_ptr_array_remove_index (settings, settings->len - 1);
    }
  return g_steal_pointer (&settings);
}

/* A text in one line, from a character on, no longer than a label has room for. */
static char *
quote (const char *text, glong from)
{
  glong            length = text != NULL ? g_utf8_strlen (text, -1) : 0;
  glong            to = MIN (length, from + QUOTED_CHARACTERS);
  g_autofree char *part = NULL;

  if (length == 0)
    return g_strdup ("（空）");
  part = from < to ? g_utf8_substring (text, from, to) : g_strdup ("");
  return g_strdup_printf ("%s%s%s", from > 0 ? "…" : "",
                          g_strdelimit (part, "\r\n\t", ' '), to < length ? "…" : "");
}

/* How many characters to leave out in front, so that long texts show where they differ.
 */
static glong
common_start (const char *a, const char *b)
{
  glong common = 0;

  if (a == NULL || b == NULL ||
      MAX (g_utf8_strlen (a, -1), g_utf8_strlen (b, -1)) <= QUOTED_CHARACTERS)
    return 0;
  for (; *a != '\0' && g_utf8_get_char (a) == g_utf8_get_char (b); common++)
    {
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
    }
  return common > LEADING_CHARACTERS + 1 ? common - LEADING_CHARACTERS : 0;
}

char *
edit_label (const char *title, const char *old, const char *new)
{
  glong            from = common_start (old, new);
  g_autofree char *was = quote (old, from);
  g_autofree char *is = quote (new, from);

  return g_strdup_printf ("%s %s→%s", title, was, is);
}

static char *
describe (Db *db, GPtrArray *settings)
{
  const Setting   *first = settings->pdata[0];
  const char      *table = first->table->name, *column = first->field->column;
  g_autofree char *was = choice_dup_title (db, table, column, first->old);
  g_autofree char *is = choice_dup_title (db, table, column, first->new);

  return settings->len > 1 ? g_strdup_printf ("修改 %u 处", settings->len)
                           : edit_label (first->title, was, is);
}

static gboolean
share_row (const EditCell *a, const EditCell *b)
{
  return a->row == b->row && a->parent == b->parent &&
         g_str_equal (a->table, b->table) && g_strcmp0 (a->source, b->source) == 0;
}

/* Makes the row that the cell at this place waits for, and others with it. */
static gboolean
make_row (Db *db, GPtrArray *settings, guint place, GError **error)
{
  const Setting *self = settings->pdata[place];
  EditCell       blank = *self->cell;
  RowValue       source = { "source", blank.source };
  gboolean       is_funding = self->table == &funding_table;
  gint64         row =
      row_insert (db, self->table, blank.parent, &source, is_funding ? 1 : 0, error);

  for (guint i = place; i < settings->len && row != 0; i++)
    {
      EditCell *cell = ((Setting *) settings->pdata[i])->cell;

      if (share_row (cell, &blank))
        cell->row = row;
    }
  return row != 0;
}

/* Says so when another row is now, or would be, the same where no two may be. */
static gboolean
check_taken (const Setting *self, Db *db, GError **error)
{
  g_autofree char *number = self->field->type == DB_INTEGER && self->integer != DB_NULL
                                ? g_strdup_printf ("%" G_GINT64_FORMAT, self->integer)
                                : NULL;
  g_autofree char *common =
      cell_taken (db, self->table, self->cell->row, self->field->column,
                  self->field->type == DB_TEXT ? self->text : number);

  if (common != NULL)
    g_set_error (error, DB_ERROR_DOMAIN, DB_REFUSED, "文件里已有%s相同的%s", common,
                 title_of_table (self->table->name));
  return common == NULL;
}

static gboolean
set (const Setting *self, Db *db, GError **error)
{
  const char *column = self->field->column;
  gint64      row = self->cell->row;
  g_autoptr (GError) failed = NULL;

  if (self->field->type == DB_TEXT
          ? understanding_set (db, self->table, row, column, self->text, &failed)
          : cell_set_integer (db, self->table, row, column, self->integer, &failed))
    return TRUE;
  if (check_taken (self, db, error))
    g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

static gboolean
set_all (Db *db, GPtrArray *settings, GError **error)
{
  for (guint i = 0; i < settings->len; i++)
    {
      const Setting *self = settings->pdata[i];

      if ((self->cell->row <= 0 && !make_row (db, settings, i, error)) ||
          !set (self, db, error))
        return FALSE;
    }
  for (guint i = 0; i < settings->len; i++)
    if (!check_taken (settings->pdata[i], db, error))
      return FALSE;
  return TRUE;
}

gboolean
edit_cells (Db *db, EditCell *cells, gsize n, const char *label, GError **error)
{
  g_auto (DbTxn) txn = { NULL };
  g_autoptr (GPtrArray) settings = read_settings (db, cells, n, error);
  g_autofree char *words = NULL;

  if (settings == NULL || settings->len == 0)
    return settings != NULL;
  words = label != NULL ? g_strdup (label) : describe (db, settings);
  return change_begin (&txn, db, words, error) && set_all (db, settings, error) &&
         change_finish (&txn, error);
}

gboolean
edit_cells_within (Db *db, EditCell *cells, gsize n, GError **error)
{
  g_autoptr (GPtrArray) settings = read_settings (db, cells, n, error);

  return settings != NULL && set_all (db, settings, error);
}

gboolean
edit_cell (Db *db, const char *table, gint64 row, const char *column, const char *text,
           GError **error)
{
  EditCell cell = { .table = table, .row = row, .column = column, .text = text };

  return edit_cells (db, &cell, 1, NULL, error);
}
