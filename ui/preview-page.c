/* ui/preview-page.c — the pages as they will be printed. */

#include "ui/preview-page.h"
#include "ui/page-setup.h"
#include "ui/proof-choice.h"
#include "ui/sheets.h"
#include "ui/window.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#define ZOOM_STEP  1.2
#define ZOOM_LEAST 0.2
#define ZOOM_MOST  5.0

#define THUMBNAIL_WIDTH 120 /* pixels, with the edges */

struct _UiPreviewPage {
  UiPage     parent_instance;
  Proof     *proof; /* NULL: nothing is shown */
  UiSheets  *sheets, *thumbnails;
  GtkWidget *scroller;
  GtkWidget *extent; /* a drop-down */
  GtkWidget *marks, *entry, *count, *zoom;
  GtkWidget *setup;    /* its fields, in a popover */
  double     scale;    /* that was chosen; 0: pages are as wide as there is room */
  gboolean   filled;   /* FALSE while the page itself sets its widgets */
  gboolean   is_fresh; /* other pages were chosen: the first is shown when they come */
};

G_DEFINE_FINAL_TYPE (UiPreviewPage, ui_preview_page, UI_TYPE_PAGE)

static guint
n_pages (UiPreviewPage *self)
{
  return self->proof != NULL ? pages_count (self->proof->pages) : 0;
}

ProofChoice
ui_preview_page_get_choice (UiPreviewPage *self)
{
  UiPage     *page = UI_PAGE (self);
  GtkRoot    *root = gtk_widget_get_root (GTK_WIDGET (self));
  ProofChoice choice = {
    .extent = ui_proof_choice_get (self->extent),
    .document = ui_page_get_document (page),
    .project = ui_page_get_project (page),
    .marks = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->marks)),
  };

  if (choice.extent == PROOF_PROJECT && choice.project == 0)
    choice.extent = PROOF_TEXT;
  /* while monitoring or self-evaluation is filled in, that is what is printed */
  if (UI_IS_WINDOW (root))
    choice.layout = ui_form_page_get_layout (ui_window_get_form (UI_WINDOW (root)));
  return choice;
}

guint
ui_preview_page_get_current (UiPreviewPage *self)
{
  return ui_sheets_get_current (self->sheets);
}

/* The number of the page that is looked at, here and beside the thumbnails. */
static void
show_place (UiPreviewPage *self)
{
  guint            page = ui_sheets_get_current (self->sheets);
  g_autofree char *number = g_strdup_printf ("%u", n_pages (self) > 0 ? page + 1 : 0);
  g_autofree char *all = g_strdup_printf ("/ %u", n_pages (self));
  g_autofree char *zoom =
      g_strdup_printf ("%.0f%%", ui_sheets_get_zoom (self->sheets) * 72 / 96 * 100);
  gboolean some = n_pages (self) > 0;

  if (!gtk_widget_has_focus (self->entry))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), number);
  gtk_label_set_text (GTK_LABEL (self->count), all);
  gtk_label_set_text (GTK_LABEL (self->zoom), zoom);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.previous",
                                 some && page > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.next",
                                 some && page + 1 < n_pages (self));
  ui_sheets_mark (self->thumbnails, page);
}

/* Sets the zoom that is chosen, or fits; the page that is looked at stays. */
static void
apply_zoom (UiPreviewPage *self)
{
  int    width = gtk_widget_get_width (self->scroller);
  guint  page = ui_sheets_get_current (self->sheets);
  double zoom = self->scale > 0 ? self->scale
                                : ui_sheets_fit (self->sheets, MAX (width - 16, 100));

  if (zoom == ui_sheets_get_zoom (self->sheets))
    return;
  ui_sheets_set_zoom (self->sheets, zoom);
  ui_sheets_show (self->sheets, page);
}

