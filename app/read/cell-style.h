/* app/read/cell-style.h — what a workbook says about the looks of its cells, as far
 * as it changes what is read: number formats and borders.
 */

#pragma once

#include "app/read/number-format.h"
#include "app/read/package.h"

typedef struct {
  NumberFormat *format;
  gboolean      has_border;
} CellStyle;

typedef struct _CellStyles CellStyles;

/* path may be NULL or name no part: then all cells look alike. */
CellStyles *cell_styles_read (Package *package, const char *path, GError **error);
void        cell_styles_free (CellStyles *styles);

/* Never NULL: a style that the workbook does not have is the plain one. */
const CellStyle *cell_styles_get (const CellStyles *styles, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CellStyles, cell_styles_free)
