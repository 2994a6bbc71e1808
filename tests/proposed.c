/* tests/proposed.c — what import proposes of a project, as text. */

#include "tests/proposed.h"

#include "db/funding.h"
#include "db/indicator.h"

static void
put (GString *to, const char *name, const char *text)
{
  if (text != NULL)
    g_string_append_printf (to, "%s%s=%s", to->len > 0 ? "; " : "", name, text);
}

static void
put_number (GString *to, const char *name, gint64 number)
{
  if (number != DB_NULL)
    g_string_append_printf (to, "%s%s=%" G_GINT64_FORMAT, to->len > 0 ? "; " : "", name,
                            number);
}

char *
proposed_head (const Project *p)
{
  GString *to = g_string_new (NULL);

  put (to, "heading", p->heading);
  put (to, "unit", p->unit_code);
  put (to, "unit", p->unit_name);
  put (to, "currency", p->currency_line);
  put (to, "title", p->title_row_code);
  put (to, "title", p->title_row_name);
  put (to, "code", p->code);
  put (to, "name", p->name);
  put (to, "amount", p->amount_text);
  put_number (to, "fen", p->amount_fen);
  for (guint i = 0; i < p->fundings->len; i++)
    {
      const Funding *funding = p->fundings->pdata[i];

      put (to, funding->source, funding->amount_text);
    }
  put (to, "lead", p->purpose_lead);
  put (to, "purpose", p->purpose);
  if (p->goals->len > 0)
    put_number (to, "goals", p->goals->len);
  return g_string_free (to, FALSE);
}

char *
proposed_targets (const Project *p)
{
  GString *to = g_string_new (NULL);

  for (guint i = 0; i < p->indicators->len; i++)
    {
      const Indicator  *t = p->indicators->pdata[i];
      const char *const texts[] = { t->level1,      t->level2,    t->name,
                                    t->description, t->criterion, t->operator_text,
                                    t->value_text,  t->unit_text, t->basis,
                                    t->repair };

      g_string_append (to, i > 0 ? "\n" : "");
      for (gsize n = 0; n < G_N_ELEMENTS (texts); n++)
        g_string_append_printf (to, "%s%s", n > 0 ? "|" : "", texts[n] ? texts[n] : "");
    }
  return g_string_free (to, FALSE);
}
