/* app/edit/split.c — a project that becomes two. */

#include "app/edit/split.h"
#include "app/decimal.h"
#include "app/edit/change.h"
#include "app/edit/understanding.h"
#include "app/fold.h"
#include "db/cell.h"
#include "db/funding.h"
#include "db/goal.h"
#include "db/indicator.h"
#include "db/lineage.h"
#include "db/row.h"

#include <math.h>
#include <string.h>

#define TEN_THOUSAND 10000

/* A name that the text says, for another one. */
static void
rename_in (char **text, const char *old, const char *name)
{
  g_autoptr (GString) renamed = g_string_new (*text);

  if (*text == NULL || old == NULL || *old == '\0')
    return;
  g_string_replace (renamed, old, name, 1);
  db_record_take_text (text, g_string_free (g_steal_pointer (&renamed), FALSE));
}

char *
split_half_name (const char *name)
{
  static const char *const counts[] = { "（二）", "（三）", "（四）", "（五）",
                                        "（六）" };

  if (name == NULL)
    name = "";
  for (guint i = 0; i + 1 < G_N_ELEMENTS (counts); i++)
    if (g_str_has_suffix (name, counts[i]))
      return g_strdup_printf ("%.*s%s", (int) (strlen (name) - strlen (counts[i])),
                              name, counts[i + 1]);
  return g_strconcat (name, counts[0], NULL);
}

Project *
split_half_new (Db *db, gint64 project, const char *name, GError **error)
{
  Project *half = db_record_get (db, &project_table, project, error);

  if (half == NULL)
    return NULL;
  rename_in (&half->heading, half->name, name);
  rename_in (&half->title_row_name, half->name, name);
  db_record_take_text (&half->name, g_strdup (name));
  db_record_take_text (&half->code, NULL);
  db_record_take_text (&half->title_row_code, NULL);
  return half;
}

/* An amount cell that is shared between two projects. */
typedef struct {
  const char *text; /* as it is written now */
  gint64      fen;
} Amount;

/* Another amount, written as this one is: in its unit, with what stands behind it. */
static char *
write_like (const Amount *self, gint64 fen)
{
  g_autofree char *folded = fold (self->text);
  g_autofree char *number = NULL;
  gint64           e6 = 0;
  gsize            n = decimal_read (folded, &e6, NULL);

  number = decimal_write (e6 == self->fen ? fen : fen * TEN_THOUSAND);
  return g_strconcat (number, folded + n, NULL);
}

/* Sets an amount cell of either project; the part may be DB_NULL: nothing goes there.
 */
static gboolean
share (Db *db, const DbTable *table, gint64 old, gint64 new, const Amount *amount,
       gint64 part, GError **error)
{
  g_autofree char *rest = NULL, *text = NULL;

  if (part == DB_NULL)
    return understanding_set (db, table, new, "amount_text", NULL, error);
  rest = write_like (amount, amount->fen - part);
  text = write_like (amount, part);
  return understanding_set (db, table, old, "amount_text", rest, error) &&
         understanding_set (db, table, new, "amount_text", text, error);
}

/* What a person typed of an amount; DB_NULL for nothing. */
static gboolean
read_part (Db *db, gint64 project, const char *typed, const Amount *amount,
           const char *title, gint64 *part, GError **error)
{
  g_autofree char *folded = fold (typed);

  *part = DB_NULL;
  if (*folded == '\0')
    return TRUE;
  *part = understanding_amount (db, project, typed);
  if (*part == DB_NULL || *part < 0)
    g_set_error (error, DB_ERROR_DOMAIN, DB_REFUSED, "%s“%s”不是金额", title, typed);
  else if (amount->fen == DB_NULL)
    g_set_error (error, DB_ERROR_DOMAIN, DB_REFUSED,
                 "原项目的%s没有填，或者不是金额，不能分出 %s", title, typed);
  else if (*part > amount->fen)
    g_set_error (error, DB_ERROR_DOMAIN, DB_REFUSED, "分出的%s %s 比原项目的 %s 还多",
                 title, typed, amount->text);
  else
    return TRUE;
  return FALSE;
}

/* The share that part has of whole, of an amount that stands behind others which come
 * to before: all shares together are the part, to the 分.  */
static gint64
share_of (gint64 before, gint64 amount, gint64 part, gint64 whole)
{
  long double each = (long double) part / (long double) whole;

  return (gint64) (roundl ((long double) (before + amount) * each) -
                   roundl ((long double) before * each));
}

