/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the window share: setting up and documents (ctg-window.c), commands (ctg-window-actions.c), opening, saving and closing
 * (ctg-window-files.c), recent files (ctg-window-recent.c), highlighting and annotations (ctg-window-notes.c), exporting and copying
 * (ctg-window-export.c). */

#pragma once

#include "app/ctg-sidebar.h"
#include "app/ctg-warnings-bar.h"
#include "app/ctg-window.h"
#include "app/inspector/ctg-inspector.h"
#include "app/sheet/ctg-sheet.h"
#include "app/shell/ctg-split-view.h"
#include "app/table/ctg-table-view.h"

G_BEGIN_DECLS

struct _CtgWindow
{
  AdwApplicationWindow parent_instance;

  /* template */
  AdwToastOverlay *toasts;
  AdwWindowTitle *window_title;
  GtkWidget *open_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkMenuButton *menu_button;
  GMenu *undo_section;
  GMenu *recent_menu;
  CtgSplitView *split;
  CtgSidebar *sidebar;
  GtkPaned *paned;
  GtkStack *stack;
  CtgSheet *sheet;
  GtkScrolledWindow *sheet_scroller;
  AdwStatusPage *trouble;
  GtkBox *trouble_fixes;
  GtkWidget *trouble_clear;
  CtgWarningsBar *warnings;
  GtkMenuButton *zoom_button;
  GtkButton *vision_button;
  AdwBin *table_slot;
  AdwBin *inspector_slot;
  GtkRevealer *progress_revealer;
  GtkSpinner *progress_spinner;
  GtkLabel *progress_label;

  /* borrowed from their slots; NULL before the first frame, and before the first use */
  CtgTableView *table;
  CtgInspector *inspector;

  /* owned */
  GSettings *settings;
  GHashTable *bundled;   /* dataset id to CtgDocument */
  GPtrArray *opened;     /* (element-type CtgDocument) */
  CtgDocument *document;
  GSignalGroup *signals; /* of the document */
  GPtrArray *works;      /* (element-type GCancellable) */
  guint progress_id;
  GPtrArray *to_save;    /* documents still to be saved before closing; NULL unless closing */

  guint is_painted : 1;
  guint force_close : 1;
};

/* ctg-window.c */
void ctg_window_show_document   (CtgWindow   *self,
                                 CtgDocument *document);
/* Whether there is a figure to be looked at, not a page that says why there is none. */
gboolean ctg_window_shows_sheet (CtgWindow *self);
/* Whether the window is gone, all but the memory that unfinished work holds. Whatever comes late asks this first. */
gboolean ctg_window_is_closed   (CtgWindow *self);
void ctg_window_toast           (CtgWindow  *self,
                                 const char *text);
/* Shows that something takes long (after a moment) until ended; the user may cancel it. */
GCancellable *ctg_window_begin_work (CtgWindow  *self,
                                     const char *text) G_GNUC_WARN_UNUSED_RESULT;
void ctg_window_end_work        (CtgWindow    *self,
                                 GCancellable *cancellable);
void ctg_window_cancel_works    (CtgWindow *self);
void ctg_window_ensure_inspector (CtgWindow *self);
/* Ctrl+F: the table's filter. */
void ctg_window_find            (CtgWindow *self);
void ctg_window_show_field      (CtgWindow  *self,
                                 const char *path);

/* ctg-window-actions.c */
void ctg_window_add_actions     (CtgWindow *self);
void ctg_window_update_actions  (CtgWindow *self);

/* ctg-window-notes.c */
void ctg_window_add_note_actions    (CtgWindow *self);
void ctg_window_update_note_actions (CtgWindow *self);

/* ctg-window-panes.c */
void ctg_window_add_pane_actions    (CtgWindow *self);

/* ctg-window-vision.c */
void ctg_window_add_vision_action   (CtgWindow *self);

/* ctg-window-files.c */
void ctg_window_choose_files    (CtgWindow *self);
void ctg_window_save            (CtgWindow *self);
void ctg_window_save_as         (CtgWindow *self);
void ctg_window_save_to         (CtgWindow   *self,
                                 CtgDocument *document,
                                 GFile       *file);
gboolean ctg_window_confirm_close (CtgWindow *self);
void ctg_window_add_drop_target (CtgWindow *self);
/* The opened document of this file; NULL if there is none. */
CtgDocument *ctg_window_find_opened (CtgWindow *self,
                                     GFile     *file);
/* What is wrong with a file that was opened all the same; faults: of CtgFault, may be empty. */
void ctg_window_tell_faults (CtgWindow *self,
                             GFile     *file,
                             GPtrArray *faults);

/* ctg-window-reload.c */
/* What tells one state of a file from another; NULL where it cannot be had. May be asked in any thread. */
char *ctg_window_dup_stamp      (GFile        *file,
                                 GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
/* Remembers which state of its file the document shows. stamp: (nullable) */
void ctg_window_note_stamp      (CtgDocument *document,
                                 const char  *stamp);
/* Offers to reload the document that is shown, if its file has changed since. */
void ctg_window_look_at_file    (CtgWindow *self);
void ctg_window_reload          (CtgWindow   *self,
                                 CtgDocument *document);

/* ctg-window-recent.c */
void ctg_window_update_recent   (CtgWindow *self);
void ctg_window_remember_file   (CtgWindow *self,
                                 GFile     *file);
void ctg_window_clear_recent    (CtgWindow *self);

/* ctg-window-export.c */
void ctg_window_show_export     (CtgWindow *self);
/* With the options remembered for the format. */
void ctg_window_export_to       (CtgWindow *self,
                                 GFile     *file);
void ctg_window_copy_figure     (CtgWindow *self);

G_END_DECLS
