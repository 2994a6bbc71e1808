/* app/interchange/parts.c — the parts of a text beside its tables of targets in the
 * interchange JSON. */

#include "app/interchange/parts.h"
#include "app/decimal.h"
#include "app/interchange/keys.h"
#include "db/approval-paragraph.h"
#include "db/approval.h"
#include "db/asset-report.h"
#include "db/asset.h"
#include "db/catalogue-entry.h"
#include "db/glossary-term.h"
#include "db/procurement-item.h"
#include "db/procurement.h"
#include "db/section.h"

/* Texts of which some carry a flag: in the JSON two arrays of strings, one for each
 * sort.  The flagged stand before or behind the others; where they do not, a third
 * array says at which places, counted from 0 among all.  */
typedef struct {
  const DbTable *table;
  gsize          text, flag;
  const char    *plain_key, *flagged_key, *places_key;
  gboolean       flagged_first;
} Flagged;

static const Flagged catalogue = {
  &catalogue_entry_table,
  G_STRUCT_OFFSET (CatalogueEntry, text),
  G_STRUCT_OFFSET (CatalogueEntry, is_part),
  "catalogue",
  "catalogue_parts",
  "catalogue_part_places",
  TRUE,
};

static const Flagged letter = {
  &approval_paragraph_table,
  G_STRUCT_OFFSET (ApprovalParagraph, text),
  G_STRUCT_OFFSET (ApprovalParagraph, is_attachment),
  "paragraphs",
  "attachments",
  "attachment_places",
  FALSE,
};

/* The rows over the procurement table, as it is printed. */
static const char *const procurement_head[][13] = {
  { "政府采购项目来源", NULL, "采购物品名称", "政府采购目录序号", "数量单位", "数量",
    "单价", "政府采购金额" },
  { "项目名称", "预算资金", NULL, NULL, NULL, NULL, NULL, "当年部门预算安排资金", NULL,
    NULL, NULL, NULL, "其他渠道资金" },
  { NULL, NULL, NULL, NULL, NULL, NULL, NULL, "合计", "一般公共预算拨款",
    "基金预算拨款", "财政专户核拨", "其他来源收入" },
};

static gboolean
is_flagged (const Flagged *kind, gpointer record)
{
  return G_STRUCT_MEMBER (gint64, record, kind->flag) == 1;
}

static void
put_sort (JsonPut *json, const Flagged *kind, GPtrArray *records, gboolean flagged)
{
  json_put_array (json, flagged ? kind->flagged_key : kind->plain_key);
  for (guint i = 0; i < records->len; i++)
    if (is_flagged (kind, records->pdata[i]) == flagged)
      json_put_item (json, G_STRUCT_MEMBER (char *, records->pdata[i], kind->text));
  json_put_close_array (json);
}

static void
put_places (JsonPut *json, const Flagged *kind, GPtrArray *records)
{
  guint changes = 0;

  for (guint i = 1; i < records->len; i++)
    changes += is_flagged (kind, records->pdata[i]) !=
               is_flagged (kind, records->pdata[i - 1]);
  if (changes == 0 ||
      (changes == 1 && is_flagged (kind, records->pdata[0]) == kind->flagged_first))
    return;
  json_put_array (json, kind->places_key);
  for (guint i = 0; i < records->len; i++)
    if (is_flagged (kind, records->pdata[i]))
      json_put_number (json, i);
  json_put_close_array (json);
}

static void
put_flagged (JsonPut *json, const Flagged *kind, GPtrArray *records)
{
  put_sort (json, kind, records, kind->flagged_first);
  put_sort (json, kind, records, !kind->flagged_first);
  put_places (json, kind, records);
}

static void
put_section (JsonPut *json, gpointer record, guint no)
{
  json_put_open_object (json);
  interchange_put_keys (json, section_keys, record);
  json_put_close_object (json);
}

static void
put_procurement (JsonPut *json, gpointer record, guint no)
{
  const Procurement *procurement = record;

  json_put_open_object (json);
  interchange_put_keys (json, procurement_keys, procurement);
  json_put_array (json, "header_rows");
  for (guint row = 0; row < G_N_ELEMENTS (procurement_head); row++)
    {
      json_put_open_array (json);
      for (guint column = 0; column < G_N_ELEMENTS (procurement_head[row]); column++)
        json_put_item (json, procurement_head[row][column]);
      json_put_close_array (json);
    }
  json_put_close_array (json);
  interchange_put_rows (json, procurement_columns, procurement->items);
  json_put_close_object (json);
}

static void
put_asset_report (JsonPut *json, gpointer record, guint no)
{
  const AssetReport *report = record;

  json_put_open_object (json);
  interchange_put_keys (json, asset_report_keys, report);
  interchange_put_rows (json, asset_columns, report->assets);
  json_put_close_object (json);
}

static void
put_glossary_term (JsonPut *json, gpointer record, guint no)
{
  json_put_open_object (json);
  json_put_whole (json, "no", no);
  interchange_put_keys (json, glossary_term_keys, record);
  json_put_close_object (json);
}

static void
put_approval (JsonPut *json, gpointer record, guint no)
{
  const Approval *approval = record;

  json_put_open_object (json);
  interchange_put_keys (json, approval_keys, approval);
  put_flagged (json, &letter, approval->paragraphs);
  json_put_member (json, "figures_wan");
  json_put_open_object (json);
  interchange_put_keys (json, approval_figure_keys, approval);
  json_put_close_object (json);
  json_put_close_object (json);
}

