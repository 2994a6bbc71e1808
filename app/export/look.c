/* app/export/look.c — how cells of a table and lines of a text look. */

#include "app/export/look.h"

static const CellLook cells[] = {
  [FORM_TITLE] = { TYPESET_CENTRE, 1.6, TRUE, FALSE },
  [FORM_LEFT] = { TYPESET_LEFT, 1, FALSE, FALSE },
  [FORM_RIGHT] = { TYPESET_RIGHT, 1, FALSE, FALSE },
  [FORM_CAPTION] = { TYPESET_CENTRE, 1.2, TRUE, TRUE },
  [FORM_HEAD] = { TYPESET_CENTRE, 1, FALSE, TRUE },
  [FORM_LABEL] = { TYPESET_CENTRE, 1, FALSE, TRUE },
  [FORM_CENTRE] = { TYPESET_CENTRE, 1, FALSE, TRUE },
  [FORM_TEXT] = { TYPESET_LEFT, 1, FALSE, TRUE },
};

static const TextLook texts[] = {
  [TEXT_COVER] = { TYPESET_CENTRE, 26, TRUE, 0, 0, 0, 18 },
  [TEXT_TITLE] = { TYPESET_CENTRE, 18, TRUE, 0, 0, 6, 10 },
  [TEXT_CONTENTS_PART] = { TYPESET_LEFT, 12, TRUE, 0, 0, 6, 2 },
  [TEXT_CONTENTS] = { TYPESET_LEFT, 12, FALSE, 0, 2, 0, 2 },
  [TEXT_PART] = { TYPESET_CENTRE, 18, TRUE, 0, 0, 6, 10 },
  [TEXT_HEADING] = { TYPESET_LEFT, 14, TRUE, 0, 0, 12, 6 },
  [TEXT_SUBHEADING] = { TYPESET_LEFT, 12, TRUE, 2, 0, 6, 2 },
  [TEXT_PARAGRAPH] = { TYPESET_LEFT, 12, FALSE, 2, 0, 0, 4 },
  [TEXT_LETTERHEAD] = { TYPESET_CENTRE, 22, TRUE, 0, 0, 12, 12 },
  [TEXT_CENTRE] = { TYPESET_CENTRE, 12, FALSE, 0, 0, 0, 12 },
  [TEXT_LEFT] = { TYPESET_LEFT, 12, FALSE, 0, 0, 6, 4 },
  [TEXT_RIGHT] = { TYPESET_RIGHT, 12, FALSE, 0, 0, 6, 4 },
  [TEXT_TABLE] = { TYPESET_LEFT, 12, FALSE, 0, 0, 6, 10 },
};

const CellLook *
look_of_cell (FormStyle style)
{
  return &cells[style];
}

const TextLook *
look_of_text (TextStyle style)
{
  return &texts[style];
}
