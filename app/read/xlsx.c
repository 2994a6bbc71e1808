/* app/read/xlsx.c — an Excel workbook, its cells as they show. */

#include "app/read/cell-style.h"
#include "app/read/office.h"
#include "app/read/part.h"
#include "app/read/reader.h"
#include "app/read/relations.h"
#include "app/read/shared-text.h"
#include "app/read/worksheet.h"

#include <math.h>
#include <string.h>

typedef struct {
  Package          *package;
  const GPtrArray  *relations;
  const GPtrArray  *texts; /* shared ones */
  const CellStyles *styles;
  gboolean          from_1904;
  GPtrArray        *sheets; /* char *: paths of those that show, in order */
  Limits            limits;
  GPtrArray        *blocks;
} Workbook;

/* A sheet under way. */
typedef struct {
  Workbook  *book;
  Part      *part;
  Worksheet *sheet;
  guint      row, col; /* of the open cell; from 1, 0 before the first */
  guint      borders;  /* cells of the open row that have some */
} Sheet;

typedef enum { B_PROPERTIES, B_SHEET } BookName;

static const char *const book_names[] = {
  [B_PROPERTIES] = "workbookPr",
  [B_SHEET] = "sheet",
  NULL,
};

static void
add_sheet (Workbook *book, Part *part)
{
  const char *state = part_attribute (part, "state");
  const char *path;

  /* hidden, veryHidden */
  if (state != NULL && g_str_has_suffix (state, "idden"))
    return;
  path = relations_find_id (book->relations, part_attribute (part, "id"));
  if (path != NULL)
    g_ptr_array_add (book->sheets, g_strdup (path));
}

static gboolean
read_book (Workbook *book, const char *path, GError **error)
{
  g_autoptr (Part) part = part_open (book->package, path, book_names, error);
  PartEvent event;

  if (part == NULL)
    return FALSE;
  while ((event = part_next (part)) != PART_DONE)
    if (event == PART_START && part_name (part) == B_PROPERTIES)
      book->from_1904 = part_flag (part, "date1904", FALSE);
    else if (event == PART_START && part_name (part) == B_SHEET)
      add_sheet (book, part);
  return part_finish (part, error);
}

typedef enum {
  S_COL,
  S_ROW,
  S_CELL,
  S_VALUE,
  S_INLINE,
  S_TEXT,
  S_PHONETIC,
  S_MERGE
} Name;

static const char *const names[] = {
  [S_COL] = "col",      [S_ROW] = "row",         [S_CELL] = "c",
  [S_VALUE] = "v",      [S_INLINE] = "is",       [S_TEXT] = "t",
  [S_PHONETIC] = "rPh", [S_MERGE] = "mergeCell", NULL,
};

/* "AB12": column and row from 1; the bytes read, 0 when it is no place. */
static gsize
read_place (const char *text, guint *row, guint *col)
{
  const char *start = text;

  for (*col = 0; g_ascii_isalpha (*text) && *col <= WORKSHEET_COLS; text++)
    *col = *col * 26 + (guint) (g_ascii_toupper (*text) - 'A' + 1);
  for (*row = 0; g_ascii_isdigit (*text) && *row <= WORKSHEET_ROWS; text++)
    *row = *row * 10 + (guint) (*text - '0');
  return *col > 0 && *row > 0 ? (gsize) (text - start) : 0;
}

/* The 8 in ISO "2024-03-01T08:00:00" as a day number. */
static double
day_number (const char *text, gboolean from_1904)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *full = strchr (text, 'T') == NULL
                              ? g_strconcat (text, "T00:00:00", NULL)
                              : g_strdup (text);
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (full, utc);
  g_autoptr (GDateTime) base =
      g_date_time_new_utc (from_1904 ? 1904 : 1899, from_1904 ? 1 : 12,
                           from_1904 ? 1 : 30, 0, 0, 0);

  return date != NULL
             ? (double) g_date_time_difference (date, base) / (24.0 * G_TIME_SPAN_HOUR)
             : NAN;
}

static char *
show_number (const Sheet *sheet, const CellStyle *style, double number)
{
  return number_format_number (style->format, number, sheet->book->from_1904);
}

/* What a cell of a type shows for its value. */
static char *
show (const Sheet *sheet, const char *type, const CellStyle *style, const char *value)
{
  const GPtrArray *texts = sheet->book->texts;
  double           number;
  char            *end;
  guint64          i;

  switch (*type)
    {
    case 's': /* s, str */
      if (g_str_equal (type, "str"))
        return number_format_text (style->format, value);
      i = g_ascii_strtoull (value, NULL, 10);
      return i < texts->len ? number_format_text (style->format, texts->pdata[i])
                            : NULL;
    case 'i': /* inlineStr */
      return number_format_text (style->format, value);
    case 'b':
      return g_strdup (*value == '1' || *value == 't' ? "TRUE" : "FALSE");
    case 'e':
      return g_strdup (value);
    case 'd':
      number = day_number (value, sheet->book->from_1904);
      return isnan (number) ? g_strdup (value) : show_number (sheet, style, number);
    default:
      number = g_ascii_strtod (value, &end);
      return end == value || *end != '\0' ? g_strdup (value)
                                          : show_number (sheet, style, number);
    }
}

