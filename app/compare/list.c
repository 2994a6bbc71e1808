/* app/compare/list.c — a comparison as a list, and as a file of any kind. */

#include "app/compare/list.h"
#include "app/compare/difference.h"
#include "app/compare/remark.h"
#include "app/compare/write.h"
#include "app/export/export.h"
#include "app/export/save.h"
#include "app/form/list.h"

const char *const comparison_formats[] = { "txt", "html", "json", "pdf", "xlsx", NULL };

#define LONGEST 60000 /* rows */

enum { SIGN, TABLE, ROW, FIELD, BEFORE, AFTER, AMOUNT, REMARK, N_COLUMNS };

/* Their widths are of the 267 mm that landscape A4 has room for. */
static const FormColumn columns[N_COLUMNS] = {
  [SIGN] = { "变动", 17, FORM_CENTRE },   [TABLE] = { "项目", 38, FORM_TEXT },
  [ROW] = { "指标", 36, FORM_TEXT },      [FIELD] = { "栏目", 20, FORM_CENTRE },
  [BEFORE] = { "原为", 42, FORM_TEXT },   [AFTER] = { "现为", 42, FORM_TEXT },
  [AMOUNT] = { "增减", 26, FORM_CENTRE }, [REMARK] = { "提请注意", 46, FORM_TEXT },
};

/* A table in the making. */
typedef struct {
  FormList *form;
  gboolean  is_excerpt; /* long texts are cut to what differs */
} List;

static void
add_row (List *list, const char *const *texts)
{
  char *copies[N_COLUMNS];

  for (guint i = 0; i < N_COLUMNS; i++)
    copies[i] = g_strdup (texts[i]);
  form_list_add_row (list->form, copies);
}

static char *
remarks_text (const GPtrArray *remarks)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < remarks->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            ((Remark *) remarks->pdata[i])->text);
  return g_string_free (text, FALSE);
}

/* The difference and, on a line of its own, the percentage; NULL: no number. */
static char *
amount_text (const Difference *difference)
{
  g_autofree char *amount = difference_amount (difference);
  g_auto (GStrv) lines = amount != NULL ? g_strsplit (amount, "，", 2) : NULL;

  return lines != NULL ? g_strjoinv ("\n", lines) : NULL;
}

/* The differences of a record, its remarks beside the first; one line at least. */
static void
add_record (List *list, ComparisonKind kind, const char *table, const char *row,
            const GPtrArray *differences, const GPtrArray *remarks,
            const char *const texts[2])
{
  const char      *sign = comparison_kind_title (kind);
  g_autofree char *said = remarks != NULL ? remarks_text (remarks) : NULL;

  if (differences->len == 0)
    add_row (list, (const char *[]){ sign, table, row, NULL, texts[0], texts[1], NULL,
                                     said });
  for (guint i = 0; i < differences->len; i++)
    {
      const Difference *difference = differences->pdata[i];
      g_autofree char  *amount = amount_text (difference);
      g_autofree char  *before = list->is_excerpt
                                     ? comparison_excerpt (difference, FALSE)
                                     : g_strdup (difference->before);
      g_autofree char  *after = list->is_excerpt ? comparison_excerpt (difference, TRUE)
                                                 : g_strdup (difference->after);

      add_row (list, (const char *[]){ sign, table, row, difference->title, before,
                                       after, amount, i == 0 ? said : NULL });
    }
}

static void
add_target (List *list, const char *title, const RowComparison *row)
{
  const Indicator *before = row->row->before, *after = row->row->after;
  const Indicator *shown = after ? after : before;
  g_autofree char *old = before ? difference_target (before) : NULL;
  g_autofree char *new = after ? difference_target (after) : NULL;
  g_autofree char *origin = comparison_row_origin (row);
  g_autofree char *name =
      g_strdup_printf ("%s%s%s%s", shown->name ? shown->name : "（无名称）",
                       origin ? "（" : "", origin ? origin : "", origin ? "）" : "");

  add_record (list, row->kind, title, name, row->differences, row->remarks,
              (const char *[]){ old, new });
}

