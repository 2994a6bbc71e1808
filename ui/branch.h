/* ui/branch.h — the lines below a line of the navigator, as a list model of UiItem.
 *
 * It holds ids only; a line is read from the file when somebody asks for it, and its
 * branch when somebody opens it.
 */

#pragma once

#include <gio/gio.h>

#include "ui/item.h"

G_BEGIN_DECLS

#define UI_TYPE_BRANCH (ui_branch_get_type ())
G_DECLARE_FINAL_TYPE (UiBranch, ui_branch, UI, BRANCH, GObject)

/* The lines below item; NULL: the whole file.  The file and the tally are lent: both
 * must outlive the branch, or ui_branch_leave() be called.  tally may be NULL.  */
UiBranch *ui_branch_new (Db *db, Tally *tally, UiItem *item);

/* The place of a line; GTK_INVALID_LIST_POSITION (G_MAXUINT): it is not here. */
guint ui_branch_find (UiBranch *self, const TreeKey *key);

/* Reads again which lines there are, and what is written on those that are shown. */
void ui_branch_refresh (UiBranch *self);

/* Reads again what a line of it says, if somebody shows it. */
void ui_branch_refresh_line (UiBranch *self, const TreeKey *key);

/* Shows the sums of the tally as they are now. */
void ui_branch_show_sums (UiBranch *self);

/* The file is closed: from here on there are no lines. */
void ui_branch_leave (UiBranch *self);

G_END_DECLS
