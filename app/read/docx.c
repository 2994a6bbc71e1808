/* app/read/docx.c — a Word document, as it reads with all tracked changes accepted.
 *
 * Where the words of the file are not those on the page, the page counts: automatic
 * numbers are written out, field codes, hidden text and page numbers left out.
 */

#include "app/read/field.h"
#include "app/read/flow.h"
#include "app/read/numbering.h"
#include "app/read/office.h"
#include "app/read/part.h"
#include "app/read/reader.h"
#include "app/read/relations.h"
#include "app/read/word-style.h"

#define MAX_CHUNKS (64 * 1024 * 1024)

typedef enum {
  /* text */
  W_T,
  W_TAB,
  W_PTAB,
  W_BR,
  W_CR,
  W_HYPHEN,
  W_SYM,
  W_FIELD_CHAR,
  W_INSTRUCTION,
  W_SIMPLE_FIELD,
  /* structure */
  W_P,
  W_R,
  W_TBL,
  W_TR,
  W_TC,
  W_BOX,
  W_SDT_CONTENT,
  W_CHUNK,
  /* properties */
  W_P_PR,
  W_R_PR,
  W_TR_PR,
  W_TC_PR,
  W_STYLE,
  W_RUN_STYLE,
  W_LIST,
  W_LEVEL,
  W_VANISH,
  W_GRID_BEFORE,
  W_GRID_SPAN,
  W_V_MERGE,
  W_H_MERGE,
  W_CELL_MERGE,
  W_PLACEHOLDER,
  /* not read */
  W_DEL,
  W_CELL_DEL,
  W_MOVE_FROM,
  W_FALLBACK,
  W_SECTION,
  W_TBL_PR,
  W_TBL_GRID,
  W_SDT_PR,
  W_RUBY_TEXT,
  W_P_CHANGE,
  W_R_CHANGE,
  W_TR_CHANGE,
  W_TC_CHANGE,
} Name;

static const char *const names[] = {
  [W_T] = "t",
  [W_TAB] = "tab",
  [W_PTAB] = "ptab",
  [W_BR] = "br",
  [W_CR] = "cr",
  [W_HYPHEN] = "noBreakHyphen",
  [W_SYM] = "sym",
  [W_FIELD_CHAR] = "fldChar",
  [W_INSTRUCTION] = "instrText",
  [W_SIMPLE_FIELD] = "fldSimple",
  [W_P] = "p",
  [W_R] = "r",
  [W_TBL] = "tbl",
  [W_TR] = "tr",
  [W_TC] = "tc",
  [W_BOX] = "txbxContent",
  [W_P_PR] = "pPr",
  [W_R_PR] = "rPr",
  [W_TR_PR] = "trPr",
  [W_TC_PR] = "tcPr",
  [W_STYLE] = "pStyle",
  [W_RUN_STYLE] = "rStyle",
  [W_LIST] = "numId",
  [W_LEVEL] = "ilvl",
  [W_VANISH] = "vanish",
  [W_GRID_BEFORE] = "gridBefore",
  [W_GRID_SPAN] = "gridSpan",
  [W_V_MERGE] = "vMerge",
  [W_H_MERGE] = "hMerge",
  [W_CELL_MERGE] = "cellMerge",
  [W_PLACEHOLDER] = "showingPlcHdr",
  [W_SDT_CONTENT] = "sdtContent",
  [W_CHUNK] = "altChunk",
  [W_DEL] = "del",
  [W_CELL_DEL] = "cellDel",
  [W_MOVE_FROM] = "moveFrom",
  [W_FALLBACK] = "Fallback",
  [W_SECTION] = "sectPr",
  [W_TBL_PR] = "tblPr",
  [W_TBL_GRID] = "tblGrid",
  [W_SDT_PR] = "sdtPr",
  [W_RUBY_TEXT] = "rt",
  [W_P_CHANGE] = "pPrChange",
  [W_R_CHANGE] = "rPrChange",
  [W_TR_CHANGE] = "trPrChange",
  [W_TC_CHANGE] = "tcPrChange",
  NULL,
};

