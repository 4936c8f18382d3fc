/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A real window inside the test program, and waiting for what it does. Used by the suites app and a11y. Must not look into single widgets. */

#pragma once

#include "app/ctg-window-private.h"
#include "ctg-test.h"

G_BEGIN_DECLS

typedef struct
{
  CtgApplication *application;
  CtgWindow *window;
} AppFixture;

typedef gboolean (*AppCondition) (AppFixture *fixture);

/* The program runs in a home of its own already (with-display); folders of the system must stay for GTK finds its icons and settings there. */
void         app_test_init           (int    *argc,
                                      char ***argv);
/* A window on the default dataset, drawn once, with its table. */
void         app_fixture_set_up      (AppFixture   *fixture,
                                      gconstpointer data);
/* Closes it and checks that nothing keeps it alive. */
void         app_fixture_tear_down   (AppFixture   *fixture,
                                      gconstpointer data);

/* Runs the main loop until the condition holds; fails after some seconds, naming what was waited for. */
void         app_wait                (AppFixture  *fixture,
                                      AppCondition condition,
                                      const char  *what);
/* Runs the main loop until nothing is pending. */
void         app_settle              (void);
/* Activates a window action that has to be enabled; parameter in GVariant text, or NULL. */
void         app_activate            (AppFixture *fixture,
                                      const char *action,
                                      const char *parameter);
GVariant    *app_state               (AppFixture *fixture,
                                      const char *action) G_GNUC_WARN_UNUSED_RESULT;
/* The latest toplevel besides the window: a dialog. NULL if there is none. */
GtkWindow   *app_find_dialog         (AppFixture *fixture);
void         app_close_dialogs       (AppFixture *fixture);
/* The first descendant of the type; NULL if there is none. */
GtkWidget   *app_find_child          (GtkWidget *root,
                                      GType      type);
CtgDocument *app_document            (AppFixture *fixture);
/* Changes a field of the figure, see ctg_document_set(). */
void         app_set                 (AppFixture *fixture,
                                      const char *path,
                                      const char *value);

G_END_DECLS
