/* app/export/xml.h — XML written element by element, over libxml2's writer. */

#pragma once

#include <glib.h>
#include <libxml/xmlwriter.h>

typedef struct {
  xmlBufferPtr     buffer;
  xmlTextWriterPtr writer;
} Xml;

/* Begins a document. */
void xml_begin (Xml *xml);

/* Opens an element with attributes: name, value, …, NULL.  A NULL value ends them. */
void xml_start (Xml *xml, const char *name, ...) G_GNUC_NULL_TERMINATED;
void xml_end (Xml *xml);

/* An element with attributes and nothing in it. */
void xml_leaf (Xml *xml, const char *name, ...) G_GNUC_NULL_TERMINATED;

/* Text, without the characters that XML does not know. */
void xml_text (Xml *xml, const char *text);

/* Ends the document; its bytes. */
GBytes *xml_finish (Xml *xml);
