/* ui/history-model.h — what was done to a record file, as a list that reads its lines
 * when they are shown.
 */

#pragma once

#include <gio/gio.h>

#include "db/history.h"

G_BEGIN_DECLS

#define UI_TYPE_HISTORY_MODEL (ui_history_model_get_type ())
G_DECLARE_FINAL_TYPE (UiHistoryModel, ui_history_model, UI, HISTORY_MODEL, GObject)

/* A list of UiLine, each with a HistoryEntry; empty. */
UiHistoryModel *ui_history_model_new (void);

/* Lists what is looked for.  The file must outlive the list; NULL: none. */
gboolean ui_history_model_search (UiHistoryModel *self, Db *db,
                                  const HistoryChoice *choice, GError **error);

G_END_DECLS
