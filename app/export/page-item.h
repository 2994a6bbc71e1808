/* app/export/page-item.h — what flow.c puts on pages and page.c draws. */

#pragma once

#include "app/export/page.h"
#include "app/export/typeset.h"

#define MM (72 / 25.4) /* in points */

/* Edges of a page around tables; texts keep a wider one at their sides. */
#define MARGIN      (15 * MM)
#define TEXT_MARGIN (25 * MM)

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
  const char        *tag; /* of a tagged PDF: H1, P, …, static; NULL: in a table */
} PageItem;

typedef struct {
  double   width, height;
  gboolean is_cover;
  GArray  *items; /* PageItem */
} Page;

struct _Pages {
  PageSetup  setup;
  char      *header, *footer;
  Typeset   *typeset;
  GPtrArray *pages;  /* Page * */
  GArray    *places; /* PagePlace */
  gboolean   tags;
};

Page *pages_add (Pages *self, gboolean landscape);
