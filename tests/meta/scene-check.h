/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold of every figure, whatever its data, page and language; and a description of a scene to compare two of them by. */

#pragma once

#include "chart-fixture.h"

G_BEGIN_DECLS

typedef struct
{
  int n_rows;          /* rows that must have a name; -1: any */
  bool all_values;     /* every number must be written */
  bool names_aside;    /* names stand beside the plot, clear of the marks of their rows */
  bool maybe_silent;   /* a map on a very low page gives up all texts */
} SceneCheck;

/* Fails the test with what and where. what: words for the message. */
void  scene_check (const CtgScene   *scene,
                   const CtgTable   *table,
                   const CtgLocale  *locale,
                   CtgTextMeasure   *measure,
                   const SceneCheck *check,
                   const char       *what);

/* Roles, boxes and words, one node a line; rows by their key, so that tables in another order can be compared. */
char *scene_describe (const CtgScene *scene,
                      const CtgTable *table) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
