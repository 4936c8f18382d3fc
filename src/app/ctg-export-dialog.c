/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The export dialog. The preview is compiled with the same engine at the chosen size; it never changes the document. */

#include "app/ctg-export-dialog.h"

#include "app/ctg-window-locale.h"
#include "app/shell/ctg-wheel.h"

#include <math.h>

#include <glib/gi18n.h>

#include "render/ctg-render.h"

/* Rows of the preset list. */
enum
{
  PRESET_SHEET,
  PRESET_ONE_COLUMN,
  PRESET_ONE_AND_A_HALF,
  PRESET_TWO_COLUMNS,
  PRESET_OTHER,
};

static const double preset_mm[] = { 0, 89, 120, 183 };

struct _CtgExportDialog
{
  AdwWindow parent_instance;

  /* template */
  GtkWidget *export_button;
  GtkDrawingArea *preview;
  GtkLabel *note;
  GtkLabel *losses;
  GtkToggleButton *svg_button;
  GtkToggleButton *png_button;
  GtkToggleButton *pdf_button;
  AdwComboRow *preset_row;
  GtkSpinButton *width_spin;
  GtkDropDown *unit_drop;
  GtkSpinButton *height_spin;
  GtkToggleButton *auto_height;
  GtkWidget *dpi_row;
  GtkSpinButton *dpi_spin;
  GtkSwitch *transparent_switch;

  CtgDocument *document;
  CtgExportOptions all[CTG_N_FORMATS];
  CtgFormat format;
  CtgScene *scene;
  CtgExportChosenFunc chosen;
  gpointer chosen_data;
  guint filling : 1; /* the widgets are being set, not used */
};

G_DEFINE_FINAL_TYPE (CtgExportDialog, ctg_export_dialog, ADW_TYPE_WINDOW)

static CtgExportOptions *
options (CtgExportDialog *self)
{
  return &self->all[self->format];
}

/* ---- what is shown ---- */

static char *
describe_size (CtgExportDialog *self,
               GError         **error)
{
  double width = ctg_scene_get_width (self->scene) * CTG_MM_PER_PT;
  double height = ctg_scene_get_height (self->scene) * CTG_MM_PER_PT;
  int pixel_width, pixel_height;

  if (self->format != CTG_FORMAT_PNG)
    return g_strdup_printf (_("%.0f × %.0f mm"), width, height);

  if (!ctg_render_get_png_size (self->scene, options (self)->dpi, &pixel_width, &pixel_height, error))
    return NULL;

  /* Translators: pixels, then millimetres. */
  return g_strdup_printf (_("%d × %d pixels\n%.0f × %.0f mm"), pixel_width, pixel_height, width, height);
}

static gboolean
has_text (const CtgWarnings *warnings,
          const char        *text)
{
  for (unsigned int i = 0; i < ctg_warnings_get_n (warnings); i++)
    {
      g_autofree char *other = ctg_warning_format (ctg_warnings_get (warnings, i), ctg_window_locale_get ());

      if (g_str_equal (text, other))
        return TRUE;
    }

  return FALSE;
}

/* What is to be said of the figure at this size, and not of the sheet that the user has before him. */
static void
show_losses (CtgExportDialog   *self,
             const CtgWarnings *warnings)
{
  const CtgWarnings *known = ctg_document_get_warnings (self->document);
  g_autoptr(GString) text = g_string_new (NULL);
  unsigned int n = 0;

  for (unsigned int i = 0; i < ctg_warnings_get_n (warnings); i++)
    {
      g_autofree char *line = ctg_warning_format (ctg_warnings_get (warnings, i), ctg_window_locale_get ());

      if (!has_text (known, line) && n++ == 0)
        g_string_append (text, line);
    }
  if (n > 1)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("%u more note", "%u more notes", n - 1), n - 1);
    }

  gtk_label_set_text (self->losses, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->losses), n > 0);
}

static void
update_preview (CtgExportDialog *self)
{
  g_autoptr(CtgWarnings) warnings = ctg_warnings_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(CtgSpec) spec = ctg_export_options_apply (options (self), ctg_document_get_spec (self->document), &error);
  g_autofree char *text = NULL;

  g_clear_pointer (&self->scene, ctg_scene_unref);
  if (spec != NULL)
    {
      g_autoptr(CtgFigure) figure = ctg_figure_with_spec (ctg_document_get_figure (self->document), spec);

      self->scene = ctg_figure_compile (figure, ctg_document_get_input (self->document).measure, warnings, &error);
    }
  if (self->scene != NULL)
    text = describe_size (self, &error);

  show_losses (self, warnings);
  gtk_label_set_text (self->note, text != NULL ? text : error->message);
  gtk_widget_set_sensitive (self->export_button, text != NULL);
  if (text != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->note), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->note), "error");
  gtk_widget_queue_draw (GTK_WIDGET (self->preview));
}

