/* ui/item.c — what a line of the navigator stands for. */

#include "ui/item.h"
#include "app/decimal.h"

struct _UiItem {
  GObject parent_instance;
  gint64  document;
  gint64  project;
  char   *title;
  char   *detail;
};

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
}

static void
ui_item_init (UiItem *self)
{
}

static char *
amount_text (gint64 fen)
{
  g_autofree char *wan = fen != DB_NULL ? decimal_write (fen) : NULL;

  return wan != NULL ? g_strdup_printf ("%s 万元", wan) : g_strdup ("—");
}

UiItem *
ui_item_new_document (const ListedDocument *document)
{
  UiItem          *self = g_object_new (UI_TYPE_ITEM, NULL);
  g_autofree char *amount = amount_text (document->amount_fen);

  self->document = document->id;
  self->title = document->fiscal_year == DB_NULL
                    ? g_strdup (document->department)
                    : g_strdup_printf ("%d 年  %s", (int) document->fiscal_year,
                                       document->department);
  self->detail = g_strdup_printf ("%d 个项目，%s", (int) document->projects, amount);
  return self;
}

UiItem *
ui_item_new_project (const ListedProject *project, gint64 document)
{
  UiItem *self = g_object_new (UI_TYPE_ITEM, NULL);

  self->document = document;
  self->project = project->id;
  self->title = g_str_equal (project->kind, "overall")
                    ? g_strdup ("部门整体绩效指标")
                    : g_strdup_printf ("%d　%s", (int) project->ordinal,
                                       project->name ? project->name : "（无名称）");
  self->detail = amount_text (project->amount_fen);
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
