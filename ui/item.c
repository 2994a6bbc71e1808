/* ui/item.c — what a line of the navigator stands for. */

#include "ui/item.h"
#include "app/check/check.h"
#include "app/decimal.h"

#include <glib/gi18n.h>

struct _UiItem {
  GObject  parent_instance;
  TreeKey  key;
  gint64   document;
  gint64   amount_fen; /* of a project */
  char    *title;
  char    *detail;
  TallySum sum;
  gboolean is_counted; /* sum is known */
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const char *const severities[CHECK_SEVERITIES] = { "error", "warning", "hint" };

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
  self->amount_fen = DB_NULL;
}

static char *
amount_text (gint64 fen)
{
  g_autofree char *wan = fen != DB_NULL ? decimal_write (fen) : NULL;

  return wan != NULL ? g_strdup_printf (_ ("¥%s wan"), wan) : g_strdup ("—");
}

static const char *
stage_title (const char *stage)
{
  static const struct {
    const char *stage, *title;
  } stages[] = {
    { "draft1", N_ ("first draft") },
    { "draft2", N_ ("second draft") },
    { "adjusted", N_ ("adjusted") },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (stages); i++)
    if (g_strcmp0 (stage, stages[i].stage) == 0)
      return _ (stages[i].title);
  return NULL;
}

/* What is approved is the usual case. */
char *
ui_item_document_title (const TreeLine *line)
{
  const char      *stage = stage_title (line->stage);
  g_autofree char *title =
      line->year == DB_NULL
          ? g_strdup (line->name)
          : g_strdup_printf (_ ("%d  %s"), (int) line->year, line->name);

  return stage != NULL ? g_strdup_printf (_ ("%s (%s)"), title, stage)
                       : g_steal_pointer (&title);
}

static char *
project_title (const TreeLine *line)
{
  if (g_strcmp0 (line->project_kind, "overall") == 0)
    return g_strdup (_ ("Overall indicators"));
  return g_strdup_printf ("%d　%s", (int) line->ordinal,
                          line->name ? line->name : _ ("(no name)"));
}

static char *
title_of (UiItem *self, const TreeLine *line)
{
  switch (self->key.kind)
    {
    case TREE_YEAR:
      return self->key.id != 0 ? g_strdup_printf (_ ("%d"), (int) self->key.id)
                               : g_strdup (_ ("(no year)"));
    case TREE_DOCUMENT:
      return ui_item_document_title (line);
    case TREE_UNIT:
      return g_strdup (line && line->name && *line->name ? line->name
                                                         : _ ("(no unit)"));
    case TREE_PROJECT:
    default:
      return project_title (line);
    }
}

static char *
detail_of (UiItem *self)
{
  g_autofree char *amount = NULL;

  if (self->key.kind == TREE_PROJECT)
    return amount_text (self->amount_fen);
  if (!self->is_counted)
    return g_strdup ("…");
  amount = amount_text (self->sum.amount_fen);
  return g_strdup_printf (_ ("%d projects, %s"), (int) self->sum.projects, amount);
}

UiItem *
ui_item_new (const TreeKey *key, gint64 document)
{
  UiItem *self = g_object_new (UI_TYPE_ITEM, NULL);

  self->key = *key;
  self->document = document;
  self->title = g_strdup ("");
  self->detail = g_strdup ("");
  return self;
}

void
ui_item_set_line (UiItem *self, const TreeLine *line)
{
  char    *title = title_of (self, line);
  gboolean is_same = g_strcmp0 (title, self->title) == 0 &&
                     (line == NULL || line->amount_fen == self->amount_fen);

  g_free (self->title);
  self->title = title;
  if (is_same)
    return;
  self->amount_fen = line != NULL ? line->amount_fen : DB_NULL;
  g_free (self->detail);
  self->detail = detail_of (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
is_same (const TallySum *one, const TallySum *other)
{
  return one->projects == other->projects && one->amount_fen == other->amount_fen &&
         memcmp (one->findings, other->findings, sizeof one->findings) == 0 &&
         one->open == other->open;
}

void
ui_item_set_sum (UiItem *self, const TallySum *sum)
{
  gboolean is_counted = sum != NULL;

  if (is_counted == self->is_counted && (!is_counted || is_same (sum, &self->sum)))
    return;
  self->is_counted = is_counted;
  if (is_counted)
    self->sum = *sum;
  g_free (self->detail);
  self->detail = detail_of (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

const TreeKey *
ui_item_get_key (UiItem *self)
{
  return &self->key;
}

gboolean
ui_item_is_document (UiItem *self)
{
  return self->key.kind == TREE_DOCUMENT;
}

gint64
ui_item_get_document (UiItem *self)
{
  return self->document;
}

gint64
ui_item_get_project (UiItem *self)
{
  return self->key.kind == TREE_PROJECT ? self->key.id : 0;
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

char *
ui_item_dup_findings (UiItem *self, const char **worst)
{
  GString *text = g_string_new (NULL);

  *worst = NULL;
  for (gsize i = 0; self->is_counted && i < CHECK_SEVERITIES; i++)
    if (self->sum.findings[i] > 0)
      {
        g_string_append_printf (text, "%s%s %u", text->len > 0 ? "  " : "",
                                check_severity_sign (severities[i]),
                                self->sum.findings[i]);
        if (*worst == NULL)
          *worst = severities[i];
      }
  if (!self->is_counted || self->sum.open > 0)
    g_string_append (text, text->len > 0 ? " …" : "…");
  return g_string_free (text, FALSE);
}
