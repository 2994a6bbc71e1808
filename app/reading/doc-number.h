/* app/reading/doc-number.h — the numbers of documents (文号) that a text quotes:
 * 承人社字〔2020〕275号. */

#pragma once

#include "app/reading/words.h"

typedef struct {
  char *issuer;  /* 承人社字 */
  char *bracket; /* the one before the year: 〔, ﹝, 【, [ or ( */
  int   year;
  int   number;
  gsize start, end; /* where it stands in the text, in bytes */
} DocNumber;

/* Adds the numbers of text to numbers.  A word of the list before_issuer (根据) is no
 * part of an issuer.  */
void doc_numbers_add (GPtrArray *numbers, const Words *words, const char *text);

/* An array of DocNumber * that frees them. */
GPtrArray *doc_numbers_new (void);

/* 冀财社〔2021〕192号.  Newly allocated. */
char *doc_number_write (const DocNumber *number);
