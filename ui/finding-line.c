/* ui/finding-line.c — what a line of the list of findings shows. */

#include "ui/finding-line.h"
#include "app/decimal.h"

#include <glib/gi18n.h>

struct _UiFindingLine {
  GObject              parent_instance;
  GPtrArray           *findings;
  GPtrArray           *groups;
  const CheckGroup    *group;
  const FoldedFinding *folded;
};

G_DEFINE_FINAL_TYPE (UiFindingLine, ui_finding_line, G_TYPE_OBJECT)

static void
ui_finding_line_finalize (GObject *object)
{
  UiFindingLine *self = UI_FINDING_LINE (object);

  /* The groups lend the findings. */
  g_ptr_array_unref (self->groups);
  g_ptr_array_unref (self->findings);
  G_OBJECT_CLASS (ui_finding_line_parent_class)->finalize (object);
}

static void
ui_finding_line_class_init (UiFindingLineClass *class)
{
  G_OBJECT_CLASS (class)->finalize = ui_finding_line_finalize;
}

static void
ui_finding_line_init (UiFindingLine *self)
{
}

UiFindingLine *
ui_finding_line_new (GPtrArray *findings, GPtrArray *groups, const CheckGroup *group,
                     const FoldedFinding *folded)
{
  UiFindingLine *self = g_object_new (UI_TYPE_FINDING_LINE, NULL);

  self->findings = g_ptr_array_ref (findings);
  self->groups = g_ptr_array_ref (groups);
  self->group = group;
  self->folded = folded;
  return self;
}

const CheckGroup *
ui_finding_line_get_group (UiFindingLine *self)
{
  return self->group;
}

const FoldedFinding *
ui_finding_line_get_folded (UiFindingLine *self)
{
  return self->folded;
}

char *
ui_finding_line_dup_place (UiFindingLine *self, CheckGrouping grouping)
{
  g_autofree char *rows = check_rows_title (self->folded);
  g_autofree char *table = NULL;

  if (grouping == CHECK_BY_PROJECT)
    return g_steal_pointer (&rows);
  table = check_table_title (self->folded->finding);
  return g_strconcat (table, *rows != '\0' ? " " : "", rows, NULL);
}

char *
ui_finding_line_dup_counts (UiFindingLine *self)
{
  static const char *const severities[] = { "error", "warning", "hint" };
  GString                 *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (severities); i++)
    if (self->group->counts[i] > 0)
      g_string_append_printf (text, "%s%s %u", text->len > 0 ? "　" : "",
                              check_severity_title (severities[i]),
                              self->group->counts[i]);
  if (self->group->amount_fen != DB_NULL)
    {
      g_autofree char *wan = decimal_write (self->group->amount_fen);

      g_string_append (text, "　");
      g_string_append_printf (text, _ ("¥%s wan"), wan);
    }
  return g_string_free (text, FALSE);
}

void
ui_finding_line_add (UiFindingLine *self, GHashTable *findings)
{
  GPtrArray *folds = self->group->folds;

  for (guint i = 0; self->folded == NULL && i < folds->len; i++)
    {
      const FoldedFinding *below = folds->pdata[i];

      for (guint k = 0; k < below->same->len; k++)
        g_hash_table_add (findings, below->same->pdata[k]);
    }
  for (guint i = 0; self->folded != NULL && i < self->folded->same->len; i++)
    g_hash_table_add (findings, self->folded->same->pdata[i]);
}
