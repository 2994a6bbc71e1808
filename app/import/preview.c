/* app/import/preview.c — what is new, the same or different, and writing what was
 * chosen. */

#include "app/import/preview.h"

#include "app/edit/understanding.h"
#include "app/fold.h"
#include "db/cell.h"
#include "db/row.h"
#include "db/section.h"
#include "db/unit.h"

static PreviewItem *
item_new (Project *proposed)
{
  PreviewItem *item = g_new0 (PreviewItem, 1);

  item->proposed = proposed;
  item->revisions = g_array_new (FALSE, FALSE, sizeof (Revision));
  return item;
}

static void
item_free (gpointer data)
{
  PreviewItem *item = data;

  g_array_unref (item->revisions);
  g_free (item);
}

void
preview_free (Preview *preview)
{
  if (preview == NULL)
    return;
  g_ptr_array_unref (preview->items);
  document_free (preview->stored);
  g_free (preview);
}

static gboolean
is_same_word (const char *a, const char *b)
{
  g_autofree char *left = fold (a), *right = fold (b);

  return *left != '\0' && g_str_equal (left, right);
}

/* The stored project that a proposed one is: by code, else by name, among those of its
 * kind that no other one is. */
static Project *
find_stored (const Document *stored, const Project *proposed, GHashTable *taken,
             gboolean by_code)
{
  for (guint i = 0; i < stored->projects->len; i++)
    {
      Project *project = stored->projects->pdata[i];
      gboolean has_codes = project->code != NULL && proposed->code != NULL;

      if (g_strcmp0 (project->kind, proposed->kind) != 0 ||
          g_hash_table_contains (taken, project))
        continue;
      if (by_code ? has_codes && is_same_word (project->code, proposed->code)
                  : is_same_word (project->name, proposed->name) ||
                        g_strcmp0 (proposed->kind, "overall") == 0)
        return project;
    }
  return NULL;
}

static void
pair_projects (Preview *preview, gboolean by_code, GHashTable *taken)
{
  for (guint i = 1; i < preview->items->len; i++)
    {
      PreviewItem *item = preview->items->pdata[i];

      if (item->stored == NULL)
        item->stored = find_stored (preview->stored, item->proposed, taken, by_code);
      if (item->stored != NULL)
        g_hash_table_add (taken, item->stored);
    }
}

/* Whether a document says anything beside the tables of its projects.  What was read of
 * a copied table or of a workbook of tables alone does not mean that the text is to
 * go. */
static gboolean
has_text (const Document *document)
{
  if (document->special_funds_note != NULL || document->other_matters != NULL)
    return TRUE;
  for (int i = 0; document_table.children[i].table != NULL; i++)
    {
      const DbTable *table = document_table.children[i].table;
      GPtrArray     *rows =
          G_STRUCT_MEMBER (GPtrArray *, document, document_table.children[i].offset);

      if (table != &project_table && table != &section_table && rows->len > 0)
        return TRUE;
    }
  return FALSE;
}

/* A choice that was made stays where it still fits. */
static void
conclude (PreviewItem *item, gboolean is_new, gboolean is_first)
{
  PreviewChoice does = is_new ? PREVIEW_ADD : PREVIEW_UPDATE;

  item->state = is_new                     ? PREVIEW_NEW
                : item->revisions->len > 0 ? PREVIEW_DIFFERS
                                           : PREVIEW_SAME;
  if (item->state == PREVIEW_SAME)
    item->choice = PREVIEW_SKIP;
  else if (is_first || item->choice != PREVIEW_SKIP)
    item->choice = does;
}

static void
compare (Preview *preview, gboolean is_first)
{
  PreviewItem *text = preview->items->pdata[0];
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < preview->items->len; i++)
    {
      PreviewItem *item = preview->items->pdata[i];

      item->stored = NULL;
      g_array_set_size (item->revisions, 0);
    }
  if (preview->stored != NULL)
    {
      pair_projects (preview, TRUE, taken);
      pair_projects (preview, FALSE, taken);
      revision_find (text->revisions, &document_table, preview->stored,
                     preview->proposal->document, &project_table);
      preview->n_others = preview->stored->projects->len - g_hash_table_size (taken);
    }
  conclude (text, preview->stored == NULL, is_first);
  if (is_first && preview->stored != NULL && !has_text (preview->proposal->document))
    text->choice = PREVIEW_SKIP;
  for (guint i = 1; i < preview->items->len; i++)
    {
      PreviewItem *item = preview->items->pdata[i];

      if (item->stored != NULL)
        revision_find (item->revisions, &project_table, item->stored, item->proposed,
                       NULL);
      conclude (item, item->stored == NULL, is_first);
    }
}

