/* ui/arranging-dialog.c — the questions that are asked before texts, units and projects
 * are begun, copied, renamed, moved or deleted.
 */

#include "ui/arranging-dialog.h"
#include "app/edit/arrangement.h"
#include "app/edit/edit.h"
#include "db/cell.h"
#include "db/department.h"
#include "db/document.h"
#include "db/listing.h"
#include "db/project.h"
#include "db/title.h"
#include "db/unit.h"
#include "ui/dialog.h"
#include "ui/field-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

/* What a dialog is about, until it is gone. */
typedef struct {
  UiWindow *window;
  gint64    document;
  gint64    row; /* of the unit, department or project */
  gboolean  copies;
  Removal   removal;
} Question;

static Question *
question_new (UiWindow *window, gint64 document, gint64 row)
{
  Question *self = g_new0 (Question, 1);

  *self =
      (Question){ .window = g_object_ref (window), .document = document, .row = row };
  return self;
}

static void
question_free (gpointer data)
{
  Question *self = data;

  g_object_unref (self->window);
  g_free (self);
}

static Db *
db_of (const Question *self)
{
  return ui_window_get_db (self->window);
}

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_free (choice->value);
  g_free (choice->title);
  g_free (choice);
}

static GPtrArray *
choices_new (void)
{
  return g_ptr_array_new_with_free_func (choice_free);
}

/* Takes both. */
static void
add_choice (GPtrArray *choices, char *value, char *title)
{
  Choice *choice = g_new (Choice, 1);

  *choice = (Choice){ value, title };
  g_ptr_array_add (choices, choice);
}

static char *
id_text (gint64 id)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, id);
}

/* 2024 年 某局（批复） */
static char *
title_of_document (Db *db, const ListedDocument *document)
{
  g_autofree char *title = title_of_row (db, "document", document->id, NULL);

  return g_strdup_printf (_ ("%s (%s)"), title,
                          choice_title ("document", "stage", document->stage));
}

/* The texts of a file, behind a choice for none. */
static GPtrArray *
document_choices (Db *db, GPtrArray *documents)
{
  GPtrArray *choices = choices_new ();

  add_choice (choices, g_strdup ("0"), g_strdup (_ ("Blank")));
  for (guint i = 0; i < documents->len; i++)
    {
      const ListedDocument *document = documents->pdata[i];

      add_choice (choices, id_text (document->id), title_of_document (db, document));
    }
  return choices;
}

static GPtrArray *
department_choices (GPtrArray *documents)
{
  GPtrArray *choices = choices_new ();

  for (guint i = 0; i < documents->len; i++)
    {
      const char *name = ((ListedDocument *) documents->pdata[i])->department;

      if (i == 0 ||
          strcmp (name, ((ListedDocument *) documents->pdata[i - 1])->department) != 0)
        add_choice (choices, g_strdup (name), g_strdup (name));
    }
  return choices;
}

enum { DEPARTMENT, UNIT, YEAR, STAGE, FORM, COPIED, N_TEXT_FIELDS };

/* 415001某站: a code in front of the name. */
static void
split_unit (const char *text, char **code, char **name)
{
  gsize digits = strspn (text, "0123456789");

  *code = digits > 0 ? g_strndup (text, digits) : NULL;
  *name = g_strstrip (g_strdup (text + digits));
  if (**name == '\0')
    g_clear_pointer (name, g_free);
}

static gboolean
begin_text (char **values, gpointer data, GError **error)
{
  const Question  *self = data;
  g_autofree char *code = NULL;
  g_autofree char *name = NULL;
  NewText          text = { .department = values[DEPARTMENT],
                            .year = g_ascii_strtoll (values[YEAR], NULL, 10),
                            .stage = values[STAGE],
                            .form = values[FORM],
                            .copied = g_ascii_strtoll (values[COPIED], NULL, 10) };
  gint64           id;

  split_unit (values[UNIT], &code, &name);
  text.unit_code = code;
  text.unit_name = name;
  id = arrangement_begin_text (db_of (self), &text, error);
  if (id == 0)
    return FALSE;
  ui_window_reload (self->window);
  ui_window_select (self->window, id, 0);
  ui_document_page_go_to_part (ui_window_get_pages (self->window), "facts");
  return TRUE;
}

static const ListedDocument *
find_document (GPtrArray *documents, gint64 id)
{
  for (guint i = 0; i < documents->len; i++)
    if (((ListedDocument *) documents->pdata[i])->id == id)
      return documents->pdata[i];
  return NULL;
}

