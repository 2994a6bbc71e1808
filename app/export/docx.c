/* app/export/docx.c — a text or tables as a Word document. */

#include "app/export/docx.h"
#include "app/export/cover.h"
#include "app/export/docx-body.h"
#include "app/export/look.h"
#include "app/export/properties.h"

#include "app/export/enclose.h"
#include "app/export/enclosure.h"

#include <string.h>

#define W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define R "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

#define RELATIONS "http://schemas.openxmlformats.org/package/2006/relationships"
#define WORD_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."

/* 宋体 by its English name, which every system with the font knows; where there is
 * none, others find a serif font by it, and none by the Chinese one.  */
#define FONT "SimSun"

/* Twips: A4, its margins, and the edges of header and footer. */
#define SHORT_EDGE  11906
#define LONG_EDGE   16838
#define MARGIN      850
#define EDGE        454
#define TEXT_INDENT 567 /* of prose within the margin of the tables */

static const char *const aligns[] = {
  [TYPESET_LEFT] = "left",
  [TYPESET_CENTRE] = "center",
  [TYPESET_RIGHT] = "right",
};

/* The styles of the lines of a text: their ids and the names a user sees. */
static const struct {
  const char *id, *name;
  int         outline; /* level of a heading, -1: none */
} styles[] = {
  [TEXT_COVER] = { "Cover", "封面", -1 },
  [TEXT_TITLE] = { "Title", "Title", -1 },
  [TEXT_CONTENTS_PART] = { "TOC1", "toc 1", -1 },
  [TEXT_CONTENTS] = { "TOC2", "toc 2", -1 },
  [TEXT_PART] = { "Heading1", "heading 1", 0 },
  [TEXT_HEADING] = { "Heading2", "heading 2", 1 },
  [TEXT_SUBHEADING] = { "Heading3", "heading 3", 2 },
  [TEXT_PARAGRAPH] = { "BodyText", "Body Text", -1 },
  [TEXT_LETTERHEAD] = { "Letterhead", "文头", -1 },
  [TEXT_CENTRE] = { "Centred", "居中", -1 },
  [TEXT_LEFT] = { "Address", "称呼", -1 },
  [TEXT_RIGHT] = { "Signature", "Signature", -1 },
};

DocxNumber
docx_number (int number)
{
  DocxNumber digits;

  g_snprintf (digits.text, sizeof digits.text, "%d", number);
  return digits;
}

void
docx_run (DocxBody *body, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        xml_leaf (&body->xml, "w:br", NULL);
      xml_start (&body->xml, "w:t", "xml:space", "preserve", NULL);
      xml_text (&body->xml, lines[i]);
      xml_end (&body->xml);
    }
}

void
docx_paragraph (DocxBody *body, const char *style, gboolean page_break)
{
  xml_start (&body->xml, "w:p", NULL);
  xml_start (&body->xml, "w:pPr", NULL);
  xml_leaf (&body->xml, "w:pStyle", "w:val", style, NULL);
  if (page_break)
    xml_leaf (&body->xml, "w:pageBreakBefore", NULL);
  xml_end (&body->xml);
}

static void
write_run (DocxBody *body, const char *text)
{
  xml_start (&body->xml, "w:r", NULL);
  docx_run (body, text);
  xml_end (&body->xml);
}

void
docx_bookmarked (DocxBody *body, const char *bookmark, const char *text)
{
  const DocxNumber id = docx_number (body->bookmarks);

  if (bookmark != NULL)
    xml_leaf (&body->xml, "w:bookmarkStart", "w:id", id.text, "w:name", bookmark, NULL);
  write_run (body, text);
  if (bookmark == NULL)
    return;
  xml_leaf (&body->xml, "w:bookmarkEnd", "w:id", id.text, NULL);
  body->bookmarks++;
}

static char *
bookmark_name (guint item)
{
  return g_strdup_printf ("_Toc%u", item);
}

