/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the sheet share: the widget itself (ctg-sheet.c), its marks for keyboard and assistive technology
 * (ctg-sheet-marks.c), its menu (ctg-sheet-menu.c), the editing of texts (ctg-sheet-edit.c), and annotations (ctg-sheet-notes.c). */

#pragma once

#include "app/sheet/ctg-claim-card.h"
#include "app/sheet/ctg-mark-proxy.h"
#include "app/sheet/ctg-sheet.h"

G_BEGIN_DECLS

struct _CtgSheet
{
  GtkWidget parent_instance;

  CtgDocument *document;
  GSignalGroup *signals;
  CtgScene *scene;
  GskRenderNode *paper; /* the scene as it is seen, from the corner of the page; drawn again and again */
  double paper_scale;   /* pixels of the display a point, which the paper was made for */

  CtgVision vision;     /* what the paper is shown as */
  double zoom;          /* 0 fits */
  double scale;         /* pixels a point */
  graphene_point_t origin;
  double pinch_zoom;    /* where two fingers began */
  guint zoom_tick;      /* 0 unless the effective zoom is to be told of */

  CtgClaimCard *card;
  GtkWidget *menu; /* NULL before its first use */
  CtgDatum hover;

  GArray *row_bounds;   /* (element-type CtgRect), by row of the table, in points; NULL before they are asked for */

  GPtrArray *proxies;   /* (element-type CtgMarkProxy), one a mark, in reading order */
  unsigned int *marks;  /* node of each mark of the scene */
  unsigned int n_scene_marks;
  unsigned int n_marks; /* those that have a proxy: the first ones */
  int focus;            /* index of the focused mark, -1 for none */
  gboolean walking;     /* the focus goes from one mark to another */
  graphene_point_t pointer; /* where it was last */

  GtkWidget *editor;    /* NULL unless a text is edited */
  char *editor_path;
  CtgRect editor_bounds; /* in points */

  int note_index;       /* of the annotation that is edited; -1 for a new one */
  char *note_row;       /* NULL unless one is */
  char *note_series;
  CtgDatum pressed;     /* the mark last pressed */
  int dragged_note;     /* -1 for none */
  graphene_point_t drag; /* how far, in pixels */
};

/* ctg-sheet.c */
CtgRect      ctg_sheet_to_widget    (CtgSheet *self,
                                     CtgRect   bounds);
void         ctg_sheet_show_card    (CtgSheet *self,
                                     CtgDatum  datum,
                                     CtgRect   bounds);
void         ctg_sheet_select       (CtgSheet *self,
                                     CtgDatum  datum,
                                     gboolean  extend);
/* Selects the row alone unless it is among the selected ones. */
void         ctg_sheet_select_unless_selected (CtgSheet *self,
                                               CtgDatum  datum);
/* The same for what is at the place, in pixels; nothing where nothing is there. */
void         ctg_sheet_select_at    (CtgSheet *self,
                                     double    x,
                                     double    y);
gboolean     ctg_sheet_datum_exists (CtgSheet *self,
                                     CtgDatum  datum);

/* ctg-sheet-marks.c */
void         ctg_sheet_update_marks (CtgSheet *self);
void         ctg_sheet_clear_marks  (CtgSheet *self);
void         ctg_sheet_init_keys    (CtgSheet *self);
gboolean     ctg_sheet_focus        (GtkWidget       *widget,
                                     GtkDirectionType direction);

/* ctg-sheet-menu.c */
void         ctg_sheet_class_init_menu (GtkWidgetClass *widget_class);
void         ctg_sheet_init_menu    (CtgSheet *self);

/* ctg-sheet-edit.c */
const char  *ctg_sheet_path_of_role (CtgRole role);
void         ctg_sheet_stop_editing (CtgSheet *self);
/* An entry that Escape closes; what Enter does is the caller's. bounds: of the text it stands over, in points. */
void         ctg_sheet_open_editor  (CtgSheet   *self,
                                     const char *text,
                                     const char *name,
                                     CtgRect     bounds);

/* ctg-sheet-notes.c */
void         ctg_sheet_init_notes   (CtgSheet *self);
/* The number of the annotation at the place, in pixels, or of the focused one; -1 for none. */
int          ctg_sheet_pick_note    (CtgSheet *self,
                                     double    x,
                                     double    y);
int          ctg_sheet_get_focused_note (CtgSheet *self);
gboolean     ctg_sheet_note_key     (CtgSheet       *self,
                                     guint           keyval,
                                     GdkModifierType state);
/* Where the annotation that is being dragged would stand, in points. */
gboolean     ctg_sheet_get_dragged_note (CtgSheet *self,
                                         CtgRect  *bounds);

G_END_DECLS
