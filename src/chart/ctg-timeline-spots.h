/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The marks of a timeline: which statement each stands for, when, and what is written beside it. They know no place yet. */

#pragma once

#include "chart/ctg-plan.h"

G_BEGIN_DECLS

typedef struct
{
  unsigned int i;
  unsigned int s;
  const CtgClaim *claim;
  double day;         /* the middle of the time it speaks of */
  double low;
  double high;
  CtgPoint point;     /* at the number that ranks; the frame says where */
  double top;         /* of the range */
  double bottom;
  char *name;
  char *value;        /* with the number of countries covered */
  CtgTextExtents name_extents;
  CtgTextExtents value_extents;
} CtgTimelineSpot;

/* The claim behind a number, if it is reported and says when; NULL otherwise. */
const CtgClaim *ctg_timeline_get_claim     (const CtgTable *table,
                                            unsigned int    row,
                                            unsigned int    series);
/* All marks of a plan, by day. */
GArray         *ctg_timeline_collect_spots (const CtgPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
/* The next mark of the same source that counts the same, -1 if there is none. */
int             ctg_timeline_find_next     (const GArray  *spots,
                                            const CtgPlan *plan,
                                            unsigned int   k);

G_END_DECLS
