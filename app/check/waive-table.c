/* app/check/waive-table.c — 差异说明 as tables to be printed. */

#include "app/check/check.h"
#include "app/check/waive.h"
#include "app/form/list.h"

#define DAY_BYTES 10 /* 2024-03-01 of the time */

static const FormColumn columns[] = {
  { "序号", 12, FORM_CENTRE },         { "项目", 34, FORM_TEXT },
  { "问题", 60, FORM_TEXT },           { "说明", 48, FORM_TEXT },
  { "说明人、日期", 24, FORM_CENTRE },
};

static void
add_row (FormList *list, const Waived *one, guint n)
{
  char *texts[] = {
    g_strdup_printf ("%u", n),
    check_table_title (one->finding),
    g_strdup (one->finding->message),
    g_strconcat (one->reason, one->earlier_id != DB_NULL ? "（去年已说明）" : "", NULL),
    g_strdup_printf ("%s %.*s", one->who, DAY_BYTES, one->at),
  };

  form_list_add_row (list, texts);
}

/* The table of the text that the waiver at from belongs to; behind gets the first one
 * of another.  */
static Outline *
outline_of_text (GPtrArray *holding, guint from, guint *behind, GError **error)
{
  const Waived    *first = holding->pdata[from];
  g_autofree char *document = check_document_title (first->finding);
  g_autofree char *title = g_strconcat (document, " 差异说明", NULL);
  FormList        *list =
      form_list_new ("waivers", "差异说明", FALSE, columns, G_N_ELEMENTS (columns));
  FormTable *table;
  guint      i;

  form_list_add_line (list, FORM_TITLE, g_strdup ("差异说明"));
  form_list_add_line (list, FORM_CENTRE,
                      g_strdup_printf ("%s部门预算绩效文本", document));
  form_list_add_heads (list);
  for (i = from; i < holding->len &&
                 ((Waived *) holding->pdata[i])->document_id == first->document_id;
       i++)
    add_row (list, holding->pdata[i], i - from + 1);
  *behind = i;
  table = form_list_finish (list, error);
  return table != NULL ? outline_of_list (table, title) : NULL;
}

/* The waivers were given in any order; a text is read from its front. */
static int
compare_places (gconstpointer one, gconstpointer other)
{
  const Waived *a = *(const Waived *const *) one;
  const Waived *b = *(const Waived *const *) other;
  const gint64  keys[][2] = {
     { a->document_id, b->document_id },
     { a->finding->project_no, b->finding->project_no },
     { a->finding->indicator_no, b->finding->indicator_no },
     { a->id, b->id },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i][0] != keys[i][1])
      return keys[i][0] < keys[i][1] ? -1 : 1;
  return 0;
}

Outline *
waive_statement_outline (GPtrArray *waived, GError **error)
{
  g_autoptr (GPtrArray) holding = g_ptr_array_new ();
  g_autoptr (Outline) whole = NULL;
  guint at = 0;

  for (guint i = 0; i < waived->len; i++)
    if (((Waived *) waived->pdata[i])->state == WAIVED_HOLDS)
      g_ptr_array_add (holding, waived->pdata[i]);
  if (holding->len == 0)
    {
      g_set_error (error, DB_ERROR_DOMAIN, DB_MISSING,
                   "没有有效的豁免，没有可以写成差异说明的内容");
      return NULL;
    }
  g_ptr_array_sort (holding, compare_places);
  while (at < holding->len)
    {
      Outline *text = outline_of_text (holding, at, &at, error);

      if (text == NULL)
        return NULL;
      if (whole == NULL)
        whole = text;
      else
        outline_append (whole, text);
    }
  return g_steal_pointer (&whole);
}
