/* ui/appearance.c — the desktop's wish for dark windows, or for more contrast. */

#include "ui/appearance.h"

#define PORTAL "org.freedesktop.portal.Desktop"
#define PLACE  "/org/freedesktop/portal/desktop"
#define FACE   "org.freedesktop.portal.Settings"

/* The settings of GTK that a wish overrules.  It has its own theme of strong contrast,
 * which is light and dark.  */
#define DARK   "gtk-application-prefer-dark-theme"
#define THEME  "gtk-theme-name"
#define STRONG "HighContrast"

/* Either may be wished for under more than one name. */
typedef enum { WISH_DARK, WISH_STRONG, N_WISHES } Wish;

static const struct {
  const char *group, *key;
  Wish        wish;
} names[] = {
  { "org.freedesktop.appearance", "color-scheme", WISH_DARK },
  { "org.freedesktop.appearance", "contrast", WISH_STRONG },
  { "org.gnome.desktop.a11y.interface", "high-contrast", WISH_STRONG },
};

/* Of a number, 0 is no wish, and 2 is the wish for light windows, which GTK has. */
static gboolean
is_wished (GVariant *value)
{
  return g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN)
             ? g_variant_get_boolean (value)
             : g_variant_is_of_type (value, G_VARIANT_TYPE_UINT32) &&
                   g_variant_get_uint32 (value) == 1;
}

/* Without a wish the user's settings of GTK hold again.  All windows are styled anew
 * when one is set: only what changes is.  */
static void
follow (const gboolean wished[N_WISHES])
{
  GtkSettings    *settings = gtk_settings_get_default ();
  static gboolean followed[N_WISHES];

  if (wished[WISH_DARK] && !followed[WISH_DARK])
    g_object_set (settings, DARK, TRUE, NULL);
  else if (!wished[WISH_DARK] && followed[WISH_DARK])
    gtk_settings_reset_property (settings, DARK);
  if (wished[WISH_STRONG] && !followed[WISH_STRONG])
    g_object_set (settings, THEME, STRONG, NULL);
  else if (!wished[WISH_STRONG] && followed[WISH_STRONG])
    gtk_settings_reset_property (settings, THEME);
  memcpy (followed, wished, sizeof followed);
}

static void
read_cb (GObject *bus, GAsyncResult *result, gpointer data)
{
  g_autoptr (GVariant) reply =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, NULL);
  g_autoptr (GVariant) groups = NULL;
  gboolean wished[N_WISHES] = { 0 };

  if (reply == NULL)
    return; /* no portal: the desktop has no such wishes */
  groups = g_variant_get_child_value (reply, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GVariant) group =
          g_variant_lookup_value (groups, names[i].group, G_VARIANT_TYPE_VARDICT);
      g_autoptr (GVariant) value =
          group != NULL ? g_variant_lookup_value (group, names[i].key, NULL) : NULL;

      if (value != NULL)
        wished[names[i].wish] |= is_wished (value);
    }
  follow (wished);
}

static void
read_wishes (GDBusConnection *bus)
{
  static const char *const groups[] = { "org.freedesktop.appearance",
                                        "org.gnome.desktop.a11y.interface", NULL };

  g_dbus_connection_call (bus, PORTAL, PLACE, FACE, "ReadAll",
                          g_variant_new ("(^as)", groups),
                          G_VARIANT_TYPE ("(a{sa{sv}})"), G_DBUS_CALL_FLAGS_NONE, -1,
                          NULL, read_cb, NULL);
}

/* Whatever has changed, all are asked for: one wish may have two names. */
static void
changed_cb (GDBusConnection *bus, const char *sender, const char *path,
            const char *face, const char *signal, GVariant *parameters, gpointer data)
{
  read_wishes (bus);
}

void
ui_appearance_follow (GDBusConnection *bus)
{
  g_dbus_connection_signal_subscribe (bus, PORTAL, FACE, "SettingChanged", PLACE, NULL,
                                      G_DBUS_SIGNAL_FLAGS_NONE, changed_cb, NULL, NULL);
  read_wishes (bus);
}
