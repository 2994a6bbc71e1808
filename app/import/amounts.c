/* app/import/amounts.c — the amounts that a purpose may begin with, as a sentence. */

#include "app/import/amounts.h"
#include "app/fold.h"
#include "app/import/label.h"
#include "app/read/pattern.h"

#define AMOUNT_LABEL                                                                                        \
  "(?:预算(?:数|金额|总额|规模|资金)?|(?:项目|年度)?(?:资金|预算)?总额|项目(?:总)?" \
  "金额)"
#define SOURCE_LABEL                                                                                       \
  "(?:财政(?:拨款|性)?(?:资金)?|一般公共预算(?:资金)?|[区市县]?本级(?:财政)?资金|" \
  "[区市县]级资金|其[他它](?:来源)?资金)"
#define FIGURE  "\\s*[为是:：]?\\s*([0-9０-９][0-9０-９,，.．]*\\s*(?:万元|元))"
#define BETWEEN "[\\s，。；;,.、（()）]*(?:其中\\s*[:：]?)?\\s*"

static void
free_amount (gpointer data)
{
  Amount *amount = data;

  g_free (amount->text);
  g_free (amount);
}

static const char *
source_of (const char *name)
{
  const char *source = label_source (label_of (name));

  return source == NULL && pattern_match ("^" SOURCE_LABEL "$", name) ? "fiscal"
                                                                      : source;
}

/* One amount of the sentence; TRUE and the text behind it when there is one more. */
static gboolean
read_clause (const char **text, GPtrArray *amounts)
{
  static const char clause[] = "^" BETWEEN "(" AMOUNT_LABEL "|" SOURCE_LABEL ")" FIGURE;
  g_autofree char  *name = pattern_take (clause, *text, 1);
  g_autofree char  *printed = pattern_take (clause, *text, 2);
  Amount           *amount;

  if (name == NULL)
    return FALSE;
  amount = g_new0 (Amount, 1);
  amount->source = source_of (name);
  amount->text = tidy (printed);
  g_ptr_array_add (amounts, amount);
  *text += pattern_length (clause, *text);
  return TRUE;
}

gsize
amounts_read (const char *text, GPtrArray **amounts)
{
  const char *rest = text;

  *amounts = g_ptr_array_new_with_free_func (free_amount);
  while (read_clause (&rest, *amounts))
    continue;
  if (rest != text)
    rest += pattern_length ("^[\\s）)]*[，。；;,.]*\\s*", rest);
  return (gsize) (rest - text);
}
