/* ui/window-pages.c — the pages of a window, made when they are first looked at and
 * kept up to date.  Until then an empty box keeps their place in the stack.
 */

#include "ui/window-pages.h"
#include "ui/compare-page.h"
#include "ui/history-page.h"
#include "ui/ledger-page.h"
#include "ui/library-page.h"
#include "ui/overview-page.h"
#include "ui/preview-page.h"
#include "ui/review-page.h"
#include "ui/rule-page.h"
#include "ui/waiver-page.h"
#include "ui/window-findings.h"
#include "ui/window-library.h"
#include "ui/window-pane.h"

#include <glib/gi18n.h>

/* In the order of the switcher and of the keys Alt+1 … Alt+9, Alt+0, Alt+-. */
static const struct {
  const char *name;
  const char *title;
  GType (*type) (void); /* NULL: it is there */
} pages[] = {
  { "records", N_ ("Form"), NULL },
  { "ledger", N_ ("Ledger"), ui_ledger_page_get_type },
  { "waivers", N_ ("Waivers"), ui_waiver_page_get_type },
  { "compare", N_ ("Compare"), ui_compare_page_get_type },
  { "library", N_ ("Library"), ui_library_page_get_type },
  { "review", N_ ("Review"), ui_review_page_get_type },
  { "history", N_ ("History"), ui_history_page_get_type },
  { "rules", N_ ("Rules"), ui_rule_page_get_type },
  { "preview", N_ ("Preview"), ui_preview_page_get_type },
  { "overview", N_ ("Overview"), ui_overview_page_get_type },
};

static GtkStack *
stack_of (UiWindow *window)
{
  return ui_window_get_stack (window);
}

static UiPage *
page_of (UiWindow *window, const char *name)
{
  GtkWidget *slot = gtk_stack_get_child_by_name (stack_of (window), name);
  GtkWidget *page = slot != NULL ? gtk_widget_get_first_child (slot) : NULL;

  return UI_IS_PAGE (page) ? UI_PAGE (page) : NULL;
}

static void
go_to_cb (UiPage *page, gpointer data, UiWindow *window)
{
  const UiPlace *place = data;

  gtk_stack_set_visible_child_name (stack_of (window), "records");
  ui_window_go_to (window, place);
  if (place->rule != NULL)
    ui_window_findings_show_rule (window, place->rule);
}

static void
changed_cb (UiPage *page, UiWindow *window)
{
  ui_window_reload (window);
}

static void
tell (UiWindow *window, UiPage *page, gboolean is_open)
{
  const FormTable *table = ui_form_page_get_table (ui_window_get_form (window));

  ui_page_set (page, is_open ? ui_window_get_db (window) : NULL,
               is_open ? ui_window_get_document (window) : 0,
               is_open && table != NULL ? table->project : 0);
}

/* The page that came to the front is made, unless it is there. */
static void
make_page_cb (GtkStack *stack, GParamSpec *spec, UiWindow *window)
{
  const char *visible = gtk_stack_get_visible_child_name (stack);

  for (gsize i = 0; visible != NULL && i < G_N_ELEMENTS (pages); i++)
    if (pages[i].type != NULL && g_str_equal (pages[i].name, visible) &&
        page_of (window, visible) == NULL)
      {
        GtkWidget *page = g_object_new (pages[i].type (), "hexpand", TRUE, NULL);

        g_signal_connect (page, "go-to", G_CALLBACK (go_to_cb), window);
        g_signal_connect (page, "changed", G_CALLBACK (changed_cb), window);
        gtk_box_append (GTK_BOX (gtk_stack_get_visible_child (stack)), page);
        tell (window, UI_PAGE (page), TRUE);
      }
}

/* On the way back to the form the user wants to go on there; a search has its own undo.
 * page NULL: the form.  */
static void
focus_page (UiWindow *window, GtkWidget *page)
{
  GtkWidget *form = GTK_WIDGET (ui_window_get_form (window));
  GtkWidget *text = GTK_WIDGET (ui_window_get_pages (window));
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

  if (page != NULL && focus != NULL && gtk_widget_is_ancestor (focus, page))
    return;
  if (page == NULL)
    page = gtk_widget_get_mapped (form) ? form : text;
  gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

/* What is being typed goes into the records before a page reads them. */
static void
page_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiWindow   *window = UI_WINDOW (widget);
  const char *page = g_variant_get_string (parameter, NULL);
  GtkWidget  *child = gtk_stack_get_child_by_name (stack_of (window), page);

  if (child == NULL || ui_window_get_document (window) == 0 ||
      !ui_window_commit (window))
    return;
  gtk_stack_set_visible_child (stack_of (window), child);
  focus_page (window, (GtkWidget *) page_of (window, page));
}

