/* app/export/enclose.c — puts the records into a file that was printed of them. */

#include "app/export/enclose.h"
#include "app/export/html.h"
#include "app/export/parcel.h"
#include "app/export/pdf-attach.h"
#include "app/export/xml.h"

#include "app/export/enclosure.h"

#include <string.h>

#define CUSTOM_XML \
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"

/* A relation of the main part to the custom part, without which a program that saves
 * the file drops it.  */
static GBytes *
relate (GBytes *relations)
{
  static const char relation[] = "<Relationship Id=\"rIdJixiao\" Type=\"" CUSTOM_XML
                                 "\" Target=\"../" ENCLOSURE_PART "\"/>";

  gsize       size;
  const char *text = g_bytes_get_data (relations, &size);
  const char *end = g_strrstr_len (text, size, "</Relationships>");
  GString    *more;

  if (end == NULL)
    return NULL;
  more = g_string_new_len (text, end - text);
  g_string_append (more, relation);
  g_string_append_len (more, end, size - (end - text));
  return g_string_free_to_bytes (more);
}

static gboolean
enclose_office (const char *path, const char *relations, const char *enclosure)
{
  Parcel *parcel = parcel_open (path);
  g_autoptr (GBytes) old = parcel_get (parcel, relations);
  GBytes *new = old != NULL ? relate (old) : NULL;
  gboolean ok;
  Xml      xml;

  xml_begin (&xml);
  xml_start (&xml, "records", "xmlns", ENCLOSURE_NAMESPACE, NULL);
  xml_text (&xml, enclosure);
  xml_end (&xml);
  parcel_add (parcel, ENCLOSURE_PART, xml_finish (&xml));
  if (new != NULL)
    parcel_add (parcel, relations, new);
  ok = parcel_close (parcel);
  return ok && new != NULL;
}

static gboolean
enclose_page (const char *path, const char *enclosure)
{
  g_autoptr (GBytes) page = NULL;
  char *text;
  gsize size;

  if (!g_file_get_contents (path, &text, &size, NULL))
    return FALSE;
  page = html_enclose (g_bytes_new_take (text, size), enclosure);
  return g_file_set_contents (path, g_bytes_get_data (page, NULL),
                              g_bytes_get_size (page), NULL);
}

/* A PDF shows what its bytes say: they are the sum. */
static gboolean
enclose_pdf (const char *path, const char *json, gboolean *enclosed)
{
  g_autofree char *text = NULL;
  g_autofree char *hash = NULL;
  g_autofree char *enclosure = NULL;
  gsize            size;

  if (!g_file_get_contents (path, &text, &size, NULL))
    return FALSE;
  hash = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) text, size);
  enclosure = enclosure_new (hash, json);
  return pdf_attach (path, ENCLOSURE_FILE, enclosure, enclosed);
}

gboolean
enclose (const char *format, const char *path, GChecksum *seen, const char *json,
         gboolean *enclosed)
{
  g_autofree char *enclosure = NULL;

  if (g_str_equal (format, "pdf"))
    return enclose_pdf (path, json, enclosed);
  *enclosed = TRUE;
  enclosure = enclosure_new (g_checksum_get_string (seen), json);
  if (g_str_equal (format, "html"))
    return enclose_page (path, enclosure);
  return enclose_office (path,
                         g_str_equal (format, "xlsx") ? "xl/_rels/workbook.xml.rels"
                                                      : "word/_rels/document.xml.rels",
                         enclosure);
}
