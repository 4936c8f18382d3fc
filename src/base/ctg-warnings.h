/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a reader should know about a figure that was drawn all the same: rows left out, labels shortened,
 * partial data. A warning is a phrase with arguments, so that the window and the command line can say it in
 * their own language, and a spec path where it can be mended ("top"; NULL where nowhere). */

#pragma once

#include "base/ctg-locale.h"

G_BEGIN_DECLS

/* A way out that is taken with one click. */
typedef struct
{
  CtgPhrase phrase; /* what it does, short and imperative */
  char **fields;    /* the spec fields it sets, "kind=points" each; NULL-terminated */
} CtgFix;

typedef struct
{
  CtgPhrase phrase;
  char **arguments; /* NULL-terminated */
  char *path;       /* nullable */
  GArray *fixes;    /* of CtgFix, the best one first; often empty */
} CtgWarning;

typedef struct _CtgWarnings CtgWarnings;

CtgWarnings      *ctg_warnings_new         (void) G_GNUC_WARN_UNUSED_RESULT;
void              ctg_warnings_free        (CtgWarnings *self);
/* Adds a warning once: the same phrase with the same arguments is not repeated. Returns the warning, borrowed, for ctg_warning_add_fix(). */
CtgWarning       *ctg_warnings_add         (CtgWarnings *self,
                                            CtgPhrase    phrase,
                                            const char  *path,
                                            ...) G_GNUC_NULL_TERMINATED;
/* Offers a way out, once: the fields to set follow as "path=value". */
void              ctg_warning_add_fix      (CtgWarning *warning,
                                            CtgPhrase   phrase,
                                            ...) G_GNUC_NULL_TERMINATED;
unsigned int      ctg_warnings_get_n       (const CtgWarnings *self);
const CtgWarning *ctg_warnings_get         (const CtgWarnings *self,
                                            unsigned int       index);
char             *ctg_warning_format       (const CtgWarning *warning,
                                            const CtgLocale  *locale) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgWarnings, ctg_warnings_free)

G_END_DECLS
