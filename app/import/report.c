/* app/import/report.c — what was read of a document, said to the user. */

#include "app/import/report.h"
#include "app/import/provenance.h"
#include "db/project.h"

static guint
indicator_count (const Document *document)
{
  guint n = 0;

  for (guint i = 0; i < document->projects->len; i++)
    n += ((Project *) document->projects->pdata[i])->indicators->len;
  return n;
}

static guint
project_count (const Document *document, const char *kind)
{
  guint n = 0;

  for (guint i = 0; i < document->projects->len; i++)
    n += g_str_equal (((Project *) document->projects->pdata[i])->kind, kind);
  return n;
}

static void
add_parts (GString *text, const Document *document)
{
  const struct {
    const char *title;
    guint       n;
  } parts[] = {
    { "目录", document->catalogue->len },
    { "总体目标", document->overall_goals->len },
    { "分项目标", document->sub_goals->len },
    { "整体指标表", project_count (document, "overall") },
    { "保障措施", document->safeguards->len },
    { "专项资金表", project_count (document, "special_fund") },
    { "项目", project_count (document, "project") },
    { "指标", indicator_count (document) },
    { "政府采购", document->procurements->len },
    { "国有资产", document->asset_reports->len },
    { "名词解释", document->glossary->len },
    { "预算批复", document->approvals->len },
  };
  const char *separator = "  ";

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].n > 0)
      {
        g_string_append_printf (text, "%s%s %u", separator, parts[i].title, parts[i].n);
        separator = "，";
      }
  g_string_append (text, "\n");
}

static void
add_projects (GString *text, const Document *document)
{
  for (guint i = 0; i < document->projects->len; i++)
    {
      Project *project = document->projects->pdata[i];

      if (g_str_equal (project->kind, "project"))
        g_string_append_printf (text, "  %3u  %s  %s  指标 %u\n", i + 1,
                                project->name ? project->name : "（无名称）",
                                project->amount_text ? project->amount_text
                                                     : "（无金额）",
                                project->indicators->len);
    }
}

static void
add_note (GString *text, const Proposal *proposal, const Note *note)
{
  Place            place = note_place (note);
  SourcePlace      source = proposal_source_place (proposal, &place);
  g_autofree char *where = NULL;

  if (note->line > 0 || note->kind == NOTE_UNREAD)
    where = provenance_place_text (&source);
  g_string_append_printf (text, "    %s%s%s\n", where ? where : "", where ? "  " : "",
                          note->text);
}

static void
add_notes (GString *text, const Proposal *proposal, NoteKind kind, const char *title)
{
  gboolean titled = FALSE;

  for (guint i = 0; i < proposal->notes->len; i++)
    {
      Note *note = proposal->notes->pdata[i];

      if (note->kind != kind)
        continue;
      if (!titled)
        g_string_append_printf (text, "  %s：\n", title);
      titled = TRUE;
      add_note (text, proposal, note);
    }
}

char *
report_text (const char *name, const Proposal *proposal, gboolean projects)
{
  const Document  *document = proposal->document;
  GString         *text = g_string_new (NULL);
  g_autofree char *year = document->fiscal_year == DB_NULL
                              ? g_strdup ("年度不明")
                              : g_strdup_printf ("%d 年", (int) document->fiscal_year);

  g_string_append_printf (text, "%s：%s，%s\n", name, document->department, year);
  add_parts (text, document);
  if (projects)
    add_projects (text, document);
  add_notes (text, proposal, NOTE_REPAIRED, "已复位");
  add_notes (text, proposal, NOTE_UNREAD, "没有看懂");
  if (proposal->texts_in > 0)
    g_string_append_printf (text, "  读入 %u 处文字 = 采用 %u + 列出 %u\n",
                            proposal->texts_in, proposal->texts_used,
                            proposal->texts_listed);
  return g_string_free (text, FALSE);
}