typedef struct {
  Part       *part;
  Flow       *flow;
  WordStyles *styles;
  Numbering  *numbering;
  Fields     *fields;
  gboolean    hides;     /* the style of the open paragraph does not show */
  gboolean    is_hidden; /* the open run */
  gboolean    joins;     /* the open paragraph goes on with the one before */
  gboolean    goes_on;   /* the end of the open paragraph was deleted */
  gboolean    prompts;   /* the control that begins asks to be filled in */
  guint       prompted;  /* controls open since one that does */
  Package    *package;
  GPtrArray  *relations;
  gsize       chunks; /* bytes of the pages taken in */
  GError     *error;  /* what is wrong with a part that is read within this one */
} Docx;

/* Goes from start to start inside the properties of something, past how they were
 * before a tracked change. */
static gboolean
next_property (Part *part, guint *depth)
{
  while (part_step (part, depth))
    {
      if (part_name (part) < W_P_CHANGE || part_name (part) > W_TC_CHANGE)
        return TRUE;
      part_skip (part);
      --*depth;
    }
  return FALSE;
}

static void
read_paragraph_properties (Docx *docx)
{
  g_autofree char *style = NULL, *list = NULL, *number = NULL;
  Part            *part = docx->part;
  const char      *of; /* list the paragraph is in, by itself or by its style */
  int              level = -1;

  for (guint depth = 1; next_property (part, &depth);)
    switch (part_name (part))
      {
      case W_STYLE:
        g_free (style);
        style = g_strdup (part_attribute (part, "val"));
        break;
      case W_LIST:
        g_free (list);
        list = g_strdup (part_attribute (part, "val"));
        break;
      case W_LEVEL:
        level = (int) part_number (part, "val", 0);
        break;
      case W_DEL:
      case W_MOVE_FROM:
        docx->goes_on = TRUE;
        break;
      default:
        break;
      }
  docx->hides = word_styles_hide (docx->styles, style);
  of = list;
  word_styles_number (docx->styles, style, &of, &level);
  if (!docx->joins && of != NULL)
    number = numbering_next (docx->numbering, style, of, level);
  if (number != NULL && !docx->hides && docx->prompted == 0)
    flow_text (docx->flow, number, -1);
}

static void
read_run_properties (Docx *docx)
{
  for (guint depth = 1; next_property (docx->part, &depth);)
    if (part_name (docx->part) == W_RUN_STYLE)
      docx->is_hidden =
          docx->hides ||
          word_styles_hide (docx->styles, part_attribute (docx->part, "val"));
    else if (part_name (docx->part) == W_VANISH)
      docx->is_hidden = part_flag (docx->part, "val", TRUE);
}

/* Goes to the end of the element whose properties were read. */
static void
skip_rest (Docx *docx)
{
  for (guint depth = 1; part_step (docx->part, &depth); depth--)
    part_skip (docx->part);
}

/* A row that was deleted is gone with all that is in it. */
static void
drop_row (Docx *docx)
{
  flow_drop_row (docx->flow);
  skip_rest (docx);
  flow_end_row (docx->flow);
}

static void
read_row_properties (Docx *docx)
{
  gboolean is_deleted = FALSE;

  for (guint depth = 1; next_property (docx->part, &depth);)
    if (part_name (docx->part) == W_GRID_BEFORE)
      flow_skip_columns (docx->flow, part_number (docx->part, "val", 0));
    else if (part_name (docx->part) == W_DEL)
      is_deleted = TRUE;
  if (is_deleted)
    drop_row (docx);
}

/* The cells behind one that was deleted move up to its place. */
static void
drop_cell (Docx *docx)
{
  flow_drop_cell (docx->flow);
  skip_rest (docx);
}

