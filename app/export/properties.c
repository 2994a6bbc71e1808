/* app/export/properties.c — what an office file says of itself: title and author. */

#include "app/export/properties.h"
#include "app/export/xml.h"

static void
put (Xml *xml, const char *name, const char *text)
{
  xml_start (xml, name, NULL);
  xml_text (xml, text != NULL ? text : "");
  xml_end (xml);
}

GBytes *
properties_write (const char *title, const char *author)
{
  Xml xml;

  xml_begin (&xml);
  xml_start (&xml, "cp:coreProperties", "xmlns:cp",
             "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
             "xmlns:dc", "http://purl.org/dc/elements/1.1/", NULL);
  put (&xml, "dc:title", title);
  put (&xml, "dc:creator", author);
  xml_end (&xml);
  return xml_finish (&xml);
}
