/* tests/test-page-switcher.c — every page can be reached at every width, and the
 * buttons say which is shown.
 */

#include "tests/suite.h"
#include "ui/language.h"
#include "ui/page-switcher.h"

#define PAGES 6

static GtkWidget *stack, *switcher;
static gboolean   refuses;

/* The action of the window. */
static void
page_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  if (!refuses)
    gtk_stack_set_visible_child_name (GTK_STACK (stack),
                                      g_variant_get_string (parameter, NULL));
}

static void
set_up (void)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) page = g_simple_action_new ("page", G_VARIANT_TYPE_STRING);

  gtk_init ();
  refuses = FALSE;
  stack = g_object_ref_sink (gtk_stack_new ());
  gtk_stack_add_named (GTK_STACK (stack), gtk_label_new (NULL), "untitled");
  for (guint i = 0; i < PAGES; i++)
    {
      g_autofree char *name = g_strdup_printf ("page%u", i);
      g_autofree char *title = g_strdup_printf ("核对台账%u", i);

      gtk_stack_add_titled (GTK_STACK (stack), gtk_label_new (NULL), name, title);
    }
  gtk_stack_set_visible_child_name (GTK_STACK (stack), "page0");
  switcher =
      g_object_ref_sink (g_object_new (UI_TYPE_PAGE_SWITCHER, "stack", stack, NULL));
  g_signal_connect (page, "activate", G_CALLBACK (page_cb), NULL);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (page));
  gtk_widget_insert_action_group (switcher, "win", G_ACTION_GROUP (actions));
}

static void
tear_down (void)
{
  g_object_unref (switcher);
  g_object_unref (stack);
}

static GtkWidget *
button (guint page)
{
  GtkWidget *child = gtk_widget_get_first_child (switcher);

  for (guint i = 0; i < page + 1; i++) /* the first is of no page to choose */
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
allocate (int width)
{
  gtk_widget_size_allocate (switcher, &(GtkAllocation){ 0, 0, width, 40 }, -1);
}

static void
measure (int *least, int *usual)
{
  gtk_widget_measure (switcher, GTK_ORIENTATION_HORIZONTAL, -1, least, usual, NULL,
                      NULL);
}

/* How many pages have a button to click, and whether there is a menu. */
static guint
n_buttons (gboolean *has_menu)
{
  guint n = 0;

  for (guint i = 0; i < PAGES; i++)
    n += gtk_widget_get_child_visible (button (i));
  *has_menu = gtk_widget_get_child_visible (gtk_widget_get_last_child (switcher));
  return n;
}

START_TEST (as_many_as_there_is_room_for)
{
  int      least, usual;
  gboolean has_menu;

  measure (&least, &usual);
  ck_assert_int_lt (least, usual);
  allocate (usual);
  ck_assert_uint_eq (n_buttons (&has_menu), PAGES);
  ck_assert (!has_menu);
  allocate (usual - 1);
  ck_assert_uint_lt (n_buttons (&has_menu), PAGES);
  ck_assert (has_menu);
  allocate (least);
  ck_assert_uint_eq (n_buttons (&has_menu), 1);
  ck_assert (has_menu);
  ck_assert (!gtk_widget_get_visible (gtk_widget_get_first_child (switcher)));
}
END_TEST

START_TEST (the_page_that_is_shown_keeps_its_button)
{
  int      least, usual;
  gboolean has_menu;

  measure (&least, &usual);
  gtk_stack_set_visible_child_name (GTK_STACK (stack), "page5");
  allocate (least);
  ck_assert_uint_eq (n_buttons (&has_menu), 1);
  ck_assert (gtk_widget_get_child_visible (button (5)));
  allocate (usual - 1);
  ck_assert (gtk_widget_get_child_visible (button (5)));
}
END_TEST

START_TEST (a_page_that_is_added_or_named_later_gets_a_button)
{
  GtkWidget *label = gtk_label_new (NULL);
  int        least, usual, more;

  measure (&least, &usual);
  gtk_stack_add_named (GTK_STACK (stack), label, "later");
  measure (&least, &more);
  ck_assert_int_eq (more, usual);
  gtk_stack_page_set_title (gtk_stack_get_page (GTK_STACK (stack), label), "后来");
  measure (&least, &more);
  ck_assert_int_gt (more, usual);
  gtk_stack_remove (GTK_STACK (stack), label);
  measure (&least, &more);
  ck_assert_int_eq (more, usual);
}
END_TEST

START_TEST (a_refused_page_is_not_marked)
{
  refuses = TRUE;
  g_signal_emit_by_name (button (2), "clicked");
  ck_assert (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button (0))));
  ck_assert (!gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button (2))));
  refuses = FALSE;
  g_signal_emit_by_name (button (2), "clicked");
  ck_assert (!gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button (0))));
  ck_assert (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button (2))));
}
END_TEST

START_TEST (the_menu_has_the_others)
{
  GtkWidget  *window = gtk_window_new ();
  GtkWidget  *more = gtk_widget_get_last_child (switcher);
  GMenuModel *menu;
  int         least, usual;

  measure (&least, &usual);
  gtk_window_set_child (GTK_WINDOW (window), switcher);
  gtk_window_set_default_size (GTK_WINDOW (window), least, 40);
  gtk_window_present (GTK_WINDOW (window));
  while (gtk_widget_get_width (switcher) == 0)
    g_main_context_iteration (NULL, TRUE);
  gtk_menu_button_popup (GTK_MENU_BUTTON (more));
  menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (more));
  ck_assert_ptr_nonnull (menu);
  ck_assert_int_eq (g_menu_model_get_n_items (menu), PAGES - 1);
  gtk_window_destroy (GTK_WINDOW (window));
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("page-switcher");
  TCase *tcase = tcase_create ("page-switcher");

  ui_language_set ();
  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_add_test (tcase, as_many_as_there_is_room_for);
  tcase_add_test (tcase, the_page_that_is_shown_keeps_its_button);
  tcase_add_test (tcase, a_page_that_is_added_or_named_later_gets_a_button);
  tcase_add_test (tcase, a_refused_page_is_not_marked);
  tcase_add_test (tcase, the_menu_has_the_others);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
