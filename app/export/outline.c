/* app/export/outline.c — the whole 绩效文本 in print order. */

#include "app/export/outline.h"

#include "app/fold.h"

#include <string.h>

static void
free_item (gpointer data)
{
  OutlineItem *item = data;

  g_free (item->text);
  g_free (item->table_name);
  form_table_free (item->table);
  g_free (item);
}

static Outline *
make_outline (void)
{
  Outline *self = g_new0 (Outline, 1);

  self->items = g_ptr_array_new_with_free_func (free_item);
  return self;
}

void
outline_free (Outline *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->author);
  g_ptr_array_unref (self->items);
  g_free (self);
}

static OutlineItem *
item_at (const Outline *self, guint i)
{
  return self->items->pdata[i];
}

static OutlineItem *
insert_item (Outline *self, guint at, TextStyle style, const char *text)
{
  OutlineItem *item = g_new0 (OutlineItem, 1);

  item->style = style;
  item->text = g_strdup (text);
  item->target = OUTLINE_NONE;
  g_ptr_array_insert (self->items, at, item);
  return item;
}

/* The heading a table prints over itself, else the name it is known by. */
static const char *
table_title (const FormTable *table)
{
  for (guint i = 0; i < table->cells->len; i++)
    {
      const FormCell *cell = table->cells->pdata[i];

      if (cell->text != NULL && *cell->text != '\0')
        return cell->text;
    }
  return table->form->title;
}

static FormTable *
load_table (Db *db, const TextItem *item, const char *layout, GError **error)
{
  return g_str_equal (item->table_name, "project")
             ? form_table_new (db, item->row_id, layout, error)
             : form_table_of_annex (db, item->table_name, item->row_id, error);
}

/* Parts begin pages, and so do the contents, the tables of projects, and the letter
 * that approves them.  What follows such a line of the same style does not.  */
static gboolean
begins_page (const TextItem *item, const TextItem *before)
{
  gboolean again = before != NULL && before->style == item->style;

  switch (item->style)
    {
    case TEXT_PART:
    case TEXT_LETTERHEAD:
      return !again;
    case TEXT_TITLE:
      return !again && g_strcmp0 (item->kind, "catalogue") == 0;
    case TEXT_TABLE:
      return g_strcmp0 (item->kind, "projects") == 0 &&
             (before == NULL || before->style != TEXT_PART);
    case TEXT_COVER:
    case TEXT_CONTENTS_PART:
    case TEXT_CONTENTS:
      return FALSE;
    default:
      return before != NULL && (g_strcmp0 (before->kind, "cover") == 0 ||
                                g_strcmp0 (before->kind, "catalogue") == 0 ||
                                (before->style == TEXT_TABLE &&
                                 g_strcmp0 (before->kind, "projects") == 0));
    }
}

/* A table of indicators stands under the heading of its section; one of a project is a
 * heading itself.  */
static int
level_of (const TextItem *item)
{
  switch (item->style)
    {
    case TEXT_PART:
      return 1;
    case TEXT_HEADING:
      return 2;
    case TEXT_SUBHEADING:
      return 3;
    case TEXT_TABLE:
      return g_strcmp0 (item->kind, "projects") == 0 ||
                     g_strcmp0 (item->kind, "special_funds") == 0
                 ? 2
                 : 0;
    default:
      return 0;
    }
}

/* The project whose table an item is; NULL: none, or one that is left out. */
static const Project *
project_of (const Document *document, const TextItem *item)
{
  for (guint i = 0; i < document->projects->len && item->style == TEXT_TABLE; i++)
    {
      const Project *project = document->projects->pdata[i];

      if (project->record.id == item->row_id &&
          g_strcmp0 (item->table_name, "project") == 0)
        return project;
    }
  return NULL;
}

