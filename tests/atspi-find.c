/* tests/atspi-find.c — what a screen reader finds in a running program.
 *
 *   atspi-find PROGRAM       every control that can be focused, a line each: role,
 * name, place; those without a name begin with “?” atspi-find PROGRAM NAME  the middle
 * of the first one whose name begins so, as “x y” in its window
 *
 * Exit status: 0 all have names, or it is there; 1 not so; 2 no such program.
 */

#include <atspi/atspi.h>
#include <locale.h>
#include <string.h>

/* A tree of widgets is no deeper, and a cycle is none. */
#define DEEPEST 60

typedef struct {
  const char *sought; /* NULL: all are printed */
  guint       n, nameless;
  gboolean    is_found;
} Walk;

static gboolean
has_state (AtspiAccessible *object, AtspiStateType state)
{
  AtspiStateSet *states = atspi_accessible_get_state_set (object);
  gboolean       has = states != NULL && atspi_state_set_contains (states, state);

  g_clear_object (&states);
  return has;
}

/* FALSE: it has no place. */
static gboolean
read_place (AtspiAccessible *object, AtspiRect *place)
{
  AtspiComponent *component = atspi_accessible_get_component_iface (object);
  AtspiRect      *found =
      component != NULL
               ? atspi_component_get_extents (component, ATSPI_COORD_TYPE_WINDOW, NULL)
               : NULL;

  *place = found != NULL ? *found : (AtspiRect){ 0 };
  g_clear_object (&component);
  g_free (found);
  return place->width > 0 && place->height > 0;
}

/* Boxes that scroll or divide can take the focus, and have nothing to say. */
static gboolean
is_control (AtspiAccessible *object)
{
  static const AtspiRole boxes[] = { ATSPI_ROLE_FILLER, ATSPI_ROLE_SCROLL_PANE,
                                     ATSPI_ROLE_PANEL };
  AtspiRole              role = atspi_accessible_get_role (object, NULL);
  g_autofree char       *name = atspi_accessible_get_name (object, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (boxes); i++)
    if (role == boxes[i] && (name == NULL || !g_str_has_prefix (name, "Ui")))
      return FALSE;
  return TRUE;
}

/* GTK calls what has no name by its type. */
static gboolean
is_nameless (const char *name)
{
  return name == NULL || *name == '\0' ||
         ((g_str_has_prefix (name, "Gtk") || g_str_has_prefix (name, "Ui")) &&
          g_ascii_isalpha (name[3]) && strchr (name, ' ') == NULL);
}

static void
meet (Walk *walk, AtspiAccessible *object)
{
  g_autofree char *name = atspi_accessible_get_name (object, NULL);
  g_autofree char *role = atspi_accessible_get_role_name (object, NULL);
  AtspiRect        place;
  gboolean         has_place;

  if (walk->sought != NULL && (name == NULL || !g_str_has_prefix (name, walk->sought)))
    return;
  has_place = read_place (object, &place);
  if (walk->sought != NULL)
    {
      walk->is_found = has_place;
      if (has_place)
        g_print ("%d %d\n", place.x + place.width / 2, place.y + place.height / 2);
      return;
    }
  walk->n++;
  walk->nameless += is_nameless (name);
  g_print ("%s%s\t%s\t%d,%d %dx%d\n", is_nameless (name) ? "? " : "", role,
           name != NULL ? name : "", place.x, place.y, place.width, place.height);
}

static void
go_through (Walk *walk, AtspiAccessible *object, guint depth)
{
  int n = atspi_accessible_get_child_count (object, NULL);

  /* GTK 4.8 does not say which page of a stack shows: all are gone through. */
  if (depth > 1 && !has_state (object, ATSPI_STATE_VISIBLE))
    return;
  if (has_state (object, ATSPI_STATE_FOCUSABLE) && is_control (object))
    meet (walk, object);
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
  Walk             walk = { .sought = argc > 2 ? argv[2] : NULL };
  AtspiAccessible *program;

  setlocale (LC_ALL, "");
  if (argc < 2 || atspi_init () > 1)
    return 2;
  program = program_called (argv[1]);
  if (program == NULL)
    return 2;
  go_through (&walk, program, 0);
  g_object_unref (program);
  return walk.sought != NULL ? !walk.is_found : walk.n == 0 || walk.nameless > 0;
}
