/* ui/form-block.c — what is done to several cells of a form at once. */

#include "ui/form-block.h"
#include "app/form/paste.h"
#include "ui/dialog.h"
#include "ui/paste-preview.h"

#include <glib/gi18n.h>

/* A paste on its way from the clipboard to the form. */
typedef struct {
  UiFormPage *page; /* a reference */
  gint64      project;
  FormRange   range;
  Clip       *clip;
} Pasting;

static void
pasting_free (gpointer data)
{
  Pasting *self = data;

  g_object_unref (self->page);
  clip_free (self->clip);
  g_free (self);
}

static void
complain (UiFormPage *page, const char *what, GError *error)
{
  ui_show_error (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), what, error);
  g_error_free (error);
}

/* The range that an action is about; FALSE, and a bell: there is none. */
static gboolean
begin (UiFormPage *page, gboolean writes, FormRange *range)
{
  if (ui_form_page_is_editing (page))
    return FALSE;
  if (ui_form_page_get_range (page, range) &&
      !(writes && db_is_read_only (ui_form_page_get_db (page))))
    return TRUE;
  gtk_widget_error_bell (GTK_WIDGET (page));
  return FALSE;
}

/* Does what was planned; NULL with an error: it could not be. */
static void
land (UiFormPage *page, FormPaste *paste, GError *error)
{
  const FormTable *table = ui_form_page_get_table (page);

  if (paste != NULL && paste->cells->len == 0)
    gtk_widget_error_bell (GTK_WIDGET (page));
  else if (paste != NULL &&
           form_paste_apply (ui_form_page_get_db (page), table, paste, &error))
    g_signal_emit_by_name (page, "changed");
  if (error != NULL)
    complain (page, _ ("Nothing was changed"), error);
  form_paste_free (paste);
}

static gboolean
copy (UiFormPage *page, const FormRange *range)
{
  GError *error = NULL;
  g_autoptr (Clip) clip =
      form_paste_copy (ui_form_page_get_db (page), ui_form_page_get_table (page), range,
                       &error);
  g_autofree char *text = clip != NULL ? clip_write (clip) : NULL;

  if (text == NULL)
    complain (page, _ ("Nothing was copied"), error);
  else
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (page)), text);
  return text != NULL;
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FormRange range;

  if (begin (UI_FORM_PAGE (widget), FALSE, &range))
    copy (UI_FORM_PAGE (widget), &range);
}

void
ui_form_block_clear (UiFormPage *page)
{
  GError    *error = NULL;
  FormRange  range;
  FormPaste *paste;

  if (!begin (page, TRUE, &range))
    return;
  paste = form_paste_plan_blank (ui_form_page_get_db (page),
                                 ui_form_page_get_table (page), &range, &error);
  if (paste != NULL && paste->cells->len == 0 && paste->misfits->len > 0)
    error = g_error_new_literal (DB_ERROR_DOMAIN, DB_REFUSED, paste->misfits->pdata[0]);
  land (page, paste, error);
}

static void
cut_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiFormPage *page = UI_FORM_PAGE (widget);
  FormRange   range;

  if (begin (page, TRUE, &range) && copy (page, &range))
    ui_form_block_clear (page);
}

static void
fill_down_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiFormPage *page = UI_FORM_PAGE (widget);
  GError     *error = NULL;
  FormRange   range;

  if (begin (page, TRUE, &range))
    land (page,
          form_paste_plan_down (ui_form_page_get_db (page),
                                ui_form_page_get_table (page), &range, &error),
          error);
}

/* The form may have changed since: what lands is worked out on what it is now. */
static void
confirmed_cb (gpointer data)
{
  Pasting         *self = data;
  const FormTable *table = ui_form_page_get_table (self->page);
  GError          *error = NULL;

  if (table != NULL && table->project == self->project)
    land (self->page,
          form_paste_plan (ui_form_page_get_db (self->page), table, &self->range,
                           self->clip, &error),
          error);
}

/* One text for one cell is stored like one that was typed; any more are shown first. */
static void
show_or_store (Pasting *self, const FormPaste *paste)
{
  const PastedCell *first = paste->cells->len > 0 ? paste->cells->pdata[0] : NULL;

  if (paste->cells->len == 1 && paste->misfits->len == 0 && paste->same == 0 &&
      first->text.row >= 0)
    {
      ui_form_page_set (self->page, first->text.cell, first->new);
      pasting_free (self);
    }
  else if (paste->cells->len + paste->misfits->len == 0)
    pasting_free (self); /* all is there already */
  else
    ui_paste_preview_show (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->page))),
                           paste, confirmed_cb, self, pasting_free);
}

static void
received_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  Pasting         *self = data;
  GError          *error = NULL;
  const FormTable *table = ui_form_page_get_table (self->page);
  g_autoptr (FormPaste) paste = NULL;
  g_autofree char *text =
      gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (text == NULL || table == NULL || table->project != self->project)
    {
      gtk_widget_error_bell (GTK_WIDGET (self->page));
      pasting_free (self);
      return;
    }
  self->clip = clip_read (text);
  paste = form_paste_plan (ui_form_page_get_db (self->page), table, &self->range,
                           self->clip, &error);
  if (paste != NULL)
    show_or_store (self, paste);
  else
    {
      complain (self->page, _ ("Nothing was pasted"), error);
      pasting_free (self);
    }
}

static void
paste_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiFormPage *page = UI_FORM_PAGE (widget);
  FormRange   range;
  Pasting    *self;

  if (!begin (page, TRUE, &range))
    return;
  self = g_new0 (Pasting, 1);
  self->page = g_object_ref (page);
  self->project = ui_form_page_get_table (page)->project;
  self->range = range;
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, received_cb,
                                 self);
}

void
ui_form_block_install (GtkWidgetClass *page_class)
{
  static const struct {
    const char *name;
    void (*activate) (GtkWidget *, const char *, GVariant *);
    guint           key;
    GdkModifierType state;
  } actions[] = {
    { "form.copy", copy_cb, GDK_KEY_c, GDK_CONTROL_MASK },
    { "form.cut", cut_cb, GDK_KEY_x, GDK_CONTROL_MASK },
    { "form.paste", paste_cb, GDK_KEY_v, GDK_CONTROL_MASK },
    { "form.fill-down", fill_down_cb, GDK_KEY_d, GDK_CONTROL_MASK },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (page_class, actions[i].name, NULL,
                                       actions[i].activate);
      gtk_widget_class_add_binding_action (page_class, actions[i].key, actions[i].state,
                                           actions[i].name, NULL);
    }
}
