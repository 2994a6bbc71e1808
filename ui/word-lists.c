/* ui/word-lists.c — the office's word lists in a dialog. */

#include "ui/word-lists.h"
#include "app/reading/word-file.h"
#include "ui/dialog.h"

#include <glib/gi18n.h>
#include <string.h>

/* The dialog; it goes with it. */
typedef struct {
  UiPage        *page;
  GtkWidget     *dialog;
  GtkTextBuffer *text; /* all lists, as app/reading/word-file.h writes them */
  GtkWidget     *view;
  GtkWidget     *jump;   /* to a list */
  GtkWidget     *wrong;  /* what could not be stored, and why */
  GArray        *places; /* int: the line of each list that can be jumped to */
} Lists;

static void
lists_free (gpointer data)
{
  Lists *lists = data;

  g_object_unref (lists->page);
  g_array_unref (lists->places);
  g_free (lists);
}

static char *
dup_text (Lists *lists)
{
  GtkTextIter from, to;

  gtk_text_buffer_get_bounds (lists->text, &from, &to);
  return gtk_text_buffer_get_text (lists->text, &from, &to, FALSE);
}

static void
tell (Lists *lists, const char *text)
{
  gtk_label_set_text (GTK_LABEL (lists->wrong), text);
  gtk_widget_set_visible (lists->wrong, *text != '\0');
}

/* [rate] 比率的名称：指标值应为百分比: what stands behind the bracket, else in it. */
static char *
title_of (const char *line)
{
  const char      *end = strchr (line, ']');
  g_autofree char *title = g_strstrip (g_strdup (end + 1));

  return *title != '\0' ? g_steal_pointer (&title)
                        : g_strndup (line + 1, (gsize) (end - line - 1));
}

/* What there is to jump to in the text as it is now. */
static void
list_places (Lists *lists)
{
  g_autofree char *text = dup_text (lists);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  g_array_set_size (lists->places, 0);
  for (int i = 0; lines[i] != NULL; i++)
    if (*lines[i] == '[' && strchr (lines[i], ']') != NULL)
      {
        gtk_string_list_take (titles, title_of (lines[i]));
        g_array_append_val (lists->places, i);
      }
  gtk_drop_down_set_model (GTK_DROP_DOWN (lists->jump), G_LIST_MODEL (titles));
}

static void
jump_cb (Lists *lists)
{
  guint       chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (lists->jump));
  GtkTextIter place;

  if (chosen >= lists->places->len)
    return;
  gtk_text_buffer_get_iter_at_line (lists->text, &place,
                                    g_array_index (lists->places, int, chosen));
  gtk_text_buffer_place_cursor (lists->text, &place);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (lists->view),
                                gtk_text_buffer_get_insert (lists->text), 0, TRUE, 0,
                                0);
}

/* Stays open with the reason where it is refused. */
static void
store (Lists *lists)
{
  g_autofree char *text = dup_text (lists);
  g_autoptr (GError) error = NULL;
  WordFileResult result;

  if (ui_page_get_db (lists->page) == NULL)
    return;
  if (!word_file_read (ui_page_get_db (lists->page), text, &result, &error))
    {
      tell (lists, error->message);
      return;
    }
  if (result.added + result.removed + result.changed > 0)
    ui_page_change (lists->page);
  gtk_window_destroy (GTK_WINDOW (lists->dialog));
}

static void
load_cb (GListModel *files, gpointer data)
{
  Lists *lists = data;
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  if (!g_file_load_contents (file, NULL, &text, &length, NULL, &error))
    tell (lists, error->message);
  else if (!g_utf8_validate (text, (gssize) length, NULL))
    tell (lists, _ ("This file is no UTF-8 text"));
  else
    {
      tell (lists, "");
      gtk_text_buffer_set_text (lists->text, text, (int) length);
      list_places (lists);
    }
}

