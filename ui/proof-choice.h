/* ui/proof-choice.h — a drop-down to choose how much of a text is shown, printed or
 * exported.
 */

#pragma once

#include <gtk/gtk.h>

#include "app/export/proof.h"

/* has_project: a project is selected, and chosen at first. */
GtkWidget *ui_proof_choice_new (gboolean has_project);

ProofExtent ui_proof_choice_get (GtkWidget *drop_down);
void        ui_proof_choice_set (GtkWidget *drop_down, ProofExtent extent);
