/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A cell. It draws its text itself: the size does not depend on the text but on the column's widest, so that changing two thousand cells asks for no new layout, and the
 * baseline does not depend on it either, so that names in another script, whose fonts are higher, stand in line with the numbers. */

#include "app/table/ctg-table-cell.h"

#define SIGN_SIZE 16
#define SPACING 4
/* Keeps dim text at a contrast of 4.5:1. */
#define DIM_ALPHA 0.75
/* Columns that may be cut keep so many characters. */
#define MIN_CHARS 12

struct _CtgTableCell
{
  GtkWidget parent_instance;

  char *text;
  GtkWidget *sign; /* made when first needed */
  guint position;
  CtgCellShape *shape;
  gboolean dim;
};

G_DEFINE_FINAL_TYPE (CtgTableCell, ctg_table_cell, GTK_TYPE_WIDGET)

/* ---- shape ---- */

CtgCellShape *
ctg_cell_shape_new (const char *widest)
{
  CtgCellShape *self = g_rc_box_new0 (CtgCellShape);

  self->widest = g_strdup (widest);

  return self;
}

static void
shape_clear (gpointer data)
{
  g_free (((CtgCellShape *) data)->widest);
}

void
ctg_cell_shape_unref (gpointer shape)
{
  g_rc_box_release_full (shape, shape_clear);
}

static PangoLayout *
create_layout (GtkWidget    *widget,
               CtgCellShape *shape,
               const char   *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (shape->numeric)
    {
      g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
      pango_layout_set_attributes (layout, attributes);
    }

  return layout;
}

static int
get_shape_width (GtkWidget    *widget,
                 CtgCellShape *shape)
{
  guint serial = pango_context_get_serial (gtk_widget_get_pango_context (widget));

  if (shape->serial != serial)
    {
      g_autoptr(PangoLayout) layout = create_layout (widget, shape, shape->widest);

      pango_layout_get_pixel_size (layout, &shape->width, NULL);
      shape->width += shape->signs ? SIGN_SIZE + SPACING : 0;
      shape->serial = serial;
    }

  return shape->width;
}

/* ---- cell ---- */

static gboolean
has_sign (CtgTableCell *self)
{
  return self->sign != NULL && gtk_widget_get_visible (self->sign);
}

static PangoFontMetrics *
get_metrics (GtkWidget *widget)
{
  return pango_context_get_metrics (gtk_widget_get_pango_context (widget), NULL, NULL);
}

static void
ctg_table_cell_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  CtgTableCell *self = CTG_TABLE_CELL (widget);
  PangoFontMetrics *metrics = get_metrics (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int some = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_char_width (metrics) * MIN_CHARS);

      *natural = get_shape_width (widget, self->shape);
      *minimum = self->shape->whole ? *natural : MIN (some, *natural);
    }
  else
    {
      *minimum = *natural = MAX (PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics)), SIGN_SIZE);
    }

  pango_font_metrics_unref (metrics);
}

static void
ctg_table_cell_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  CtgTableCell *self = CTG_TABLE_CELL (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int minimum;

  if (!has_sign (self))
    return;

  /* Asked for only because GTK insists. */
  gtk_widget_measure (self->sign, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->sign,
                            &(GtkAllocation) { rtl ? width - SIGN_SIZE : 0, (height - SIGN_SIZE) / 2, MAX (SIGN_SIZE, minimum), SIGN_SIZE },
                            -1);
}

