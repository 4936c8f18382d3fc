/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of CtgTextMeasure share. Private to src/text and its tests. */

#pragma once

#include "text/ctg-text-shape.h"

G_BEGIN_DECLS

/* What is known of a line once it is measured. */
typedef struct
{
  CtgTextExtents extents;
  unsigned int n_unknown; /* glyphs no font has */
} CtgTextLine;

/* One way of measuring. text has no line breaks. */
typedef struct
{
  void (*measure)(gpointer       data,
                  const CtgFont *font,
                  const char    *text,
                  CtgTextLine   *line);
  char *(*dup_substitute)(gpointer data,
                          const CtgFont *font);
  void (*free)(gpointer data);
} CtgTextBackend;

CtgTextMeasure      *ctg_text_measure_new             (const CtgTextBackend *backend,
                                                       gpointer              data) G_GNUC_WARN_UNUSED_RESULT;

void                 ctg_text_shape_get_metrics       (hb_font_t *text_font,
                                                       double     size,
                                                       double    *ascent,
                                                       double    *descent);

/* The file of a font at one of the places where systems keep it; NULL if it is at none, or if the family is not one
 * of those we look for. Saves asking fontconfig, whose start costs more than a whole figure. */
char                *ctg_text_find_file               (const CtgFont *font) G_GNUC_WARN_UNUSED_RESULT;

typedef struct _CtgTextPango CtgTextPango;

CtgTextPango        *ctg_text_pango_new               (void) G_GNUC_WARN_UNUSED_RESULT;
void                 ctg_text_pango_free              (CtgTextPango *self);
/* The whole of Pango: any script, any font. Gives width and n_unknown. */
void                 ctg_text_pango_measure           (CtgTextPango  *self,
                                                       const CtgFont *font,
                                                       const char    *text,
                                                       CtgTextLine   *line);
/* Slow: Pango lays out a sample. */
void                 ctg_text_pango_get_metrics       (CtgTextPango  *self,
                                                       const CtgFont *font,
                                                       double        *ascent,
                                                       double        *descent);
/* A font of the face alone, which lives as long as self; NULL where there is none at all. */
hb_face_t           *ctg_text_pango_get_face          (CtgTextPango  *self,
                                                       const CtgFont *font);
char                *ctg_text_pango_dup_substitute    (CtgTextPango  *self,
                                                       const CtgFont *font) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgTextPango, ctg_text_pango_free)

G_END_DECLS
