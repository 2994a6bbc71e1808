/* app/read/number-format.c — numbers as cells show them.
 *
 * A double is first written with the 15 digits that spreadsheets keep; everything after
 * is done with these digits, so 0.1 + 0.2 is 0.3 and 1.005 rounds to 1.01.
 */

#include "app/read/number-format.h"

#include "app/read/counting.h"
#include "app/read/format-code.h"
#include "app/read/format-date.h"

#include <math.h>
#include <string.h>

#define N_DIGITS      15
#define GENERAL_WIDTH 11 /* characters that General shows of a broken number */

struct _NumberFormat {
  GPtrArray *sections; /* CodeSection *; NULL: General */
};

/* 0.DDDD × 10^exponent, without zeros at the end. */
typedef struct {
  char digits[N_DIGITS + 2];
  int  n, exponent;
} Decimal;

static Decimal
decimal_of (double number)
{
  Decimal decimal = { .n = N_DIGITS };
  char    text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.14e", fabs (number));
  decimal.digits[0] = text[0];
  memcpy (decimal.digits + 1, text + 2, N_DIGITS - 1);
  decimal.exponent = atoi (strchr (text, 'e') + 1) + 1;
  while (decimal.n > 0 && decimal.digits[decimal.n - 1] == '0')
    decimal.n--;
  return decimal;
}

/* Rounds half up at a number of decimals. */
static void
round_at (Decimal *decimal, int decimals)
{
  int keep = decimal->exponent + decimals;

  if (keep >= decimal->n)
    return;
  if (keep < 0 || decimal->digits[keep] < '5')
    decimal->n = MAX (keep, 0);
  else
    {
      decimal->n = keep;
      while (decimal->n > 0 && decimal->digits[decimal->n - 1] == '9')
        decimal->n--;
      if (decimal->n > 0)
        decimal->digits[decimal->n - 1]++;
      else
        {
          decimal->digits[0] = '1';
          decimal->n = 1;
          decimal->exponent++;
        }
    }
  while (decimal->n > 0 && decimal->digits[decimal->n - 1] == '0')
    decimal->n--;
}

/* The digit at 10^place. */
static char
digit_at (const Decimal *decimal, int place)
{
  int i = decimal->exponent - 1 - place;

  return i >= 0 && i < decimal->n ? decimal->digits[i] : '0';
}

static void
append_places (GString *text, const Decimal *decimal, int from, int to)
{
  for (int place = from; place >= to; place--)
    {
      if (place == -1)
        g_string_append_c (text, '.');
      g_string_append_c (text, digit_at (decimal, place));
    }
}

static char *
write_scientific (Decimal decimal)
{
  GString *text = g_string_new (NULL);
  int      exponent;

  round_at (&decimal, 6 - decimal.exponent);
  exponent = decimal.exponent - 1;
  decimal.exponent = 1;
  append_places (text, &decimal, 0, MIN (0, 1 - decimal.n));
  g_string_append_printf (text, "E%c%02d", exponent < 0 ? '-' : '+', ABS (exponent));
  return g_string_free (text, FALSE);
}

/* Without its sign: whole numbers in full, others as far as a column shows them. */
static char *
write_general (double number)
{
  Decimal  decimal = decimal_of (number);
  GString *text;

  if (decimal.n == 0)
    return g_strdup ("0");
  if (decimal.exponent > N_DIGITS || decimal.exponent < -3)
    return write_scientific (decimal);
  if (decimal.n > decimal.exponent)
    round_at (&decimal, MAX (GENERAL_WIDTH - 1 - MAX (decimal.exponent, 1), 0));
  text = g_string_new (NULL);
  append_places (text, &decimal, MAX (decimal.exponent - 1, 0),
                 MIN (0, decimal.exponent - decimal.n));
  return g_string_free (text, FALSE);
}

static void
append_digit (GString *text, const CodeSection *section, char digit)
{
  char             one[2] = { digit, '\0' };
  g_autofree char *chinese =
      section->chinese > 0 ? counting_digits (one, section->chinese == 2) : NULL;

  g_string_append (text, chinese != NULL ? chinese : one);
}

/* The digits of the whole part from one place to another. */
static void
append_whole (GString *text, const CodeSection *section, const Decimal *decimal,
              int from, int to, char mark)
{
  for (int place = from; place >= to; place--)
    {
      if (place >= decimal->exponent && mark != '0')
        {
          if (mark == '?')
            g_string_append_c (text, ' ');
          continue;
        }
      append_digit (text, section, digit_at (decimal, place));
      if (section->has_thousands && place > 0 && place % 3 == 0)
        g_string_append_c (text, ',');
    }
}

static void
append_decimal (GString *text, const CodeSection *section, const Decimal *decimal,
                int place, char mark)
{
  if (mark == '0' || decimal->exponent - decimal->n <= place)
    append_digit (text, section, digit_at (decimal, place));
  else if (mark == '?')
    g_string_append_c (text, ' ');
}