/* The proof is the page's from here on; NULL: none. */
static void
show_proof (UiPreviewPage *self, Proof *proof)
{
  Pages *pages = proof != NULL ? proof->pages : NULL;

  ui_sheets_set_pages (self->sheets, pages);
  ui_sheets_set_pages (self->thumbnails, pages);
  ui_sheets_set_zoom (self->thumbnails,
                      ui_sheets_fit (self->thumbnails, THUMBNAIL_WIDTH));
  g_clear_pointer (&self->proof, proof_free);
  self->proof = proof;
  apply_zoom (self);
  if (self->is_fresh)
    ui_sheets_show (self->sheets, 0);
  self->is_fresh = FALSE;
  show_place (self);
}

/* What was shown before stays until then. */
static void
come (gpointer proof, GError *error, gpointer self)
{
  if (proof != NULL)
    show_proof (self, proof);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_error_free (error);
  else
    ui_page_complain (self, _ ("The pages cannot be shown"), error);
}

static gboolean
ui_preview_page_load (UiPage *page, GError **error)
{
  static const char *const stages[] = { N_ ("Reading tables"), N_ ("Laying pages out"),
                                        NULL };
  UiPreviewPage           *self = UI_PREVIEW_PAGE (page);
  ProofChoice              choice = ui_preview_page_get_choice (self);

  self->filled = FALSE;
  ui_proof_choice_set (self->extent, choice.extent);
  self->filled = TRUE;
  if (choice.document != 0)
    ui_page_read (page, &proof_errand, g_memdup2 (&choice, sizeof choice), stages,
                  come);
  else
    show_proof (self, NULL);
  return TRUE;
}

static void
ui_preview_page_clear (UiPage *page)
{
  UiPreviewPage *self = UI_PREVIEW_PAGE (page);

  ui_sheets_set_pages (self->sheets, NULL);
  ui_sheets_set_pages (self->thumbnails, NULL);
  g_clear_pointer (&self->proof, proof_free);
}

static void
chosen_cb (UiPreviewPage *self)
{
  if (!self->filled)
    return;
  self->is_fresh = TRUE;
  ui_page_load (UI_PAGE (self));
}

/* The fields are of the file that is shown, which may be another one than before. */
static void
setup_shown_cb (UiPreviewPage *self)
{
  ui_page_setup_show (self->setup, ui_page_get_db (UI_PAGE (self)));
}

static void
setup_applied (gpointer data)
{
  UiPreviewPage *self = data;
  Db            *db = ui_page_get_db (UI_PAGE (self));
  GError        *error = NULL;
  gboolean       changed;

  if (db == NULL)
    return;
  if (!ui_page_setup_keep (self->setup, db, &changed, &error))
    ui_page_complain (UI_PAGE (self), _ ("The page layout is as it was"), error);
  else if (changed)
    ui_page_load (UI_PAGE (self));
}

static void
pressed_cb (UiSheets *sheets, guint page, double x, double y, UiPreviewPage *self)
{
  ProofPlace found;
  UiPlace    place;

  if (self->proof == NULL || !proof_find (self->proof, page, x, y, &found))
    return;
  place = (UiPlace){ .document = ui_page_get_document (UI_PAGE (self)),
                     .project = found.project,
                     .table = found.table,
                     .row = found.row,
                     .column = found.column };
  ui_page_go_to (UI_PAGE (self), &place);
}

static void
thumbnail_cb (UiSheets *thumbnails, guint page, double x, double y, UiPreviewPage *self)
{
  ui_sheets_show (self->sheets, page);
}

static void
scale (UiPreviewPage *self, double by)
{
  self->scale = CLAMP (ui_sheets_get_zoom (self->sheets) * by, ZOOM_LEAST, ZOOM_MOST);
  apply_zoom (self);
  show_place (self);
}

static void
zoom_in_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  scale (UI_PREVIEW_PAGE (widget), ZOOM_STEP);
}

static void
zoom_out_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  scale (UI_PREVIEW_PAGE (widget), 1 / ZOOM_STEP);
}

static void
fit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiPreviewPage *self = UI_PREVIEW_PAGE (widget);

  self->scale = 0;
  apply_zoom (self);
  show_place (self);
}

