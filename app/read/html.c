/* app/read/html.c — a saved web page, by libxml2's parser for HTML.
 *
 * Also what Word, Excel, WPS and LibreOffice save as a web page, and the HTML tables
 * that some finance systems call .xls.  Only what a browser would show is read, and of
 * that not what is there to find one's way on a site.
 */

#include "app/read/charset.h"
#include "app/read/counting.h"
#include "app/read/flow.h"
#include "app/read/page-tag.h"
#include "app/read/pattern.h"
#include "app/read/reader.h"
#include "app/read/tag-limit.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#define MAX_DEPTH 2000 /* of elements: a deeper page is made to be slow */
#define MAX_LISTS 32
#define MAX_COLS  1000 /* as in HTML */
#define MAX_ROWS  65534

#define MAX_CONDITION 200 /* bytes of a tag of Word's */

typedef struct {
  gboolean    is_numbered;
  guint       next;
  const char *format; /* as counting.h knows it */
} List;

typedef struct {
  htmlParserCtxt *parser;
  Flow           *flow;
  GHashTable     *kinds;     /* of the tags met, by the place of their name */
  GArray         *open;      /* TagKind: what each open element counts as */
  guint           skipped;   /* elements open since one that is not read; 0: reading */
  gboolean        space;     /* white space since the last text */
  char           *number;    /* of the open item, in front of its first word */
  gboolean        is_absurd; /* no browser would be given such a page */
  guint           n_lists;
  List            lists[MAX_LISTS]; /* open ones; deeper ones are not numbered */
} Page;

/* Asked for every tag; names are interned by the parser, which outlives the page. */
static TagKind
kind_of (Page *page, const char *name)
{
  gpointer kind;

  if (!g_hash_table_lookup_extended (page->kinds, name, NULL, &kind))
    {
      kind = GINT_TO_POINTER (tag_kind (name));
      g_hash_table_insert (page->kinds, (gpointer) name, kind);
    }
  return GPOINTER_TO_INT (kind);
}

static void
break_line (Page *page)
{
  if (!flow_at_line_start (page->flow))
    flow_end_paragraph (page->flow);
  page->space = FALSE;
}

static const char *
format_of (TagAttributes attributes)
{
  static const struct {
    const char *type, *format;
  } formats[] = {
    { "a", "lowerLetter" },
    { "A", "upperLetter" },
    { "i", "lowerRoman" },
    { "I", "upperRoman" },
  };
  const char *type = tag_attribute (attributes, "type");

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (type, formats[i].type) == 0)
      return formats[i].format;
  return tag_says (attributes, "style", "cjk") ||
                 tag_says (attributes, "style", "chinese")
             ? "chineseCounting"
             : "decimal";
}

static void
begin_list (Page *page, TagKind kind, TagAttributes attributes)
{
  break_line (page);
  if (page->n_lists++ >= MAX_LISTS)
    return;
  page->lists[page->n_lists - 1] = (List){
    .is_numbered = kind == TAG_NUMBERED &&
                   !tag_says (attributes, "style", "list-style-type:none") &&
                   !tag_says (attributes, "style", "list-style:none"),
    .next = tag_number (attributes, "start", 1, G_MAXINT),
    .format = format_of (attributes),
  };
}

static void
begin_item (Page *page, TagAttributes attributes)
{
  List            *list;
  g_autofree char *number = NULL;

  break_line (page);
  g_clear_pointer (&page->number, g_free);
  if (page->n_lists == 0 || page->n_lists > MAX_LISTS)
    return;
  list = &page->lists[page->n_lists - 1];
  if (!list->is_numbered)
    return;
  list->next = tag_number (attributes, "value", list->next, G_MAXINT);
  number = counting_write (list->format, list->next++);
  page->number =
      g_strconcat (number, g_str_equal (list->format, "chineseCounting") ? "、" : ". ",
                   NULL);
}

