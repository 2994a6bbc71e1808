/* app/export/xml.c — XML written element by element. */

#include "app/export/xml.h"

#include <string.h>

#define X(text) ((const xmlChar *) (text))

void
xml_begin (Xml *xml)
{
  xml->buffer = xmlBufferCreate ();
  xmlBufferSetAllocationScheme (xml->buffer, XML_BUFFER_ALLOC_DOUBLEIT);
  xml->writer = xmlNewTextWriterMemory (xml->buffer, 0);
  xmlTextWriterStartDocument (xml->writer, "1.0", "UTF-8", "yes");
}

/* Valid text; what XML has no place for becomes a space. */
static char *
clean (const char *text)
{
  char *valid = g_utf8_make_valid (text, -1);

  for (char *at = valid; *at != '\0'; at++)
    if ((guchar) *at < ' ' && *at != '\n' && *at != '\t')
      *at = ' ';
  return valid;
}

static void
start (Xml *xml, const char *name, va_list attributes)
{
  const char *key;

  xmlTextWriterStartElement (xml->writer, X (name));
  while ((key = va_arg (attributes, const char *)) != NULL)
    {
      const char      *value = va_arg (attributes, const char *);
      g_autofree char *valid = NULL;

      if (value == NULL)
        return;
      valid = clean (value);
      xmlTextWriterWriteAttribute (xml->writer, X (key), X (valid));
    }
}

void
xml_start (Xml *xml, const char *name, ...)
{
  va_list attributes;

  va_start (attributes, name);
  start (xml, name, attributes);
  va_end (attributes);
}

void
xml_end (Xml *xml)
{
  xmlTextWriterEndElement (xml->writer);
}

void
xml_leaf (Xml *xml, const char *name, ...)
{
  va_list attributes;

  va_start (attributes, name);
  start (xml, name, attributes);
  va_end (attributes);
  xml_end (xml);
}

void
xml_text (Xml *xml, const char *text)
{
  g_autofree char *valid = clean (text);
  const char      *from = valid;

  /* the writer's own way of it copies each text twice, and tests each character */
  for (const char *at; *(at = from + strcspn (from, "&<>")) != '\0'; from = at + 1)
    {
      xmlTextWriterWriteRawLen (xml->writer, X (from), at - from);
      xmlTextWriterWriteRaw (xml->writer, X (*at == '&'   ? "&amp;"
                                             : *at == '<' ? "&lt;"
                                                          : "&gt;"));
    }
  xmlTextWriterWriteRaw (xml->writer, X (from));
}

static void
free_buffer (gpointer buffer)
{
  xmlBufferFree (buffer);
}

GBytes *
xml_finish (Xml *xml)
{
  xmlTextWriterEndDocument (xml->writer);
  xmlFreeTextWriter (xml->writer);
  return g_bytes_new_with_free_func (xmlBufferContent (xml->buffer),
                                     xmlBufferLength (xml->buffer), free_buffer,
                                     xml->buffer);
}
