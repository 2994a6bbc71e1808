/* tests/fuzz/fuzz.c — a fuzz target for each reader: whatever bytes come in, blocks or
 * an error come out, and the recogniser can be given the blocks.
 *
 * FUZZ_TARGET names the one that is built.  Parts of packages come in unzipped, divided
 * by form feeds: bytes of a ZIP would hardly ever be changed into those of another.
 */

#include "app/import/recognise.h"
#include "app/read/pdf.h"
#include "app/read/pdf/extract.h"
#include "app/read/reader.h"
#include "tests/outline.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

typedef GPtrArray *(*Read) (GBytes *bytes, const char *name, GError **error);

static char **
split (GBytes *bytes)
{
  gsize            size;
  const char      *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_strndup (data != NULL ? data : "", size);

  return g_strsplit (text, "\f", 3);
}

/* The part at a place; NULL when there are not as many. */
static const char *
part (char **parts, guint place)
{
  return place < g_strv_length (parts) ? parts[place] : NULL;
}

static GPtrArray *
read_docx (GBytes *bytes, const char *name, GError **error)
{
  g_auto (GStrv) parts = split (bytes);
  g_autoptr (GBytes) whole =
      zipped_docx (part (parts, 0) ? parts[0] : "", part (parts, 1), part (parts, 2));

  return office_read (whole, name, error);
}

static GPtrArray *
read_xlsx (GBytes *bytes, const char *name, GError **error)
{
  g_auto (GStrv) parts = split (bytes);
  const char *sheets[] = { part (parts, 0) ? parts[0] : "", NULL };
  g_autoptr (GBytes) whole = zipped_xlsx (sheets, part (parts, 1), part (parts, 2));

  return office_read (whole, name, error);
}

static GPtrArray *
read_odf (GBytes *bytes, const char *name, GError **error)
{
  g_auto (GStrv) parts = split (bytes);
  ZippedPart content[] = { { "content.xml", part (parts, 0) ? parts[0] : "" },
                           { part (parts, 1) ? "styles.xml" : NULL, part (parts, 1) },
                           { NULL, NULL } };
  g_autoptr (GBytes) whole = zipped (content);

  return office_read (whole, name, error);
}

/* What the process that reads PDF documents might say. */
static GPtrArray *
read_pdf (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GPtrArray) pages = pdf_pages_decode (bytes);

  if (pages != NULL)
    return pdf_blocks (pages, name, error);
  g_set_error (error, READER_ERROR_DOMAIN, READER_BROKEN, "%s", name);
  return NULL;
}

#ifdef FUZZ_PDF_FILE
/* What that process does with a file, in this one. */
static GPtrArray *
read_pdf_file (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GBytes) records = NULL;
  char  *said = NULL;
  size_t size = 0;
  FILE  *out = open_memstream (&said, &size);
  int    status = pdf_extract (bytes, out);

  fclose (out);
  records = g_bytes_new_with_free_func (said, size, free, said);
  if (status == 0)
    return read_pdf (records, name, error);
  g_set_error (error, READER_ERROR_DOMAIN, READER_BROKEN, "%s", name);
  return NULL;
}
#endif

static const struct {
  const char *name;
  Read        read;
} targets[] = {
#ifdef FUZZ_PDF_FILE
  { "pdf-file", read_pdf_file },
#endif
  { "text", text_read },         { "html", html_read },      { "paste", paste_read },
  { "docx", read_docx },         { "xlsx", read_xlsx },      { "odt", read_odf },
  { "ods", read_odf },           { "package", office_read }, { "pdf", read_pdf },
  { "mht", mht_read },
};

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (Proposal) proposal = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (targets); i++)
    if (strcmp (targets[i].name, FUZZ_TARGET) == 0)
      blocks = targets[i].read (bytes, "fuzz", &error);
  g_assert ((blocks == NULL) == (error != NULL));
  if (blocks != NULL)
    proposal = recognise (blocks, "fuzz", NULL);
  if (proposal != NULL)
    g_assert (proposal->texts_in == proposal->texts_used + proposal->texts_listed);
  return 0;
}
