/* tests/test-appearance.c — the windows follow the desktop's wish for dark or for
 * contrast.
 */

#include "tests/suite.h"
#include "ui/appearance.h"

#include <math.h>
#include <string.h>

#define PLACE "/org/freedesktop/portal/desktop"
#define FACE  "org.freedesktop.portal.Settings"

/* A portal of our own, on a bus of our own; what it answers. */
static GTestDBus       *test_bus;
static GDBusConnection *bus;
static guint32          scheme, contrast;
static gboolean         high;

static const char face[] = "<node><interface name='" FACE "'>"
                           "<method name='ReadAll'><arg type='as' direction='in'/>"
                           "<arg type='a{sa{sv}}' direction='out'/></method>"
                           "</interface></node>";

static void
answer_cb (GDBusConnection *connection, const char *sender, const char *path,
           const char *interface, const char *method, GVariant *parameters,
           GDBusMethodInvocation *invocation, gpointer data)
{
  g_dbus_method_invocation_return_value (
      invocation, g_variant_new_parsed ("({'org.freedesktop.appearance':"
                                        " {'color-scheme': <%u>, 'contrast': <%u>},"
                                        " 'org.gnome.desktop.a11y.interface':"
                                        " {'high-contrast': <%b>}},)",
                                        scheme, contrast, high));
}

static const GDBusInterfaceVTable answers = { .method_call = answer_cb };

static GDBusConnection *
connect_to_bus (void)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection *connection = g_dbus_connection_new_for_address_sync (
      g_test_dbus_get_bus_address (test_bus),
      G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
          G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
      NULL, NULL, &error);

  ck_assert_msg (connection != NULL, "%s", error != NULL ? error->message : "");
  return connection;
}

static void
name_cb (GDBusConnection *connection, const char *name, gpointer is_owned)
{
  *(gboolean *) is_owned = TRUE;
}