typedef enum { PART_WHOLE, PART_DECIMALS, PART_EXPONENT } NumberPart;

/* 0.00E+00: takes the power of ten out of the number. */
static int
take_exponent (Decimal *decimal, const CodeSection *section)
{
  int whole = (int) MAX (section->whole, 1), exponent;

  if (decimal->n == 0)
    return 0;
  round_at (decimal, (int) section->decimals + whole - decimal->exponent);
  exponent = decimal->exponent - whole;
  decimal->exponent = whole;
  return exponent;
}

static void
append_exponent (GString *text, const CodeSection *section, const char *sign,
                 int exponent)
{
  g_string_append_printf (text, "E%s%0*d",
                          exponent < 0     ? "-"
                          : sign[1] == '+' ? "+"
                                           : "",
                          (int) section->exponent, ABS (exponent));
}

/* The digit at a place, from 0 left of the point and from -1 behind it. */
static void
append_place (GString *text, const CodeSection *section, const Decimal *decimal,
              NumberPart part, int place, char mark)
{
  if (part == PART_DECIMALS)
    append_decimal (text, section, decimal, place, mark);
  if (part != PART_WHOLE)
    return;
  if (place == (int) section->whole - 1)
    append_whole (text, section, decimal, decimal->exponent - 1, place + 1, '#');
  append_whole (text, section, decimal, place, place, mark);
}

/* Lays the digits out over the marks of the code. */
static void
append_codes (GString *text, const CodeSection *section, double number,
              Decimal *decimal, int exponent)
{
  NumberPart part = PART_WHOLE;
  int        place = (int) section->whole - 1;

  for (guint i = 0; i < section->codes->len; i++)
    {
      const Code      *code = &g_array_index (section->codes, Code, i);
      g_autofree char *general = NULL;

      switch (code->kind)
        {
        case CODE_DIGIT:
          append_place (text, section, decimal, part, place--, *code->text);
          break;
        case CODE_POINT:
          if (section->whole == 0)
            append_whole (text, section, decimal, decimal->exponent - 1, 0, '#');
          g_string_append_c (text, '.');
          part = PART_DECIMALS;
          place = -1;
          break;
        case CODE_EXPONENT:
          append_exponent (text, section, code->text, exponent);
          part = PART_EXPONENT;
          break;
        case CODE_GENERAL:
          general = section->chinese > 0 && number == floor (number) && number < 1e15
                        ? counting_chinese ((guint64) number, section->chinese == 2)
                        : write_general (number);
          g_string_append (text, general);
          break;
        case CODE_LITERAL:
        case CODE_PERCENT:
          g_string_append (text, code->text);
          break;
        default:
          break;
        }
    }
}

static char *
write_number (const CodeSection *section, double number, gboolean with_sign)
{
  GString *text = g_string_new (NULL);
  Decimal  decimal = decimal_of (number);
  int      exponent = 0;

  if (decimal.n > 0)
    decimal.exponent += 2 * (int) section->percents - 3 * (int) section->scale;
  if (section->exponent > 0)
    exponent = take_exponent (&decimal, section);
  round_at (&decimal, (int) section->decimals);
  if (decimal.n == 0)
    decimal.exponent = 0;
  append_codes (text, section, fabs (number), &decimal, exponent);
  if (with_sign && (decimal.n > 0 || section->whole + section->decimals == 0))
    g_string_prepend_c (text, '-');
  return g_string_free (text, FALSE);
}

static char *
write_plain (double number)
{
  g_autofree char *text = write_general (number);

  return g_strconcat (number < 0 && !g_str_equal (text, "0") ? "-" : "", text, NULL);
}

/* Whether a section's condition is met; one without any is for what is left. */
static gboolean
holds (const CodeSection *section, double number)
{
  const char *compare = section->compare;

  if (compare == NULL)
    return FALSE;
  return (strchr (compare, '<') != NULL && number < section->against) ||
         (strchr (compare, '>') != NULL && number > section->against) ||
         (strchr (compare, '=') != NULL && number == section->against);
}

/* Which section shows a number; with_sign gets whether a minus is to be written. */
static const CodeSection *
choose (const NumberFormat *format, double number, gboolean *with_sign)
{
  guint    n = MIN (format->sections->len, 3);
  guint    chosen = 0;
  gboolean is_usual = TRUE; /* no section has a condition of its own */

  for (guint i = 0; i < n; i++)
    is_usual &= ((CodeSection *) format->sections->pdata[i])->compare == NULL;
  if (is_usual)
    chosen = n > 1 && number < 0 ? 1 : n > 2 && number == 0 ? 2 : 0;
  else
    while (chosen < n - 1 && !holds (format->sections->pdata[chosen], number))
      chosen++;
  *with_sign = number < 0 && !(is_usual && chosen == 1);
  return format->sections->pdata[chosen];
}

