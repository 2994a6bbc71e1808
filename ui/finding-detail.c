/* ui/finding-detail.c — a finding with its explanation, its places and its remedies. */

#include "ui/finding-detail.h"
#include "app/check/check.h"
#include "app/fix/fix.h"
#include "app/local-time.h"

#include <glib/gi18n.h>

/* Of a hint that goes through a table more places than this are a number. */
#define PLACES_SHOWN 12

struct _UiFindingDetail {
  GtkWidget  parent_instance;
  GtkWidget *scroller;
  GtkWidget *box; /* made anew for each finding */
};

enum { ACTIVATED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiFindingDetail, ui_finding_detail, GTK_TYPE_WIDGET)

static GtkWidget *
add_text (UiFindingDetail *self, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self->box), label);
  return label;
}

/* 依据：… */
static void
add_part (UiFindingDetail *self, const char *name, const char *text)
{
  g_autofree char *part = NULL;

  if (text == NULL || *text == '\0')
    return;
  part = g_strdup_printf (_ ("%s: %s"), name, text);
  add_text (self, part, NULL);
}

/* A button with a text of any length. */
static GtkWidget *
add_button (UiFindingDetail *self, const char *text, const char *action)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (action != NULL)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (self->box), button);
  return button;
}

static void
add_fixes (UiFindingDetail *self, GPtrArray *fixes)
{
  gboolean any_certain = FALSE;

  for (guint i = 0; i < fixes->len; i++)
    {
      const Fix       *fix = fixes->pdata[i];
      g_autofree char *text =
          g_strdup_printf (fix->is_certain ? _ ("Fix: %s") : _ ("Suggestion: %s…"),
                           fix->label);
      GtkWidget *button = add_button (self, text, NULL);

      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", i);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.fix");
      if (fix->is_certain && !any_certain)
        gtk_widget_add_css_class (button, "suggested-action");
      any_certain |= fix->is_certain;
    }
  if (any_certain)
    add_button (self, _ ("Fix all of this kind…"), "win.fix-alike");
}

static void
place_cb (GtkButton *button, UiFindingDetail *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0,
                 g_object_get_data (G_OBJECT (button), "finding"));
}

static void
add_place (UiFindingDetail *self, Finding *finding, const char *text)
{
  GtkWidget *button = add_button (self, text, NULL);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "place");
  gtk_label_set_xalign (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), 0);
  gtk_widget_set_tooltip_text (button, _ ("Go to the place"));
  g_object_set_data (G_OBJECT (button), "finding", finding);
  g_signal_connect (button, "clicked", G_CALLBACK (place_cb), self);
}

static void
add_places (UiFindingDetail *self, const FoldedFinding *folded)
{
  guint shown = MIN (folded->same->len, PLACES_SHOWN);

  for (guint i = 0; i < shown; i++)
    {
      Finding *finding = folded->same->pdata[i];

      add_place (self, finding, finding->place);
    }
  if (folded->same->len > shown)
    {
      g_autofree char *rows = check_rows_title (folded);

      add_text (self, rows, "dim-label");
    }
}

/* What the finding says better, as small print. */
static void
add_implied (UiFindingDetail *self, const FoldedFinding *folded)
{
  if (folded->implied->len == 0)
    return;
  add_text (self, _ ("The same also shows in:"), "dim-label");
  for (guint i = 0; i < folded->implied->len; i++)
    {
      Finding         *finding = folded->implied->pdata[i];
      g_autofree char *text =
          g_strdup_printf (_ ("%s: %s"), finding->title, finding->message);

      add_place (self, finding, text);
    }
}

/* Who has answered it, when and why. */
static void
add_waiver (UiFindingDetail *self, const Waived *waived)
{
  g_autofree char *at = waived != NULL ? local_time_write (waived->at) : NULL;
  g_autofree char *who = NULL;

  if (waived == NULL)
    return;
  who = g_strdup_printf (_ ("Waived by %s, %s"), waived->who, at);
  add_text (self, who, "dim-label");
  add_part (self, _ ("Reason"), waived->reason);
}

static void
add_rule (UiFindingDetail *self, const Rule *rule)
{
  GtkWidget *button;

  if (rule == NULL)
    return;
  add_text (self, rule->explanation, NULL);
  add_part (self, _ ("Basis"), rule->basis);
  if (rule->example_before != NULL && rule->example_after != NULL)
    {
      g_autofree char *example =
          g_strdup_printf ("%s → %s", rule->example_before, rule->example_after);

      add_part (self, _ ("Example"), example);
    }
  button = add_button (self, _ ("About this rule"), "win.rule-help");
  gtk_widget_add_css_class (button, "flat");
}

static void
ui_finding_detail_dispose (GObject *object)
{
  UiFindingDetail *self = UI_FINDING_DETAIL (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (ui_finding_detail_parent_class)->dispose (object);
}

static void
ui_finding_detail_class_init (UiFindingDetailClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ui_finding_detail_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[ACTIVATED] =
      g_signal_new ("activated", UI_TYPE_FINDING_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL,
                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
ui_finding_detail_init (UiFindingDetail *self)
{
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

void
ui_finding_detail_set (UiFindingDetail *self, const FoldedFinding *folded,
                       const Rule *rule, GPtrArray *fixes, const Waived *waived)
{
  const Finding   *finding = folded ? folded->finding : NULL;
  g_autofree char *title = NULL;
  GtkWidget       *heading;

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->box, "finding-detail");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->box);
  if (finding == NULL)
    {
      add_text (self, _ ("Choose a finding to see what it is about."), "dim-label");
      return;
    }
  title = g_strdup_printf ("%s %s　%s", check_severity_sign (finding->severity),
                           check_severity_title (finding->severity), finding->title);
  heading = add_text (self, title, "severity");
  gtk_widget_add_css_class (heading, finding->severity);
  add_text (self, finding->message, NULL);
  add_places (self, folded);
  if (!finding->waived)
    add_fixes (self, fixes);
  add_waiver (self, waived);
  add_button (self,
              finding->waived ? _ ("Revoke the waiver") : _ ("Waive with a reason…"),
              finding->waived ? "win.revoke" : "win.waive");
  add_implied (self, folded);
  add_rule (self, rule);
}
