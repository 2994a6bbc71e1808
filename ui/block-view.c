/* ui/block-view.c — slices in a list that makes only those that are seen. */

#include "ui/block-view.h"
#include "ui/block-piece.h"
#include "ui/line.h"

#include <glib/gi18n.h>

struct _UiBlockView {
  GtkWidget        parent_instance;
  GtkWidget       *scroller;
  GtkWidget       *list;
  GListStore      *lines;  /* UiLine of a UiBlockSlice */
  GHashTable      *pieces; /* UiBlockPiece *, that show something */
  GPtrArray       *slices;
  GPtrArray       *blocks; /* kept while they are shown; NULL: none */
  const Proposal  *proposal;
  UiBlockMarks     marks;
  guint            block; /* of what is chosen */
  const BlockCell *cell;
  guint            scroll; /* the source that does it; 0: none */
};

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiBlockView, ui_block_view, GTK_TYPE_WIDGET)

static void
redraw (UiBlockView *self)
{
  GHashTableIter each;
  gpointer       piece;

  g_hash_table_iter_init (&each, self->pieces);
  while (g_hash_table_iter_next (&each, &piece, NULL))
    gtk_widget_queue_draw (piece);
}

static void
mark_chosen (UiBlockView *self, guint block, const BlockCell *cell)
{
  self->block = block;
  self->cell = cell;
  self->marks.chosen = cell != NULL ? (gconstpointer) cell : self->blocks->pdata[block];
  redraw (self);
}

static void
choose (UiBlockView *self, guint block, const BlockCell *cell)
{
  mark_chosen (self, block, cell);
  g_signal_emit (self, signals[CHOSEN], 0, block, cell);
}

static void
pressed_cb (GtkGestureClick *click, int n, double x, double y, UiBlockView *self)
{
  GtkWidget *piece = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (click));
  const BlockCell *cell;

  if (ui_block_piece_pick (UI_BLOCK_PIECE (piece), x, y, &cell))
    choose (self, ui_block_piece_get_slice (UI_BLOCK_PIECE (piece))->block, cell);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, UiBlockView *self)
{
  GtkWidget  *piece = g_object_new (UI_TYPE_BLOCK_PIECE, NULL);
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (piece, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, piece);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, UiBlockView *self)
{
  GtkWidget *piece = gtk_list_item_get_child (item);

  g_hash_table_add (self->pieces, piece);
  ui_block_piece_show (UI_BLOCK_PIECE (piece),
                       ui_line_get (gtk_list_item_get_item (item)), &self->marks);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, UiBlockView *self)
{
  GtkWidget *piece = gtk_list_item_get_child (item);

  g_hash_table_remove (self->pieces, piece);
  ui_block_piece_show (UI_BLOCK_PIECE (piece), NULL, &self->marks);
}

/* The place of the slice that holds a text; G_MAXUINT: none does. */
static guint
find_slice (UiBlockView *self, guint block, const BlockCell *cell)
{
  for (guint i = 0; i < self->slices->len; i++)
    if (ui_block_slice_has (self->slices->pdata[i], block, cell))
      return i;
  return G_MAXUINT;
}

/* Once the list has been laid out. */
static gboolean
scroll_cb (gpointer data)
{
  UiBlockView *self = data;
  guint        place = find_slice (self, self->block, self->cell);

  self->scroll = 0;
  if (place != G_MAXUINT)
    gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", place);
  return G_SOURCE_REMOVE;
}

static void
scroll (UiBlockView *self)
{
  if (self->scroll == 0)
    self->scroll = g_idle_add (scroll_cb, self);
}

/* One after the other, as they are read: blank ones are passed over. */
typedef struct {
  guint slice, n; /* n: the cell of the slice */
} Step;

static const BlockCell *
cell_at (const UiBlockSlice *slice, guint n)
{
  return slice->n > 0 ? slice->of->cells->pdata[slice->first + n] : NULL;
}

static gboolean
advance (UiBlockView *self, Step *step, int by)
{
  const UiBlockSlice *slice = self->slices->pdata[step->slice];

  if (by > 0 ? step->n + 1 < slice->n : step->n > 0)
    step->n += by;
  else if (by > 0 ? step->slice + 1 < self->slices->len : step->slice > 0)
    {
      step->slice += by;
      slice = self->slices->pdata[step->slice];
      step->n = by < 0 && slice->n > 0 ? slice->n - 1 : 0;
    }
  else
    return FALSE;
  return TRUE;
}

/* Whether a key that goes up or down stops there. */
static gboolean
is_beside (const UiBlockSlice *slice, const BlockCell *cell, guint block,
           const BlockCell *from)
{
  if (slice->block != block || from == NULL)
    return TRUE;
  return cell->row != from->row && cell->col <= from->col &&
         from->col < cell->col + cell->col_span;
}

