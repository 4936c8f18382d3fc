/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The palettes as rows of their colours, with a tick for those that are safe for colour vision. */

#include "app/inspector/ctg-fields.h"

#include <glib/gi18n.h>

#include "chart/ctg-palettes.h"

#define SWATCH_WIDTH 22
#define SWATCH_HEIGHT 18
#define RAMP_STEPS 44

struct _CtgPaletteField
{
  CtgField parent_instance;

  GtkWidget *box;
  GtkWidget *more;
  GtkWidget *expander;
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
  /* A ramp is shown as it runs. */
  bool ramp = palette->sort != CTG_PALETTE_QUALITATIVE;
  unsigned int n = ramp ? RAMP_STEPS : CTG_PALETTE_COLORS;

  for (unsigned int i = 0; i < n; i++)
    {
      CtgColor color = !ramp ? ctg_palette_get_color (palette, i) : ctg_palette_ramp (palette, (double) i / (n - 1));
      double x0 = round ((double) width * i / n);
      double x1 = round ((double) width * (i + 1) / n);

      cairo_set_source_rgb (cr, color.red, color.green, color.blue);
      cairo_rectangle (cr, x0, 0, x1 - x0, height);
      cairo_fill (cr);
    }
}

static char *
dup_name (const CtgPalette *palette)
{
  static const struct { const char *id; const char *name; } names[] = {
    { "default", N_("Colour") }, { "grey", N_("Grey") }, { "deep-blue", N_("Deep blue") }, { "deep-grey", N_("Deep grey") },
    { "set2", "Set 2" }, { "dark2", "Dark 2" }, { "paired", N_("Pairs") },
    { "blues", N_("Blues") }, { "greens", N_("Greens") }, { "oranges", N_("Oranges") }, { "purples", N_("Purples") },
    { "ylgnbu", N_("Yellow to blue") }, { "ylorrd", N_("Yellow to red") },
    { "rdbu", N_("Red and blue") }, { "puor", N_("Orange and purple") }, { "brbg", N_("Brown and teal") }, { "prgn", N_("Purple and green") },
    { "viridis", "Viridis" }, { "magma", "Magma" }, { "inferno", "Inferno" }, { "plasma", "Plasma" },
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_str_equal (palette->id, names[i].id))
        return g_strdup (_(names[i].name));
    }

  return g_strdup (palette->id);
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
  GtkWidget *boxes[] = { self->box, self->more };

  for (unsigned int i = 0; i < G_N_ELEMENTS (boxes); i++)
    {
      for (GtkWidget *child = gtk_widget_get_first_child (boxes[i]); child != NULL; child = gtk_widget_get_next_sibling (child))
        {
          bool chosen = g_object_get_data (G_OBJECT (child), "ctg-palette") == palette;

          if (!GTK_IS_TOGGLE_BUTTON (child))
            continue;
          gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), chosen);
          if (chosen && i == 1)
            gtk_expander_set_expanded (GTK_EXPANDER (self->expander), TRUE);
        }
    }
}

static void
ctg_palette_field_class_init (CtgPaletteFieldClass *klass)
{
  CTG_FIELD_CLASS (klass)->show = ctg_palette_field_show;
}

static GtkWidget *
create_button (CtgPaletteField  *self,
               const CtgPalette *palette)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *title = dup_name (palette);
  const char *safety = ctg_palette_is_safe (palette) ? _("Colour-blind safe") : _("Not colour-blind safe");
  GtkWidget *name = gtk_label_new (title);
  GtkWidget *safe = gtk_image_new_from_icon_name ("view-reveal-symbolic");
  GtkWidget *area = gtk_drawing_area_new ();
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_drawing_area_set_content_width (GTK_DRAWING_AREA (area), CTG_PALETTE_COLORS * SWATCH_WIDTH);
  gtk_drawing_area_set_content_height (GTK_DRAWING_AREA (area), SWATCH_HEIGHT);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, (gpointer) palette, NULL);
  gtk_widget_set_valign (area, GTK_ALIGN_CENTER);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_widget_set_hexpand (name, TRUE);
  /* An eye, for a tick would say that it is chosen. Keeps its room, so that the colours of all rows stand under each other. */
  gtk_widget_set_opacity (safe, ctg_palette_is_safe (palette) ? 0.6 : 0);
  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (GTK_BOX (row), safe);
  gtk_box_append (GTK_BOX (row), area);
  gtk_button_set_child (GTK_BUTTON (button), row);
  gtk_widget_set_tooltip_text (button, safety);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "palette");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, safety, -1);
  g_object_set_data (G_OBJECT (button), "ctg-palette", (gpointer) palette);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);

  return button;
}

/* Our own two in sight, the others on demand. */
static void
ctg_palette_field_init (CtgPaletteField *self)
{
  GtkToggleButton *first = NULL;

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->more = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->expander = gtk_expander_new_with_mnemonic (_("_More palettes"));
  gtk_expander_set_child (GTK_EXPANDER (self->expander), self->more);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  gtk_expander_get_label_widget (GTK_EXPANDER (self->expander)), NULL, -1);
  /* GTK asks the child of a closed expander to take the focus, and newer GTK warns that it is in no window. */
  g_object_bind_property (self->expander, "expanded", self->more, "can-focus", G_BINDING_SYNC_CREATE);

  for (unsigned int i = 0; i < ctg_palette_get_n (); i++)
    {
      GtkWidget *button = create_button (self, ctg_palette_get (i));

      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), first);
      gtk_box_append (GTK_BOX (i < 2 ? self->box : self->more), button);
      if (first == NULL)
        first = GTK_TOGGLE_BUTTON (button);
    }
  gtk_box_append (GTK_BOX (self->box), self->expander);

  ctg_field_set_control (CTG_FIELD (self), self->box, TRUE);
}
