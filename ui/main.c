/* ui/main.c — the program jixiao-desktop. */

#include "ui/application.h"

#include <locale.h>

int
main (int argc, char **argv)
{
  g_autoptr (UiApplication) application = NULL;

  setlocale (LC_ALL, "");
  g_set_application_name ("绩效");
  application = ui_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
