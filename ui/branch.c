/* ui/branch.c — the lines below a line of the navigator, read when they are shown. */

#include "ui/branch.h"

struct _UiBranch {
  GObject     parent_instance;
  Db         *db; /* lent; NULL: the file is closed */
  Tally      *tally;
  gboolean    is_file;
  TreeKey     key;      /* of the line above, unless is_file */
  gint64      document; /* that the lines are in; 0: several */
  GArray     *keys;     /* TreeKey; NULL: not read yet */
  GHashTable *shown;    /* TreeKey → UiItem, not owned: those that somebody holds */
};

static void model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (UiBranch, ui_branch, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, model_init))

static guint
hash_key (gconstpointer data)
{
  const TreeKey *key = data;

  return g_int64_hash (&key->id) * 4 + key->kind;
}

static gboolean
equal_keys (gconstpointer a, gconstpointer b)
{
  const TreeKey *one = a, *other = b;

  return one->kind == other->kind && one->id == other->id;
}

static GArray *
read_keys (UiBranch *self)
{
  g_autoptr (GError) error = NULL;
  GArray *keys = NULL;

  if (self->db != NULL && self->is_file)
    keys = tree_of_file (self->db, &error);
  else if (self->db != NULL && self->key.kind == TREE_YEAR)
    keys = tree_of_year (self->db, self->key.id, &error);
  else if (self->db != NULL && self->key.kind == TREE_DOCUMENT)
    keys = tree_of_document (self->db, self->key.id, &error);
  else if (self->db != NULL)
    keys = tree_of_unit (self->db, self->document, self->key.id, &error);
  if (error != NULL)
    g_warning ("%s", error->message);
  return keys != NULL ? keys : g_array_new (FALSE, FALSE, sizeof (TreeKey));
}

static const GArray *
keys_of (UiBranch *self)
{
  if (self->keys == NULL)
    self->keys = read_keys (self);
  return self->keys;
}

static void
read_line (UiBranch *self, UiItem *item)
{
  const TreeKey *key = ui_item_get_key (item);
  g_autoptr (GError) error = NULL;
  g_autoptr (TreeLine) line = NULL;

  if (self->db == NULL)
    return;
  if (key->kind != TREE_YEAR && !(key->kind == TREE_UNIT && key->id == 0))
    {
      line = tree_line (self->db, key, &error);
      if (error != NULL)
        g_warning ("%s", error->message);
      if (line == NULL)
        return;
      if (self->key.kind == TREE_YEAR && !self->is_file)
        line->year = DB_NULL; /* the line above says it */
    }
  ui_item_set_line (item, line);
}

static void
show_sum (UiBranch *self, UiItem *item)
{
  TallySum sum;

  if (self->tally != NULL)
    ui_item_set_sum (item, tally_get (self->tally, ui_item_get_key (item),
                                      ui_item_get_document (item), &sum)
                               ? &sum
                               : NULL);
}

/* Nobody holds the item any more. */
static void
forget_cb (gpointer data, GObject *item)
{
  UiBranch      *self = data;
  GHashTableIter iter;
  gpointer       held;

  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, NULL, &held))
    if (held == item)
      {
        g_hash_table_iter_remove (&iter);
        return;
      }
}

static UiItem *
make_item (UiBranch *self, const TreeKey *key)
{
  UiItem *item =
      ui_item_new (key, key->kind == TREE_DOCUMENT ? key->id : self->document);

  read_line (self, item);
  show_sum (self, item);
  if (self->tally != NULL && key->kind == TREE_PROJECT)
    tally_hurry (self->tally, key->id);
  g_object_weak_ref (G_OBJECT (item), forget_cb, self);
  g_hash_table_insert (self->shown, g_memdup2 (key, sizeof *key), item);
  return item;
}

static GType
get_item_type (GListModel *model)
{
  return UI_TYPE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return keys_of (UI_BRANCH (model))->len;
}

static gpointer
get_item (GListModel *model, guint place)
{
  UiBranch      *self = UI_BRANCH (model);
  const GArray  *keys = keys_of (self);
  const TreeKey *key;
  UiItem        *item;

  if (place >= keys->len)
    return NULL;
  key = &g_array_index (keys, TreeKey, place);
  item = g_hash_table_lookup (self->shown, key);
  return item != NULL ? g_object_ref (item) : make_item (self, key);
}

