/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A cell. The text is a GtkInscription, whose size does not depend on what it says: changing two thousand cells asks for no new layout. */

#include "app/table/ctg-table-cell.h"

#include <glib/gi18n.h>

/* A narrower table scrolls sideways rather than cut shorter texts. */
#define MIN_CHARS 12

struct _CtgTableCell
{
  GtkWidget parent_instance;

  GtkInscription *inscription;
  GtkWidget *doubtful; /* made when first needed, as is the next */
  GtkWidget *note;
  guint position;
};

G_DEFINE_FINAL_TYPE (CtgTableCell, ctg_table_cell, GTK_TYPE_WIDGET)

/* Signs stand before the text: numbers stay in line at the right, and a long note cannot push its sign away. */
static void
show_sign (CtgTableCell *self,
           GtkWidget   **sign,
           gboolean      visible,
           const char   *icon_name,
           const char   *css_class)
{
  if (*sign == NULL && visible)
    {
      *sign = gtk_image_new_from_icon_name (icon_name);
      gtk_widget_add_css_class (*sign, css_class);
      gtk_widget_insert_before (*sign, GTK_WIDGET (self), GTK_WIDGET (self->inscription));
    }
  if (*sign != NULL)
    gtk_widget_set_visible (*sign, visible);
}

static void
ctg_table_cell_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ctg_table_cell_parent_class)->dispose (object);
}

static void
ctg_table_cell_class_init (CtgTableCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ctg_table_cell_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tablecell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ctg_table_cell_init (CtgTableCell *self)
{
  self->position = GTK_INVALID_LIST_POSITION;
  self->inscription = GTK_INSCRIPTION (gtk_inscription_new (NULL));
  gtk_inscription_set_text_overflow (self->inscription, GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_lines (self->inscription, 1);
  gtk_inscription_set_nat_lines (self->inscription, 1);
  /* From the top of a box of one line: an ellipsis may come from a higher font and must not move the text. */
  gtk_inscription_set_yalign (self->inscription, 0);
  gtk_widget_set_valign (GTK_WIDGET (self->inscription), GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (GTK_WIDGET (self->inscription), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->inscription), GTK_WIDGET (self));
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 4);
}

GtkWidget *
ctg_table_cell_new (gboolean numeric,
                    guint    n_chars)
{
  CtgTableCell *self = g_object_new (CTG_TYPE_TABLE_CELL, "has-tooltip", TRUE, NULL);

  gtk_inscription_set_min_chars (self->inscription, MIN (n_chars, MIN_CHARS));
  gtk_inscription_set_nat_chars (self->inscription, n_chars);
  gtk_inscription_set_xalign (self->inscription, numeric ? 1 : 0);
  if (numeric)
    gtk_widget_add_css_class (GTK_WIDGET (self), "numeric");

  return GTK_WIDGET (self);
}

void
ctg_table_cell_show (CtgTableCell *self,
                     const char   *text,
                     CtgCellFlags  flags,
                     const char   *label)
{
  g_return_if_fail (CTG_IS_TABLE_CELL (self));

  gtk_inscription_set_text (self->inscription, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->inscription), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  if (flags & CTG_CELL_DIM)
    gtk_widget_add_css_class (GTK_WIDGET (self->inscription), "dim-label");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->inscription), "dim-label");

  show_sign (self, &self->doubtful, (flags & CTG_CELL_DOUBTFUL) != 0, "dialog-warning-symbolic", "doubtful");
  show_sign (self, &self->note, (flags & CTG_CELL_NOTE) != 0 && (flags & CTG_CELL_DOUBTFUL) == 0, "dialog-information-symbolic", "dim-label");
}

const char *
ctg_table_cell_get_text (CtgTableCell *self)
{
  g_return_val_if_fail (CTG_IS_TABLE_CELL (self), NULL);

  return gtk_inscription_get_text (self->inscription);
}

guint
ctg_table_cell_get_position (CtgTableCell *self)
{
  g_return_val_if_fail (CTG_IS_TABLE_CELL (self), GTK_INVALID_LIST_POSITION);

  return self->position;
}

void
ctg_table_cell_set_position (CtgTableCell *self,
                             guint         position)
{
  g_return_if_fail (CTG_IS_TABLE_CELL (self));

  self->position = position;
}