static void
draw_checks (cairo_t *cr,
             double   width,
             double   height)
{
  const double side = 8;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0.9, 0.9, 0.9);
  for (int row = 0; row * side < height; row++)
    for (int column = row % 2; column * side < width; column += 2)
      cairo_rectangle (cr, column * side, row * side, side, side);
  cairo_fill (cr);
}

static void
draw_preview (GtkDrawingArea *area,
              cairo_t        *cr,
              int             width,
              int             height,
              gpointer        user_data)
{
  CtgExportDialog *self = user_data;
  const double margin = 18;
  double page_width, page_height, scale;

  if (self->scene == NULL)
    return;

  page_width = ctg_scene_get_width (self->scene);
  page_height = ctg_scene_get_height (self->scene);
  scale = MIN ((width - 2 * margin) / page_width, (height - 2 * margin) / page_height);
  scale = MIN (scale, 2);
  cairo_translate (cr, floor ((width - page_width * scale) / 2), floor ((height - page_height * scale) / 2));
  cairo_rectangle (cr, 0, 0, page_width * scale, page_height * scale);
  cairo_clip (cr);
  draw_checks (cr, page_width * scale, page_height * scale);
  cairo_scale (cr, scale, scale);
  if (!options (self)->transparent)
    {
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
    }
  ctg_render_cairo (self->scene, cr, !options (self)->transparent);
}

static double
unit_points (CtgExportDialog *self)
{
  return ctg_unit_get_points (options (self)->unit, self->format, options (self)->dpi);
}

static void
set_spin (CtgExportDialog *self,
          GtkSpinButton   *spin,
          double           points,
          double           minimum_mm,
          double           maximum_mm)
{
  static const int digits[CTG_N_UNITS] = { 1, 2, 2, 0, 1 };
  static const double steps[CTG_N_UNITS] = { 1, 0.1, 0.1, 10, 1 };
  CtgUnit unit = options (self)->unit;
  double one = unit_points (self);

  gtk_spin_button_set_digits (spin, digits[unit]);
  gtk_spin_button_set_range (spin, minimum_mm * CTG_PT_PER_MM / one, maximum_mm * CTG_PT_PER_MM / one);
  gtk_spin_button_set_increments (spin, steps[unit], 10 * steps[unit]);
  /* As it will be read back, so that looking at it is not a change. */
  gtk_spin_button_set_value (spin, round (points / one * pow (10, digits[unit])) / pow (10, digits[unit]));
}

static unsigned int
find_preset (double width)
{
  if (width <= 0)
    return PRESET_SHEET;
  for (unsigned int i = 1; i < G_N_ELEMENTS (preset_mm); i++)
    if (fabs (width * CTG_MM_PER_PT - preset_mm[i]) < 0.05)
      return i;

  return PRESET_OTHER;
}

/* Puts the options of the format into the widgets. */
static void
fill (CtgExportDialog *self)
{
  CtgExportOptions *o = options (self);

  update_preview (self);
  self->filling = TRUE;
  adw_combo_row_set_selected (self->preset_row, find_preset (o->width));
  gtk_drop_down_set_selected (self->unit_drop, o->unit);
  gtk_toggle_button_set_active (self->auto_height, o->height <= 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->height_spin), o->height > 0);
  gtk_widget_set_visible (self->dpi_row, self->format == CTG_FORMAT_PNG);
  gtk_spin_button_set_value (self->dpi_spin, o->dpi);
  gtk_switch_set_active (self->transparent_switch, o->transparent);
  if (self->scene != NULL)
    {
      set_spin (self, self->width_spin, ctg_scene_get_width (self->scene), 30, 2000);
      set_spin (self, self->height_spin, ctg_scene_get_height (self->scene), 20, 5000);
    }
  self->filling = FALSE;
}

/* ---- handlers of the template ---- */

static void
format_toggled_cb (CtgExportDialog *self,
                   GtkToggleButton *button)
{
  if (self->filling || !gtk_toggle_button_get_active (button))
    return;

  self->format = button == self->svg_button ? CTG_FORMAT_SVG : button == self->png_button ? CTG_FORMAT_PNG : CTG_FORMAT_PDF;
  fill (self);
}

static void
preset_selected_cb (CtgExportDialog *self)
{
  unsigned int preset = adw_combo_row_get_selected (self->preset_row);

  if (self->filling)
    return;

  if (preset == PRESET_OTHER)
    options (self)->width = gtk_spin_button_get_value (self->width_spin) * unit_points (self);
  else
    options (self)->width = preset_mm[preset] * CTG_PT_PER_MM;
  fill (self);
}

static void
width_changed_cb (CtgExportDialog *self)
{
  if (self->filling)
    return;

  options (self)->width = gtk_spin_button_get_value (self->width_spin) * unit_points (self);
  fill (self);
}

