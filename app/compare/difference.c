/* app/compare/difference.c — which cells of two records differ. */

#include "app/compare/difference.h"
#include "app/compare/likeness.h"
#include "app/compare/pairing.h"
#include "app/decimal.h"
#include "app/fold.h"
#include "app/reading/target.h"
#include "db/funding.h"
#include "db/goal.h"
#include "db/overall-goal.h"
#include "db/plan-point.h"
#include "db/safeguard.h"
#include "db/sub-goal.h"
#include "db/table.h"
#include "db/title.h"

#define LEAST 400 /* below it two paragraphs are two */

void
difference_free (gpointer data)
{
  Difference *difference = data;

  g_free (difference->title_owned);
  g_free (difference->before);
  g_free (difference->after);
  g_free (difference);
}

/* A text without what people set as they like. */
static char *
bare (const char *text)
{
  g_autofree char *folded = fold (text);
  GString         *words = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_ispunct (c) || c == '%' || c == '.')
        g_string_append_unichar (words, c);
    }
  return g_string_free (words, FALSE);
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || *text == '\0';
}

static gboolean
is_same (const char *one, const char *other, gboolean is_loose)
{
  g_autofree char *bare_one = NULL, *bare_other = NULL;

  if (g_str_equal (one ? one : "", other ? other : ""))
    return TRUE;
  if (!is_loose)
    return FALSE;
  bare_one = bare (one);
  bare_other = bare (other);
  return g_str_equal (bare_one, bare_other);
}

/* Adds a difference when the texts differ; NULL: they do not.  title is static. */
static Difference *
add (GPtrArray *differences, const char *column, const char *title, const char *before,
     const char *after, gboolean is_loose)
{
  Difference *difference;

  if (is_same (before, after, is_loose))
    return NULL;
  difference = g_new0 (Difference, 1);
  difference->column = column;
  difference->title = title;
  difference->before = is_blank (before) ? NULL : g_strdup (before);
  difference->after = is_blank (after) ? NULL : g_strdup (after);
  difference->before_e6 = DB_NULL;
  difference->after_e6 = DB_NULL;
  g_ptr_array_add (differences, difference);
  return difference;
}

static Difference *
add_number (GPtrArray *differences, const char *column, const char *title,
            const char *before, const char *after, gint64 before_e6, gint64 after_e6)
{
  Difference *difference;

  /* 100 and 100.00 are one amount. */
  if (before_e6 == after_e6 && before_e6 != DB_NULL)
    return NULL;
  difference = add (differences, column, title, before, after, FALSE);
  if (difference == NULL)
    return NULL;
  difference->before_e6 = before_e6;
  difference->after_e6 = after_e6;
  return difference;
}

char *
difference_target (const Indicator *row)
{
  char *text = g_strconcat (row->operator_text ? row->operator_text : "",
                            row->value_text ? row->value_text : "",
                            row->unit_text ? row->unit_text : "", NULL);

  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static const char *
text_of (gconstpointer record, const DbField *field)
{
  return G_STRUCT_MEMBER (const char *, record, field->offset);
}

/* Two targets that are numbers of one unit differ by a number. */
static void
add_target (GPtrArray *differences, const Indicator *before, const Indicator *after,
            gboolean is_loose)
{
  g_autofree char *old = difference_target (before), *new = difference_target (after);
  Difference      *difference =
      add (differences, "value_text", "指标值", old, new, is_loose);
  g_auto (Target) from = { 0 }, to = { 0 };

  if (difference == NULL)
    return;
  target_read (&from, before->operator_text, before->value_text, before->unit_text);
  target_read (&to, after->operator_text, after->value_text, after->unit_text);
  if (from.kind != TARGET_NUMBER || to.kind != TARGET_NUMBER ||
      g_strcmp0 (from.unit, to.unit) != 0 || from.number_e6 == to.number_e6)
    return;
  difference->before_e6 = from.number_e6;
  difference->after_e6 = to.number_e6;
  difference->is_percent = g_strcmp0 (to.unit, "%") == 0;
}

void
difference_of_rows (GPtrArray *differences, const Indicator *before,
                    const Indicator *after, gboolean is_loose)
{
  static const char *const columns[] = { "level1",      "level2",    "name",
                                         "description", "criterion", "basis" };

  add_target (differences, before, after, is_loose);
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      const DbField *field = table_field (&indicator_table, columns[i]);

      add (differences, columns[i], title_of_column ("indicator", columns[i]),
           text_of (before, field), text_of (after, field), is_loose);
    }
}