static void
step (UiBlockView *self, int by, gboolean is_vertical)
{
  guint from = self->marks.chosen != NULL ? find_slice (self, self->block, self->cell)
                                          : G_MAXUINT;
  Step  place = { from != G_MAXUINT ? from : 0, 0 };
  const BlockCell *start = self->cell;
  guint            block = self->block;

  if (self->slices->len == 0)
    return;
  if (from == G_MAXUINT)
    {
      const UiBlockSlice *first = self->slices->pdata[0];

      choose (self, first->block, cell_at (first, 0));
      return;
    }
  while (cell_at (self->slices->pdata[from], place.n) != start)
    place.n++;
  while (advance (self, &place, by))
    {
      const UiBlockSlice *slice = self->slices->pdata[place.slice];
      const BlockCell    *cell = cell_at (slice, place.n);

      if (block_is_blank (cell != NULL ? cell->text : slice->of->text) ||
          (is_vertical && !is_beside (slice, cell, block, start)))
        continue;
      choose (self, slice->block, cell);
      scroll (self);
      return;
    }
}

static gboolean
key_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state,
        UiBlockView *self)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Down || key == GDK_KEY_Up)
    step (self, key == GDK_KEY_Down ? 1 : -1, TRUE);
  else if (key == GDK_KEY_Right || key == GDK_KEY_Left)
    step (self, key == GDK_KEY_Right ? 1 : -1, FALSE);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
forget (UiBlockView *self)
{
  self->marks.chosen = NULL;
  self->cell = NULL;
  self->block = 0;
  g_clear_pointer (&self->marks.unread, g_hash_table_unref);
  g_clear_pointer (&self->marks.placed, g_hash_table_unref);
  g_list_store_remove_all (self->lines);
  g_clear_pointer (&self->slices, g_ptr_array_unref);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
}

static void
ui_block_view_dispose (GObject *object)
{
  UiBlockView *self = UI_BLOCK_VIEW (object);

  g_clear_handle_id (&self->scroll, g_source_remove);
  if (self->scroller != NULL)
    forget (self);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (ui_block_view_parent_class)->dispose (object);
}

static void
ui_block_view_finalize (GObject *object)
{
  g_hash_table_unref (UI_BLOCK_VIEW (object)->pieces);
  G_OBJECT_CLASS (ui_block_view_parent_class)->finalize (object);
}

static void
ui_block_view_class_init (UiBlockViewClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ui_block_view_dispose;
  G_OBJECT_CLASS (class)->finalize = ui_block_view_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (class),
                                            GTK_TYPE_BIN_LAYOUT);
  signals[CHOSEN] =
      g_signal_new ("chosen", UI_TYPE_BLOCK_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_POINTER);
}

static void
ui_block_view_init (UiBlockView *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->pieces = g_hash_table_new (NULL, NULL);
  self->lines = g_list_store_new (UI_TYPE_LINE);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), self);
  self->list = gtk_list_view_new (
      GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (self->lines))), factory);
  gtk_widget_add_css_class (self->list, "blocks");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("The document as it was read"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->list, keys);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/* What stands for a text: its cell, or the paragraph's block. */
static gpointer
text_at (UiBlockView *self, guint block, const BlockCell *cell)
{
  return cell != NULL ? (gpointer) cell : self->blocks->pdata[block];
}

void
ui_block_view_update (UiBlockView *self)
{
  g_clear_pointer (&self->marks.unread, g_hash_table_unref);
  g_clear_pointer (&self->marks.placed, g_hash_table_unref);
  if (self->proposal == NULL || self->blocks == NULL)
    return;
  self->marks.unread = g_hash_table_new (NULL, NULL);
  self->marks.placed = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < self->proposal->notes->len; i++)
    {
      const Note *note = self->proposal->notes->pdata[i];

      if (note->kind == NOTE_UNREAD && note->block < self->blocks->len)
        g_hash_table_add (self->marks.unread, text_at (self, note->block, note->cell));
    }
  for (guint i = 0; i < self->proposal->places->len; i++)
    {
      const Place *place = &g_array_index (self->proposal->places, Place, i);

      g_hash_table_add (self->marks.placed, text_at (self, place->block, place->cell));
    }
  redraw (self);
}

void
ui_block_view_show (UiBlockView *self, GPtrArray *blocks, const Proposal *proposal)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_object_unref);

  forget (self);
  self->proposal = proposal;
  if (blocks == NULL)
    return;
  self->blocks = g_ptr_array_ref (blocks);
  self->slices = ui_block_slices (blocks);
  ui_block_view_update (self);
  for (guint i = 0; i < self->slices->len; i++)
    g_ptr_array_add (lines, ui_line_new (self->slices->pdata[i], NULL));
  g_list_store_splice (self->lines, 0, 0, lines->pdata, lines->len);
}

void
ui_block_view_choose (UiBlockView *self, guint block, const BlockCell *cell)
{
  if (self->blocks == NULL || block >= self->blocks->len)
    return;
  mark_chosen (self, block, cell);
  scroll (self);
}

void
ui_block_view_clear (UiBlockView *self)
{
  self->marks.chosen = NULL;
  redraw (self);
}
