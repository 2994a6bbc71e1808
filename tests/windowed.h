/* tests/windowed.h — a window with a sample in it, for the suites of its parts. */

#pragma once

#include "ui/window.h"

extern UiWindow *window;

/* A window of its own, and a folder for its files (tests/folder.h), for each test. */
void windowed_set_up (void);
void windowed_tear_down (void);

/* Opens a new file, sample.jixiao, with a document of data/samples/; NULL: with none.
 */
void windowed_open (const char *sample);

/* Lets all that is pending happen. */
void windowed_settle (void);

/* … and waits until it is laid out and drawn, which a clock of its own does. */
void windowed_draw (GtkWindow *on);

/* Activates an action of the window, or of a widget in it; target may be floating and
 * NULL. */
void windowed_act (const char *name, GVariant *target);
void windowed_act_on (GtkWidget *widget, const char *name);

/* The first widget of a type below another, itself too; NULL: there is none. */
GtkWidget *windowed_find (GtkWidget *from, GType type);

/* The first that a test picks. */
GtkWidget *windowed_pick (GtkWidget *from,
                          gboolean (*is_it) (GtkWidget *, gconstpointer),
                          gconstpointer data);

/* The nth, from 0. */
GtkWidget *windowed_find_nth (GtkWidget *from, GType type, guint n);

/* Types words into the first search entry below a widget, and waits until it looked
 * for them: it does so by itself, a moment after the last letter. */
void windowed_search (GtkWidget *from, const char *words);

/* How many widgets there are below one. */
guint windowed_count (GtkWidget *from);

/* The page that is shown, after it was asked for. */
GtkWidget *windowed_page (const char *name);

/* The dialog that is open; NULL: none. */
GtkWindow *windowed_dialog (void);

/* Answers it. */
void windowed_respond (int response);

/* The list that a view shows: of the nth GtkListView or GtkColumnView below a widget.
 */
GListModel *windowed_list (GtkWidget *from, GType view, guint n);

/* What a query of the file answers, as text; newly allocated. */
char *windowed_answer (const char *sql);
void  windowed_assert_text (const char *sql, const char *expected);
