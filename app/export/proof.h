/* app/export/proof.h — what is to be printed of a document, laid out: for the preview
 * and the printer, which show what a PDF of it shows.
 */

#pragma once

#include "app/errand.h"
#include "app/export/export.h"

/* How much of a document. */
typedef enum { PROOF_PROJECT, PROOF_TABLES, PROOF_TEXT } ProofExtent;

typedef struct {
  ProofExtent extent;
  gint64      document, project; /* project: of PROOF_PROJECT */
  gboolean    marks;             /* cells that a finding speaks of are marked */
  gboolean    findings; /* of an export: what the rules say of it, not itself */
  const char *layout;   /* of tables, static: a form's id; NULL: the document's own */
} ProofChoice;

typedef struct {
  GPtrArray *documents; /* Document *: lend to the outline */
  Outline   *outline;   /* lends to the pages */
  Pages     *pages;
} Proof;

/* As the file's page setup says.  progress: NULL, or told of the tables that are read
 * and then of those that are laid out.  It may be made in one thread for another one.
 */
Proof *proof_new (Db *db, const ProofChoice *choice, Progress *progress,
                  GError **error);
void   proof_free (Proof *self);

/* The same in a thread, of a ProofChoice * that is g_malloc()ed. */
extern const ErrandKind proof_errand;

/* Writes it, as the file's page setup says, as a file of any kind: also csv, its
 * tables, and json, the records; its findings as one of findings_formats.  progress may
 * be NULL.  FALSE: path is left as it was.  */
gboolean proof_export (Db *db, const ProofChoice *choice, const char *format,
                       const char *path, Progress *progress, GError **error);

/* The place in the records that a point of a page shows; FALSE: none. */
typedef struct {
  gint64      project; /* 0: the document itself */
  const char *table;   /* lent by the proof */
  gint64      row;
  const char *column; /* NULL: any */
} ProofPlace;

gboolean proof_find (const Proof *self, guint page, double x, double y,
                     ProofPlace *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Proof, proof_free)
