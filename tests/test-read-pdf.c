/* tests/test-read-pdf.c — a PDF document: lines make tables, over the ends of pages. */

#include "tests/outline.h"
#include "tests/suite.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <string.h>

#define SIZE 10 /* of the letters, in points; a page is 200 by 200 */

static cairo_status_t
write_cb (void *data, const unsigned char *bytes, unsigned int n)
{
  g_byte_array_append (data, bytes, n);
  return CAIRO_STATUS_SUCCESS;
}

static void
draw_text (cairo_t *cr, double x, double y, double size, const char *text)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Noto Sans CJK SC");

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  pango_font_description_free (font);
}

/* One step: “L x0 y0 x1 y1” a line, “F x y width height” a filled box, “T x y words”,
 * “B size x y words” in letters of that size, “W times words” aslant and larger, “C x y
 * width height” … “U” what is seen only there, “I” an image over the page, “O n” so
 * many round shapes, “G” … “E” what is transparent, “R” a quarter turn, “S” a page
 * twice as wide, “P” the next page. */
static void
draw (cairo_t *cr, const char *step)
{
  double x = 0, y = 0, x1 = 0, y1 = 0;
  int    words = 0;

  switch (*step)
    {
    case 'L':
      sscanf (step + 1, "%lf %lf %lf %lf", &x, &y, &x1, &y1);
      cairo_move_to (cr, x, y);
      cairo_line_to (cr, x1, y1);
      cairo_set_line_width (cr, 0.5);
      cairo_stroke (cr);
      break;
    case 'F':
      sscanf (step + 1, "%lf %lf %lf %lf", &x, &y, &x1, &y1);
      cairo_rectangle (cr, x, y, x1, y1);
      cairo_fill (cr);
      break;
    case 'T':
      sscanf (step + 1, "%lf %lf %n", &x, &y, &words);
      draw_text (cr, x, y, SIZE, step + 1 + words);
      break;
      case 'I': {
        cairo_surface_t *image =
            cairo_image_surface_create (CAIRO_FORMAT_RGB24, 200, 200);

        cairo_set_source_surface (cr, image, 0, 0);
        cairo_paint (cr);
        cairo_set_source_rgb (cr, 0, 0, 0);
        cairo_surface_destroy (image);
        break;
      }
    case 'C':
      sscanf (step + 1, "%lf %lf %lf %lf", &x, &y, &x1, &y1);
      cairo_save (cr);
      cairo_rectangle (cr, x, y, x1, y1);
      cairo_clip (cr);
      break;
    case 'U':
      cairo_restore (cr);
      break;
    case 'O':
      sscanf (step + 1, "%lf", &x);
      for (int i = 0; i < (int) x; i++)
        {
          cairo_new_path (cr);
          cairo_arc (cr, 10 + i % 10 * 15, 10 + i / 10 * 15, 5, 0, 2 * G_PI);
          cairo_fill (cr);
        }
      break;
    case 'W':
      sscanf (step + 1, "%lf %n", &x, &words);
      cairo_save (cr);
      cairo_translate (cr, 60, 60);
      cairo_rotate (cr, G_PI / 5);
      draw_text (cr, 0, 0, x * SIZE, step + 1 + words);
      cairo_restore (cr);
      break;
    case 'B':
      sscanf (step + 1, "%lf %lf %lf %n", &x1, &x, &y, &words);
      draw_text (cr, x, y, x1, step + 1 + words);
      break;
    case 'S':
      cairo_pdf_surface_set_size (cairo_get_target (cr), 400, 200);
      break;
    case 'R':
      cairo_translate (cr, 200, 0);
      cairo_rotate (cr, G_PI / 2);
      break;
    case 'G':
      cairo_push_group (cr);
      break;
    case 'E':
      cairo_pop_group_to_source (cr);
      cairo_paint_with_alpha (cr, 0.8);
      cairo_set_source_rgb (cr, 0, 0, 0);
      break;
    default:
      cairo_show_page (cr);
    }
}

static GBytes *
drawn (const char *steps)
{
  GByteArray *bytes = g_byte_array_new ();
  g_auto (GStrv) all = g_strsplit (steps, "; ", -1);
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (write_cb, bytes, 200, 200);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; all[i] != NULL; i++)
    draw (cr, all[i]);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

