/* app/read/pdf/extract.h — what the helper process jixiao-pdf does. */

#pragma once

#include <glib.h>
#include <stdio.h>

/* Writes what a PDF document says as records (pdf/record.h).  0, or how the helper ends
 * otherwise. */
int pdf_extract (GBytes *bytes, FILE *out);
