/* db/document.h — the text of one department for one fiscal year and stage.  See
 * schema.sql for its columns. */

#pragma once

#include "db/record.h"

typedef struct {
  DbRecord   record;
  char      *department; /* carried: the name that department_id stands for */
  gint64     fiscal_year;
  gint64     year_is_printed;
  char      *stage;
  char      *form_id;
  char      *title;
  char      *special_funds_note;
  char      *other_matters;
  GPtrArray *sections;      /* Section */
  GPtrArray *catalogue;     /* CatalogueEntry */
  GPtrArray *overall_goals; /* OverallGoal */
  GPtrArray *sub_goals;     /* SubGoal */
  GPtrArray *safeguards;    /* Safeguard */
  GPtrArray *projects;      /* Project */
  GPtrArray *glossary;      /* GlossaryTerm */
  GPtrArray *procurements;  /* Procurement */
  GPtrArray *asset_reports; /* AssetReport */
  GPtrArray *approvals;     /* Approval */
} Document;

extern const DbTable document_table;

void document_free (gpointer document);

/* Stores a document and all below it; its department and units are found by
 * name or made.  To be called inside a transaction.  */
gboolean document_store (Db *db, Document *document, GError **error);

/* A document with all below it, or NULL with DB_MISSING when there is none. */
Document *document_load (Db *db, gint64 id, GError **error);

/* The ids of all documents: by department, year and stage.  gint64. */
GArray *document_ids (Db *db, GError **error);

/* Those of one department: by year and stage. */
GArray *document_ids_of_department (Db *db, gint64 department, GError **error);

/* The document of this department, year and stage; 0 when there is none, -1 on error.
 */
gint64 document_find (Db *db, const Document *like, GError **error);

/* Deletes it with all below it. */
gboolean document_delete (Db *db, gint64 id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Document, document_free)
