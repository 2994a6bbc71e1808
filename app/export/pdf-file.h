/* app/export/pdf-file.h — the objects of a PDF file under way, and the tables at its
 * end.
 *
 * What is no stream goes, packed, into object streams: the tree that says what the
 * parts of a table are is small then, however many cells there are.
 */

#pragma once

#include <glib.h>

typedef struct _PdfFile PdfFile;

PdfFile *pdf_file_new (void);
void     pdf_file_free (PdfFile *self);

/* The first of so many numbers for objects to come. */
guint pdf_file_numbers (PdfFile *self, guint count);

/* An object in PDF's own words, again if the file has one of this number. */
void pdf_file_add (PdfFile *self, guint number, const char *words);

typedef enum { PDF_PACKED, PDF_PLAIN } PdfPacking;

/* Bytes, and the entries of their dictionary; returns where their data begins. */
gsize pdf_file_add_stream (PdfFile *self, guint number, const char *entries,
                           PdfPacking packing, const char *data, gsize length);

/* Ends the file, or its update by what was added since; more are entries for its
 * trailer.  */
void pdf_file_end (PdfFile *self, guint root, guint info, const char *more);

/* What is written so far, lent. */
const GString *pdf_file_bytes (const PdfFile *self);

/* In words: a whole number, so many hundredths, behind a word and as "7 0 R" an object,
 * a text, its digits.  */
void pdf_put_count (GString *words, guint number);
void pdf_put_hundredths (GString *words, gint64 number);
void pdf_put_number (GString *words, double number);
void pdf_put_object (GString *words, const char *before, guint number);
void pdf_put_text (GString *words, const char *text);
void pdf_put_utf16 (GString *words, const char *text, gssize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PdfFile, pdf_file_free)
