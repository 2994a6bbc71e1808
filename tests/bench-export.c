/* tests/bench-export.c — how fast exports are, as ratios measured in one run.
 *
 *   bench-export DOCUMENT [PROJECTS]
 *
 * The PDF of so many tables like those of the document beside Pango shaping the same
 * texts alone, in the same fonts and widths, and beside LibreOffice converting the
 * workbook, where there is one; the workbook beside a bare loop of libxlsxwriter over
 * the same cells in the same looks, merged and set up alike.  What is ours reads the
 * records and puts them into the file.  All are measured in turns, and the least
 * processor time of each counts (of LibreOffice, which is another process, the time
 * that passes).  Timings never decide a test: this is run by hand.
 */

#include "app/export/export.h"
#include "tests/large-file.h"

#include <glib/gstdio.h>
#include <pango/pangocairo.h>
#include <stdlib.h>
#include <time.h>
#include <xlsxwriter.h>

#define TURNS 5

/* Seconds of processor time: what other programs do meanwhile does not count. */
static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static void
stop_on (GError *error)
{
  if (error == NULL)
    return;
  g_printerr ("bench-export: %s\n", error->message);
  exit (1);
}

static GPtrArray *
load (Db *db)
{
  GError *error = NULL;
  g_autoptr (GArray) ids = document_ids (db, &error);
  GPtrArray *documents = g_ptr_array_new_with_free_func (document_free);

  stop_on (error);
  for (guint i = 0; i < ids->len; i++)
    {
      g_ptr_array_add (documents,
                       document_load (db, g_array_index (ids, gint64, i), &error));
      stop_on (error);
    }
  return documents;
}

static double
time_export (Db *db, GPtrArray *documents, const char *format, gboolean whole,
             const char *path)
{
  const ExportOptions options = { .format = format, .whole = whole, .partial = TRUE };
  double              start = now ();
  GError             *error = NULL;

  export_write (db, documents, &options, path, &error);
  stop_on (error);
  return now () - start;
}

static int
width_of (const FormTable *table, const FormCell *cell)
{
  double mm = 0;

  for (guint i = cell->col; i < cell->col + cell->col_span; i++)
    mm += g_array_index (table->form->widths, guint, i);
  return mm * 72 / 25.4 * PANGO_SCALE;
}

/* Calls use for every text that is printed, with the width it has. */
static void
each_text (const GPtrArray *outlines,
           void (*use) (const char *text, int width, gpointer data), gpointer data)
{
  for (guint o = 0; o < outlines->len; o++)
    {
      const Outline *outline = outlines->pdata[o];

      for (guint i = 0; i < outline->items->len; i++)
        {
          const OutlineItem *item = outline->items->pdata[i];

          if (item->table == NULL)
            use (item->text, -1, data);
          for (guint k = 0; item->table != NULL && k < item->table->cells->len; k++)
            {
              const FormCell *cell = item->table->cells->pdata[k];

              if (cell->text != NULL)
                use (cell->text, width_of (item->table, cell), data);
            }
        }
    }
}

static void
shape (const char *text, int width, gpointer layout)
{
  PangoRectangle logical;

  pango_layout_set_width (layout, width);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_extents (layout, NULL, &logical);
}

static double
time_pango (const GPtrArray *outlines)
{
  PangoContext *context =
      pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoLayout          *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_from_string (
      "SimSun, FangSong, Noto Serif CJK SC, Noto Sans CJK SC 10");
  double start = now ();

  pango_layout_set_font_description (layout, font);
  each_text (outlines, shape, layout);
  pango_font_description_free (font);
  g_object_unref (layout);
  g_object_unref (context);
  return now () - start;
}

/* What is read already, in one file: all but the records in it. */
static double
time_writing (Outline *outline, const char *format, const char *path)
{
  double  start = now ();
  GError *error = NULL;

  export_outline (outline, format, path, &error);
  stop_on (error);
  return now () - start;
}

/* How the loop's sheet is printed: as ours. */
static void
set_up_sheet (lxw_worksheet *sheet, const FormTable *table)
{
  worksheet_set_paper (sheet, 9);
  worksheet_set_margins (sheet, 0.59, 0.59, 0.59, 0.71);
  worksheet_center_horizontally (sheet);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_set_footer (sheet, "&C第&P页 共&N页");
  worksheet_gridlines (sheet, LXW_HIDE_ALL_GRIDLINES);
  worksheet_repeat_rows (sheet, 0, 2);
  worksheet_freeze_panes (sheet, 3, 0);
  for (guint col = 0; col < table->cols; col++)
    worksheet_set_column (sheet, col, col, 12.5, NULL);
  for (guint row = 0; row < table->rows; row++)
    worksheet_set_row (sheet, row, 18.2, NULL);
}

static void
fill_sheet (lxw_worksheet *sheet, const FormTable *table, lxw_format **formats)
{
  for (guint k = 0; k < table->cells->len; k++)
    {
      const FormCell *cell = table->cells->pdata[k];
      const char     *text = cell->text ? cell->text : "";
      lxw_format     *format = formats[cell->style];

      if (cell->row_span * cell->col_span > 1)
        worksheet_merge_range (sheet, cell->row, cell->col,
                               cell->row + cell->row_span - 1,
                               cell->col + cell->col_span - 1, text, format);
      else
        worksheet_write_string (sheet, cell->row, cell->col, text, format);
    }
}

/* The same sheets with the same cells, looks and merges, set up for printing alike:
 * what is in memory already, nothing else.  */
