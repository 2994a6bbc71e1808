/* app/form/file.c — layouts read from a text file and put into the record file. */

#include "app/form/file.h"
#include "app/form/check.h"
#include "app/text-file.h"

#include <string.h>

typedef struct {
  Db         *db;
  GPtrArray  *forms; /* FormSource * */
  FormSource *form;  /* the one that is being read; NULL: none yet */
  guint       block; /* of the whole text, 0: the rows are not over */
  char       *kind;  /* of the block */
  guint       no;    /* of the line, from 1 */
} Reader;

static void
free_source (gpointer data)
{
  FormSource *source = data;

  form_definition_free (source->form);
  g_array_unref (source->rows);
  g_array_unref (source->boxes);
  g_array_unref (source->lines);
  g_free (source);
}

static void
reader_clear (Reader *self)
{
  g_clear_pointer (&self->forms, g_ptr_array_unref);
  g_clear_pointer (&self->kind, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

/* The first word, and what is behind it. */
static char *
take_word (const char **rest)
{
  gsize length = strcspn (*rest, " \t");
  char *word = g_strndup (*rest, length);

  *rest += length;
  *rest += strspn (*rest, " \t");
  return word;
}

/* A number from 1, of which something may follow; 0: there is none. */
static guint
take_number (const char **rest)
{
  guint64 number = 0;

  for (; g_ascii_isdigit (**rest) && number < 100000; (*rest)++)
    number = number * 10 + (**rest - '0');
  return g_ascii_isdigit (**rest) ? 0 : number;
}

/* A piece of text up to one of the stops, without its \ signs; NULL: it is empty. */
static char *
take_text (const char **rest, const char *stops)
{
  GString *text = g_string_new (NULL);

  for (; **rest != '\0' && strchr (stops, **rest) == NULL; (*rest)++)
    {
      char c = **rest;

      if (c == '\\' && (*rest)[1] != '\0')
        c = *++*rest == 'n' ? '\n' : **rest;
      g_string_append_c (text, c);
    }
  return g_string_free (text, text->len == 0);
}

static char *
own (const char *text)
{
  return take_text (&text, "");
}

static gboolean
is_id (const char *id)
{
  return *id != '\0' &&
         strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (id);
}

static gboolean
end_form (Reader *self, GError **error)
{
  FormSource *source = self->form;

  if (source == NULL)
    return TRUE;
  if (!form_check (self->db, source, self->forms, error))
    return FALSE;
  g_ptr_array_add (self->forms, g_steal_pointer (&self->form));
  return TRUE;
}

static gboolean
read_form (Reader *self, const char *rest, GError **error)
{
  g_autofree char *id = NULL;

  if (!end_form (self, error))
    return FALSE;
  id = take_word (&rest);
  if (!is_id (id))
    return text_file_fail (error, self->no,
                           "form 后面要写编号（小写字母、数字和 -）和叫法");
  if (*rest == '\0')
    return text_file_fail (error, self->no, "格式 %s 没有写叫法", id);
  for (guint i = 0; i < self->forms->len; i++)
    {
      const FormSource *other = self->forms->pdata[i];

      if (strcmp (other->form->id, id) == 0)
        return text_file_fail (error, self->no, "格式 %s 与第 %u 行重复", id,
                               other->line);
    }
  self->form = g_new0 (FormSource, 1);
  self->form->form = form_definition_new ();
  self->form->form->id = g_steal_pointer (&id);
  self->form->form->title = own (rest);
  self->form->line = self->no;
  self->form->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->form->boxes = g_array_new (FALSE, FALSE, sizeof (guint));
  self->form->lines = g_array_new (FALSE, FALSE, sizeof (guint));
  self->block = 0;
  return TRUE;
}

static gboolean
set_once (Reader *self, char **value, const char *rest, GError **error)
{
  if (*value != NULL)
    return text_file_fail (error, self->no, "这一项写了两次");
  *value = own (rest);
  return *value != NULL || text_file_fail (error, self->no, "后面没有写内容");
}

static gboolean
read_county (Reader *self, const char *rest, GError **error)
{
  return set_once (self, &self->form->form->county, rest, error);
}

static gboolean
read_seal (Reader *self, const char *rest, GError **error)
{
  return set_once (self, &self->form->form->seal, rest, error);
}

static gboolean
read_overall (Reader *self, const char *rest, GError **error)
{
  self->form->overall = self->no;
  return set_once (self, &self->form->form->overall, rest, error);
}

static gboolean
read_paper (Reader *self, const char *rest, GError **error)
{
  self->form->form->landscape = strcmp (rest, "landscape") == 0;
  return self->form->form->landscape || strcmp (rest, "portrait") == 0 ||
         text_file_fail (error, self->no,
                         "paper 后面写 portrait（纵向）或 landscape（横向）");
}

static gboolean
read_columns (Reader *self, const char *rest, GError **error)
{
  GArray *widths = self->form->form->widths;

  if (self->form->columns != 0)
    return text_file_fail (error, self->no, "这一项写了两次");
  self->form->columns = self->no;
  while (*rest != '\0')
    {
      guint width = take_number (&rest);

      if (width == 0 || (*rest != '\0' && strchr (" \t", *rest) == NULL))
        return text_file_fail (error, self->no, "列宽是用空格隔开的整数，单位毫米");
      rest += strspn (rest, " \t");
      g_array_append_val (widths, width);
    }
  return widths->len > 0 || text_file_fail (error, self->no, "后面没有写列宽");
}

static gboolean
read_row (Reader *self, const char *rest, GError **error)
{
  static const char *const kinds[] = { "title",     "body", "goal",
                                       "indicator", "item", NULL };

  if (!g_strv_contains (kinds, rest))
    return text_file_fail (error, self->no,
                           "row 后面写 title、body、goal、indicator 或 item");
  if (self->block != 0)
    return text_file_fail (error, self->no, "表的行（row）要写在 block 前面");
  g_ptr_array_add (self->form->form->rows, g_strdup (rest));
  g_array_append_val (self->form->rows, self->no);
  return TRUE;
}

static gboolean
read_block (Reader *self, const char *rest, GError **error)
{
  guint number = take_number (&rest);

  rest += strspn (rest, " \t");
  if (number <= self->block)
    return text_file_fail (error, self->no,
                           "block 后面写编号和部分，编号要比前一个（%u）大",
                           self->block);
  self->block = number;
  g_free (self->kind);
  self->kind = g_strdup (rest);
  return TRUE;
}

/* 2-6x2: the columns, and how many rows. */
static gboolean
read_place (Reader *self, const char *place, FormBox *box, GError **error)
{
  guint last;

  box->col = last = take_number (&place);
  if (*place == '-')
    {
      place++;
      last = take_number (&place);
    }
  box->row_span = 1;
  if (*place == 'x')
    {
      place++;
      box->row_span = take_number (&place);
    }
  if (box->col == 0 || last < box->col || box->row_span == 0 || *place != '\0')
    return text_file_fail (error, self->no,
                           "格子的位置写成 2、2-6 或 2-6x3（第几列到第几列、几行高）");
  box->col_span = last - box->col + 1;
  return TRUE;
}

/* label{field}after|otherwise */
static gboolean
read_content (Reader *self, const char *rest, FormBox *box, GError **error)
{
  box->label = take_text (&rest, "{}|");
  if (*rest == '{')
    {
      rest++;
      box->field = take_text (&rest, "{}|");
      if (*rest != '}' || box->field == NULL)
        return text_file_fail (error, self->no, "字段要写在一对花括号里，如 {name}");
      rest++;
      box->after = take_text (&rest, "{}|");
    }
  if (*rest == '|' && box->field != NULL)
    {
      rest++;
      box->otherwise = take_text (&rest, "{}|");
    }
  return *rest == '\0' ||
         text_file_fail (error, self->no,
                         "一段里只有一个字段，后一段另起一行用 + 写；文字里的 { } | "
                         "前面要加 \\");
}

static FormBox *
add_box (Reader *self)
{
  FormBox *box = g_new0 (FormBox, 1);

  box->row = self->form->form->rows->len;
  g_ptr_array_add (self->form->form->boxes, box);
  g_array_append_val (self->form->boxes, self->no);
  return box;
}

static gboolean
read_box (Reader *self, const char *rest, GError **error)
{
  g_autofree char *place = take_word (&rest);
  g_autofree char *style = take_word (&rest);
  FormBox         *box;

  if (self->form->form->rows->len == 0 || self->block != 0)
    return text_file_fail (error, self->no, "格子前面要有 row");
  box = add_box (self);
  box->part = 1;
  box->merges = g_str_has_suffix (style, "*");
  box->style = g_strndup (style, strlen (style) - box->merges);
  return read_place (self, place, box, error) && read_content (self, rest, box, error);
}

/* A further part has its own words; where and how it stands is the first's. */
static gboolean
read_part (Reader *self, const char *rest, GError **error)
{
  GPtrArray     *boxes = self->form->form->boxes;
  const FormBox *before = boxes->len > 0 ? boxes->pdata[boxes->len - 1] : NULL;
  FormBox       *box;

  if (before == NULL || before->row != self->form->form->rows->len || self->block != 0)
    return text_file_fail (error, self->no, "+ 的前面要有格子");
  box = add_box (self);
  box->col = before->col;
  box->part = before->part + 1;
  box->row_span = before->row_span;
  box->col_span = before->col_span;
  box->style = g_strdup (before->style);
  return read_content (self, rest, box, error);
}

/* In a line of the whole text these stand for something of the document. */
static gboolean
is_placeholder (const char *name)
{
  static const char *const names[] = { "year", "department", "title", "1", "一", NULL };

  return g_strv_contains (names, name);
}

/* The place of the { of a field; NULL: there is none. */
static const char *
find_field (const char *text)
{
  for (const char *c = text; *c != '\0'; c++)
    if (*c == '\\' && c[1] != '\0')
      c++;
    else if (*c == '{')
      {
        g_autofree char *name = g_strndup (c + 1, strcspn (c + 1, "}"));

        if (!is_placeholder (name))
          return c;
      }
  return NULL;
}

static char *
dup_piece (const char *from, const char *to)
{
  g_autofree char *piece = g_strndup (from, to - from);

  return own (piece);
}

static gboolean
read_line (Reader *self, const char *rest, GError **error)
{
  FormLine        *line = g_new0 (FormLine, 1);
  const GPtrArray *lines = self->form->form->lines;
  const FormLine  *before = lines->len > 0 ? lines->pdata[lines->len - 1] : NULL;
  const char      *field, *end;

  g_ptr_array_add (self->form->form->lines, line);
  g_array_append_val (self->form->lines, self->no);
  line->block = self->block;
  line->line = before != NULL && before->block == self->block ? before->line + 1 : 1;
  line->kind = g_strdup (self->kind);
  line->style = take_word (&rest);
  field = find_field (rest);
  if (field == NULL)
    {
      line->label = own (rest);
      return TRUE;
    }
  end = strchr (field, '}');
  if (end == NULL || end == field + 1)
    return text_file_fail (error, self->no, "字段要写在一对花括号里，如 {safeguard}");
  line->label = dup_piece (rest, field);
  line->field = g_strndup (field + 1, end - field - 1);
  line->after = own (end + 1);
  return find_field (end + 1) == NULL ||
         text_file_fail (error, self->no, "一行里只有一个字段");
}

static const struct {
  const char *word;
  gboolean (*read) (Reader *self, const char *rest, GError **error);
} words[] = {
  { "form", read_form },       { "county", read_county }, { "paper", read_paper },
  { "overall", read_overall }, { "seal", read_seal },     { "columns", read_columns },
  { "row", read_row },         { "block", read_block },   { "+", read_part },
};

static gboolean
read_any (Reader *self, const char *text, GError **error)
{
  const char      *rest = text;
  g_autofree char *word = take_word (&rest);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i].word, word) == 0)
      {
        if (i > 0 && self->form == NULL)
          break;
        return words[i].read (self, rest, error);
      }
  if (self->form == NULL)
    return text_file_fail (error, self->no, "要先写 form 和编号、叫法");
  if (g_ascii_isdigit (*text))
    return read_box (self, text, error);
  if (self->block != 0)
    return read_line (self, text, error);
  return text_file_fail (error, self->no, "看不懂“%s”", word);
}

