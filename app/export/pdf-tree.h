/* app/export/pdf-tree.h — what the parts of a PDF are: headings, paragraphs, tables of
 * rows of cells, for who has it read aloud or takes it apart.
 */

#pragma once

#include "app/export/pdf-file.h"

typedef struct _PdfTree PdfTree;

#define PDF_TREE_ROOT 0

PdfTree *pdf_tree_new (void);
void     pdf_tree_free (PdfTree *self);

/* A part behind those its parent has.  type is one of PDF's standard ones, static;
 * attributes, or "", are entries of its dictionary.  */
guint pdf_tree_add (PdfTree *self, guint parent, const char *type,
                    const char *attributes);

/* What a page shows of a part: the number by which its content is marked there.  page
 * is the number of its object, place its place in the file.  */
guint pdf_tree_mark (PdfTree *self, guint part, guint page, guint place);

/* An object that belongs to a part on a page; returns the key its dictionary has to
 * name.  */
guint pdf_tree_own (PdfTree *self, guint part, guint page, guint object);

/* Writes the tree; returns the number of its root. */
guint pdf_tree_write (const PdfTree *self, PdfFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfTree, pdf_tree_free)
