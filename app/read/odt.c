/* app/read/odt.c — an OpenDocument text, as it reads with all tracked changes
 * accepted. */

#include "app/read/flow.h"
#include "app/read/office.h"
#include "app/read/part.h"
#include "app/read/text-style.h"

#define MAX_REPEATED 1000
#define MAX_LISTS    10 /* below each other; deeper ones are not numbered */

typedef enum {
  T_P,
  T_H,
  T_SPACES,
  T_TAB,
  T_BREAK,
  T_TABLE,
  T_ROW,
  T_CELL,
  T_BOX,
  T_LIST,
  T_ITEM,
  /* text that may not show */
  T_SECTION,
  T_SPAN,
  T_HIDDEN_TEXT,
  T_HIDDEN_PARAGRAPH,
  /* no text of the document */
  T_PAGES, /* of a file in one piece: what repeats on each page */
  T_PAGE_NUMBER,
  T_PAGE_COUNT,
  T_DELETED,
  T_NOTE,
  T_ANNOTATION,
  T_RUBY_TEXT,
  T_TITLE,
  T_DESCRIPTION,
  T_FORMS,
} Name;

static const char *const names[] = {
  [T_P] = "p",
  [T_H] = "h",
  [T_SPACES] = "s",
  [T_TAB] = "tab",
  [T_BREAK] = "line-break",
  [T_TABLE] = "table",
  [T_ROW] = "table-row",
  [T_CELL] = "table-cell",
  [T_BOX] = "text-box",
  [T_LIST] = "list",
  [T_ITEM] = "list-item",
  [T_SECTION] = "section",
  [T_SPAN] = "span",
  [T_HIDDEN_TEXT] = "hidden-text",
  [T_HIDDEN_PARAGRAPH] = "hidden-paragraph",
  [T_PAGES] = "master-styles",
  [T_PAGE_NUMBER] = "page-number",
  [T_PAGE_COUNT] = "page-count",
  [T_DELETED] = "tracked-changes",
  [T_NOTE] = "note",
  [T_ANNOTATION] = "annotation",
  [T_RUBY_TEXT] = "ruby-text",
  [T_TITLE] = "title",
  [T_DESCRIPTION] = "desc",
  [T_FORMS] = "forms",
  NULL,
};

/* An open list. */
typedef struct {
  char    *style;
  char    *id;       /* of the outermost, for one that goes on with it */
  gboolean is_fresh; /* nothing stands in its open item yet */
  guint    start;    /* what the item is to count as; 0: the next number */
} List;

typedef struct {
  Part       *part;
  Flow       *flow;
  TextStyles *styles;
  guint       paragraphs; /* open ones: a text box stands in one and holds others */
  gboolean    is_hidden;  /* the rest of the open paragraph does not show */
  guint       n_lists;    /* open ones */
  List        lists[MAX_LISTS];
} Odt;

static gboolean
is_true (Part *part, const char *attribute)
{
  return g_strcmp0 (part_attribute (part, attribute), "true") == 0;
}

/* A list in a list is of the same style unless it says otherwise. */
static void
begin_list (Odt *odt)
{
  const char *own = part_attribute (odt->part, "style-name");
  const char *before;
  List       *list;

  if (odt->n_lists++ >= MAX_LISTS)
    return;
  list = &odt->lists[odt->n_lists - 1];
  g_free (list->style);
  list->style = g_strdup (own == NULL && odt->n_lists > 1 ? list[-1].style : own);
  list->is_fresh = FALSE;
  if (odt->n_lists > 1)
    return;
  g_free (list->id);
  list->id = g_strdup (part_attribute (odt->part, "id"));
  before = part_attribute (odt->part, "continue-list");
  if (before != NULL)
    text_styles_resume (odt->styles, list->style, before);
  else if (!is_true (odt->part, "continue-numbering"))
    text_styles_restart (odt->styles, list->style);
}

static void
end_list (Odt *odt)
{
  if (odt->n_lists == 1)
    text_styles_keep (odt->styles, odt->lists[0].style, odt->lists[0].id);
  odt->n_lists -= odt->n_lists > 0;
}

static void
begin_item (Odt *odt)
{
  if (odt->n_lists == 0 || odt->n_lists > MAX_LISTS)
    return;
  odt->lists[odt->n_lists - 1].is_fresh = TRUE;
  odt->lists[odt->n_lists - 1].start = part_number (odt->part, "start-value", 0);
}

/* The number of a paragraph: of the item that it begins, or of a heading; NULL: none.
 */
static char *
take_number (Odt *odt, gboolean is_heading)
{
  guint       at = odt->n_lists - 1;
  List       *list = odt->n_lists > 0 && at < MAX_LISTS ? &odt->lists[at] : NULL;
  guint       level = part_number (odt->part, "outline-level", 1);
  const char *style = part_attribute (odt->part, "style-name");

  if (list != NULL && list->is_fresh)
    {
      list->is_fresh = FALSE;
      if (list->style == NULL)
        list->style = g_strdup (text_styles_list (odt->styles, style));
      return text_styles_count (odt->styles, list->style, at, list->start);
    }
  if (list != NULL || !is_heading || level == 0 ||
      is_true (odt->part, "is-list-header"))
    return NULL;
  return text_styles_count (odt->styles, TEXT_STYLE_HEADINGS, level - 1, 0);
}

