/* app/check/waive.c — findings that are answered with a reason. */

#include "app/check/waive.h"
#include "app/check/check.h"
#include "app/check/waive-carry.h"
#include "app/edit/change.h"
#include "app/fold.h"
#include "db/cell.h"
#include "db/document.h"
#include "db/row.h"
#include "db/title.h"
#include "db/waiver.h"

#include <string.h>

static void
waived_free (gpointer data)
{
  Waived *waived = data;

  g_free (waived->rule);
  g_free (waived->title);
  g_free (waived->place);
  g_free (waived->seen);
  g_free (waived->reason);
  g_free (waived->who);
  g_free (waived->at);
  g_clear_pointer (&waived->finding, finding_free);
  g_free (waived);
}

const char *
waived_state_title (WaivedState state)
{
  static const char *const titles[] = {
    [WAIVED_HOLDS] = "有效",
    [WAIVED_CHANGED] = "已失效：内容已改",
    [WAIVED_SETTLED] = "问题已不存在",
    [WAIVED_EARLIER] = "去年已说明，待确认",
  };

  return titles[state];
}

gboolean
waive (Db *db, GPtrArray *findings, const char *reason, GError **error)
{
  g_auto (DbTxn) txn = { NULL };
  g_autofree char *clean = tidy (reason);
  g_autofree char *label = NULL;

  if (clean == NULL)
    {
      g_set_error (error, DB_ERROR_DOMAIN, DB_REFUSED, "豁免要写明理由");
      return FALSE;
    }
  label = g_strconcat ("豁免：", clean, NULL);
  if (!change_begin (&txn, db, label, error))
    return FALSE;
  for (guint i = 0; i < findings->len; i++)
    {
      const Finding *finding = findings->pdata[i];

      if (!finding->waived &&
          !waiver_add (db, finding, clean, g_get_user_name (), DB_NULL, error))
        return FALSE;
    }
  return change_finish (&txn, error);
}

gboolean
waive_confirm (Db *db, GPtrArray *waived, GError **error)
{
  g_auto (DbTxn) txn = { NULL };

  if (!change_begin (&txn, db, "确认去年的说明", error))
    return FALSE;
  for (guint i = 0; i < waived->len; i++)
    {
      const Waived *one = waived->pdata[i];

      if (one->state == WAIVED_EARLIER &&
          !waiver_add (db, one->finding, one->reason, g_get_user_name (), one->id,
                       error))
        return FALSE;
    }
  return change_finish (&txn, error);
}

gboolean
waive_revoke (Db *db, GArray *ids, GError **error)
{
  g_auto (DbTxn) txn = { NULL };

  if (!change_begin (&txn, db, "撤回豁免", error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!row_remove (db, &waiver_table, g_array_index (ids, gint64, i), error))
      return FALSE;
  return change_finish (&txn, error);
}

/* The findings of a document by the place and rule that a waiver names; the array owns
 * them.  */
static GHashTable *
by_place (GPtrArray *findings)
{
  GHashTable *places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = findings->len; i-- > 0;)
    {
      const Finding *f = findings->pdata[i];

      g_hash_table_replace (places,
                            g_strdup_printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                                             " %s",
                                             f->rule, f->project_id, f->indicator_id,
                                             f->field ? f->field : ""),
                            (gpointer) f);
    }
  return places;
}

static const Finding *
at_place (GHashTable *places, const char *rule, gint64 project, gint64 indicator,
          const char *field)
{
  g_autofree char *key =
      g_strdup_printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s", rule, project,
                       indicator, field ? field : "");

  return g_hash_table_lookup (places, key);
}

/* The finding that a waiver excuses as it stands; a rule may fire several times at one
 * place.  */
static const Finding *
excused (GPtrArray *findings, const Waiver *waiver)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const Finding *f = findings->pdata[i];

      if (f->waived && f->project_id == waiver->project_id &&
          f->indicator_id == waiver->indicator_id &&
          strcmp (f->rule, waiver->rule_id) == 0 &&
          g_strcmp0 (f->field, waiver->field) == 0 &&
          g_strcmp0 (f->seen, waiver->seen) == 0 &&
          g_strcmp0 (f->expected, waiver->expected) == 0)
        return f;
    }
  return NULL;
}

/* Where a waiver stands whose finding is gone. */
static char *
place_of (Db *db, const Waiver *waiver)
{
  const char *table = waiver->indicator_id != DB_NULL ? "indicator"
                      : waiver->project_id != DB_NULL ? "project"
                                                      : "document";
  gint64      row = waiver->indicator_id != DB_NULL ? waiver->indicator_id
                    : waiver->project_id != DB_NULL ? waiver->project_id
                                                    : waiver->record.parent;

  return title_of_place (db, table, row, NULL);
}