/* begin, separate or end of a field. */
static void
write_field (DocxBody *body, const char *type)
{
  xml_start (&body->xml, "w:r", NULL);
  xml_leaf (&body->xml, "w:fldChar", "w:fldCharType", type, NULL);
  xml_end (&body->xml);
}

static void
write_instruction (DocxBody *body, const char *instruction)
{
  write_field (body, "begin");
  xml_start (&body->xml, "w:r", NULL);
  xml_start (&body->xml, "w:instrText", "xml:space", "preserve", NULL);
  xml_text (&body->xml, instruction);
  xml_end (&body->xml);
  xml_end (&body->xml);
  write_field (body, "separate");
}

/* The number of the page, as a field that knows it for now. */
static void
write_page_number (DocxBody *body, const char *bookmark, guint page)
{
  g_autofree char *instruction = g_strdup_printf (" PAGEREF %s \\h ", bookmark);
  const DocxNumber number = docx_number (page + 1);

  xml_start (&body->xml, "w:r", NULL);
  xml_leaf (&body->xml, "w:tab", NULL);
  xml_end (&body->xml);
  write_instruction (body, instruction);
  write_run (body, number.text);
  write_field (body, "end");
}

static gboolean
is_contents (const Outline *outline, guint i)
{
  const OutlineItem *item = i < outline->items->len ? outline->items->pdata[i] : NULL;

  return item != NULL &&
         (item->style == TEXT_CONTENTS || item->style == TEXT_CONTENTS_PART);
}

/* A line of the contents, all of which are one field. */
static void
write_contents (DocxBody *body, const Outline *outline, guint i, const GArray *places)
{
  const OutlineItem *item = outline->items->pdata[i];
  g_autofree char   *bookmark = NULL;

  docx_paragraph (body, styles[item->style].id, FALSE);
  if (i == 0 || !is_contents (outline, i - 1))
    write_instruction (body, " TOC \\o \"1-2\" \\h \\z \\u ");
  enclosure_see (body->seen, item->text);
  if (item->target == OUTLINE_NONE)
    write_run (body, item->text);
  else
    {
      bookmark = bookmark_name (item->target);
      xml_start (&body->xml, "w:hyperlink", "w:anchor", bookmark, "w:history", "1",
                 NULL);
      write_run (body, item->text);
      write_page_number (body, bookmark,
                         g_array_index (places, PagePlace, item->target).page);
      xml_end (&body->xml);
    }
  if (!is_contents (outline, i + 1))
    write_field (body, "end");
  xml_end (&body->xml);
}

static void
write_section (DocxBody *body, gboolean landscape, const PageSetup *setup,
               gboolean has_cover)
{
  Xml *xml = &body->xml;

  xml_start (xml, "w:sectPr", NULL);
  if (setup->header != NULL)
    xml_leaf (xml, "w:headerReference", "w:type", "default", "r:id", "rId4", NULL);
  xml_leaf (xml, "w:footerReference", "w:type", "default", "r:id", "rId3", NULL);
  xml_leaf (xml, "w:pgSz", "w:w", docx_number (landscape ? LONG_EDGE : SHORT_EDGE).text,
            "w:h", docx_number (landscape ? SHORT_EDGE : LONG_EDGE).text,
            landscape ? "w:orient" : NULL, "landscape", NULL);
  xml_leaf (xml, "w:pgMar", "w:top", docx_number (MARGIN).text, "w:right",
            docx_number (MARGIN).text, "w:bottom", docx_number (MARGIN).text, "w:left",
            docx_number (MARGIN).text, "w:header", docx_number (EDGE).text, "w:footer",
            docx_number (EDGE).text, "w:gutter", "0", NULL);
  if (has_cover)
    xml_leaf (xml, "w:titlePg", NULL);
  xml_end (xml);
}

static gboolean
is_landscape (const OutlineItem *item)
{
  return item->table != NULL && item->table->form->landscape;
}

/* A line of the cover, so far below the one before as it is on paper.  *used: the
 * height of the lines so far, in points.  */