static void
save_cb (GListModel *files, gpointer data)
{
  Lists *lists = data;
  g_autoptr (GFile) file = ui_named_file (files, ".txt");
  g_autofree char *text = dup_text (lists);
  g_autoptr (GError) error = NULL;

  tell (lists, "");
  if (!g_file_replace_contents (file, text, strlen (text), NULL, FALSE,
                                G_FILE_CREATE_NONE, NULL, NULL, &error))
    tell (lists, error->message);
}

enum { RESPONSE_LOAD = 1, RESPONSE_SAVE };

static void
response_cb (GtkDialog *dialog, int response, Lists *lists)
{
  if (response == GTK_RESPONSE_OK)
    store (lists);
  else if (response == RESPONSE_LOAD)
    ui_choose_files (GTK_WINDOW (dialog), UI_CHOOSE_WORDS, NULL, load_cb, lists);
  else if (response == RESPONSE_SAVE)
    ui_choose_files (GTK_WINDOW (dialog), UI_CHOOSE_NEW_WORDS, NULL, save_cb, lists);
  else
    gtk_window_destroy (GTK_WINDOW (dialog));
}

static GtkWidget *
make_content (Lists *lists)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  lists->jump = gtk_drop_down_new (NULL, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (lists->jump),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Word list"), -1);
  lists->view = gtk_text_view_new ();
  lists->text = gtk_text_view_get_buffer (GTK_TEXT_VIEW (lists->view));
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (lists->view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (lists->view), 9);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (lists->view), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (lists->view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Word lists"), -1);
  lists->wrong = gtk_label_new (NULL);
  gtk_widget_add_css_class (lists->wrong, "error");
  gtk_widget_set_visible (lists->wrong, FALSE);
  gtk_label_set_xalign (GTK_LABEL (lists->wrong), 0);
  gtk_label_set_wrap (GTK_LABEL (lists->wrong), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (lists->wrong), 60);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), lists->view);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_add_css_class (box, "fields");
  gtk_box_append (GTK_BOX (box), lists->jump);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), lists->wrong);
  return box;
}

void
ui_word_lists_edit (UiPage *page)
{
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
  Db        *db = ui_page_get_db (page);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = db != NULL ? word_file_write (db, NULL, &error) : NULL;
  Lists           *lists;

  if (text == NULL)
    return;
  lists = g_new0 (Lists, 1);
  lists->page = g_object_ref (page);
  lists->places = g_array_new (FALSE, FALSE, sizeof (int));
  lists->dialog = gtk_dialog_new_with_buttons (
      _ ("Word lists"), parent, GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
      _ ("_Load a file…"), RESPONSE_LOAD, _ ("_Save as a file…"), RESPONSE_SAVE,
      _ ("_Cancel"), GTK_RESPONSE_CANCEL, _ ("St_ore"), GTK_RESPONSE_OK, NULL);
  gtk_window_set_default_size (GTK_WINDOW (lists->dialog), 620, 640);
  gtk_box_append (GTK_BOX (gtk_dialog_get_content_area (GTK_DIALOG (lists->dialog))),
                  make_content (lists));
  gtk_text_buffer_set_text (lists->text, text, -1);
  list_places (lists);
  gtk_dialog_set_response_sensitive (GTK_DIALOG (lists->dialog), GTK_RESPONSE_OK,
                                     !db_is_read_only (db));
  gtk_widget_add_css_class (
      gtk_dialog_get_widget_for_response (GTK_DIALOG (lists->dialog), GTK_RESPONSE_OK),
      "suggested-action");
  g_object_set_data_full (G_OBJECT (lists->dialog), "lists", lists, lists_free);
  g_signal_connect_swapped (lists->jump, "notify::selected", G_CALLBACK (jump_cb),
                            lists);
  g_signal_connect (lists->dialog, "response", G_CALLBACK (response_cb), lists);
  gtk_widget_grab_focus (lists->view);
  gtk_window_present (GTK_WINDOW (lists->dialog));
}
