/* app/export/enclose.c — the records as a part of an office file. */

#include "app/export/enclose.h"
#include "app/export/enclosure.h"
#include "app/export/xml.h"

#include <string.h>

#define CUSTOM_XML \
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"

/* Without a relation a program that saves the file drops the part. */
void
enclose_relation (Parcel *parcel, const char *name, GBytes *relations)
{
  static const char relation[] = "<Relationship Id=\"rIdJixiao\" Type=\"" CUSTOM_XML
                                 "\" Target=\"../" ENCLOSURE_PART "\"/>";

  gsize       size;
  const char *text = g_bytes_get_data (relations, &size);
  const char *end = g_strrstr_len (text, size, "</Relationships>");
  GString    *more = g_string_new_len (text, end != NULL ? (gsize) (end - text) : size);

  if (end != NULL)
    {
      g_string_append (more, relation);
      g_string_append_len (more, end, size - (end - text));
    }
  g_bytes_unref (relations);
  parcel_add (parcel, name, g_string_free_to_bytes (more));
}

void
enclose_records (Parcel *parcel, GChecksum *seen, const char *records)
{
  g_autofree char *enclosure = enclosure_new (g_checksum_get_string (seen), records);
  Xml              xml;

  xml_begin (&xml);
  xml_start (&xml, "records", "xmlns", ENCLOSURE_NAMESPACE, NULL);
  xml_text (&xml, enclosure);
  xml_end (&xml);
  parcel_add (parcel, ENCLOSURE_PART, xml_finish (&xml));
}