static gboolean
add_items (Outline *self, Db *db, const Document *document, const GPtrArray *texts,
           const char *layout, Progress *progress, GError **error)
{
  for (guint i = 0; i < texts->len; i++)
    {
      const TextItem *text = texts->pdata[i];
      OutlineItem    *item;

      const Project *project = project_of (document, text);

      if (text->style == TEXT_TABLE && project == NULL &&
          g_strcmp0 (text->table_name, "project") == 0)
        continue;
      item = insert_item (self, self->items->len, text->style, text->text);
      item->project = project;
      item->table_name = g_strdup (text->table_name);
      item->row_id = text->row_id;
      item->level = level_of (text);
      item->new_page = begins_page (text, i > 0 ? texts->pdata[i - 1] : NULL);
      if (text->style != TEXT_TABLE)
        continue;
      item->table = load_table (db, text, layout, error);
      if (item->table == NULL || (project != NULL && !progress_step (progress) &&
                                  progress_failed (progress, error)))
        return FALSE;
      if (*item->text == '\0')
        {
          g_free (item->text);
          item->text = g_strdup (table_title (item->table));
        }
    }
  return TRUE;
}

/* 第一部分 and the line behind it are one heading. */
static guint
end_of_part (const Outline *self, guint i)
{
  while (i + 1 < self->items->len && item_at (self, i)->style == TEXT_PART &&
         item_at (self, i + 1)->style == TEXT_PART)
    i++;
  return i;
}

static void
join_parts (Outline *self)
{
  for (guint i = 0; i < self->items->len; i++)
    for (guint k = end_of_part (self, i); i < k; i++)
      item_at (self, i + 1)->level = 0;
}

char *
outline_heading (const Outline *self, guint i)
{
  GString *text = g_string_new (item_at (self, i)->text);

  for (guint k = i + 1; k <= end_of_part (self, i); k++)
    g_string_append_printf (text, "　%s", item_at (self, k)->text);
  return g_string_free (text, FALSE);
}

/* The contents of a text that has none of its own. */
static void
make_contents (Outline *self, guint at)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) targets = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = at; i < self->items->len; i++)
    if (item_at (self, i)->level == 1 || item_at (self, i)->level == 2)
      {
        g_ptr_array_add (lines, outline_heading (self, i));
        g_array_append_val (targets, i);
      }
  for (guint i = 0; i < lines->len; i++)
    {
      guint        target = g_array_index (targets, guint, i);
      int          level = item_at (self, target + i)->level;
      OutlineItem *item =
          insert_item (self, at + i, level == 1 ? TEXT_CONTENTS_PART : TEXT_CONTENTS,
                       lines->pdata[i]);

      item->target = target + lines->len;
    }
}

/* What a line of the contents and a heading have in common: no number, no space. */
static char *
contents_key (const char *text)
{
  g_autofree char *folded = fold (text);
  const char      *start = folded;

  while (g_ascii_isdigit (*start))
    start++;
  if (start > folded && strncmp (start, "、", strlen ("、")) == 0)
    return g_strdup (start + strlen ("、"));
  return g_steal_pointer (&folded);
}

static gboolean
is_nth_table (const Outline *self, guint i)
{
  return item_at (self, i)->style == TEXT_TABLE && item_at (self, i)->level == 2;
}

/* Where a line of the contents leads: to the heading of these words; a line for a table
 * whose words differ (which is a finding) to the table at its place.  */
static guint
find_target (const Outline *self, guint line, guint table_no)
{
  g_autofree char *key = contents_key (item_at (self, line)->text);
  guint            no = 0, by_place = OUTLINE_NONE;

  for (guint i = line + 1; i < self->items->len; i++)
    {
      g_autofree char *heading = NULL;
      g_autofree char *other = NULL;

      if (item_at (self, i)->level == 0)
        continue;
      heading = outline_heading (self, i);
      other = contents_key (heading);
      if (g_str_equal (key, other))
        return i;
      if (is_nth_table (self, i) && ++no == table_no)
        by_place = i;
    }
  return by_place;
}