static void
open_portal (void)
{
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (face, NULL);
  gboolean is_owned = FALSE;

  ck_assert_uint_ne (g_dbus_connection_register_object (bus, PLACE, node->interfaces[0],
                                                        &answers, NULL, NULL, NULL),
                     0);
  g_bus_own_name_on_connection (bus, "org.freedesktop.portal.Desktop",
                                G_BUS_NAME_OWNER_FLAGS_NONE, name_cb, NULL, &is_owned,
                                NULL);
  while (!is_owned)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (void)
{
  gtk_init ();
  test_bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (test_bus);
  bus = connect_to_bus ();
}

static void
tear_down (void)
{
  g_clear_object (&bus);
  g_test_dbus_down (test_bus);
  g_clear_object (&test_bus);
}

static gboolean
is_dark (void)
{
  gboolean dark;

  g_object_get (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", &dark,
                NULL);
  return dark;
}

static gboolean
is_strong (void)
{
  g_autofree char *theme = NULL;

  g_object_get (gtk_settings_get_default (), "gtk-theme-name", &theme, NULL);
  return g_strcmp0 (theme, "HighContrast") == 0;
}

/* Waits as long as it takes; the suite has a limit. */
static void
await (gboolean dark, gboolean strong)
{
  while (is_dark () != dark || is_strong () != strong)
    g_main_context_iteration (NULL, TRUE);
}

/* What a user does in the settings of the desktop. */
static void
wish (guint32 new_scheme, guint32 new_contrast, gboolean new_high)
{
  scheme = new_scheme;
  contrast = new_contrast;
  high = new_high;
  g_dbus_connection_emit_signal (bus, NULL, PLACE, FACE, "SettingChanged",
                                 g_variant_new ("(ssv)", "org.freedesktop.appearance",
                                                "color-scheme",
                                                g_variant_new_uint32 (scheme)),
                                 NULL);
}

START_TEST (windows_follow_the_desktop)
{
  g_autoptr (GDBusConnection) own = connect_to_bus ();

  open_portal ();
  scheme = 1;
  ui_appearance_follow (own);
  await (TRUE, FALSE); /* as it is when the program starts */
  wish (2, 0, FALSE);
  await (FALSE, FALSE);
  wish (1, 1, FALSE);
  await (TRUE, TRUE);
  wish (0, 0, TRUE); /* by the older name alone */
  await (FALSE, TRUE);
  wish (0, 0, FALSE);
  await (FALSE, FALSE);
}
END_TEST

/* What the user has set in GTK holds where the desktop wishes nothing. */
START_TEST (without_a_wish_the_settings_of_gtk_hold)
{
  g_autoptr (GDBusConnection) own = connect_to_bus ();

  g_object_set (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", TRUE,
                NULL);
  open_portal ();
  contrast = 1;
  ui_appearance_follow (own);
  await (TRUE, TRUE);
  wish (0, 0, FALSE);
  await (TRUE, FALSE);
}
END_TEST

static void
answered_cb (GObject *connection, GAsyncResult *result, gpointer is_answered)
{
  *(gboolean *) is_answered = TRUE;
}

START_TEST (without_a_portal_nothing_happens)
{
  g_autoptr (GDBusConnection) own = connect_to_bus ();
  gboolean is_answered = FALSE;

  ui_appearance_follow (own);
  /* What is asked later is answered later. */
  g_dbus_connection_call (own, "org.freedesktop.portal.Desktop", PLACE, FACE, "ReadAll",
                          NULL, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, answered_cb,
                          &is_answered);
  while (!is_answered)
    g_main_context_iteration (NULL, TRUE);
  ck_assert (!is_dark () && !is_strong ());
}
END_TEST

/* Of the light that a colour gives, as WCAG 2 has it. */
static double
luminance (const GdkRGBA *colour)
{
  const double parts[] = { colour->red, colour->green, colour->blue };
  const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double       sum = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    sum += weights[i] * (parts[i] <= 0.03928 ? parts[i] / 12.92
                                             : pow ((parts[i] + 0.055) / 1.055, 2.4));
  return sum;
}

static double
contrast_of (GtkStyleContext *style, const char *name, const char *ground)
{
  GdkRGBA colours[2];
  double  one, other;

  ck_assert_msg (gtk_style_context_lookup_color (style, name, &colours[0]), "%s", name);
  ck_assert_msg (gtk_style_context_lookup_color (style, ground, &colours[1]), "%s",
                 ground);
  one = luminance (&colours[0]);
  other = luminance (&colours[1]);
  return (MAX (one, other) + 0.05) / (MIN (one, other) + 0.05);
}

static const struct {
  const char *theme;
  gboolean    is_dark;
} themes[] = {
  { "Default", FALSE },
  { "Default", TRUE },
  { "HighContrast", FALSE },
  { "HighContrast", TRUE },
};

static const struct {
  const char *ink, *ground;
  double      least;
} pairs[] = {
  { "paper_ink", "paper", 7 },
  { "paper_ink", "label_paper", 7 },
  { "paper_ink", "error_paper", 7 },
  { "paper_ink", "warning_paper", 7 },
  { "paper_ink", "hint_paper", 7 },
  { "paper_ink", "chosen_paper", 7 },
  { "paper_faint", "paper", 4.5 },
  { "paper_faint", "label_paper", 4.5 },
  { "paper_line", "paper", 3 },
  { "error_ink", "error_paper", 4.5 },
  { "error_ink", "paper", 4.5 },
  { "error_ink", "theme_bg_color", 4.5 },
  { "warning_ink", "warning_paper", 4.5 },
  { "warning_ink", "paper", 4.5 },
  { "warning_ink", "theme_bg_color", 4.5 },
  { "hint_ink", "hint_paper", 4.5 },
  { "hint_ink", "paper", 4.5 },
  { "hint_ink", "theme_bg_color", 4.5 },
  { "comment_ink", "paper", 4.5 },
  { "comment_ink", "error_paper", 4.5 },
  { "carried_ink", "paper", 4.5 },
  { "chosen_ink", "paper", 3 },
  { "chosen_ink", "chosen_paper", 3 },
};

START_TEST (what_is_written_can_be_read)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
  GtkWidget *label = g_object_ref_sink (gtk_label_new (NULL));

  gtk_css_provider_load_from_resource (provider, "/jixiao/ui/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_object_set (gtk_settings_get_default (), "gtk-theme-name", themes[_i].theme,
                "gtk-application-prefer-dark-theme", themes[_i].is_dark, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      double ratio = contrast_of (gtk_widget_get_style_context (label), pairs[i].ink,
                                  pairs[i].ground);

      ck_assert_msg (ratio >= pairs[i].least, "%s on %s: %.2f", pairs[i].ink,
                     pairs[i].ground, ratio);
    }
  g_object_unref (label);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("appearance");
  TCase *tcase = tcase_create ("appearance");

  tcase_add_checked_fixture (tcase, set_up, tear_down);
  tcase_add_test (tcase, windows_follow_the_desktop);
  tcase_add_test (tcase, without_a_wish_the_settings_of_gtk_hold);
  tcase_add_test (tcase, without_a_portal_nothing_happens);
  tcase_add_loop_test (tcase, what_is_written_can_be_read, 0, G_N_ELEMENTS (themes));
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
