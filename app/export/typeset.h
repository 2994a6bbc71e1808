/* app/export/typeset.h — texts set in type: shaped once, broken into lines at any size
 * and width, drawn.
 *
 * Pango finds fonts, glyphs and the places where a line may break; glyphs are kept at
 * size 1, as nothing here is hinted, so that trying a size or a width costs little.
 * Nothing depends on the pixels of a screen.  Lengths are in points.
 */

#pragma once

#include <pango/pangocairo.h>

typedef struct _Typeset Typeset;

/* A text with its glyphs.  It belongs to its Typeset. */
typedef struct _Setting Setting;

typedef enum { TYPESET_LEFT, TYPESET_CENTRE, TYPESET_RIGHT } TypesetAlign;

/* How a text is broken into lines. */
typedef struct {
  double       size;
  double       width;
  double       indent;  /* of the first line */
  double       leading; /* from line to line, in sizes; 0: the usual */
  TypesetAlign align;   /* centred texts get lines of equal length */
  gboolean     justify; /* lines but the last are as wide as they may be */
} Measure;

Typeset *typeset_new (void);
void     typeset_free (Typeset *self);

/* NULL is a blank text. */
Setting *typeset_shape (Typeset *self, gboolean bold, const char *text);

guint  setting_lines (const Setting *setting, const Measure *measure);
double setting_width (const Setting *setting, double size); /* of the longest line
                                                               when none is broken */

/* From line to line. */
double measure_leading (const Measure *measure);

/* Draws lines of a text from first on, as many as count; x and y are the left upper
 * corner.  */
void typeset_draw (Typeset *self, cairo_t *cr, const Setting *setting,
                   const Measure *measure, double x, double y, guint first,
                   guint count);

/* A glyph in its place, with how much of the run's text begins with it; 0: it goes with
 * the glyph before it.  A character that no font has keeps its place and has no glyph.
 */
typedef struct {
  guint32  glyph;
  gboolean is_shown;
  guint    bytes;
  double   x, y;
} PlacedGlyph;

/* Glyphs of one font side by side, and the text they stand for; gone after the call. */
typedef struct {
  guint              font;
  double             size;
  const PlacedGlyph *glyphs;
  guint              n;
  const char        *text; /* lent by the setting */
} PlacedRun;

/* As typeset_draw(), for what is not cairo's: show is called for every run of a line.
 */
void typeset_place (Typeset *self, const Setting *setting, const Measure *measure,
                    double x, double y, guint first, guint count,
                    void (*show) (const PlacedRun *run, gpointer data), gpointer data);

/* A font that runs name, lent; is_made_bold: there is no bold face of it, its outlines
 * must be thickened.  */
PangoFont *typeset_font (const Typeset *self, guint font, gboolean *is_made_bold);