static void
begin (Page *page, TagKind kind, TagAttributes attributes)
{
  switch (kind)
    {
    case TAG_BREAK:
      flow_text (page->flow, "\n", -1);
      page->space = FALSE;
      break;
    case TAG_BLOCK:
      break_line (page);
      break;
    case TAG_TABLE:
      break_line (page);
      flow_begin_table (page->flow);
      break;
    case TAG_GROUP:
      flow_end_row_group (page->flow);
      break;
    case TAG_ROW:
      flow_begin_row (page->flow);
      break;
    case TAG_CELL:
      break_line (page);
      flow_begin_cell (page->flow);
      flow_span_cell (page->flow, tag_number (attributes, "rowspan", 1, MAX_ROWS),
                      tag_number (attributes, "colspan", 1, MAX_COLS));
      break;
    case TAG_NUMBERED:
    case TAG_LIST:
      begin_list (page, kind, attributes);
      break;
    case TAG_ITEM:
      begin_item (page, attributes);
      break;
    default:
      break;
    }
}

static void
end (Page *page, TagKind kind)
{
  switch (kind)
    {
    case TAG_BLOCK:
    case TAG_ITEM:
      break_line (page);
      break;
    case TAG_TABLE:
      flow_end_table (page->flow);
      page->space = FALSE;
      break;
    case TAG_GROUP:
      flow_end_row_group (page->flow);
      break;
    case TAG_ROW:
      flow_end_row (page->flow);
      break;
    case TAG_CELL:
      flow_end_cell (page->flow);
      page->space = FALSE;
      break;
    case TAG_NUMBERED:
    case TAG_LIST:
      break_line (page);
      page->n_lists -= page->n_lists > 0;
      break;
    default:
      break;
    }
}

/* A row that is not shown still counts for the cells that span it. */
static void
skip (Page *page, TagKind kind)
{
  page->skipped = 1;
  if (kind == TAG_ROW)
    {
      flow_begin_row (page->flow);
      flow_end_row (page->flow);
    }
}

/* The contents of the text itself; other navigation is the site's. */
static gboolean
is_contents (const xmlChar *name, TagAttributes attributes)
{
  return g_ascii_strcasecmp ((const char *) name, "nav") == 0 &&
         (tag_says (attributes, "role", "doc-toc") ||
          tag_says (attributes, "aria-label", "目录"));
}

static void
start_cb (void *data, const xmlChar *name, const xmlChar **attributes)
{
  Page   *page = data;
  TagKind kind = kind_of (page, (const char *) name);
  TagKind shown = kind <= TAG_BLOCK ? tag_display (attributes) : TAG_NONE;

  page->is_absurd = page->is_absurd || page->parser->nameNr > MAX_DEPTH;
  if (page->is_absurd || flow_is_full (page->flow))
    xmlStopParser (page->parser);
  else if (page->skipped > 0)
    page->skipped++;
  else if ((kind == TAG_SKIP && !is_contents (name, attributes)) ||
           (kind != TAG_NONE && tag_is_no_text (attributes)) ||
           tag_is_hidden (attributes))
    skip (page, kind);
  else
    {
      kind = shown != TAG_NONE ? shown : kind;
      g_array_append_val (page->open, kind);
      begin (page, kind, attributes);
    }
}

static void
end_cb (void *data, const xmlChar *name)
{
  Page *page = data;

  if (page->skipped > 0)
    page->skipped--;
  else if (page->open->len > 0)
    {
      end (page, g_array_index (page->open, TagKind, page->open->len - 1));
      g_array_set_size (page->open, page->open->len - 1);
    }
}

/* The number of an item stands in the line of its first word, whatever begins there. */
static void
put_number (Page *page)
{
  if (page->number == NULL)
    return;
  flow_text (page->flow, page->number, -1);
  g_clear_pointer (&page->number, g_free);
}

static void
text_cb (void *data, const xmlChar *chars, int length)
{
  Page       *page = data;
  const char *text = (const char *) chars, *stop = text + length;

  while (page->skipped == 0 && text < stop)
    {
      const char *word = text;

      while (text < stop && !g_ascii_isspace (*text))
        text++;
      if (text > word)
        {
          if (page->space && !flow_at_line_start (page->flow))
            flow_text (page->flow, " ", 1);
          put_number (page);
          flow_text (page->flow, word, text - word);
        }
      page->space = text < stop;
      while (text < stop && g_ascii_isspace (*text))
        text++;
    }
}