/* Two rows of two columns, 20 to 180 across. */
#define GRID                                                           \
  "L 20 20 180 20; L 20 60 180 60; L 20 100 180 100; L 20 20 20 100; " \
  "L 100 20 100 100; L 180 20 180 100; "
/* A table that goes on: three rows to the foot of the page, two on the next. */
#define FOOT                                                               \
  "L 20 60 180 60; L 20 100 180 100; L 20 140 180 140; L 20 180 180 180; " \
  "L 20 60 20 180; L 100 60 100 180; L 180 60 180 180; "
#define COLUMNS "T 20 20 名称; T 80 20 内容; T 140 20 金额; "
/* What letters are read as whose font does not say what characters they are. */
#define CODES                                                                                                      \
  "T 20 80 ËéÙ×®îÿ³ÃåùëÅ; T 20 100 ËéÙ×®îÿ³ÃåùëÅ; T 20 120 ËéÙ×®îÿ³ÃåùëÅ; " \
  "T 20 140 ËéÙ×®îÿ³ÃåùëÅ; T 20 160 ËéÙ×®îÿ³ÃåùëÅ"
#define FILL "T 20 5 一二三四五六七八九十一二三四五六; "

#define TWICE(y)                                           \
  "T 20 " y " 一二三四五六七八九十一二三四五六; T 20.3 " y \
  " 一二三四五六七八九十一二三四五六; "

