/* app/export/proof.c — what is to be printed of a document, laid out. */

#include "app/export/proof.h"
#include "app/check/checker.h"
#include "app/export/chinese-font.h"
#include "app/export/csv.h"
#include "app/export/findings.h"
#include "app/export/save.h"
#include "app/interchange/interchange.h"

#include <pango/pangocairo.h>
#include <string.h>

static void
keep_project (Document *document, gint64 project)
{
  GPtrArray *kept = g_ptr_array_new ();

  for (guint i = 0; i < document->projects->len; i++)
    {
      Project *one = document->projects->pdata[i];

      if (one->record.id == project)
        g_ptr_array_add (kept, one);
      else
        db_record_free (&project_table, one);
    }
  g_ptr_array_unref (document->projects);
  document->projects = kept;
}

/* What of a document is chosen, as export_write() takes it: Document *, and the options
 * that say so.  */
static GPtrArray *
chosen_documents (Db *db, const ProofChoice *choice, ExportOptions *options,
                  GError **error)
{
  Document  *document = document_load (db, choice->document, error);
  GPtrArray *documents;

  if (document == NULL)
    return NULL;
  documents = g_ptr_array_new_with_free_func (document_free);
  g_ptr_array_add (documents, document);
  if (choice->extent == PROOF_PROJECT)
    keep_project (document, choice->project);
  options->whole = choice->extent == PROOF_TEXT;
  options->partial = choice->extent == PROOF_PROJECT;
  options->marks = choice->marks;
  options->layout = options->whole ? NULL : choice->layout;
  return documents;
}

/* Fonts of one map are used by one thread at a time: these go where the proof goes. */
static gboolean
lay_out (Proof *self, const ExportOptions *options, GError **error)
{
  gboolean      can_be_set;
  PangoFontMap *usual = g_object_ref (pango_cairo_font_map_get_default ());
  PangoFontMap *own = pango_cairo_font_map_new ();

  pango_cairo_font_map_set_default (PANGO_CAIRO_FONT_MAP (own));
  can_be_set = chinese_font_check (error);
  if (can_be_set)
    {
      progress_begin (options->progress, PROGRESS_WRITING, self->outline->items->len);
      self->outline->progress = options->progress;
      self->pages = pages_new (&options->setup);
      pages_add_outline (self->pages, self->outline);
      self->outline->progress = NULL;
    }
  pango_cairo_font_map_set_default (PANGO_CAIRO_FONT_MAP (usual));
  g_object_unref (own);
  g_object_unref (usual);
  return can_be_set;
}

Proof *
proof_new (Db *db, const ProofChoice *choice, Progress *progress, GError **error)
{
  g_autoptr (Proof) self = g_new0 (Proof, 1);
  g_auto (PageSetup) setup = { 0 };
  ExportOptions options = { .progress = progress };

  if (!page_setup_read (db, &setup, error))
    return NULL;
  options.setup = setup;
  self->documents = chosen_documents (db, choice, &options, error);
  if (self->documents != NULL)
    self->outline = export_compose (db, self->documents, &options, error);
  if (self->outline == NULL || !lay_out (self, &options, error))
    return NULL;
  return progress_failed (progress, error) ? NULL : g_steal_pointer (&self);
}

void
proof_free (Proof *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->pages, pages_free);
  g_clear_pointer (&self->outline, outline_free);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_free (self);
}

static gpointer
read_proof (Db *db, gpointer choice, Progress *progress, GError **error)
{
  return proof_new (db, choice, progress, error);
}

static void
free_proof (gpointer proof)
{
  proof_free (proof);
}

const ErrandKind proof_errand = { read_proof, g_free, free_proof, 0 };

static gboolean
export_findings (Db *db, const ProofChoice *choice, const char *format,
                 const char *path, Progress *progress, GError **error)
{
  gint64 project = choice->extent == PROOF_PROJECT ? choice->project : 0;
  g_autoptr (GPtrArray) findings =
      checker_findings (db, choice->document, project, progress, error);

  progress_begin (progress, PROGRESS_WRITING, 0);
  return findings != NULL && findings_write (findings, format, path, error);
}

static gboolean
export_rows (Db *db, const GPtrArray *documents, const ExportOptions *options,
             const char *path, GError **error)
{
  g_autoptr (Outline) outline = export_compose (db, documents, options, error);
  g_autofree char *csv = outline != NULL ? csv_of_tables (outline) : NULL;

  return csv != NULL && save_text (path, csv, error);
}

gboolean
proof_export (Db *db, const ProofChoice *choice, const char *format, const char *path,
              Progress *progress, GError **error)
{
  g_auto (PageSetup) setup = { 0 };
  ExportOptions options = { .format = format, .progress = progress };
  g_autoptr (GPtrArray) documents = NULL;
  g_autofree char *json = NULL;

  if (choice->findings)
    return export_findings (db, choice, format, path, progress, error);
  if (!page_setup_read (db, &setup, error))
    return FALSE;
  options.setup = setup;
  documents = chosen_documents (db, choice, &options, error);
  if (documents == NULL)
    return FALSE;
  if (strcmp (format, "csv") == 0)
    return export_rows (db, documents, &options, path, error);
  if (strcmp (format, "json") != 0)
    return export_write (db, documents, &options, path, error);
  json = interchange_write (documents);
  return save_text (path, json, error);
}

/* A cell of a table: its own record, else the one that the table is of. */
static void
place_of_cell (const OutlineItem *item, const FormCell *cell, ProofPlace *place)
{
  place->project = item->table->project;
  if (cell != NULL && cell->table_name != NULL && cell->row_id != 0)
    {
      place->table = cell->table_name;
      place->row = cell->row_id;
      place->column = cell->column_name;
    }
  else if (place->project != 0)
    {
      place->table = "project";
      place->row = place->project;
    }
}

gboolean
proof_find (const Proof *self, guint page, double x, double y, ProofPlace *place)
{
  PageHit hit;

  *place = (ProofPlace){ 0 };
  if (!pages_find (self->pages, page, x, y, &hit))
    return FALSE;
  if (hit.item->table != NULL)
    place_of_cell (hit.item, hit.cell, place);
  else
    {
      place->table = hit.item->table_name;
      place->row = hit.item->row_id;
    }
  return place->table != NULL;
}
