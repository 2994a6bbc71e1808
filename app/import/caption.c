/* app/import/caption.c — the lines over a project table.
 *
 * They are read from the table upwards: a line with the unit's code and name, one with
 * the currency, the form's own title, and the heading, which may be broken over lines.
 */

#include "app/import/caption.h"

#include "app/fold.h"
#include "app/import/head.h"
#include "app/read/pattern.h"

#include <string.h>

gboolean
caption_is_currency (const char *line)
{
  g_autofree char *folded = strstr (line, "元") != NULL ? fold (line) : NULL;

  return pattern_match ("^\\(?(?:金额)?(?:计量)?单位:?(?:人民币)?万?元\\)?$", folded);
}

gboolean
caption_is_page (const char *line)
{
  g_autofree char *folded = fold (line);

  return block_is_page_mark (line) || pattern_match ("^[-·]*\\d{1,3}[-·]*$", folded);
}

/* 323003遵化市社保服务中心; not 2024年…, which begins a heading. */
#define UNIT_WITH_CODE            \
  "^([0-9]{3,12})\\s*[-—]?\\s*" \
  "((?!年|月|日|个|元|万|人次)[\\x{4e00}-\\x{9fff}][^，。；]{1,40})$"
/* 预算单位：… */
#define UNIT_WITH_LABEL                                                                                  \
  "^(?:预算|项目|实施|填报|申报|编报|编制)?单位(?:名称)?\\s*(?:[（(][^）)]*[）)])?" \
  "\\s*"                                                                                                 \
  "[:：]\\s*[\\[【（(]?([0-9]{3,12})?[\\]】）)]?\\s*[-—_－]?\\s*(.{2,60})$"
/* 部门：… */
#define DEPARTMENT_WITH_LABEL                                                                                     \
  "^(?:填报|编报|预算|主管|编制|申报)?部门(?:名称|[编代]码及名称|名称及[编代]码|及[" \
  "编代]码)?"                                                                                                  \
  "\\s*(?:[（(][^）)]*[）)])?\\s*"                                                                             \
  "[:：]\\s*[\\[【（(]?([0-9]{3,12})?[\\]】）)]?\\s*[-—_－]?\\s*(.{2,60})$"

static const char *
unit_pattern (const char *line)
{
  if (pattern_match (UNIT_WITH_CODE, line) && strstr (line, "绩效") == NULL)
    return UNIT_WITH_CODE;
  if (pattern_match (UNIT_WITH_LABEL, line))
    return UNIT_WITH_LABEL;
  return pattern_match (DEPARTMENT_WITH_LABEL, line) ? DEPARTMENT_WITH_LABEL : NULL;
}

static void
take_unit (Recognition *r, const Origin *origin, const char *line)
{
  const char      *pattern = unit_pattern (line);
  g_autofree char *code = pattern_take (pattern, line, 1);

  if (r->project == NULL || g_str_equal (pattern, DEPARTMENT_WITH_LABEL))
    {
      TAKE (r, document_table, r->document, department, origin,
            pattern_take (pattern, line, 2));
      return;
    }
  if (*code != '\0')
    TAKE (r, project_table, r->project, unit_code, origin, g_steal_pointer (&code));
  TAKE (r, project_table, r->project, unit_name, origin,
        pattern_take (pattern, line, 2));
}

static void
take_currency (Recognition *r, const Origin *origin, char *line)
{
  r->currency = strstr (line, "万元") != NULL ? "万元" : "元";
  if (r->project != NULL)
    TAKE (r, project_table, r->project, currency_line, origin, line);
  else
    {
      recognition_use (r, origin);
      g_free (line);
    }
}

/* A line with the currency at its right: what stands in front of it. */
#define BEFORE_CURRENCY                                                              \
  "^\\s*(\\S.*?)\\s*"                                                                \
  "([（(]?(?:金额)?(?:计量)?单位\\s*[:：]?\\s*(?:人民币)?万?元[）)]?)" \
  "\\s*$"
/* Where one of several things in a line ends: at a gap, before a code, before what ends
 * in a colon.  */
