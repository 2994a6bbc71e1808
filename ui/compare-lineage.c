/* ui/compare-lineage.c — what the selected table or row continues, settled by the user.
 */

#include "ui/compare-lineage.h"
#include "app/compare/lineage-edit.h"
#include "app/compare/list.h"
#include "app/compare/write.h"
#include "ui/bar.h"
#include "ui/compare-choice.h"
#include "ui/compare-page.h"
#include "ui/dialog.h"
#include "ui/page-bar.h"

#include <glib/gi18n.h>

/* The pair of the selected line. */
typedef struct {
  LineageClaim claim;       /* as it stands, or as it is proposed */
  gboolean     is_possible; /* it is in the later text: something can be said of it */
  gboolean     is_pair, is_confirmed;
  gint64       heir; /* a table that ended went into this one; DB_NULL: none */
} Selected;

static Selected
of_row (const LineageTable *table, const LineageRow *row)
{
  Selected selected = { { DB_NULL, DB_NULL, DB_NULL, DB_NULL },
                        row->after != NULL,
                        row->before != NULL && row->after != NULL,
                        row->is_confirmed,
                        DB_NULL };

  if (row->after != NULL)
    {
      selected.claim.project = row->after->record.parent;
      selected.claim.indicator = row->after->record.id;
    }
  if (row->before != NULL)
    {
      selected.claim.earlier_project = row->before->record.parent;
      selected.claim.earlier_indicator = row->before->record.id;
    }
  return selected;
}

static Selected
of_table (const LineageTable *table)
{
  return (Selected){ { table->after ? table->after->record.id : DB_NULL, DB_NULL,
                       table->before ? table->before->record.id : DB_NULL, DB_NULL },
                     table->after != NULL,
                     table->before != NULL && table->after != NULL,
                     table->is_confirmed,
                     table->heir ? table->heir->record.id : DB_NULL };
}

static Selected
read_selected (UiComparePage *page)
{
  const CompareLine *line = ui_compare_page_get_line (page);
  Selected           none = { { DB_NULL, DB_NULL, DB_NULL, DB_NULL }, .heir = DB_NULL };

  if (line == NULL || line->table == NULL || ui_compare_page_get (page) == NULL)
    return none;
  return line->row != NULL ? of_row (line->table->table, line->row->row)
                           : of_table (line->table->table);
}

/* Says it, and has the comparison made anew. */
static void
say (UiComparePage *page, const LineageClaim *claim)
{
  g_autoptr (GError) error = NULL;

  if (!lineage_edit_say (ui_page_get_db (UI_PAGE (page)),
                         ui_compare_page_get (page)->after->record.id, claim, 1,
                         &error))
    ui_page_complain (UI_PAGE (page), _ ("Nothing was changed"),
                      g_steal_pointer (&error));
  else
    ui_page_change (UI_PAGE (page));
}

static void
confirm_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Selected selected = read_selected (UI_COMPARE_PAGE (widget));

  if (selected.is_pair)
    say (UI_COMPARE_PAGE (widget), &selected.claim);
}

static void
is_new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  Selected selected = read_selected (UI_COMPARE_PAGE (widget));

  selected.claim.earlier_project = DB_NULL;
  selected.claim.earlier_indicator = DB_NULL;
  if (selected.is_possible)
    say (UI_COMPARE_PAGE (widget), &selected.claim);
}

static void
forget_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiComparePage *page = UI_COMPARE_PAGE (widget);
  Selected       selected = read_selected (page);
  gint64 project = selected.is_possible ? selected.claim.project : selected.heir;
  g_autoptr (GError) error = NULL;
  guint n;

  if (project == DB_NULL)
    return;
  if (!lineage_edit_forget (ui_page_get_db (UI_PAGE (page)), project,
                            selected.claim.indicator, &n, &error))
    ui_page_complain (UI_PAGE (page), _ ("Nothing was changed"),
                      g_steal_pointer (&error));
  else
    ui_page_change (UI_PAGE (page));
}

