/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole table of countries, for those who walk it. */

#pragma once

#include "data/ctg-country.h"

G_BEGIN_DECLS

/* By alpha-3 code. Static. */
const CtgCountry *ctg_countries_get_table (unsigned int *n_countries);

G_END_DECLS
