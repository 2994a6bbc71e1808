/* ui/page.c — a page that reads its contents when it is looked at. */

#include "ui/page.h"
#include "ui/dialog.h"

#include <glib/gi18n.h>

typedef struct {
  Db        *db;      /* borrowed */
  Desk      *desk;    /* of its file; NULL: none yet */
  Errand    *reading; /* NULL: nothing is being read */
  GtkWidget *box;     /* the child, and below it the next */
  GtkWidget *waiting;
  gint64     document;
  gint64     project;
  gboolean   is_stale;
} UiPagePrivate;

enum { GO_TO, CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (UiPage, ui_page, GTK_TYPE_WIDGET)

static UiPagePrivate *
private_of (UiPage *self)
{
  return ui_page_get_instance_private (self);
}

void
ui_page_load (UiPage *self)
{
  UiPagePrivate *own = private_of (self);
  g_autoptr (GError) error = NULL;

  own->is_stale = FALSE;
  if (own->db != NULL && !UI_PAGE_GET_CLASS (self)->load (self, &error))
    ui_page_complain (self, _ ("This page cannot be shown"), g_steal_pointer (&error));
}

static void
ui_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ui_page_parent_class)->map (widget);
  if (private_of (UI_PAGE (widget))->is_stale)
    ui_page_load (UI_PAGE (widget));
}

static void
ui_page_dispose (GObject *object)
{
  errand_drop (&private_of (UI_PAGE (object))->reading);
  g_clear_pointer (&private_of (UI_PAGE (object))->box, gtk_widget_unparent);
  g_clear_pointer (&private_of (UI_PAGE (object))->desk, desk_unref);
  G_OBJECT_CLASS (ui_page_parent_class)->dispose (object);
}

static void
ui_page_class_init (UiPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ui_page_dispose;
  widget_class->map = ui_page_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  signals[GO_TO] = g_signal_new ("go-to", UI_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[CHANGED] = g_signal_new ("changed", UI_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ui_page_init (UiPage *self)
{
  UiPagePrivate *own = private_of (self);

  own->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  own->waiting = ui_waiting_new ();
  gtk_box_append (GTK_BOX (own->box), own->waiting);
  gtk_widget_set_parent (own->box, GTK_WIDGET (self));
}

void
ui_page_set (UiPage *self, Db *db, gint64 document, gint64 project)
{
  UiPagePrivate *own = private_of (self);

  if (db != own->db)
    errand_drop (&own->reading);
  if (db != own->db && UI_PAGE_GET_CLASS (self)->clear != NULL)
    UI_PAGE_GET_CLASS (self)->clear (self);
  if (db != own->db)
    g_clear_pointer (&own->desk, desk_unref);
  own->db = db;
  own->document = document;
  own->project = project;
  own->is_stale = TRUE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    ui_page_load (self);
}

Db *
ui_page_get_db (UiPage *self)
{
  return private_of (self)->db;
}

Desk *
ui_page_get_desk (UiPage *self)
{
  UiPagePrivate *own = private_of (self);

  if (own->desk == NULL)
    own->desk = desk_new (db_get_path (own->db), DB_OPEN_READ);
  return own->desk;
}

void
ui_page_read (UiPage *self, const ErrandKind *kind, gpointer what,
              const char *const *stages, ErrandDone done)
{
  UiPagePrivate *own = private_of (self);

  errand_begin (&own->reading, ui_page_get_desk (self), kind, what, done, self);
  ui_waiting_follow (UI_WAITING (own->waiting), &own->reading, stages);
}

void
ui_page_stop (UiPage *self)
{
  errand_drop (&private_of (self)->reading);
}

gboolean
ui_page_is_reading (UiPage *self)
{
  return private_of (self)->reading != NULL;
}

UiWaiting *
ui_page_get_waiting (UiPage *self)
{
  return UI_WAITING (private_of (self)->waiting);
}

gint64
ui_page_get_document (UiPage *self)
{
  return private_of (self)->document;
}

gint64
ui_page_get_project (UiPage *self)
{
  return private_of (self)->project;
}

void
ui_page_set_child (UiPage *self, GtkWidget *child)
{
  gtk_widget_set_vexpand (child, TRUE);
  gtk_box_prepend (GTK_BOX (private_of (self)->box), child);
}

void
ui_page_go_to (UiPage *self, const UiPlace *place)
{
  g_signal_emit (self, signals[GO_TO], 0, place);
}

void
ui_page_change (UiPage *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
ui_page_print (UiPage *self)
{
  if (UI_PAGE_GET_CLASS (self)->print == NULL)
    return FALSE;
  UI_PAGE_GET_CLASS (self)->print (self);
  return TRUE;
}

void
ui_page_complain (UiPage *self, const char *what, GError *error)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  ui_show_error (root != NULL ? GTK_WINDOW (root) : NULL, what, error);
  g_error_free (error);
}
