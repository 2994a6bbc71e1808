/* tests/test-shortcuts.c — every command of the window has a key, and the table of
 * shortcuts lists it.
 */

#include "tests/suite.h"
#include "ui/application.h"
#include "ui/recent.h"
#include "ui/window.h"

#include <string.h>

/* Commands that are chosen from a list instead. */
static const char *const keyless[] = { "win.open-recent" };

static UiApplication *application;
static UiWindow      *window;

static void
set_up (void)
{
  g_autoptr (GError) error = NULL;

  gtk_init ();
  application = ui_application_new ();
  ck_assert (g_application_register (G_APPLICATION (application), NULL, &error));
  window = UI_WINDOW (ui_window_new (GTK_APPLICATION (application)));
  gtk_window_present (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
tear_down (void)
{
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_unref (application);
}

/* One key with its modifiers, as text that is the same however it was written. */
static char *
key_text (const char *accelerator)
{
  guint           key;
  GdkModifierType state;

  ck_assert_msg (gtk_accelerator_parse (accelerator, &key, &state), "%s", accelerator);
  return gtk_accelerator_name (key, state);
}

/* The keys that the table of shortcuts lists: char * → itself. */
static GHashTable *
listed_keys (void)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/jixiao/ui/shortcuts.ui");
  g_autoptr (GSList) objects = gtk_builder_get_objects (builder);

  for (GSList *object = objects; object != NULL; object = object->next)
    if (GTK_IS_SHORTCUTS_SHORTCUT (object->data))
      {
        g_autofree char *accelerators = NULL;
        g_auto (GStrv) parts = NULL;

        g_object_get (object->data, "accelerator", &accelerators, NULL);
        parts = g_strsplit (accelerators, " ", -1);
        for (guint i = 0; parts[i] != NULL; i++)
          g_hash_table_add (keys, key_text (parts[i]));
      }
  gtk_window_destroy (GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts")));
  return keys;
}

/* Adds the keys of a widget's class: action name → key. */
static void
add_keys_of_class (GtkWidget *widget, GHashTable *keys)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint k = 0; k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
        {
          g_autoptr (GtkShortcut) shortcut =
              g_list_model_get_item (G_LIST_MODEL (controller), k);
          GtkShortcutAction *action = gtk_shortcut_get_action (shortcut);

          if (GTK_IS_NAMED_ACTION (action) &&
              !g_hash_table_contains (keys, gtk_named_action_get_action_name (
                                                GTK_NAMED_ACTION (action))))
            g_hash_table_insert (
                keys,
                g_strdup (gtk_named_action_get_action_name (GTK_NAMED_ACTION (action))),
                gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut)));
        }
    }
}

/* Adds those that the application has, whose names may have a target. */
static void
add_keys_of_application (GHashTable *keys)
{
  g_auto (GStrv) names =
      gtk_application_list_action_descriptions (GTK_APPLICATION (application));

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_auto (GStrv) accelerators =
          gtk_application_get_accels_for_action (GTK_APPLICATION (application),
                                                 names[i]);
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;

      ck_assert (g_action_parse_detailed_name (names[i], &name, &target, NULL));
      g_hash_table_insert (keys, g_steal_pointer (&name), g_strdup (accelerators[0]));
    }
}

static GHashTable *
all_keys (void)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  add_keys_of_class (GTK_WIDGET (window), keys);
  add_keys_of_class (GTK_WIDGET (ui_window_get_findings (window)), keys);
  add_keys_of_class (GTK_WIDGET (ui_window_get_form (window)), keys);
  add_keys_of_application (keys);
  return keys;
}

/* The name of the nth action of a class; NULL: it has no more. */
static const char *
command_at (GtkWidgetClass *widget_class, guint n)
{
  GType               owner;
  const char         *name, *property;
  const GVariantType *parameter;

  return gtk_widget_class_query_action (widget_class, n, &owner, &name, &parameter,
                                        &property)
             ? name
             : NULL;
}

static gboolean
is_command (const char *action)
{
  const char *name;

  for (guint i = 0; (name = command_at (GTK_WIDGET_GET_CLASS (window), i)) != NULL; i++)
    if (strcmp (name, action) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_keyless (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (keyless); i++)
    if (strcmp (keyless[i], name) == 0)
      return TRUE;
  return FALSE;
}

START_TEST (every_command_has_a_key_that_is_listed)
{
  g_autoptr (GHashTable) keys = all_keys ();
  g_autoptr (GHashTable) listed = listed_keys ();
  GtkWidgetClass *widget_class = GTK_WIDGET_GET_CLASS (window);
  const char     *name;
  guint           n = 0;

  for (guint i = 0; (name = command_at (widget_class, i)) != NULL; i++)
    {
      const char      *key = g_hash_table_lookup (keys, name);
      g_autofree char *text = NULL;

      if (!g_str_has_prefix (name, "win.") || is_keyless (name))
        continue;
      ck_assert_msg (key != NULL, "%s has no key", name);
      text = key_text (key);
      ck_assert_msg (g_hash_table_contains (listed, text), "%s: %s is not listed", name,
                     text);
      n++;
    }
  ck_assert_uint_gt (n, 30);
}
END_TEST

START_TEST (no_two_commands_have_the_same_key)
{
  g_autoptr (GHashTable) keys = all_keys ();
  g_autoptr (GHashTable) taken =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer       name, key;

  g_hash_table_iter_init (&iter, keys);
  while (g_hash_table_iter_next (&iter, &name, &key))
    {
      char *text = key_text (key);

      if (!g_str_has_prefix (name, "win."))
        {
          g_free (text);
          continue;
        }
      ck_assert_msg (strcmp (name, "win.copy-findings") == 0 ||
                         !g_hash_table_contains (taken, text),
                     "%s and %s: %s", (char *) name,
                     (char *) g_hash_table_lookup (taken, text), text);
      g_hash_table_insert (taken, text, name);
    }
}
END_TEST

/* Checks each item of a menu and of what is below it. */
static void
check_menu (GMenuModel *menu)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      static const char *const links[] = { G_MENU_LINK_SECTION, G_MENU_LINK_SUBMENU };
      g_autofree char         *action = NULL;

      for (gsize k = 0; k < G_N_ELEMENTS (links); k++)
        {
          g_autoptr (GMenuModel) below = g_menu_model_get_item_link (menu, i, links[k]);

          if (below != NULL)
            check_menu (below);
        }
      if (!g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s",
                                            &action))
        continue;
      ck_assert_msg (is_command (action) || strcmp (action, UI_RECENT_NONE) == 0,
                     "nothing does %s", action);
    }
}

/* The first menu button below a widget. */
static GtkWidget *
find_menu_button (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_MENU_BUTTON (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       found == NULL && child != NULL; child = gtk_widget_get_next_sibling (child))
    found = find_menu_button (child);
  return found;
}

START_TEST (the_menu_names_commands_that_exist)
{
  GtkWidget *button = find_menu_button (gtk_window_get_titlebar (GTK_WINDOW (window)));

  ck_assert_ptr_nonnull (button);
  gtk_menu_button_popup (GTK_MENU_BUTTON (button)); /* it is made then */
  check_menu (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (button)));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("shortcuts");
  TCase *tcase = tcase_create ("shortcuts");

  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_add_test (tcase, every_command_has_a_key_that_is_listed);
  tcase_add_test (tcase, no_two_commands_have_the_same_key);
  tcase_add_test (tcase, the_menu_names_commands_that_exist);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
