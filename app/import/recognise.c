/* app/import/recognise.c — from blocks to records: which block goes to whom.
 *
 * Lines wait until it is clear what they are: the next table may claim the last of
 * them as its heading; what it leaves is prose of the section that is open.
 */

#include "app/import/recognise.h"

#include "app/import/annex.h"
#include "app/import/approval.h"
#include "app/import/divide.h"
#include "app/import/identity.h"
#include "app/import/mend.h"
#include "app/import/prose.h"
#include "app/import/recognition.h"
#include "app/import/sheet.h"
#include "app/import/summary.h"
#include "app/read/reader.h"
#include "db/funding.h"
#include "db/section.h"

static Section *
add_section (Recognition *r, const Origin *origin, const char *words)
{
  Section *section = db_record_add (r->document->sections, &section_table);

  TAKE (r, section_table, section, text, origin, g_strdup (words));
  return section;
}

/* 第一部分 lines before a heading are of its kind. */
static void
name_parts (Recognition *r, SectionKind kind)
{
  for (guint i = 0; i < r->parts->len; i++)
    {
      Section *part = r->parts->pdata[i];

      part->kind = g_strdup (section_kind_name (kind));
    }
  g_ptr_array_set_size (r->parts, 0);
}

static void
begin_section (Recognition *r, SectionKind kind, const Origin *origin,
               const char *words)
{
  prose_flush (r);
  name_parts (r, kind);
  r->section = kind;
  r->project = NULL;
  r->zone = ZONE_NONE;
  add_section (r, origin, words)->kind = g_strdup (section_kind_name (kind));
  if (kind == SECTION_APPROVAL)
    approval_begin (r, origin, words);
}

/* A line such as 部门政府采购预算 within its section is the title of the table. */
static gboolean
is_title_in_section (const Recognition *r, SectionKind kind, const char *words)
{
  gsize length;

  return kind == r->section && kind >= SECTION_PROCUREMENT &&
         heading_numeral (words, &length) == NUMERAL_NONE;
}

/* 二、项目绩效目标 between the head of a project and its indicators is of the form. */
static gboolean
is_title_in_form (const Recognition *r, SectionKind kind)
{
  return (kind == SECTION_PROJECTS || kind == SECTION_OVERALL_GOAL) &&
         r->project != NULL && r->zone == ZONE_HEAD && r->project != r->overall &&
         r->project->indicators->len == 0;
}

static void
read_paragraph (Recognition *r, guint block)
{
  Origin           origin = recognition_paragraph (r, block);
  g_autofree char *words = heading_words (origin_text (&origin));
  SectionKind      kind = heading_section (words);

  if (words == NULL)
    recognition_use (r, &origin);
  else if (prose_read_catalogue (r, &origin, words))
    return;
  else if (r->section == SECTION_APPROVAL) /* has headings of its own */
    prose_read (r, &origin);
  else if (heading_is_part (words))
    {
      prose_flush (r);
      g_ptr_array_add (r->parts, add_section (r, &origin, words));
    }
  else if (kind != SECTION_NONE && !is_title_in_section (r, kind, words) &&
           !is_title_in_form (r, kind))
    begin_section (r, kind, &origin, words);
  else
    g_array_append_val (r->waiting, origin);
}

static void
read_table (Recognition *r, guint block)
{
  g_autoptr (Grid) grid = NULL;

  mend_rows (r->blocks->pdata[block]);
  grid = grid_new (r->blocks->pdata[block]);
  if (summary_is (grid))
    g_array_append_val (r->summaries, block);
  else if (sheet_is (r, grid))
    sheet_read (r, block, grid);
  else
    annex_read_table (r, block, grid);
}

/* 本级资金 that is named alone is the fiscal money; inside 财政资金 it is a share. */
static void
conclude_fundings (Project *project)
{
  Funding *local = NULL;

  for (guint i = 0; i < project->fundings->len; i++)
    {
      Funding *funding = project->fundings->pdata[i];

      if (g_str_equal (funding->source, "fiscal"))
        return;
      if (g_str_equal (funding->source, "local") && local == NULL)
        local = funding;
    }
  if (local != NULL)
    db_record_take_text (&local->source, g_strdup ("fiscal"));
}

static gboolean
has_content (const Recognition *r)
{
  const Document *d = r->document;

  return r->overall != NULL || d->projects->len + d->overall_goals->len +
                                       d->sub_goals->len + d->safeguards->len >
                                   0;
}

static void
conclude (Recognition *r, const char *name)
{
  name_parts (r, r->section);
  identity_conclude (r, name);
  for (guint i = 0; i < r->document->projects->len; i++)
    conclude_fundings (r->document->projects->pdata[i]);
  if (r->overall != NULL)
    g_ptr_array_add (r->document->projects, g_steal_pointer (&r->overall));
  for (guint i = 0; i < r->summaries->len; i++)
    summary_account (r, g_array_index (r->summaries, guint, i));
  recognition_account (r);
}

Proposal *
recognise (GPtrArray *blocks, const char *name, GError **error)
{
  g_autoptr (Recognition) r = recognition_new (blocks);

  divide_tables (blocks);
  r->proposal->blocks = g_ptr_array_ref (blocks);
  for (guint i = 0; i < blocks->len; i++)
    if (((const Block *) blocks->pdata[i])->kind == BLOCK_PARAGRAPH)
      read_paragraph (r, i);
    else if (((const Block *) blocks->pdata[i])->kind == BLOCK_TABLE)
      read_table (r, i);
  prose_flush (r);
  if (!has_content (r))
    {
      g_set_error (error, READER_ERROR_DOMAIN, READER_UNKNOWN,
                   "%s：没有找到绩效目标表或绩效文本的内容，请确认选对了文件", name);
      return NULL;
    }
  conclude (r, name);
  return g_steal_pointer (&r->proposal);
}