static void
link_contents (Outline *self)
{
  guint title = OUTLINE_NONE, lines = 0, table_no = 0;

  for (guint i = 0; i < self->items->len; i++)
    switch (item_at (self, i)->style)
      {
      case TEXT_TITLE:
        if (title == OUTLINE_NONE)
          title = i;
        break;
      case TEXT_CONTENTS:
        table_no++;
        item_at (self, i)->target = find_target (self, i, table_no);
        lines++;
        break;
      case TEXT_CONTENTS_PART:
        item_at (self, i)->target = find_target (self, i, 0);
        lines++;
        break;
      default:
        break;
      }
  if (title != OUTLINE_NONE && lines == 0)
    make_contents (self, title + 1);
}

/* The words of the cover, else what the document is called. */
static void
name_outline (Outline *self, const Document *document)
{
  const char *words = document->title;

  for (guint i = 0; i < self->items->len; i++)
    if (item_at (self, i)->style == TEXT_COVER &&
        strstr (item_at (self, i)->text, "文本") != NULL)
      words = item_at (self, i)->text;
  self->author = g_strdup (document->department);
  self->title = words != NULL && strstr (words, document->department) != NULL
                    ? g_strdup (words)
                    : g_strconcat (document->department, words, NULL);
}

Outline *
outline_new (Db *db, const Document *document, const char *layout, Progress *progress,
             GError **error)
{
  g_autoptr (Outline) self = make_outline ();
  g_autoptr (GPtrArray) texts = text_items (db, document->record.id, layout, error);

  if (texts == NULL)
    return NULL;
  if (texts->len == 0)
    {
      g_set_error (error, DB_ERROR_DOMAIN, DB_MISSING,
                   "没有格式 %s；jixiao forms 列出可用的格式",
                   layout != NULL ? layout : document->form_id);
      return NULL;
    }
  if (!add_items (self, db, document, texts, layout, progress, error))
    return NULL;
  join_parts (self);
  link_contents (self);
  name_outline (self, document);
  return g_steal_pointer (&self);
}

void
outline_append (Outline *self, Outline *other)
{
  const guint shift = self->items->len;

  for (guint i = 0; i < other->items->len; i++)
    if (item_at (other, i)->target != OUTLINE_NONE)
      item_at (other, i)->target += shift;
  if (other->items->len > 0)
    item_at (other, 0)->new_page = TRUE;
  g_ptr_array_extend_and_steal (self->items, g_steal_pointer (&other->items));
  other->items = g_ptr_array_new ();
  if (self->title == NULL)
    self->title = g_strdup (other->title);
  if (self->author == NULL)
    self->author = g_strdup (other->author);
  outline_free (other);
}

Outline *
outline_of_tables (Db *db, const Document *document, const char *layout,
                   Progress *progress, GError **error)
{
  g_autoptr (Outline) self = make_outline ();

  for (guint i = 0; i < document->projects->len; i++)
    {
      const Project *project = document->projects->pdata[i];
      OutlineItem   *item;
      FormTable     *table;

      /* one that is chosen alone is printed whatever it is */
      if (!g_str_equal (project->kind, "project") && document->projects->len > 1)
        continue;
      table = form_table_new (db, project->record.id, layout, error);
      if (table == NULL)
        return NULL;
      if (!progress_step (progress) && progress_failed (progress, error))
        {
          form_table_free (table);
          return NULL;
        }
      item = insert_item (self, self->items->len, TEXT_TABLE, table_title (table));
      item->table = table;
      item->project = project;
      item->level = 1;
      item->new_page = TRUE;
    }
  name_outline (self, document);
  return g_steal_pointer (&self);
}

Outline *
outline_of_list (FormTable *table, const char *title)
{
  Outline     *self = make_outline ();
  OutlineItem *item = insert_item (self, 0, TEXT_TABLE, title);

  item->table = table;
  item->level = 1;
  item->new_page = TRUE;
  self->title = g_strdup (title);
  return self;
}
