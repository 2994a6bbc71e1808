/* app/local-time.c — UTC as clocks here show it. */

#include "app/local-time.h"

#include <glib.h>

char *
local_time_write (const char *utc)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) at = g_date_time_new_from_iso8601 (utc, zone);
  g_autoptr (GDateTime) here = at != NULL ? g_date_time_to_local (at) : NULL;

  return here != NULL ? g_date_time_format (here, "%Y-%m-%d %H:%M") : g_strdup (utc);
}

char *
local_time_day (int days_ago)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) day = g_date_time_add_days (now, -days_ago);
  g_autoptr (GDateTime) morning =
      g_date_time_new_local (g_date_time_get_year (day), g_date_time_get_month (day),
                             g_date_time_get_day_of_month (day), 0, 0, 0);
  g_autoptr (GDateTime) utc = g_date_time_to_utc (morning);

  return g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
}
