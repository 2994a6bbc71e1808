/* ui/short-text.c — a line of text in a list, laid out when it is drawn. */

#include "ui/short-text.h"

#include <string.h>

/* Characters of either script: a line is as high as the higher font. */
#define SAMPLE "\u9884\u7b97Ag"

struct _UiShortText {
  GtkWidget    parent_instance;
  gboolean     keeps_width;
  char        *text;
  PangoLayout *layout; /* NULL: not laid out */
};

G_DEFINE_FINAL_TYPE (UiShortText, ui_short_text, GTK_TYPE_WIDGET)

/* What is known of the fonts that were measured: as text → height in pixels. */
static GHashTable *heights;

static int
line_height (GtkWidget *widget)
{
  PangoContext    *context = gtk_widget_get_pango_context (widget);
  g_autofree char *font =
      pango_font_description_to_string (pango_context_get_font_description (context));
  g_autofree char *key =
      g_strdup_printf ("%s %g", font, pango_cairo_context_get_resolution (context));
  gpointer known;

  if (heights == NULL)
    heights = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!g_hash_table_lookup_extended (heights, key, NULL, &known))
    {
      g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, SAMPLE);
      int height;

      pango_layout_get_pixel_size (layout, NULL, &height);
      known = GINT_TO_POINTER (height);
      g_hash_table_insert (heights, g_steal_pointer (&key), known);
    }
  return GPOINTER_TO_INT (known);
}

static PangoLayout *
layout_of (UiShortText *self)
{
  if (self->layout == NULL)
    {
      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_single_paragraph_mode (self->layout, TRUE);
    }
  return self->layout;
}

static void
ui_short_text_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                       int *minimum, int *natural, int *minimum_baseline,
                       int *natural_baseline)
{
  UiShortText *self = UI_SHORT_TEXT (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = line_height (widget);
  else if (self->keeps_width && *self->text != '\0')
    {
      pango_layout_set_width (layout_of (self), -1);
      pango_layout_get_pixel_size (layout_of (self), natural, NULL);
      *minimum = *natural;
    }
}

static void
ui_short_text_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  UiShortText *self = UI_SHORT_TEXT (widget);
  int          height;

  if (*self->text == '\0')
    return;
  pango_layout_set_width (layout_of (self),
                          gtk_widget_get_width (widget) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout_of (self), NULL, &height);
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), 0,
                              (gtk_widget_get_height (widget) - height) / 2,
                              layout_of (self));
}

static void
ui_short_text_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ui_short_text_parent_class)->css_changed (widget, change);
  g_clear_object (&UI_SHORT_TEXT (widget)->layout);
}

static void
ui_short_text_finalize (GObject *object)
{
  UiShortText *self = UI_SHORT_TEXT (object);

  g_clear_object (&self->layout);
  g_free (self->text);
  G_OBJECT_CLASS (ui_short_text_parent_class)->finalize (object);
}

static void
ui_short_text_class_init (UiShortTextClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = ui_short_text_finalize;
  widget_class->measure = ui_short_text_measure;
  widget_class->snapshot = ui_short_text_snapshot;
  widget_class->css_changed = ui_short_text_css_changed;
  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
ui_short_text_init (UiShortText *self)
{
  self->text = g_strdup ("");
}

GtkWidget *
ui_short_text_new (gboolean keeps_width)
{
  UiShortText *self = g_object_new (UI_TYPE_SHORT_TEXT, NULL);

  self->keeps_width = keeps_width;
  return GTK_WIDGET (self);
}

void
ui_short_text_set (UiShortText *self, const char *text)
{
  if (strcmp (self->text, text) == 0)
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  g_clear_object (&self->layout);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text, -1);
  if (self->keeps_width)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_draw (GTK_WIDGET (self));
}
