/* app/overview/kind.c — the kinds of targets in the order of a printed table. */

#include "app/overview/kind.h"

#define OUTPUT       "产出指标"
#define BENEFIT      "效益指标"
#define SATISFACTION "满意度指标"
#define COST         "成本指标"

const OverviewKind overview_kinds[] = {
  { "output", "quantity", OUTPUT, "数量" },
  { "output", "quality", OUTPUT, "质量" },
  { "output", "time", OUTPUT, "时效" },
  { "output", "cost", OUTPUT, "成本" },
  { "output", NULL, OUTPUT, "其他产出" },
  { "benefit", "economic", BENEFIT, "经济效益" },
  { "benefit", "social", BENEFIT, "社会效益" },
  { "benefit", "ecological", BENEFIT, "生态效益" },
  { "benefit", "sustainable", BENEFIT, "可持续影响" },
  { "benefit", NULL, BENEFIT, "其他效益" },
  { "satisfaction", "satisfaction", SATISFACTION, "服务对象满意度" },
  { "satisfaction", NULL, SATISFACTION, "其他满意度" },
  { "cost", "economic_cost", COST, "经济成本" },
  { "cost", "social_cost", COST, "社会成本" },
  { "cost", "ecological_cost", COST, "生态环境成本" },
  { "cost", "cost", COST, "成本" },
  { "cost", NULL, COST, "其他成本" },
  { NULL, NULL, "没有归类", "没有归类" },
};

const guint overview_n_kinds = G_N_ELEMENTS (overview_kinds);