void
ui_window_pages_install (GtkWidgetClass *widget_class)
{
  static const guint keys[] = { GDK_KEY_1, GDK_KEY_2, GDK_KEY_3,    GDK_KEY_4,
                                GDK_KEY_5, GDK_KEY_6, GDK_KEY_7,    GDK_KEY_8,
                                GDK_KEY_9, GDK_KEY_0, GDK_KEY_minus };

  G_STATIC_ASSERT (G_N_ELEMENTS (pages) <= G_N_ELEMENTS (keys));
  gtk_widget_class_install_action (widget_class, "win.page", "s", page_cb);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i], GDK_ALT_MASK,
                                         "win.page", "s", pages[i].name);
  ui_window_library_install (widget_class);
  ui_window_pane_install (widget_class);
}

void
ui_window_pages_add (UiWindow *window)
{
  GtkStack *stack = stack_of (window);

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *slot = pages[i].type != NULL
                            ? gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0)
                            : gtk_stack_get_child_by_name (stack, pages[i].name);

      if (pages[i].type != NULL)
        gtk_stack_add_named (stack, slot, pages[i].name);
      gtk_stack_page_set_title (gtk_stack_get_page (stack, slot), _ (pages[i].title));
    }
  g_signal_connect (stack, "notify::visible-child", G_CALLBACK (make_page_cb), window);
}

void
ui_window_pages_allow (UiWindow *window, gboolean has_documents)
{
  GtkStack   *stack = stack_of (window);
  const char *visible = gtk_stack_get_visible_child_name (stack);

  gtk_widget_set_visible (ui_window_get_switcher (window), has_documents);
  if (has_documents) /* hidden until now, so that the first frame need not style it */
    gtk_widget_set_visible (gtk_widget_get_first_child (
                                gtk_stack_get_child_by_name (stack, "records")),
                            TRUE);
  if (!has_documents)
    gtk_stack_set_visible_child_name (stack, "empty");
  else if (g_strcmp0 (visible, "empty") == 0)
    gtk_stack_set_visible_child_name (stack, "records");
}

void
ui_window_pages_await (UiWindow *window, gboolean is_awaited)
{
  GtkStack *stack = stack_of (window);

  if (g_str_equal (gtk_stack_get_visible_child_name (stack),
                   is_awaited ? "empty" : "opening"))
    gtk_stack_set_visible_child_name (stack, is_awaited ? "opening" : "empty");
}

void
ui_window_pages_update (UiWindow *window, gboolean is_open)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      UiPage *page = page_of (window, pages[i].name);

      if (page != NULL)
        tell (window, page, is_open);
    }
}

void
ui_window_pages_open_rule (UiWindow *window, const char *rule)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.page", "s", "rules");
  if (rule != NULL)
    ui_rule_page_open (UI_RULE_PAGE (page_of (window, "rules")), rule);
}

gboolean
ui_window_pages_print (UiWindow *window)
{
  const char *name = gtk_stack_get_visible_child_name (stack_of (window));
  UiPage     *page = name != NULL ? page_of (window, name) : NULL;

  return page != NULL && ui_page_print (page);
}

/* NULL: it is not looked at. */
static UiPreviewPage *
preview_of (UiWindow *window)
{
  UiPage *page = page_of (window, "preview");

  return page != NULL && gtk_widget_get_mapped (GTK_WIDGET (page))
             ? UI_PREVIEW_PAGE (page)
             : NULL;
}

int
ui_window_pages_current (UiWindow *window)
{
  UiPreviewPage *preview = preview_of (window);

  return preview != NULL ? (int) ui_preview_page_get_current (preview) : -1;
}

ProofChoice
ui_window_pages_choice (UiWindow *window)
{
  const FormTable *table = ui_form_page_get_table (ui_window_get_form (window));
  UiPreviewPage   *preview = preview_of (window);
  gint64           project = table != NULL ? table->project : 0;

  if (preview != NULL)
    return ui_preview_page_get_choice (preview);
  return (ProofChoice){ .extent = project != 0 ? PROOF_PROJECT : PROOF_TEXT,
                        .document = ui_window_get_document (window),
                        .project = project,
                        .layout =
                            ui_form_page_get_layout (ui_window_get_form (window)) };
}
