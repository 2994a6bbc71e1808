/* app/command/search.c — jixiao search: where words stand, in everything that a file
 * says. */

#include "app/search/search.h"
#include "app/command/command.h"
#include "db/listing.h"
#include "db/title.h"

#include <unistd.h>

static const GOptionEntry options[] = { { NULL } };

/* The words that match are bold on a terminal. */
static void
print_text (const SearchHit *hit)
{
  gboolean bold = isatty (STDOUT_FILENO);

  g_print ("%.*s%s%.*s%s%s\n", (int) hit->start, hit->text, bold ? "\033[1m" : "",
           (int) (hit->end - hit->start), hit->text + hit->start, bold ? "\033[0m" : "",
           hit->text + hit->end);
}

static void
print_document (GPtrArray *documents, gint64 id)
{
  for (guint i = 0; i < documents->len; i++)
    {
      const ListedDocument *document = documents->pdata[i];

      if (document->id != id)
        continue;
      g_print ("%s", document->department);
      if (document->fiscal_year != DB_NULL)
        g_print ("  %d 年", (int) document->fiscal_year);
    }
}

/* Each project once, what it says below it. */
static void
print_hits (GPtrArray *hits, GPtrArray *documents)
{
  const SearchHit *above = NULL;

  for (guint i = 0; i < hits->len; i++)
    {
      const SearchHit *hit = hits->pdata[i];
      gboolean         same = above != NULL && above->line.kind == hit->line.kind &&
                      above->line.id == hit->line.id &&
                      above->document == hit->document;

      if (!same)
        {
          if (hit->line.kind != TREE_DOCUMENT)
            print_document (documents, hit->document);
          if (hit->title != NULL)
            g_print ("  %s\n", hit->title);
          else if (hit->line.kind != TREE_DOCUMENT)
            g_print ("  ");
        }
      if (hit->table != NULL)
        g_print ("    %s：", title_of_column (hit->table, hit->column));
      print_text (hit);
      above = hit;
    }
  if (hits->len == 0)
    g_print ("没有找到\n");
  else if (hits->len == SEARCH_LIMIT)
    g_print ("… 只列前 %d 处；多写几个字可以缩小范围\n", SEARCH_LIMIT);
}

static CommandStatus
run (const Command *self, int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (Db) db = NULL;
  g_autoptr (SearchIndex) index = NULL;
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GPtrArray) documents = NULL;
  g_autofree char *query = NULL;
  CommandStatus    status;

  if (!command_parse (self, options, &argc, &argv, 2, -1, &status))
    return status;
  query = g_strjoinv (" ", argv + 2);
  db = command_open (argv[1], &error);
  if (db != NULL)
    {
      index = search_index_new (db);
      hits = search_find (db, index, query, NULL, &error);
    }
  if (hits != NULL)
    documents = listing_documents (db, NULL, 0, &error);
  if (documents == NULL)
    return command_failed (error);
  print_hits (hits, documents);
  return COMMAND_FINE;
}

const Command command_search = {
  .name = "search",
  .summary = "查找：编码、名称、指标、依据里的词",
  .synopsis = "FILE.jixiao 词 …",
  .description =
      "在编码、名称、用途、绩效目标、指标及其依据里查找。几个词须同在一个项目里；\n"
      "两个字的词也能找到；只写字母时，也按名称的拼音首字母找。\n\n"
      "例：jixiao search 绩效.jixiao 满意度\n"
      "    jixiao search 绩效.jixiao 养老 发放率\n"
      "    jixiao search 绩效.jixiao cxyl",
  .run = run,
};
