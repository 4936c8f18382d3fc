/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The finished figure: an immutable, reference-counted display list in points (1/72 in), origin at the upper left, y
 * downwards. Geometry is computed once, before; drawing, hit-testing, tooltips, keyboard order, accessibility and tests read
 * it. Nodes are flat, in painting order; a group is followed by its descendants. Built with ctg-scene-builder.h. */

#pragma once

#include "base/ctg-color.h"
#include "text/ctg-text.h"

G_BEGIN_DECLS

typedef enum
{
  CTG_NODE_GROUP,
  CTG_NODE_RECT,
  CTG_NODE_LINE,
  CTG_NODE_PATH,
  CTG_NODE_SYMBOL,
  CTG_NODE_TEXT,
} CtgNodeKind;

/* What a node is to a reader; becomes the class in SVG ("mark", "value-label") and the order of the accessibility tree. */
typedef enum
{
  CTG_ROLE_NONE,
  CTG_ROLE_BACKGROUND,
  CTG_ROLE_TITLE,
  CTG_ROLE_SUBTITLE,
  CTG_ROLE_LEGEND,         /* group */
  CTG_ROLE_LEGEND_ENTRY,   /* group: key and text */
  CTG_ROLE_PLOT,           /* group */
  CTG_ROLE_PANEL,          /* group: one of several plots that share a page; label is its title */
  CTG_ROLE_PANEL_TITLE,
  CTG_ROLE_GRID,
  CTG_ROLE_AXIS,           /* group */
  CTG_ROLE_AXIS_LINE,
  CTG_ROLE_AXIS_TICK,
  CTG_ROLE_AXIS_LABEL,
  CTG_ROLE_AXIS_TITLE,
  CTG_ROLE_CATEGORY_LABEL, /* name of a row; datum.row is set */
  CTG_ROLE_SERIES,         /* group of one series' marks */
  CTG_ROLE_MARK,           /* group or shape; datum is set; label says the claim */
  CTG_ROLE_MARK_PART,      /* shape inside a mark: certain part, possible part, whisker, connecting line */
  CTG_ROLE_OPEN_END,       /* the end of "at least" */
  CTG_ROLE_MISSING,        /* the mark for "not reported" / "not applicable"; datum is set, label says which */
  CTG_ROLE_VALUE_LABEL,    /* datum is set */
  CTG_ROLE_NOTE,
  CTG_ROLE_SOURCE,
  CTG_ROLE_REFERENCE,      /* a line or band across the value axis, its label, and the group of them */
  CTG_ROLE_ANNOTATION,     /* group: the note tied to a mark, id "annotation-N" with N its number in the figure; and before it the line to the mark */
  CTG_N_ROLES
} CtgRole;

/* Indices into the table the scene was made from; -1 where there is none. */
typedef struct
{
  int row;
  int series;
} CtgDatum;

#define CTG_DATUM_NONE ((CtgDatum) { -1, -1 })

typedef enum
{
  CTG_DASH_SOLID,
  CTG_DASH_DASHED, /* 3 : 2 widths */
  CTG_DASH_DOTTED, /* round dots, 1 : 2 */
} CtgDash;

typedef enum
{
  CTG_HATCH_NONE,
  CTG_HATCH_DIAGONAL, /* lines at 45 degrees, 0.6 pt wide, 3 pt apart, in the stroke colour over the fill */
} CtgHatch;

typedef enum
{
  CTG_CAP_BUTT,
  CTG_CAP_ROUND,
} CtgCap;

/* fill and stroke with alpha 0 are not painted. snap: raster sinks may move edges to whole pixels. */
typedef struct
{
  CtgColor fill;
  CtgColor stroke;
  double stroke_width;
  CtgDash dash;
  CtgHatch hatch;
  CtgCap cap;
  bool snap;
} CtgStyle;

static inline bool
ctg_style_equal (const CtgStyle *a,
                 const CtgStyle *b)
{
  return ctg_color_equal (a->fill, b->fill) && ctg_color_equal (a->stroke, b->stroke) && a->stroke_width == b->stroke_width && a->dash == b->dash &&
         a->hatch == b->hatch && a->cap == b->cap && a->snap == b->snap;
}

