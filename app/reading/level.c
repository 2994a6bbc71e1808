/* app/reading/level.c — the standard names of 一级指标 and 二级指标. */

#include "app/reading/level.h"
#include "app/fold.h"

#include <string.h>

typedef struct {
  const char *name; /* 指标 behind it may be left out */
  const char *kind;
  gboolean    is_alias;
} Level;

static const Level firsts[] = {
  { "成本", "cost", FALSE },    { "产出", "output", FALSE },
  { "效益", "benefit", FALSE }, { "满意度", "satisfaction", FALSE },
  { "效果", "benefit", TRUE }, /* Hebei until about 2019 */
};

static const Level seconds[] = {
  { "数量", "quantity", FALSE },
  { "质量", "quality", FALSE },
  { "时效", "time", FALSE },
  { "成本", "cost", FALSE },
  { "经济效益", "economic", FALSE },
  { "社会效益", "social", FALSE },
  { "生态效益", "ecological", FALSE },
  { "可持续影响", "sustainable", FALSE },
  { "服务对象满意度", "satisfaction", FALSE },
  { "经济成本", "economic_cost", FALSE }, /* since 2021 */
  { "社会成本", "social_cost", FALSE },
  { "生态环境成本", "ecological_cost", FALSE },
};

static const Level *
find (const Level *levels, gsize n, const char *text)
{
  g_autofree char *name = fold (text);

  if (g_str_has_suffix (name, "指标"))
    name[strlen (name) - strlen ("指标")] = '\0';
  for (gsize i = 0; i < n; i++)
    if (strcmp (levels[i].name, name) == 0)
      return &levels[i];
  return NULL;
}

const char *
level1_read (const char *text, gboolean *is_alias)
{
  const Level *level = find (firsts, G_N_ELEMENTS (firsts), text);

  *is_alias = level != NULL && level->is_alias;
  return level ? level->kind : NULL;
}

const char *
level2_read (const char *text)
{
  const Level *level = find (seconds, G_N_ELEMENTS (seconds), text);

  return level ? level->kind : NULL;
}

gboolean
levels_clash (const char *level1, const char *level2)
{
  static const struct {
    const char *level2, *level1, * or ;
  } places[] = {
    { "quantity", "output", NULL },      { "quality", "output", NULL },
    { "time", "output", NULL },          { "cost", "output", "cost" },
    { "economic", "benefit", NULL },     { "social", "benefit", NULL },
    { "ecological", "benefit", NULL },   { "sustainable", "benefit", NULL },
    { "economic_cost", "cost", NULL },   { "social_cost", "cost", NULL },
    { "ecological_cost", "cost", NULL }, { "satisfaction", "satisfaction", NULL },
  };

  for (gsize i = 0; level1 != NULL && level2 != NULL && i < G_N_ELEMENTS (places); i++)
    if (strcmp (places[i].level2, level2) == 0)
      return strcmp (places[i].level1, level1) != 0 &&
             g_strcmp0 (places[i].or, level1) != 0;
  return FALSE;
}

static const char *const *
names (const Level *levels, gsize n)
{
  GPtrArray *all = g_ptr_array_new ();

  for (gsize i = 0; i < n; i++)
    if (!levels[i].is_alias)
      g_ptr_array_add (all, g_strconcat (levels[i].name, "指标", NULL));
  g_ptr_array_add (all, NULL);
  return (const char *const *) g_ptr_array_free (all, FALSE);
}

const char *const *
level1_names (void)
{
  static const char *const *all;

  if (g_once_init_enter (&all))
    g_once_init_leave (&all, names (firsts, G_N_ELEMENTS (firsts)));
  return all;
}

const char *const *
level2_names (void)
{
  static const char *const *all;

  if (g_once_init_enter (&all))
    g_once_init_leave (&all, names (seconds, G_N_ELEMENTS (seconds)));
  return all;
}
