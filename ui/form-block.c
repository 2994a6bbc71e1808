/* ui/form-block.c — what is done to several cells of a sheet at once. */

#include "ui/form-block.h"
#include "app/form/clip-html.h"
#include "app/form/paste.h"
#include "ui/dialog.h"
#include "ui/paste-preview.h"

#include <glib/gi18n.h>
#include <string.h>

/* A paste on its way from the clipboard to a table. */
typedef struct {
  UiFormSheet *sheet; /* references */
  UiFormGrid  *grid;
  gint64       project;  /* of the table, … */
  gint64       document; /* … or of which text it is */
  FormRange    range;
  Clip        *clip;
} Pasting;

static void
pasting_free (gpointer data)
{
  Pasting *self = data;

  g_object_unref (self->sheet);
  g_object_unref (self->grid);
  clip_free (self->clip);
  g_free (self);
}

static void
complain (UiFormSheet *sheet, const char *what, GError *error)
{
  ui_show_error (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (sheet))), what, error);
  g_error_free (error);
}

/* The range that an action is about; FALSE, and a bell: there is none. */
static gboolean
begin (UiFormSheet *sheet, gboolean writes, FormRange *range)
{
  if (ui_form_sheet_is_editing (sheet))
    return FALSE;
  if (ui_form_sheet_get_range (sheet, range) &&
      !(writes && db_is_read_only (ui_form_sheet_get_db (sheet))))
    return TRUE;
  gtk_widget_error_bell (GTK_WIDGET (sheet));
  return FALSE;
}

/* The table that is pasted into; NULL: it is no longer shown. */
static const FormTable *
table_of (const Pasting *self)
{
  const FormTable *table = ui_form_grid_get_table (self->grid);

  return table != NULL && gtk_widget_get_root (GTK_WIDGET (self->grid)) != NULL &&
                 table->project == self->project &&
                 table->origin.document == self->document
             ? table
             : NULL;
}

/* Does what was planned; NULL with an error: it could not be. */
static void
land (UiFormSheet *sheet, UiFormGrid *grid, FormPaste *paste, GError *error)
{
  if (paste != NULL && paste->cells->len == 0 && paste->misfits->len > 0)
    error = g_error_new_literal (DB_ERROR_DOMAIN, DB_REFUSED, paste->misfits->pdata[0]);
  else if (paste != NULL && paste->cells->len == 0)
    gtk_widget_error_bell (GTK_WIDGET (sheet));
  else if (paste != NULL &&
           form_paste_apply (ui_form_sheet_get_db (sheet),
                             ui_form_grid_get_table (grid), paste, &error))
    g_signal_emit_by_name (sheet, "changed", grid);
  if (error != NULL)
    complain (sheet, _ ("Nothing was changed"), error);
  form_paste_free (paste);
}

/* To spreadsheets as lines of texts, and with the merged cells. */
static void
offer (UiFormSheet *sheet, const Clip *clip, const FormRange *range)
{
  g_autofree char *text = clip_write (clip);
  char *html = clip_write_html (clip, ui_form_sheet_get_table (sheet), range);
  g_autoptr (GBytes) bytes = g_bytes_new_take (html, strlen (html));
  GdkContentProvider *kinds[] = {
    gdk_content_provider_new_for_bytes ("text/html", bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
  };
  g_autoptr (GdkContentProvider) all =
      gdk_content_provider_new_union (kinds, G_N_ELEMENTS (kinds));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (sheet)), all);
}

static gboolean
copy (UiFormSheet *sheet, const FormRange *range)
{
  GError *error = NULL;
  g_autoptr (Clip) clip =
      form_paste_copy (ui_form_sheet_get_db (sheet), ui_form_sheet_get_table (sheet),
                       range, &error);

  if (clip == NULL)
    complain (sheet, _ ("Nothing was copied"), error);
  else
    offer (sheet, clip, range);
  return clip != NULL;
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  FormRange range;

  if (begin (UI_FORM_SHEET (widget), FALSE, &range))
    copy (UI_FORM_SHEET (widget), &range);
}