typedef enum
{
  CTG_SYMBOL_CIRCLE,
  CTG_SYMBOL_SQUARE,
  CTG_SYMBOL_DIAMOND,
  CTG_SYMBOL_TRIANGLE,
  CTG_SYMBOL_CROSS,
  CTG_SYMBOL_DASH,
} CtgSymbol;

/* Physical, not logical: LEFT is the left end of the drawn line in right-to-left text too. */
typedef enum
{
  CTG_ANCHOR_LEFT,
  CTG_ANCHOR_MIDDLE,
  CTG_ANCHOR_RIGHT,
} CtgAnchor;

typedef enum
{
  CTG_PATH_MOVE,
  CTG_PATH_LINE,
  CTG_PATH_CURVE, /* three points: two controls, end */
  CTG_PATH_CLOSE,
} CtgPathVerb;

/* Painted in the style's fill. */
typedef struct
{
  const char *string;
  CtgFont font;
  CtgPoint baseline;  /* of the anchor point */
  CtgAnchor anchor;
  double angle_deg;   /* clockwise about the baseline point */
  bool rtl;           /* base direction of the line */
  CtgTextExtents extents;
} CtgNodeText;

/* A figure may have hundreds of thousands: what is large and rare, or alike in many, is behind a pointer. */
typedef struct
{
  CtgNodeKind kind : 8;
  CtgRole role : 8;
  unsigned int depth : 16; /* 0 for top-level nodes */
  unsigned int n_descendants; /* groups: the next n nodes belong to it */
  CtgDatum datum;
  const char *label;      /* nullable: what a screen reader says and a tooltip may show */
  const CtgStyle *style;  /* never NULL; that of groups paints nothing */
  CtgRect bounds;         /* of what is painted, stroke and text ascent/descent included; of a group: of its descendants */
  union
  {
    struct { const char *id; } group; /* unique, stable ("series-fighters.official") */
    struct { CtgRect rect; double radius; } rect;
    struct { CtgPoint from, to; } line;
    struct { const CtgPathVerb *verbs; const CtgPoint *points; unsigned int n_verbs, n_points; } path;
    struct { CtgPoint center; double size; CtgSymbol symbol; } symbol; /* size: diameter of the circle of equal area */
    const CtgNodeText *text;
  };
} CtgNode;

typedef struct _CtgScene CtgScene;

CtgScene         *ctg_scene_ref             (CtgScene *self);
void              ctg_scene_unref           (CtgScene *self);

/* The same scene in the colours that an eye with the deficiency sees, for looking at only; (transfer full). */
CtgScene         *ctg_scene_dup_as_seen     (CtgScene *self,
                                             CtgVision vision) G_GNUC_WARN_UNUSED_RESULT;

/* Page size in points. */
double            ctg_scene_get_width       (const CtgScene *self);
double            ctg_scene_get_height      (const CtgScene *self);
/* BCP 47 language of the texts; accessible name and description (alt text). Never NULL. */
const char       *ctg_scene_get_language    (const CtgScene *self);
const char       *ctg_scene_get_title       (const CtgScene *self);
const char       *ctg_scene_get_description (const CtgScene *self);
/* The line that names the sources of what is drawn, whether or not the picture has it; "" if there is none. */
const char       *ctg_scene_get_source    (const CtgScene *self);
unsigned int      ctg_scene_get_n_nodes     (const CtgScene *self);
const CtgNode    *ctg_scene_get_node        (const CtgScene *self,
                                             unsigned int    index);
/* "mark", "value-label" … */
const char       *ctg_role_get_name         (CtgRole role);

/* The topmost node with a datum (mark, missing, value label, category label) at the point, or within slop points of it; -1 if none.
 * A mark's inner parts give the mark. */
int               ctg_scene_pick            (const CtgScene *self,
                                             double          x,
                                             double          y,
                                             double          slop);
/* Nodes of the role MARK or MISSING in reading order (by row as drawn, then series); (transfer full) (array length=n). */
unsigned int     *ctg_scene_dup_marks       (const CtgScene *self,
                                             unsigned int   *n) G_GNUC_WARN_UNUSED_RESULT;

/* The scene as JSON for tests and debugging: every node with kind, role, datum, bounds rounded to 0.01 pt, and texts. */
char             *ctg_scene_to_json         (const CtgScene *self) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgScene, ctg_scene_unref)

G_END_DECLS
