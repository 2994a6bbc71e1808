/* app/import/heading.h — lines by their shape: numerals, section headings, headings of
 * project tables, unfinished sentences.
 */

#pragma once

#include <glib.h>

typedef enum {
  NUMERAL_NONE,
  NUMERAL_PART,         /* 第一部分 */
  NUMERAL_CHINESE,      /* 一、 */
  NUMERAL_IN_BRACKETS,  /* （一） */
  NUMERAL_ARABIC,       /* 1、 1. */
  NUMERAL_IN_BRACKETS_1 /* (1) */
} Numeral;

/* The numeral that a line begins with; length gets its bytes with what divides it from
 * the words. */
Numeral heading_numeral (const char *line, gsize *length);

/* The parts of a text, in the order of the kinds of table section. */
typedef enum {
  SECTION_COVER,
  SECTION_CATALOGUE,
  SECTION_OVERALL,
  SECTION_OVERALL_GOAL,
  SECTION_SUB_GOALS,
  SECTION_OVERALL_INDICATORS,
  SECTION_SAFEGUARDS,
  SECTION_SPECIAL_FUNDS,
  SECTION_PROJECTS,
  SECTION_PROCUREMENT,
  SECTION_ASSETS,
  SECTION_GLOSSARY,
  SECTION_OTHER_MATTERS,
  SECTION_APPROVAL,
  SECTION_NONE
} SectionKind;

/* The word that column section.kind has for it. */
const char *section_kind_name (SectionKind kind);

/* What part of the text a line announces; SECTION_NONE when it is no such heading. */
SectionKind heading_section (const char *line);

/* A line that is only 第一部分: the next one says of what. */
gboolean heading_is_part (const char *line);

/* The heading of a project table as a whole: …绩效目标表, …绩效表. */
gboolean heading_is_whole (const char *line);
/* Only the end of such a heading, without a name: 项目绩效目标表. */
gboolean heading_is_end (const char *line);

/* What the name of an office ends with. */
#define HEADING_OFFICE \
  "局|委员会|委|办公室|厅|处|院|中心|政府|街道|法院|检察院|协会|部|会|校|镇|乡"

/* A line that is no more than the name of an office. */
gboolean heading_is_office (const char *line);

/* Only a year below a title: （2021年度）. */
gboolean heading_is_year (const char *line);

/* Whether a paragraph stops in mid-sentence, so that the next one goes on with it. */
gboolean heading_is_unfinished (const char *paragraph);
/* Whether a line ends as a sentence does. */
gboolean heading_is_sentence (const char *line);

/* A paragraph as words: tidied, and without what a text extract leaves of bold type
 * and list marks.  NULL when nothing is left.  Newly allocated. */
char *heading_words (const char *paragraph);
