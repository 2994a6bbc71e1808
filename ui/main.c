/* ui/main.c — the program jixiao-desktop. */

#include "ui/application.h"
#include "ui/language.h"

#include <glib/gi18n.h>

int
main (int argc, char **argv)
{
  g_autoptr (UiApplication) application = NULL;

  ui_language_set ();
  g_set_application_name (_ ("Jixiao"));
  application = ui_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
