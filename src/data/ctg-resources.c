/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Access to what is compiled in. It must not know what the files mean. */

#include "data/ctg-resources-private.h"

#include "contingent-data-resources.h"

GBytes *
ctg_resource_load (const char *path)
{
  static gsize registered;
  g_autofree char *full = g_strconcat ("/io/github/contingent/data/", path, NULL);

  if (g_once_init_enter (&registered))
    {
      ctg_data_register_resource ();
      /* GLib opens it when somebody first looks for any resource. If that is another thread, say GTK's for icons, the resource is there a
       * moment later, and asking for it does not wait (seen with GLib 2.90 and GTK 4.24). */
      while (ctg_data_get_resource () == NULL)
        g_thread_yield ();
      g_once_init_leave (&registered, 1);
    }

  return g_resource_lookup_data (ctg_data_get_resource (), full, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}
