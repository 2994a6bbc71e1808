/* app/search/pinyin.h — the first letters of what Chinese characters are read as: mzj
 * for 民政局.
 */

#pragma once

#include <glib.h>

/* The letters as bits, 1 for a to 1 << 25 for z: those of all usual readings of a
 * Chinese character, a Latin letter's own; 0 for anything else.  May be called by any
 * thread.  */
guint32 pinyin_initials (gunichar c);