static void
step (UiPreviewPage *self, int by)
{
  int page = (int) ui_sheets_get_current (self->sheets) + by;

  ui_sheets_show (self->sheets, CLAMP (page, 0, (int) n_pages (self) - 1));
}

static void
next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (UI_PREVIEW_PAGE (widget), 1);
}

static void
previous_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  step (UI_PREVIEW_PAGE (widget), -1);
}

static void
entered_cb (GtkEntry *entry, UiPreviewPage *self)
{
  int page = atoi (gtk_editable_get_text (GTK_EDITABLE (entry)));

  if (page >= 1 && page <= (int) n_pages (self))
    ui_sheets_show (self->sheets, page - 1);
  gtk_widget_grab_focus (GTK_WIDGET (self->sheets));
  show_place (self);
}

static void
ui_preview_page_dispose (GObject *object)
{
  UiPreviewPage *self = UI_PREVIEW_PAGE (object);

  if (self->sheets != NULL)
    ui_preview_page_clear (UI_PAGE (self));
  self->sheets = self->thumbnails = NULL;
  G_OBJECT_CLASS (ui_preview_page_parent_class)->dispose (object);
}

static const struct {
  const char *name;
  void (*activate) (GtkWidget *widget, const char *name, GVariant *parameter);
  guint           keys[3];
  GdkModifierType modifiers;
} actions[] = {
  { "preview.zoom-in",
    zoom_in_cb,
    { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add },
    GDK_CONTROL_MASK },
  { "preview.zoom-out",
    zoom_out_cb,
    { GDK_KEY_minus, GDK_KEY_KP_Subtract },
    GDK_CONTROL_MASK },
  { "preview.fit", fit_cb, { GDK_KEY_0, GDK_KEY_KP_0 }, GDK_CONTROL_MASK },
  { "preview.next", next_cb, { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down }, 0 },
  { "preview.previous", previous_cb, { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up }, 0 },
};

static void
ui_preview_page_class_init (UiPreviewPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = ui_preview_page_dispose;
  UI_PAGE_CLASS (class)->load = ui_preview_page_load;
  UI_PAGE_CLASS (class)->clear = ui_preview_page_clear;
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL,
                                       actions[i].activate);
      for (gsize k = 0; k < G_N_ELEMENTS (actions[i].keys); k++)
        if (actions[i].keys[k] != 0)
          gtk_widget_class_add_binding_action (widget_class, actions[i].keys[k],
                                               actions[i].modifiers, actions[i].name,
                                               NULL);
    }
}

static GtkWidget *
new_button (const char *icon, const char *name, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
new_number (const char *name)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 4);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 4);
  gtk_entry_set_alignment (GTK_ENTRY (entry), 1);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_DIGITS);
  gtk_widget_set_tooltip_text (entry, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  return entry;
}

/* How the pages are laid out. */
static GtkWidget *
make_setup (UiPreviewPage *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();

  self->setup = ui_page_setup_new (NULL, setup_applied, self);
  gtk_widget_add_css_class (self->setup, "question");
  gtk_popover_set_child (GTK_POPOVER (popover), self->setup);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _ ("Page layout"));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  g_signal_connect_swapped (popover, "show", G_CALLBACK (setup_shown_cb), self);
  g_signal_connect_swapped (popover, "closed", G_CALLBACK (setup_applied), self);
  return button;
}