#define GAP                      \
  "[\\s\\x{a0}]{2,}|\\x{3000}+|" \
  "\\s+(?=[0-9]{3,12}[\\x{4e00}-\\x{9fff}]|[^\\s:：]{2,8}[:：])"

/* 申报日期：…, 预算年度：2025年. */
static gboolean
is_entry (const char *line)
{
  return pattern_match ("^[^\\s:：，。]{2,10}[:：]", line);
}

/* Of two units with codes the first is that of the department. */
static gboolean
is_unit_above (char **part)
{
  return pattern_match (UNIT_WITH_CODE, part[0]) && part[1] != NULL &&
         pattern_match (UNIT_WITH_CODE, part[1]);
}

static void
take_part (Recognition *r, const Origin *origin, char **part)
{
  const char *value;
  Label       label = label_split (*part, &value);

  recognition_use (r, origin);
  if (unit_pattern (*part) != NULL && !is_unit_above (part))
    take_unit (r, origin, *part);
  else if (unit_pattern (*part) != NULL && r->document->department == NULL)
    TAKE (r, document_table, r->document, department, origin,
          pattern_take (UNIT_WITH_CODE, *part, 2));
  else if (label_is_head (label) && r->project != NULL)
    head_read_line (r, origin, label, *part, value);
}

GStrv
caption_parts (const char *line)
{
  g_autofree char *parted = pattern_replace (GAP, line, "\n");
  g_auto (GStrv) parts = NULL;

  g_strstrip (parted);
  parts = g_strsplit (parted, "\n", -1);
  for (char **part = parts; *part != NULL; part++)
    {
      char *words = heading_words (*part);

      g_free (*part);
      *part = words != NULL ? words : g_strdup ("");
      if (unit_pattern (*part) == NULL && !is_entry (*part))
        return NULL;
    }
  return g_steal_pointer (&parts);
}

/* Takes a line of several things side by side: unit, year, date, currency. */
static gboolean
take_parts (Recognition *r, const Origin *origin)
{
  const char      *text = origin_text (origin);
  g_autofree char *currency = pattern_take (BEFORE_CURRENCY, text, 2);
  g_autofree char *front =
      currency != NULL ? pattern_take (BEFORE_CURRENCY, text, 1) : g_strdup (text);
  g_auto (GStrv) parts = caption_parts (front);

  if (parts == NULL || g_strv_length (parts) + (currency != NULL) < 2)
    return FALSE;
  for (char **part = parts; *part != NULL; part++)
    take_part (r, origin, part);
  if (currency != NULL)
    take_currency (r, origin, g_steal_pointer (&currency));
  return TRUE;
}

/* 附件2, 表14, 预算公开表22: which of many tables it is, not what of. */
static gboolean
is_number_of_form (const char *line)
{
  g_autofree char *folded = fold (line);

  return pattern_match (
             "^(?:附[件表]?|[\\x{4e00}-\\x{9fff}]{0,6}表)"
             "(?:[0-9]{1,2}(?:-[0-9]{1,2})*|[一二三四五六七八九十]{1,3})?[:、.]?$",
             folded) &&
         strstr (folded, "绩效") == NULL;
}

/* Takes a line that needs no look at the others.  FALSE: it is none such. */
static gboolean
take_line (Recognition *r, const Origin *origin)
{
  g_autofree char *line = heading_words (origin_text (origin));

  if (line == NULL || caption_is_page (line) || is_number_of_form (line))
    recognition_use (r, origin);
  else if (caption_is_currency (line))
    take_currency (r, origin, g_steal_pointer (&line));
  else if (take_parts (r, origin))
    return TRUE;
  else if (unit_pattern (line) != NULL)
    take_unit (r, origin, line);
  else
    return FALSE;
  return TRUE;
}

/* The index behind the last waiting line before end that is no caption by itself. */
static guint
take_lines (Recognition *r, guint end)
{
  while (end > 0 && take_line (r, &g_array_index (r->waiting, Origin, end - 1)))
    end--;
  return end;
}

