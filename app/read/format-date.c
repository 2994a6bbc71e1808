/* app/read/format-date.c — day numbers of a spreadsheet as dates and times. */

#include "app/read/format-date.h"

#include "app/read/counting.h"

#include <math.h>
#include <string.h>

#define DAYS_FROM_1904 1462
#define LAST_DAY       2958465 /* 9999-12-31 */
#define SECONDS_OF_DAY 86400

typedef struct {
  int      year, month, day, weekday; /* Sunday is 0 */
  gint64   seconds;                   /* since the first day */
  int      of_day;
  gboolean is_noon; /* hours count to 12 */
} Moment;

static gboolean
split (double number, gboolean from_1904, Moment *moment)
{
  double days = number + (from_1904 ? DAYS_FROM_1904 : 0);
  g_autoptr (GDateTime) base = g_date_time_new_utc (1899, 12, 30, 0, 0, 0);
  g_autoptr (GDateTime) date = NULL;
  int day;

  if (!(days >= 0 && days <= LAST_DAY))
    return FALSE;
  moment->seconds = llround (days * SECONDS_OF_DAY);
  day = (int) (moment->seconds / SECONDS_OF_DAY);
  moment->of_day = (int) (moment->seconds % SECONDS_OF_DAY);
  /* 1900 had no 29 February, but day 60 is it: days before it count from one day later
   */
  date = g_date_time_add_days (base, day < 60 ? day + 1 : day);
  moment->year = g_date_time_get_year (date);
  moment->month = g_date_time_get_month (date);
  moment->day = g_date_time_get_day_of_month (date);
  moment->weekday = (day + 6) % 7;
  if (day == 60)
    {
      moment->month = 2;
      moment->day = 29;
    }
  return TRUE;
}

static void
append_number (GString *text, const CodeSection *section, int number, guint width,
               gboolean by_digit)
{
  g_autofree char *digits = g_strdup_printf ("%0*d", (int) width, number);
  g_autofree char *chinese = NULL;

  if (section->chinese > 0 && by_digit)
    chinese = counting_digits (digits, section->chinese == 2);
  else if (section->chinese > 0)
    chinese = counting_chinese ((guint64) number, section->chinese == 2);
  g_string_append (text, chinese != NULL ? chinese : digits);
}

/* 星期一 or only 一. */
static void
append_weekday (GString *text, int weekday, gboolean is_long)
{
  static const char *const days[] = { "日", "一", "二", "三", "四", "五", "六" };

  g_string_append (text, is_long ? "星期" : "");
  g_string_append (text, days[weekday]);
}

/* mmm: Mar, mmmm: March, mmmmm: M. */
static void
append_month (GString *text, int month, gsize width)
{
  static const char *const months[] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December",
  };

  g_string_append_len (text, months[month - 1], width == 3 ? 3 : width == 4 ? -1 : 1);
}

static void
append_date (GString *text, const CodeSection *section, const Moment *moment,
             const char *code)
{
  gsize width = strlen (code);
  int   hour = moment->of_day / 3600;
  guint two = width >= 2 ? 2 : 1;

  switch (*code)
    {
    case 'y':
      append_number (text, section, width > 2 ? moment->year : moment->year % 100,
                     width > 2 ? 4 : 2, TRUE);
      break;
    case 'm':
      if (width < 3)
        append_number (text, section, moment->month, two, FALSE);
      else
        append_month (text, moment->month, width);
      break;
    case 'd':
      if (width < 3)
        append_number (text, section, moment->day, two, FALSE);
      else
        append_weekday (text, moment->weekday, width == 4);
      break;
    case 'a':
      append_weekday (text, moment->weekday, width == 4);
      break;
    case 'h':
      if (moment->is_noon)
        hour = (hour + 11) % 12 + 1;
      append_number (text, section, hour, two, FALSE);
      break;
    case 'n':
      append_number (text, section, moment->of_day / 60 % 60, two, FALSE);
      break;
    case 's':
      append_number (text, section, moment->of_day % 60, two, FALSE);
      break;
    default:
      break;
    }
}

/* Hours, minutes or seconds in all, not within the day. */
static void
append_elapsed (GString *text, const Moment *moment, char unit)
{
  int seconds = unit == 'h' ? 3600 : unit == 'n' ? 60 : 1;

  g_string_append_printf (text, "%" G_GINT64_FORMAT, moment->seconds / seconds);
}

static gboolean
has_noon (const CodeSection *section)
{
  for (guint i = 0; i < section->codes->len; i++)
    if (g_array_index (section->codes, Code, i).kind == CODE_NOON)
      return TRUE;
  return FALSE;
}

char *
format_date_write (const CodeSection *section, double number, gboolean from_1904)
{
  Moment   moment = { .is_noon = has_noon (section) };
  GString *text;

  if (!split (number, from_1904, &moment))
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < section->codes->len; i++)
    {
      const Code *code = &g_array_index (section->codes, Code, i);

      if (code->kind == CODE_DATE)
        append_date (text, section, &moment, code->text);
      else if (code->kind == CODE_ELAPSED)
        append_elapsed (text, &moment, *code->text);
      else if (code->kind == CODE_NOON)
        g_string_append (text, moment.of_day < SECONDS_OF_DAY / 2 ? "上午" : "下午");
      else if (code->kind == CODE_LITERAL || code->kind == CODE_POINT)
        g_string_append (text, code->text);
    }
  return g_string_free (text, FALSE);
}
