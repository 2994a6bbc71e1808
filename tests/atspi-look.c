/* tests/atspi-look.c — what a screen reader finds in a running program.
 *
 *   atspi-look PROGRAM          every control that can be focused, a line each: role,
 *                               name, place; then what is wrong:
 *
 *   ? ROLE NAME PLACE           it has no name, so that nothing can be said of it
 *   = ROLE NAME PLACE           it has no role, so that nobody knows what to do with it
 *   ! ROLE NAME PLACE           a word of another language than the window's, Chinese
 *
 *   atspi-look PROGRAM NAME     the middle of the first control whose name begins so,
 * as “x y” in its window atspi-look PROGRAM --focus  the name of the control that has
 * the focus
 *
 * Exit status: 0 nothing is wrong, or it is there; 1 not so; 2 there is no such
 * program.
 */

#include <atspi/atspi.h>
#include <locale.h>
#include <string.h>

/* A tree of widgets is no deeper, and a cycle is none. */
#define DEEPEST 60

typedef struct {
  const char *sought;      /* how its name begins; NULL: all are looked at */
  gboolean    seeks_focus; /* what has it instead */
  gboolean    is_found;
  guint       controls, faults;
  GHashTable *told; /* lines that were printed: a list has many alike */
} Walk;

static gboolean
has_state (AtspiAccessible *object, AtspiStateType state)
{
  AtspiStateSet *states = atspi_accessible_get_state_set (object);
  gboolean       has = states != NULL && atspi_state_set_contains (states, state);

  g_clear_object (&states);
  return has;
}

/* In its window; of no size: it has no place. */
static AtspiRect
area_of (AtspiAccessible *object)
{
  AtspiComponent *component = atspi_accessible_get_component_iface (object);
  AtspiRect      *found =
      component != NULL
               ? atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL)
               : NULL;
  AtspiRect area = found != NULL ? *found : (AtspiRect){ 0 };

  g_clear_object (&component);
  g_free (found);
  return area;
}

/* GTK calls what has no name by its type. */
static gboolean
is_type_name (const char *name)
{
  return (g_str_has_prefix (name, "Gtk") || g_str_has_prefix (name, "Ui")) &&
         g_ascii_isalpha (name[3]) && strchr (name, ' ') == NULL;
}

static gboolean
is_nameless (const char *name)
{
  return name == NULL || *name == '\0' || is_type_name (name);
}

/* Boxes that scroll or divide can take the focus, and have nothing to say; so do those
 * around a row that has the name itself.  */
static gboolean
is_box (AtspiRole role, const char *name)
{
  static const AtspiRole boxes[] = { ATSPI_ROLE_FILLER,     ATSPI_ROLE_SCROLL_PANE,
                                     ATSPI_ROLE_PANEL,      ATSPI_ROLE_SPLIT_PANE,
                                     ATSPI_ROLE_WINDOW,     ATSPI_ROLE_FRAME,
                                     ATSPI_ROLE_APPLICATION };

  for (gsize i = 0; i < G_N_ELEMENTS (boxes); i++)
    if (role == boxes[i])
      return name == NULL || !g_str_has_prefix (name, "Ui");
  return FALSE;
}

/* Names of formats, programs, keys and users are the same in every language; what
 * stands in brackets is a key, a unit or a number of a law.  */
static gboolean
is_everywhere (const char *word)
{
  static const char *const words[] = {
    "PDF",    "Word",   "Excel",     "WPS",    "HTML",    "JSON",    "CSV",
    "XLSX",   "DOCX",   "ODT",       "ODS",    "OFD",     "TXT",     "Jixiao",
    "Ctrl",   "Shift",  "Alt",       "Enter",  "Tab",     "Esc",     "Escape",
    "Home",   "End",    "Delete",    "Page",   "Up",      "Down",    "Left",
    "Right",  "Insert", "Backspace", "Return", "Menu",    "Super",   "Space",
    "SQLite", "jixiao", "GTK",       "mzj",    "journey", "records",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (word, words[i]) == 0)
      return TRUE;
  return strcmp (word, g_get_user_name ()) == 0;
}

/* /tmp/wenlv-2025.txt: a word of a file's name is nobody's language. */
static gboolean
is_of_file (const char *text, const char *from, const char *to)
{
  static const char joints[] = "-_./0123456789";

  while (from > text && g_ascii_isgraph (from[-1]))
    from--;
  while (g_ascii_isgraph (*to))
    to++;
  while (from < to && strchr (joints, *from) == NULL)
    from++;
  return from < to;
}

/* The first word of three Latin letters or more that ought to be Chinese.  Newly
 * allocated; NULL: there is none.  */
static char *
foreign_word (const char *text)
{
  for (const char *from = text; *from != '\0';)
    {
      const char *to = from;

      while (g_ascii_isalpha (*to))
        to++;
      if (to - from >= 3 && !is_of_file (text, from, to))
        {
          g_autofree char *word = g_strndup (from, (gsize) (to - from));

          if (!is_everywhere (word))
            return g_steal_pointer (&word);
        }
      from = to > from ? to : from + 1;
    }
  return NULL;
}

