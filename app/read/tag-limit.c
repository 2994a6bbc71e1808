/* app/read/tag-limit.c — counting the attributes of tags before they are parsed. */

#include "app/read/tag-limit.h"

#include <string.h>

#define MAX_ATTRIBUTES 1000

/* No value holds a <, and each stands in quotes behind a sign of equality. */
gboolean
tag_limit_xml (TagLimit *limit, const char *data, gsize size)
{
  for (gsize i = 0; i < size; i++)
    if (data[i] == '=')
      limit->is_equals = TRUE;
    else if (data[i] == '<')
      *limit = (TagLimit){ 0 };
    else if (limit->is_equals && !g_ascii_isspace (data[i]))
      {
        limit->is_equals = FALSE;
        if ((data[i] == '"' || data[i] == '\'') && ++limit->attributes > MAX_ATTRIBUTES)
          return FALSE;
      }
  return TRUE;
}

/* Behind the next end, or at the end of the page. */
static const char *
skip_past (const char *at, const char *end)
{
  const char *found = strstr (at, end);

  return found != NULL ? found + strlen (end) : at + strlen (at);
}

/* Behind what stands after an equals sign, when it is in quotes. */
static const char *
skip_value (const char *at)
{
  at += strspn (at, " \t\r\n\f");
  if (*at == '"')
    return skip_past (at + 1, "\"");
  return *at == '\'' ? skip_past (at + 1, "'") : at;
}

#define BETWEEN " \t\r\n\f/" /* what parts attributes */

/* Behind a tag; NULL when it has too many attributes, with values or without. */
static const char *
skip_tag (const char *at)
{
  guint attributes = 0;

  while (*at != '\0' && *at != '>')
    {
      gsize blank = strspn (at, BETWEEN);

      if (blank > 0 || *at == '=')
        attributes++;
      if (attributes > MAX_ATTRIBUTES * 2)
        return NULL;
      if (blank > 0)
        at += blank;
      else
        at = *at == '=' ? skip_value (at + 1) : at + strcspn (at, BETWEEN "=>");
    }
  return at;
}

/* Whether what follows a tag is no page, whatever it looks like. */
static gboolean
is_raw (const char *tag)
{
  return g_ascii_tolower (tag[1]) == 's' &&
         (g_ascii_strncasecmp (tag, "<script", 7) == 0 ||
          g_ascii_strncasecmp (tag, "<style", 6) == 0);
}

gboolean
tag_limit_html (const char *page)
{
  while ((page = strchr (page, '<')) != NULL)
    {
      const char *tag = page;

      if (g_str_has_prefix (page, "<!--"))
        page = skip_past (page + 4, "-->");
      else
        page = g_ascii_isalpha (page[1]) ? skip_tag (page + 1) : page + 1;
      if (page == NULL)
        return FALSE;
      if (is_raw (tag))
        page = skip_past (page, "</");
    }
  return TRUE;
}