static const struct {
  const char *what, *steps, *outline;
} pages[] = {
  { "a table", GRID "T 25 30 甲; T 105 30 乙; T 25 70 丙; T 105 70 丁",
    "T 0,0:甲 0,1:乙 1,0:丙 1,1:丁" },
  { "a merged cell across",
    "L 20 20 180 20; L 20 60 180 60; L 20 100 180 100; L 20 20 20 100; "
    "L 100 60 100 100; L 180 20 180 100; T 25 30 甲; T 25 70 丙; T 105 70 丁",
    "T 0,0+1x2:甲 1,0:丙 1,1:丁" },
  { "a merged cell down",
    "L 20 20 180 20; L 100 60 180 60; L 20 100 180 100; L 20 20 20 100; "
    "L 100 20 100 100; L 180 20 180 100; T 25 30 甲; T 105 30 乙; T 105 70 丁",
    "T 0,0+2x1:甲 0,1:乙 1,1:丁" },
  { "lines that are boxes, in pieces",
    "F 20 20 80 .5; F 100 20 80 .5; F 20 60 80 .5; F 100.5 60 79.5 .5; F 20 20 .5 40; "
    "F 100 20 .5 40; F 180 20 .5 40; T 25 30 甲; T 105 30 乙",
    "T 0,0:甲 0,1:乙" },
  { "no lines at the sides",
    "L 20 20 180 20; L 20 60 180 60; L 100 20 100 60; T 25 30 甲; T 105 30 乙",
    "T 0,0:甲 0,1:乙" },
  { "lines down are no table", "T 25 30 甲; L 20 20 20 100; L 60 20 60 100", "P 甲" },
  { "a line under words is no table", "T 25 30 甲; L 25 45 35 45", "P 甲" },
  { "a frame is no table",
    "L 20 20 180 20; L 20 60 180 60; L 20 20 20 60; L 180 20 180 60; T 25 30 甲",
    "P 甲" },
  { "wrapped lines of a cell",
    GRID "T 22 21 资金主要用于购; T 22 33 置设备; T 105 30 12.5; T 25 70 一; "
         "T 25 82 二",
    "T 0,0:资金主要用于购置设备 0,1:12.5 1,0:一¶二 1,1:" },
  { "words of Latin letters keep their space",
    GRID "T 22 21 abcdef ghijkl; T 22 33 mno; T 105 30 乙",
    "T 0,0:abcdef ghijkl mno 0,1:乙 1,0: 1,1:" },
  { "text around a table", "T 20 5 前; " GRID "T 25 30 甲; T 105 30 乙; T 20 110 后",
    "P 前 ; T 0,0:甲 0,1:乙 1,0: 1,1: ; P 后" },
  { "wrapped lines of a paragraph",
    "T 40 30 一二三四五六七八九十一二三四; T 20 45 五六七八。; T 40 60 九十。",
    "P 一二三四五六七八九十一二三四五六七八。 ; P 九十。" },
  { "a paragraph that begins after a full line",
    "T 40 30 一二三四五六七八九十一二三四; T 20 45 五六七八九十一二三四五六七八九。; "
    "T 40 60 一二三四五六七八九十一二三四; T 20 75 五。",
    "P 一二三四五六七八九十一二三四五六七八九十一二三四五六七八九。 ; "
    "P 一二三四五六七八九十一二三四五。" },
  { "a heading in two lines",
    "T 20 20 一二三四五六七八九十一二三四五六; T 25 60 一二三四五六七八九十一二三四五; "
    "T 70 75 六七八九十一",
    "P 一二三四五六七八九十一二三四五六 ; "
    "P 一二三四五六七八九十一二三四五六七八九十一" },
  { "lines of contents",
    "T 20 30 一二三四五六; T 170 30 3; T 20 45 七八九十; T 170 45 4",
    "P 一二三四五六\t3 ; P 七八九十\t4" },
  { "lines of contents that reach farther than the text",
    "T 28 20 甲…………………………………………; T 40 50 一二三四五六七八九十一二三四; "
    "T 20 65 五六七八。",
    "P 甲………………………………………… ; P 一二三四五六七八九十一二三四五六七八。" },
  { "text on an upright page, and on one that lies",
    "T 40 50 一二三四五六七八九十一二三四; T 20 65 五六七八。; P; S; T 20 50 九十",
    "P 一二三四五六七八九十一二三四五六七八。 ; P 九十" },
  { "words far apart in a line", "T 20 30 甲局; T 120 30 单位：万元",
    "P 甲局\t单位：万元" },
  { "numbers of pages",
    "T 20 50 甲; T 95 185 1; P; T 20 50 乙; T 95 185 - 2 -; P; T 20 50 丙; "
    "T 80 185 第 3 页 共 3 页",
    "P 甲 ; P 乙 ; P 丙" },
  { "what every page repeats",
    "T 60 2 某局绩效文本; T 20 50 甲; P; T 60 2 某局绩效文本; T 20 50 乙",
    "P 甲 ; P 乙" },
  { "a table goes on",
    FILL FOOT "T 25 65 甲; T 105 65 乙; T 25 105 丙; T 105 105 丁; T 25 145 戊; "
              "T 105 145 己; P; " GRID
              "T 25 30 庚; T 105 30 辛; T 25 70 壬; T 105 70 癸",
    "P 一二三四五六七八九十一二三四五六 ; T 0,0:甲 0,1:乙 1,0:丙 1,1:丁 2,0:戊 2,1:己 "
    "3,0:庚 3,1:辛 4,0:壬 4,1:癸" },
  { "its head is printed again",
    FILL FOOT "T 25 65 甲; T 105 65 乙; T 25 105 丙; T 105 105 丁; T 25 145 戊; "
              "T 105 145 己; P; " GRID
              "T 25 30 甲; T 105 30 乙; T 25 70 壬; T 105 70 癸",
    "P 一二三四五六七八九十一二三四五六 ; T 0,0:甲 0,1:乙 1,0:丙 1,1:丁 2,0:戊 2,1:己 "
    "3,0:壬 3,1:癸" },
  { "a row that the page cut",
    FILL FOOT
    "T 25 65 甲; T 105 65 乙; T 25 105 丙; T 105 105 丁; T 25 145 戊; "
    "T 102 141 资金主要用于购; T 102 153 置设备和开展本; T 102 165 培训工作以及宣; "
    "P; " GRID "T 102 21 传; T 25 70 壬; T 105 70 癸",
    "P 一二三四五六七八九十一二三四五六 ; T 0,0:甲 0,1:乙 1,0:丙 1,1:丁 2,0:戊 "
    "2,1:资金主要用于购置设备和开展本培训工作以及宣传 3,0:壬 3,1:癸" },
  { "a row whose edge the page cut off, and a cell that ended there",
    "L 20 60 180 60; L 20 120 180 120; L 20 180 100 180; L 20 60 20 185; "
    "L 100 60 100 185; L 180 60 180 185; T 25 65 甲; T 105 65 乙; T 25 125 丙; "
    "T 105 125 丁; P; L 20 20 100 20; L 20 60 180 60; L 20 20 20 60; L 100 20 100 60; "
    "L 180 20 180 60; T 25 30 戊; T 105 30 己; T 30 80 尾",
    "T 0,0:甲 0,1:乙 1,0:丙 1,1+2x1:丁己 2,0:戊 ; P 尾" },
  { "rows that the page cut off all at once",
    "L 20 60 180 60; L 20 120 180 120; L 20 60 20 185; L 100 60 100 185; "
    "L 180 60 180 185; T 25 65 甲; T 105 65 乙; T 25 125 丙; T 105 125 丁; P; "
    "L 20 60 180 60; L 20 20 20 60; L 100 20 100 60; L 180 20 180 60; T 25 30 戊; "
    "T 105 30 己; T 30 80 尾",
    "T 0,0:甲 0,1:乙 1,0:丙戊 1,1:丁己 ; P 尾" },
  { "a full row that ended, beside a label that goes on",
    "L 20 60 180 60; L 50 180 180 180; L 20 60 20 180; L 50 60 50 180; "
    "L 90 60 90 180; L 130 60 130 180; L 180 60 180 180; T 25 100 甲; T 53 165 一二三; "
    "T 93 165 四五六; T 133 165 七八九十; P; L 20 60 180 60; L 20 20 20 60; "
    "L 50 20 50 60; L 90 20 90 60; L 130 20 130 60; L 180 20 180 60; T 53 22 乙乙乙; "
    "T 93 22 丙丙丙; T 133 22 丁丁丁丁",
    "T 0,0+2x1:甲 0,1:一二三 0,2:四五六 0,3:七八九十 1,1:乙乙乙 1,2:丙丙丙 "
    "1,3:丁丁丁丁" },
  { "a label over all of a page",
    "L 60 20 180 20; L 60 60 180 60; L 60 100 180 100; L 20 20 20 100; "
    "L 60 20 60 100; L 100 20 100 100; L 180 20 180 100; T 25 50 甲; T 65 30 乙; "
    "T 105 30 丙; T 65 70 丁; T 105 70 戊",
    "T 0,0+2x1:甲 0,1:乙 0,2:丙 1,1:丁 1,2:戊" },
  { "words that stick out of their cells",
    GRID "T 72 30 一二三四; T 125 30 乙; T 25 70 丙; T 150 70 五六七八",
    "T 0,0:一二三四 0,1:乙 1,0:丙 1,1:五六七八" },
  { "a merged cell that the page cut at both ends",
    "L 20 20 60 20; L 100 20 180 20; L 20 60 60 60; L 100 60 180 60; L 20 20 20 60; "
    "L 60 20 60 60; L 100 20 100 60; L 180 20 180 60; T 25 30 甲; T 65 30 乙; "
    "T 105 30 丙",
    "T 0,0:甲 0,1:乙 0,2:丙" },
  { "a page whose text is turned to the right",
    "R; " GRID "T 25 30 甲乙丙; T 105 30 丁; T 25 70 戊; T 105 70 己",
    "T 0,0:甲乙丙 0,1:丁 1,0:戊 1,1:己" },
  { "a page upside down",
    "R; R; " GRID "T 25 30 甲乙丙; T 105 30 丁; T 25 70 戊; T 105 70 己",
    "T 0,0:甲乙丙 0,1:丁 1,0:戊 1,1:己" },
  { "a page whose text is turned to the left",
    "R; R; R; " GRID "T 25 30 甲乙丙; T 105 30 丁; T 25 70 戊; T 105 70 己",
    "T 0,0:甲乙丙 0,1:丁 1,0:戊 1,1:己" },
  { "turned letters that Poppler does not find between the first two corners",
    "R; R; R; T 140 90 一; T 140 20 一二三四五六", "P 一二三四五六 ; P 一" },
  { "a watermark",
    "W 4 内部; " GRID
    "T 25 30 甲一二三四; T 105 30 乙一二三四; T 25 70 丙; T 105 70 丁; P; "
    "W 4 内部; T 20 50 一二三四五六",
    "T 0,0:甲一二三四 0,1:乙一二三四 1,0:丙 1,1:丁 ; P 一二三四五六" },
  { "what stands aslant over one page, no larger than its text",
    GRID "T 25 30 甲一二三四; T 105 30 乙一二三四; T 25 70 丙; T 105 70 丁; W 1 "
         "仅供内部使用",
    "T 0,0:甲一二三四 0,1:乙一二三四 1,0:丙 1,1:丁" },
  { "bold letters, which are drawn twice",
    TWICE ("20") TWICE ("40") TWICE ("60") TWICE ("80") "T 20 100 一",
    "P 一二三四五六七八九十一二三四五六一二三四五六七八九十一二三四五六"
    "一二三四五六七八九十一二三四五六一二三四五六七八九十一二三四五六一" },
  { "letters that nobody can read",
    GRID "B 1 25 25 隐藏12; T 25 30 甲; T 105 30 乙; T 25 70 丙; T 105 70 丁",
    "T 0,0:甲 0,1:乙 1,0:丙 1,1:丁" },
  { "two pages on a sheet",
    "S; T 25 5 前; " GRID "T 25 30 甲; T 105 30 乙; T 25 70 丙; T 105 70 丁; "
    "T 225 5 后; L 220 20 380 20; L 220 60 380 60; L 220 20 220 60; L 300 20 300 60; "
    "L 380 20 380 60; T 225 30 戊; T 305 30 己",
    "P 前 ; T 0,0:甲 0,1:乙 1,0:丙 1,1:丁 ; P 后 ; T 0,0:戊 0,1:己" },
  { "a wide page, which is one",
    "S; T 190 5 前后; " GRID "T 25 30 甲; T 105 30 乙; T 25 70 丙; T 105 70 丁; "
    "T 225 120 尾",
    "P 前后 ; T 0,0:甲 0,1:乙 1,0:丙 1,1:丁 ; P 尾" },
  { "a table that is transparent",
    "G; " GRID "T 25 30 甲; T 105 30 乙; T 25 70 丙; T 105 70 丁; E",
    "T 0,0:甲 0,1:乙 1,0:丙 1,1:丁" },
  { "another table that had no room",
    FILL "T 20 180 尾; " GRID "T 25 30 甲; T 105 30 乙; P; " GRID
         "T 25 30 丙; T 105 30 丁",
    "P 一二三四五六七八九十一二三四五六 ; T 0,0:甲 0,1:乙 1,0: 1,1: ; P 尾 ; "
    "T 0,0:丙 0,1:丁 1,0: 1,1:" },
  { "columns without lines",
    COLUMNS "T 20 40 甲; T 80 40 乙; T 140 40 5; T 20 60 丙; T 80 60 丁; T 140 60 6",
    "T 0,0:名称 0,1:内容 0,2:金额 1,0:甲 1,1:乙 1,2:5 2,0:丙 2,1:丁 2,2:6" },
  { "wrapped cells in them",
    COLUMNS "T 20 47 甲; T 80 40 购置设备; T 80 54 若干; T 140 47 5; T 20 74 丙; "
            "T 80 74 丁; T 140 74 6",
    "T 0,0:名称 0,1:内容 0,2:金额 1,0:甲 1,1:购置设备若干 1,2:5 2,0:丙 2,1:丁 2,2:6" },
  { "words over several of them",
    COLUMNS "T 20 40 甲; T 80 40 一二三四五六七八; T 20 60 丙; T 80 60 丁; T 140 60 6",
    "T 0,0:名称 0,1:内容 0,2:金额 1,0:甲 1,1+1x2:一二三四五六七八 2,0:丙 2,1:丁 "
    "2,2:6" },
  { "a label of two rows",
    COLUMNS "T 80 40 购置设备; T 140 40 5; T 20 50 产出; T 80 60 培训人员; T 140 60 6; "
            "T 20 80 效果; T 80 80 丙; T 140 80 7",
    "T 0,0:名称 0,1:内容 0,2:金额 1,0+2x1:产出 1,1:购置设备 1,2:5 2,1:培训人员 2,2:6 "
    "3,0:效果 3,1:丙 3,2:7" },
  { "columns that go on on the next page",
    COLUMNS "T 20 40 甲; T 80 40 乙; T 140 40 5; P; T 20 20 丙; T 80 20 丁; T 140 20 6",
    "T 0,0:名称 0,1:内容 0,2:金额 1,0:甲 1,1:乙 1,2:5 2,0:丙 2,1:丁 2,2:6" },
  { "cells of several lines, drawn one after the other",
    "T 20 20 名称; T 80 20 内容; T 140 20 金额; T 20 60 甲; T 80 46 购置; T 80 60 "
    "设备; "
    "T 80 74 若干; T 140 60 5; T 20 94 丙; T 80 88 丁; T 80 102 戊; T 140 94 6",
    "T 0,0:名称 0,1:内容 0,2:金额 1,0:甲 1,1:购置设备若干 1,2:5 2,0:丙 2,1:丁戊 "
    "2,2:6" },
  { "a heading right above them, in larger letters",
    "B 15 20 2 大标题; T 20 20 名称; T 80 20 内容; T 140 20 金额; T 20 60 甲; "
    "T 80 46 购置; T 80 60 设备; T 80 74 若干; T 140 60 5; T 20 94 丙; T 80 88 丁; "
    "T 80 102 戊; T 140 94 6",
    "P 大标题 ; T 0,0:名称 0,1:内容 0,2:金额 1,0:甲 1,1:购置设备若干 1,2:5 2,0:丙 "
    "2,1:丁戊 2,2:6" },
  { "rows of them at the end of a page, full to the edges",
    COLUMNS
    "T 20 60 甲; T 80 46 购置; T 80 60 设备; T 80 74 若干; T 140 60 50.0; "
    "T 20 104 乙; T 80 90 购置; T 80 104 设备; T 80 118 若干; T 140 104 60.0; P; "
    "T 20 34 丙; T 80 20 购置; T 80 34 设备; T 80 48 若干; T 140 34 70.0",
    "T 0,0:名称 0,1:内容 0,2:金额 1,0:甲 1,1:购置设备若干 1,2:50.0 2,0:乙 "
    "2,1:购置设备若干 2,2:60.0 3,0:丙 3,1:购置设备若干 3,2:70.0" },
  { "one of them that the page cut, and a full one behind it",
    COLUMNS "T 20 60 甲; T 80 46 购置; T 80 60 设备; T 80 74 若干; T 140 60 50.0; "
            "T 20 104 乙; T 80 104 购置; T 140 104 60.0; P; T 80 20 设备; T 20 64 丙; "
            "T 80 50 购置; T 80 64 设备; T 80 78 若干; T 140 64 70.0",
    "T 0,0:名称 0,1:内容 0,2:金额 1,0:甲 1,1:购置设备若干 1,2:50.0 2,0:乙 2,1:购置设备 "
    "2,2:60.0 3,0:丙 3,1:购置设备若干 3,2:70.0" },
  { "a number and its unit, which begins at the edge of a column",
    "T 20 20 号; T 50 20 名称; T 96 20 额; T 20 40 1; T 50 40 甲; T 108.9 40 50; "
    "T 20 60 2; T 50 60 乙; T 108.9 60 30; T 20 80 3; T 50 80 丙; T 108.9 80 20; "
    "T 122 20 单位; T 122 40 元; T 122 60 人; T 122 80 次",
    "T 0,0:号 0,1:名称 0,2:额 0,3:单位 1,0:1 1,1:甲 1,2:50 1,3:元 2,0:2 2,1:乙 2,2:30 "
    "2,3:人 3,0:3 3,1:丙 3,2:20 3,3:次" },
  { "the number of a page above what is cut off",
    "T 20 50 一; C 20 100 160 84; T 20 103 二; T 20 179 三; U; T 95 177 1",
    "P 一 ; P 二 ; P 三" },
  { "what is cut off belongs where it is seen",
    GRID
    "T 25 30 甲; T 105 30 乙; C 20 60 80 40; T 25 52 丙; T 25 66 丁; U; T 105 70 戊",
    "T 0,0:甲 0,1:乙 1,0:丙¶丁 1,1:戊" },
  { "tables without a frame that touch",
    "L 20 60 180 60; L 100 20 100 180; L 60 100 60 180; L 140 100 140 180; "
    "L 20 140 180 140; T 25 30 甲; T 105 30 乙; T 25 70 丙; T 105 70 丁; T 25 110 戊; "
    "T 65 110 己; T 105 110 庚; T 145 110 辛",
    "T 0,0+1x2:甲 0,2+1x2:乙 1,0+1x2:丙 1,2+1x2:丁 2,0:戊 2,1:己 2,2:庚 2,3:辛 3,0: "
    "3,1: 3,2: 3,3:" },
  { "rows that a line parts",
    COLUMNS "L 20 37 160 37; T 20 40 甲; T 80 40 购置设; T 140 40 5; T 80 54 备; "
            "L 20 70 160 70; T 20 74 丙; T 80 74 丁; T 140 74 6",
    "T 0,0:名称 0,1:内容 0,2:金额 1,0:甲 1,1:购置设备 1,2:5 2,0:丙 2,1:丁 2,2:6" },
  { "lines of text too close to each other",
    "T 20 20 一二三四五六; T 20 24 七八九十一二", "P 一二三四五六 ; P 七八九十一二" },
  { "a scanned page", "T 20 50 甲; P; I; P; T 20 50 乙",
    "P 甲 ; I 第 2 页是扫描图像，没有文字可读 ; P 乙" },
  { "a scanned page with a stamp", "T 20 50 甲; P; I; T 20 100 扫描软件",
    "P 甲 ; I 第 2 页是扫描图像，没有文字可读 ; P 扫描软件" },
  { "letters that are drawn as shapes", "T 20 20 甲; P; O 60",
    "P 甲 ; I 第 2 页的文字画成了图形，没有文字可读" },
  { "nothing but such letters", "O 60",
    "文件：文字画成了图形，没有文字可读；请向制作的人要 Word 或 Excel 原件，"
    "或用文字识别软件转成文字后再导入" },
  { "some drawings are no letters", "O 20; T 20 150 甲", "P 甲" },
  { "codes instead of characters", "T 20 20 甲; P; T 20 50 乙; " CODES,
    "P 甲 ; I 第 2 页的文字没有编码，读不出是什么字" },
  { "letters beyond the edge of the page",
    "T 20 20 "
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十"
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十",
    "P 一二三四五六七八九十一二三四五六七八" },
  { "nothing but codes", CODES,
    "文件：文字没有编码，读不出是什么字；请向制作的人要 Word 或 Excel 原件，"
    "或用文字识别软件转成文字后再导入" },
  { "nothing but scanned pages", "I; P; I",
    "文件：各页都是扫描图像，没有文字可读；请用文字识别软件转成文字后再导入" },
};

