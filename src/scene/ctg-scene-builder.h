/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Builds a CtgScene node by node. The builder copies strings and fonts, computes bounds and closes to an immutable scene.
 * Coordinates must be finite (checked). */

#pragma once

#include "scene/ctg-scene.h"

G_BEGIN_DECLS

typedef struct _CtgSceneBuilder CtgSceneBuilder;

CtgSceneBuilder *ctg_scene_builder_new       (double      width,
                                              double      height,
                                              const char *language) G_GNUC_WARN_UNUSED_RESULT;
void             ctg_scene_builder_free      (CtgSceneBuilder *self);
/* Consumes the builder; open groups are a programmer's error. */
CtgScene        *ctg_scene_builder_end       (CtgSceneBuilder *self) G_GNUC_WARN_UNUSED_RESULT;

/* Makes room for about so many nodes at once, so that growing does not copy them again and again. */
void             ctg_scene_builder_expect    (CtgSceneBuilder *self,
                                              unsigned int     n_nodes);
void             ctg_scene_builder_set_title (CtgSceneBuilder *self,
                                              const char      *title,
                                              const char      *description);
/* The line that names the sources, for the data about a file; NULL for none. */
void             ctg_scene_builder_set_source (CtgSceneBuilder *self,
                                               const char      *source);
/* The nodes added so far, for what is placed by what is there; borrowed, and its nodes are good until the next one is added. */
const CtgScene  *ctg_scene_builder_peek      (const CtgSceneBuilder *self);
/* For all nodes added until changed or the enclosing group ends. Label may be NULL and belongs to the next node only. */
void             ctg_scene_builder_set_datum (CtgSceneBuilder *self,
                                              CtgDatum         datum);
void             ctg_scene_builder_set_label (CtgSceneBuilder *self,
                                              const char      *label);

/* id: nullable (then the role's name); characters other than ASCII letters, digits, ".", "-" and "_" become "-", and
 * an id that is taken gets "-2", "-3" … Ids that begin with "ctg-" are the sinks'. The current datum and label are the group's too. */
void             ctg_scene_builder_push      (CtgSceneBuilder *self,
                                              CtgRole          role,
                                              const char      *id);
void             ctg_scene_builder_pop       (CtgSceneBuilder *self);

void             ctg_scene_builder_rect      (CtgSceneBuilder *self,
                                              CtgRole          role,
                                              CtgRect          rect,
                                              double           radius,
                                              const CtgStyle  *style);
void             ctg_scene_builder_line      (CtgSceneBuilder *self,
                                              CtgRole          role,
                                              CtgPoint         from,
                                              CtgPoint         to,
                                              const CtgStyle  *style);
void             ctg_scene_builder_path      (CtgSceneBuilder   *self,
                                              CtgRole            role,
                                              const CtgPathVerb *verbs,
                                              unsigned int       n_verbs,
                                              const CtgPoint    *points,
                                              unsigned int       n_points,
                                              const CtgStyle    *style);
void             ctg_scene_builder_symbol    (CtgSceneBuilder *self,
                                              CtgRole          role,
                                              CtgSymbol        symbol,
                                              CtgPoint         center,
                                              double           size,
                                              const CtgStyle  *style);
/* Measures the line with measure; width is the measured advance. Empty strings add nothing. */
void             ctg_scene_builder_text      (CtgSceneBuilder *self,
                                              CtgRole          role,
                                              CtgTextMeasure  *measure,
                                              const CtgFont   *font,
                                              CtgColor         color,
                                              const char      *string,
                                              CtgPoint         baseline,
                                              CtgAnchor        anchor,
                                              double           angle_deg,
                                              bool             rtl);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgSceneBuilder, ctg_scene_builder_free)

G_END_DECLS
