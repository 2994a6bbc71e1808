/* app/import/preview.h — a proposal beside what the record file holds: which projects
 * are new, the same or different, and what is to be done with each.
 */

#pragma once

#include "app/import/import.h"
#include "app/import/revision.h"
#include "db/project.h"

typedef enum { PREVIEW_NEW, PREVIEW_SAME, PREVIEW_DIFFERS } PreviewState;

typedef enum {
  PREVIEW_SKIP,
  PREVIEW_ADD,    /* a new one */
  PREVIEW_UPDATE, /* the stored one becomes like the proposed; its rows keep their ids
                   */
} PreviewChoice;

/* A project, or what stands around the projects. */
typedef struct {
  Project      *proposed; /* NULL: the text around the projects; lent by the proposal */
  Project      *stored;   /* NULL: none in the file; lent by the preview */
  PreviewState  state;
  PreviewChoice choice;
  GArray       *revisions; /* Revision */
} PreviewItem;

typedef struct {
  Proposal  *proposal; /* borrowed */
  Document  *stored; /* NULL: the file has no text of this department, year and stage */
  GPtrArray *items;  /* PreviewItem *: first the text around, then the projects */
  guint      n_others; /* projects that only the file has: they stay */
} Preview;

/* Compares, and chooses to add what is new and update what differs. */
Preview *preview_new (Proposal *proposal, Db *db, GError **error);
void     preview_free (Preview *preview);

/* Compares again, after proposal_assign() or a change of the file; choices that still
 * make sense stay. */
gboolean preview_refresh (Preview *preview, Db *db, GError **error);

/* How many items are in a state. */
guint preview_count (const Preview *preview, PreviewState state);

/* Which project it is: its ordinal, code or name. */
gboolean preview_item_is (const Preview *preview, const PreviewItem *item,
                          const char *words);

/* “项目 2 13000001 河道清淤”, “正文”; newly allocated. */
char *preview_item_title (const Preview *preview, const PreviewItem *item);

/* Whether anything of it is to be written. */
gboolean preview_has_choice (const Preview *preview);

/* The comparison as lines of text, every difference on a line of its own; newly
 * allocated. */
char *preview_text (const Preview *preview);

/* Writes what was chosen of it, with the source and the places; inside an action. */
gboolean preview_write (Preview *preview, Import *import, Db *db, gint64 action,
                        GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Preview, preview_free)