static void
write_cover (DocxBody *body, const Outline *outline, guint i, const Pages *pages,
             double *used)
{
  const OutlineItem *item = outline->items->pdata[i];
  const TextLook    *look = look_of_text (TEXT_COVER);
  const double       height = LONG_EDGE / 20.0;
  g_auto (GStrv) lines = cover_lines (pages, item->text);
  g_autofree char *text = g_strjoinv ("\n", lines);
  gboolean         foot = cover_is_foot (outline, i);
  double           before = 0;

  if (i == 0)
    before = COVER_TOP * height - MARGIN / 20.0;
  else if (foot)
    before = MAX ((COVER_FOOT - COVER_TOP) * height - *used, 0);
  xml_start (&body->xml, "w:p", NULL);
  xml_start (&body->xml, "w:pPr", NULL);
  xml_leaf (&body->xml, "w:pStyle", "w:val", foot ? "CoverFoot" : "Cover", NULL);
  xml_leaf (&body->xml, "w:spacing", "w:before", docx_number (before * 20).text, NULL);
  xml_end (&body->xml);
  write_run (body, text);
  xml_end (&body->xml);
  *used += g_strv_length (lines) * look->size * LOOK_LEADING + look->after;
  enclosure_see (body->seen, item->text);
}

static void
write_item (DocxBody *body, const Outline *outline, guint i, const GArray *places,
            gboolean page_break)
{
  const OutlineItem *item = outline->items->pdata[i];
  g_autofree char   *bookmark = item->level > 0 ? bookmark_name (i) : NULL;

  if (item->table != NULL)
    docx_table (body, item, g_array_index (places, PagePlace, i).size, page_break,
                bookmark);
  else if (is_contents (outline, i))
    write_contents (body, outline, i, places);
  else
    {
      docx_paragraph (body, styles[item->style].id, page_break);
      docx_bookmarked (body, bookmark, item->text);
      xml_end (&body->xml);
      enclosure_see (body->seen, item->text);
    }
}

/* The body, a section for each run of pages of one orientation. */
static GBytes *
write_document (const Outline *outline, const PageSetup *setup, GChecksum *seen)
{
  g_autoptr (Pages) pages = pages_new (setup);
  const OutlineItem *first = outline->items->len > 0 ? outline->items->pdata[0] : NULL;
  gboolean           has_cover = first != NULL && first->style == TEXT_COVER;
  gboolean           landscape = first != NULL && is_landscape (first);
  DocxBody           body = { .seen = seen, .seal = setup->seal };
  double             used = 0; /* of the cover */

  pages_add_outline (pages, outline);
  xml_begin (&body.xml);
  xml_start (&body.xml, "w:document", "xmlns:w", W, "xmlns:r", R, NULL);
  xml_start (&body.xml, "w:body", NULL);
  progress_begin (outline->progress, PROGRESS_WRITING, outline->items->len);
  for (guint i = 0; i < outline->items->len && progress_step (outline->progress); i++)
    {
      const OutlineItem *item = outline->items->pdata[i];
      gboolean           turns = is_landscape (item) != landscape;
      gboolean           page_break = item->new_page && i > 0;

      if (turns)
        {
          xml_start (&body.xml, "w:p", NULL);
          xml_start (&body.xml, "w:pPr", NULL);
          xml_leaf (&body.xml, "w:pStyle", "w:val", "TableGap", NULL);
          write_section (&body, landscape, setup, has_cover);
          xml_end (&body.xml);
          xml_end (&body.xml);
          landscape = !landscape;
          has_cover = FALSE;
        }
      if (item->style == TEXT_COVER)
        write_cover (&body, outline, i, pages, &used);
      else
        write_item (&body, outline, i, pages_places (pages), page_break && !turns);
    }
  write_section (&body, landscape, setup, has_cover);
  xml_end (&body.xml);
  xml_end (&body.xml);
  return xml_finish (&body.xml);
}

