/* ui/window-findings.c — mending, waiving and copying what the rules say. */

#include "ui/window-findings.h"
#include "app/check/check.h"
#include "app/check/waive.h"
#include "app/fix/fix.h"
#include "ui/dialog.h"
#include "ui/finding-list.h"
#include "ui/text-dialog.h"
#include "ui/tick-dialog.h"
#include "ui/window-check.h"
#include "ui/window-pages.h"
#include "ui/window-pane.h"

#include <glib/gi18n.h>
#include <string.h>

static const Finding *
selected_finding (UiWindow *window)
{
  const FoldedFinding *folded =
      ui_finding_list_get_selected (ui_window_get_findings (window));

  return folded != NULL ? folded->finding : NULL;
}

/* Says which fixes were left, and why. */
static void
report_obstacles (UiWindow *window, GPtrArray *fixes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < fixes->len; i++)
    {
      const Fix *fix = fixes->pdata[i];

      if (fix->obstacle != NULL)
        g_string_append_printf (text, "%s %s：%s\n", fix->place, fix->label,
                                fix->obstacle);
    }
  if (text->len > 0)
    ui_show_report (GTK_WINDOW (window), _ ("Some were left as they are"), text->str);
}

static void
step_cb (UiFindingList *list, gpointer by)
{
  ui_finding_list_step (list, GPOINTER_TO_INT (by));
}

static void
step (UiWindow *window, int by)
{
  ui_window_check_then (ui_window_get_check (window), step_cb, GINT_TO_POINTER (by),
                        NULL);
}

/* Going from table to table until one has a finding. */
typedef struct {
  UiWindow *window;
  gint64    first; /* the table that it began with; 0: a whole text */
  gint64    at;
  int       by;
} Round;

static gint64
table_shown (UiWindow *window)
{
  const FormTable *table = ui_form_page_get_table (ui_window_get_form (window));

  return table != NULL ? table->project : 0;
}

static void seek_cb (UiFindingList *list, gpointer data);

static void
say_none_cb (UiFindingList *list, gpointer data)
{
  ui_finding_list_say (list, ui_finding_list_is_narrow (list)
                                 ? _ ("No such findings")
                                 : _ ("No findings in the whole text"));
  gtk_widget_error_bell (GTK_WIDGET (list));
}

/* The next table that may have one: it is shown to know.  Who has it shown what is not
 * there is told; who looks at a part of the findings only, has seen all of them.  */
static void
go_round (const Round *round)
{
  UiFindingList *list = ui_window_get_findings (round->window);
  gint64         next = 0;
  Round         *rest;

  if (round->first != 0 && !ui_finding_list_is_narrow (list))
    next = ui_navigator_find_findings (ui_window_get_navigator (round->window),
                                       round->at, round->by);
  if (next == 0 || next == round->first)
    {
      if (round->at != round->first)
        ui_window_select (round->window, ui_window_get_document (round->window),
                          round->first);
      ui_window_check_then (ui_window_get_check (round->window), say_none_cb, NULL,
                            NULL);
      return;
    }
  rest = g_memdup2 (round, sizeof *round);
  rest->at = next;
  ui_window_select (round->window, ui_window_get_document (round->window), next);
  ui_window_check_then (ui_window_get_check (round->window), seek_cb, rest, g_free);
}

static void
seek_cb (UiFindingList *list, gpointer data)
{
  const Round *round = data;

  if (!ui_finding_list_step (list, round->by) &&
      table_shown (round->window) == round->at)
    go_round (round);
}

/* In a table without findings the next one is in another table. */
static void
seek (UiWindow *window, int by)
{
  gint64 table = table_shown (window);
  Round  round = { window, table, table, by };

  if (!ui_window_commit (window))
    return;
  ui_sides_prefer (ui_sides_of (GTK_WIDGET (ui_window_get_navigator (window))),
                   UI_SIDE_FINDINGS);
  ui_window_check_then (ui_window_get_check (window), seek_cb,
                        g_memdup2 (&round, sizeof round), g_free);
}

static void
advance_cb (UiFindingList *list, gpointer data)
{
  ui_finding_list_advance (list);
}

/* Then the next finding is what the user wants to see; who works on a whole text stays
 * there.  */
