/* app/reading/level.h — the standard names of 一级指标 and 二级指标. */

#pragma once

#include <glib.h>

/* cost, output, benefit or satisfaction; NULL when text is none of them.  is_alias gets
 * whether it is an older spelling (效果指标).  Static. */
const char *level1_read (const char *text, gboolean *is_alias);

/* quantity, quality, time, cost, economic, social, ecological, sustainable,
 * satisfaction, economic_cost, social_cost, ecological_cost; or NULL.  Static. */
const char *level2_read (const char *text);

/* Whether a level 2 belongs under another level 1 than this; FALSE where either is
 * NULL.
 */
gboolean levels_clash (const char *level1, const char *level2);

/* The names to choose from, 指标 behind each; an alias is not among them.  Static,
 * ended by NULL.  */
const char *const *level1_names (void);
const char *const *level2_names (void);