static char *
line_at (Recognition *r, guint i)
{
  const char      *text = origin_text (&g_array_index (r->waiting, Origin, i));
  g_autofree char *front = pattern_take (BEFORE_CURRENCY, text, 1);

  return heading_words (front != NULL ? front : text);
}

static gboolean
is_cell (const Recognition *r, guint i)
{
  return g_array_index (r->waiting, Origin, i).cell != NULL;
}

/* A heading of its own, also where it lacks 绩效表: short, and no sentence. */
static gboolean
may_be_heading (const Recognition *r, guint i, const char *line)
{
  gsize length;

  if (heading_is_whole (line))
    return TRUE;
  if (is_cell (r, i) && heading_numeral (line, &length) == NUMERAL_NONE)
    return FALSE;
  return r->section == SECTION_PROJECTS && g_utf8_strlen (line, -1) <= 80 &&
         !heading_is_sentence (line);
}

/* What a web page says around a text: 首页 > 信息公开, 发布时间：…, 【打印】, …的公告.
 */
static gboolean
is_of_page (const char *line)
{
  return pattern_match ("[：:>＞»|｜【】©]|(?:公告|通知|公示|首页|正文)\\s*$", line);
}

/* A line before line i of a heading that is the beginning of it. */
static gboolean
begins_heading (Recognition *r, guint i)
{
  g_autofree char *line = i > 0 ? line_at (r, i - 1) : NULL;
  g_autofree char *rest = line_at (r, i);

  return line != NULL && !(heading_is_whole (rest) && heading_is_office (line)) &&
         is_cell (r, i - 1) == is_cell (r, i) && !heading_is_whole (line) &&
         !heading_is_end (line) && !heading_is_sentence (line) &&
         unit_pattern (line) == NULL && !caption_is_page (line) &&
         !is_number_of_form (line) && !is_of_page (line) &&
         g_utf8_strlen (line, -1) <= 60;
}

static gboolean
is_numbered (Recognition *r, guint i)
{
  g_autofree char *line = line_at (r, i);
  gsize            length;

  return heading_numeral (line, &length) != NUMERAL_NONE;
}

/* Joins the lines first to last into the heading. */
static void
take_heading (Recognition *r, guint first, guint last)
{
  g_autoptr (GString) heading = g_string_new (NULL);

  for (guint i = first; i <= last; i++)
    {
      g_autofree char *line = line_at (r, i);

      g_string_append (heading, line ? line : "");
    }
  for (guint i = first; i <= last; i++)
    {
      const Origin *origin = &g_array_index (r->waiting, Origin, i);
      char         *currency = pattern_take (BEFORE_CURRENCY, origin_text (origin), 2);

      TAKE (r, project_table, r->project, heading, origin, g_strdup (heading->str));
      if (currency != NULL)
        take_currency (r, origin, currency);
    }
}

void
caption_take_common (Recognition *r)
{
  g_array_set_size (r->waiting, take_lines (r, r->waiting->len));
}

#define MOST_LINES 4 /* of one heading */

void
caption_take (Recognition *r)
{
  guint            end = take_lines (r, r->waiting->len);
  guint            last = end, first;
  g_autofree char *line = end > 0 ? line_at (r, end - 1) : NULL;

  if (heading_is_end (line) && !begins_heading (r, end - 1))
    {
      /* the form's title below the heading, or a line that says nothing */
      if (pattern_match ("^(?:预算)?项目", line))
        recognition_use (r, &g_array_index (r->waiting, Origin, end - 1));
      end = last = take_lines (r, end - 1);
      g_free (line);
      line = end > 0 ? line_at (r, end - 1) : NULL;
    }
  if (line != NULL && (heading_is_end (line) || may_be_heading (r, last - 1, line)))
    {
      first = --last;
      while (last - first < MOST_LINES - 1 && !is_numbered (r, first) &&
             begins_heading (r, first))
        first--;
      take_heading (r, first, last);
      end = take_lines (r, first);
    }
  g_array_set_size (r->waiting, end);
}
