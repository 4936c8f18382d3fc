/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The figure's own words. ctg-phrases.inc lists every phrase once; build-aux/make-phrases.py compiles its
 * translations from po/ into a table, so that a figure speaks its own language whatever the process locale is. */

#pragma once

#include "base/ctg-types.h"

G_BEGIN_DECLS

typedef enum
{
#define PHRASE(name, text) CTG_PHRASE_##name,
#define PHRASE_PLURAL(name, one, many) CTG_PHRASE_##name,
#include "base/ctg-phrases.inc"
#undef PHRASE
#undef PHRASE_PLURAL
  CTG_N_PHRASES
} CtgPhrase;

G_END_DECLS
