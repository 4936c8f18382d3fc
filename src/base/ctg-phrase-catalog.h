/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The compiled translations of ctg-phrases.inc, written at build time by build-aux/make-phrases.py. Private to src/base. */

#pragma once

#include "base/ctg-phrases.h"

G_BEGIN_DECLS

#define CTG_PHRASE_MAX_FORMS 6
#define CTG_PHRASE_N_PLURALS 200

/* texts has CTG_PHRASE_MAX_FORMS entries a phrase, NULL where there is no translation; a phrase without a plural uses the
 * first. plurals gives the form for a count n: at n below 100, at 100 + n % 100 above. */
typedef struct
{
  const char *language; /* as in po/LINGUAS: "de", "zh_CN" */
  const unsigned char *plurals;
  const char *const *texts;
} CtgPhraseCatalog;

extern const CtgPhraseCatalog ctg_phrase_catalogs[];
extern const unsigned int ctg_n_phrase_catalogs;

G_END_DECLS
