/* app/read/odt.c — an OpenDocument text, as it reads with all tracked changes
 * accepted. */

#include "app/read/flow.h"
#include "app/read/office.h"
#include "app/read/part.h"

#define MAX_REPEATED 1000

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
  /* no text of the document */
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
  [T_DELETED] = "tracked-changes",
  [T_NOTE] = "note",
  [T_ANNOTATION] = "annotation",
  [T_RUBY_TEXT] = "ruby-text",
  [T_TITLE] = "title",
  [T_DESCRIPTION] = "desc",
  [T_FORMS] = "forms",
  NULL,
};

typedef struct {
  Part *part;
  Flow *flow;
  guint paragraphs; /* open ones: a text box stands in one and holds others */
} Odt;

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
      odt->paragraphs++;
      break;
    case T_SPACES:
      flow_text (odt->flow, " ", 1);
      break;
    case T_TAB:
      flow_text (odt->flow, "\t", 1);
      break;
    case T_BREAK:
      flow_text (odt->flow, "\n", 1);
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

GPtrArray *
odt_read (Package *package, const char *path, GError **error)
{
  g_autoptr (Part) part = part_open (package, path, names, error);
  g_autoptr (Flow) flow = flow_new ();
  Odt       odt = { part, flow, 0 };
  PartEvent event;

  if (part == NULL)
    return NULL;
  while ((event = part_next (part)) != PART_DONE && !flow_is_full (flow))
    if (event == PART_START)
      begin (&odt);
    else if (event == PART_END)
      end (&odt);
    else if (odt.paragraphs > 0)
      flow_text (flow, part_text (part), -1);
  if (!flow_is_full (flow) && !part_finish (part, error))
    return NULL;
  return flow_finish (flow, package_name (package), error);
}
