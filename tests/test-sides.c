/* tests/test-sides.c — the window has room for the form, and is as it was left. */

#include "tests/suite.h"
#include "tests/windowed.h"
#include "ui/sides.h"

static UiSides *
sides (void)
{
  return ui_sides_of (GTK_WIDGET (ui_window_get_navigator (window)));
}

static gboolean
is_shown (UiSide side)
{
  return gtk_widget_get_mapped (ui_sides_get_box (sides (), side));
}

static int
width_of (UiSide side)
{
  return gtk_widget_get_width (ui_sides_get_box (sides (), side));
}

/* Of the form's place. */
static int
form_width (void)
{
  return gtk_widget_get_width (GTK_WIDGET (ui_window_get_form (window)));
}

/* Until all that was asked for is laid out. */
static void
lay_out (void)
{
  while (gtk_widget_get_width (GTK_WIDGET (sides ())) !=
         gtk_widget_get_width (GTK_WIDGET (ui_window_get_stack (window))))
    g_main_context_iteration (NULL, TRUE);
  windowed_draw (GTK_WINDOW (window));
}

static void
resize (int width)
{
  int before = gtk_widget_get_width (GTK_WIDGET (window));

  gtk_window_set_default_size (GTK_WINDOW (window), width, 700);
  while (gtk_widget_get_width (GTK_WIDGET (window)) == before)
    g_main_context_iteration (NULL, TRUE);
  lay_out ();
}

static void
open_wide (int width)
{
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 700);
  windowed_open ("nongye-2024.txt");
  lay_out ();
  resize (width);
}

/* Closes the window as its user does, and opens the next. */
static void
reopen (void)
{
  gtk_window_close (GTK_WINDOW (g_steal_pointer (&window)));
  windowed_settle ();
  window = UI_WINDOW (ui_window_new (NULL));
  gtk_window_present (GTK_WINDOW (window));
  windowed_open (NULL);
  lay_out ();
}

/* The form is never narrower than it can be read. */
static const struct {
  int      width;
  gboolean has_both;
} windows[] = { { 900, FALSE }, { 1024, FALSE }, { 1280, TRUE }, { 1150, TRUE } };

START_TEST (the_form_keeps_its_width)
{
  open_wide (windows[_i].width);
  ck_assert_int_eq (is_shown (UI_SIDE_PROJECTS), TRUE);
  ck_assert_int_eq (is_shown (UI_SIDE_FINDINGS), windows[_i].has_both);
  ck_assert_int_ge (form_width (), 660);
}
END_TEST

START_TEST (in_a_narrow_window_one_side_takes_turns_with_the_other)
{
  open_wide (1024);
  windowed_act ("win.toggle-findings", NULL);
  ck_assert (is_shown (UI_SIDE_FINDINGS) && !is_shown (UI_SIDE_PROJECTS));
  windowed_act ("win.search", NULL);
  ck_assert (is_shown (UI_SIDE_PROJECTS) && !is_shown (UI_SIDE_FINDINGS));
  windowed_act ("win.next-finding", NULL);
  ck_assert (is_shown (UI_SIDE_FINDINGS) && !is_shown (UI_SIDE_PROJECTS));
  windowed_act ("win.toggle-findings", NULL);
  ck_assert (!is_shown (UI_SIDE_FINDINGS) && !is_shown (UI_SIDE_PROJECTS));
  windowed_act ("win.next-finding", NULL); /* hidden, it stays so */
  ck_assert (!is_shown (UI_SIDE_FINDINGS));
}
END_TEST

START_TEST (going_through_the_panes_brings_the_folded_one)
{
  open_wide (1024);
  for (guint i = 0; i < 3 && !is_shown (UI_SIDE_FINDINGS); i++)
    windowed_act ("win.next-pane", NULL);
  ck_assert (is_shown (UI_SIDE_FINDINGS));
  ck_assert (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)),
                                     GTK_WIDGET (ui_window_get_findings (window))));
}
END_TEST

START_TEST (the_side_one_is_in_stays_when_the_window_becomes_narrow)
{
  open_wide (1270);
  windowed_act ("win.find-finding", NULL);
  resize (1000);
  ck_assert (is_shown (UI_SIDE_FINDINGS) && !is_shown (UI_SIDE_PROJECTS));
  resize (1270);
  ck_assert (is_shown (UI_SIDE_FINDINGS) && is_shown (UI_SIDE_PROJECTS));
}
END_TEST

/* The paned between the projects and the rest. */
static void
drag_projects_to (int width)
{
  GtkWidget *paned = windowed_find (GTK_WIDGET (sides ()), GTK_TYPE_PANED);

  gtk_paned_set_position (GTK_PANED (paned), width);
  lay_out ();
}

START_TEST (the_next_window_is_as_this_one_was_left)
{
  int width, height;

  open_wide (1260);
  drag_projects_to (250);
  reopen ();
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  ck_assert_int_eq (width, 1260);
  ck_assert_int_eq (width_of (UI_SIDE_PROJECTS), 250);
  windowed_act ("win.toggle-findings", NULL);
  reopen ();
  ck_assert (!is_shown (UI_SIDE_FINDINGS));
  ck_assert_int_eq (width_of (UI_SIDE_PROJECTS), 250);
}
END_TEST

START_TEST (widths_do_not_drift)
{
  int projects, findings;

  open_wide (1260);
  projects = width_of (UI_SIDE_PROJECTS);
  findings = width_of (UI_SIDE_FINDINGS);
  resize (1100);
  resize (1200);
  windowed_act ("win.toggle-findings", NULL);
  lay_out ();
  windowed_act ("win.toggle-findings", NULL);
  resize (1260);
  reopen ();
  ck_assert_int_eq (width_of (UI_SIDE_PROJECTS), projects);
  ck_assert_int_eq (width_of (UI_SIDE_FINDINGS), findings);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("sides");
  TCase *tcase = tcase_create ("sides");

  tcase_add_checked_fixture (tcase, windowed_set_up, windowed_tear_down);
  tcase_add_loop_test (tcase, the_form_keeps_its_width, 0, G_N_ELEMENTS (windows));
  tcase_add_test (tcase, in_a_narrow_window_one_side_takes_turns_with_the_other);
  tcase_add_test (tcase, going_through_the_panes_brings_the_folded_one);
  tcase_add_test (tcase, the_side_one_is_in_stays_when_the_window_becomes_narrow);
  tcase_add_test (tcase, the_next_window_is_as_this_one_was_left);
  tcase_add_test (tcase, widths_do_not_drift);
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
