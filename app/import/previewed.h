/* app/import/previewed.h — document files on their way into a record file: read and
 * compared, let go of while nobody looks at them, and read again when they are needed.
 */

#pragma once

#include "app/import/preview.h"
#include "app/progress.h"

typedef struct {
  /* where it comes from */
  char   *path;     /* NULL: pasted, or not on this computer */
  GBytes *html;     /* NULL: a file */
  gint64  document; /* that the pasted becomes a part of; 0: none */

  /* NULL before it is read, and when it was let go */
  Import    *import;
  GPtrArray *previews; /* Preview *: one for each proposal of the import */

  /* what it came to, which stays when it is let go; sha256 NULL: it was not read */
  char    *sha256, *name;
  guint    added, differ, unread;
  gboolean is_new; /* the record file has none of its texts */
  gboolean has_choice;
  GStrv    titles; /* of its texts */

  gint64 written; /* the first text that it went into; 0: none */
} Previewed;

/* path may be NULL: then it cannot be read, and says so. */
Previewed *previewed_new (const char *path);
Previewed *previewed_new_pasted (GBytes *html, gint64 document);
void       previewed_free (Previewed *self);

/* Another one from the same place, that is not read. */
Previewed *previewed_again (const Previewed *self);

/* Reads it, and compares it with what the file holds. */
gboolean previewed_read (Previewed *self, Db *db, GError **error);

/* Of one that is read: compares it again, or merely says again what it comes to, after
 * a choice.  */
gboolean previewed_refresh (Previewed *self, Db *db, GError **error);
void     previewed_sum_up (Previewed *self);

void previewed_let_go (Previewed *self);

/* Whether two were read that have a text in common. */
gboolean previewed_is_related (const Previewed *self, const Previewed *other);

/* Writes what was chosen of all, Previewed *, as one action, with their sources and
 * places, or nothing at all.  Each is compared again with what those before it have
 * brought; one that was let go is read again and goes in as it was proposed, unless it
 * is another file by now.  progress: one stage, in files; or NULL.  */
gboolean previewed_store_all (GPtrArray *all, Db *db, Progress *progress,
                              GError **error);

/* The same of one that was read, with a preview for each of its proposals. */
gboolean previewed_store (Import *import, GPtrArray *previews, Db *db, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Previewed, previewed_free)