/* The pair that stays beside what is said of two tables.  FALSE: there is none. */
static gboolean
find_kept (const Comparison *comparison, const LineageClaim *claim, UiCompareKind kind,
           LineageClaim *kept)
{
  for (guint i = 0; kind != UI_COMPARE_CONTINUES && i < comparison->lineage->len; i++)
    {
      Selected one = of_table (comparison->lineage->pdata[i]);
      gboolean has_project = one.claim.project == claim->project;
      gboolean has_earlier = one.claim.earlier_project == claim->earlier_project;

      *kept = one.claim;
      if (one.is_pair && has_project != has_earlier &&
          (kind == UI_COMPARE_PARTED ? has_earlier : has_project))
        return TRUE;
    }
  return FALSE;
}

/* data: the page; the dialog goes with its window. */
static void
chosen (const LineageClaim *claim, UiCompareKind kind, gpointer data)
{
  UiComparePage *page = data;
  LineageClaim   kept;
  g_autoptr (GError) error = NULL;

  if (ui_compare_page_get (page) == NULL)
    return;
  if (!find_kept (ui_compare_page_get (page), claim, kind, &kept))
    say (page, claim);
  else if (!lineage_edit_fork (ui_page_get_db (UI_PAGE (page)),
                               ui_compare_page_get (page)->after->record.id, &kept,
                               claim, &error))
    ui_page_complain (UI_PAGE (page), _ ("Nothing was changed"),
                      g_steal_pointer (&error));
  else
    ui_page_change (UI_PAGE (page));
}

/* Of a row or table of the later text what it continues; of a table that ended what it
 * went into.  */
static gboolean
can_choose (const Selected *selected)
{
  return selected->is_possible || (selected->claim.earlier_project != DB_NULL &&
                                   selected->claim.earlier_indicator == DB_NULL);
}

static void
choose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiComparePage     *page = UI_COMPARE_PAGE (widget);
  const CompareLine *line = ui_compare_page_get_line (page);
  Selected           selected = read_selected (page);

  if (can_choose (&selected))
    ui_compare_choose (GTK_WINDOW (gtk_widget_get_root (widget)),
                       selected.is_possible ? ui_compare_page_get (page)->before
                                            : ui_compare_page_get (page)->after,
                       line->table->table, &selected.claim, chosen, page);
}

#define SURE 900 /* of 1000: what is confirmed together */

static void
confirm_all (gpointer data)
{
  UiComparePage    *page = data;
  const Comparison *comparison = ui_compare_page_get (page);
  g_autoptr (GError) error = NULL;
  guint n;

  if (comparison == NULL)
    return;
  if (!lineage_edit_confirm (ui_page_get_db (UI_PAGE (page)),
                             comparison->after->record.id, comparison->lineage, SURE,
                             &n, &error))
    ui_page_complain (UI_PAGE (page), _ ("Nothing was changed"),
                      g_steal_pointer (&error));
  else
    ui_page_change (UI_PAGE (page));
}

static void
confirm_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *question =
      g_strdup_printf (_ ("Confirm all pairs that are at least %d%% sure?"), SURE / 10);

  ui_ask (GTK_WINDOW (gtk_widget_get_root (widget)), question,
          _ ("Less certain ones stay as proposed. It can be undone."), _ ("C_onfirm"),
          confirm_all, widget, NULL);
}

static void
export_to (UiComparePage *page, GListModel *files, const char *format)
{
  g_autofree char *ending = g_strconcat (".", format, NULL);
  g_autoptr (GFile) file = ui_named_file (files, ending);
  g_autoptr (GError) error = NULL;
  ComparisonSelection selection = ui_compare_page_get_selection (page);

  if (ui_compare_page_get (page) != NULL &&
      !comparison_write (ui_compare_page_get (page), &selection, format,
                         g_file_peek_path (file), &error))
    ui_page_complain (UI_PAGE (page), _ ("Nothing was exported"),
                      g_steal_pointer (&error));
}

