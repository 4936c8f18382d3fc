/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Measuring text, once, before any sink exists: unhinted, in points, the same at every scale. Two implementations:
 * Pango with real fonts, and a fixed-width fake for tests. */

#pragma once

#include "base/ctg-types.h"

G_BEGIN_DECLS

/* family: a single family name ("Liberation Sans"); size in points. */
typedef struct
{
  const char *family;
  double size;
  bool bold;
  bool italic;
} CtgFont;

/* Advance width of the line; ascent and descent of the font above and below the baseline, both positive. */
typedef struct
{
  double width;
  double ascent;
  double descent;
} CtgTextExtents;

typedef struct _CtgTextMeasure CtgTextMeasure;

/* Real fonts, measured as Pango would; use one per thread. Lines of Latin, Greek or Cyrillic in one font are shaped without Pango, whose
 * start costs more than a figure; the widths are equal. Where FONTCONFIG_FILE, _PATH or _SYSROOT is set, fontconfig finds the font,
 * else the default figure font is first looked for where systems keep it. */
CtgTextMeasure *ctg_text_measure_new_pango         (void) G_GNUC_WARN_UNUSED_RESULT;
/* Every character 0.55 em wide (wide East Asian ones 1 em, combining marks nothing), ascent 0.9 em, descent 0.25 em. For tests of layout. */
CtgTextMeasure *ctg_text_measure_new_fixed         (void) G_GNUC_WARN_UNUSED_RESULT;
CtgTextMeasure *ctg_text_measure_ref               (CtgTextMeasure *self);
void            ctg_text_measure_unref             (CtgTextMeasure *self);

/* One line; text is plain, never markup; line breaks count as spaces. ascent and descent are those of font itself, whatever other fonts
 * help out. Results are cached. */
void            ctg_text_measure_line              (CtgTextMeasure *self,
                                                    const CtgFont  *font,
                                                    const char     *text,
                                                    CtgTextExtents *extents);
/* How many glyphs of the text no installed font has. */
unsigned int    ctg_text_measure_count_unknown     (CtgTextMeasure *self,
                                                    const CtgFont  *font,
                                                    const char     *text);
/* The family that stands in when font->family is not installed; NULL if it is. */
char           *ctg_text_measure_dup_substitute    (CtgTextMeasure *self,
                                                    const CtgFont  *font) G_GNUC_WARN_UNUSED_RESULT;

/* Breaks text into lines no wider than width where the script allows it (Unicode line breaking) and at line breaks; a word wider than the
 * width stands alone. Blanks at the ends of lines are dropped; an empty text has no lines. An isolate (U+2066 to U+2069) that goes over the end of
 * a line is closed there and opened again in the next, the same way. */
char          **ctg_text_measure_wrap              (CtgTextMeasure *self,
                                                    const CtgFont  *font,
                                                    const char     *text,
                                                    double          width) G_GNUC_WARN_UNUSED_RESULT;
/* The longest beginning that fits with an ellipsis, cut at a grapheme; the text itself if it fits. */
char           *ctg_text_measure_shorten           (CtgTextMeasure *self,
                                                    const CtgFont  *font,
                                                    const char     *text,
                                                    double          width) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgTextMeasure, ctg_text_measure_unref)

G_END_DECLS
