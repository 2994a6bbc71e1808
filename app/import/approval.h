/* app/import/approval.h — 预算批复: the letter at the end of a text. */

#pragma once

#include "app/import/recognition.h"

/* The section heading that announces it, which names its date and number. */
void approval_begin (Recognition *r, const Origin *origin, const char *words);

void approval_read_paragraph (Recognition *r, const Origin *origin, const char *words);