/* The sources of both, which have the same ones. */
static gboolean
share_fundings (Db *db, const Split *split, const Project *whole, const Project *half,
                gint64 part, GError **error)
{
  gint64 before = 0;

  for (guint i = 0; i < whole->fundings->len; i++)
    {
      const Funding *old = whole->fundings->pdata[i];
      const Funding *new = half->fundings->pdata[i];
      const Amount amount = { old->amount_text, old->amount_fen };
      gboolean     is_inside = strcmp (old->source, "local") == 0;
      gint64       typed;

      if (!read_part (db, split->project,
                      split->fundings != NULL ? split->fundings[i] : NULL, &amount,
                      "资金", &typed, error))
        return FALSE;
      if (typed == DB_NULL && part != DB_NULL && amount.fen != DB_NULL &&
          whole->amount_fen > 0)
        typed = share_of (is_inside ? 0 : before, amount.fen, part, whole->amount_fen);
      if (!is_inside && amount.fen != DB_NULL)
        before += amount.fen;
      if (!share (db, &funding_table, old->record.id, new->record.id, &amount, typed,
                  error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
share_money (Db *db, const Split *split, const Project *whole, const Project *half,
             GError **error)
{
  const Amount budget = { whole->amount_text, whole->amount_fen };
  gint64       part;

  return read_part (db, split->project, split->amount, &budget, "预算数", &part,
                    error) &&
         share (db, &project_table, split->project, half->record.id, &budget, part,
                error) &&
         share_fundings (db, split, whole, half, part, error);
}

/* The rows that go to the new project leave the old one with all that was said of them.
 */
static gboolean
move_rows (Db *db, const Split *split, gint64 half, GError **error)
{
  for (guint i = 0; split->targets != NULL && i < split->targets->len; i++)
    if (!indicator_transfer (db, g_array_index (split->targets, gint64, i), half,
                             error))
      return FALSE;
  for (guint i = 0; split->goals != NULL && i < split->goals->len; i++)
    if (!row_transfer (db, &goal_table, g_array_index (split->goals, gint64, i), half,
                       error))
      return FALSE;
  return TRUE;
}

/* Whether the ids are of rows of the project. */
static gboolean
are_of (const GArray *ids, const GPtrArray *rows)
{
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gboolean found = FALSE;

      for (guint k = 0; k < rows->len && !found; k++)
        found = ((DbRecord *) rows->pdata[k])->id == g_array_index (ids, gint64, i);
      if (!found)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_possible (const Split *split, const Project *whole, GError **error)
{
  guint n = (split->targets != NULL ? split->targets->len : 0) +
            (split->goals != NULL ? split->goals->len : 0);
  g_autofree char *name = fold (split->name);

  if (strcmp (whole->kind, "project") != 0)
    g_set_error_literal (error, DB_ERROR_DOMAIN, DB_REFUSED, "只有项目的表可以拆分");
  else if (*name == '\0')
    g_set_error_literal (error, DB_ERROR_DOMAIN, DB_REFUSED, "请填新项目的名称");
  else if (n == 0)
    g_set_error_literal (error, DB_ERROR_DOMAIN, DB_REFUSED,
                         "请选要分到新项目的指标或绩效目标");
  else if (!are_of (split->targets, whole->indicators) ||
           !are_of (split->goals, whole->goals))
    g_set_error_literal (error, DB_ERROR_DOMAIN, DB_REFUSED,
                         "要分出的行不是这个项目的");
  else
    return TRUE;
  return FALSE;
}

/* What was said of the old table is said of the new one, behind it: a split. */
static gboolean
say_lineage (Db *db, const Project *whole, gint64 half, GError **error)
{
  g_autoptr (DbWriter) writer = db_writer_new (db);
  GPtrArray *said = lineage_of_document (db, whole->record.parent, error);
  gboolean   done = said != NULL;

  for (guint i = 0; done && i < said->len; i++)
    {
      const Lineage *one = said->pdata[i];

      if (one->project_id == whole->record.id && one->indicator_id == DB_NULL)
        done = lineage_say (writer, whole->record.parent, half, DB_NULL,
                            one->earlier_project_id, DB_NULL, error);
    }
  if (said != NULL)
    db_record_array_free (&lineage_table, said);
  return done;
}

static void
empty (const DbTable *table, GPtrArray *rows)
{
  while (rows->len > 0)
    db_record_free (table, g_ptr_array_steal_index (rows, rows->len - 1));
}

/* The new project without rows, behind the old one. */
static gboolean
store_half (Db *db, const Project *whole, Project *half, GError **error)
{
  gint64 place;

  empty (&indicator_table, half->indicators);
  empty (&goal_table, half->goals);
  return cell_get_integer (db, &project_table, whole->record.id, "ordinal", &place,
                           error) &&
         db_record_insert (db, &project_table, half, whole->record.parent, error) &&
         row_move (db, &project_table, half->record.id, place + 1, error);
}

gint64
split_project (Db *db, const Split *split, GError **error)
{
  g_auto (DbTxn) txn = { NULL };
  Project *whole = db_record_get (db, &project_table, split->project, error);
  Project *half =
      whole != NULL ? split_half_new (db, split->project, split->name, error) : NULL;
  g_autofree char *label = g_strdup_printf ("拆分项目→%s", split->name);
  gint64           id = 0;

  if (half != NULL && is_possible (split, whole, error) &&
      change_begin (&txn, db, label, error) && store_half (db, whole, half, error) &&
      move_rows (db, split, half->record.id, error) &&
      share_money (db, split, whole, half, error) &&
      say_lineage (db, whole, half->record.id, error) && change_finish (&txn, error))
    id = half->record.id;
  if (half != NULL)
    db_record_free (&project_table, half);
  if (whole != NULL)
    db_record_free (&project_table, whole);
  return id;
}
