/* app/command/command.h — what the subcommands of jixiao share: options, help, exit
 * statuses, and how they speak to the user.
 */

#pragma once

#include "db/db.h"

typedef enum {
  COMMAND_FINE = 0,
  COMMAND_FOUND = 1,  /* check: findings of severity error */
  COMMAND_USAGE = 2,  /* called wrongly */
  COMMAND_FAILED = 3, /* a file or document could not be read or written */
} CommandStatus;

typedef struct _Command Command;

struct _Command {
  const char *name;
  const char *summary;     /* one line, for jixiao --help */
  const char *synopsis;    /* behind the name: "FILE.jixiao DOCUMENT…" */
  const char *description; /* what it does and how, several lines */
  CommandStatus (*run) (const Command *self, int argc,
                        char **argv); /* argv[0]: its name */
};

extern const Command command_backup;
extern const Command command_changes;
extern const Command command_check;
extern const Command command_compare;
extern const Command command_draft;
extern const Command command_evaluate;
extern const Command command_export;
extern const Command command_fix;
extern const Command command_forms;
extern const Command command_history;
extern const Command command_import;
extern const Command command_library;
extern const Command command_lineage;
extern const Command command_list;
extern const Command command_merge;
extern const Command command_overview;
extern const Command command_redo;
extern const Command command_repair;
extern const Command command_review;
extern const Command command_rules;
extern const Command command_search;
extern const Command command_show;
extern const Command command_undo;
extern const Command command_waive;
extern const Command command_waivers;
extern const Command command_words;

/* Parses the options; what remains stays in argv[1…].  FALSE when the command is over:
 * its help was asked for or it was called wrongly; status is then set.  max < 0: no
 * limit.  */
gboolean command_parse (const Command *self, const GOptionEntry *options, int *argc,
                        char ***argv, int min, int max, CommandStatus *status);

/* What a command does with the record file that it was given. */
typedef gboolean (*CommandWork) (Db *db, GError **error);

/* The run of a command whose one argument is a record file and whose options need no
 * look before it is opened.  */
CommandStatus command_run_on_file (const Command *self, const GOptionEntry *options,
                                   int argc, char **argv, DbOpenMode mode,
                                   CommandWork work);

/* Says on stderr what is wrong with the call, and where help is. */
CommandStatus command_misused (const Command *self, const char *format, ...)
    G_GNUC_PRINTF (2, 3);

/* Says the error in one line on stderr. */
CommandStatus command_failed (const GError *error);

/* A line on a terminal's stderr that the next one overwrites; nothing in a pipe.
 * NULL wipes it.  */
void command_progress (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* Writes a document (JSON, CSV, HTML, …) to standard output, in UTF-8 whatever the
 * locale.  FALSE when it could not be written whole.  */
gboolean command_write (const char *text, GError **error);

/* Opens a record file and brings its readings up to date.  A file that cannot be
 * written is opened to be read when its readings are complete.  */
Db *command_open (const char *path, GError **error);

/* Prints text and blanks up to width. */
void command_print_padded (const char *text, int width);
