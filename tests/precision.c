/* tests/precision.c — how often the rules cry wolf.
 *
 *   precision [DOCUMENTS [SEED]]
 *
 * Made-up texts in all forms with rows that are unusual and right, half of them with
 * slips whose places are known; what the rules say is compared with that.  The same
 * seed gives the same texts.
 */

#include "tests/slips.h"

#include <locale.h>
#include <stdlib.h>

int
main (int argc, char **argv)
{
  guint   documents = argc > 1 ? (guint) atoi (argv[1]) : 60;
  guint32 seed = argc > 2 ? (guint32) atoi (argv[2]) : 1;
  g_autoptr (Precision) precision = slips_measure (seed, documents);

  setlocale (LC_ALL, "");
  for (guint i = 0; i < precision->lines->len; i++)
    g_print ("%s\n", (char *) precision->lines->pdata[i]);
  g_print ("%u documents, %u indicators, seed %u\n", precision->documents,
           precision->indicators, seed);
  g_print ("slips made %u, found %u\n", precision->slips, precision->found);
  g_print ("errors and warnings %u, false %u: %.2f for 100 indicators\n",
           precision->said, precision->false_ones, slips_false_rate (precision));
  return slips_false_rate (precision) > 1;
}
