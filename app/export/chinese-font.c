/* app/export/chinese-font.c — is there a font that pages can be set in? */

#include "app/export/chinese-font.h"

#include <gio/gio.h>
#include <pango/pangocairo.h>

gboolean
chinese_font_check (GError **error)
{
  PangoContext *context =
      pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoLayout *layout = pango_layout_new (context);
  gboolean     is_there;

  pango_layout_set_text (layout, "绩效", -1);
  is_there = pango_layout_get_unknown_glyphs_count (layout) == 0;
  if (!is_there)
    g_set_error_literal (
        error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
        "没有中文字体，印不出汉字；请安装宋体或 fonts-noto-cjk 后再试");
  g_object_unref (layout);
  g_object_unref (context);
  return is_there;
}
