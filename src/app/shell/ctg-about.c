/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The About window on AdwAboutWindow (libadwaita 1.2). Must only tell. */

#include "ctg-config.h"

#include "app/shell/ctg-about.h"

#include <adwaita.h>
#include <glib/gi18n.h>

void
ctg_about_show (GtkWindow *parent)
{
  AdwAboutWindow *about = ADW_ABOUT_WINDOW (adw_about_window_new ());

  gtk_window_set_transient_for (GTK_WINDOW (about), parent);
  gtk_window_set_modal (GTK_WINDOW (about), TRUE);
  adw_about_window_set_application_name (about, _("Contingent"));
  adw_about_window_set_application_icon (about, CTG_APP_ID);
  adw_about_window_set_version (about, CTG_VERSION);
  adw_about_window_set_developer_name (about, _("The Contingent authors"));
  adw_about_window_set_copyright (about, "© 2026 The Contingent authors");
  adw_about_window_set_license_type (about, GTK_LICENSE_GPL_3_0);
  adw_about_window_set_comments (about,
                                 _("Looks at country counts that disagree: who travelled to a conflict, who returned, according to which source, official or not, and as of when. "
                                   "Every number stays tied to the source that stated it."));
  gtk_window_present (GTK_WINDOW (about));
}
