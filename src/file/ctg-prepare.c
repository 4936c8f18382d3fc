/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The document of a large figure, begun before it is asked for: it takes as long as drawing, and a second core can do it meanwhile. What is begun belongs
 * to one figure, which never changes, so that it cannot be out of date. It must not know what is in a document (ctg-document.c). */

#include "file/ctg-figure-private.h"

/* With fewer numbers a thread takes as long to start as the work does. */
#define MANY_CLAIMS 5000u

bool
ctg_figure_is_large (CtgFigure *self)
{
  return ctg_dataset_get_n_claims (ctg_figure_get_dataset (self)) >= MANY_CLAIMS;
}

void
ctg_prepared_clear (CtgPrepared *prepared)
{
  /* In this order: the thread of the one may wait for the other. */
  g_clear_pointer (&prepared->png, ctg_png_document_free);
  if (prepared->package != NULL)
    ctg_package_text_free (g_thread_join (g_steal_pointer (&prepared->package)));
  g_clear_pointer (&prepared->spec, ctg_spec_unref);
}

static gpointer
write_package (gpointer dataset)
{
  return ctg_dataset_write_package (dataset);
}

static char *
make_document (void    *figure,
               GError **error)
{
  return ctg_figure_to_document (figure, error);
}

void
ctg_figure_prepare_document (CtgFigure *self,
                             bool       for_png)
{
  CtgPrepared *prepared = ctg_figure_get_prepared (self);

  if (!ctg_figure_is_large (self) || prepared->png != NULL)
    return;

  if (g_atomic_pointer_get (&prepared->package) == NULL)
    g_atomic_pointer_set (&prepared->package, g_thread_try_new ("package", write_package, ctg_figure_get_dataset (self), NULL));
  if (!for_png)
    return;

  /* Makes the table meanwhile, which drawing needs too, and which is not for two threads. */
  if (prepared->spec == NULL)
    prepared->spec = ctg_figure_make_full_spec (self);
  prepared->png = ctg_png_document_new (make_document, self);
}

CtgPackageText *
ctg_figure_make_package (CtgFigure *self)
{
  GThread *thread = g_atomic_pointer_exchange (&ctg_figure_get_prepared (self)->package, NULL);

  /* Only one thread gets it. */
  return thread != NULL ? g_thread_join (thread) : ctg_dataset_write_package (ctg_figure_get_dataset (self));
}