/* What is wrong with a page is the business of who wrote it. */
static void
silence_cb (void *data, xmlError *error)
{
}

/* Word puts conditions around parts of a page, <![if !supportLists]>, that browsers
 * skip and libxml2 takes for text.  <![endif]--> is the end of a comment.  */
static void
drop_conditions (char *text)
{
  char *to = text, *from = text;

  for (char *at = strstr (text, "<!["); at != NULL; at = strstr (at + 1, "<!["))
    {
      char *end = memchr (at, '>', strnlen (at, MAX_CONDITION));

      if (end == NULL || end[-1] != ']')
        continue;
      memmove (to, from, (gsize) (at - from));
      to += at - from;
      from = end + 1;
      at = end;
    }
  memmove (to, from, strlen (from) + 1);
}

static void
parse (Page *page, char *text)
{
  htmlSAXHandler sax = {
    .startElement = start_cb,
    .endElement = end_cb,
    .characters = text_cb,
    .ignorableWhitespace = text_cb,
    .initialized = XML_SAX2_MAGIC,
    .serror = silence_cb,
  };

  drop_conditions (text);
  page->parser = htmlNewParserCtxt ();
  *page->parser->sax = sax;
  page->parser->userData = page;
  htmlCtxtReadMemory (page->parser, text, (int) strlen (text), NULL, "UTF-8",
                      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                          HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC |
                          HTML_PARSE_NODEFDTD);
  htmlFreeParserCtxt (page->parser);
  g_free (page->number);
}

gboolean
html_is (GBytes *bytes)
{
  static const char start[] = "^(?:[\\s\\x{FEFF}]|<!--(?s:.*?)-->|<\\?xml[^>]*>)*"
                              "<(?:!doctype|html|head|meta|title|body|table|div|p|"
                              "center|font|span|style|script|frameset|"
                              "h[1-6]|ul|ol)\\b";
  gsize             size;
  const char       *data = g_bytes_get_data (bytes, &size);
  g_autofree char  *head = charset_decode (data, MIN (size, 4096));
  g_autofree char  *lower = g_ascii_strdown (head, -1);

  return pattern_match (start, lower);
}

gboolean
html_has_frames (GBytes *bytes)
{
  gsize            size;
  const char      *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = charset_decode (data, size);
  g_autofree char *lower = g_ascii_strdown (text, -1);

  return strstr (lower, "<frameset") != NULL;
}

/* Excel saves a workbook as such a page and a folder of sheets. */
static GPtrArray *
finish (Flow *flow, GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GPtrArray) blocks = flow_finish (flow, name, error);

  if (blocks == NULL || blocks->len > 0 || !html_has_frames (bytes))
    return g_steal_pointer (&blocks);
  g_set_error (
      error, READER_ERROR_DOMAIN, READER_EMPTY,
      "%s：只是一个框架，内容在同名文件夹的网页里（如 sheet001.htm），请导入那些网页",
      name);
  return NULL;
}

GPtrArray *
html_read (GBytes *bytes, const char *name, GError **error)
{
  gsize            size;
  const char      *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = charset_decode (data, size);
  g_autoptr (Flow) flow = flow_new ();
  g_autoptr (GHashTable) kinds = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (TagKind));
  Page page = { .flow = flow, .kinds = kinds, .open = open };

  if (tag_limit_html (text))
    parse (&page, text);
  else
    page.is_absurd = TRUE;
  if (page.is_absurd)
    {
      g_set_error (
          error, READER_ERROR_DOMAIN, READER_BROKEN,
          "%s：网页的标签套得太深或属性太多，请用浏览器或办公软件打开后另存再导入",
          name);
      return NULL;
    }
  return finish (flow, bytes, name, error);
}
