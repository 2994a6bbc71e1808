/* app/read/part.c — an XML part as a stream, by libxml2's reader. */

#include "app/read/part.h"

#include "app/read/reader.h"
#include "app/read/tag-limit.h"

#include <libxml/xmlreader.h>

struct _Part {
  Package        *package;
  char           *path;
  PackageEntry   *entry;
  TagLimit        limit;
  xmlTextReader  *xml;
  const xmlChar **names; /* interned by the reader: compared by address */
  guint           n_names, name;
  gboolean        at_empty; /* the end of an empty element is still to be told */
  gboolean        failed, has_type;
};

static int
read_cb (void *data, char *buffer, int size)
{
  Part  *part = data;
  gssize n = package_entry_read (part->entry, buffer, (gsize) size);

  if (n > 0 && !tag_limit_xml (&part->limit, buffer, (gsize) n))
    part->failed = TRUE;
  return part->failed ? -1 : (int) n;
}

/* What is wrong with a part is told in one line of ours, not in libxml2's many. */
static void
silence_cb (void *data, xmlError *error)
{
}

Part *
part_open (Package *package, const char *path, const char *const *names, GError **error)
{
  PackageEntry *entry = package_entry_open (package, path, error);
  Part         *part;

  if (entry == NULL)
    return NULL;
  part = g_new0 (Part, 1);
  part->package = package;
  part->path = g_strdup (path);
  part->entry = entry;
  part->xml = xmlReaderForIO (read_cb, NULL, part, NULL, NULL,
                              XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_COMPACT |
                                  XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  if (part->xml == NULL)
    {
      package_set_broken (package, path, error);
      part_free (part);
      return NULL;
    }
  xmlTextReaderSetStructuredErrorHandler (part->xml, silence_cb, NULL);
  part->n_names = g_strv_length ((char **) names);
  part->names = g_new (const xmlChar *, part->n_names);
  for (guint i = 0; i < part->n_names; i++)
    part->names[i] = xmlTextReaderConstString (part->xml, BAD_CAST names[i]);
  return part;
}

void
part_free (Part *part)
{
  xmlFreeTextReader (part->xml);
  package_entry_free (part->entry);
  g_free (part->names);
  g_free (part->path);
  g_free (part);
}

static guint
find_name (const Part *part)
{
  const xmlChar *name = xmlTextReaderConstLocalName (part->xml);
  guint          i = 0;

  while (i < part->n_names && part->names[i] != name)
    i++;
  return i;
}

PartEvent
part_next (Part *part)
{
  if (part->at_empty)
    {
      part->at_empty = FALSE;
      return PART_END;
    }
  while (!part->failed && !part->has_type)
    {
      int step = xmlTextReaderRead (part->xml);

      part->failed = part->failed || step < 0;
      if (step != 1)
        break;
      switch (xmlTextReaderNodeType (part->xml))
        {
        case XML_READER_TYPE_ELEMENT:
          part->name = find_name (part);
          part->at_empty = xmlTextReaderIsEmptyElement (part->xml);
          return PART_START;
        case XML_READER_TYPE_END_ELEMENT:
          part->name = find_name (part);
          return PART_END;
        case XML_READER_TYPE_TEXT:
        case XML_READER_TYPE_CDATA:
        case XML_READER_TYPE_WHITESPACE:
        case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
          return PART_TEXT;
        case XML_READER_TYPE_DOCUMENT_TYPE:
        case XML_READER_TYPE_ENTITY_REFERENCE:
          part->has_type = TRUE;
          break;
        default:
          break;
        }
    }
  return PART_DONE;
}

gboolean
part_finish (Part *part, GError **error)
{
  while (part_next (part) != PART_DONE)
    continue;
  if (!package_entry_finish (part->entry, error))
    return FALSE;
  if (part->has_type)
    g_set_error (error, READER_ERROR_DOMAIN, READER_BROKEN,
                 "%s：部件 %s 含有文档类型声明（DOCTYPE），不像办公软件写出的文件，"
                 "请核对文件来源",
                 package_name (part->package), part->path);
  else if (part->failed)
    package_set_broken (part->package, part->path, error);
  return !part->has_type && !part->failed;
}

guint
part_name (const Part *part)
{
  return part->name;
}

const char *
part_text (const Part *part)
{
  return (const char *) xmlTextReaderConstValue (part->xml);
}

const char *
part_attribute (Part *part, const char *name)
{
  const char *value = NULL;

  for (int more = xmlTextReaderMoveToFirstAttribute (part->xml);
       more == 1 && value == NULL; more = xmlTextReaderMoveToNextAttribute (part->xml))
    if (g_str_equal (xmlTextReaderConstLocalName (part->xml), name))
      value = (const char *) xmlTextReaderConstValue (part->xml);
  xmlTextReaderMoveToElement (part->xml);
  return value;
}

guint
part_number (Part *part, const char *name, guint otherwise)
{
  const char *value = part_attribute (part, name);
  guint64     number;

  return value != NULL &&
                 g_ascii_string_to_unsigned (value, 10, 0, G_MAXINT, &number, NULL)
             ? (guint) number
             : otherwise;
}

gboolean
part_flag (Part *part, const char *name, gboolean otherwise)
{
  static const char *const no[] = { "0", "false", "off", "none", NULL };
  const char              *value = part_attribute (part, name);

  return value != NULL ? !g_strv_contains (no, value) : otherwise;
}

gboolean
part_step (Part *part, guint *depth)
{
  PartEvent event;

  while (*depth > 0 && (event = part_next (part)) != PART_DONE)
    {
      if (event == PART_START)
        {
          ++*depth;
          return TRUE;
        }
      if (event == PART_END)
        --*depth;
    }
  return FALSE;
}

void
part_skip (Part *part)
{
  guint depth = 1;

  while (part_step (part, &depth))
    continue;
}

char *
part_take_text (Part *part)
{
  GString  *text = g_string_new (NULL);
  PartEvent event = PART_START;

  for (guint depth = 1; depth > 0 && event != PART_DONE;)
    {
      event = part_next (part);
      if (event == PART_START)
        depth++;
      else if (event == PART_END)
        depth--;
      else if (event == PART_TEXT)
        g_string_append (text, part_text (part));
    }
  return g_string_free (text, FALSE);
}
