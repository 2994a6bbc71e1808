/* app/read/cell-style.c — the styles part of a workbook. */

#include "app/read/cell-style.h"

#include "app/read/part.h"

#define MAX_STYLES 65536 /* a workbook may have 64,000 */

struct _CellStyles {
  GHashTable *codes;   /* number -> format code */
  GHashTable *formats; /* number -> NumberFormat * */
  GArray     *borders; /* gboolean: whether there is any */
  GArray     *styles;  /* CellStyle */
  CellStyle   plain;
};

typedef enum {
  S_FORMATS,
  S_FORMAT,
  S_BORDERS,
  S_BORDER,
  S_LEFT,
  S_RIGHT,
  S_TOP,
  S_BOTTOM,
  S_STYLES,
  S_STYLE,
} Name;

static const char *const names[] = {
  [S_FORMATS] = "numFmts",
  [S_FORMAT] = "numFmt",
  [S_BORDERS] = "borders",
  [S_BORDER] = "border",
  [S_LEFT] = "left",
  [S_RIGHT] = "right",
  [S_TOP] = "top",
  [S_BOTTOM] = "bottom",
  [S_STYLES] = "cellXfs",
  [S_STYLE] = "xf",
  NULL,
};

static void
add_code (CellStyles *styles, Part *part)
{
  guint       id = part_number (part, "numFmtId", 0);
  const char *code = part_attribute (part, "formatCode");

  g_hash_table_replace (styles->codes, GUINT_TO_POINTER (id), g_strdup (code));
}

static NumberFormat *
format_of (CellStyles *styles, guint id)
{
  gpointer      key = GUINT_TO_POINTER (id);
  NumberFormat *format = g_hash_table_lookup (styles->formats, key);
  const char   *code = g_hash_table_lookup (styles->codes, key);

  if (format == NULL)
    {
      format = number_format_new (code != NULL ? code : number_format_builtin (id));
      g_hash_table_insert (styles->formats, key, format);
    }
  return format;
}

static void
add_style (CellStyles *styles, Part *part)
{
  guint     border = part_number (part, "borderId", 0);
  CellStyle style = {
    .format = format_of (styles, part_number (part, "numFmtId", 0)),
    .has_border = border < styles->borders->len &&
                  g_array_index (styles->borders, gboolean, border),
  };

  g_array_append_val (styles->styles, style);
}

/* One element of the list that is being read. */
static void
read_item (CellStyles *styles, Part *part, Name list)
{
  Name     name = part_name (part);
  gboolean no = FALSE;

  if (list == S_FORMATS && name == S_FORMAT)
    add_code (styles, part);
  else if (list == S_STYLES && name == S_STYLE && styles->styles->len < MAX_STYLES)
    add_style (styles, part);
  else if (list == S_BORDERS && name == S_BORDER && styles->borders->len < MAX_STYLES)
    g_array_append_val (styles->borders, no);
  else if (list == S_BORDERS && name >= S_LEFT && name <= S_BOTTOM &&
           styles->borders->len > 0 && part_flag (part, "style", FALSE))
    g_array_index (styles->borders, gboolean, styles->borders->len - 1) = TRUE;
}

static gboolean
read_part (CellStyles *styles, Package *package, const char *path, GError **error)
{
  g_autoptr (Part) part = part_open (package, path, names, error);
  Name      list = S_STYLE;
  PartEvent event;

  if (part == NULL)
    return FALSE;
  while ((event = part_next (part)) != PART_DONE)
    {
      Name     name = part_name (part);
      gboolean is_list = name == S_FORMATS || name == S_BORDERS || name == S_STYLES;

      if (event == PART_START && is_list)
        list = name;
      else if (event == PART_END && is_list)
        list = S_STYLE;
      else if (event == PART_START)
        read_item (styles, part, list);
    }
  return part_finish (part, error);
}

CellStyles *
cell_styles_read (Package *package, const char *path, GError **error)
{
  g_autoptr (CellStyles) styles = g_new0 (CellStyles, 1);

  styles->codes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  styles->formats =
      g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) number_format_free);
  styles->borders = g_array_new (FALSE, FALSE, sizeof (gboolean));
  styles->styles = g_array_new (FALSE, FALSE, sizeof (CellStyle));
  if (path != NULL && package_has (package, path) &&
      !read_part (styles, package, path, error))
    return NULL;
  styles->plain.format = format_of (styles, 0);
  return g_steal_pointer (&styles);
}

void
cell_styles_free (CellStyles *styles)
{
  g_hash_table_unref (styles->codes);
  g_hash_table_unref (styles->formats);
  g_array_unref (styles->borders);
  g_array_unref (styles->styles);
  g_free (styles);
}

const CellStyle *
cell_styles_get (const CellStyles *styles, guint index)
{
  return index < styles->styles->len ? &g_array_index (styles->styles, CellStyle, index)
                                     : &styles->plain;
}