static void
go_on (UiWindow *window)
{
  ui_window_reload (window);
  if (ui_form_page_get_table (ui_window_get_form (window)) != NULL)
    step (window, 1);
  else
    ui_window_check_then (ui_window_get_check (window), advance_cb, NULL, NULL);
}

static void
show_applied (UiWindow *window, GPtrArray *fixes, GError *error)
{
  guint left = 0;

  if (error != NULL)
    {
      ui_window_complain (window, _ ("Nothing was fixed"), error);
      return;
    }
  report_obstacles (window, fixes);
  for (guint i = 0; i < fixes->len; i++)
    left += ((Fix *) fixes->pdata[i])->obstacle != NULL;
  if (left < fixes->len)
    go_on (window);
}

static void
apply (UiWindow *window, GPtrArray *fixes)
{
  GError *error = NULL;

  fix_apply (ui_window_get_db (window), fixes, NULL, NULL, &error);
  show_applied (window, fixes, error);
}

static gpointer
apply_aside (Db *db, gpointer what, Progress *progress, GError **error)
{
  const UiTicked *fixes = what;

  return fix_apply (db, fixes->ticked, progress, NULL, error) ? ERRAND_DONE : NULL;
}

static void
applied_cb (GPtrArray *fixes, GError *error, gpointer window)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_error_free (error);
  else if (error == NULL && fixes->len == 0)
    ui_show_report (GTK_WINDOW (window), _ ("Nothing to fix at once"),
                    _ ("None of these findings has a certain remedy: they need "
                       "somebody who knows what is meant."));
  else
    show_applied (window, fixes, error);
}

/* What the user is asked to finish. */
typedef struct {
  UiWindow *window;
  Fix      *fix; /* held: the list may be read anew behind the dialog */
} Suggestion;

static void
free_suggestion (gpointer data)
{
  Suggestion *suggestion = data;

  fix_unref (suggestion->fix);
  g_free (suggestion);
}

static void
finished_cb (const char *text, gboolean option, gpointer data)
{
  Suggestion *suggestion = data;
  FixChange  *change = &g_array_index (suggestion->fix->changes, FixChange, 0);
  g_autoptr (GPtrArray) fixes = g_ptr_array_new ();

  g_free (change->text);
  change->text = g_strdup (text);
  g_ptr_array_add (fixes, suggestion->fix);
  apply (suggestion->window, fixes);
}

static const char *
label_of (gconstpointer fix)
{
  return ((const Fix *) fix)->label;
}

static const char *
place_of (gconstpointer fix)
{
  return ((const Fix *) fix)->place;
}

static UiTickQuestion
question_of (UiWindow *window, const char *title)
{
  static const ErrandKind kind = { apply_aside, ui_ticked_free, NULL, 0 };

  return (UiTickQuestion){
    .title = title,
    .label = label_of,
    .place = place_of,
    .work = &kind,
    .path = db_get_path (ui_window_get_db (window)),
  };
}

/* A suggestion is a person's to judge: its text can be changed before it lands. */
static void
suggest (UiWindow *window, Fix *fix)
{
  const FixChange *change = &g_array_index (fix->changes, FixChange, 0);
  UiTextQuestion   question = { .title = _ ("Suggestion"),
                                .text = fix->place,
                                .initial = change->text,
                                .gap = FIX_GAP,
                                .accept = _ ("Chan_ge") };
  Suggestion      *suggestion;

  if (fix->changes->len > 1 || change->column == NULL)
    {
      const UiTickQuestion ticks = question_of (window, question.title);
      g_autoptr (GPtrArray) one = g_ptr_array_new_with_free_func (fix_unref);

      g_ptr_array_add (one, fix_ref (fix));
      ui_ask_ticks (GTK_WINDOW (window), &ticks, one, applied_cb, window);
      return;
    }
  suggestion = g_new (Suggestion, 1);
  *suggestion = (Suggestion){ window, fix_ref (fix) };
  ui_ask_text (GTK_WINDOW (window), &question, finished_cb, suggestion,
               free_suggestion);
}

