/* ui/cell.c — a form's cell: its text, and over it a text editor while it is edited.
 *
 * As in a spreadsheet, Enter, F2 and a double click edit what is there, typing replaces
 * it; then Enter, Tab and leaving hand it over, Escape gives up, Alt+Enter breaks
 * lines.
 */

#include "ui/cell.h"
#include "app/form/edit.h"
#include "db/title.h"
#include "ui/cell-marks.h"
#include "ui/cell-text.h"
#include "ui/preedit.h"

#include <glib/gi18n.h>
#include <string.h>

struct _UiCell {
  GtkWidget    parent_instance;
  FormCell     place; /* text is not used; strings are owned */
  char        *name;
  char        *text;   /* what is printed */
  char        *begun;  /* what the editor began with */
  UiCellText  *shown;  /* the text, or an invitation to write one */
  UiCellMarks *marks;  /* made with the first finding */
  GtkWidget   *editor; /* made on the first edit, then kept hidden */
  gboolean     editing;
  gboolean is_untouched; /* a key began to replace the text; nothing came of it yet */
};

enum { BEGIN, TYPED, EDITED, LEAVE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiCell, ui_cell, GTK_TYPE_WIDGET)

#define PADDING 4

static GtkTextBuffer *
buffer_of (UiCell *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->editor));
}

static char *
typed_text (UiCell *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer_of (self), &start, &end);
  return gtk_text_buffer_get_text (buffer_of (self), &start, &end, FALSE);
}

static void
show_text (UiCell *self)
{
  g_autofree char *name =
      g_strdup_printf (_ ("%s: %s"), self->name, self->text ? self->text : "");
  const char *invitation =
      self->text == NULL && self->place.style <= FORM_RIGHT
          ? title_of_column (self->place.table_name, self->place.column_name)
          : NULL;

  ui_cell_text_set (self->shown, self->text   ? self->text
                                 : invitation ? invitation
                                              : "");
  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (invitation != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "invitation");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "invitation");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->place.table_name != NULL ? name : self->name,
                                  -1);
}

static void
set_editing (UiCell *self, gboolean is_editing)
{
  self->editing = is_editing;
  if (self->marks != NULL)
    ui_cell_marks_hide (self->marks, is_editing);
}

/* Hides the editor; never unparents it: GTK 4.8 loops forever when the focused
 * widget is taken out of the tree while focus is leaving it.  */
static void
end_edit (UiCell *self)
{
  set_editing (self, FALSE);
  self->is_untouched = FALSE;
  gtk_text_view_reset_im_context (GTK_TEXT_VIEW (self->editor));
  g_signal_emit (self, signals[TYPED], 0, NULL);
  if (gtk_widget_has_focus (self->editor))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_set_visible (self->editor, FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "editing");
}

/* What is handed over may rebuild the table, and this cell go. */
static void
commit_and_leave (UiCell *self, GtkDirectionType direction)
{
  g_autofree char *text = typed_text (self);

  g_object_ref (self);
  if (ui_cell_commit (self))
    g_signal_emit (self, signals[LEAVE], 0, direction, *text != '\0');
  g_object_unref (self);
}

