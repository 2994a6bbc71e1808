/* app/import/approval.c — 预算批复.
 *
 * A letter has a fixed order: letterhead, number, title, addressee, paragraphs,
 * attachments, signature and date, imprint.  Each line is known by its shape and by
 * which lines came before it.
 */

#include "app/import/approval.h"

#include "app/decimal.h"
#include "app/fold.h"
#include "app/read/pattern.h"
#include "db/approval-paragraph.h"
#include "db/approval.h"

#define DATE "((?:19|20)[0-9]{2}\\s*年\\s*[0-9]{1,2}\\s*月\\s*[0-9]{1,2}\\s*日)"

static Approval *
approval (Recognition *r)
{
  GPtrArray *all = r->document->approvals;

  return all->len > 0 ? all->pdata[all->len - 1] : db_record_add (all, &approval_table);
}

static char *
squeezed (char *text)
{
  g_autofree char *printed = text;

  return printed != NULL ? pattern_replace ("\\s", printed, "") : NULL;
}

void
approval_begin (Recognition *r, const Origin *origin, const char *words)
{
  Approval *a = approval (r);

  TAKE (r, approval_table, a, heading, origin, g_strdup (words));
  TAKE (r, approval_table, a, approval_date, origin,
        squeezed (pattern_take (DATE, words, 1)));
}

/* What the letter grants, by the words in front of the figure. */
static const struct {
  const char *pattern;
  const char *column;
  gsize       offset;
} figures[] = {
#define FIGURE(words, member)                            \
  {                                                      \
    words "\\s*([0-9][0-9,.]*\\s*(?:万元|元))", #member, \
        G_STRUCT_OFFSET (Approval, member)               \
  }
  FIGURE ("收入(?:预算)?(?:总计|合计)为?", income_fen),
  FIGURE ("公共(?:财政)?预算(?:财政)?(?:拨款)?(?:收入)?为?", public_fen),
  FIGURE ("基金预算(?:财政)?(?:拨款)?(?:收入)?为?", fund_fen),
  FIGURE ("支出(?:预算)?(?:总计|合计)为?", expenditure_fen),
  FIGURE ("基本支出(?:预算)?为?", basic_fen),
  FIGURE ("项目支出(?:预算)?为?", project_fen),
#undef FIGURE
};

static void
read_figures (Recognition *r, Approval *a, const Origin *origin, const char *words)
{
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      gint64          *member = G_STRUCT_MEMBER_P (a, figures[i].offset);
      g_autofree char *amount = pattern_take (figures[i].pattern, words, 1);
      const char      *unit;
      gint64           fen;

      if (*member != DB_NULL || amount == NULL ||
          !amount_read (amount, "万元", &fen, &unit))
        continue;
      *member = fen;
      recognition_place (r, a, &approval_table, figures[i].column, member, origin);
    }
}

static void
add_paragraph (Recognition *r, Approval *a, const Origin *origin, gboolean attachment,
               char *words)
{
  ApprovalParagraph *paragraph =
      db_record_add (a->paragraphs, &approval_paragraph_table);

  paragraph->is_attachment = attachment;
  TAKE (r, approval_paragraph_table, paragraph, text, origin, words);
}

static gboolean
has_attachments (const Approval *a)
{
  const ApprovalParagraph *last =
      a->paragraphs->len > 0 ? a->paragraphs->pdata[a->paragraphs->len - 1] : NULL;

  return last != NULL && last->is_attachment;
}

/* The lines before the first paragraph. */
static gboolean
read_beginning (Recognition *r, Approval *a, const Origin *origin, const char *words)
{
  static const char number[] =
      "^[^，。：]{1,16}[〔\\[【（(](?:19|20)[0-9]{2}[〕\\]】）)]\\s*[0-9]{1,4}\\s*号$";
  static const char titled[] = "^(?:(.*\\S)\\s*)?(关于.*(?:通知|批复|函))$";
  g_autofree char  *issuer = pattern_take (titled, words, 1);

  if (a->title == NULL && a->doc_no == NULL && pattern_match ("文件$", words))
    TAKE (r, approval_table, a, letterhead, origin, g_strdup (words));
  else if (a->doc_no == NULL && pattern_match (number, words))
    TAKE (r, approval_table, a, doc_no, origin, squeezed (g_strdup (words)));
  else if (a->title == NULL && pattern_match (titled, words))
    {
      TAKE (r, approval_table, a, title, origin, pattern_take (titled, words, 2));
      if (*issuer != '\0')
        TAKE (r, approval_table, a, issuer, origin, g_steal_pointer (&issuer));
    }
  else if (a->title == NULL && a->issuer == NULL && !heading_is_sentence (words) &&
           pattern_match ("[局委厅部办会府]$", words))
    TAKE (r, approval_table, a, issuer, origin, g_strdup (words));
  else if (a->addressee == NULL && a->paragraphs->len == 0 &&
           pattern_match ("^[^，。]{2,40}[:：]$", words))
    TAKE (r, approval_table, a, addressee, origin,
          pattern_replace ("\\s*[:：]$", words, ""));
  else
    return FALSE;
  return TRUE;
}

/* The lines behind the last paragraph: signature, date, imprint. */
static gboolean
read_end (Recognition *r, Approval *a, const Origin *origin, const char *words)
{
  if (a->paragraphs->len == 0 || heading_is_sentence (words))
    return FALSE;
  if (pattern_match ("^" DATE "印发$", words))
    TAKE (r, approval_table, a, printed_on, origin, g_strdup (words));
  else if (pattern_match ("^" DATE "$", words))
    TAKE (r, approval_table, a, signed_date, origin, g_strdup (words));
  else if (!pattern_match ("^[^，。、：:0-9]{4,40}[局委厅部办会府室]$", words))
    return FALSE;
  else if (a->signed_date == NULL)
    TAKE (r, approval_table, a, signed_by, origin, g_strdup (words));
  else
    TAKE (r, approval_table, a, printed_by, origin, g_strdup (words));
  return TRUE;
}

void
approval_read_paragraph (Recognition *r, const Origin *origin, const char *words)
{
  static const char attached[] =
      "^附(?:件)?\\s*(?:[0-9]{1,2}|[一二三四五六七八九十])?\\s*[:：]\\s*";
  Approval        *a = approval (r);
  gboolean         attachment = pattern_match (attached, words);
  g_autofree char *text = pattern_replace (attached, words, "");
  gsize            length;

  if (read_beginning (r, a, origin, words))
    return;
  if (attachment ||
      (has_attachments (a) && heading_numeral (words, &length) == NUMERAL_ARABIC))
    {
      heading_numeral (text, &length);
      add_paragraph (r, a, origin, TRUE, g_strdup (text + length));
    }
  else if (!read_end (r, a, origin, words))
    add_paragraph (r, a, origin, FALSE, g_strdup (words));
  read_figures (r, a, origin, words);
}
