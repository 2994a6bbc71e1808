/* app/overview/panel.h — the charts drawn: each a panel of a picture, so wide. */

#pragma once

#include "app/overview/picture.h"

/* The years that stand beside each other in such a width, the one that is looked at
 * among them; and the panel's title with what explains it behind.  */
void   panel_years (const Overview *overview, double width, guint *first, guint *end);
double panel_title (Picture *picture, const char *title, const char *note,
                    double width);

/* What all panels write in. */
extern const PictureType panel_text, panel_number, panel_small, panel_strong;

/* The tone of a year's bars. */
PictureTone panel_tone (const Overview *overview, guint year);

/* The sign of a finding's severity, at the left of a row; what follows it begins at
 * PANEL_SIGN.  */
#define PANEL_SIGN 15.0
void panel_sign (Picture *picture, const ChartItem *item, double y);

/* What a cell says, for a screen reader and a pointer.  Newly allocated. */
char *panel_name (const Overview *overview, const Chart *chart, const ChartItem *item,
                  guint year);

/* Title and totals, year below year. */
void panel_head (Picture *picture, const Overview *overview, double width);

/* A row an item with bars of the year that is looked at: units, sizes, projects, rules.
 */
void panel_rows (Picture *picture, const Overview *overview, ChartKind kind,
                 double width);

/* A row an item, a column of bars a year: kinds, severities. */
void panel_matrix (Picture *picture, const Overview *overview, ChartKind kind,
                   double width);

/* The plan, a small curve a year. */
void panel_curve (Picture *picture, const Overview *overview, double width);
