/* ui/language.h — the language that the window speaks. */

#pragma once

/* Follows the desktop: the source is English, ui/po has the other languages.  Where
 * nobody has chosen a language it is Chinese, as the records are.  Once, before any
 * text is shown.  */
void ui_language_set (void);
