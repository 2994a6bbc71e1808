/* app/check/letter.c — findings as the text of a letter that asks for corrections. */

#include "app/check/check.h"

/* What stands there and what should, where the sentence does not say it. */
static void
append_expected (GString *letter, const Finding *finding)
{
  if (finding->expected != NULL && *finding->expected != '\0' &&
      g_strstr_len (finding->message, -1, finding->expected) == NULL)
    g_string_append_printf (letter, "，应为：%s", finding->expected);
}

/* The place without what its heading says: 第2行 指标值. */
static char *
row_and_field (const FoldedFinding *folded)
{
  g_autofree char *rows = check_rows_title (folded);
  const char      *space = g_strrstr (folded->finding->place, " ");

  return space != NULL && folded->finding->field != NULL
             ? g_strconcat (rows, *rows != '\0' ? " " : "", space + 1, NULL)
             : g_steal_pointer (&rows);
}

char *
check_letter (GPtrArray *findings)
{
  g_autoptr (GPtrArray) folds = check_fold (findings);
  GString       *letter = g_string_new (NULL);
  const Finding *before = NULL;
  guint          n = 0;

  for (guint i = 0; i < folds->len; i++)
    {
      const FoldedFinding *folded = folds->pdata[i];
      const Finding       *finding = folded->finding;
      g_autofree char     *place = row_and_field (folded);

      if (before == NULL || before->document_id != finding->document_id)
        {
          g_autofree char *document = check_document_title (finding);

          g_string_append_printf (letter, "%s%s绩效文本，请核对更正：\n",
                                  before ? "\n" : "", document);
        }
      if (before == NULL || !check_same_table (before, finding))
        {
          g_autofree char *table = check_table_title (finding);

          g_string_append_printf (letter, "\n%s\n", table);
          n = 0;
        }
      g_string_append_printf (letter, "%u. %s%s%s", ++n, place,
                              *place != '\0' ? "：" : "", finding->message);
      append_expected (letter, finding);
      g_string_append (letter, "。\n");
      before = finding;
    }
  return g_string_free (letter, FALSE);
}