void
ui_ask_new_text (UiWindow *window, gint64 copied)
{
  Db *db = ui_window_get_db (window);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = listing_documents (db, NULL, 0, &error);
  g_autoptr (GPtrArray) stages = choice_list (db, "document", "stage", NULL);
  g_autoptr (GPtrArray) forms = choice_list (db, "document", "form_id", NULL);
  g_autoptr (GPtrArray) departments = NULL;
  g_autoptr (GPtrArray) copies = NULL;
  g_autoptr (GDateTime) today = g_date_time_new_now_local ();
  g_autofree char      *year = NULL;
  g_autofree char      *copied_text = id_text (copied);
  const ListedDocument *like;
  UiField               fields[N_TEXT_FIELDS] = { 0 };

  if (documents == NULL || forms == NULL)
    {
      ui_window_complain (window, _ ("The text was not begun"),
                          g_steal_pointer (&error));
      return;
    }
  like =
      find_document (documents, copied != 0 ? copied : ui_window_get_document (window));
  departments = department_choices (documents);
  copies = document_choices (db, documents);
  /* A text is written in the year before its own. */
  year = id_text (like != NULL && like->fiscal_year != DB_NULL
                      ? like->fiscal_year + 1
                      : g_date_time_get_year (today) + 1);
  fields[DEPARTMENT] =
      (UiField){ _ ("_Department"), like ? like->department : NULL, departments, TRUE };
  fields[UNIT] = (UiField){ _ ("First _unit (may be blank)"), NULL, NULL, FALSE };
  fields[YEAR] = (UiField){ _ ("_Fiscal year"), year, NULL, FALSE };
  fields[STAGE] = (UiField){ _ ("_Stage"), "draft1", stages, FALSE };
  fields[FORM] = (UiField){ _ ("_Layout"),
                            like ? like->form_id : ((Choice *) forms->pdata[0])->value,
                            forms, FALSE };
  fields[COPIED] = (UiField){ _ ("Begin _with"), copied_text, copies, FALSE };
  ui_ask_fields (GTK_WINDOW (window),
                 copied != 0 ? _ ("Duplicate the text") : _ ("New text"),
                 copied != 0 ? _ ("Du_plicate") : _ ("_Begin"), fields, N_TEXT_FIELDS,
                 begin_text, question_new (window, 0, 0), question_free);
}

static gboolean
rename_department (char **values, gpointer data, GError **error)
{
  const Question *self = data;

  if (!edit_cell (db_of (self), "department", self->row, "name", values[0], error))
    return FALSE;
  ui_window_reload (self->window);
  return TRUE;
}

void
ui_ask_department_name (UiWindow *window, gint64 department)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  UiField          field = { _ ("_Department"), NULL, NULL, FALSE };

  if (!cell_get (ui_window_get_db (window), &department_table, department, "name",
                 &name, &error))
    {
      ui_window_complain (window, _ ("Not changed"), g_steal_pointer (&error));
      return;
    }
  field.value = name;
  ui_ask_fields (GTK_WINDOW (window), _ ("Rename the department"), _ ("_Rename"),
                 &field, 1, rename_department, question_new (window, 0, department),
                 question_free);
}

static const char *
or_null (const char *text)
{
  return *text != '\0' ? text : NULL;
}

static gboolean
set_unit (char **values, gpointer data, GError **error)
{
  const Question *self = data;
  Db             *db = db_of (self);
  gint64          department;
  gboolean        done;

  if (self->copies)
    done = arrangement_copy_unit (db, self->document, self->row, or_null (values[0]),
                                  values[1], error) != 0;
  else if (self->row != 0)
    done =
        arrangement_rename_unit (db, self->row, or_null (values[0]), values[1], error);
  else
    done = cell_get_integer (db, &document_table, self->document, document_table.parent,
                             &department, error) &&
           arrangement_add_unit (db, department, or_null (values[0]), values[1],
                                 error) != 0;
  if (!done)
    return FALSE;
  ui_window_reload (self->window);
  if (self->row == 0)
    {
      /* A unit without projects has no line of its own. */
      ui_window_select (self->window, self->document, 0);
      ui_document_page_go_to_part (ui_window_get_pages (self->window), "units");
    }
  return TRUE;
}

static void
ask_unit (UiWindow *window, gint64 document, gint64 unit, gboolean copies,
          const char *title, const char *accept)
{
  Db              *db = ui_window_get_db (window);
  Question        *question = question_new (window, document, unit);
  g_autofree char *code = NULL;
  g_autofree char *name = NULL;

  if (unit != 0 && !copies)
    {
      cell_get (db, &unit_table, unit, "code", &code, NULL);
      cell_get (db, &unit_table, unit, "name", &name, NULL);
    }
  question->copies = copies;
  ui_ask_fields (GTK_WINDOW (window), title, accept,
                 (UiField[]){ { _ ("Unit c_ode"), code, NULL, FALSE },
                              { _ ("Unit _name"), name, NULL, FALSE } },
                 2, set_unit, question, question_free);
}

