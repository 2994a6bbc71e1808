/* ui/rule-page.h — what is checked and why: the catalogue of rules, to be read. */

#pragma once

#include "ui/page.h"

G_BEGIN_DECLS

#define UI_TYPE_RULE_PAGE (ui_rule_page_get_type ())
G_DECLARE_FINAL_TYPE (UiRulePage, ui_rule_page, UI, RULE_PAGE, UiPage)

/* Opens the catalogue at a rule, whatever is searched for; also before it is shown. */
void ui_rule_page_open (UiRulePage *self, const char *rule);

G_END_DECLS