static void
write_fonts (Xml *xml, double size, gboolean bold)
{
  xml_start (xml, "w:rPr", NULL);
  xml_leaf (xml, "w:rFonts", "w:ascii", FONT, "w:hAnsi", FONT, "w:eastAsia", FONT,
            NULL);
  xml_leaf (xml, "w:b", "w:val", bold ? "1" : "0", NULL);
  xml_leaf (xml, "w:color", "w:val", "000000", NULL);
  xml_leaf (xml, "w:sz", "w:val", docx_number (size * 2).text, NULL);
  xml_leaf (xml, "w:szCs", "w:val", docx_number (size * 2).text, NULL);
  xml_end (xml);
}

static void
start_style (Xml *xml, const char *id, const char *name, const char *based_on)
{
  xml_start (xml, "w:style", "w:type", "paragraph", "w:styleId", id, NULL);
  xml_leaf (xml, "w:name", "w:val", name, NULL);
  xml_leaf (xml, "w:basedOn", "w:val", based_on, NULL);
  xml_leaf (xml, "w:qFormat", NULL);
}

static void
write_text_style (Xml *xml, TextStyle style)
{
  const TextLook *look = look_of_text (style);
  gboolean        contents = style == TEXT_CONTENTS || style == TEXT_CONTENTS_PART;
  int             indent = TEXT_INDENT + look->indent * look->size * 20;

  start_style (xml, styles[style].id, styles[style].name, "Normal");
  xml_start (xml, "w:pPr", NULL);
  if (styles[style].outline >= 0)
    xml_leaf (xml, "w:keepNext", NULL);
  if (contents)
    {
      xml_start (xml, "w:tabs", NULL);
      xml_leaf (xml, "w:tab", "w:val", "right", "w:leader", "dot", "w:pos",
                docx_number (SHORT_EDGE - 2 * MARGIN - TEXT_INDENT).text, NULL);
      xml_end (xml);
    }
  xml_leaf (xml, "w:spacing", "w:before", docx_number (look->before * 20).text,
            "w:after", docx_number (look->after * 20).text, "w:line",
            docx_number (look->size * LOOK_LEADING * 20).text, "w:lineRule", "exact",
            NULL);
  xml_leaf (xml, "w:ind", "w:left", docx_number (indent).text, "w:right",
            docx_number (TEXT_INDENT).text, "w:firstLine",
            docx_number (look->first_indent * look->size * 20).text, NULL);
  xml_leaf (xml, "w:jc", "w:val",
            style == TEXT_PARAGRAPH ? "both" : aligns[look->align], NULL);
  if (styles[style].outline >= 0)
    xml_leaf (xml, "w:outlineLvl", "w:val", docx_number (styles[style].outline).text,
              NULL);
  xml_end (xml);
  write_fonts (xml, look->size, look->bold);
  xml_end (xml);
}

/* Styles of what stands in and around tables. */
static void
write_table_styles (Xml *xml)
{
  start_style (xml, "TableText", "表格文字", "Normal");
  xml_start (xml, "w:pPr", NULL);
  xml_leaf (xml, "w:spacing", "w:before", "20", "w:after", "20", NULL);
  xml_end (xml);
  write_fonts (xml, LOOK_CELL_SIZE, FALSE);
  xml_end (xml);
  start_style (xml, "TableHeading", "表题（入目录）", "Heading2");
  xml_start (xml, "w:pPr", NULL);
  xml_leaf (xml, "w:spacing", "w:before", "60", "w:after", "60", NULL);
  xml_leaf (xml, "w:ind", "w:left", "0", "w:right", "0", NULL);
  xml_leaf (xml, "w:jc", "w:val", "center", NULL);
  xml_end (xml);
  write_fonts (xml, 16, TRUE);
  xml_end (xml);
  start_style (xml, "CoverFoot", "封面落款", "Cover");
  write_fonts (xml, 18, FALSE);
  xml_end (xml);
  start_style (xml, "TableTitle", "表题", "Normal");
  xml_start (xml, "w:pPr", NULL);
  xml_leaf (xml, "w:keepNext", NULL);
  xml_leaf (xml, "w:jc", "w:val", "center", NULL);
  xml_end (xml);
  write_fonts (xml, 16, TRUE);
  xml_end (xml);
  start_style (xml, "TableLine", "表头行", "Normal");
  xml_start (xml, "w:pPr", NULL);
  xml_leaf (xml, "w:keepNext", NULL);
  xml_start (xml, "w:tabs", NULL);
  xml_leaf (xml, "w:tab", "w:val", "right", "w:pos",
            docx_number (SHORT_EDGE - 2 * MARGIN).text, NULL);
  xml_end (xml);
  xml_end (xml);
  write_fonts (xml, LOOK_CELL_SIZE, FALSE);
  xml_end (xml);
  start_style (xml, "SealLine", "签章栏", "Normal");
  xml_start (xml, "w:pPr", NULL);
  xml_leaf (xml, "w:spacing", "w:before", "170", NULL);
  xml_end (xml);
  write_fonts (xml, LOOK_CELL_SIZE, FALSE);
  xml_end (xml);
  start_style (xml, "TableGap", "表间", "Normal");
  xml_start (xml, "w:pPr", NULL);
  xml_leaf (xml, "w:keepNext", NULL);
  xml_leaf (xml, "w:spacing", "w:before", "0", "w:after", "0", "w:line", "20",
            "w:lineRule", "exact", NULL);
  xml_end (xml);
  write_fonts (xml, 1, FALSE);
  xml_end (xml);
}