static void
read_cell (Sheet *sheet)
{
  const char      *place = part_attribute (sheet->part, "r");
  g_autofree char *type = NULL, *value = NULL, *text = NULL;
  const CellStyle *style;
  guint            row, col;

  sheet->col++;
  if (place != NULL && read_place (place, &row, &col) > 0)
    sheet->col = col;
  type = g_strdup (part_attribute (sheet->part, "t"));
  style = cell_styles_get (sheet->book->styles, part_number (sheet->part, "s", 0));
  if (style->has_border && ++sheet->borders == 2)
    worksheet_frame (sheet->sheet, sheet->row - 1);
  for (guint depth = 1; part_step (sheet->part, &depth);)
    if (part_name (sheet->part) == S_VALUE || part_name (sheet->part) == S_INLINE)
      {
        g_free (value);
        value = part_name (sheet->part) == S_VALUE
                    ? part_take_text (sheet->part)
                    : shared_text_take (sheet->part, S_TEXT, S_PHONETIC);
        depth--;
      }
  if (value == NULL || *value == '\0')
    return;
  text = show (sheet, type != NULL ? type : "n", style, value);
  if (text != NULL)
    worksheet_add (sheet->sheet, sheet->row - 1, sheet->col - 1, text);
}

static void
begin_row (Sheet *sheet)
{
  sheet->row = part_number (sheet->part, "r", sheet->row + 1);
  sheet->row = CLAMP (sheet->row, 1, WORKSHEET_ROWS + 1);
  sheet->col = 0;
  sheet->borders = 0;
  if (part_flag (sheet->part, "hidden", FALSE))
    worksheet_hide_row (sheet->sheet, sheet->row - 1);
}

static void
read_cols (Sheet *sheet)
{
  guint first = part_number (sheet->part, "min", 0);
  guint last = part_number (sheet->part, "max", 0);

  if (first > 0 && last >= first && part_flag (sheet->part, "hidden", FALSE))
    worksheet_hide_cols (sheet->sheet, first - 1, last - 1);
}

/* "A1:G1" */
static void
read_merge (Sheet *sheet)
{
  const char *area = part_attribute (sheet->part, "ref");
  guint       row, col, last_row, last_col;
  gsize       length = area != NULL ? read_place (area, &row, &col) : 0;

  if (length > 0 && area[length] == ':' &&
      read_place (area + length + 1, &last_row, &last_col) > 0 && last_row >= row &&
      last_col >= col)
    worksheet_merge (sheet->sheet, row - 1, col - 1, last_row - row + 1,
                     last_col - col + 1);
}

static gboolean
read_sheet (Workbook *book, const char *path, GError **error)
{
  g_autoptr (Part) part = part_open (book->package, path, names, error);
  g_autoptr (Worksheet) worksheet = worksheet_new (&book->limits);
  Sheet     sheet = { .book = book, .part = part, .sheet = worksheet };
  PartEvent event;

  if (part == NULL)
    return FALSE;
  while ((event = part_next (part)) != PART_DONE && limits_take (&book->limits, 0, 0))
    if (event == PART_START)
      switch ((Name) part_name (part))
        {
        case S_COL:
          read_cols (&sheet);
          break;
        case S_ROW:
          begin_row (&sheet);
          break;
        case S_CELL:
          read_cell (&sheet);
          break;
        case S_MERGE:
          read_merge (&sheet);
          break;
        default:
          break;
        }
  if (!limits_check (&book->limits, package_name (book->package), error) ||
      !part_finish (part, error))
    return FALSE;
  worksheet_finish (worksheet, book->blocks);
  return limits_check (&book->limits, package_name (book->package), error);
}

static GPtrArray *
read_sheets (Workbook *book, GError **error)
{
  g_autoptr (GPtrArray) blocks = block_array_new ();

  book->blocks = blocks;
  for (guint i = 0; i < book->sheets->len; i++)
    if (!read_sheet (book, book->sheets->pdata[i], error))
      return NULL;
  return g_steal_pointer (&blocks);
}

GPtrArray *
xlsx_read (Package *package, const char *path, GError **error)
{
  g_autoptr (GPtrArray) relations = relations_read (package, path, error);
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) texts = NULL;
  g_autoptr (CellStyles) styles = NULL;
  Workbook book = { .package = package, .relations = relations, .sheets = sheets };

  if (relations == NULL || !read_book (&book, path, error))
    return NULL;
  styles = cell_styles_read (package, relations_find (relations, "styles"), error);
  if (styles == NULL)
    return NULL;
  texts = shared_texts_read (package, relations_find (relations, "sharedStrings"),
                             &book.limits, error);
  if (texts == NULL)
    return NULL;
  book.styles = styles;
  book.texts = texts;
  return read_sheets (&book, error);
}
