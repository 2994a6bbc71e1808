/* app/read/pdf/record.h — what the helper process jixiao-pdf says of a PDF document: a
 * row of records of one size.
 *
 * A page comes first, then what stands on it, characters in the order they are drawn;
 * END comes last, so that a helper that was stopped is noticed.  Points from the page's
 * top left corner.
 */

#pragma once

#include <glib.h>

typedef enum {
  PDF_RECORD_PAGE,  /* value: its number from 1; x1, y1: its size */
  PDF_RECORD_GLYPH, /* value: the character; its box */
  PDF_RECORD_CLIP,  /* the box that the characters behind it are seen in */
  PDF_RECORD_RULE,  /* the box of something drawn that is thin in one direction */
  PDF_RECORD_IMAGE, /* the box of an image */
  PDF_RECORD_MUTE,  /* value: how many letters are drawn that no character is told of */
  PDF_RECORD_SHAPE, /* value: how many shapes with curves are filled */
  PDF_RECORD_END,   /* value: the number of pages */
} PdfRecordKind;

/* Set in the value of a character that begins what is drawn at once. */
#define PDF_RECORD_BEGINS (1u << 31)

typedef struct {
  guint32 kind, value;
  float   x0, y0, x1, y1;
} PdfRecord;

/* How the helper ends when it does not come to END. */
enum {
  PDF_EXIT_BROKEN = 10,
  PDF_EXIT_LOCKED = 11,
  PDF_EXIT_TOO_MUCH = 12,
};