static void
tell (Walk *walk, const char *sign, AtspiAccessible *object, const char *what)
{
  g_autofree char *role = atspi_accessible_get_role_name (object, NULL);
  AtspiRect        area = area_of (object);
  g_autofree char *line = g_strdup_printf ("%s%s\t%s", sign, role, what);

  walk->faults += *sign != '\0';
  if (g_hash_table_add (walk->told, g_strdup (line)))
    g_print ("%s\t%d,%d %dx%d\n", line, area.x, area.y, area.width, area.height);
}

static void
look_at (Walk *walk, AtspiAccessible *object)
{
  g_autofree char *name = atspi_accessible_get_name (object, NULL);
  g_autofree char *description = atspi_accessible_get_description (object, NULL);
  AtspiRole        role = atspi_accessible_get_role (object, NULL);
  const char      *texts[] = { name, description };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char      *text = texts[i];
      g_autofree char *word =
          text != NULL && !is_type_name (text) && role != ATSPI_ROLE_APPLICATION
              ? foreign_word (text)
              : NULL;

      if (word != NULL)
        tell (walk, "! ", object, text);
    }
  if (!has_state (object, ATSPI_STATE_FOCUSABLE) || is_box (role, name))
    return;
  walk->controls++;
  if (is_nameless (name))
    tell (walk, "? ", object, name != NULL ? name : "");
  else if (role == ATSPI_ROLE_INVALID || role == ATSPI_ROLE_UNKNOWN ||
           role == ATSPI_ROLE_FILLER || role == ATSPI_ROLE_REDUNDANT_OBJECT)
    tell (walk, "= ", object, name);
  else
    tell (walk, "", object, name);
}

/* GTK 4.8 does not say which page of a stack shows: the controls of others have no
 * place. */
static void
meet (Walk *walk, AtspiAccessible *object)
{
  g_autofree char *name = NULL;
  AtspiRect        area;

  if (!has_state (object,
                  walk->seeks_focus ? ATSPI_STATE_FOCUSED : ATSPI_STATE_FOCUSABLE))
    return;
  name = atspi_accessible_get_name (object, NULL);
  if (walk->seeks_focus)
    {
      walk->is_found = TRUE;
      g_print ("%s\n", name != NULL ? name : "");
      return;
    }
  if (name == NULL || !g_str_has_prefix (name, walk->sought) ||
      is_box (atspi_accessible_get_role (object, NULL), name))
    return;
  area = area_of (object);
  walk->is_found = area.width > 0 && area.height > 0;
  if (walk->is_found)
    g_print ("%d %d\n", area.x + area.width / 2, area.y + area.height / 2);
}

static void
go_through (Walk *walk, AtspiAccessible *object, guint depth)
{
  int n = atspi_accessible_get_child_count (object, NULL);

  if (depth > 1 && !has_state (object, ATSPI_STATE_VISIBLE))
    return;
  if (walk->sought != NULL || walk->seeks_focus)
    meet (walk, object);
  else
    look_at (walk, object);
  for (int i = 0; i < n && depth < DEEPEST && !walk->is_found; i++)
    {
      AtspiAccessible *child = atspi_accessible_get_child_at_index (object, i, NULL);

      if (child != NULL)
        go_through (walk, child, depth + 1);
      g_clear_object (&child);
    }
}

static AtspiAccessible *
program_called (const char *name)
{
  AtspiAccessible *desktop = atspi_get_desktop (0);
  AtspiAccessible *found = NULL;
  int              n = atspi_accessible_get_child_count (desktop, NULL);

  for (int i = 0; i < n && found == NULL; i++)
    {
      AtspiAccessible *child = atspi_accessible_get_child_at_index (desktop, i, NULL);
      g_autofree char *its =
          child != NULL ? atspi_accessible_get_name (child, NULL) : NULL;

      if (g_strcmp0 (its, name) == 0)
        found = g_object_ref (child);
      g_clear_object (&child);
    }
  g_object_unref (desktop);
  return found;
}

int
main (int argc, char **argv)
{
  Walk walk = { .told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  AtspiAccessible *program;

  setlocale (LC_ALL, "");
  atspi_set_timeout (10000, 10000); /* a busy machine answers late, in milliseconds */
  program = argc >= 2 && atspi_init () <= 1 ? program_called (argv[1]) : NULL;
  if (program == NULL)
    return 2;
  walk.seeks_focus = g_strcmp0 (argv[2], "--focus") == 0;
  walk.sought = walk.seeks_focus ? NULL : argv[2];
  go_through (&walk, program, 0);
  g_object_unref (program);
  g_hash_table_unref (walk.told);
  if (walk.sought != NULL || walk.seeks_focus)
    return !walk.is_found;
  return walk.controls == 0 || walk.faults > 0;
}