static void
pdf_named (GListModel *files, gpointer page)
{
  export_to (page, files, "pdf");
}

static void
xlsx_named (GListModel *files, gpointer page)
{
  export_to (page, files, "xlsx");
}

static void
export_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gboolean is_pdf = g_str_equal (g_variant_get_string (parameter, NULL), "pdf");
  const Comparison *comparison = ui_compare_page_get (UI_COMPARE_PAGE (widget));
  g_autofree char  *title =
      comparison != NULL ? comparison_list_title (comparison) : NULL;

  if (comparison != NULL)
    ui_choose_files (GTK_WINDOW (gtk_widget_get_root (widget)),
                     is_pdf ? UI_CHOOSE_PDF : UI_CHOOSE_XLSX, title,
                     is_pdf ? pdf_named : xlsx_named, widget);
}

void
ui_compare_lineage_install (GtkWidgetClass *page_class)
{
  gtk_widget_class_install_action (page_class, "compare.confirm", NULL, confirm_cb);
  gtk_widget_class_install_action (page_class, "compare.is-new", NULL, is_new_cb);
  gtk_widget_class_install_action (page_class, "compare.choose", NULL, choose_cb);
  gtk_widget_class_install_action (page_class, "compare.forget", NULL, forget_cb);
  gtk_widget_class_install_action (page_class, "compare.confirm-all", NULL,
                                   confirm_all_cb);
  gtk_widget_class_install_action (page_class, "compare.export", "s", export_cb);
}

void
ui_compare_lineage_update (GtkWidget *widget)
{
  UiComparePage *page = UI_COMPARE_PAGE (widget);
  Selected       selected = read_selected (page);
  Db            *db = ui_page_get_db (UI_PAGE (page));
  gboolean       writable = db != NULL && !db_is_read_only (db);
  gboolean       is_there = ui_compare_page_get (page) != NULL;

  gtk_widget_action_set_enabled (widget, "compare.confirm",
                                 writable && selected.is_pair &&
                                     !selected.is_confirmed);
  gtk_widget_action_set_enabled (widget, "compare.is-new",
                                 writable && selected.is_pair);
  gtk_widget_action_set_enabled (widget, "compare.choose",
                                 writable && can_choose (&selected));
  gtk_widget_action_set_enabled (widget, "compare.forget",
                                 writable && selected.is_confirmed);
  gtk_widget_action_set_enabled (widget, "compare.confirm-all", writable && is_there);
  gtk_widget_action_set_enabled (widget, "compare.export", is_there);
}

GtkWidget *
ui_compare_lineage_new_bar (void)
{
  GtkWidget *bar = ui_page_bar_new ();

  ui_bar_append (UI_BAR (bar), gtk_label_new (_ ("Continues the earlier one:")));
  ui_page_bar_add_button (bar, _ ("_Confirm"), "compare.confirm",
                          _ ("The table or row continues the one it is compared with"));
  ui_page_bar_add_button (bar, _ ("Is _new"), "compare.is-new",
                          _ ("The table or row continues none of the earlier text"));
  ui_page_bar_add_button (
      bar, _ ("_Another one…"), "compare.choose",
      _ ("Choose what the table or row continues, or what one that ended went "
         "into"));
  ui_page_bar_add_button (bar, _ ("P_ropose again"), "compare.forget",
                          _ ("Take back what was said of the table or row"));
  ui_page_bar_add_button (bar, _ ("Confirm all that is _sure…"), "compare.confirm-all",
                          _ ("Confirm all pairs that are very sure"));
  ui_page_bar_add_space (bar);
  ui_page_bar_add_button (bar, _ ("Export _PDF"), "compare.export::pdf",
                          _ ("Write what is listed as PDF"));
  ui_page_bar_add_button (bar, _ ("Export E_xcel"), "compare.export::xlsx",
                          _ ("Write what is listed as a workbook"));
  return bar;
}
