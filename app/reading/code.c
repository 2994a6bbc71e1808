/* app/reading/code.c — the kinds of project codes (项目编码), and the check character
 * of one.
 */

#include "app/reading/code.h"
#include "app/fold.h"

#include <string.h>

#define LENGTH 21

/* No I, O, S, V, Z: they are read as 1, 0, 5, U, 2. */
static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
#define RADIX ((int) sizeof alphabet - 1)

static gsize
digits (const char *text)
{
  return strspn (text, "0123456789");
}

CodeKind
code_read (const char *text, char **folded)
{
  *folded = fold (text);
  if (strspn (*folded, "-_/") == strlen (*folded))
    {
      g_clear_pointer (folded, g_free);
      return CODE_MISSING;
    }
  if (strlen (*folded) != LENGTH || digits (*folded) < 8 ||
      strspn (*folded + 8, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") != LENGTH - 8)
    return CODE_LEGACY;
  return (*folded)[8] == 'P' && digits (*folded + 9) >= 11 ? CODE_P : CODE_RANDOM;
}

const char *
code_kind_name (CodeKind kind)
{
  static const char *const names[] = { NULL, "p", "random", "legacy" };

  return names[kind];
}

/* Found by computation from the codes of published documents, all of which it fits; no
 * official text confirms it.  */
char
code_check_character (const char *folded)
{
  int sum = 0;
  int weight = 1;

  for (int i = 0; i < LENGTH - 1; i++)
    {
      sum = (sum + (int) (strchr (alphabet, folded[i]) - alphabet) * weight) % RADIX;
      weight = weight * 3 % RADIX;
    }
  return alphabet[(2 * RADIX - 1 - sum) % RADIX];
}