static void
begin_paragraph (Odt *odt)
{
  gboolean         is_heading = part_name (odt->part) == T_H;
  g_autofree char *number = take_number (odt, is_heading);

  odt->paragraphs++;
  if (odt->paragraphs == 1)
    odt->is_hidden =
        text_styles_hide (odt->styles, part_attribute (odt->part, "style-name"));
  if (number != NULL && !odt->is_hidden)
    flow_text (odt->flow, number, -1);
}

static void
put (Odt *odt, const char *text)
{
  if (!odt->is_hidden)
    flow_text (odt->flow, text, -1);
}

/* Goes past what does not show. */
static void
skip_hidden (Odt *odt, gboolean is_hidden)
{
  if (is_hidden)
    part_skip (odt->part);
}

static void
begin_cell (Odt *odt)
{
  guint repeated = part_number (odt->part, "number-columns-repeated", 1);
  guint rows = part_number (odt->part, "number-rows-spanned", 1);
  guint cols = part_number (odt->part, "number-columns-spanned", 1);

  for (guint i = 1; i < MIN (repeated, MAX_REPEATED); i++)
    {
      flow_begin_cell (odt->flow);
      flow_end_cell (odt->flow);
    }
  flow_begin_cell (odt->flow);
  flow_span_cell (odt->flow, MAX (rows, 1), cols);
}

static void
begin (Odt *odt)
{
  switch ((Name) part_name (odt->part))
    {
    case T_P:
    case T_H:
      begin_paragraph (odt);
      break;
    case T_SPACES:
      put (odt, " ");
      break;
    case T_TAB:
      put (odt, "\t");
      break;
    case T_BREAK:
      put (odt, "\n");
      break;
    case T_LIST:
      begin_list (odt);
      break;
    case T_ITEM:
      begin_item (odt);
      break;
    case T_SECTION:
      skip_hidden (odt, g_strcmp0 (part_attribute (odt->part, "display"), "none") == 0);
      break;
    case T_SPAN:
      skip_hidden (odt, text_styles_hide (odt->styles,
                                          part_attribute (odt->part, "style-name")));
      break;
    case T_HIDDEN_TEXT:
      skip_hidden (odt, is_true (odt->part, "is-hidden"));
      break;
    case T_HIDDEN_PARAGRAPH:
      odt->is_hidden |= is_true (odt->part, "is-hidden");
      break;
    case T_TABLE:
      flow_begin_table (odt->flow);
      break;
    case T_ROW:
      flow_begin_row (odt->flow);
      break;
    case T_CELL:
      begin_cell (odt);
      break;
    case T_BOX:
      flow_begin_box (odt->flow);
      break;
    case T_PAGES:
    case T_PAGE_NUMBER:
    case T_PAGE_COUNT:
    case T_DELETED:
    case T_NOTE:
    case T_ANNOTATION:
    case T_RUBY_TEXT:
    case T_TITLE:
    case T_DESCRIPTION:
    case T_FORMS:
      part_skip (odt->part);
      break;
    default:
      break;
    }
}

static void
end (Odt *odt)
{
  switch ((Name) part_name (odt->part))
    {
    case T_P:
    case T_H:
      flow_end_paragraph (odt->flow);
      odt->paragraphs--;
      odt->is_hidden &= odt->paragraphs > 0;
      break;
    case T_LIST:
      end_list (odt);
      break;
    case T_TABLE:
      flow_end_table (odt->flow);
      break;
    case T_ROW:
      flow_end_row (odt->flow);
      break;
    case T_CELL:
      flow_end_cell (odt->flow);
      break;
    case T_BOX:
      flow_end_box (odt->flow);
      break;
    default:
      break;
    }
}

static void
read_text (Odt *odt)
{
  PartEvent event;

  while ((event = part_next (odt->part)) != PART_DONE && !flow_is_full (odt->flow))
    if (event == PART_START)
      begin (odt);
    else if (event == PART_END)
      end (odt);
    else if (odt->paragraphs > 0)
      put (odt, part_text (odt->part));
  for (guint i = 0; i < MAX_LISTS; i++)
    {
      g_free (odt->lists[i].style);
      g_free (odt->lists[i].id);
    }
}

GPtrArray *
odt_read (Package *package, const char *path, GError **error)
{
  g_autoptr (TextStyles) styles = text_styles_read (package, path, error);
  g_autoptr (Part) part =
      styles != NULL ? part_open (package, path, names, error) : NULL;
  g_autoptr (Flow) flow = flow_new ();
  Odt odt = { .part = part, .flow = flow, .styles = styles };

  if (part == NULL)
    return NULL;
  read_text (&odt);
  if (!flow_is_full (flow) && !part_finish (part, error))
    return NULL;
  return flow_finish (flow, package_name (package), error);
}
