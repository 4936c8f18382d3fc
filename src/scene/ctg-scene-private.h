/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the builder fills and the scene's readers share. Nothing outside this folder includes it. */

#pragma once

#include "scene/ctg-scene.h"

G_BEGIN_DECLS

/* Reference-counted by g_atomic_rc_box; never changed once the builder has handed it out. */
struct _CtgScene
{
  double width;
  double height;
  const char *language;    /* in strings, as are title, description and the nodes' texts */
  const char *title;
  const char *description;
  const char *source;
  GArray *nodes;           /* of CtgNode */
  GStringChunk *strings;
  GPtrArray *parts;        /* the nodes' styles, texts, verbs and points, freed with g_free() */
  CtgScene *origin;        /* owns strings and parts of a scene in other colours, all but its styles; else NULL */
};

G_END_DECLS
