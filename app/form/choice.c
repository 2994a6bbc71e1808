/* app/form/choice.c — the cells that hold one of a few words. */

#include "app/form/choice.h"
#include "db/form.h"

static const struct {
  const char *table, *column, *value, *title;
} words[] = {
  { "document", "stage", "draft1", "一上" },
  { "document", "stage", "draft2", "二上" },
  { "document", "stage", "approved", "批复" },
  { "document", "stage", "adjusted", "调整" },
  { "document", "year_is_printed", "1", "标题或表头" },
  { "document", "year_is_printed", "0", "正文" },
  { "section", "kind", "cover", "封面" },
  { "section", "kind", "catalogue", "目录" },
  { "section", "kind", "overall", "整体绩效目标" },
  { "section", "kind", "overall_goal", "总体目标" },
  { "section", "kind", "sub_goals", "分项目标" },
  { "section", "kind", "overall_indicators", "整体绩效指标" },
  { "section", "kind", "safeguards", "保障措施" },
  { "section", "kind", "special_funds", "专项资金" },
  { "section", "kind", "projects", "预算项目" },
  { "section", "kind", "procurement", "政府采购" },
  { "section", "kind", "assets", "国有资产" },
  { "section", "kind", "glossary", "名词解释" },
  { "section", "kind", "other_matters", "其他说明" },
  { "section", "kind", "approval", "预算批复" },
  { "catalogue_entry", "is_part", "1", "部分" },
  { "catalogue_entry", "is_part", "0", "条目" },
  { "approval_paragraph", "is_attachment", "0", "正文" },
  { "approval_paragraph", "is_attachment", "1", "附件" },
};

static gboolean
is_layout (const char *table, const char *column)
{
  return g_strcmp0 (table, "document") == 0 && g_strcmp0 (column, "form_id") == 0;
}

gboolean
choice_is_column (const char *table, const char *column)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i].table, table) == 0 &&
        g_strcmp0 (words[i].column, column) == 0)
      return TRUE;
  return is_layout (table, column);
}

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_free (choice->value);
  g_free (choice->title);
  g_free (choice);
}

static void
add (GPtrArray *choices, const char *value, const char *title)
{
  Choice *choice = g_new (Choice, 1);

  *choice = (Choice){ g_strdup (value), g_strdup (title) };
  g_ptr_array_add (choices, choice);
}

GPtrArray *
choice_list (Db *db, const char *table, const char *column, GError **error)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (choice_free);
  g_autoptr (GPtrArray) forms = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i].table, table) == 0 &&
        g_strcmp0 (words[i].column, column) == 0)
      add (choices, words[i].value, words[i].title);
  if (!is_layout (table, column))
    return g_steal_pointer (&choices);
  forms = form_list (db, error);
  if (forms == NULL)
    return NULL;
  for (guint i = 0; i < forms->len; i++)
    add (choices, ((Form *) forms->pdata[i])->id, ((Form *) forms->pdata[i])->title);
  return g_steal_pointer (&choices);
}

const char *
choice_title (const char *table, const char *column, const char *value)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (words[i].table, table) == 0 &&
        g_strcmp0 (words[i].column, column) == 0 &&
        g_strcmp0 (words[i].value, value) == 0)
      return words[i].title;
  return value;
}

char *
choice_dup_title (Db *db, const char *table, const char *column, const char *value)
{
  g_autoptr (GPtrArray) choices =
      is_layout (table, column) ? choice_list (db, table, column, NULL) : NULL;

  for (guint i = 0; choices != NULL && i < choices->len; i++)
    if (g_strcmp0 (((Choice *) choices->pdata[i])->value, value) == 0)
      return g_strdup (((Choice *) choices->pdata[i])->title);
  return g_strdup (choice_title (table, column, value));
}

char *
choice_dup_value (Db *db, const char *table, const char *column, const char *title)
{
  g_autoptr (GPtrArray) choices = choice_list (db, table, column, NULL);

  for (guint i = 0; choices != NULL && i < choices->len; i++)
    if (g_strcmp0 (((Choice *) choices->pdata[i])->title, title) == 0)
      return g_strdup (((Choice *) choices->pdata[i])->value);
  return NULL;
}
