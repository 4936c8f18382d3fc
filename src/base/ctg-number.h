/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers for machines: the same in every locale. For people see ctg-locale.h. */

#pragma once

#include "base/ctg-types.h"

G_BEGIN_DECLS

/* Shortest text that reads back as the same double ("0.1", "6000", "1e+300"); value must be finite. */
void   ctg_number_append_shortest (GString *string,
                                   double   value);
/* At most decimals decimals, trailing zeros and "-0" removed: the form of SVG coordinates. */
void   ctg_number_append_fixed    (GString     *string,
                                   double       value,
                                   unsigned int decimals);

/* A length such as "89mm", "3.5 in", "12cm", "200pt", "1063px" (96 px to the inch, as CSS); the result is in points.
 * FALSE for anything else, for a bare number, and for what is not finite or not positive. */
bool   ctg_length_parse           (const char *text,
                                   double     *points);

G_END_DECLS
