/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Table and inspector of one document in a plain window, without the rest of the program. */

#pragma once

#include <adwaita.h>

#include "app/inspector/ctg-inspector.h"
#include "app/table/ctg-table-view-private.h"
#include "ctg-test.h"

G_BEGIN_DECLS

typedef struct
{
  GtkWidget *window;
  CtgTableView *view;
  CtgTableGrid *grid;
  CtgTableModel *model;
  CtgInspector *inspector;
  CtgDocument *document;
} TableFixture;

/* data: the id of a bundled dataset, or a file under tests/ that ends in ".json". */
void        table_fixture_set_up    (TableFixture *fixture,
                                     gconstpointer data);
/* Checks that nothing keeps the widgets alive. */
void        table_fixture_tear_down (TableFixture *fixture,
                                     gconstpointer data);
void        table_fixture_open      (TableFixture *fixture,
                                     CtgFigure    *figure);
/* Runs the main loop until a frame has been drawn. */
void        table_fixture_draw      (TableFixture *fixture);

/* Name of the row at the position, as the table has it. */
const char *table_fixture_name      (TableFixture *fixture,
                                     guint         position);
guint       table_fixture_n_rows    (TableFixture *fixture);
/* Row index of a key; fails where there is none. */
guint       table_fixture_row       (TableFixture *fixture,
                                     const char   *key);
/* The text in a cell on the screen. */
void        table_fixture_assert_cell (TableFixture *fixture,
                                       const char   *column,
                                       guint         position,
                                       const char   *text);
/* Whether the row can be seen in the table. */
gboolean    table_fixture_in_view   (TableFixture *fixture,
                                     guint         row);
/* What a click on the column's header does. */
void        table_fixture_click_header (TableFixture *fixture,
                                        const char   *column,
                                        GtkSortType   order);

/* The first descendant of the type; NULL if there is none. */
GtkWidget  *table_fixture_find      (GtkWidget *root,
                                     GType      type);

G_END_DECLS