/* The record of an array whose text member says so, or NULL. */
static gpointer
find_record (const GPtrArray *records, gsize offset, const char *text)
{
  for (guint i = 0; i < records->len; i++)
    if (g_strcmp0 (G_STRUCT_MEMBER (char *, records->pdata[i], offset), text) == 0)
      return records->pdata[i];
  return NULL;
}

static void
compare_fundings (GPtrArray *differences, const Project *before, const Project *after)
{
  static const struct {
    const char *source, *title;
  } sources[] = { { "fiscal", "财政资金" },
                  { "local", "本级资金" },
                  { "other", "其他资金" } };

  for (gsize i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      gsize          offset = G_STRUCT_OFFSET (Funding, source);
      const Funding *old = find_record (before->fundings, offset, sources[i].source);
      const Funding *new = find_record (after->fundings, offset, sources[i].source);

      add_number (differences, "amount_text", sources[i].title,
                  old ? old->amount_text : NULL, new ? new->amount_text : NULL,
                  old ? old->amount_fen : DB_NULL, new ? new->amount_fen : DB_NULL);
    }
}

static void
add_owned_title (GPtrArray *differences, guint from, const char *title)
{
  for (guint i = from; i < differences->len; i++)
    {
      Difference *difference = differences->pdata[i];

      if (difference->title == NULL)
        difference->title = difference->title_owned = g_strdup (title);
    }
}

static void
compare_plan_point (GPtrArray *differences, const PlanPoint *old, const PlanPoint *new)
{
  const char      *label = new ? new->label : old->label;
  g_autofree char *title = g_strdup_printf ("支出计划 %s", label);
  guint            from = differences->len;

  Difference *share =
      add_number (differences, "percent_text", NULL, old ? old->percent_text : NULL,
                  new ? new->percent_text : NULL, old ? old->percent_e6 : DB_NULL,
                  new ? new->percent_e6 : DB_NULL);
  if (share != NULL)
    share->is_percent = TRUE;
  add_owned_title (differences, from, title);
}

static void
compare_plans (GPtrArray *differences, const Project *before, const Project *after)
{
  gsize offset = G_STRUCT_OFFSET (PlanPoint, label);

  for (guint i = 0; i < after->plan->len; i++)
    {
      const PlanPoint *point = after->plan->pdata[i];

      compare_plan_point (differences, find_record (before->plan, offset, point->label),
                          point);
    }
  for (guint i = 0; i < before->plan->len; i++)
    {
      const PlanPoint *point = before->plan->pdata[i];

      if (find_record (after->plan, offset, point->label) == NULL)
        compare_plan_point (differences, point, NULL);
    }
}

/* One list of paragraphs beside another. */
typedef struct {
  const GPtrArray *before, *after;
  gsize            offset; /* of the text in a record */
  GPtrArray       *profiles_before, *profiles_after;
} Paragraphs;

static const char *
paragraph (const GPtrArray *records, guint at, gsize offset)
{
  return G_STRUCT_MEMBER (const char *, records->pdata[at], offset);
}

static GPtrArray *
profiles_of (const GPtrArray *records, gsize offset)
{
  GPtrArray *profiles = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (profiles, likeness_profile (paragraph (records, i, offset)));
  return profiles;
}

static int
paragraph_score_cb (guint before, guint after, gpointer data)
{
  Paragraphs *paragraphs = data;

  return likeness_compare (paragraphs->profiles_before->pdata[before],
                           paragraphs->profiles_after->pdata[after]);
}

/* Pairs paragraphs by their wording; what is alone on both sides is a pair too, when it
 * is the only one.  */
static Pairing *
pair_paragraphs (Paragraphs *paragraphs)
{
  Pairing *pairing = pairing_new (paragraphs->before->len, paragraphs->after->len);

  if (paragraphs->before->len == 1 && paragraphs->after->len == 1)
    pairing_join (pairing, 0, 0, LIKENESS_SAME);
  paragraphs->profiles_before = profiles_of (paragraphs->before, paragraphs->offset);
  paragraphs->profiles_after = profiles_of (paragraphs->after, paragraphs->offset);
  pairing_by_likeness (pairing, paragraphs->profiles_before, paragraphs->profiles_after,
                       LEAST, paragraph_score_cb, paragraphs);
  g_ptr_array_unref (paragraphs->profiles_before);
  g_ptr_array_unref (paragraphs->profiles_after);
  return pairing;
}

