/* ui/finding-row.c — two lines: what is wrong and where, and the sentence. */

#include "ui/finding-row.h"
#include "app/check/check.h"
#include "ui/naming.h"

#include <glib/gi18n.h>

/* The labels of a row, in their order. */
enum { TITLE, PLACE, TEXT, N_LABELS };

static GtkWidget *
new_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

GtkWidget *
ui_finding_row_new (void)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = new_label ();
  GtkWidget *place = gtk_label_new (NULL);
  GtkWidget *text = new_label ();

  gtk_widget_set_hexpand (title, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (place), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (place), 24);
  gtk_widget_add_css_class (place, "dim-label");
  gtk_widget_add_css_class (title, "severity");
  gtk_box_append (GTK_BOX (top), title);
  gtk_box_append (GTK_BOX (top), place);
  gtk_box_append (GTK_BOX (row), top);
  gtk_box_append (GTK_BOX (row), text);
  gtk_widget_add_css_class (row, "finding");
  return row;
}

static void
get_labels (GtkWidget *row, GtkWidget *labels[N_LABELS])
{
  GtkWidget *top = gtk_widget_get_first_child (row);

  labels[TITLE] = gtk_widget_get_first_child (top);
  labels[PLACE] = gtk_widget_get_next_sibling (labels[TITLE]);
  labels[TEXT] = gtk_widget_get_next_sibling (top);
}

static void
show_texts (GtkWidget *row, const char *title, const char *place, const char *text)
{
  GtkWidget       *labels[N_LABELS];
  g_autofree char *name = g_strjoin ("，", title, text, *place ? place : NULL, NULL);

  get_labels (row, labels);
  gtk_label_set_text (GTK_LABEL (labels[TITLE]), title);
  gtk_label_set_text (GTK_LABEL (labels[PLACE]), place);
  gtk_label_set_text (GTK_LABEL (labels[TEXT]), text);
  gtk_widget_set_tooltip_text (row, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  ui_name_row (row, name);
}

static void
show_heading (GtkWidget *row, UiFindingLine *line, gboolean is_open)
{
  g_autofree char *title = g_strconcat (is_open ? "▾ " : "▸ ",
                                        ui_finding_line_get_group (line)->title, NULL);
  g_autofree char *counts = ui_finding_line_dup_counts (line);

  show_texts (row, title, "", counts);
}

/* ×6 where it stands for six, +2 where two more say the same. */
static char *
title_of (const FoldedFinding *folded)
{
  const Finding *finding = folded->finding;
  GString       *title = g_string_new (NULL);

  g_string_append_printf (title, "%s %s　%s", check_severity_sign (finding->severity),
                          check_severity_title (finding->severity), finding->title);
  if (folded->times > 1)
    g_string_append_printf (title, " ×%u", folded->times);
  if (folded->implied->len > 0)
    g_string_append_printf (title, " +%u", folded->implied->len);
  if (finding->waived)
    g_string_append_printf (title, "（%s）", _ ("waived"));
  return g_string_free (title, FALSE);
}

void
ui_finding_row_show (GtkWidget *row, UiFindingLine *line, CheckGrouping grouping,
                     gboolean is_open)
{
  static const char *const severities[] = { "error", "warning", "hint" };
  const FoldedFinding     *folded = ui_finding_line_get_folded (line);
  GtkWidget               *labels[N_LABELS];

  get_labels (row, labels);
  for (gsize i = 0; i < G_N_ELEMENTS (severities); i++)
    gtk_widget_remove_css_class (labels[TITLE], severities[i]);
  if (folded == NULL)
    {
      gtk_widget_add_css_class (row, "group");
      show_heading (row, line, is_open);
    }
  else
    {
      g_autofree char *place = ui_finding_line_dup_place (line, grouping);
      g_autofree char *title = title_of (folded);

      gtk_widget_remove_css_class (row, "group");
      gtk_widget_add_css_class (labels[TITLE], folded->finding->severity);
      show_texts (row, title, place, folded->finding->message);
    }
}