static GtkWidget *
make_bar (UiPreviewPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *print = gtk_button_new_with_label (_ ("Print…"));

  self->extent = ui_proof_choice_new (TRUE);
  self->marks = gtk_toggle_button_new_with_label (_ ("Mark findings"));
  self->entry = new_number (_ ("Page number"));
  self->count = gtk_label_new (NULL);
  self->zoom = gtk_label_new (NULL);
  gtk_label_set_width_chars (GTK_LABEL (self->zoom), 5);
  gtk_widget_set_hexpand (space, TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (print), "win.print");
  gtk_widget_add_css_class (bar, "page-bar");
  gtk_box_append (GTK_BOX (bar), self->extent);
  gtk_box_append (GTK_BOX (bar), self->marks);
  gtk_box_append (GTK_BOX (bar), space);
  gtk_box_append (GTK_BOX (bar), new_button ("go-up-symbolic", _ ("Previous page"),
                                             "preview.previous"));
  gtk_box_append (GTK_BOX (bar), self->entry);
  gtk_box_append (GTK_BOX (bar), self->count);
  gtk_box_append (GTK_BOX (bar),
                  new_button ("go-down-symbolic", _ ("Next page"), "preview.next"));
  gtk_box_append (GTK_BOX (bar),
                  new_button ("zoom-out-symbolic", _ ("Smaller (Ctrl+−)"),
                              "preview.zoom-out"));
  gtk_box_append (GTK_BOX (bar), self->zoom);
  gtk_box_append (GTK_BOX (bar), new_button ("zoom-in-symbolic", _ ("Larger (Ctrl++)"),
                                             "preview.zoom-in"));
  gtk_box_append (GTK_BOX (bar),
                  new_button ("zoom-fit-best-symbolic", _ ("Fit the width (Ctrl+0)"),
                              "preview.fit"));
  gtk_box_append (GTK_BOX (bar), make_setup (self));
  gtk_box_append (GTK_BOX (bar), print);
  g_signal_connect_swapped (self->extent, "notify::selected", G_CALLBACK (chosen_cb),
                            self);
  g_signal_connect_swapped (self->marks, "toggled", G_CALLBACK (chosen_cb), self);
  g_signal_connect (self->entry, "activate", G_CALLBACK (entered_cb), self);
  return bar;
}

static UiSheets *
new_sheets (GtkWidget **scroller, const char *name)
{
  UiSheets *sheets;

  *scroller = gtk_scrolled_window_new ();
  sheets = ui_sheets_new (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (*scroller)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (sheets),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (*scroller), GTK_WIDGET (sheets));
  /* all pages are one widget: the focus is no place to scroll to */
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (gtk_scrolled_window_get_child (
                                        GTK_SCROLLED_WINDOW (*scroller))),
                                    FALSE);
  return sheets;
}

/* The room for pages has another width, or they have another place. */
static void
moved_cb (UiPreviewPage *self)
{
  if (self->proof != NULL)
    show_place (self);
}

static gboolean
fit_later_cb (gpointer data)
{
  UiPreviewPage *self = data;

  if (self->sheets != NULL && self->proof != NULL)
    {
      apply_zoom (self);
      show_place (self);
    }
  return G_SOURCE_REMOVE;
}

/* Not while the pages are being given their place. */
static void
room_cb (UiPreviewPage *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, fit_later_cb, g_object_ref (self),
                   g_object_unref);
}

static void
ui_preview_page_init (UiPreviewPage *self)
{
  GtkWidget     *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget     *paned = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget     *side;
  GtkAdjustment *across, *down;

  self->thumbnails = new_sheets (&side, _ ("Pages, small"));
  self->sheets = new_sheets (&self->scroller, _ ("Pages"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (side), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (side, THUMBNAIL_WIDTH + 16, -1);
  gtk_widget_set_hexpand (self->scroller, TRUE);
  gtk_widget_set_vexpand (paned, TRUE);
  gtk_box_append (GTK_BOX (box), make_bar (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (paned), side);
  gtk_box_append (GTK_BOX (paned), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  gtk_box_append (GTK_BOX (paned), self->scroller);
  gtk_box_append (GTK_BOX (box), paned);
  ui_page_set_child (UI_PAGE (self), box);
  self->filled = TRUE;
  across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  g_signal_connect_object (across, "notify::page-size", G_CALLBACK (room_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (down, "value-changed", G_CALLBACK (moved_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self->sheets, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (self->thumbnails, "pressed", G_CALLBACK (thumbnail_cb), self);
}
