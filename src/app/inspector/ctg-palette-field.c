/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The palettes as rows of their colours. */

#include "app/inspector/ctg-fields.h"

#include <glib/gi18n.h>

#include "chart/ctg-palettes.h"

#define SWATCH_WIDTH 22
#define SWATCH_HEIGHT 18

struct _CtgPaletteField
{
  CtgField parent_instance;

  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (CtgPaletteField, ctg_palette_field, CTG_TYPE_FIELD)

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        user_data)
{
  const CtgPalette *palette = user_data;

  for (unsigned int i = 0; i < CTG_PALETTE_COLORS; i++)
    {
      CtgColor color = ctg_palette_get_color (palette, i);
      double x0 = round ((double) width * i / CTG_PALETTE_COLORS);
      double x1 = round ((double) width * (i + 1) / CTG_PALETTE_COLORS);

      cairo_set_source_rgb (cr, color.red, color.green, color.blue);
      cairo_rectangle (cr, x0, 0, x1 - x0, height);
      cairo_fill (cr);
    }
}

static const char *
get_name (const CtgPalette *palette)
{
  if (g_strcmp0 (palette->id, "default") == 0)
    return _("Colour");
  if (g_strcmp0 (palette->id, "grey") == 0)
    return _("Grey");

  return palette->id;
}

static void
toggled_cb (GtkToggleButton *button,
            CtgPaletteField *self)
{
  const CtgPalette *palette = g_object_get_data (G_OBJECT (button), "ctg-palette");

  if (gtk_toggle_button_get_active (button))
    ctg_field_change (CTG_FIELD (self), palette == ctg_palette_find (NULL) ? NULL : palette->id, FALSE);
}

static void
ctg_palette_field_show (CtgField *field)
{
  CtgPaletteField *self = CTG_PALETTE_FIELD (field);
  g_autofree char *value = ctg_field_dup_value (field);
  const CtgPalette *palette = ctg_palette_find (value);

  for (GtkWidget *child = gtk_widget_get_first_child (self->box); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), g_object_get_data (G_OBJECT (child), "ctg-palette") == palette);
}

static void
ctg_palette_field_class_init (CtgPaletteFieldClass *klass)
{
  CTG_FIELD_CLASS (klass)->show = ctg_palette_field_show;
}

static void
ctg_palette_field_init (CtgPaletteField *self)
{
  GtkToggleButton *first = NULL;

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  for (unsigned int i = 0; i < ctg_palette_get_n (); i++)
    {
      const CtgPalette *palette = ctg_palette_get (i);
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
      GtkWidget *name = gtk_label_new (get_name (palette));
      GtkWidget *area = gtk_drawing_area_new ();
      GtkWidget *button = gtk_toggle_button_new ();

      gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), CTG_PALETTE_COLORS * SWATCH_WIDTH);
      gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), SWATCH_HEIGHT);
      gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, (gpointer) palette, NULL);
      gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
      gtk_label_set_xalign (GTK_LABEL (name), 0);
      gtk_widget_set_hexpand (name, TRUE);
      gtk_box_append (GTK_BOX (row), name);
      gtk_box_append (GTK_BOX (row), area);
      gtk_button_set_child (GTK_BUTTON (button), row);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "palette");
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), first);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, get_name (palette), -1);
      g_object_set_data (G_OBJECT (button), "ctg-palette", (gpointer) palette);
      g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
      gtk_box_append (GTK_BOX (self->box), button);
      if (first == NULL)
        first = GTK_TOGGLE_BUTTON (button);
    }

  ctg_field_set_control (CTG_FIELD (self), self->box, TRUE);
}
