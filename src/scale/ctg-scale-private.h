/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the scales share. Private to src/scale. */

#pragma once

#include "scale/ctg-scale.h"

G_BEGIN_DECLS

#define SCALE(id) extern const CtgScaleDesc ctg_scale_##id##_desc;
#include "scale/ctg-scales.def"
#undef SCALE

G_END_DECLS