static gboolean
load (Preview *preview, Db *db, GError **error)
{
  gint64 id = document_find (db, preview->proposal->document, error);

  g_clear_pointer (&preview->stored, document_free);
  preview->n_others = 0;
  if (id > 0)
    preview->stored = document_load (db, id, error);
  return id == 0 || preview->stored != NULL;
}

Preview *
preview_new (Proposal *proposal, Db *db, GError **error)
{
  g_autoptr (Preview) preview = g_new0 (Preview, 1);
  const GPtrArray *projects = proposal->document->projects;

  preview->proposal = proposal;
  preview->items = g_ptr_array_new_with_free_func (item_free);
  g_ptr_array_add (preview->items, item_new (NULL));
  for (guint i = 0; i < projects->len; i++)
    g_ptr_array_add (preview->items, item_new (projects->pdata[i]));
  if (!load (preview, db, error))
    return NULL;
  compare (preview, TRUE);
  return g_steal_pointer (&preview);
}

gboolean
preview_refresh (Preview *preview, Db *db, GError **error)
{
  if (!load (preview, db, error))
    return FALSE;
  compare (preview, FALSE);
  return TRUE;
}

guint
preview_count (const Preview *preview, PreviewState state)
{
  guint n = 0;

  for (guint i = 0; i < preview->items->len; i++)
    n += ((const PreviewItem *) preview->items->pdata[i])->state == state;
  return n;
}

/* Its number among the projects proper, as the text counts them; 0: it has none. */
static guint
ordinal_of (const Preview *preview, const PreviewItem *item)
{
  guint n = 0;

  for (guint i = 1; i < preview->items->len; i++)
    {
      const PreviewItem *other = preview->items->pdata[i];

      n += g_strcmp0 (other->proposed->kind, "project") == 0;
      if (other == item)
        return g_strcmp0 (other->proposed->kind, "project") == 0 ? n : 0;
    }
  return 0;
}

gboolean
preview_item_is (const Preview *preview, const PreviewItem *item, const char *words)
{
  guint64 number;

  if (item->proposed == NULL)
    return is_same_word (words, "正文");
  if (g_ascii_string_to_unsigned (words, 10, 1, G_MAXUINT, &number, NULL) &&
      ordinal_of (preview, item) == number)
    return TRUE;
  return is_same_word (item->proposed->code, words) ||
         is_same_word (item->proposed->name, words);
}

char *
preview_item_title (const Preview *preview, const PreviewItem *item)
{
  const char *name;
  guint       ordinal = ordinal_of (preview, item);

  if (item->proposed == NULL)
    return g_strdup ("正文");
  name = item->proposed->name != NULL ? item->proposed->name : "（无名称）";
  if (g_strcmp0 (item->proposed->kind, "overall") == 0)
    return g_strdup ("整体指标表");
  if (ordinal == 0)
    return g_strdup_printf ("专项资金 %s", name);
  return item->proposed->code != NULL
             ? g_strdup_printf ("项目 %u %s  %s", ordinal, name, item->proposed->code)
             : g_strdup_printf ("项目 %u %s", ordinal, name);
}

char *
preview_text (const Preview *preview)
{
  static const char *const states[] = { "新增", "相同", "不同" };
  GString                 *text = g_string_new (NULL);
  g_autofree char         *title = import_document_title (preview->proposal->document);

  g_string_append_printf (text, "%s：%s\n", title,
                          preview->stored != NULL ? "文件里已有这份文本"
                                                  : "文件里还没有这份文本");
  for (guint i = 0; i < preview->items->len; i++)
    {
      const PreviewItem *item = preview->items->pdata[i];
      g_autofree char   *name = preview_item_title (preview, item);

      g_string_append_printf (text, "  %s  %s\n", states[item->state], name);
      for (guint j = 0; j < item->revisions->len; j++)
        {
          g_autofree char *line =
              revision_text (&g_array_index (item->revisions, Revision, j));

          g_string_append_printf (text, "      %s\n", line);
        }
    }
  g_string_append_printf (text, "  合计：新增 %u，相同 %u，不同 %u",
                          preview_count (preview, PREVIEW_NEW),
                          preview_count (preview, PREVIEW_SAME),
                          preview_count (preview, PREVIEW_DIFFERS));
  if (preview->n_others > 0)
    g_string_append_printf (text, "；只在文件里的项目 %u 个，不受影响",
                            preview->n_others);
  g_string_append (text, "\n");
  return g_string_free (text, FALSE);
}

/* Takes the arrays of the text around the projects out of a document, or puts them
 * back: each swaps with an empty one. */