static void
ctg_table_cell_snapshot (GtkWidget   *widget,
                         GtkSnapshot *snapshot)
{
  CtgTableCell *self = CTG_TABLE_CELL (widget);
  /* Latin digits stand under each other on the right in every language. */
  gboolean to_the_right = self->shape->numeric || gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int before = has_sign (self) ? SIGN_SIZE + SPACING : 0;
  int room = gtk_widget_get_width (widget) - before;
  PangoLayout *layout;
  PangoFontMetrics *metrics;
  GdkRGBA color;
  int width;
  double middle;

  GTK_WIDGET_CLASS (ctg_table_cell_parent_class)->snapshot (widget, snapshot);
  if (self->text == NULL || *self->text == '\0' || room <= 0)
    return;

  layout = create_layout (widget, self->shape, self->text);
  pango_layout_get_pixel_size (layout, &width, NULL);
  if (width > room)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_width (layout, room * PANGO_SCALE);
      width = room;
    }

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  if (self->dim)
    color.alpha *= DIM_ALPHA;

  /* The line of the cell's own font in the middle; the text stands on that line whatever its font is. */
  metrics = get_metrics (widget);
  middle = (gtk_widget_get_height (widget) + (pango_font_metrics_get_ascent (metrics) - pango_font_metrics_get_descent (metrics)) / (double) PANGO_SCALE) / 2;
  pango_font_metrics_unref (metrics);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? 0 : before) + (to_the_right ? room - width : 0),
                                                round (middle - pango_layout_get_baseline (layout) / (double) PANGO_SCALE)));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
  g_object_unref (layout);
}

static void
ctg_table_cell_dispose (GObject *object)
{
  g_clear_pointer (&CTG_TABLE_CELL (object)->sign, gtk_widget_unparent);

  G_OBJECT_CLASS (ctg_table_cell_parent_class)->dispose (object);
}

static void
ctg_table_cell_finalize (GObject *object)
{
  CtgTableCell *self = CTG_TABLE_CELL (object);

  g_free (self->text);
  g_clear_pointer (&self->shape, ctg_cell_shape_unref);

  G_OBJECT_CLASS (ctg_table_cell_parent_class)->finalize (object);
}

static void
ctg_table_cell_class_init (CtgTableCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ctg_table_cell_dispose;
  object_class->finalize = ctg_table_cell_finalize;
  widget_class->measure = ctg_table_cell_measure;
  widget_class->size_allocate = ctg_table_cell_size_allocate;
  widget_class->snapshot = ctg_table_cell_snapshot;
  gtk_widget_class_set_css_name (widget_class, "tablecell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
ctg_table_cell_init (CtgTableCell *self)
{
  self->position = GTK_INVALID_LIST_POSITION;
}

GtkWidget *
ctg_table_cell_new (CtgCellShape *shape)
{
  CtgTableCell *self = g_object_new (CTG_TYPE_TABLE_CELL, "has-tooltip", TRUE, NULL);

  self->shape = g_rc_box_acquire (shape);

  return GTK_WIDGET (self);
}

/* Signs stand before the text: numbers stay in line at the right, and a long note cannot push its sign away. Doubt is the graver one. */
static void
show_sign (CtgTableCell *self,
           CtgCellFlags  flags)
{
  gboolean doubtful = (flags & CTG_CELL_DOUBTFUL) != 0;
  gboolean visible = doubtful || (flags & CTG_CELL_NOTE) != 0;

  if (self->sign == NULL && visible)
    {
      self->sign = gtk_image_new ();
      gtk_image_set_pixel_size (GTK_IMAGE (self->sign), SIGN_SIZE);
      gtk_widget_set_parent (self->sign, GTK_WIDGET (self));
    }
  if (self->sign == NULL)
    return;

  gtk_widget_set_visible (self->sign, visible);
  if (!visible)
    return;

  gtk_image_set_from_icon_name (GTK_IMAGE (self->sign), doubtful ? "dialog-warning-symbolic" : "dialog-information-symbolic");
  if (doubtful)
    gtk_widget_add_css_class (self->sign, "doubtful");
  else
    gtk_widget_remove_css_class (self->sign, "doubtful");
}

void
ctg_table_cell_show (CtgTableCell *self,
                     const char   *text,
                     CtgCellFlags  flags,
                     const char   *label)
{
  g_return_if_fail (CTG_IS_TABLE_CELL (self));

  g_free (self->text);
  self->text = g_strdup (text);
  self->dim = (flags & CTG_CELL_DIM) != 0;
  show_sign (self, flags);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
ctg_table_cell_get_text (CtgTableCell *self)
{
  g_return_val_if_fail (CTG_IS_TABLE_CELL (self), NULL);

  return self->text;
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