static void
height_changed_cb (CtgExportDialog *self)
{
  if (self->filling)
    return;

  options (self)->height = gtk_spin_button_get_value (self->height_spin) * unit_points (self);
  update_preview (self);
}

static void
auto_toggled_cb (CtgExportDialog *self)
{
  if (self->filling)
    return;

  if (gtk_toggle_button_get_active (self->auto_height))
    options (self)->height = 0;
  else
    options (self)->height = gtk_spin_button_get_value (self->height_spin) * unit_points (self);
  fill (self);
}

static void
unit_selected_cb (CtgExportDialog *self)
{
  if (self->filling)
    return;

  options (self)->unit = gtk_drop_down_get_selected (self->unit_drop);
  fill (self);
}

static void
dpi_changed_cb (CtgExportDialog *self)
{
  if (self->filling)
    return;

  options (self)->dpi = gtk_spin_button_get_value (self->dpi_spin);
  fill (self);
}

static void
transparent_changed_cb (CtgExportDialog *self)
{
  if (self->filling)
    return;

  options (self)->transparent = gtk_switch_get_active (self->transparent_switch);
  update_preview (self);
}

static void
export_clicked_cb (CtgExportDialog *self)
{
  CtgExportOptions chosen = *options (self);
  CtgExportChosenFunc func = self->chosen;
  gpointer data = self->chosen_data;

  /* What is typed and not yet confirmed counts. */
  gtk_spin_button_update (self->width_spin);
  gtk_spin_button_update (self->height_spin);
  gtk_spin_button_update (self->dpi_spin);
  chosen = *options (self);

  gtk_window_destroy (GTK_WINDOW (self));
  func (data, &chosen);
}

/* ---- object ---- */

static void
ctg_export_dialog_dispose (GObject *object)
{
  CtgExportDialog *self = CTG_EXPORT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CTG_TYPE_EXPORT_DIALOG);
  g_clear_object (&self->document);
  g_clear_pointer (&self->scene, ctg_scene_unref);

  G_OBJECT_CLASS (ctg_export_dialog_parent_class)->dispose (object);
}

static void
ctg_export_dialog_class_init (CtgExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ctg_export_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/contingent/Contingent/ctg-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CtgExportDialog, export_button);
  gtk_widget_class_bind_template_child (widget_class, CtgExportDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, CtgExportDialog, note);
  gtk_widget_class_bind_template_child (widget_class, CtgExportDialog, losses);
  gtk_widget_class_bind_template_child (widget_class, CtgExportDialog, svg_button);
  gtk_widget_class_bind_template_child (widget_class, CtgExportDialog, png_button);
  gtk_widget_class_bind_template_child (widget_class, CtgExportDialog, pdf_button);
  gtk_widget_class_bind_template_child (widget_class, CtgExportDialog, preset_row);
  gtk_widget_class_bind_template_child (widget_class, CtgExportDialog, width_spin);
  gtk_widget_class_bind_template_child (widget_class, CtgExportDialog, unit_drop);
  gtk_widget_class_bind_template_child (widget_class, CtgExportDialog, height_spin);
  gtk_widget_class_bind_template_child (widget_class, CtgExportDialog, auto_height);
  gtk_widget_class_bind_template_child (widget_class, CtgExportDialog, dpi_row);
  gtk_widget_class_bind_template_child (widget_class, CtgExportDialog, dpi_spin);
  gtk_widget_class_bind_template_child (widget_class, CtgExportDialog, transparent_switch);
  gtk_widget_class_bind_template_callback (widget_class, format_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, preset_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, width_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, height_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, auto_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, unit_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, dpi_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, transparent_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_clicked_cb);
}

static void
ctg_export_dialog_init (CtgExportDialog *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  ctg_wheel_pass_by (self->width_spin);
  ctg_wheel_pass_by (self->height_spin);
  ctg_wheel_pass_by (self->dpi_spin);
  gtk_drawing_area_set_draw_func (self->preview, draw_preview, self, NULL);
  for (unsigned int i = 0; i < CTG_N_FORMATS; i++)
    ctg_export_options_load (&self->all[i], i);
}

void
ctg_export_dialog_show (GtkWindow          *parent,
                        CtgDocument        *document,
                        CtgFormat           format,
                        CtgExportChosenFunc chosen,
                        gpointer            user_data)
{
  CtgExportDialog *self = g_object_new (CTG_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  GtkToggleButton *buttons[CTG_N_FORMATS] = { self->svg_button, self->png_button, self->pdf_button };

  self->document = g_object_ref (document);
  self->format = format;
  self->chosen = chosen;
  self->chosen_data = user_data;
  gtk_toggle_button_set_active (buttons[format], TRUE);
  fill (self);
  gtk_window_set_default_widget (GTK_WINDOW (self), self->export_button);
  gtk_window_set_focus (GTK_WINDOW (self), self->export_button);
  gtk_window_present (GTK_WINDOW (self));
}
