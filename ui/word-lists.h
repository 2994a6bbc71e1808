/* ui/word-lists.h — the office's word lists, to be edited as one text, or read from and
 * written to a file that offices share.
 */

#pragma once

#include "ui/page.h"

/* Opens the dialog over the page's window; what is stored is one action. */
void ui_word_lists_edit (UiPage *page);
