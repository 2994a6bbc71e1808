/* app/read/pdf/main.c — the program jixiao-pdf: a PDF document on standard input
 * becomes records (pdf/record.h) on standard output.
 *
 * Poppler is large and what it reads may mean harm, so it runs in this process of its
 * own, which the reader starts with limits.
 */

#include "app/read/pdf/extract.h"

#include <unistd.h>

static GBytes *
read_input (void)
{
  GByteArray *bytes = g_byte_array_new ();
  guint8      buffer[65536];
  ssize_t     n;

  while ((n = read (STDIN_FILENO, buffer, sizeof buffer)) > 0)
    g_byte_array_append (bytes, buffer, (guint) n);
  return g_byte_array_free_to_bytes (bytes);
}

int
main (void)
{
  g_autoptr (GBytes) bytes = read_input ();

  return pdf_extract (bytes, stdout);
}