/* What stands once in a text: null, an object, or, should it stand there more than
 * once, an array of objects.  */
static void
put_part (JsonPut *json, const char *key, GPtrArray *records, JsonPutRecord put)
{
  if (records->len > 1)
    json_put_records (json, key, records, put);
  else if (records->len == 0)
    json_put_text (json, key, NULL);
  else
    {
      json_put_member (json, key);
      put (json, records->pdata[0], 1);
    }
}

void
interchange_put_front (JsonPut *json, const Document *document)
{
  json_put_records (json, "sections", document->sections, put_section);
  put_flagged (json, &catalogue, document->catalogue);
}

void
interchange_put_back (JsonPut *json, const Document *document)
{
  put_part (json, "procurement", document->procurements, put_procurement);
  put_part (json, "assets", document->asset_reports, put_asset_report);
  json_put_records (json, "glossary", document->glossary, put_glossary_term);
  put_part (json, "approval", document->approvals, put_approval);
}

static void
set_flags (const Flagged *kind, GPtrArray *records, gboolean flag)
{
  for (guint i = 0; i < records->len; i++)
    G_STRUCT_MEMBER (gint64, records->pdata[i], kind->flag) = flag;
}

static void
get_place (JsonWalk *walk, JsonNode *item, guint index, gpointer data)
{
  gint64 place = 0;

  if (json_walk_node_decimal (walk, item, &place))
    g_array_append_val ((GArray *) data, place);
}

/* Merges the two sorts into records by the places, which rise. */
static void
merge (GPtrArray *flagged, GPtrArray *plain, GArray *places, GPtrArray *records)
{
  guint n_flagged = 0, n_plain = 0;

  while (n_flagged < flagged->len || n_plain < plain->len)
    {
      gint64   here = records->len * DECIMAL_ONE;
      gboolean is_next = n_flagged < flagged->len && n_flagged < places->len &&
                         g_array_index (places, gint64, n_flagged) == here;

      if (is_next)
        g_ptr_array_add (records, flagged->pdata[n_flagged++]);
      else if (n_plain < plain->len)
        g_ptr_array_add (records, plain->pdata[n_plain++]);
      else
        g_ptr_array_add (records, flagged->pdata[n_flagged++]);
    }
}

static void
get_flagged (JsonWalk *walk, JsonObject *object, const Flagged *kind,
             GPtrArray *records)
{
  g_autoptr (GPtrArray) flagged = g_ptr_array_new ();
  g_autoptr (GPtrArray) plain = g_ptr_array_new ();
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (gint64));

  interchange_get_texts (walk, object, kind->flagged_key, kind->table, kind->text,
                         flagged);
  interchange_get_texts (walk, object, kind->plain_key, kind->table, kind->text, plain);
  set_flags (kind, flagged, TRUE);
  set_flags (kind, plain, FALSE);
  json_walk_array (walk, object, kind->places_key, get_place, places);
  if (places->len == 0 && kind->flagged_first)
    for (guint i = 0; i < flagged->len; i++)
      {
        gint64 place = i * DECIMAL_ONE;

        g_array_append_val (places, place);
      }
  merge (flagged, plain, places, records);
}

static void
get_section (JsonWalk *walk, JsonObject *object, gpointer record)
{
  interchange_get_keys (walk, object, section_keys, record);
}

static void
get_procurement (JsonWalk *walk, JsonObject *object, gpointer record)
{
  Procurement *procurement = record;

  interchange_get_keys (walk, object, procurement_keys, procurement);
  interchange_get_rows (walk, object, procurement_columns, &procurement_item_table,
                        procurement->items);
}

static void
get_asset_report (JsonWalk *walk, JsonObject *object, gpointer record)
{
  AssetReport *report = record;

  interchange_get_keys (walk, object, asset_report_keys, report);
  interchange_get_rows (walk, object, asset_columns, &asset_table, report->assets);
  for (guint i = 0; i < report->assets->len; i++)
    {
      Asset *asset = report->assets->pdata[i];

      if (asset->item == NULL)
        asset->item = g_strdup ("");
    }
}

static void
get_glossary_term (JsonWalk *walk, JsonObject *object, gpointer record)
{
  interchange_get_keys (walk, object, glossary_term_keys, record);
}

static void
get_approval (JsonWalk *walk, JsonObject *object, gpointer record)
{
  Approval   *approval = record;
  JsonObject *figures = json_walk_object (walk, object, "figures_wan");

  interchange_get_keys (walk, object, approval_keys, approval);
  get_flagged (walk, object, &letter, approval->paragraphs);
  if (figures != NULL)
    {
      gsize size = json_walk_enter (walk, "figures_wan");

      interchange_get_keys (walk, figures, approval_figure_keys, approval);
      json_walk_leave (walk, size);
    }
}

void
interchange_get_parts (JsonWalk *walk, JsonObject *object, Document *document)
{
  interchange_get_records (walk, object, "sections", &section_table, get_section,
                           document->sections);
  get_flagged (walk, object, &catalogue, document->catalogue);
  interchange_get_records (walk, object, "procurement", &procurement_table,
                           get_procurement, document->procurements);
  interchange_get_records (walk, object, "assets", &asset_report_table,
                           get_asset_report, document->asset_reports);
  interchange_get_records (walk, object, "glossary", &glossary_term_table,
                           get_glossary_term, document->glossary);
  interchange_get_records (walk, object, "approval", &approval_table, get_approval,
                           document->approvals);
}
