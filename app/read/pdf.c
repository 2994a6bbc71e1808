/* app/read/pdf.c — a PDF document is read by a process of its own, jixiao-pdf, which
 * tells what stands where; see pdf/extract.c. */

#include "app/read/pdf.h"

#include "app/read/block.h"
#include "app/read/pdf/record.h"
#include "app/read/process.h"
#include "app/read/reader.h"

#include <gio/gio.h>

static const ProcessLimits limits = { .seconds = 60, .megabytes = 1536, .output = 64 };

/* Beside the program; where programs are built, in the folder of this one's sources. */
static char *
find_helper (void)
{
  static const char *const places[] = { "jixiao-pdf", "../app/jixiao-pdf",
                                        JIXIAO_LIBEXEC "/jixiao-pdf" };
  g_autofree char         *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;

  for (gsize i = 0; folder != NULL && i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_canonicalize_filename (places[i], folder);

      if (g_file_test (path, G_FILE_TEST_IS_EXECUTABLE))
        return g_steal_pointer (&path);
    }
  return NULL;
}

/* What to tell the user of a helper that did not come to its end. */
static const char *
complaint (const GError *cause, int status)
{
  if (g_error_matches (cause, PROCESS_ERROR_DOMAIN, PROCESS_MISSING))
    return "读 PDF 的程序 jixiao-pdf 无法启动，请重新安装 Jixiao";
  if (g_error_matches (cause, PROCESS_ERROR_DOMAIN, PROCESS_SLOW))
    return "一分钟还没有读完，没有再读下去；请用办公软件另存为 .docx 再导入";
  if (status == PDF_EXIT_LOCKED)
    return "有密码保护，请用 PDF 软件打开，取消密码后另存再导入";
  if (status == PDF_EXIT_TOO_MUCH || cause != NULL)
    return "页数或内容多得不像一份绩效文本，没有读下去；请把其中的绩效文本另存出来"
           "再"
           "导入";
  return "PDF 文件已损坏，请重新下载，或用 PDF 软件打开后另存再导入";
}

static GBytes *
run_helper (GBytes *bytes, const char *name, GError **error)
{
  g_autofree char *path = find_helper ();
  const char      *argv[] = { path != NULL ? path : "/nonexistent/jixiao-pdf", NULL };
  g_autoptr (GError) cause = NULL;
  g_autoptr (GBytes) records = NULL;
  int status = 0;

  records = process_run (argv, NULL, bytes, &limits, &status, &cause);
  if (records != NULL && status == 0)
    return g_steal_pointer (&records);
  g_set_error (error, READER_ERROR_DOMAIN, READER_BROKEN, "%s：%s", name,
               complaint (cause, status));
  return NULL;
}

static gboolean
has_words (const Block *block)
{
  for (guint i = 0; block->kind == BLOCK_TABLE && i < block->cells->len; i++)
    if (!block_is_blank (((const BlockCell *) block->cells->pdata[i])->text))
      return TRUE;
  return block->kind == BLOCK_PARAGRAPH;
}

/* What to tell the user where no page has anything to read, or most have only codes;
 * NULL otherwise. */
static const char *
complaint_of_pages (const GPtrArray *blocks, const GPtrArray *pages)
{
  guint counts[] = { [PDF_SCANNED] = 0, [PDF_DRAWN] = 0, [PDF_UNKNOWN] = 0 };
  guint texts = 0;

  for (guint i = 0; i < blocks->len; i++)
    texts += has_words (blocks->pdata[i]);
  for (guint i = 0; i < pages->len; i++)
    counts[pdf_page_trouble (pages->pdata[i])]++;
  if (texts > 0 && counts[PDF_UNKNOWN] <= counts[PDF_READABLE])
    return NULL;
  if (counts[PDF_UNKNOWN] > 0)
    return "文字没有编码，读不出是什么字；请向制作的人要 Word 或 Excel 原件，"
           "或用文字识别软件转成文字后再导入";
  if (counts[PDF_DRAWN] > 0)
    return "文字画成了图形，没有文字可读；请向制作的人要 Word 或 Excel 原件，"
           "或用文字识别软件转成文字后再导入";
  return blocks->len > 0
             ? "各页都是扫描图像，没有文字可读；请用文字识别软件转成文字后再导入"
             : NULL;
}

GPtrArray *
pdf_read (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GBytes) records = run_helper (bytes, name, error);
  g_autoptr (GPtrArray) pages = records != NULL ? pdf_pages_decode (records) : NULL;
  g_autoptr (GPtrArray) blocks = NULL;
  const char *words;

  if (records == NULL)
    return NULL;
  if (pages == NULL)
    {
      g_set_error (error, READER_ERROR_DOMAIN, READER_BROKEN, "%s：%s", name,
                   complaint (NULL, 0));
      return NULL;
    }
  blocks = pdf_blocks (pages, name, error);
  words = blocks != NULL ? complaint_of_pages (blocks, pages) : NULL;
  if (words == NULL)
    return g_steal_pointer (&blocks);
  g_set_error (error, READER_ERROR_DOMAIN, READER_EMPTY, "%s：%s", name, words);
  return NULL;
}
