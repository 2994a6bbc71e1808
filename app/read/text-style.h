/* app/read/text-style.h — what the styles of an OpenDocument text say about its words:
 * which do not show, and which numbers stand in front of them.
 */

#pragma once

#include "app/read/package.h"

typedef struct _TextStyles TextStyles;

/* Of the part with the text, and of styles.xml beside it. */
TextStyles *text_styles_read (Package *package, const char *path, GError **error);
void        text_styles_free (TextStyles *styles);

/* Whether what is in a style does not show; NULL: no style. */
gboolean text_styles_hide (const TextStyles *styles, const char *style);

/* The list that a style of paragraphs stands in; NULL: none.  Lent. */
const char *text_styles_list (const TextStyles *styles, const char *style);

/* The list that headings are counted in. */
#define TEXT_STYLE_HEADINGS "\001headings"

/* Lets a list begin anew. */
void text_styles_restart (TextStyles *styles, const char *list);

/* Keeps how far a list has counted under the id of one that ends, for one that goes on
 * with it.  */
void text_styles_keep (TextStyles *styles, const char *list, const char *id);
void text_styles_resume (TextStyles *styles, const char *list, const char *id);

/* Counts a paragraph on a level, from 0, of a list and returns its number, with what
 * divides it from the words; NULL when none shows.  start: what it is to count as, 0
 * for the next number.  Newly allocated. */
char *text_styles_count (TextStyles *styles, const char *list, guint level,
                         guint start);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TextStyles, text_styles_free)
