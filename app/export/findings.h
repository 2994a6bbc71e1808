/* app/export/findings.h — the findings as a file of any kind. */

#pragma once

#include "app/check/check.h"

/* The kinds by the ends of their names, NULL at the end: text, mail, html, csv,
 * json, pdf, xlsx.  text is the same as txt; mail asks for corrections.  */
extern const char *const findings_formats[];

/* Newly allocated; NULL where the kind is no text. */
char *findings_text (GPtrArray *findings, const char *format);

/* FALSE: path is left as it was. */
gboolean findings_write (GPtrArray *findings, const char *format, const char *path,
                         GError **error);