/* What a waiver says, of a finding of today; NULL: it is gone. */
static Waived *
waived_new (Db *db, WaivedState state, const Finding *finding, const Waiver *waiver)
{
  Waived *waived = g_new0 (Waived, 1);

  waived->id = waiver->record.id;
  waived->state = state;
  waived->rule = g_strdup (waiver->rule_id);
  waived->title = waiver_rule_title (db, waiver->rule_id);
  waived->finding = finding != NULL ? finding_copy (finding) : NULL;
  waived->place = finding != NULL ? g_strdup (finding->place) : place_of (db, waiver);
  waived->seen = g_strdup (waiver->seen);
  waived->reason = g_strdup (waiver->reason);
  waived->who = g_strdup (waiver->who);
  waived->at = g_strdup (waiver->at);
  return waived;
}

static void
add_waiver (Db *db, const Waiver *waiver, GPtrArray *findings, GHashTable *places,
            GPtrArray *list)
{
  const Finding *finding = excused (findings, waiver);
  WaivedState    state = WAIVED_HOLDS;
  Waived        *waived;

  if (finding == NULL)
    {
      finding = at_place (places, waiver->rule_id, waiver->project_id,
                          waiver->indicator_id, waiver->field);
      state = finding != NULL ? WAIVED_CHANGED : WAIVED_SETTLED;
    }
  waived = waived_new (db, state, finding, waiver);
  waived->document_id = waiver->record.parent;
  waived->project_id = waiver->project_id;
  waived->earlier_id = waiver->earlier_id;
  g_ptr_array_add (list, waived);
}

/* What was explained last year and is asked about again; of several explanations of one
 * finding the latest text's. */
static gboolean
add_earlier (Db *db, gint64 document, GHashTable *places, GPtrArray *list,
             GError **error)
{
  g_autoptr (GPtrArray) earlier = waive_carry (db, document, error);
  g_autoptr (GHashTable) offered = g_hash_table_new (NULL, NULL);

  for (guint i = 0; earlier != NULL && i < earlier->len; i++)
    {
      const EarlierWaiver *before = earlier->pdata[i];
      const Finding       *finding =
          at_place (places, before->waiver->rule_id, before->project_id,
                    before->indicator_id, before->waiver->field);
      Waived *waived;

      if (finding == NULL || finding->waived ||
          !g_hash_table_add (offered, (gpointer) finding))
        continue;
      waived = waived_new (db, WAIVED_EARLIER, finding, before->waiver);
      waived->document_id = document;
      waived->project_id = before->project_id;
      waived->year = before->year;
      waived->earlier_id = waived->id;
      g_ptr_array_add (list, waived);
    }
  return earlier != NULL;
}

/* The year that the document is of. */
static void
set_year (GPtrArray *list, guint from, gint64 year)
{
  for (guint i = from; i < list->len; i++)
    {
      Waived *waived = list->pdata[i];

      if (waived->state != WAIVED_EARLIER)
        waived->year = year;
    }
}

static gboolean
add_document (Db *db, gint64 document, GPtrArray *list, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const CheckFilter filter = { .documents = ids };
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GHashTable) places = NULL;
  GPtrArray *waivers = db_record_list (db, &waiver_table, document, error);
  guint      from = list->len;
  gint64     year = DB_NULL;
  gboolean   done;

  g_array_append_val (ids, document);
  findings = waivers != NULL ? check_findings (db, &filter, error) : NULL;
  done = findings != NULL &&
         cell_get_integer (db, &document_table, document, "fiscal_year", &year, error);
  if (done)
    {
      places = by_place (findings);
      for (guint i = 0; i < waivers->len; i++)
        add_waiver (db, waivers->pdata[i], findings, places, list);
      done = add_earlier (db, document, places, list, error);
      set_year (list, from, year);
    }
  db_record_array_free (&waiver_table, waivers);
  return done;
}

GPtrArray *
waive_list (Db *db, GArray *documents, GError **error)
{
  g_autoptr (GArray) ids =
      documents != NULL ? g_array_ref (documents) : document_ids (db, error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (waived_free);

  if (ids == NULL)
    return NULL;
  for (guint i = 0; i < ids->len; i++)
    if (!add_document (db, g_array_index (ids, gint64, i), list, error))
      return NULL;
  return g_steal_pointer (&list);
}