NumberFormat *
number_format_new (const char *code)
{
  NumberFormat *format = g_new0 (NumberFormat, 1);

  if (code != NULL && g_ascii_strcasecmp (code, "General") != 0)
    format->sections = format_code_parse (code);
  return format;
}

void
number_format_free (NumberFormat *format)
{
  g_clear_pointer (&format->sections, g_ptr_array_unref);
  g_free (format);
}

const char *
number_format_builtin (guint id)
{
  static const char *const codes[] = {
    [1] = "0",
    [2] = "0.00",
    [3] = "#,##0",
    [4] = "#,##0.00",
    [5] = "¥#,##0;¥-#,##0",
    [6] = "¥#,##0;¥-#,##0",
    [7] = "¥#,##0.00;¥-#,##0.00",
    [8] = "¥#,##0.00;¥-#,##0.00",
    [9] = "0%",
    [10] = "0.00%",
    [11] = "0.00E+00",
    [12] = "# ?/?",
    [13] = "# ?\?/?\?",
    [14] = "yyyy/m/d",
    [15] = "d-mmm-yy",
    [16] = "d-mmm",
    [17] = "mmm-yy",
    [18] = "h:mm AM/PM",
    [19] = "h:mm:ss AM/PM",
    [20] = "h:mm",
    [21] = "h:mm:ss",
    [22] = "yyyy/m/d h:mm",
    [27] = "yyyy\"年\"m\"月\"",
    [28] = "m\"月\"d\"日\"",
    [29] = "m\"月\"d\"日\"",
    [30] = "m-d-yy",
    [31] = "yyyy\"年\"m\"月\"d\"日\"",
    [32] = "h\"时\"mm\"分\"",
    [33] = "h\"时\"mm\"分\"ss\"秒\"",
    [34] = "上午/下午h\"时\"mm\"分\"",
    [35] = "上午/下午h\"时\"mm\"分\"ss\"秒\"",
    [36] = "yyyy\"年\"m\"月\"",
    [37] = "#,##0;-#,##0",
    [38] = "#,##0;-#,##0",
    [39] = "#,##0.00;-#,##0.00",
    [40] = "#,##0.00;-#,##0.00",
    [41] = "#,##0;-#,##0;\"-\"",
    [42] = "¥#,##0;¥-#,##0;¥\"-\"",
    [43] = "#,##0.00;-#,##0.00;\"-\"??",
    [44] = "¥#,##0.00;¥-#,##0.00;¥\"-\"??",
    [45] = "mm:ss",
    [46] = "[h]:mm:ss",
    [47] = "mm:ss.0",
    [48] = "##0.0E+0",
    [49] = "@",
    [50] = "yyyy\"年\"m\"月\"",
    [51] = "m\"月\"d\"日\"",
    [52] = "yyyy\"年\"m\"月\"",
    [53] = "m\"月\"d\"日\"",
    [54] = "m\"月\"d\"日\"",
    [55] = "上午/下午h\"时\"mm\"分\"",
    [56] = "上午/下午h\"时\"mm\"分\"ss\"秒\"",
    [57] = "yyyy\"年\"m\"月\"",
    [58] = "m\"月\"d\"日\"",
  };

  return id < G_N_ELEMENTS (codes) ? codes[id] : NULL;
}

static gboolean
is_text (const CodeSection *section)
{
  for (guint i = 0; i < section->codes->len; i++)
    if (g_array_index (section->codes, Code, i).kind == CODE_TEXT)
      return TRUE;
  return FALSE;
}

char *
number_format_number (const NumberFormat *format, double number, gboolean from_1904)
{
  const CodeSection *section;
  gboolean           with_sign;
  char              *date;

  if (!isfinite (number))
    return g_strdup ("#NUM!");
  if (format->sections == NULL)
    return write_plain (number);
  section = choose (format, number, &with_sign);
  if (section->is_fraction || is_text (section))
    return write_plain (number);
  if (!section->is_date)
    return write_number (section, number, with_sign);
  date = format_date_write (section, number, from_1904);
  return date != NULL ? date : write_plain (number);
}

char *
number_format_text (const NumberFormat *format, const char *text)
{
  const GPtrArray   *sections = format->sections;
  const CodeSection *section =
      sections != NULL ? sections->pdata[sections->len - 1] : NULL;
  GString *shown;

  if (section == NULL || (sections->len < 4 && !is_text (section)))
    return g_strdup (text);
  shown = g_string_new (NULL);
  for (guint i = 0; i < section->codes->len; i++)
    {
      const Code *code = &g_array_index (section->codes, Code, i);

      if (code->kind == CODE_TEXT)
        g_string_append (shown, text);
      else if (code->kind == CODE_LITERAL)
        g_string_append (shown, code->text);
    }
  return g_string_free (shown, FALSE);
}
