/* app/read/format-code.h — the number format codes of spreadsheets, taken apart:
 * `#,##0.00"元";[Red]-0.00;@`.
 */

#pragma once

#include <glib.h>

typedef enum {
  CODE_LITERAL,
  CODE_DIGIT, /* text: 0 # or ? */
  CODE_POINT,
  CODE_PERCENT,
  CODE_EXPONENT, /* text: E+ or E- */
  CODE_GENERAL,
  CODE_TEXT,    /* @ */
  CODE_DATE,    /* text: y m d h s a, as often as written; minutes are n */
  CODE_ELAPSED, /* the same in brackets: hours beyond 24 */
  CODE_NOON,    /* AM/PM */
} CodeKind;

typedef struct {
  CodeKind kind;
  char    *text;
} Code;

/* One of the parts between semicolons. */
typedef struct {
  GArray  *codes;   /* Code */
  char    *compare; /* < <= = … of [<100], or NULL */
  double   against;
  gboolean is_date;
  gboolean is_fraction; /* # ?/?: not understood here */
  gboolean has_thousands;
  guint    scale;    /* commas behind the digits: each divides by 1,000 */
  guint    percents; /* each multiplies by 100 */
  guint    whole, decimals, exponent; /* digits in each part */
  guint    chinese;                   /* 1: 一二三, 2: 壹贰叁, 0: digits */
} CodeSection;

/* CodeSection *, one at least. */
GPtrArray *format_code_parse (const char *code);
