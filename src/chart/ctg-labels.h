/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names of rows, made to fit: as they are, in their short form, in lines, or cut with an ellipsis; never two alike that were not alike before. */

#pragma once

#include "chart/ctg-plan.h"

G_BEGIN_DECLS

typedef struct
{
  char **lines;  /* at least one */
  unsigned int n_lines;
  double width;  /* of the widest line */
  bool cut;      /* with an ellipsis */
} CtgCategoryLabel;

typedef struct
{
  CtgCategoryLabel *items;
  unsigned int n;
  unsigned int n_cut;
  double width;       /* of the widest */
  double line_height; /* enough for every script that is drawn */
  double ascent;
} CtgCategoryLabels;

/* Fits the names of the plan's rows into max_width, in at most max_lines lines. */
CtgCategoryLabels *ctg_category_labels_new   (const CtgPlan *plan,
                                              double         max_width,
                                              unsigned int   max_lines) G_GNUC_WARN_UNUSED_RESULT;
void               ctg_category_labels_free  (CtgCategoryLabels *self);
/* Lines joined by spaces. */
char              *ctg_category_label_dup    (const CtgCategoryLabel *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
