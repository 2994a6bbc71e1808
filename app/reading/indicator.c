/* app/reading/indicator.c — what a row of a table of targets means. */

#include "app/reading/indicator.h"
#include "app/decimal.h"
#include "app/fold.h"
#include "app/read/pattern.h"
#include "app/reading/level.h"
#include "app/reading/target.h"
#include "db/indicator.h"

#include <string.h>

#define NAME_LONGEST 30 /* characters */
#define PERCENT      "%"

/* The texts of a row, folded. */
typedef struct {
  char *name;      /* without a unit in brackets behind it */
  char *full_name; /* with it */
  char *description;
  char *target;
  char *criterion;
  char *basis;
} Texts;

static void
texts_clear (Texts *texts)
{
  g_free (texts->name);
  g_free (texts->full_name);
  g_free (texts->description);
  g_free (texts->target);
  g_free (texts->criterion);
  g_free (texts->basis);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, texts_clear)

/* 服务对象满意度(%) and 驻村工作队人数(人) without what is in the brackets. */
static char *
without_unit (const char *folded)
{
  const char *open = strrchr (folded, '(');
  gboolean    is_unit = open != NULL && open > folded && g_str_has_suffix (open, ")") &&
                     g_utf8_strlen (open, -1) <= 5 &&
                     strpbrk (open, "0123456789") == NULL;

  return is_unit ? g_strndup (folded, open - folded) : g_strdup (folded);
}

static char *
joined (const char *one, const char *two, const char *three)
{
  return g_strconcat (one ? one : "", two ? two : "", three, NULL);
}

static void
texts_fold (Texts *texts, const Indicator *indicator)
{
  g_autofree char *target =
      joined (indicator->operator_text, indicator->value_text, indicator->unit_text);

  texts->full_name = fold (indicator->name);
  texts->name = without_unit (texts->full_name);
  texts->description = fold (indicator->description);
  texts->target = fold (target);
  texts->criterion = fold (indicator->criterion);
  texts->basis = fold (indicator->basis);
}

char *
reading_repeated_phrase (const char *text)
{
  g_autofree char *folded = fold (text);
  g_autoptr (GMatchInfo) match = NULL;

  if (!g_regex_match (pattern_regex ("([\\x{4e00}-\\x{9fff}]{2,6})\\1"), folded, 0,
                      &match))
    return NULL;
  return g_match_info_fetch (match, 0);
}

/* Whether another unit than the one asked for begins here: 元 of 元/人, 人 of 人次. */
static gboolean
unit_goes_on (const char *behind)
{
  static const char *const ends[] = { "/", "次", "元", "月", "工作日" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_prefix (behind, ends[i]))
      return TRUE;
  return FALSE;
}

/* The first number with this unit in a folded text; DB_NULL when there is none, or when
 * number itself is among them.  */
static gint64
differing_number (const char *text, const char *unit, gint64 number)
{
  gint64 found = DB_NULL;

  for (const char *p = text; *unit != '\0' && *p != '\0';)
    {
      gint64 value;
      gsize  n = g_ascii_isdigit (*p) ? decimal_read (p, &value, NULL) : 0;

      if (n > 0 && g_str_has_prefix (p + n, unit) &&
          !unit_goes_on (p + n + strlen (unit)) &&
          !(strcmp (unit, "年") == 0 && value >= 1900 * DECIMAL_ONE))
        {
          if (value == number)
            return DB_NULL;
          if (found == DB_NULL)
            found = value;
        }
      p = n > 0 ? p + n : g_utf8_next_char (p);
    }
  return found;
}

gboolean
reading_holds_number (const Words *words, const char *folded)
{
  for (const char *p = folded; *p != '\0';)
    {
      gint64 value;
      gsize  n = g_ascii_isdigit (*p) ? decimal_read (p, &value, NULL) : 0;

      if (n > 0 && words_begin (words, "counted", p + n) > 0)
        return TRUE;
      p = n > 0 ? p + n : g_utf8_next_char (p);
    }
  return FALSE;
}

