/* app/reading/code.h — the kinds of project codes (项目编码), and the check character
 * of one.
 */

#pragma once

#include <glib.h>

typedef enum {
  CODE_MISSING, /* blank, or dashes only */
  CODE_P,       /* 13081122P00799110002Y: division 6, year of creation 2, P, serial 6,
                   sub-serial 5, check character 1 */
  CODE_RANDOM,  /* division 6, year 2, 13 random characters, no check */
  CODE_LEGACY,  /* anything else: 316-1201-JBN-WMEB */
} CodeKind;

/* folded gets the code without white space, NULL for CODE_MISSING.  Newly allocated. */
CodeKind code_read (const char *text, char **folded);

/* p, random or legacy; NULL for CODE_MISSING. */
const char *code_kind_name (CodeKind kind);

/* What a CODE_P should end with. */
char code_check_character (const char *folded);
