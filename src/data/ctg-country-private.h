/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole table of countries, for those who walk it, and the names by which they are found. */

#pragma once

#include "data/ctg-country.h"

G_BEGIN_DECLS

#define CTG_COUNTRY_KEY_SIZE 256

/* By alpha-3 code. Static. */
const CtgCountry *ctg_countries_get_table (unsigned int *n_countries);
/* The name as it is compared: folded, without full stops and apostrophes, one blank between words, "&" as "and", no leading article. Empty for what is
 * too long to be a name. */
void              ctg_country_make_key    (const char *name,
                                           char        key[CTG_COUNTRY_KEY_SIZE]);

/* What stands for all countries together. */
extern const CtgCountry ctg_country_all;
/* ctg_country_find(), or ctg_country_all for "Total", "World" and the like. */
const CtgCountry *ctg_country_find_any    (const char *name_or_code);

/* What make-country-names.c writes down: a key, its code, and so on, each with a NUL, an empty one at the end. No key stands twice. The first ones are
 * English names, aliases and codes, the others names of other languages, the last ones mean
 * all countries and have no code. */
extern const char ctg_country_english_names[];
extern const char ctg_country_other_names[];
extern const char ctg_country_total_names[];

G_END_DECLS