static void
fix_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiWindow *window = UI_WINDOW (widget);
  g_autoptr (GPtrArray) fixes =
      g_ptr_array_ref (ui_finding_list_get_fixes (ui_window_get_findings (window)));
  guint index = g_variant_get_uint32 (parameter);
  Fix  *fix = index < fixes->len ? fixes->pdata[index] : NULL;

  if (fix == NULL || !ui_window_commit (window))
    return;
  if (!fix->is_certain)
    suggest (window, fix);
  else
    {
      g_autoptr (GPtrArray) one = g_ptr_array_new ();

      g_ptr_array_add (one, fix);
      apply (window, one);
    }
}

static gpointer
look_aside (Db *db, gpointer findings, Progress *progress, GError **error)
{
  return fix_of_findings (db, findings, progress, error);
}

static void
free_list (gpointer list)
{
  g_ptr_array_unref (list);
}

/* Offers the certain fixes of the findings that are listed; rule NULL: of all rules. */
static void
offer (UiWindow *window, const char *rule, const char *title)
{
  static const ErrandKind kind = { look_aside, free_list, free_list, 0 };
  UiTickQuestion          question = question_of (window, title);
  GPtrArray              *findings = g_ptr_array_new_with_free_func (finding_free);
  g_autoptr (GPtrArray) listed =
      ui_finding_list_get_findings (ui_window_get_findings (window), FALSE);

  for (guint i = 0; i < listed->len; i++)
    if (rule == NULL || strcmp (((Finding *) listed->pdata[i])->rule, rule) == 0)
      g_ptr_array_add (findings, finding_copy (listed->pdata[i]));
  ui_ask_ticks_of (GTK_WINDOW (window), &question, &kind, findings, applied_cb, window);
}

static void
fix_alike_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiWindow        *window = UI_WINDOW (widget);
  const Finding   *finding = selected_finding (window);
  g_autofree char *rule = g_strdup (finding ? finding->rule : NULL);

  if (rule != NULL && ui_window_commit (window))
    offer (window, rule, _ ("Fix all of this kind"));
}

static void
fix_certain_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiWindow *window = UI_WINDOW (widget);

  if (ui_window_commit (window))
    offer (window, NULL, _ ("Fix all that is certain"));
}

/* What a reason is asked for: copies, as the list may be read anew behind the dialog.
 */
typedef struct {
  UiWindow  *window;
  GPtrArray *findings; /* Finding *, held */
} Waiving;

static void
free_waiving (gpointer data)
{
  Waiving *waiving = data;

  g_ptr_array_unref (waiving->findings);
  g_free (waiving);
}

static void
reason_cb (const char *reason, gboolean all, gpointer data)
{
  Waiving  *waiving = data;
  UiWindow *window = waiving->window;
  g_autoptr (GError) error = NULL;

  if (!all)
    g_ptr_array_set_size (waiving->findings, 1);
  if (!waive (ui_window_get_db (window), waiving->findings, reason, &error))
    {
      ui_window_complain (window, _ ("Nothing was waived"), g_steal_pointer (&error));
      return;
    }
  go_on (window);
}

static void
waive_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiWindow            *window = UI_WINDOW (widget);
  const FoldedFinding *folded;
  g_autofree char     *all = NULL;
  g_autofree char     *text = NULL;
  UiTextQuestion       question = { .title = _ ("Waive with a reason"),
                                    .accept = _ ("_Waive") };
  Waiving             *waiving;

  if (!ui_window_commit (window))
    return;
  folded = ui_finding_list_get_selected (ui_window_get_findings (window));
  if (folded == NULL || folded->finding->waived)
    return;
  waiving = g_new (Waiving, 1);
  *waiving = (Waiving){ window, g_ptr_array_new_with_free_func (finding_free) };
  for (guint i = 0; i < folded->same->len; i++)
    g_ptr_array_add (waiving->findings, finding_copy (folded->same->pdata[i]));
  if (folded->times > 1)
    question.option = all =
        g_strdup_printf (_ ("For all %u places of this table"), folded->times);
  text = g_strdup_printf (
      _ ("%s\n\nWhy is this right as it stands? The reason is printed in the statement "
         "of differences, and lapses when the values change."),
      folded->finding->message);
  question.text = text;
  ui_ask_text (GTK_WINDOW (window), &question, reason_cb, waiving, free_waiving);
}

