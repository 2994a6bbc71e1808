/* ui/proof-choice.c — a drop-down to choose how much of a text is printed. */

#include "ui/proof-choice.h"
#include "ui/naming.h"

#include <glib/gi18n.h>

GtkWidget *
ui_proof_choice_new (gboolean has_project)
{
  const char *words[] = { [PROOF_PROJECT] = _ ("This project"),
                          [PROOF_TABLES] = _ ("All tables"),
                          [PROOF_TEXT] = _ ("Whole text"),
                          NULL };
  GtkWidget  *drop_down = gtk_drop_down_new_from_strings (words);

  ui_name (drop_down, _ ("How much of it"));
  gtk_widget_set_tooltip_text (drop_down, _ ("How much of it"));
  ui_proof_choice_set (drop_down, has_project ? PROOF_PROJECT : PROOF_TEXT);
  return drop_down;
}

ProofExtent
ui_proof_choice_get (GtkWidget *drop_down)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down));
}

void
ui_proof_choice_set (GtkWidget *drop_down, ProofExtent extent)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), extent);
}