static GBytes *
write_styles (void)
{
  Xml xml;

  xml_begin (&xml);
  xml_start (&xml, "w:styles", "xmlns:w", W, NULL);
  xml_start (&xml, "w:docDefaults", NULL);
  xml_start (&xml, "w:rPrDefault", NULL);
  xml_start (&xml, "w:rPr", NULL);
  xml_leaf (&xml, "w:rFonts", "w:ascii", FONT, "w:hAnsi", FONT, "w:eastAsia", FONT,
            NULL);
  xml_leaf (&xml, "w:sz", "w:val", "24", NULL);
  xml_leaf (&xml, "w:lang", "w:val", "en-US", "w:eastAsia", "zh-CN", NULL);
  xml_end (&xml);
  xml_end (&xml);
  /* as on paper: no gap between 汉字 and digits */
  xml_start (&xml, "w:pPrDefault", NULL);
  xml_start (&xml, "w:pPr", NULL);
  xml_leaf (&xml, "w:autoSpaceDE", "w:val", "0", NULL);
  xml_leaf (&xml, "w:autoSpaceDN", "w:val", "0", NULL);
  xml_end (&xml);
  xml_end (&xml);
  xml_end (&xml);
  xml_start (&xml, "w:style", "w:type", "paragraph", "w:default", "1", "w:styleId",
             "Normal", NULL);
  xml_leaf (&xml, "w:name", "w:val", "Normal", NULL);
  xml_leaf (&xml, "w:qFormat", NULL);
  xml_end (&xml);
  for (guint style = 0; style < G_N_ELEMENTS (styles); style++)
    write_text_style (&xml, style);
  write_table_styles (&xml);
  xml_end (&xml);
  return xml_finish (&xml);
}

/* Header or footer: a text, and 第 x 页　共 y 页 where numbered. */
static GBytes *
write_edge (const char *element, const char *text, gboolean numbered)
{
  DocxBody body = { .bookmarks = 0 };
  Xml     *xml = &body.xml;

  xml_begin (xml);
  xml_start (xml, element, "xmlns:w", W, NULL);
  xml_start (xml, "w:p", NULL);
  xml_start (xml, "w:pPr", NULL);
  xml_leaf (xml, "w:pStyle", "w:val", "TableText", NULL);
  xml_leaf (xml, "w:jc", "w:val", numbered ? "center" : "right", NULL);
  xml_end (xml);
  if (text != NULL)
    write_run (&body, text);
  if (text != NULL && numbered)
    write_run (&body, "　　");
  if (numbered)
    {
      write_run (&body, "第 ");
      write_instruction (&body, " PAGE ");
      write_run (&body, "1");
      write_field (&body, "end");
      write_run (&body, " 页　共 ");
      write_instruction (&body, " NUMPAGES ");
      write_run (&body, "1");
      write_field (&body, "end");
      write_run (&body, " 页");
    }
  xml_end (xml);
  xml_end (xml);
  return xml_finish (xml);
}