/* Without the white space around it, but not one that \ keeps. */
static char *
trim (const char *line)
{
  gsize length;

  line += strspn (line, " \t");
  length = strlen (line);
  while (length > 0 && strchr (" \t\r", line[length - 1]) != NULL &&
         (length < 2 || line[length - 2] != '\\'))
    length--;
  return g_strndup (line, length);
}

static gboolean
read_lines (Reader *self, const char *text, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *line = trim (lines[i]);

      self->no = i + 1;
      if (*line != '\0' && *line != '#' && !read_any (self, line, error))
        return FALSE;
    }
  if (!end_form (self, error))
    return FALSE;
  if (self->forms->len > 0)
    return TRUE;
  g_set_error (error, DB_ERROR_DOMAIN, DB_REFUSED, "里面没有表格格式，没有导入");
  return FALSE;
}

static gboolean
shows (const FormDefinition *form, const char *field)
{
  for (guint i = 0; i < form->boxes->len; i++)
    if (g_strcmp0 (((FormBox *) form->boxes->pdata[i])->field, field) == 0)
      return TRUE;
  return FALSE;
}

/* The fields that the form showed and its successor does not. */
static void
note_lost (const FormDefinition *old, const FormDefinition *new, GPtrArray *lost)
{
  for (guint i = 0; i < old->boxes->len; i++)
    {
      const char *field = ((FormBox *) old->boxes->pdata[i])->field;

      if (field != NULL && !shows (new, field) &&
          !g_ptr_array_find_with_equal_func (lost, field, g_str_equal, NULL))
        g_ptr_array_add (lost, g_strdup (field));
    }
}

