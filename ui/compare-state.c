/* ui/compare-state.c — how a comparison was looked at, in a key file of the user. */

#include "ui/compare-state.h"
#include "ui/state-file.h"

#define FILE_NAME "compare.ini"

/* So many files are remembered, and so many tables of each. */
#define MOST_FILES  50
#define MOST_TABLES 500

/* The switches, by the names they are kept under. */
static const struct {
  const char *key;
  gsize       offset;
} switches[] = {
  { "changed", G_STRUCT_OFFSET (CompareState, selection.kinds[COMPARISON_CHANGED]) },
  { "target", G_STRUCT_OFFSET (CompareState, selection.kinds[COMPARISON_TARGET]) },
  { "added", G_STRUCT_OFFSET (CompareState, selection.kinds[COMPARISON_ADDED]) },
  { "removed", G_STRUCT_OFFSET (CompareState, selection.kinds[COMPARISON_REMOVED]) },
  { "same", G_STRUCT_OFFSET (CompareState, selection.kinds[COMPARISON_SAME]) },
  { "remarked", G_STRUCT_OFFSET (CompareState, selection.only_remarked) },
  { "moved", G_STRUCT_OFFSET (CompareState, selection.only_moved) },
  { "by-size", G_STRUCT_OFFSET (CompareState, selection.by_size) },
  { "loose", G_STRUCT_OFFSET (CompareState, is_loose) },
};

/* A path may have what the name of a group may not. */
static char *
name_of_group (const char *path)
{
  return g_uri_escape_string (path, "/", FALSE);
}

static void
load_open (GKeyFile *file, const char *group, GHashTable *open)
{
  g_auto (GStrv) ids = g_key_file_get_string_list (file, group, "open", NULL, NULL);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      gint64 id = g_ascii_strtoll (ids[i], NULL, 10);

      g_hash_table_add (open, g_memdup2 (&id, sizeof id));
    }
}

gboolean
ui_compare_state_load (const char *path, CompareState *state, GHashTable *open)
{
  g_autoptr (GKeyFile) file = ui_state_file_read (FILE_NAME);
  g_autofree char *group = name_of_group (path);

  if (!g_key_file_has_group (file, group))
    return FALSE;
  state->before = g_key_file_get_int64 (file, group, "before", NULL);
  state->after = g_key_file_get_int64 (file, group, "after", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (switches); i++)
    G_STRUCT_MEMBER (gboolean, state, switches[i].offset) =
        g_key_file_get_boolean (file, group, switches[i].key, NULL);
  load_open (file, group, open);
  return TRUE;
}

static void
save_open (GKeyFile *file, const char *group, GHashTable *open)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer       id;

  g_hash_table_iter_init (&iter, open);
  while (ids->len < MOST_TABLES && g_hash_table_iter_next (&iter, &id, NULL))
    g_ptr_array_add (ids, g_strdup_printf ("%" G_GINT64_FORMAT, *(gint64 *) id));
  g_key_file_set_string_list (file, group, "open", (const char *const *) ids->pdata,
                              ids->len);
}

/* The newest stand last. */
static void
forget_oldest (GKeyFile *file)
{
  gsize n;
  g_auto (GStrv) groups = g_key_file_get_groups (file, &n);

  for (gsize i = 0; i + MOST_FILES < n; i++)
    g_key_file_remove_group (file, groups[i], NULL);
}

void
ui_compare_state_save (const char *path, const CompareState *state, GHashTable *open)
{
  g_autoptr (GKeyFile) file = ui_state_file_read (FILE_NAME);
  g_autofree char *group = name_of_group (path);

  g_key_file_remove_group (file, group, NULL);
  g_key_file_set_int64 (file, group, "before", state->before);
  g_key_file_set_int64 (file, group, "after", state->after);
  for (gsize i = 0; i < G_N_ELEMENTS (switches); i++)
    g_key_file_set_boolean (file, group, switches[i].key,
                            G_STRUCT_MEMBER (gboolean, state, switches[i].offset));
  save_open (file, group, open);
  forget_oldest (file);
  ui_state_file_write (FILE_NAME, file);
}