static void
revoke_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiWindow      *window = UI_WINDOW (widget);
  UiFindingList *list = ui_window_get_findings (window);
  const Waived  *waived = ui_finding_list_get_waived (list);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;

  if (waived == NULL || !ui_window_commit (window))
    return;
  waived = ui_finding_list_get_waived (list);
  g_array_append_val (ids, waived->id);
  if (!waive_revoke (ui_window_get_db (window), ids, &error))
    ui_window_complain (window, _ ("The waiver was not revoked"),
                        g_steal_pointer (&error));
  ui_window_reload (window);
}

static void
copy (UiWindow *window, gboolean selected_only)
{
  g_autoptr (GPtrArray) findings =
      ui_finding_list_get_findings (ui_window_get_findings (window), selected_only);
  g_autofree char *letter = check_letter (findings);

  if (findings->len > 0)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (window)), letter);
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  copy (UI_WINDOW (widget), TRUE);
}

static void
copy_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  copy (UI_WINDOW (widget), FALSE);
}

static void
find_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.page", "s", "records");
  ui_window_pane_show (UI_WINDOW (widget), UI_SIDE_FINDINGS);
  ui_finding_list_search (ui_window_get_findings (UI_WINDOW (widget)));
}

static void
next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  seek (UI_WINDOW (widget), 1);
}

static void
previous_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  seek (UI_WINDOW (widget), -1);
}

static void
rule_help_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const Finding *finding = selected_finding (UI_WINDOW (widget));

  ui_window_pages_open_rule (UI_WINDOW (widget), finding ? finding->rule : NULL);
}

static const struct {
  const char *name;
  const char *parameter; /* its type; NULL: none */
  void (*activate) (GtkWidget *window, const char *name, GVariant *parameter);
} actions[] = {
  { "win.next-finding", NULL, next_cb },
  { "win.previous-finding", NULL, previous_cb },
  { "win.fix", "u", fix_cb },
  { "win.fix-alike", NULL, fix_alike_cb },
  { "win.fix-certain", NULL, fix_certain_cb },
  { "win.waive", NULL, waive_cb },
  { "win.revoke", NULL, revoke_cb },
  { "win.copy-findings", NULL, copy_cb },
  { "win.copy-all-findings", NULL, copy_all_cb },
  { "win.find-finding", NULL, find_cb },
  { "win.rule-help", NULL, rule_help_cb },
};

void
ui_window_findings_install (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name,
                                     actions[i].parameter, actions[i].activate);
}

void
ui_window_findings_update (UiWindow *window)
{
  Db            *db = ui_window_get_db (window);
  GtkWidget     *widget = GTK_WIDGET (window);
  const Finding *finding = db != NULL ? selected_finding (window) : NULL;
  GPtrArray     *fixes = ui_finding_list_get_fixes (ui_window_get_findings (window));
  gboolean       writable = db != NULL && !db_is_read_only (db);
  gboolean certain = fixes->len > 0 && ((const Fix *) fixes->pdata[0])->is_certain;

  gtk_widget_action_set_enabled (widget, "win.fix", writable && fixes->len > 0);
  gtk_widget_action_set_enabled (widget, "win.fix-alike", writable && certain);
  gtk_widget_action_set_enabled (widget, "win.fix-certain", writable);
  gtk_widget_action_set_enabled (widget, "win.waive",
                                 writable && finding != NULL && !finding->waived);
  gtk_widget_action_set_enabled (widget, "win.revoke",
                                 writable && finding != NULL && finding->waived);
  gtk_widget_action_set_enabled (widget, "win.copy-all-findings", db != NULL);
  gtk_widget_action_set_enabled (widget, "win.rule-help", db != NULL);
  gtk_widget_action_set_enabled (widget, "win.copy-findings", finding != NULL);
}

static void
rule_cb (UiFindingList *list, gpointer rule)
{
  ui_finding_list_show_rule (list, rule);
}

void
ui_window_findings_show_rule (UiWindow *window, const char *rule)
{
  ui_window_check_then (ui_window_get_check (window), rule_cb, g_strdup (rule), g_free);
}