static void
read_cell_properties (Docx *docx)
{
  Part    *part = docx->part;
  gboolean is_deleted = FALSE;

  for (guint depth = 1; next_property (part, &depth);)
    switch (part_name (part))
      {
      case W_GRID_SPAN:
        flow_span_cell (docx->flow, 1, part_number (part, "val", 1));
        break;
      case W_V_MERGE:
        if (g_strcmp0 (part_attribute (part, "val"), "restart") != 0)
          flow_continue_cell (docx->flow);
        break;
      case W_CELL_MERGE: /* tracked */
        if (g_strcmp0 (part_attribute (part, "vMerge"), "cont") == 0)
          flow_continue_cell (docx->flow);
        break;
      case W_H_MERGE:
        if (g_strcmp0 (part_attribute (part, "val"), "restart") != 0)
          flow_widen_cell (docx->flow);
        break;
      case W_CELL_DEL:
        is_deleted = TRUE;
        break;
      default:
        break;
      }
  if (is_deleted)
    drop_cell (docx);
}

/* A control that nobody has filled in shows what it asks for. */
static void
read_control_properties (Docx *docx)
{
  docx->prompts = FALSE;
  for (guint depth = 1; next_property (docx->part, &depth);)
    docx->prompts |= part_name (docx->part) == W_PLACEHOLDER;
}

/* A web page that the document takes in.  One page may be taken in many times. */
static void
read_chunk (Docx *docx)
{
  const char *path =
      relations_find_id (docx->relations, part_attribute (docx->part, "id"));
  g_autoptr (GBytes) bytes =
      path != NULL ? package_load (docx->package, path, &docx->error) : NULL;
  g_autoptr (GPtrArray) blocks = NULL;

  if (bytes == NULL)
    return;
  docx->chunks += g_bytes_get_size (bytes);
  if (docx->chunks > MAX_CHUNKS)
    package_set_broken (docx->package, path, &docx->error);
  else
    blocks =
        html_is (bytes)  ? html_read (bytes, package_name (docx->package), &docx->error)
        : mht_is (bytes) ? mht_read (bytes, package_name (docx->package), &docx->error)
                         : NULL;
  if (blocks != NULL)
    flow_take_blocks (docx->flow, blocks);
  else if (docx->error == NULL)
    g_set_error (&docx->error, READER_ERROR_DOMAIN, READER_UNKNOWN,
                 "%s：里面嵌着另一份文档，请用办公软件打开后另存再导入",
                 package_name (docx->package));
}

static void
put (Docx *docx, const char *text)
{
  if (!docx->is_hidden && docx->prompted == 0 && fields_show (docx->fields))
    flow_text (docx->flow, text, -1);
}

/* Signs that older documents take from the font Symbol. */
static void
read_symbol (Docx *docx)
{
  static const struct {
    guint       code;
    const char *sign;
  } signs[] = {
    { 0xA3, "≤" }, { 0xB0, "°" }, { 0xB1, "±" }, { 0xB3, "≥" },
    { 0xB4, "×" }, { 0xB8, "÷" }, { 0xB9, "≠" }, { 0xBB, "≈" },
  };
  const char *font = part_attribute (docx->part, "font");
  gboolean    is_known = g_strcmp0 (font, "Symbol") == 0;
  const char *code = part_attribute (docx->part, "char");
  guint64     c = code != NULL ? g_ascii_strtoull (code, NULL, 16) & 0xFF : 0;

  for (gsize i = 0; is_known && i < G_N_ELEMENTS (signs); i++)
    if (signs[i].code == c)
      put (docx, signs[i].sign);
}

