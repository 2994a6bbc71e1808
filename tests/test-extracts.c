/* tests/test-extracts.c — the real documents: harmless changes to a file change no
 * record, and a file that is cut off anywhere comes in as far as it goes. */

#include "app/fold.h"
#include "app/import/recognise.h"
#include "app/read/block.h"
#include "app/read/reader.h"
#include "tests/suite.h"

#include <string.h>

static const char *const samples[] = {
  "chengde-2024.txt",
  "nanpu-2020-first7.txt",
  "tangshan-renshe-2024.txt",
  "zunhua-2022-first12.txt",
  "tangshan-shehui-2024-first12.txt",
};

static Proposal *
propose (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GPtrArray) blocks = reader_read (bytes, "文本.txt", NULL);

  return blocks != NULL ? recognise (blocks, "文本.txt", NULL) : NULL;
}

/* All texts and numbers of a record and of what is below it, folded. */
static void
append_record (GString *to, const DbTable *table, gpointer record)
{
  for (gsize i = 0; i < table->n_fields; i++)
    {
      const DbField   *field = &table->fields[i];
      g_autofree char *folded = NULL;

      if (field->type == DB_TEXT)
        folded = fold (G_STRUCT_MEMBER (const char *, record, field->offset));
      else
        folded = g_strdup_printf ("%" G_GINT64_FORMAT,
                                  G_STRUCT_MEMBER (gint64, record, field->offset));
      g_string_append_printf (to, "%s|", folded);
    }
  g_string_append_printf (to, " %s\n", table->name);
  for (int i = 0; table->children[i].table != NULL; i++)
    {
      GPtrArray *children =
          G_STRUCT_MEMBER (GPtrArray *, record, table->children[i].offset);

      for (guint n = 0; n < children->len; n++)
        append_record (to, table->children[i].table, children->pdata[n]);
    }
}

static char *
records_of (const char *text)
{
  g_autoptr (Proposal) proposal = propose (text);
  GString *to = g_string_new (NULL);

  ck_assert_ptr_nonnull (proposal);
  ck_assert_uint_eq (proposal->texts_in, proposal->texts_used);
  append_record (to, &document_table, proposal->document);
  return g_string_free (to, FALSE);
}

static char *
replace (const char *text, const char *pattern, const char *by)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_MULTILINE, 0, NULL);

  return g_regex_replace (regex, text, -1, 0, by, 0, NULL);
}

static const struct {
  const char *pattern, *by;
} changes[] = {
  { "\\n", "\r\n" },
  { "\\n(?=\\n)", "\n\n" },                 /* blank lines twice */
  { "\\n[ 　]*\\n(?:[ 　]*\\n)+", "\n\n" }, /* one blank line for many */
  { "\\n[ 　]*(?=\\n)", "" },               /* none at all */
  { "\\s*\\Z", "\n\n\n\n\n" },
  { "（", "(" },
  { "）", ")" },
  { "：", ":" },
  { "%", "％" },
  { "=", "＝" },
  { ">", "＞" },
  { "\\t项目名称$", "\t项 目　名 称" },
  { "\\t项目名称$", "\t项目\n名称" },
  { "\\t绩效目标(?=[\\t\\n])", "\t绩 效 目 标" },
  { "\\t二级指标(?=[\\t\\n])", "\t二级 指标" },
  { "预算数\\n", "预算数：\n" },
};

START_TEST (a_harmless_change_changes_no_record)
{
  const char      *name = samples[_i % (int) G_N_ELEMENTS (samples)];
  const int        change = _i / (int) G_N_ELEMENTS (samples);
  g_autofree char *path = real_sample_path (name);
  g_autofree char *text = NULL, *changed = NULL, *before = NULL, *after = NULL;

  if (path == NULL)
    return;
  ck_assert (g_file_get_contents (path, &text, NULL, NULL));
  changed = replace (text, changes[change].pattern, changes[change].by);
  before = records_of (text);
  after = records_of (changed);
  ck_assert_msg (g_str_equal (before, after), "%s: %s → %s", name,
                 changes[change].pattern, changes[change].by);
}
END_TEST

START_TEST (a_file_cut_off_anywhere_is_read_as_far_as_it_goes)
{
  g_autofree char *path = real_sample_path (samples[_i]);
  g_autofree char *text = NULL;
  gsize            size;
  guint            indicators = 0;

  if (path == NULL)
    return;
  ck_assert (g_file_get_contents (path, &text, &size, NULL));
  for (gsize cut = size / 40; cut < size; cut += size / 40)
    {
      g_autofree char *begun = g_utf8_make_valid (text, (gssize) cut);
      g_autoptr (Proposal) proposal = propose (begun);
      guint n = 0;

      if (proposal == NULL)
        continue;
      ck_assert_uint_eq (proposal->texts_in,
                         proposal->texts_used + proposal->texts_listed);
      for (guint i = 0; i < proposal->places->len; i++)
        n += g_str_equal (g_array_index (proposal->places, Place, i).table->name,
                          "indicator");
      ck_assert_uint_ge (n + 20, indicators);
      indicators = n;
    }
  ck_assert_uint_gt (indicators, 0);
}
END_TEST

int
main (void)
{
  Suite *suite = suite_create ("extracts");
  TCase *tcase = tcase_create ("extracts");

  tcase_add_loop_test (tcase, a_harmless_change_changes_no_record, 0,
                       G_N_ELEMENTS (samples) * G_N_ELEMENTS (changes));
  tcase_add_loop_test (tcase, a_file_cut_off_anywhere_is_read_as_far_as_it_goes, 0,
                       G_N_ELEMENTS (samples));
  suite_add_tcase (suite, tcase);
  return suite_run (suite);
}
