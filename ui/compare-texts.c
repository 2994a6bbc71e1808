/* ui/compare-texts.c — the texts of a department that can be compared. */

#include "ui/compare-texts.h"

GPtrArray *
ui_compare_texts (Db *db, gint64 document, GError **error)
{
  g_autoptr (GPtrArray) all = listing_documents (db, NULL, 0, error);
  const char *department = NULL;

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (((ListedDocument *) all->pdata[i])->id == document)
      department = ((ListedDocument *) all->pdata[i])->department;
  for (guint i = all != NULL ? all->len : 0; i-- > 0;)
    if (g_strcmp0 (((ListedDocument *) all->pdata[i])->department, department) != 0)
      g_ptr_array_remove_index (all, i);
  return g_steal_pointer (&all);
}

guint
ui_compare_find_earlier (const GPtrArray *documents, guint place)
{
  const ListedDocument *after = documents->pdata[place];
  guint                 best = place > 0 ? place - 1 : place;
  gint64                year = DB_NULL;

  for (guint i = 0; i < documents->len; i++)
    {
      const ListedDocument *document = documents->pdata[i];

      if (document->fiscal_year == DB_NULL ||
          document->fiscal_year >= after->fiscal_year ||
          (year != DB_NULL && document->fiscal_year < year))
        continue;
      if (document->fiscal_year != year || g_str_equal (document->stage, "approved"))
        best = i;
      year = document->fiscal_year;
    }
  return best;
}
