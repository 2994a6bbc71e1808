/* db/reading.h — the readings of the records, and the queue of what is not read yet.
 * See schema.sql, section 3, for the columns.
 */

#pragma once

#include "db/record.h"

/* A row of a table of targets.  parent: the project. */
typedef struct {
  DbRecord record;
  gint64   indicator_id;
  gint64   document_id;
  gint64   is_project;
  gint64   place;
  char    *level1;
  char    *level2;
  gint64   levels_clash;
  gint64   name_key;
  gint64   same_name_place;
  char    *value_kind;
  char    *sign;
  gint64   number_e6;
  char    *unit;
  gint64   unit_is_money;
  gint64   amount_fen;
  gint64   unit_in_value_cell;
  gint64   name_is_rate;
  gint64   name_is_scored_rate;
  gint64   name_is_count;
  gint64   name_is_level2;
  gint64   name_is_total_cost;
  gint64   name_is_amount;
  gint64   name_is_price;
  gint64   name_is_deadline;
  gint64   name_is_less_better;
  gint64   name_is_growth;
  gint64   name_is_saving;
  gint64   name_is_control;
  gint64   name_is_value;
  gint64   name_is_long;
  gint64   description_is_rate;
  gint64   description_is_share;
  gint64   description_is_name;
  gint64   says_standard;
  gint64   says_execution;
  gint64   says_satisfaction;
  gint64   says_ecology;
  gint64   says_time;
  gint64   misfiled;
  char    *home;
  gint64   words_are_yes_no;
  gint64   words_hold_number;
  gint64   criterion_has_percent;
  gint64   criterion_percent_e6;
  gint64   criterion_deducts;
  gint64   basis_is_blank;
  gint64   basis_is_vague;
  gint64   basis_number_e6;
  gint64   is_shifted;
  char    *repeated_field;
  char    *repeated;
  gint64   row_key;
} IndicatorReading;

/* A goal.  parent: the project. */
typedef struct {
  DbRecord record;
  gint64   goal_id;
  gint64   document_id;
  gint64   place;
  char    *key;
  gint64   is_long;
  gint64   same_text_place;
  gint64   is_statement;
} GoalReading;

/* A text that names years.  parent: the project. */
typedef struct {
  DbRecord record;
  gint64   document_id;
  gint64   indicator_id; /* DB_NULL: a text of the project itself */
  char    *field;
  char    *years;
  char    *text;
} YearReading;

/* Words of a text that want another look.  parent: the project. */
typedef struct {
  DbRecord record;
  gint64   document_id;
  gint64   indicator_id; /* DB_NULL: a text of the project itself */
  char    *field;
  char    *kind;
  char    *found;
  char    *instead;
  char    *text;
} WordingReading;

/* A number of a document that the project quotes.  parent: the project. */
typedef struct {
  DbRecord record;
  gint64   document_id;
  char    *issuer;
  gint64   year;
  gint64   number;
  char    *bracket;
  gint64   times;
} NumberReading;

/* A table of targets as a whole.  parent: the project, whose id is its own. */
typedef struct {
  DbRecord   record;
  gint64     document_id;
  gint64     is_project;
  char      *heading_name;
  char      *heading_match;
  char      *title_row_match;
  char      *code;
  char      *code_kind;
  char      *code_check;
  char      *plan_labels;
  char      *plan_percents;
  char      *plan_text;
  gint64     plan_blanks;
  gint64     plan_is_mixed;
  gint64     plan_falls;
  gint64     plan_end_e6;
  gint64     plan_is_all_last;
  gint64     pays_regularly;
  gint64     rows;
  gint64     quantity_rows;
  gint64     quality_rows;
  gint64     time_rows;
  gint64     cost_rows;
  gint64     benefit_rows;
  gint64     satisfaction_rows;
  gint64     alias_rows;
  gint64     uniform_rows;
  char      *uniform_target;
  gint64     heading_no;
  gint64     has_basis;
  char      *repeated;
  char      *stray_number;
  char      *other_number;
  GPtrArray *indicators; /* IndicatorReading */
  GPtrArray *goals;      /* GoalReading */
  GPtrArray *years;      /* YearReading */
  GPtrArray *wordings;   /* WordingReading */
  GPtrArray *numbers;    /* NumberReading */
} ProjectReading;

/* What a list of the document (目录, 分项绩效目标) calls a project.  parent: the
 * document. */
typedef struct {
  DbRecord record;
  gint64   project_id;
  char    *source;
  char    *title;
  gint64   is_same;
} ListReading;

/* A long run of words that an earlier project has too.  parent: the document. */
typedef struct {
  DbRecord record;
  gint64   project_id;
  gint64   other_id;
  char    *field;
  char    *text;
} CopyReading;

/* A document as a whole.  parent: the document, whose id is its own. */
typedef struct {
  DbRecord   record;
  char      *procurement_years;
  GPtrArray *lists;  /* ListReading */
  GPtrArray *copies; /* CopyReading */
} DocumentReading;

extern const DbTable project_reading_table;
extern const DbTable document_reading_table;

/* What hangs below the two. */
extern const DbTable indicator_reading_table;
extern const DbTable goal_reading_table;
extern const DbTable year_reading_table;
extern const DbTable wording_reading_table;
extern const DbTable number_reading_table;
extern const DbTable list_reading_table;
extern const DbTable copy_reading_table;

/* One word of an office's lists. */
typedef struct {
  char *list;
  char *word;
  char *meaning; /* NULL: the list gives none */
} ListedWord;

/* ListedWord *, freed with the array. */
GPtrArray *reading_words (Db *db, GError **error);

/* A text of a project that may have been copied from another one. */
typedef struct {
  gint64 project_id;
  char  *field; /* purpose or goal */
  char  *text;
} ProjectText;

/* The purposes and goals of a document's projects in order: ProjectText *, freed with
 * the array.  */
GPtrArray *reading_project_texts (Db *db, gint64 document, GError **error);

/* How many lists of its document call a project something else; -1 on error. */
gint64 reading_lists_against (Db *db, gint64 project, GError **error);

/* What is queued: ids of projects and of documents, gint64. */
GArray *reading_unread_projects (Db *db, GError **error);
GArray *reading_unread_documents (Db *db, GError **error);

/* Notes which projects have mostly the same rows as one of these (gint64 ids), which
 * are all that is queued and have just been read.  */
gboolean reading_find_alike (Db *db, GArray *projects, GError **error);

/* Another program may drop a reading and leave what hangs below it, as SQLite heeds
 * foreign keys only where it is told to.  This drops that of all that is queued.  */
gboolean reading_clear_queued (Db *db, GError **error);

/* Drops all readings: everything is queued to be read anew. */
gboolean reading_forget_all (Db *db, GError **error);

/* Empties the queue. */
gboolean reading_all_read (Db *db, GError **error);
