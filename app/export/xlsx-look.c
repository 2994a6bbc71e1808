/* app/export/xlsx-look.c — the looks that cells of a workbook have. */

#include "app/export/xlsx-look.h"
#include "app/export/xml.h"

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define FONT "宋体"

#define TEXT_CODE  49  /* the number of the format “@” in every workbook */
#define OWN_CODES  164 /* the first that a workbook gives out itself */
#define FIRST_LOOK 1   /* number 0 is the look of a cell that has none */
#define MARK_FILL  2   /* behind the two that every workbook begins with */

static void
clear_look (gpointer look)
{
  g_free (((XlsxLook *) look)->code);
}

GArray *
xlsx_looks_new (void)
{
  GArray *looks = g_array_new (FALSE, FALSE, sizeof (XlsxLook));

  g_array_set_clear_func (looks, clear_look);
  return looks;
}

guint
xlsx_look (GArray *looks, FormStyle style, double size, gboolean marked,
           const char *code)
{
  XlsxLook look = { style, size, marked, NULL };

  for (guint i = 0; i < looks->len; i++)
    {
      const XlsxLook *known = &g_array_index (looks, XlsxLook, i);

      if (known->style == style && known->size == size && known->marked == marked &&
          g_strcmp0 (known->code, code) == 0)
        return FIRST_LOOK + i;
    }
  look.code = g_strdup (code);
  g_array_append_val (looks, look);
  return FIRST_LOOK + looks->len - 1;
}

/* Looks of one code share the number of the first. */
static guint
number_of_code (const GArray *looks, const char *code)
{
  guint i = 0;

  if (code == NULL)
    return TEXT_CODE;
  while (g_strcmp0 (g_array_index (looks, XlsxLook, i).code, code) != 0)
    i++;
  return OWN_CODES + i;
}

static void
put (Xml *xml, const char *name, const char *key, const char *value)
{
  xml_leaf (xml, name, key, value, NULL);
}

static void
write_codes (const GArray *looks, Xml *xml)
{
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree char *count = NULL;

  for (guint i = 0; i < looks->len; i++)
    if (number_of_code (looks, g_array_index (looks, XlsxLook, i).code) ==
        OWN_CODES + i)
      g_array_append_val (own, i);
  if (own->len == 0)
    return;
  count = g_strdup_printf ("%u", own->len);
  xml_start (xml, "numFmts", "count", count, NULL);
  for (guint k = 0; k < own->len; k++)
    {
      guint            i = g_array_index (own, guint, k);
      g_autofree char *number = g_strdup_printf ("%u", OWN_CODES + i);

      xml_leaf (xml, "numFmt", "numFmtId", number, "formatCode",
                g_array_index (looks, XlsxLook, i).code, NULL);
    }
  xml_end (xml);
}

static void
write_font (Xml *xml, double size, gboolean bold)
{
  char points[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (points, sizeof points, "%g", size);
  xml_start (xml, "font", NULL);
  if (bold)
    xml_leaf (xml, "b", NULL);
  put (xml, "sz", "val", points);
  put (xml, "name", "val", FONT);
  xml_end (xml);
}

/* The first is the workbook's own, whose digits widths are counted in; then one a
 * look.  */
static void
write_fonts (const GArray *looks, Xml *xml)
{
  g_autofree char *count = g_strdup_printf ("%u", FIRST_LOOK + looks->len);

  xml_start (xml, "fonts", "count", count, NULL);
  write_font (xml, 11, FALSE);
  for (guint i = 0; i < looks->len; i++)
    {
      const XlsxLook *look = &g_array_index (looks, XlsxLook, i);
      const CellLook *cell = look_of_cell (look->style);

      write_font (xml, look->size * cell->scale, cell->bold);
    }
  xml_end (xml);
}

static void
write_fills (Xml *xml)
{
  static const char *const first[] = { "none", "gray125" };

  xml_start (xml, "fills", "count", "3", NULL);
  for (guint i = 0; i < MARK_FILL; i++)
    {
      xml_start (xml, "fill", NULL);
      put (xml, "patternFill", "patternType", first[i]);
      xml_end (xml);
    }
  xml_start (xml, "fill", NULL);
  xml_start (xml, "patternFill", "patternType", "solid", NULL);
  put (xml, "fgColor", "rgb", "FFFFE699");
  put (xml, "bgColor", "indexed", "64");
  xml_end (xml);
  xml_end (xml);
  xml_end (xml);
}

static void
write_borders (Xml *xml)
{
  static const char *const sides[] = { "left", "right", "top", "bottom" };

  xml_start (xml, "borders", "count", "2", NULL);
  for (guint thin = 0; thin < 2; thin++)
    {
      xml_start (xml, "border", NULL);
      for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
        {
          xml_start (xml, sides[i], thin ? "style" : NULL, "thin", NULL);
          if (thin)
            put (xml, "color", "auto", "1");
          xml_end (xml);
        }
      xml_leaf (xml, "diagonal", NULL);
      xml_end (xml);
    }
  xml_end (xml);
}

static void
write_look (const GArray *looks, Xml *xml, guint i)
{
  static const char *const aligns[] = {
    [TYPESET_LEFT] = "left",
    [TYPESET_CENTRE] = "center",
    [TYPESET_RIGHT] = "right",
  };

  const XlsxLook  *look = &g_array_index (looks, XlsxLook, i);
  const CellLook  *cell = look_of_cell (look->style);
  g_autofree char *code = g_strdup_printf ("%u", number_of_code (looks, look->code));
  g_autofree char *font = g_strdup_printf ("%u", FIRST_LOOK + i);
  g_autofree char *fill = g_strdup_printf ("%d", look->marked ? MARK_FILL : 0);

  xml_start (xml, "xf", "numFmtId", code, "fontId", font, "fillId", fill, "borderId",
             cell->border ? "1" : "0", "xfId", "0", "applyNumberFormat", "1",
             "applyFont", "1", "applyFill", "1", "applyBorder", "1", "applyAlignment",
             "1", NULL);
  xml_leaf (xml, "alignment", "horizontal", aligns[cell->align], "vertical", "center",
            "wrapText", "1", NULL);
  xml_end (xml);
}

GBytes *
xlsx_looks_write (const GArray *looks)
{
  g_autofree char *count = g_strdup_printf ("%u", FIRST_LOOK + looks->len);
  Xml              xml;

  xml_begin (&xml);
  xml_start (&xml, "styleSheet", "xmlns", MAIN, NULL);
  write_codes (looks, &xml);
  write_fonts (looks, &xml);
  write_fills (&xml);
  write_borders (&xml);
  xml_start (&xml, "cellStyleXfs", "count", "1", NULL);
  xml_leaf (&xml, "xf", "numFmtId", "0", "fontId", "0", "fillId", "0", "borderId", "0",
            NULL);
  xml_end (&xml);
  xml_start (&xml, "cellXfs", "count", count, NULL);
  xml_leaf (&xml, "xf", "numFmtId", "0", "fontId", "0", "fillId", "0", "borderId", "0",
            "xfId", "0", NULL);
  for (guint i = 0; i < looks->len; i++)
    write_look (looks, &xml, i);
  xml_end (&xml);
  xml_start (&xml, "cellStyles", "count", "1", NULL);
  xml_leaf (&xml, "cellStyle", "name", "Normal", "xfId", "0", "builtinId", "0", NULL);
  xml_end (&xml);
  xml_end (&xml);
  return xml_finish (&xml);
}