static void
swap_text (Document *document, GPtrArray **kept)
{
  for (int i = 0; document_table.children[i].table != NULL; i++)
    {
      GPtrArray **rows =
          G_STRUCT_MEMBER_P (document, document_table.children[i].offset);
      GPtrArray *was = *rows;

      if (document_table.children[i].table == &project_table)
        continue;
      *rows = kept[i] != NULL ? kept[i] : g_ptr_array_new ();
      kept[i] = was;
    }
}

/* A document that the file does not have, with the projects that were chosen. */
static gboolean
store_new (Preview *preview, Db *db, GError **error)
{
  Document          *document = preview->proposal->document;
  const PreviewItem *text = preview->items->pdata[0];
  GPtrArray         *all = document->projects;
  GPtrArray         *kept[G_N_ELEMENTS (document_table.children)] = { NULL };
  gboolean           is_stored;

  document->projects = g_ptr_array_new ();
  for (guint i = 1; i < preview->items->len; i++)
    {
      const PreviewItem *item = preview->items->pdata[i];

      if (item->choice == PREVIEW_ADD)
        g_ptr_array_add (document->projects, item->proposed);
    }
  if (text->choice == PREVIEW_SKIP)
    swap_text (document, kept);
  is_stored = document_store (db, document, error);
  if (text->choice == PREVIEW_SKIP)
    {
      swap_text (document, kept);
      for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
        g_clear_pointer (&kept[i], g_ptr_array_unref);
    }
  g_ptr_array_unref (document->projects);
  document->projects = all;
  return is_stored;
}

static gboolean
set_unit (Preview *preview, Project *project, Db *db, GError **error)
{
  if (project->unit_name == NULL)
    return TRUE;
  project->unit_id = unit_ensure (db, preview->stored->record.parent,
                                  project->unit_code, project->unit_name, error);
  return project->unit_id != -1;
}

static gboolean
add_project (Preview *preview, Project *project, Db *db, GError **error)
{
  return set_unit (preview, project, db, error) &&
         db_record_insert (db, &project_table, project, preview->stored->record.id,
                           error) &&
         row_move (db, &project_table, project->record.id, G_MAXINT64, error);
}

static gboolean
update_project (Preview *preview, PreviewItem *item, Db *db, GError **error)
{
  Project *project = item->proposed;

  if (!revision_apply (db, &project_table, item->stored, project, NULL, error) ||
      !set_unit (preview, project, db, error))
    return FALSE;
  return project->unit_name == NULL || project->unit_id == item->stored->unit_id ||
         cell_set_integer (db, &project_table, project->record.id, "unit_id",
                           project->unit_id, error);
}

static gboolean
store_into (Preview *preview, Db *db, GError **error)
{
  for (guint i = 0; i < preview->items->len; i++)
    {
      PreviewItem *item = preview->items->pdata[i];

      if (item->choice == PREVIEW_SKIP)
        continue;
      if (item->proposed == NULL
              ? !revision_apply (db, &document_table, preview->stored,
                                 preview->proposal->document, &project_table, error)
          : item->choice == PREVIEW_ADD
              ? !add_project (preview, item->proposed, db, error)
              : !update_project (preview, item, db, error))
        return FALSE;
    }
  return TRUE;
}

/* What a person assigned is understood like what a person types. */
static gboolean
understand_assigned (const Proposal *proposal, Db *db, GError **error)
{
  for (guint i = 0; i < proposal->places->len; i++)
    {
      const Place   *place = &g_array_index (proposal->places, Place, i);
      const DbField *field = table_field (place->table, place->column);

      if (place->by_hand && place->record->id != 0 &&
          !understanding_set (db, place->table, place->record->id, place->column,
                              G_STRUCT_MEMBER (char *, place->record, field->offset),
                              error))
        return FALSE;
    }
  return TRUE;
}

gboolean
preview_has_choice (const Preview *preview)
{
  for (guint i = 0; i < preview->items->len; i++)
    if (((const PreviewItem *) preview->items->pdata[i])->choice != PREVIEW_SKIP)
      return TRUE;
  return FALSE;
}

gboolean
preview_write (Preview *preview, Import *import, Db *db, gint64 action, GError **error)
{
  gint64 document;

  if (!(preview->stored == NULL ? store_new (preview, db, error)
                                : store_into (preview, db, error)))
    return FALSE;
  document = preview->stored != NULL ? preview->stored->record.id
                                     : preview->proposal->document->record.id;
  return understand_assigned (preview->proposal, db, error) &&
         import_store_source (import, preview->proposal, db, document, action, error);
}