static void
begin (Docx *docx)
{
  switch ((Name) part_name (docx->part))
    {
    case W_TAB:
    case W_PTAB:
      put (docx, "\t");
      break;
    case W_BR:
    case W_CR:
      put (docx, "\n");
      break;
    case W_HYPHEN:
      put (docx, "-");
      break;
    case W_SYM:
      read_symbol (docx);
      break;
    case W_FIELD_CHAR:
      fields_mark (docx->fields, part_attribute (docx->part, "fldCharType"));
      break;
    case W_SIMPLE_FIELD:
      fields_mark (docx->fields, "begin");
      fields_instruct (docx->fields, part_attribute (docx->part, "instr"));
      fields_mark (docx->fields, "separate");
      break;
    case W_P:
      docx->joins = docx->goes_on;
      docx->goes_on = docx->hides = FALSE;
      break;
    case W_R:
      docx->is_hidden = docx->hides;
      break;
    case W_P_PR:
      read_paragraph_properties (docx);
      break;
    case W_R_PR:
      read_run_properties (docx);
      break;
    case W_TR_PR:
      read_row_properties (docx);
      break;
    case W_TC_PR:
      read_cell_properties (docx);
      break;
    case W_TBL:
      flow_begin_table (docx->flow);
      break;
    case W_TR:
      flow_begin_row (docx->flow);
      break;
    case W_TC:
      flow_begin_cell (docx->flow);
      break;
    case W_BOX:
      flow_begin_box (docx->flow);
      break;
    case W_SDT_PR:
      read_control_properties (docx);
      break;
    case W_SDT_CONTENT:
      docx->prompted += docx->prompts || docx->prompted > 0;
      docx->prompts = FALSE;
      break;
    case W_CHUNK:
      read_chunk (docx);
      break;
    case W_DEL:
    case W_MOVE_FROM:
    case W_FALLBACK:
    case W_SECTION:
    case W_TBL_PR:
    case W_TBL_GRID:
    case W_RUBY_TEXT:
      part_skip (docx->part);
      break;
    default:
      break;
    }
}

static void
end (Docx *docx)
{
  switch ((Name) part_name (docx->part))
    {
    case W_SIMPLE_FIELD:
      fields_mark (docx->fields, "end");
      break;
    case W_P:
      fields_end_paragraph (docx->fields);
      if (!docx->goes_on)
        flow_end_paragraph (docx->flow);
      break;
    case W_TBL:
      flow_end_table (docx->flow);
      break;
    case W_TR:
      flow_end_row (docx->flow);
      break;
    case W_TC:
      flow_end_cell (docx->flow);
      break;
    case W_BOX:
      flow_end_box (docx->flow);
      break;
    case W_SDT_CONTENT:
      docx->prompted -= docx->prompted > 0;
      break;
    default:
      break;
    }
}

static void
read_body (Docx *docx)
{
  Name      inside = W_P; /* the element whose text comes now, where that matters */
  PartEvent event;

  while ((event = part_next (docx->part)) != PART_DONE && !flow_is_full (docx->flow) &&
         docx->error == NULL)
    switch (event)
      {
      case PART_START:
        inside = part_name (docx->part);
        begin (docx);
        break;
      case PART_END:
        end (docx);
        inside = W_P;
        break;
      case PART_TEXT:
        if (inside == W_T)
          put (docx, part_text (docx->part));
        else if (inside == W_INSTRUCTION)
          fields_instruct (docx->fields, part_text (docx->part));
        break;
      case PART_DONE:
        break;
      }
}

GPtrArray *
docx_read (Package *package, const char *path, GError **error)
{
  g_autoptr (GPtrArray) relations = relations_read (package, path, error);
  g_autoptr (WordStyles) styles =
      relations != NULL ? word_styles_read (package, relations, error) : NULL;
  g_autoptr (Numbering) numbering =
      styles != NULL ? numbering_read (package, relations, error) : NULL;
  g_autoptr (Flow) flow = flow_new ();
  g_autoptr (Fields) fields = fields_new ();
  g_autoptr (Part) part = numbering ? part_open (package, path, names, error) : NULL;
  Docx docx = { .part = part, .flow = flow, .styles = styles, .package = package };

  if (part == NULL)
    return NULL;
  docx.numbering = numbering;
  docx.fields = fields;
  docx.relations = relations;
  read_body (&docx);
  if (docx.error != NULL)
    {
      g_propagate_error (error, docx.error);
      return NULL;
    }
  if (!flow_is_full (flow) && !part_finish (part, error))
    return NULL;
  return flow_finish (flow, package_name (package), error);
}