static double
time_bare_workbook (const GPtrArray *outlines, const char *path)
{
  double        start = now ();
  lxw_workbook *book = workbook_new (path);
  lxw_format   *formats[FORM_TEXT + 1];

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      formats[i] = workbook_add_format (book);
      format_set_font_name (formats[i], "宋体");
      format_set_font_size (formats[i], 10 + i);
      format_set_align (formats[i], LXW_ALIGN_CENTER);
      format_set_align (formats[i], LXW_ALIGN_VERTICAL_CENTER);
      format_set_num_format_index (formats[i], 49);
      format_set_border (formats[i], LXW_BORDER_THIN);
      format_set_text_wrap (formats[i]);
    }
  for (guint o = 0; o < outlines->len; o++)
    {
      const Outline *outline = outlines->pdata[o];

      for (guint i = 0; i < outline->items->len; i++)
        {
          const FormTable *table = ((OutlineItem *) outline->items->pdata[i])->table;
          lxw_worksheet   *sheet = workbook_add_worksheet (book, NULL);

          set_up_sheet (sheet, table);
          fill_sheet (sheet, table, formats);
        }
    }
  workbook_close (book);
  return now () - start;
}

/* < 0: there is no LibreOffice. */
static double
time_libreoffice (const char *folder, const char *path)
{
  g_autofree char *program = g_find_program_in_path ("soffice");
  const char      *call[] = { program,    "--headless", "--convert-to", "pdf",
                              "--outdir", folder,       path,           NULL };
  gint64           start = g_get_monotonic_time ();

  if (program == NULL ||
      !g_spawn_sync (NULL, (char **) call, NULL,
                     G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                     NULL, NULL, NULL, NULL, NULL))
    return -1;
  return (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static goffset
size_of (const char *path)
{
  GStatBuf found;

  return g_stat (path, &found) == 0 ? found.st_size : 0;
}

static void
free_outline (gpointer outline)
{
  outline_free (outline);
}

/* The tables of all documents; the time it took to read them. */
static GPtrArray *
read_tables (Db *db, const GPtrArray *documents, double *seconds)
{
  GPtrArray *outlines = g_ptr_array_new_with_free_func (free_outline);
  double     start = now ();
  GError    *error = NULL;

  for (guint i = 0; i < documents->len; i++)
    {
      g_ptr_array_add (outlines,
                       outline_of_tables (db, documents->pdata[i], NULL, NULL, &error));
      stop_on (error);
    }
  *seconds = now () - start;
  return outlines;
}

int
main (int argc, char **argv)
{
  GError          *error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("jixiao-XXXXXX", NULL);
  g_autofree char *pdf = g_build_filename (folder, "out.pdf", NULL);
  g_autofree char *xlsx = g_build_filename (folder, "tables.xlsx", NULL);
  g_autofree char *bare = g_build_filename (folder, "bare.xlsx", NULL);
  g_autofree char *office = g_build_filename (folder, "tables.pdf", NULL);
  g_autofree char *file = g_build_filename (folder, "large.jixiao", NULL);
  g_autoptr (Db) db = NULL;
  g_autoptr (GPtrArray) documents = NULL;
  g_autoptr (GPtrArray) outlines = NULL;
  Outline *all;
  double   reading = G_MAXDOUBLE, ours = reading, pango = reading, book = reading,
         loop = reading, drawing = reading, filling = reading, libreoffice;

  if (argc < 2)
    {
      g_printerr ("bench-export DOCUMENT [PROJECTS]\n");
      return 2;
    }
  large_file_make (file, argv[1], argc > 2 ? atoi (argv[2]) : 100, 20);
  db = db_open (file, DB_OPEN_READ, &error);
  stop_on (error);
  documents = load (db);
  for (guint i = 0; i < TURNS; i++)
    {
      double once;

      g_clear_pointer (&outlines, g_ptr_array_unref);
      outlines = read_tables (db, documents, &once);
      reading = MIN (reading, once);
      ours = MIN (ours, time_export (db, documents, "pdf", FALSE, pdf));
      pango = MIN (pango, time_pango (outlines));
      book = MIN (book, time_export (db, documents, "xlsx", FALSE, xlsx));
      loop = MIN (loop, time_bare_workbook (outlines, bare));
    }
  libreoffice = time_libreoffice (folder, xlsx);
  all = outlines->pdata[0];
  for (guint i = 1; i < outlines->len; i++)
    outline_append (all, g_steal_pointer (&outlines->pdata[i]));
  g_ptr_array_set_size (outlines, 1);
  for (guint i = 0; i < TURNS; i++)
    {
      drawing = MIN (drawing, time_writing (all, "pdf", office));
      filling = MIN (filling, time_writing (all, "xlsx", bare));
    }
  g_print ("reading the tables of %u texts: %.1f ms\n", documents->len, reading * 1e3);
  g_print ("PDF %.1f ms, %.2f MB; Pango alone %.1f ms: %.1f times\n", ours * 1e3,
           size_of (pdf) / 1e6, pango * 1e3, ours / pango);
  if (libreoffice > 0)
    g_print ("LibreOffice %.1f s: %.1f times ours\n", libreoffice, libreoffice / ours);
  g_print ("XLSX %.1f ms, %.2f MB; a bare loop %.1f ms: %.1f times\n", book * 1e3,
           size_of (xlsx) / 1e6, loop * 1e3, book / loop);
  g_print ("of which: reading %.1f ms; setting and writing the PDF %.1f ms, filling the"
           " workbook %.1f ms (%.1f times the loop); the rest is the records in the"
           " file\n",
           reading * 1e3, drawing * 1e3, filling * 1e3, filling / loop);
  for (guint i = 0; i < 5; i++)
    g_unlink ((const char *[]){ pdf, xlsx, bare, office, file }[i]);
  g_rmdir (folder);
  return 0;
}