START_TEST (a_page_is_read)
{
  g_autoptr (GBytes) bytes = drawn (pages[_i].steps);
  g_autofree char *seen = outline_of (bytes);

  ck_assert_msg (g_str_equal (seen, pages[_i].outline), "%s\n  %s\n  %s",
                 pages[_i].what, seen, pages[_i].outline);
}
END_TEST

START_TEST (a_file_may_have_bytes_in_front)
{
  static const char junk[] = "\x1B%-12345X@PJL\r\n\r\n";
  g_autoptr (GBytes) bytes = drawn (pages[0].steps);
  g_autoptr (GByteArray) late = g_byte_array_new ();
  g_autoptr (GBytes) whole = NULL;
  g_autofree char *seen = NULL;

  g_byte_array_append (late, (const guint8 *) junk, sizeof junk - 1);
  g_byte_array_append (late, g_bytes_get_data (bytes, NULL),
                       (guint) g_bytes_get_size (bytes));
  whole = g_byte_array_free_to_bytes (g_steal_pointer (&late));
  seen = outline_of (whole);
  ck_assert_str_eq (seen, pages[0].outline);
}
END_TEST

START_TEST (a_file_that_is_cut_or_changed_ends_in_a_line_or_in_blocks)
{
  g_autoptr (GBytes) whole = drawn (pages[13].steps);
  gsize       size;
  const char *data = g_bytes_get_data (whole, &size);

  for (guint i = 1; i < 12; i++)
    {
      g_autofree char *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, size * i / 12);
      g_autoptr (GBytes) changed = NULL;
      g_autofree char *of_cut = outline_of (cut), *of_changed = NULL;

      copy[size * i / 12] ^= 0x41;
      changed = g_bytes_new (copy, size);
      of_changed = outline_of (changed);
      ck_assert (*of_cut != '\0' && *of_changed != '\0');
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("read-pdf");
  TCase *tc = tcase_create ("pages");

  tcase_add_loop_test (tc, a_page_is_read, 0, G_N_ELEMENTS (pages));
  tcase_add_test (tc, a_file_may_have_bytes_in_front);
  tcase_add_test (tc, a_file_that_is_cut_or_changed_ends_in_a_line_or_in_blocks);
  suite_add_tcase (suite, tc);
  return suite_run (suite);
}
