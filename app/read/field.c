/* app/read/field.c — which parts of Word's fields are text. */

#include "app/read/field.h"

#include <string.h>

#define MAX_INSTRUCTION 4096

typedef struct {
  GString *instruction;
  gboolean has_result; /* behind the mark that separates it */
  gboolean is_page;    /* the result is a page number */
} Field;

struct _Fields {
  GPtrArray *open;
  guint      hiding; /* open ones whose text at this place is not shown */
};

static void
field_free (gpointer data)
{
  Field *field = data;

  g_string_free (field->instruction, TRUE);
  g_free (field);
}

static gboolean
is_hiding (const Field *field)
{
  return !field->has_result || field->is_page;
}

static gboolean
gives_page (const char *instruction)
{
  static const char *const kinds[] = { "PAGEREF", "PAGE", "NUMPAGES", "SECTIONPAGES" };
  gsize                    skip = strspn (instruction, " \t\n");
  gsize                    size = strcspn (instruction + skip, " \t\n\\");

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (strlen (kinds[i]) == size &&
        g_ascii_strncasecmp (instruction + skip, kinds[i], size) == 0)
      return TRUE;
  return FALSE;
}

static Field *
innermost (const Fields *fields)
{
  return fields->open->len > 0 ? fields->open->pdata[fields->open->len - 1] : NULL;
}

static void
begin (Fields *fields)
{
  Field *field = g_new0 (Field, 1);

  field->instruction = g_string_new (NULL);
  g_ptr_array_add (fields->open, field);
  fields->hiding++;
}

static void
separate (Fields *fields)
{
  Field *field = innermost (fields);

  if (field == NULL || field->has_result)
    return;
  field->has_result = TRUE;
  field->is_page = gives_page (field->instruction->str);
  if (!is_hiding (field))
    fields->hiding--;
}

static void
end (Fields *fields)
{
  Field *field = innermost (fields);

  if (field == NULL)
    return;
  if (is_hiding (field))
    fields->hiding--;
  g_ptr_array_remove_index (fields->open, fields->open->len - 1);
}

Fields *
fields_new (void)
{
  Fields *fields = g_new0 (Fields, 1);

  fields->open = g_ptr_array_new_with_free_func (field_free);
  return fields;
}

void
fields_free (Fields *fields)
{
  g_ptr_array_unref (fields->open);
  g_free (fields);
}

void
fields_mark (Fields *fields, const char *mark)
{
  if (g_strcmp0 (mark, "begin") == 0)
    begin (fields);
  else if (g_strcmp0 (mark, "separate") == 0)
    separate (fields);
  else if (g_strcmp0 (mark, "end") == 0)
    end (fields);
}

void
fields_instruct (Fields *fields, const char *instruction)
{
  Field *field = innermost (fields);

  if (field != NULL && instruction != NULL && !field->has_result &&
      field->instruction->len < MAX_INSTRUCTION)
    g_string_append (field->instruction, instruction);
}

void
fields_end_paragraph (Fields *fields)
{
  for (Field *field = innermost (fields); field != NULL && !field->has_result;
       field = innermost (fields))
    end (fields);
}

gboolean
fields_show (const Fields *fields)
{
  return fields->hiding == 0;
}
