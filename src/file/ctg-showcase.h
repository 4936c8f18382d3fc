/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The showcase figures, made from the bundled data: for the gallery and the golden tests. The list is in ctg-showcases.def. */

#pragma once

#include "file/ctg-figure.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name;     /* also of its files: lower case, with dashes */
  const char *dataset;
  const char *settings; /* over the dataset's default figure: "path=value" separated by ";" */
} CtgShowcase;

unsigned int       ctg_showcase_get_n       (void);
const CtgShowcase *ctg_showcase_get         (unsigned int index);
/* CTG_SPEC_ERROR where a setting is none. */
CtgFigure         *ctg_showcase_make_figure (const CtgShowcase *self,
                                             GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