/* The number as an amount of money in 分, DB_NULL when it is none. */
static gint64
amount_of (const Target *target, const char *unit, gboolean is_money_name)
{
  static const struct {
    const char *unit;
    gint64      divisor; /* from millionths to 分 */
    gboolean    needs_name;
  } units[] = {
    { "", 1, FALSE },
    { "万元", 1, FALSE },
    { "万", 1, TRUE },
    { "元", 10000, FALSE },
  };

  for (gsize i = 0; target->kind == TARGET_NUMBER && i < G_N_ELEMENTS (units); i++)
    if (strcmp (unit, units[i].unit) == 0 && (!units[i].needs_name || is_money_name))
      return target->number_e6 / units[i].divisor;
  return DB_NULL;
}

/* 300—320人, 300人至320人: two numbers can be checked as well as one. */
static gboolean
is_range (const Target *target, const char *said)
{
  static const char range[] =
      "^\\d[\\d.,]*[^\\d\\s.,]{0,6}?(?:-{1,2}|—{1,2}|–|~|～|至|到)"
      "\\d[\\d.,]*[^\\d\\s]{0,8}$";

  return target->kind == TARGET_WORDS && target->sign == NULL &&
         pattern_match (range, said);
}

static void
read_value (const Words *words, const Indicator *indicator, const Texts *texts,
            IndicatorReading *reading)
{
  static const char *const kinds[] = { "blank", "number", "date", "words" };
  g_auto (Target) target = { 0 };
  g_autofree char *said = NULL;
  gboolean         is_money_name = words_match (words, "money_name", texts->name);

  target_read (&target, indicator->operator_text, indicator->value_text,
               indicator->unit_text);
  said = fold (target.words);
  reading->value_kind =
      g_strdup (is_range (&target, said) ? "range" : kinds[target.kind]);
  reading->sign = g_strdup (target.sign);
  reading->number_e6 = target.kind == TARGET_NUMBER ? target.number_e6 : DB_NULL;
  reading->unit = fold (target.unit);
  reading->unit_is_money = strstr (reading->unit, "元") != NULL ||
                           (is_money_name && (strcmp (reading->unit, "万") == 0 ||
                                              g_str_has_prefix (reading->unit, "万/")));
  reading->amount_fen = amount_of (&target, reading->unit, is_money_name);
  reading->unit_in_value_cell = target.unit_in_value_cell;
  reading->words_are_yes_no =
      target.kind == TARGET_WORDS && words_match (words, "yes_no", said);
  reading->words_hold_number =
      target.kind == TARGET_WORDS && reading_holds_number (words, said);
}

static gboolean
is_rate (const Words *words, const char *text)
{
  return words_match (words, "rate", text) && !words_match (words, "not_rate", text);
}

static void
read_name (const Words *words, const Indicator *indicator, const Texts *texts,
           IndicatorReading *reading)
{
  const char      *name = texts->name;
  g_autofree char *level2 = fold (indicator->level2);
  gboolean is_level = g_str_has_suffix (name, "指标") && level2_read (name) != NULL;

  reading->name_is_rate = is_rate (words, name);
  reading->name_is_scored_rate = words_match (words, "scored_rate", name) &&
                                 !words_match (words, "not_rate", name);
  reading->name_is_count = words_match (words, "count", name);
  reading->name_is_level2 = *name != '\0' && (is_level || strcmp (name, level2) == 0);
  reading->name_is_total_cost = words_match (words, "total_cost", name);
  reading->name_is_amount =
      words_match (words, "amount", name) && !words_match (words, "other_money", name);
  reading->name_is_price = words_match (words, "price", name);
  reading->name_is_deadline = words_match (words, "deadline", name);
  reading->name_is_less_better = words_match (words, "less_better", name);
  reading->name_is_growth = words_match (words, "growth", name);
  reading->name_is_saving = words_match (words, "saving", name);
  reading->name_is_control = words_match (words, "control", name);
  reading->name_is_value =
      pattern_match ("^[一二三四五六七八九十百千两0-9]+[所个人次件项台套家间年]$",
                     name);
  reading->name_is_long = g_utf8_strlen (texts->full_name, -1) > NAME_LONGEST;
}

