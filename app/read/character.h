/* app/read/character.h — which character a character of a file is meant to be. */

#pragma once

#include <glib.h>

/* 0 for one that does not show (zero width, soft hyphen, marks of direction); for a
 * radical or a compatibility form, as fonts and old programs leave them behind, the
 * character that people type; else the character itself.  */
gunichar character_meant (gunichar c);

/* Whether a text may hold characters that are meant to be others: a quick look. */
gboolean character_may_differ (const char *text);