void
ui_ask_unit (UiWindow *window, gint64 document, gint64 unit)
{
  ask_unit (window, document, unit, FALSE,
            unit != 0 ? _ ("Rename the unit") : _ ("Add a unit"),
            unit != 0 ? _ ("_Rename") : _ ("_Add"));
}

void
ui_ask_unit_copy (UiWindow *window, gint64 document, gint64 unit)
{
  ask_unit (window, document, unit, TRUE, _ ("Duplicate the unit and its projects"),
            _ ("Du_plicate"));
}

/* A text, and a unit of its department: “7 3”; the second is 0 for none. */
static gboolean
add_targets (Db *db, GPtrArray *choices, const ListedDocument *document, GError **error)
{
  g_autofree char *title = title_of_document (db, document);
  gint64           department;
  GPtrArray       *units;

  if (!cell_get_integer (db, &document_table, document->id, document_table.parent,
                         &department, error))
    return FALSE;
  units = db_record_list (db, &unit_table, department, error);
  if (units == NULL)
    return FALSE;
  add_choice (choices, g_strdup_printf ("%" G_GINT64_FORMAT " 0", document->id),
              g_strdup_printf (_ ("%s — no unit"), title));
  for (guint i = 0; i < units->len; i++)
    {
      const Unit *unit = units->pdata[i];

      add_choice (choices,
                  g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                                   document->id, unit->record.id),
                  g_strdup_printf ("%s — %s%s", title, unit->code ? unit->code : "",
                                   unit->name));
    }
  db_record_array_free (&unit_table, units);
  return TRUE;
}

static gboolean
move_project (char **values, gpointer data, GError **error)
{
  const Question *self = data;
  char           *unit;
  gint64          document = g_ascii_strtoll (values[0], &unit, 10);

  if (!arrangement_move_project (db_of (self), self->row, document,
                                 g_ascii_strtoll (unit, NULL, 10), error))
    return FALSE;
  ui_window_reload (self->window);
  ui_window_select (self->window, document, self->row);
  return TRUE;
}

void
ui_ask_move (UiWindow *window, gint64 project)
{
  Db *db = ui_window_get_db (window);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) documents = listing_documents (db, NULL, 0, &error);
  g_autoptr (GPtrArray) targets = choices_new ();
  g_autofree char *now = NULL;
  gint64           unit = 0;
  gboolean done = documents != NULL && cell_get_integer (db, &project_table, project,
                                                         "unit_id", &unit, &error);

  for (guint i = 0; done && i < documents->len; i++)
    done = add_targets (db, targets, documents->pdata[i], &error);
  if (!done)
    {
      ui_window_complain (window, _ ("Not moved"), g_steal_pointer (&error));
      return;
    }
  now = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT,
                         ui_window_get_document (window), unit == DB_NULL ? 0 : unit);
  ui_ask_fields (GTK_WINDOW (window), _ ("Move the project"), _ ("_Move"),
                 (UiField[]){ { _ ("_To"), now, targets, FALSE } }, 1, move_project,
                 question_new (window, 0, project), question_free);
}

static void
remove_cb (gpointer data)
{
  const Question *self = data;
  g_autoptr (GError) error = NULL;

  if (!removal_run (db_of (self), &self->removal, &error))
    ui_window_complain (self->window, _ ("Not deleted"), g_steal_pointer (&error));
  ui_window_reload (self->window);
}

void
ui_ask_removal (UiWindow *window, const Removal *removal)
{
  Db *db = ui_window_get_db (window);
  g_autoptr (GError) error = NULL;
  g_autofree char *title = removal_title (db, removal, &error);
  g_autofree char *extent = title != NULL ? removal_extent (db, removal, &error) : NULL;
  g_autofree char *heading = NULL;
  g_autofree char *text = NULL;
  Question        *question;

  if (extent == NULL)
    {
      ui_window_complain (window, _ ("Not deleted"), g_steal_pointer (&error));
      return;
    }
  heading = g_strdup_printf (_ ("Delete %s?"), title);
  text = *extent != '\0'
             ? g_strdup_printf (_ ("With it go %s. It can be undone (Ctrl+Z)."), extent)
             : g_strdup (_ ("Nothing else goes with it. It can be undone (Ctrl+Z)."));
  question = question_new (window, 0, 0);
  question->removal = *removal;
  ui_ask (GTK_WINDOW (window), heading, text, _ ("_Delete"), remove_cb, question,
          question_free);
}