static void
model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static void
ui_branch_dispose (GObject *object)
{
  UiBranch      *self = UI_BRANCH (object);
  GHashTableIter iter;
  gpointer       item;

  g_hash_table_iter_init (&iter, self->shown);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    g_object_weak_unref (item, forget_cb, self);
  g_hash_table_remove_all (self->shown);
  G_OBJECT_CLASS (ui_branch_parent_class)->dispose (object);
}

static void
ui_branch_finalize (GObject *object)
{
  UiBranch *self = UI_BRANCH (object);

  g_hash_table_unref (self->shown);
  g_clear_pointer (&self->keys, g_array_unref);
  G_OBJECT_CLASS (ui_branch_parent_class)->finalize (object);
}

static void
ui_branch_class_init (UiBranchClass *class)
{
  G_OBJECT_CLASS (class)->dispose = ui_branch_dispose;
  G_OBJECT_CLASS (class)->finalize = ui_branch_finalize;
}

static void
ui_branch_init (UiBranch *self)
{
  self->shown = g_hash_table_new_full (hash_key, equal_keys, g_free, NULL);
}

UiBranch *
ui_branch_new (Db *db, Tally *tally, UiItem *item)
{
  UiBranch *self = g_object_new (UI_TYPE_BRANCH, NULL);

  self->db = db;
  self->tally = tally;
  self->is_file = item == NULL;
  if (item != NULL)
    {
      self->key = *ui_item_get_key (item);
      self->document = ui_item_get_document (item);
    }
  return self;
}

guint
ui_branch_find (UiBranch *self, const TreeKey *key)
{
  const GArray *keys = keys_of (self);

  for (guint i = 0; i < keys->len; i++)
    if (equal_keys (&g_array_index (keys, TreeKey, i), key))
      return i;
  return G_MAXUINT;
}

/* What is the same at the start and at the end stays: who opened lines there keeps them
 * open.  The rest goes first and comes then, as GTK 4.8 reads every item of a list that
 * is replaced at once.  */
static void
replace_keys (UiBranch *self, GArray *keys)
{
  g_autoptr (GArray) old = self->keys;
  guint start = 0, end = 0, shorter = MIN (old->len, keys->len);

  while (start < shorter && equal_keys (&g_array_index (old, TreeKey, start),
                                        &g_array_index (keys, TreeKey, start)))
    start++;
  while (end < shorter - start &&
         equal_keys (&g_array_index (old, TreeKey, old->len - 1 - end),
                     &g_array_index (keys, TreeKey, keys->len - 1 - end)))
    end++;
  if (old->len > start + end)
    {
      self->keys = g_array_new (FALSE, FALSE, sizeof (TreeKey));
      g_array_append_vals (self->keys, old->data, start);
      if (end > 0)
        g_array_append_vals (self->keys, &g_array_index (old, TreeKey, old->len - end),
                             end);
      g_list_model_items_changed (G_LIST_MODEL (self), start, old->len - start - end,
                                  0);
      g_array_unref (self->keys);
    }
  self->keys = keys;
  if (keys->len > start + end)
    g_list_model_items_changed (G_LIST_MODEL (self), start, 0, keys->len - start - end);
}

/* The items that somebody holds, each with a reference of its own. */
static GList *
shown_items (UiBranch *self)
{
  GList *items = g_hash_table_get_values (self->shown);

  g_list_foreach (items, (GFunc) (void (*) (void)) g_object_ref, NULL);
  return items;
}

void
ui_branch_refresh (UiBranch *self)
{
  g_autolist (GObject) items = NULL;

  if (self->keys == NULL) /* nobody has asked yet */
    return;
  replace_keys (self, read_keys (self));
  items = shown_items (self);
  for (GList *item = items; item != NULL; item = item->next)
    read_line (self, item->data);
}

void
ui_branch_refresh_line (UiBranch *self, const TreeKey *key)
{
  UiItem *item = g_hash_table_lookup (self->shown, key);

  if (item != NULL)
    read_line (self, item);
}

void
ui_branch_show_sums (UiBranch *self)
{
  g_autolist (GObject) items = shown_items (self);

  for (GList *item = items; item != NULL; item = item->next)
    show_sum (self, item->data);
}

void
ui_branch_leave (UiBranch *self)
{
  self->db = NULL;
  self->tally = NULL;
  if (self->keys != NULL)
    replace_keys (self, g_array_new (FALSE, FALSE, sizeof (TreeKey)));
}
