/* ui/proposal-line.h — the lines of a proposal: what is to be stored, one thing below
 * the other.
 */

#pragma once

#include <gio/gio.h>

#include "app/import/preview.h"

typedef enum {
  UI_LINE_ITEM, /* the text around or a project */
  UI_LINE_HEADING,
  UI_LINE_REVISION, /* what differs from the file */
  UI_LINE_FIELD,
} UiProposalLineKind;

typedef struct {
  UiProposalLineKind kind;
  PreviewItem       *item;
  char              *title;
  char              *of;    /* the record a field is of: 指标 3; NULL: the item */
  const DbTable     *table; /* of a field or a revision; NULL: of none */
  DbRecord          *record;
  const DbField     *field;
  const char        *column; /* as places name it, static */
} UiProposalLine;

/* UiLine of UiProposalLine, one for each item. */
GListStore *ui_proposal_items (const Preview *preview);

/* The lines below an item, in the place of those that the store has. */
void ui_proposal_fill (GListStore *lines, const Preview *preview, PreviewItem *item);

/* What the field holds, for people; newly allocated; NULL: it is blank. */
char *ui_proposal_line_text (const UiProposalLine *line);

/* Calls visit for every record of an item. */
void ui_proposal_visit (const Preview *preview, PreviewItem *item,
                        void (*visit) (DbRecord *record, PreviewItem *item,
                                       gpointer data),
                        gpointer data);