/* Stores a form, if it is not there already. */
static gboolean
settle (Db *db, const FormSource *source, gboolean replace, FormFileResult *result,
        GError **error)
{
  const FormDefinition *form = source->form;
  g_autoptr (FormDefinition) old = form_definition_read (db, form->id, NULL);
  g_autofree char *before = old != NULL ? form_file_of (old) : NULL;
  g_autofree char *after = form_file_of (form);
  gint64           users = form_definition_users (db, form->id, error);

  if (users < 0)
    return FALSE;
  if (g_strcmp0 (before, after) == 0)
    {
      result->same++;
      return TRUE;
    }
  if (users > 0 && !replace)
    return text_file_fail (error, source->line,
                           "格式 %s 已有，%" G_GINT64_FORMAT
                           " 份文本在用；要换成这个请加 --replace，或换一个编号",
                           form->id, users);
  if (users > 0)
    note_lost (old, form, result->lost);
  *(old == NULL ? &result->added : &result->changed) += 1;
  return form_definition_store (db, form, error);
}

static gboolean
store (const Reader *self, gboolean replace, FormFileResult *result, GError **error)
{
  g_auto (DbTxn) txn = { NULL };

  if (!db_txn_begin (&txn, self->db, error))
    return FALSE;
  for (guint i = 0; i < self->forms->len; i++)
    if (!settle (self->db, self->forms->pdata[i], replace, result, error))
      return FALSE;
  return db_txn_commit (&txn, error);
}

gboolean
form_file_read (Db *db, const char *text, gboolean replace, FormFileResult *result,
                GError **error)
{
  g_auto (Reader) self = { .db = db };
  gboolean done;

  *result = (FormFileResult){ 0 };
  text = text_file_begin (text, error);
  if (text == NULL)
    return FALSE;
  self.forms = g_ptr_array_new_with_free_func (free_source);
  result->lost = g_ptr_array_new_with_free_func (g_free);
  done = read_lines (&self, text, error) && store (&self, replace, result, error);
  if (self.form != NULL)
    free_source (self.form);
  if (!done)
    g_clear_pointer (&result->lost, g_ptr_array_unref);
  return done;
}
