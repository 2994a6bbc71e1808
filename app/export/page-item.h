/* app/export/page-item.h — what flow.c puts on pages, page.c draws and pdf-page.c
 * writes. */

#pragma once

#include "app/export/page.h"
#include "app/export/typeset.h"

#define MM (72 / 25.4) /* in points */

/* Edges of a page around tables; texts keep a wider one at their sides. */
#define MARGIN      (15 * MM)
#define TEXT_MARGIN (25 * MM)

/* How borders, marked cells and the dots of the contents look. */
#define LINE_WIDTH   0.6
#define MARK_COLOUR  1, 0.9, 0.6
#define DOTS         0.8, 3.2
#define LEADER_PLACE 0.68 /* in the height of its line */

/* A box on a page, with a text, a border, or both. */
typedef struct {
  double             x, y, width, height;
  gboolean           border, marked;
  gboolean           leader;    /* a dotted line instead of a text */
  gboolean           is_number; /* the text is the page of the target */
  const Setting     *setting;   /* NULL: none */
  Measure            measure;
  guint              first, lines; /* the part of it that is shown */
  guint              target;       /* the place it leads to, or OUTLINE_NONE */
  const OutlineItem *item;         /* that it is part of; lent by the outline */
  const FormCell    *cell;         /* in a table */
} PageItem;

typedef struct {
  double   width, height;
  gboolean is_cover;
  GArray  *items; /* PageItem */
} Page;

struct _Pages {
  PageSetup  setup;
  Typeset   *typeset;
  GPtrArray *pages;  /* Page * */
  GArray    *places; /* PagePlace */
};

Page *pages_add (Pages *self, gboolean landscape);

/* Lines of a text in their place on a page. */
typedef struct {
  const Setting *setting;
  Measure        measure;
  double         x, y;
  guint          first, lines;
} PageText;

#define MOST_EDGES 2

/* What an item shows; FALSE: no text. */
gboolean pages_item_text (Pages *self, const PageItem *item, PageText *text);

/* Header, footer and page number; returns how many there are. */
guint pages_edge_texts (Pages *self, guint n, PageText texts[MOST_EDGES]);
