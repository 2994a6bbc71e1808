/* tests/test-page-keys.c — every command of a page is reached by key: it has one that
 * the table of shortcuts lists, or a button whose letter is pressed with Alt; no letter
 * is there twice.
 */

#include "tests/suite.h"
#include "tests/windowed.h"
#include "ui/page.h"

#include <string.h>

static const char *const pages[] = { "ledger",  "waivers", "compare",
                                     "library", "review",  "history",
                                     "rules",   "preview", "overview" };

static GtkWidget *
next_widget (GtkWidget *from, GtkWidget *widget)
{
  GtkWidget *next = gtk_widget_get_first_child (widget);

  while (next == NULL && widget != from && widget != NULL)
    {
      next = gtk_widget_get_next_sibling (widget);
      widget = gtk_widget_get_parent (widget);
    }
  return next;
}

/* The letter of a button or of a label for another widget; GDK_KEY_VoidSymbol: none. */
static guint
letter_of (GtkWidget *widget)
{
  guint letter = GTK_IS_LABEL (widget)
                     ? gtk_label_get_mnemonic_keyval (GTK_LABEL (widget))
                     : GDK_KEY_VoidSymbol;

  return letter != 0 ? letter : GDK_KEY_VoidSymbol;
}

static const char *
action_of (GtkWidget *widget)
{
  return GTK_IS_ACTIONABLE (widget)
             ? gtk_actionable_get_action_name (GTK_ACTIONABLE (widget))
             : NULL;
}

/* Whether a menu has an item for the action. */
static gboolean
has_item (GMenuModel *menu, const char *action)
{
  for (int i = 0; menu != NULL && i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *its = NULL;
      g_autoptr (GMenuModel) section =
          g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);

      g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &its);
      if (g_strcmp0 (its, action) == 0 || has_item (section, action))
        return TRUE;
    }
  return FALSE;
}

/* Whether a button with a letter does it, or leads to a menu that does. */
static gboolean
has_letter (GtkWidget *page, const char *action)
{
  for (GtkWidget *widget = page; widget != NULL; widget = next_widget (page, widget))
    {
      GtkWidget *button = NULL;

      if (g_strcmp0 (action_of (widget), action) == 0 ||
          (GTK_IS_MENU_BUTTON (widget) &&
           has_item (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (widget)),
                     action)))
        button = widget;
      for (GtkWidget *part = button; part != NULL; part = next_widget (button, part))
        if (letter_of (part) != GDK_KEY_VoidSymbol)
          return TRUE;
    }
  return FALSE;
}

/* Whether the class of a page has a key for it; each is in the table of shortcuts, see
 * tests/test-shortcuts.c.  */
static gboolean
has_key (GtkWidget *page, const char *action)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (page);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);
      guint n = GTK_IS_SHORTCUT_CONTROLLER (controller)
                    ? g_list_model_get_n_items (G_LIST_MODEL (controller))
                    : 0;

      for (guint k = 0; k < n; k++)
        {
          g_autoptr (GtkShortcut) shortcut =
              g_list_model_get_item (G_LIST_MODEL (controller), k);
          GtkShortcutAction *its = gtk_shortcut_get_action (shortcut);

          if (GTK_IS_NAMED_ACTION (its) &&
              g_str_equal (gtk_named_action_get_action_name (GTK_NAMED_ACTION (its)),
                           action))
            return TRUE;
        }
    }
  return FALSE;
}

START_TEST (every_command_of_a_page_has_a_key)
{
  GtkWidget          *page;
  const char         *name, *property;
  const GVariantType *parameter;
  GType               owner;

  windowed_open ("wenlv-2025.txt");
  page = windowed_page (pages[_i]);
  for (guint i = 0;
       gtk_widget_class_query_action (GTK_WIDGET_GET_CLASS (page), i, &owner, &name,
                                      &parameter, &property);
       i++)
    if (g_type_is_a (owner, UI_TYPE_PAGE))
      ck_assert_msg (has_key (page, name) || has_letter (page, name), "%s: %s",
                     pages[_i], name);
}
END_TEST

START_TEST (no_letter_is_there_twice)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GtkWidget *page;

  windowed_open ("wenlv-2025.txt");
  page = windowed_page (pages[_i]);
  for (GtkWidget *widget = page; widget != NULL; widget = next_widget (page, widget))
    {
      guint letter = letter_of (widget);

      if (letter == GDK_KEY_VoidSymbol || !gtk_widget_get_visible (widget))
        continue;
      ck_assert_msg (g_hash_table_add (seen, GUINT_TO_POINTER (letter)),
                     "%s: Alt+%s again: %s", pages[_i], gdk_keyval_name (letter),
                     gtk_label_get_text (GTK_LABEL (widget)));
    }
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("page-keys");
  TCase *tcase = tcase_create ("page-keys");

  tcase_add_checked_fixture (tcase, windowed_set_up, windowed_tear_down);
  tcase_add_loop_test (tcase, every_command_of_a_page_has_a_key, 0,
                       G_N_ELEMENTS (pages));
  tcase_add_loop_test (tcase, no_letter_is_there_twice, 0, G_N_ELEMENTS (pages));
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
