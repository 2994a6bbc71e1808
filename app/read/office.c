/* app/read/office.c — what kind of document a package is, by its main part. */

#include "app/read/office.h"

#include "app/read/lock.h"
#include "app/read/part.h"
#include "app/read/reader.h"
#include "app/read/relations.h"

typedef enum { O_DOCUMENT, O_WORKBOOK, O_TEXT, O_SPREADSHEET, O_BODY } Name;

static const char *const names[] = {
  [O_DOCUMENT] = "document",       [O_WORKBOOK] = "workbook", [O_TEXT] = "text",
  [O_SPREADSHEET] = "spreadsheet", [O_BODY] = "body",         NULL,
};

static GPtrArray *(*const readers[]) (Package *, const char *, GError **) = {
  [O_DOCUMENT] = docx_read,
  [O_WORKBOOK] = xlsx_read,
  [O_TEXT] = odt_read,
  [O_SPREADSHEET] = ods_read,
};

/* The first element tells, in OpenDocument the first one in the body; there the whole
 * is also called a document.  */
static Name
find_kind (Part *part, gboolean in_one_piece)
{
  gboolean  in_body = FALSE;
  PartEvent event;

  while ((event = part_next (part)) != PART_DONE)
    {
      Name name = part_name (part);

      if (event != PART_START)
        continue;
      if ((name <= O_WORKBOOK && !in_one_piece) ||
          (in_body && name > O_WORKBOOK && name <= O_SPREADSHEET))
        return name;
      in_body = name == O_BODY;
    }
  return O_BODY;
}

/* The main part; NULL when the package has none that we know. */
static char *
find_main (Package *package, GError **error)
{
  g_autoptr (GPtrArray) relations = relations_read (package, NULL, error);
  const char *path;

  if (relations == NULL)
    return NULL;
  path = relations_find (relations, "officeDocument");
  if (path == NULL && package_has (package, "content.xml"))
    path = "content.xml";
  if (path != NULL && lock_is_on_package (package))
    {
      g_set_error (error, READER_ERROR_DOMAIN, READER_UNKNOWN, "%s：" LOCKED,
                   package_name (package));
      return NULL;
    }
  if (path != NULL && g_str_has_suffix (path, ".bin"))
    path = NULL;
  if (path == NULL)
    g_set_error (error, READER_ERROR_DOMAIN, READER_UNKNOWN,
                 "%s：不是能读的文档，请用办公软件打开后另存为 .docx 或 .xlsx 再导入",
                 package_name (package));
  return g_strdup (path);
}

static GPtrArray *
read_package (Package *package, const char *name, GError **error)
{
  g_autofree char *path = find_main (package, error);
  g_autoptr (Part) part = path != NULL ? part_open (package, path, names, error) : NULL;
  Name kind = part != NULL ? find_kind (part, package_is_part (package)) : O_BODY;

  if (part == NULL)
    return NULL;
  if (kind != O_BODY)
    return readers[kind](package, path, error);
  if (part_finish (part, error))
    g_set_error (error, READER_ERROR_DOMAIN, READER_UNKNOWN,
                 "%s：不是文字文档或电子表格，请另存为 .docx 或 .xlsx 再导入", name);
  return NULL;
}

GPtrArray *
office_read (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (Package) package = package_open (bytes, name, error);

  return package != NULL ? read_package (package, name, error) : NULL;
}

GPtrArray *
office_read_part (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (Package) package = package_of_part (bytes, name);

  return read_package (package, name, error);
}
