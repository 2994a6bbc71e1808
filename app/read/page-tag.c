/* app/read/page-tag.c — the tags of web pages that matter to us. */

#include "app/read/page-tag.h"

#include <string.h>

static const struct {
  const char *name;
  TagKind     kind;
} tags[] = {
  { "p", TAG_BLOCK },       { "div", TAG_BLOCK },      { "h1", TAG_BLOCK },
  { "h2", TAG_BLOCK },      { "h3", TAG_BLOCK },       { "h4", TAG_BLOCK },
  { "h5", TAG_BLOCK },      { "h6", TAG_BLOCK },       { "dl", TAG_BLOCK },
  { "dt", TAG_BLOCK },      { "dd", TAG_BLOCK },       { "body", TAG_BLOCK },
  { "pre", TAG_BLOCK },     { "center", TAG_BLOCK },   { "section", TAG_BLOCK },
  { "article", TAG_BLOCK }, { "main", TAG_BLOCK },     { "header", TAG_BLOCK },
  { "form", TAG_BLOCK },    { "fieldset", TAG_BLOCK }, { "blockquote", TAG_BLOCK },
  { "figure", TAG_BLOCK },  { "hr", TAG_BLOCK },       { "address", TAG_BLOCK },
  { "caption", TAG_BLOCK }, { "br", TAG_BREAK },       { "table", TAG_TABLE },
  { "tbody", TAG_GROUP },   { "thead", TAG_GROUP },    { "tfoot", TAG_GROUP },
  { "tr", TAG_ROW },        { "td", TAG_CELL },        { "th", TAG_CELL },
  { "ol", TAG_NUMBERED },   { "ul", TAG_LIST },        { "li", TAG_ITEM },
  { "head", TAG_SKIP },     { "title", TAG_SKIP },     { "script", TAG_SKIP },
  { "style", TAG_SKIP },    { "noscript", TAG_SKIP },  { "template", TAG_SKIP },
  { "nav", TAG_SKIP },      { "footer", TAG_SKIP },    { "aside", TAG_SKIP },
  { "menu", TAG_SKIP },     { "select", TAG_SKIP },    { "button", TAG_SKIP },
  { "iframe", TAG_SKIP },   { "textarea", TAG_SKIP },  { "object", TAG_SKIP },
  { "svg", TAG_SKIP },      { "rt", TAG_SKIP },        { "rp", TAG_SKIP },
  { "xml", TAG_SKIP },      { "noframes", TAG_SKIP },
};

/* What an element says of itself that is no text of a document.  An attribute holds
 * words or, a style, pairs; without white space it is compared as a whole or a part. */
static const struct {
  const char *attribute;
  const char *says;
  gboolean    as_part;
} hidden[] = {
  { "style", "mso-element:header", TRUE },
  { "style", "mso-element:footer", TRUE },
  { "style", "mso-element:comment", TRUE },
  { "role", "navigation", FALSE },
  { "role", "menu", FALSE },
  { "role", "menubar", FALSE },
  { "role", "search", FALSE },
  { "role", "contentinfo", FALSE },
  { "title", "header", FALSE }, /* as LibreOffice marks what repeats on each page */
  { "title", "footer", FALSE },
};

/* Names that sites give to what is there to find one's way. */
static const char *const site_names[] = {
  "nav",     "navbar",     "navigation",  "menu",      "mainmenu",
  "topmenu", "breadcrumb", "breadcrumbs", "crumbs",    "footer",
  "sidebar", "toolbar",    "pagination",  "copyright", NULL,
};

TagKind
tag_kind (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    if (g_ascii_strcasecmp (tags[i].name, name) == 0)
      return tags[i].kind;
  return TAG_NONE;
}

const char *
tag_attribute (TagAttributes attributes, const char *name)
{
  for (TagAttributes a = attributes; a != NULL && *a != NULL; a += 2)
    if (g_ascii_strcasecmp ((const char *) a[0], name) == 0)
      return a[1] != NULL ? (const char *) a[1] : "";
  return NULL;
}

guint
tag_number (TagAttributes attributes, const char *name, guint otherwise, guint largest)
{
  const char *text = tag_attribute (attributes, name);
  guint64     number;

  if (text == NULL)
    return otherwise;
  text += strspn (text, " \t\r\n\f+");
  if (!g_ascii_isdigit (*text))
    return otherwise;
  number = g_ascii_strtoull (text, NULL, 10);
  return (guint) MIN (number, largest);
}

/* In small letters, without white space. */
static char *
squash (const char *text)
{
  char *squashed = g_ascii_strdown (text, -1), *to = squashed;

  for (const char *from = squashed; *from != '\0'; from++)
    if (!g_ascii_isspace (*from))
      *to++ = *from;
  *to = '\0';
  return squashed;
}

gboolean
tag_says (TagAttributes attributes, const char *name, const char *words)
{
  const char      *text = tag_attribute (attributes, name);
  g_autofree char *squashed = text != NULL ? squash (text) : NULL;

  return squashed != NULL && strstr (squashed, words) != NULL;
}

static gboolean
has_site_name (TagAttributes attributes, const char *name)
{
  const char      *text = tag_attribute (attributes, name);
  g_autofree char *lower = text != NULL ? g_ascii_strdown (text, -1) : NULL;
  g_auto (GStrv) words = lower != NULL ? g_strsplit_set (lower, " \t\r\n", -1) : NULL;

  for (char **word = words; word != NULL && *word != NULL; word++)
    if (g_strv_contains (site_names, *word))
      return TRUE;
  return FALSE;
}

static gboolean
is_said (TagAttributes attributes, gsize i)
{
  const char *text = tag_attribute (attributes, hidden[i].attribute);

  if (hidden[i].as_part)
    return tag_says (attributes, hidden[i].attribute, hidden[i].says);
  return text != NULL && g_ascii_strcasecmp (text, hidden[i].says) == 0;
}

/* Whether an element says anything of itself but how large it is: most do not. */
static gboolean
says_anything (TagAttributes attributes)
{
  static const char *const marks[] = {
    "style", "role", "title", "class", "id", "hidden"
  };

  for (gsize i = 0; attributes != NULL && i < G_N_ELEMENTS (marks); i++)
    if (tag_attribute (attributes, marks[i]) != NULL)
      return TRUE;
  return FALSE;
}

gboolean
tag_is_hidden (TagAttributes attributes)
{
  static const char *const styles[] = { "display:none", "visibility:hidden",
                                        "mso-hide:all" };

  if (!says_anything (attributes))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    if (tag_says (attributes, "style", styles[i]))
      return TRUE;
  return tag_attribute (attributes, "hidden") != NULL;
}

gboolean
tag_is_no_text (TagAttributes attributes)
{
  if (!says_anything (attributes))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (hidden); i++)
    if (is_said (attributes, i))
      return TRUE;
  return has_site_name (attributes, "class") || has_site_name (attributes, "id");
}

TagKind
tag_display (TagAttributes attributes)
{
  static const struct {
    const char *says;
    TagKind     kind;
  } displays[] = {
    { "display:table-row-group", TAG_GROUP },
    { "display:table-header-group", TAG_GROUP },
    { "display:table-row", TAG_ROW },
    { "display:table-cell", TAG_CELL },
    { "display:table", TAG_TABLE },
  };

  if (tag_attribute (attributes, "style") == NULL)
    return TAG_NONE;
  for (gsize i = 0; i < G_N_ELEMENTS (displays); i++)
    if (tag_says (attributes, "style", displays[i].says))
      return displays[i].kind;
  return TAG_NONE;
}