void
ui_form_block_clear (UiFormSheet *sheet)
{
  GError    *error = NULL;
  FormRange  range;
  FormPaste *paste;

  if (!begin (sheet, TRUE, &range))
    return;
  paste = form_paste_plan_blank (ui_form_sheet_get_db (sheet),
                                 ui_form_sheet_get_table (sheet), &range, &error);
  land (sheet, ui_form_sheet_get_grid (sheet), paste, error);
}

static void
cut_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiFormSheet *sheet = UI_FORM_SHEET (widget);
  FormRange    range;

  if (begin (sheet, TRUE, &range) && copy (sheet, &range))
    ui_form_block_clear (sheet);
}

static void
fill_down_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiFormSheet *sheet = UI_FORM_SHEET (widget);
  GError      *error = NULL;
  FormRange    range;

  if (begin (sheet, TRUE, &range))
    land (sheet, ui_form_sheet_get_grid (sheet),
          form_paste_plan_down (ui_form_sheet_get_db (sheet),
                                ui_form_sheet_get_table (sheet), &range, &error),
          error);
}

/* The table may have changed since: what lands is worked out on what it is now. */
static void
confirmed_cb (gpointer data)
{
  Pasting         *self = data;
  const FormTable *table = table_of (self);
  Db              *db = ui_form_sheet_get_db (self->sheet);
  GError          *error = NULL;
  FormPaste       *paste;

  if (table == NULL)
    return;
  paste = form_paste_plan (db, table, &self->range, self->clip, &error);
  land (self->sheet, self->grid, paste, error);
}

/* One text for one cell is stored like one that was typed; any more are shown first. */
static void
show_or_store (Pasting *self, const FormPaste *paste)
{
  const PastedCell *first = paste->cells->len > 0 ? paste->cells->pdata[0] : NULL;

  if (paste->cells->len == 1 && paste->misfits->len == 0 && paste->same == 0 &&
      first->text.row >= 0)
    {
      ui_form_sheet_set (self->sheet, self->grid, first->text.cell, first->text.text);
      pasting_free (self);
    }
  else if (paste->cells->len + paste->misfits->len == 0)
    pasting_free (self); /* all is there already */
  else
    ui_paste_preview_show (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self->sheet))),
                           paste, confirmed_cb, self, pasting_free);
}

static void
received_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  Pasting         *self = data;
  GError          *error = NULL;
  const FormTable *table = table_of (self);
  g_autoptr (FormPaste) paste = NULL;
  g_autofree char *text =
      gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (text == NULL || table == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self->sheet));
      pasting_free (self);
      return;
    }
  self->clip = clip_read (text);
  paste = form_paste_plan (ui_form_sheet_get_db (self->sheet), table, &self->range,
                           self->clip, &error);
  if (paste != NULL)
    show_or_store (self, paste);
  else
    {
      complain (self->sheet, _ ("Nothing was pasted"), error);
      pasting_free (self);
    }
}

static void
paste_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  UiFormSheet *sheet = UI_FORM_SHEET (widget);
  FormRange    range;
  Pasting     *self;

  if (!begin (sheet, TRUE, &range))
    return;
  self = g_new0 (Pasting, 1);
  self->sheet = g_object_ref (sheet);
  self->grid = g_object_ref (ui_form_sheet_get_grid (sheet));
  self->project = ui_form_sheet_get_table (sheet)->project;
  self->document = ui_form_sheet_get_table (sheet)->origin.document;
  self->range = range;
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, received_cb,
                                 self);
}

void
ui_form_block_install (GtkWidgetClass *sheet_class)
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
      gtk_widget_class_install_action (sheet_class, actions[i].name, NULL,
                                       actions[i].activate);
      gtk_widget_class_add_binding_action (sheet_class, actions[i].key,
                                           actions[i].state, actions[i].name, NULL);
    }
}
