/* app/overview/picture.h — a picture as a list of marks on paper: bars, lines, texts,
 * and the places that lead somewhere.
 *
 * It is laid out once, in points, and drawn anywhere: in a window, on paper, as PDF and
 * SVG.  Panels are laid out one by one, each from its own upper left corner, and placed
 * afterwards.
 */

#pragma once

#include "app/overview/overview.h"

#include <pango/pangocairo.h>

/* Grey and one colour; the texts are ink. */
typedef enum {
  TONE_INK,
  TONE_DIM,
  TONE_GREY,
  TONE_FAINT,
  TONE_ACCENT,
  TONES
} PictureTone;

typedef struct {
  double tones[TONES][3]; /* red, green, blue */
} PictureTheme;

/* On white paper. */
extern const PictureTheme picture_paper;

typedef enum { PICTURE_LEFT, PICTURE_CENTRE, PICTURE_RIGHT } PictureAlign;

typedef struct {
  double       size;
  PictureTone  tone;
  gboolean     is_bold;
  PictureAlign align;
  guint        lines; /* at most; what is longer ends with …; 0: one */
} PictureType;

typedef enum {
  PIECE_BAR,
  PIECE_HATCH,
  PIECE_LINE,
  PIECE_DOTS,
  PIECE_POINT,
  PIECE_TEXT
} PieceKind;

typedef struct {
  PieceKind   kind;
  PictureTone tone;
  double      x, y, width, height; /* of a line: to where it goes */
  double      stroke;
  char       *text;
  PictureType type;
} PicturePiece;

/* A place that stands for rows. */
typedef struct {
  double         x, y, width, height;
  char          *name; /* what it says, in words */
  OverviewFigure link; /* its texts are lent by the overview */
} PictureMark;

typedef struct {
  const char *title;
  double      x, y, width, height;
  guint       page;   /* from 0 */
  GArray     *pieces; /* PicturePiece, from the panel's corner */
  GArray     *marks;  /* PictureMark */
} PicturePanel;

typedef struct _Picture Picture;

struct _Picture {
  double       width, height; /* of a page */
  guint        pages;
  GPtrArray   *panels; /* PicturePanel * */
  PangoLayout *layout; /* that measures texts */
};

Picture *picture_new (double width);
void     picture_free (Picture *self);

/* A panel so wide, which what is drawn next belongs to, until its height is known. */
PicturePanel *picture_begin (Picture *self, const char *title, double width);
void          picture_end (Picture *self, double height);

/* y is the upper edge.  Returns how high the text is. */
double picture_write (Picture *self, double x, double y, double width,
                      const PictureType *type, const char *text);
double picture_measure (Picture *self, const PictureType *type, const char *text);

void picture_bar (Picture *self, PictureTone tone, gboolean is_hatched, double x,
                  double y, double width, double height);
void picture_line (Picture *self, PictureTone tone, double stroke, double x, double y,
                   double to_x, double to_y);
void picture_dots (Picture *self, PictureTone tone, double x, double y, double to_x,
                   double to_y);
void picture_point (Picture *self, PictureTone tone, double radius, double x, double y);

/* A place that leads to the rows of a cell; takes name. */
void picture_link (Picture *self, const ChartCell *cell, double x, double y,
                   double width, double height, char *name);

/* Draws a page, with its upper left corner at the origin. */
void picture_draw (const Picture *self, guint page, cairo_t *cr,
                   const PictureTheme *theme);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Picture, picture_free)
