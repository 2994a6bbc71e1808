/* ui/proposal-list.h — the records that an import proposes: the text around and the
 * projects, each new, the same or different, to be taken or left; below each its
 * fields.
 */

#pragma once

#include <gtk/gtk.h>

#include "app/import/preview.h"

G_BEGIN_DECLS

#define UI_TYPE_PROPOSAL_LIST (ui_proposal_list_get_type ())
G_DECLARE_FINAL_TYPE (UiProposalList, ui_proposal_list, UI, PROPOSAL_LIST, GtkWidget)

/* A field of a proposed record. */
typedef struct {
  const DbTable *table;
  DbRecord      *record;
  const char    *column;
} UiField;

/* Shows a preview, which is lent; NULL: none. */
void ui_proposal_list_show (UiProposalList *self, Preview *preview);

/* Shows it again, after texts were assigned or it was compared again. */
void ui_proposal_list_update (UiProposalList *self);

/* Opens what the field belongs to and selects it.  No signal. */
void ui_proposal_list_select (UiProposalList *self, const UiField *field);

/* FALSE: no field is selected. */
gboolean ui_proposal_list_get_field (UiProposalList *self, UiField *field);

/* “指标 3 指标值”; newly allocated; NULL: no field is selected. */
char *ui_proposal_list_dup_title (UiProposalList *self);

/* Takes all that is new or different, or nothing. */
void ui_proposal_list_take (UiProposalList *self, gboolean all);

/* Signals: "chosen" (): another field is selected.  "changed" (): something is taken
 * that was not, or the other way. */

G_END_DECLS