static void
compare_paragraph (GPtrArray *differences, const char *column, const char *title,
                   guint number, const char *before, const char *after,
                   gboolean is_loose)
{
  g_autofree char *numbered = g_strdup_printf ("%s %u", title, number);
  guint            from = differences->len;

  add (differences, column, NULL, before, after, is_loose);
  add_owned_title (differences, from, numbered);
}

/* The texts of two arrays of records, pair by pair. */
static void
compare_paragraphs (GPtrArray *differences, const char *column, const char *title,
                    const GPtrArray *before, const GPtrArray *after, gsize offset,
                    gboolean is_loose)
{
  Paragraphs paragraphs = { before, after, offset, NULL, NULL };
  g_autoptr (Pairing) pairing = pair_paragraphs (&paragraphs);
  GArray *pairs = pairing_get (pairing);
  guint   next = 0;

  for (guint i = 0; i < after->len; i++)
    {
      const Pair *pair = next < pairs->len ? &g_array_index (pairs, Pair, next) : NULL;
      gboolean    is_new = pair == NULL || pair->after != i;

      compare_paragraph (differences, column, title, i + 1,
                         is_new ? NULL : paragraph (before, pair->before, offset),
                         paragraph (after, i, offset), is_loose);
      next += !is_new;
    }
  for (guint i = 0; i < before->len; i++)
    if (!pairing_has_before (pairing, i))
      compare_paragraph (differences, column, title, i + 1,
                         paragraph (before, i, offset), NULL, is_loose);
}

void
difference_of_tables (GPtrArray *differences, const Project *before,
                      const Project *after, gboolean is_loose)
{
  add (differences, "name", "项目名称", before->name, after->name, is_loose);
  add (differences, "code", "项目编码", before->code, after->code, is_loose);
  add (differences, "unit_id", "预算单位", before->unit_name, after->unit_name,
       is_loose);
  add_number (differences, "amount_text", "预算数", before->amount_text,
              after->amount_text, before->amount_fen, after->amount_fen);
  compare_fundings (differences, before, after);
  add (differences, "purpose", "资金用途", before->purpose, after->purpose, is_loose);
  compare_plans (differences, before, after);
  compare_paragraphs (differences, "text", "绩效目标", before->goals, after->goals,
                      G_STRUCT_OFFSET (Goal, text), is_loose);
}

void
difference_of_texts (GPtrArray *differences, const Document *before,
                     const Document *after, gboolean is_loose)
{
  compare_paragraphs (differences, "text", "总体绩效目标", before->overall_goals,
                      after->overall_goals, G_STRUCT_OFFSET (OverallGoal, text),
                      is_loose);
  compare_paragraphs (differences, "goal", "分项绩效目标", before->sub_goals,
                      after->sub_goals, G_STRUCT_OFFSET (SubGoal, goal), is_loose);
  compare_paragraphs (differences, "indicators_text", "分项绩效指标", before->sub_goals,
                      after->sub_goals, G_STRUCT_OFFSET (SubGoal, indicators_text),
                      is_loose);
  compare_paragraphs (differences, "text", "工作保障措施", before->safeguards,
                      after->safeguards, G_STRUCT_OFFSET (Safeguard, text), is_loose);
  add (differences, "special_funds_note", "专项资金绩效目标",
       before->special_funds_note, after->special_funds_note, is_loose);
  add (differences, "other_matters", "其他需要说明的事项", before->other_matters,
       after->other_matters, is_loose);
}

char *
difference_amount (const Difference *difference)
{
  gint64           change;
  g_autofree char *number = NULL;

  if (difference->before_e6 == DB_NULL || difference->after_e6 == DB_NULL ||
      difference->before_e6 == difference->after_e6)
    return NULL;
  change = difference->after_e6 - difference->before_e6;
  number = decimal_write (change);
  if (difference->before_e6 <= 0)
    return g_strdup_printf ("%s%s%s", change > 0 ? "+" : "", number,
                            difference->is_percent ? "个百分点" : "");
  return g_strdup_printf ("%s%s%s，%+.1f%%", change > 0 ? "+" : "", number,
                          difference->is_percent ? "个百分点" : "",
                          100.0 * (double) change / (double) difference->before_e6);
}