/* The parts that are always the same. */
static const struct {
  const char *name, *text;
} fixed[] = {
  { "[Content_Types].xml",
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
    "<Default Extension=\"rels\" "
    "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/word/document.xml\" ContentType=\"" WORD_TYPE
    "document.main+xml\"/>"
    "<Override PartName=\"/word/styles.xml\" ContentType=\"" WORD_TYPE "styles+xml\"/>"
    "<Override PartName=\"/word/fontTable.xml\" ContentType=\"" WORD_TYPE
    "fontTable+xml\"/>"
    "<Override PartName=\"/word/footer1.xml\" ContentType=\"" WORD_TYPE "footer+xml\"/>"
    "<Override PartName=\"/word/header1.xml\" ContentType=\"" WORD_TYPE "header+xml\"/>"
    "<Override PartName=\"/" PROPERTIES_PART "\" ContentType=\"" PROPERTIES_TYPE "\"/>"
    "</Types>" },
  { "_rels/.rels",
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<Relationships xmlns=\"" RELATIONS "\">"
    "<Relationship Id=\"rId1\" Type=\"" R
    "/officeDocument\" Target=\"word/document.xml\"/>"
    "<Relationship Id=\"rId2\" "
    "Type=\"" RELATIONS "/metadata/core-properties\" Target=\"" PROPERTIES_PART "\"/>"
    "</Relationships>" },
  { "word/fontTable.xml",
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<w:fonts xmlns:w=\"" W "\"><w:font w:name=\"" FONT "\">"
    "<w:altName w:val=\"宋体\"/><w:panose1 w:val=\"02010600030101010101\"/>"
    "<w:charset w:val=\"86\"/><w:family w:val=\"roman\"/>"
    "<w:pitch w:val=\"variable\"/></w:font></w:fonts>" },
};

#define RELATIONS_PART "word/_rels/document.xml.rels"

/* Of the document to its other parts. */
static const char relations[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<Relationships xmlns=\"" RELATIONS "\">"
    "<Relationship Id=\"rId1\" Type=\"" R "/styles\" Target=\"styles.xml\"/>"
    "<Relationship Id=\"rId2\" Type=\"" R "/fontTable\" Target=\"fontTable.xml\"/>"
    "<Relationship Id=\"rId3\" Type=\"" R "/footer\" Target=\"footer1.xml\"/>"
    "<Relationship Id=\"rId4\" Type=\"" R "/header\" Target=\"header1.xml\"/>"
    "</Relationships>";

gboolean
docx_write (const Outline *outline, const PageSetup *setup, const char *records,
            const char *path)
{
  Parcel *parcel = parcel_new (path);
  GBytes *known = g_bytes_new_static (relations, strlen (relations));
  g_autoptr (GChecksum) seen = g_checksum_new (G_CHECKSUM_SHA256);

  for (gsize i = 0; i < G_N_ELEMENTS (fixed); i++)
    parcel_add (parcel, fixed[i].name,
                g_bytes_new_static (fixed[i].text, strlen (fixed[i].text)));
  parcel_add (parcel, "word/document.xml", write_document (outline, setup, seen));
  parcel_add (parcel, "word/styles.xml", write_styles ());
  parcel_add (parcel, "word/footer1.xml", write_edge ("w:ftr", setup->footer, TRUE));
  parcel_add (parcel, "word/header1.xml", write_edge ("w:hdr", setup->header, FALSE));
  parcel_add (parcel, PROPERTIES_PART,
              properties_write (outline->title, outline->author));
  if (records == NULL)
    parcel_add (parcel, RELATIONS_PART, known);
  else
    {
      enclose_records (parcel, seen, records);
      enclose_relation (parcel, RELATIONS_PART, known);
    }
  return parcel_close (parcel);
}