static gboolean
editor_return (UiCell *self, GdkModifierType state)
{
  if (state == GDK_ALT_MASK || state == GDK_CONTROL_MASK)
    gtk_text_buffer_insert_at_cursor (buffer_of (self), "\n", 1);
  else if (state == (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
    {
      /* The window's key, which the text view would take for a line break. */
      GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

      if (ui_cell_commit (self))
        gtk_widget_activate_action (root, "win.add-row", NULL);
    }
  else
    commit_and_leave (self, state == GDK_SHIFT_MASK ? GTK_DIR_UP : GTK_DIR_DOWN);
  return GDK_EVENT_STOP;
}

static gboolean
editor_key_cb (GtkEventControllerKey *controller, guint key, guint code,
               GdkModifierType state, UiCell *self)
{
  state &= gtk_accelerator_get_default_mod_mask ();
  if (ui_preedit_get (self->editor) != NULL)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Escape:
      ui_cell_cancel (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return editor_return (self, state);
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      commit_and_leave (self, key == GDK_KEY_Tab && state == 0 ? GTK_DIR_TAB_FORWARD
                                                               : GTK_DIR_TAB_BACKWARD);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static gboolean
commit_cb (gpointer self)
{
  ui_cell_commit (self);
  return G_SOURCE_REMOVE;
}

/* Not at once: the table may be rebuilt, and the editor may not go while focus is
 * leaving it.  */
static void
editor_leave_cb (GtkEventControllerFocus *controller, UiCell *self)
{
  if (self->editing)
    g_idle_add_full (G_PRIORITY_HIGH, commit_cb, g_object_ref (self), g_object_unref);
}

static void
typed_cb (GtkTextBuffer *buffer, UiCell *self)
{
  g_autofree char *text = self->editing ? typed_text (self) : NULL;

  gtk_widget_queue_resize (GTK_WIDGET (self));
  self->is_untouched &= text == NULL || *text == '\0';
  if (text != NULL)
    g_signal_emit (self, signals[TYPED], 0, text);
}

static void
make_editor (UiCell *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->editor = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->editor), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->editor), FALSE);
  g_signal_connect (buffer_of (self), "changed", G_CALLBACK (typed_cb), self);
  ui_preedit_watch (self->editor);
  g_signal_connect_swapped (self->editor, "preedit-changed",
                            G_CALLBACK (gtk_widget_queue_resize), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->name, -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (editor_key_cb), self);
  gtk_widget_add_controller (self->editor, keys);
  g_signal_connect (focus, "leave", G_CALLBACK (editor_leave_cb), self);
  gtk_widget_add_controller (self->editor, focus);
  gtk_widget_set_parent (self->editor, GTK_WIDGET (self));
}

static void
open_editor (UiCell *self, const char *text)
{
  GtkTextIter end;

  if (self->editor == NULL)
    make_editor (self);
  gtk_text_buffer_set_text (buffer_of (self), text, -1);
  set_editing (self, TRUE);
  gtk_text_buffer_get_end_iter (buffer_of (self), &end);
  gtk_text_buffer_place_cursor (buffer_of (self), &end);
  gtk_widget_set_visible (self->editor, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "editing");
  gtk_widget_grab_focus (self->editor);
  g_signal_emit (self, signals[TYPED], 0, text);
}

void
ui_cell_edit (UiCell *self, const char *text)
{
  if (self->editing)
    return;
  g_free (self->begun);
  self->begun = g_strdup (text);
  open_editor (self, text);
}

void
ui_cell_replace (UiCell *self, const char *text)
{
  gtk_text_buffer_set_text (buffer_of (self), text, -1);
}

void
ui_cell_cancel (UiCell *self)
{
  if (self->editing)
    end_edit (self);
}

static gboolean
hand_over (UiCell *self, const char *text)
{
  gboolean accepted = FALSE;

  g_signal_emit (self, signals[EDITED], 0, text, &accepted);
  return accepted;
}

gboolean
ui_cell_commit (UiCell *self)
{
  g_autofree char *text = NULL;
  gboolean         is_untouched = self->is_untouched;

  if (!self->editing || gtk_widget_get_parent (GTK_WIDGET (self)) == NULL)
    return TRUE;
  text = typed_text (self);
  end_edit (self);
  if (is_untouched || strcmp (text, self->begun) == 0 || hand_over (self, text))
    return TRUE;
  open_editor (self, text);
  return FALSE;
}

void
ui_cell_begin_anew (UiCell *self)
{
  g_signal_emit (self, signals[BEGIN], 0);
  if (!self->editing)
    return;
  self->is_untouched = TRUE;
  ui_cell_replace (self, "");
}

/* A key that types something begins an edit with it.  The editor gets the key itself,
 * for an input method may make something else of it, or nothing.  */
static gboolean
begin_by_typing (UiCell *self, GtkEventControllerKey *controller, guint key)
{
  gunichar c = gdk_keyval_to_unicode (key);

  if (c == 0 || g_unichar_iscntrl (c))
    return GDK_EVENT_PROPAGATE;
  ui_cell_begin_anew (self);
  if (!self->editing)
    return GDK_EVENT_STOP;
  return gtk_event_controller_key_forward (controller, self->editor);
}

static gboolean
cell_key_cb (GtkEventControllerKey *controller, guint key, guint code,
             GdkModifierType state, UiCell *self)
{
  static const struct {
    guint            key;
    GtkDirectionType direction;
  } moves[] = {
    { GDK_KEY_Up, GTK_DIR_UP },
    { GDK_KEY_Down, GTK_DIR_DOWN },
    { GDK_KEY_Left, GTK_DIR_LEFT },
    { GDK_KEY_Right, GTK_DIR_RIGHT },
    { GDK_KEY_Tab, GTK_DIR_TAB_FORWARD },
    { GDK_KEY_ISO_Left_Tab, GTK_DIR_TAB_BACKWARD },
  };

  state &= gtk_accelerator_get_default_mod_mask ();
  if (self->editing || (state & ~GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    if (moves[i].key == key)
      {
        g_signal_emit (self, signals[LEAVE], 0, moves[i].direction, FALSE);
        return GDK_EVENT_STOP;
      }
  switch (key)
    {
    case GDK_KEY_F2:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      g_signal_emit (self, signals[BEGIN], 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Delete:
    case GDK_KEY_BackSpace:
      hand_over (self, "");
      return GDK_EVENT_STOP;
    default:
      return begin_by_typing (self, controller, key);
    }
}

static void
pressed_cb (GtkGestureClick *click, int n, double x, double y, UiCell *self)
{
  if (self->editing)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n == 2)
    g_signal_emit (self, signals[BEGIN], 0);
}

/* A text view of GTK 4.8 does not know its height for a width it has not had yet.  What
 * is being composed has its room wherever it stands.  */
static int
height_of_typed (UiCell *self, int width)
{
  const char      *preedit = ui_preedit_get (self->editor);
  g_autofree char *typed_so_far = typed_text (self);
  g_autofree char *text = g_strconcat (typed_so_far, preedit, NULL);
  g_autoptr (UiCellText) typed = ui_cell_text_new (GTK_WIDGET (self));

  ui_cell_text_set (typed, text);
  return ui_cell_text_get_height (typed, width);
}

static void
ui_cell_measure (GtkWidget *widget, GtkOrientation orientation, int for_size,
                 int *minimum, int *natural, int *minimum_baseline,
                 int *natural_baseline)
{
  UiCell *self = UI_CELL (widget);
  int     inner = for_size < 0 ? -1 : MAX (for_size - 2 * PADDING, 1);

  *minimum = *natural = 2 * PADDING; /* the grid gives the width, the text wraps */
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural += self->editing ? height_of_typed (self, inner)
                                         : ui_cell_text_get_height (self->shown, inner);
}

static void
ui_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  UiCell        *self = UI_CELL (widget);
  GtkRequisition size;

  /* GTK warns of a child that is given room without having been asked. */
  if (self->editing)
    {
      GtkAllocation inner = { PADDING, PADDING, MAX (width - 2 * PADDING, 1),
                              MAX (height - 2 * PADDING, 1) };

      gtk_widget_get_preferred_size (self->editor, &size, NULL);
      gtk_widget_size_allocate (self->editor, &inner, -1);
    }
  if (self->marks != NULL)
    ui_cell_marks_allocate (self->marks, width);
}

static void
ui_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  UiCell *self = UI_CELL (widget);

  if (!self->editing)
    ui_cell_text_draw (self->shown, snapshot, PADDING);
  GTK_WIDGET_CLASS (ui_cell_parent_class)->snapshot (widget, snapshot);
}

static void
ui_cell_dispose (GObject *object)
{
  UiCell *self = UI_CELL (object);

  self->editing = FALSE;
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  g_clear_pointer (&self->marks, ui_cell_marks_free);
  G_OBJECT_CLASS (ui_cell_parent_class)->dispose (object);
}

static void
ui_cell_finalize (GObject *object)
{
  UiCell *self = UI_CELL (object);

  g_free (self->place.table_name);
  g_free (self->place.column_name);
  g_free (self->place.field);
  g_free (self->name);
  g_free (self->text);
  g_free (self->begun);
  ui_cell_text_free (self->shown);
  G_OBJECT_CLASS (ui_cell_parent_class)->finalize (object);
}

static GtkSizeRequestMode
height_for_width (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ui_cell_class_init (UiCellClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ui_cell_dispose;
  G_OBJECT_CLASS (class)->finalize = ui_cell_finalize;
  widget_class->get_request_mode = height_for_width;
  widget_class->measure = ui_cell_measure;
  widget_class->size_allocate = ui_cell_size_allocate;
  widget_class->snapshot = ui_cell_snapshot;
  gtk_widget_class_set_css_name (widget_class, "form-cell");
  signals[BEGIN] = g_signal_new ("begin", UI_TYPE_CELL, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
  signals[TYPED] = g_signal_new ("typed", UI_TYPE_CELL, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[EDITED] = g_signal_new ("edited", UI_TYPE_CELL, G_SIGNAL_RUN_LAST, 0,
                                  g_signal_accumulator_first_wins, NULL, NULL,
                                  G_TYPE_BOOLEAN, 1, G_TYPE_STRING);
  signals[LEAVE] =
      g_signal_new ("leave", UI_TYPE_CELL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, GTK_TYPE_DIRECTION_TYPE, G_TYPE_BOOLEAN);
}

static void
ui_cell_init (UiCell *self)
{
  self->shown = ui_cell_text_new (GTK_WIDGET (self));
}

static void
listen (UiCell *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture         *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (cell_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
apply_style (UiCell *self)
{
  static const struct {
    const char    *css_class;
    PangoAlignment alignment;
  } styles[] = {
    [FORM_TITLE] = { "title-1", PANGO_ALIGN_CENTER },
    [FORM_LEFT] = { "line", PANGO_ALIGN_LEFT },
    [FORM_RIGHT] = { "line", PANGO_ALIGN_RIGHT },
    [FORM_CAPTION] = { "caption", PANGO_ALIGN_CENTER },
    [FORM_HEAD] = { "head", PANGO_ALIGN_CENTER },
    [FORM_LABEL] = { "label", PANGO_ALIGN_CENTER },
    [FORM_CENTRE] = { "field", PANGO_ALIGN_CENTER },
    [FORM_TEXT] = { "field", PANGO_ALIGN_LEFT },
  };

  gtk_widget_add_css_class (GTK_WIDGET (self), styles[self->place.style].css_class);
  ui_cell_text_align (self->shown, styles[self->place.style].alignment);
}

GtkWidget *
ui_cell_new (const FormCell *cell, const char *name)
{
  UiCell *self = g_object_new (UI_TYPE_CELL, "accessible-role",
                               GTK_ACCESSIBLE_ROLE_GRID_CELL, NULL);

  self->place = *cell;
  self->place.text = NULL;
  self->place.table_name = g_strdup (cell->table_name);
  self->place.column_name = g_strdup (cell->column_name);
  self->place.field = g_strdup (cell->field);
  apply_style (self);
  if (form_edit_is_possible (cell))
    listen (self);
  ui_cell_set_text (self, name, cell->text);
  return GTK_WIDGET (self);
}

void
ui_cell_align_right (UiCell *self)
{
  ui_cell_text_align (self->shown, PANGO_ALIGN_RIGHT);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const FormCell *
ui_cell_get_place (UiCell *self)
{
  return &self->place;
}

void
ui_cell_set_text (UiCell *self, const char *name, const char *text)
{
  g_free (self->name);
  self->name = g_strdup (name);
  g_free (self->text);
  self->text = g_strdup (text);
  show_text (self);
}

const char *
ui_cell_get_text (UiCell *self)
{
  return ui_cell_text_get (self->shown);
}

gboolean
ui_cell_is_editing (UiCell *self)
{
  return self->editing;
}

void
ui_cell_clear_marks (UiCell *self)
{
  if (self->marks != NULL)
    ui_cell_marks_clear (self->marks);
}

void
ui_cell_add_mark (UiCell *self, const char *severity, const char *message)
{
  if (self->marks == NULL)
    self->marks = ui_cell_marks_new (GTK_WIDGET (self));
  ui_cell_marks_add (self->marks, severity, message);
}
