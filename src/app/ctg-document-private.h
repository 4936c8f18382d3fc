/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that a document is made of share. */

#pragma once

#include "app/ctg-document.h"
#include "app/ctg-history.h"

G_BEGIN_DECLS

struct _CtgDocument
{
  GObject parent_instance;

  CtgFigure *figure;
  CtgSpec *saved_spec;
  CtgHistory *history;

  CtgScene *scene;
  CtgWarnings *warnings;
  GError *error;
  guint compile_id;
  gboolean scene_is_current;
  CtgFigure *thread_figure; /* the worker's own, lent to the task that runs */
  gboolean thread_runs;

  GStrv selection;
  GHashTable *selected; /* borrows the strings of selection */

  CtgOpenedKind kind;
  GFile *file;
  char *title;
  char *subtitle;
};

/* Has the scene made before the next frame, if it is behind the figure. */
void ctg_document_schedule_scene (CtgDocument *self);

G_END_DECLS
