/* ui/item.c — what a line of the navigator stands for. */

#include "ui/item.h"
#include "app/decimal.h"

#include <glib/gi18n.h>

struct _UiItem {
  GObject parent_instance;
  gint64  document;
  gint64  project;
  char   *title;
  char   *detail;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (UiItem, ui_item, G_TYPE_OBJECT)

static void
ui_item_finalize (GObject *object)
{
  UiItem *self = UI_ITEM (object);

  g_free (self->title);
  g_free (self->detail);
  G_OBJECT_CLASS (ui_item_parent_class)->finalize (object);
}

static void
ui_item_class_init (UiItemClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ui_item_finalize;
  signals[CHANGED] = g_signal_new ("changed", UI_TYPE_ITEM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ui_item_init (UiItem *self)
{
}

static char *
amount_text (gint64 fen)
{
  g_autofree char *wan = fen != DB_NULL ? decimal_write (fen) : NULL;

  return wan != NULL ? g_strdup_printf (_ ("¥%s 0k"), wan) : g_strdup ("—");
}

static char *
project_title (const ListedProject *project)
{
  if (g_str_equal (project->kind, "overall"))
    return g_strdup (_ ("Overall indicators"));
  return g_strdup_printf ("%d　%s", (int) project->ordinal,
                          project->name ? project->name : _ ("(no name)"));
}

UiItem *
ui_item_new_project (const ListedProject *project, gint64 document)
{
  UiItem *self = g_object_new (UI_TYPE_ITEM, NULL);

  self->document = document;
  ui_item_update_project (self, project);
  return self;
}

void
ui_item_update_project (UiItem *self, const ListedProject *project)
{
  g_free (self->title);
  g_free (self->detail);
  self->project = project->id;
  self->title = project_title (project);
  self->detail = amount_text (project->amount_fen);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
ui_item_update_document (UiItem *self, const ListedDocument *document)
{
  g_autofree char *amount = amount_text (document->amount_fen);

  g_free (self->title);
  g_free (self->detail);
  self->document = document->id;
  self->title = document->fiscal_year == DB_NULL
                    ? g_strdup (document->department)
                    : g_strdup_printf (_ ("%d  %s"), (int) document->fiscal_year,
                                       document->department);
  self->detail =
      g_strdup_printf (_ ("%d projects, %s"), (int) document->projects, amount);
  g_signal_emit (self, signals[CHANGED], 0);
}

UiItem *
ui_item_new_document (const ListedDocument *document)
{
  UiItem *self = g_object_new (UI_TYPE_ITEM, NULL);

  ui_item_update_document (self, document);
  return self;
}

gboolean
ui_item_is_document (UiItem *self)
{
  return self->project == 0;
}

gint64
ui_item_get_document (UiItem *self)
{
  return self->document;
}

gint64
ui_item_get_project (UiItem *self)
{
  return self->project;
}

const char *
ui_item_get_title (UiItem *self)
{
  return self->title;
}

const char *
ui_item_get_detail (UiItem *self)
{
  return self->detail;
}
