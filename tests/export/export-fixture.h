/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the export suite shares: the sample scene as files, and other programs that look at them. */

#pragma once

#include "ctg-test.h"
#include "render/ctg-render.h"
#include "sample-scene.h"

G_BEGIN_DECLS

/* A figure document with everything that could be lost on the way: quotes, markup, "]]>", other scripts, line breaks. */
extern const char fixture_document[];

/* Complete metadata with that document. */
CtgMetadata  fixture_metadata    (void);
/* The scene as a file. */
GBytes      *fixture_render      (const CtgScene    *scene,
                                  CtgFormat          format,
                                  double             dpi,
                                  bool               transparent,
                                  const CtgMetadata *metadata) G_GNUC_WARN_UNUSED_RESULT;
/* Writes it to a temporary file and gives its name. */
char        *fixture_save        (GBytes     *bytes,
                                  const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* Whether a program is installed; if not the test is marked as skipped. */
bool         fixture_has_program (const char *program);
/* Its output, after it has ended well. */
char        *fixture_run         (const char *program,
                                  ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