static void
add_table (List *list, const TableComparison *table,
           const ComparisonSelection *selection)
{
  g_autofree char *title = comparison_table_title (table);
  g_autofree char *origin = comparison_table_origin (table);

  if (table->differences->len > 0 || table->remarks->len > 0 || origin != NULL ||
      table->kind != COMPARISON_CHANGED)
    add_record (list, table->kind, title, origin, table->differences, table->remarks,
                (const char *[]){ NULL, NULL });
  for (guint i = 0; i < table->rows->len; i++)
    if (comparison_takes_row (selection, table->rows->pdata[i]))
      add_target (list, title, table->rows->pdata[i]);
}

char *
comparison_list_title (const Comparison *self)
{
  g_autofree char *before = comparison_side_title (self->before);
  g_autofree char *after = comparison_side_title (self->after);

  return g_strdup_printf ("%s %s→%s对比", self->after->department, before, after);
}

static void
add_head (FormList *list, const Comparison *self)
{
  g_autofree char *projects = comparison_counts (self, FALSE);
  g_autofree char *rows = comparison_counts (self, TRUE);
  g_autoptr (GString) said = g_string_new (NULL);

  for (int kind = 0; kind < REMARK_N_KINDS; kind++)
    if (self->n_remarks[kind] > 0)
      g_string_append_printf (said, "%s%s %u 处", said->len > 0 ? " · " : "提请注意：",
                              remark_kind_title (kind), self->n_remarks[kind]);
  form_list_add_line (list, FORM_TITLE, comparison_list_title (self));
  form_list_add_line (list, FORM_LEFT,
                      g_strdup_printf ("项目：%s　　指标：%s", projects, rows));
  if (said->len > 0)
    form_list_add_line (list, FORM_LEFT, g_strdup (said->str));
  form_list_add_heads (list);
}

/* is_excerpt: of long texts only what differs and the words around it. */
static FormTable *
table_of (const Comparison *self, const ComparisonSelection *selection,
          gboolean is_excerpt, GError **error)
{
  g_autoptr (GPtrArray) tables = comparison_tables (selection, self);
  g_autoptr (FormList) form =
      form_list_new ("comparison", "对比", TRUE, columns, N_COLUMNS);
  List  list = { form, is_excerpt };
  guint rows;

  add_head (form, self);
  if (self->differences->len > 0)
    add_record (&list, COMPARISON_CHANGED, "全文", NULL, self->differences, NULL, NULL);
  for (guint i = 0; i < tables->len; i++)
    add_table (&list, tables->pdata[i], selection);
  rows = form_list_rows (form);
  if (rows > LONGEST)
    {
      g_set_error (error, DB_ERROR_DOMAIN, DB_FAILED,
                   "有 %u 行变动，一张表放不下；请只选一部分，或写成 html、json", rows);
      return NULL;
    }
  return form_list_finish (g_steal_pointer (&form), error);
}

static char *
text_of (const Comparison *self, const ComparisonSelection *selection,
         const char *format)
{
  return g_str_equal (format, "txt")    ? comparison_text (self, selection)
         : g_str_equal (format, "html") ? comparison_html (self, selection)
         : g_str_equal (format, "json") ? comparison_json (self, selection)
                                        : NULL;
}

gboolean
comparison_write (const Comparison *self, const ComparisonSelection *selection,
                  const char *format, const char *path, GError **error)
{
  g_autofree char *text = text_of (self, selection, format);
  g_autofree char *title = comparison_list_title (self);
  g_autoptr (Outline) outline = NULL;
  FormTable *table;

  if (text != NULL)
    return save_text (path, text, error);
  /* On paper one looks for what differs; a sheet has room for all. */
  table = table_of (self, selection, g_str_equal (format, "pdf"), error);
  if (table == NULL)
    return FALSE;
  outline = outline_of_list (table, title);
  return export_outline (outline, format, path, error);
}