static void
read_description (const Words *words, const Texts *texts, IndicatorReading *reading)
{
  g_autofree char *plain = without_unit (texts->description);

  reading->description_is_rate = is_rate (words, plain);
  reading->description_is_share = words_match (words, "share", texts->description);
  reading->description_is_name =
      *texts->full_name != '\0' && strcmp (texts->full_name, texts->description) == 0;
}

static gboolean
either (const Words *words, const char *list, const Texts *texts)
{
  return words_match (words, list, texts->full_name) ||
         words_match (words, list, texts->description);
}

static void
read_subject (const Words *words, const Texts *texts, IndicatorReading *reading)
{
  g_autofree char *both = g_strconcat (texts->full_name, " ", texts->description, NULL);
  g_autofree char *rest = words_replace (words, "not_ecology", both, "");

  reading->says_standard = either (words, "standard", texts);
  reading->says_execution = either (words, "execution", texts);
  reading->says_satisfaction = either (words, "satisfaction", texts);
  reading->says_ecology = words_match (words, "ecology", rest);
  reading->says_time =
      either (words, "time", texts) || words_match (words, "time", texts->target);
}

/* Whether the name betrays that it belongs under another level 2, and under which. */
static void
read_home (const Words *words, const char *name, IndicatorReading *reading)
{
  static const struct {
    const char *level2, *list;
  } lists[] = {
    { "quantity", "misfiled_quantity" },   { "quality", "misfiled_quality" },
    { "time", "misfiled_time" },           { "cost", "misfiled_cost" },
    { "economic", "misfiled_economic" },   { "economic", "misfiled_benefit" },
    { "social", "misfiled_benefit" },      { "ecological", "misfiled_benefit" },
    { "sustainable", "misfiled_benefit" },
  };
  const char *home = words_meaning (words, "home", name);
  const char *kind = home != NULL ? level2_read (home) : NULL;
  /* 成本核算及时率 is about time, whatever else it speaks of */
  gboolean is_home = g_strcmp0 (kind, reading->level2) == 0;

  reading->misfiled = FALSE;
  for (gsize i = 0; !is_home && i < G_N_ELEMENTS (lists); i++)
    reading->misfiled |= g_strcmp0 (reading->level2, lists[i].level2) == 0 &&
                         words_match (words, lists[i].list, name);
  if (reading->misfiled && kind != NULL)
    reading->home = g_strdup (home);
}

/* Whether cells stand one column off: a level 1 in the cell of level 2, an operator
 * alone where the number should be, a number in the cell of the unit.  */
static gboolean
is_shifted (const Indicator *indicator, const IndicatorReading *reading)
{
  static const char *const signs[] = { "≥", "≤", "=", ">", "<" };
  gboolean                 is_alias;
  const char              *strayed = level1_read (indicator->level2, &is_alias);
  g_autofree char         *value = fold (indicator->value_text);
  g_autofree char         *unit = fold (indicator->unit_text);

  if (indicator->repair != NULL)
    return TRUE;
  if (strayed != NULL && reading->level2 == NULL &&
      g_strcmp0 (strayed, reading->level1) != 0)
    return TRUE;
  if (indicator->operator_text == NULL && indicator->unit_text == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strcmp (value, signs[i]) == 0)
      return TRUE;
  return g_ascii_isdigit (*unit) && g_strcmp0 (reading->sign, "定性") != 0;
}

static void
read_levels (const Indicator *indicator, IndicatorReading *reading)
{
  gboolean is_alias;

  reading->level1 = g_strdup (level1_read (indicator->level1, &is_alias));
  reading->level2 = g_strdup (level2_read (indicator->level2));
  reading->levels_clash = levels_clash (reading->level1, reading->level2);
}

/* Whether a basis tells of other years: a target may well go beyond them. */
static gboolean
is_history (const Words *words, const char *basis, gint64 fiscal_year)
{
  g_autofree char *own = g_strdup_printf ("%" G_GINT64_FORMAT "年", fiscal_year);

  return words_match (words, "baseline", basis) ||
         (pattern_match ("(?<!\\d)(?:19|20)\\d\\d年", basis) &&
          (fiscal_year == DB_NULL || strstr (basis, own) == NULL));
}

