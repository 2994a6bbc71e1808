/* ui/cell-text.c — the text of a cell of the form, broken into lines and drawn.
 *
 * A form has hundreds of cells, and most hold a few words.  A label measures its text
 * at several widths, shaping it anew each time; here it is shaped once, and once more
 * where it does not fit into a line.
 */

#include "ui/cell-text.h"

#include <string.h>

/* What is shown of a text at most: Pango cannot measure a line of a million points, and
 * breaks a long word in the square of its length. */
#define LONGEST 6000

struct _UiCellText {
  GtkWidget     *widget; /* borrowed */
  char          *text;
  PangoLayout   *layout; /* NULL: nobody has asked for it yet */
  PangoAlignment alignment;
  int            natural; /* width of the text when no line is broken, rounded up */
  guint          font;    /* the serial of the context that natural was measured in */
};

UiCellText *
ui_cell_text_new (GtkWidget *widget)
{
  UiCellText *self = g_new0 (UiCellText, 1);

  self->widget = widget;
  self->alignment = PANGO_ALIGN_CENTER;
  return self;
}

void
ui_cell_text_free (UiCellText *self)
{
  g_clear_object (&self->layout);
  g_free (self->text);
  g_free (self);
}

static char *
cut (const char *text)
{
  g_autofree char *begin = NULL;

  if (strlen (text) <= LONGEST || g_utf8_strlen (text, -1) <= LONGEST)
    return g_strdup (text);
  begin = g_utf8_substring (text, 0, LONGEST);
  return g_strconcat (begin, "…", NULL);
}

void
ui_cell_text_set (UiCellText *self, const char *text)
{
  g_autofree char *shown = cut (text);

  if (g_strcmp0 (self->text, shown) == 0)
    return;
  g_free (self->text);
  self->text = g_steal_pointer (&shown);
  g_clear_object (&self->layout);
}

const char *
ui_cell_text_get (UiCellText *self)
{
  return self->text;
}

void
ui_cell_text_align (UiCellText *self, PangoAlignment alignment)
{
  self->alignment = alignment;
  g_clear_object (&self->layout);
}

/* Where a code does not fit in a line, a hyphen would look like a part of it. */
static PangoAttrList *
without_hyphens (void)
{
  static PangoAttrList *attributes;

  if (attributes == NULL)
    {
      attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
    }
  return attributes;
}

static void
make_layout (UiCellText *self)
{
  self->layout = gtk_widget_create_pango_layout (self->widget, self->text);
  pango_layout_set_attributes (self->layout, without_hyphens ());
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (self->layout, self->alignment);
  self->font = 0; /* no context's serial */
}

/* The layout for a width; one that needs no breaking does not get any, for it would be
 * shaped anew.  */
static PangoLayout *
layout_for (UiCellText *self, int width)
{
  guint font;

  if (self->layout == NULL)
    make_layout (self);
  font = pango_context_get_serial (pango_layout_get_context (self->layout));
  if (self->font != font)
    {
      pango_layout_set_width (self->layout, -1);
      pango_layout_get_size (self->layout, &self->natural, NULL);
      self->natural = PANGO_PIXELS_CEIL (self->natural);
      self->font = font;
    }
  pango_layout_set_width (self->layout, width < 0 || self->natural <= width
                                            ? -1
                                            : width * PANGO_SCALE);
  return self->layout;
}

int
ui_cell_text_get_height (UiCellText *self, int width)
{
  int height;

  pango_layout_get_pixel_size (layout_for (self, width), NULL, &height);
  return height;
}

void
ui_cell_text_draw (UiCellText *self, GtkSnapshot *snapshot, int margin)
{
  int          width = gtk_widget_get_width (self->widget) - 2 * margin;
  int          room = gtk_widget_get_height (self->widget) - 2 * margin;
  PangoLayout *layout;
  int          height, left = 0;

  if (self->text == NULL || *self->text == '\0')
    return;
  layout = layout_for (self, MAX (width, 1));
  pango_layout_get_pixel_size (layout, NULL, &height);
  if (pango_layout_get_width (layout) < 0 && self->alignment != PANGO_ALIGN_LEFT)
    left = (width - self->natural) / (self->alignment == PANGO_ALIGN_CENTER ? 2 : 1);
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (self->widget),
                              margin + left, margin + (room - height) / 2, layout);
}
