/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the sheet share: the widget itself (ctg-sheet.c), its marks for keyboard and assistive technology
 * (ctg-sheet-marks.c), its menu (ctg-sheet-menu.c), and the editing of texts (ctg-sheet-edit.c). */

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
  GskRenderNode *paper; /* the scene in points; drawn again and again */

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

G_END_DECLS