static void
read_support (const Words *words, const Texts *texts, gint64 fiscal_year,
              IndicatorReading *reading)
{
  gboolean is_number = reading->number_e6 != DB_NULL;
  gboolean is_told = is_number && !is_history (words, texts->basis, fiscal_year);

  reading->criterion_has_percent =
      differing_number (texts->criterion, PERCENT, DB_NULL) != DB_NULL;
  reading->criterion_percent_e6 =
      is_number && strcmp (reading->unit, PERCENT) == 0
          ? differing_number (texts->criterion, PERCENT, reading->number_e6)
          : DB_NULL;
  reading->criterion_deducts =
      *texts->criterion == '\0' || words_match (words, "deduction", texts->criterion);
  reading->basis_is_blank = *texts->basis == '\0';
  reading->basis_is_vague = words_match (words, "vague_basis", texts->basis);
  reading->basis_number_e6 =
      is_told ? differing_number (texts->basis, reading->unit, reading->number_e6)
              : DB_NULL;
}

static void
read_repetition (const Indicator *indicator, IndicatorReading *reading)
{
  const struct {
    const char *field, *text;
  } texts[] = {
    { "name", indicator->name },
    { "description", indicator->description },
    { "value", indicator->value_text },
    { "unit", indicator->unit_text },
  };

  for (gsize i = 0; reading->repeated == NULL && i < G_N_ELEMENTS (texts); i++)
    {
      reading->repeated = reading_repeated_phrase (texts[i].text);
      if (reading->repeated != NULL)
        reading->repeated_field = g_strdup (texts[i].field);
    }
}

/* FNV-1a over texts; marks and white space do not count. */
static gint64
key_of (const char *const *parts, gsize n)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (gsize i = 0; i < n; i++)
    {
      for (const char *p = parts[i]; *p != '\0'; p = g_utf8_next_char (p))
        {
          gunichar c = g_utf8_get_char (p);

          if (g_unichar_ispunct (c) && c != '%')
            continue;
          hash = (hash ^ c) * G_GUINT64_CONSTANT (1099511628211);
        }
      hash = (hash ^ '\t') * G_GUINT64_CONSTANT (1099511628211);
    }
  return (gint64) (hash >> 1);
}

/* What makes two rows the same, and two names. */
static void
read_keys (const Texts *texts, const Indicator *indicator, IndicatorReading *reading)
{
  g_autofree char  *level2 = fold (indicator->level2);
  const char *const row[] = { level2, texts->full_name, texts->description,
                              texts->target };
  const char *const name[] = { texts->name };

  reading->row_key = key_of (row, G_N_ELEMENTS (row));
  reading->name_key = key_of (name, 1);
}

/* The place of the first row that has the same name, or DB_NULL. */
static gint64
place_of_namesake (const Project *project, guint place, const char *full_name)
{
  for (guint i = 1; *full_name != '\0' && i < place; i++)
    {
      const Indicator *earlier = project->indicators->pdata[i - 1];
      g_autofree char *name = fold (earlier->name);

      if (strcmp (name, full_name) == 0)
        return i;
    }
  return DB_NULL;
}

void
reading_of_indicator (const Words *words, const Project *project, guint place,
                      IndicatorReading *reading)
{
  const Indicator *indicator = project->indicators->pdata[place - 1];
  g_auto (Texts) texts = { 0 };

  texts_fold (&texts, indicator);
  reading->indicator_id = indicator->record.id;
  reading->document_id = project->record.parent;
  reading->is_project = g_strcmp0 (project->kind, "project") == 0;
  reading->place = place;
  reading->same_name_place = place_of_namesake (project, place, texts.full_name);
  read_levels (indicator, reading);
  read_value (words, indicator, &texts, reading);
  read_name (words, indicator, &texts, reading);
  read_description (words, &texts, reading);
  read_subject (words, &texts, reading);
  read_support (words, &texts, project->fiscal_year, reading);
  read_repetition (indicator, reading);
  read_home (words, texts.name, reading);
  reading->is_shifted = is_shifted (indicator, reading);
  read_keys (&texts, indicator, reading);
}
