/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet: zoom, layout, drawing, pointer. The scene is recorded once into a render node; hover, selection and focus are drawn over
 * it. Must not compute any geometry of the figure: all of it is read from the scene. */

#include "app/sheet/ctg-sheet-private.h"

#include <math.h>

#include <glib/gi18n.h>

#include "render/ctg-render.h"

/* 32 MB. */
#define MAX_PAPER_PIXELS 8e6

/* Around the paper, in pixels. */
#define MARGIN 24
/* Fitting stops here: smaller, the labels could not be read, so the sheet scrolls instead. */
#define MIN_FIT_ZOOM 0.9
#define MAX_FIT_ZOOM 2.0
/* How far from a mark the pointer still means it, in pixels. */
#define SLOP 3.0

G_DEFINE_FINAL_TYPE (CtgSheet, ctg_sheet, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_ZOOM,
  PROP_EFFECTIVE_ZOOM,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* ---- sizes ---- */

/* Pixels a point at print size: from the monitor's size in millimetres where it is known and believable, else 96 dpi. */
static double
print_scale (CtgSheet *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  GdkMonitor *monitor = surface != NULL ? gdk_display_get_monitor_at_surface (gdk_surface_get_display (surface), surface) : NULL;
  double dpi = 96;

  if (monitor != NULL && gdk_monitor_get_width_mm (monitor) > 0)
    {
      GdkRectangle geometry;

      gdk_monitor_get_geometry (monitor, &geometry);
      dpi = geometry.width * 25.4 / gdk_monitor_get_width_mm (monitor);
      if (dpi < 60 || dpi > 260)
        dpi = 96;
    }

  return dpi / 72;
}

static double
fit_scale (CtgSheet *self,
           double    width,
           double    height)
{
  double print = print_scale (self);
  double by_width = MAX (1, width - 2 * MARGIN) / ctg_scene_get_width (self->scene);
  double by_height = MAX (1, height - 2 * MARGIN) / ctg_scene_get_height (self->scene);
  double scale = MAX (by_height, MIN_FIT_ZOOM * print);

  return MIN (MIN (by_width, scale), MAX_FIT_ZOOM * print);
}

static GtkSizeRequestMode
ctg_sheet_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ctg_sheet_measure (GtkWidget     *widget,
                   GtkOrientation orientation,
                   int            for_size,
                   int           *minimum,
                   int           *natural,
                   int           *minimum_baseline,
                   int           *natural_baseline)
{
  CtgSheet *self = CTG_SHEET (widget);
  double print = print_scale (self);
  double length;

  *minimum_baseline = *natural_baseline = -1;
  *minimum = *natural = 2 * MARGIN + 100;
  if (self->scene == NULL)
    return;

  length = orientation == GTK_ORIENTATION_HORIZONTAL ? ctg_scene_get_width (self->scene) : ctg_scene_get_height (self->scene);
  if (self->zoom > 0)
    {
      *minimum = *natural = ceil (length * self->zoom * print) + 2 * MARGIN;
    }
  else if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *natural = ceil (length * print) + 2 * MARGIN;
    }
  else
    {
      double width = for_size >= 0 ? for_size : ctg_scene_get_width (self->scene) * print;

      *minimum = *natural = floor (length * fit_scale (self, width, 0)) + 2 * MARGIN;
    }
}

static void
allocate_child (GtkWidget *child,
                CtgRect    area)
{
  GskTransform *transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (floor (area.x), floor (area.y)));
  int minimum_width, minimum_height;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum_width, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &minimum_height, NULL, NULL, NULL);
  gtk_widget_allocate (child, MAX (minimum_width, ceil (area.width)), MAX (minimum_height, ceil (area.height)), -1, transform);
}

static gboolean
tell_zoom_cb (GtkWidget     *widget,
              GdkFrameClock *clock,
              gpointer       user_data)
{
  CTG_SHEET (widget)->zoom_tick = 0;
  g_object_notify_by_pspec (G_OBJECT (widget), props[PROP_EFFECTIVE_ZOOM]);

  return G_SOURCE_REMOVE;
}

static void
ctg_sheet_size_allocate (GtkWidget *widget,
                         int        width,
                         int        height,
                         int        baseline)
{
  CtgSheet *self = CTG_SHEET (widget);
  double before = self->scale;

  if (self->scene == NULL)
    return;

  self->scale = self->zoom > 0 ? self->zoom * print_scale (self) : fit_scale (self, width, height);
  self->origin.x = floor (MAX (MARGIN, (width - ctg_scene_get_width (self->scene) * self->scale) / 2));
  self->origin.y = floor (MAX (MARGIN, (height - ctg_scene_get_height (self->scene) * self->scale) / 2));

  for (unsigned int i = 0; i < self->n_marks; i++)
    allocate_child (g_ptr_array_index (self->proxies, i), ctg_sheet_to_widget (self, ctg_scene_get_node (self->scene, self->marks[i])->bounds));
  if (self->editor != NULL)
    {
      CtgRect area = ctg_sheet_to_widget (self, self->editor_bounds);

      area.y -= 8;
      area.x -= 8;
      area.width = MIN (MAX (area.width + 40, 320), width - area.x - 8);
      allocate_child (self->editor, area);
    }
  gtk_popover_present (GTK_POPOVER (self->card));
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));

  /* Whoever hears of it may want another size for what it shows, which must not be asked for amid the layout. */
  if (self->scale != before && self->zoom_tick == 0)
    self->zoom_tick = gtk_widget_add_tick_callback (widget, tell_zoom_cb, NULL, NULL);
}

CtgRect
ctg_sheet_to_widget (CtgSheet *self,
                     CtgRect   bounds)
{
  return ctg_rect (self->origin.x + bounds.x * self->scale, self->origin.y + bounds.y * self->scale, bounds.width * self->scale, bounds.height * self->scale);
}

/* ---- drawing ---- */

/* The scene in so many pixels; NULL where they would be too many. */
static cairo_surface_t *
paint_paper (CtgScene *scene,
             double    scale)
{
  double width = ceil (ctg_scene_get_width (scene) * scale), height = ceil (ctg_scene_get_height (scene) * scale);
  cairo_surface_t *surface;
  cairo_t *cr;

  if (width * height > MAX_PAPER_PIXELS)
    return NULL;

  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cr = cairo_create (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  ctg_render_cairo (scene, cr, TRUE);
  cairo_destroy (cr);

  return surface;
}

/* As an image: GTK draws this anew with every frame wherever a pixel may have changed, and with thousands of marks that is the time of a frame.
 * As what is to be drawn where the image would be a large one. */
static GskRenderNode *
make_paper (CtgSheet *self,
            double    factor)
{
  g_autoptr(CtgScene) scene = self->vision == CTG_VISION_NORMAL ? ctg_scene_ref (self->scene) : ctg_scene_dup_as_seen (self->scene, self->vision);
  cairo_surface_t *image = paint_paper (scene, self->scale * factor);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  graphene_rect_t page = GRAPHENE_RECT_INIT (0, 0, ctg_scene_get_width (scene) * self->scale, ctg_scene_get_height (scene) * self->scale);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &page);

  if (image != NULL)
    {
      cairo_surface_set_device_scale (image, factor, factor);
      cairo_set_source_surface (cr, image, 0, 0);
      cairo_paint (cr);
      cairo_surface_destroy (image);
    }
  else
    {
      cairo_scale (cr, self->scale, self->scale);
      ctg_render_cairo (scene, cr, TRUE);
    }
  cairo_destroy (cr);

  return gtk_snapshot_free_to_node (snapshot);
}

static void
snapshot_paper (CtgSheet    *self,
                GtkSnapshot *snapshot)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (self->paper_scale != self->scale * factor)
    g_clear_pointer (&self->paper, gsk_render_node_unref);
  if (self->paper == NULL)
    {
      self->paper = make_paper (self, factor);
      self->paper_scale = self->scale * factor;
    }
  if (self->paper == NULL)
    return;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &self->origin);
  gtk_snapshot_append_node (snapshot, self->paper);
  gtk_snapshot_restore (snapshot);
}

static void
append_frame (CtgSheet    *self,
              GtkSnapshot *snapshot,
              CtgRect      bounds,
              double       gap,
              float        width,
              GdkRGBA      color)
{
  CtgRect area = ctg_rect_inset (ctg_sheet_to_widget (self, bounds), -gap);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (area.x, area.y, area.width, area.height), 3);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { width, width, width, width }, (GdkRGBA[4]) { color, color, color, color });
}

/* The place of a whole row: everything drawn of it. Found for all rows at once, for all of them may be selected. */
static CtgRect
get_row_bounds (CtgSheet *self,
                int       row)
{
  if (self->row_bounds == NULL)
    {
      self->row_bounds = g_array_new (FALSE, TRUE, sizeof (CtgRect));
      for (unsigned int i = 0; i < ctg_scene_get_n_nodes (self->scene); i++)
        {
          const CtgNode *node = ctg_scene_get_node (self->scene, i);
          CtgRect *bounds;

          if (node->datum.row < 0)
            continue;
          if ((guint) node->datum.row >= self->row_bounds->len)
            g_array_set_size (self->row_bounds, node->datum.row + 1);
          bounds = &g_array_index (self->row_bounds, CtgRect, node->datum.row);
          *bounds = ctg_rect_union (*bounds, node->bounds);
        }
    }

  return row >= 0 && (guint) row < self->row_bounds->len ? g_array_index (self->row_bounds, CtgRect, row) : ctg_rect (0, 0, 0, 0);
}

static void
snapshot_selection (CtgSheet    *self,
                    GtkSnapshot *snapshot,
                    GdkRGBA      accent)
{
  const char *const *keys = ctg_document_get_selection (self->document);
  CtgTable *table = ctg_document_get_table (self->document);
  GdkRGBA wash = accent;

  wash.alpha = 0.14f;
  for (unsigned int i = 0; keys[i] != NULL; i++)
    {
      int row = ctg_table_find_row (table, keys[i]);
      CtgRect bounds = get_row_bounds (self, row);
      CtgRect area;

      if (ctg_rect_is_empty (bounds))
        continue;

      area = ctg_rect_inset (ctg_sheet_to_widget (self, bounds), -2);
      gtk_snapshot_append_color (snapshot, &wash, &GRAPHENE_RECT_INIT (area.x, area.y, area.width, area.height));
      append_frame (self, snapshot, bounds, 2, 1, accent);
    }
}

static void
snapshot_overlays (CtgSheet    *self,
                   GtkSnapshot *snapshot)
{
  GdkRGBA accent;
  CtgRect dragged;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &accent);
  snapshot_selection (self, snapshot, accent);

  if (ctg_sheet_get_dragged_note (self, &dragged))
    append_frame (self, snapshot, dragged, 2, 2, accent);

  if (self->hover.row >= 0 && self->hover.series >= 0)
    for (unsigned int i = 0; i < self->n_scene_marks; i++)
      {
        const CtgNode *node = ctg_scene_get_node (self->scene, self->marks[i]);

        if (node->datum.row == self->hover.row && node->datum.series == self->hover.series)
          append_frame (self, snapshot, node->bounds, 1, 1.5f, accent);
      }

  if (self->focus >= 0 && (unsigned int) self->focus < self->n_marks)
    append_frame (self, snapshot, ctg_scene_get_node (self->scene, self->marks[self->focus])->bounds, 3, 2, accent);
  else if (gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    append_frame (self, snapshot, ctg_rect (0, 0, ctg_scene_get_width (self->scene), ctg_scene_get_height (self->scene)), 4, 2, accent);
}

static void
ctg_sheet_snapshot (GtkWidget   *widget,
                    GtkSnapshot *snapshot)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  static const GdkRGBA shade = { 0, 0, 0, 0.22f };
  CtgSheet *self = CTG_SHEET (widget);
  CtgRect page;
  graphene_rect_t area;
  GskRoundedRect outline;

  if (self->scene == NULL)
    return;

  page = ctg_sheet_to_widget (self, ctg_rect (0, 0, ctg_scene_get_width (self->scene), ctg_scene_get_height (self->scene)));
  area = GRAPHENE_RECT_INIT (page.x, page.y, page.width, page.height);
  gsk_rounded_rect_init_from_rect (&outline, &area, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shade, 0, 1, 0, 6);
  gtk_snapshot_append_color (snapshot, &white, &area);

  snapshot_paper (self, snapshot);
  snapshot_overlays (self, snapshot);

  if (self->editor != NULL)
    gtk_widget_snapshot_child (widget, self->editor, snapshot);
}

/* ---- pointer ---- */

gboolean
ctg_sheet_datum_exists (CtgSheet *self,
                        CtgDatum  datum)
{
  CtgTable *table = ctg_document_get_table (self->document);

  return datum.row >= 0 && (unsigned int) datum.row < ctg_table_get_n_rows (table)
         && datum.series < (int) ctg_table_get_n_series (table);
}

void
ctg_sheet_show_card (CtgSheet *self,
                     CtgDatum  datum,
                     CtgRect   bounds)
{
  CtgRect area = ctg_sheet_to_widget (self, bounds);
  GdkRectangle rectangle = { floor (area.x), floor (area.y), MAX (1, ceil (area.width)), MAX (1, ceil (area.height)) };

  if (ctg_sheet_datum_exists (self, datum))
    ctg_claim_card_show_at (self->card, self->document, datum, &rectangle);
}

static void
set_hover (CtgSheet *self,
           int       node)
{
  CtgDatum datum = node >= 0 ? ctg_scene_get_node (self->scene, node)->datum : CTG_DATUM_NONE;

  if (datum.row == self->hover.row && datum.series == self->hover.series)
    return;

  self->hover = datum;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), node >= 0 ? "pointer" : NULL);
  if (node >= 0)
    ctg_sheet_show_card (self, datum, ctg_scene_get_node (self->scene, node)->bounds);
  else if (self->focus < 0)
    gtk_popover_popdown (GTK_POPOVER (self->card));
}

static int
pick (CtgSheet *self,
      double    x,
      double    y)
{
  if (self->scene == NULL || self->scale <= 0)
    return -1;

  return ctg_scene_pick (self->scene, (x - self->origin.x) / self->scale, (y - self->origin.y) / self->scale, SLOP / self->scale);
}

/* The spec path of the text under the pointer; NULL where there is none that can be edited. */
static const char *
pick_text (CtgSheet *self,
           double    x,
           double    y)
{
  double page_x = (x - self->origin.x) / self->scale;
  double page_y = (y - self->origin.y) / self->scale;

  for (unsigned int i = 0; self->scene != NULL && i < ctg_scene_get_n_nodes (self->scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (self->scene, i);

      if (node->kind == CTG_NODE_TEXT && ctg_sheet_path_of_role (node->role) != NULL && ctg_rect_contains (node->bounds, page_x, page_y))
        return ctg_sheet_path_of_role (node->role);
    }

  return NULL;
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           CtgSheet                 *self)
{
  /* A card that comes or goes under a resting pointer makes events too; the keyboard keeps the card until the pointer moves. */
  if (x == self->pointer.x && y == self->pointer.y)
    return;

  self->pointer = GRAPHENE_POINT_INIT (x, y);
  if (ctg_sheet_pick_note (self, x, y) >= 0)
    {
      set_hover (self, -1);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grab");
      return;
    }
  set_hover (self, pick (self, x, y));
  if (self->hover.row < 0 && self->scale > 0)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), pick_text (self, x, y) != NULL ? "text" : NULL);
}

static void
leave_cb (GtkEventControllerMotion *controller,
          CtgSheet                 *self)
{
  if (self->focus < 0)
    set_hover (self, -1);
}

void
ctg_sheet_select (CtgSheet *self,
                  CtgDatum  datum,
                  gboolean  extend)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) keys = NULL;
  const char *key;

  if (!ctg_sheet_datum_exists (self, datum))
    {
      if (!extend)
        ctg_document_set_selection (self->document, NULL);
      return;
    }

  key = ctg_table_get_row (ctg_document_get_table (self->document), datum.row)->key;
  if (extend)
    {
      const char *const *before = ctg_document_get_selection (self->document);

      for (unsigned int i = 0; before[i] != NULL; i++)
        if (!g_str_equal (before[i], key))
          g_strv_builder_add (builder, before[i]);
    }
  if (!extend || !ctg_document_is_selected (self->document, key))
    g_strv_builder_add (builder, key);

  keys = g_strv_builder_end (builder);
  ctg_document_set_selection (self->document, (const char *const *) keys);
}

void
ctg_sheet_select_unless_selected (CtgSheet *self,
                                  CtgDatum  datum)
{
  if (!ctg_sheet_datum_exists (self, datum))
    return;

  self->pressed = datum;
  if (!ctg_document_is_selected (self->document, ctg_table_get_row (ctg_document_get_table (self->document), datum.row)->key))
    ctg_sheet_select (self, datum, FALSE);
}

void
ctg_sheet_select_at (CtgSheet *self,
                     double    x,
                     double    y)
{
  int node = pick (self, x, y);

  if (node >= 0)
    ctg_sheet_select_unless_selected (self, ctg_scene_get_node (self->scene, node)->datum);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            CtgSheet        *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  int node = pick (self, x, y);
  const char *path = self->scale > 0 ? pick_text (self, x, y) : NULL;
  int note = ctg_sheet_pick_note (self, x, y);

  if (self->scene == NULL)
    return;

  ctg_sheet_stop_editing (self);
  if (note >= 0)
    {
      if (n_press == 2)
        ctg_sheet_edit_note (self, note);
      return;
    }
  if (n_press == 2 && path != NULL)
    {
      ctg_sheet_edit_text (self, path);
      return;
    }

  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->pressed = node >= 0 ? ctg_scene_get_node (self->scene, node)->datum : CTG_DATUM_NONE;
  ctg_sheet_select (self, node >= 0 ? ctg_scene_get_node (self->scene, node)->datum : CTG_DATUM_NONE, (state & GDK_CONTROL_MASK) != 0);
}

/* Puts what is at a place of the page where it was in sight, before the scroller hears of the new size. */
static void
keep_in_place (GtkAdjustment *adjustment,
               double         place,     /* in points */
               double         before,    /* where it is in the sheet, in pixels */
               double         length,    /* of the page, in pixels from now on */
               double         scale)
{
  double shown = gtk_adjustment_get_page_size (adjustment);
  double upper = MAX (shown, ceil (length) + 2 * MARGIN);
  double origin = floor (MAX (MARGIN, (upper - length) / 2));
  double value = gtk_adjustment_get_value (adjustment) + origin + place * scale - before;

  gtk_adjustment_configure (adjustment, CLAMP (value, 0, upper - shown), 0, upper, gtk_adjustment_get_step_increment (adjustment),
                            gtk_adjustment_get_page_increment (adjustment), shown);
}

/* anchor: what stays where it is, in the sheet; NULL for the middle of what is in sight. */
static void
set_zoom (CtgSheet               *self,
          double                  zoom,
          const graphene_point_t *anchor)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  zoom = zoom > 0 ? CLAMP (zoom, CTG_SHEET_MIN_ZOOM, CTG_SHEET_MAX_ZOOM) : CTG_SHEET_ZOOM_FIT;
  if (zoom == self->zoom)
    return;

  if (zoom > 0 && scroller != NULL && self->scene != NULL && self->scale > 0)
    {
      GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));
      GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
      double x = anchor != NULL ? anchor->x : gtk_adjustment_get_value (across) + gtk_adjustment_get_page_size (across) / 2;
      double y = anchor != NULL ? anchor->y : gtk_adjustment_get_value (down) + gtk_adjustment_get_page_size (down) / 2;
      double scale = zoom * print_scale (self);

      keep_in_place (across, (x - self->origin.x) / self->scale, x, ctg_scene_get_width (self->scene) * scale, scale);
      keep_in_place (down, (y - self->origin.y) / self->scale, y, ctg_scene_get_height (self->scene) * scale, scale);
    }

  self->zoom = zoom;
  gtk_popover_popdown (GTK_POPOVER (self->card));
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ZOOM]);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           CtgSheet                 *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  set_zoom (self, ctg_sheet_get_effective_zoom (self) * exp (-dy * 0.1), &self->pointer);
  return GDK_EVENT_STOP;
}

static void
pinch_begin_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                CtgSheet         *self)
{
  self->pinch_zoom = ctg_sheet_get_effective_zoom (self);
}

static void
pinch_cb (GtkGestureZoom *gesture,
          double          factor,
          CtgSheet       *self)
{
  double x, y;

  if (gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &x, &y))
    set_zoom (self, self->pinch_zoom * factor, &GRAPHENE_POINT_INIT (x, y));
}

/* ---- document ---- */

static void
scene_changed_cb (CtgSheet *self)
{
  CtgScene *scene = ctg_document_get_scene (self->document);

  g_clear_pointer (&self->paper, gsk_render_node_unref);
  g_clear_pointer (&self->row_bounds, g_array_unref);
  g_clear_pointer (&self->scene, ctg_scene_unref);
  if (scene != NULL)
    self->scene = ctg_scene_ref (scene);

  self->hover = CTG_DATUM_NONE;
  gtk_popover_popdown (GTK_POPOVER (self->card));
  ctg_sheet_stop_editing (self);
  ctg_sheet_update_marks (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, scene != NULL ? ctg_scene_get_title (scene) : _("Figure"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, scene != NULL ? ctg_scene_get_description (scene) : "",
                                  -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* ---- object ---- */

static void
ctg_sheet_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_DOCUMENT:
      ctg_sheet_set_document (CTG_SHEET (object), g_value_get_object (value));
      break;
    case PROP_ZOOM:
      ctg_sheet_set_zoom (CTG_SHEET (object), g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ctg_sheet_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  CtgSheet *self = CTG_SHEET (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->zoom);
      break;
    case PROP_EFFECTIVE_ZOOM:
      g_value_set_double (value, ctg_sheet_get_effective_zoom (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ctg_sheet_dispose (GObject *object)
{
  CtgSheet *self = CTG_SHEET (object);

  ctg_sheet_stop_editing (self);
  ctg_sheet_clear_marks (self);
  if (self->card != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->card));
  self->card = NULL;
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_object (&self->signals);
  g_clear_object (&self->document);
  g_clear_pointer (&self->paper, gsk_render_node_unref);
  g_clear_pointer (&self->row_bounds, g_array_unref);
  g_clear_pointer (&self->scene, ctg_scene_unref);
  g_clear_pointer (&self->proxies, g_ptr_array_unref);

  G_OBJECT_CLASS (ctg_sheet_parent_class)->dispose (object);
}

static void
ctg_sheet_class_init (CtgSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = ctg_sheet_set_property;
  object_class->get_property = ctg_sheet_get_property;
  object_class->dispose = ctg_sheet_dispose;
  widget_class->get_request_mode = ctg_sheet_get_request_mode;
  widget_class->measure = ctg_sheet_measure;
  widget_class->size_allocate = ctg_sheet_size_allocate;
  widget_class->snapshot = ctg_sheet_snapshot;
  widget_class->focus = ctg_sheet_focus;

  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, CTG_TYPE_DOCUMENT, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0, CTG_SHEET_MAX_ZOOM, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_EFFECTIVE_ZOOM] = g_param_spec_double ("effective-zoom", NULL, NULL, 0, 1000, 1, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "sheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  /* Here and not as an accelerator of the window: in an entry the same keys copy its text. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "win.copy-figure", NULL);
  ctg_sheet_class_init_menu (widget_class);
}

static void
add_controllers (CtgSheet *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  ctg_sheet_init_keys (self);
  ctg_sheet_init_menu (self);
  ctg_sheet_init_notes (self);
}

static void
ctg_sheet_init (CtgSheet *self)
{
  self->hover = CTG_DATUM_NONE;
  self->focus = -1;
  self->proxies = g_ptr_array_new ();
  self->signals = g_signal_group_new (CTG_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->signals, "scene-changed", G_CALLBACK (scene_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "selection-changed", G_CALLBACK (gtk_widget_queue_draw), self);
  self->card = CTG_CLAIM_CARD (ctg_claim_card_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  add_controllers (self);
}

GtkWidget *
ctg_sheet_new (void)
{
  return g_object_new (CTG_TYPE_SHEET, NULL);
}

CtgDocument *
ctg_sheet_get_document (CtgSheet *self)
{
  g_return_val_if_fail (CTG_IS_SHEET (self), NULL);

  return self->document;
}

void
ctg_sheet_set_document (CtgSheet    *self,
                        CtgDocument *document)
{
  g_return_if_fail (CTG_IS_SHEET (self));
  g_return_if_fail (document == NULL || CTG_IS_DOCUMENT (document));

  if (!g_set_object (&self->document, document))
    return;

  /* The focus does not stay at a mark of another figure. */
  if (self->focus >= 0)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_group_set_target (self->signals, document);
  if (document != NULL)
    scene_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DOCUMENT]);
}

double
ctg_sheet_get_zoom (CtgSheet *self)
{
  g_return_val_if_fail (CTG_IS_SHEET (self), 0);

  return self->zoom;
}

void
ctg_sheet_set_zoom (CtgSheet *self,
                    double    zoom)
{
  g_return_if_fail (CTG_IS_SHEET (self));

  set_zoom (self, zoom, NULL);
}

double
ctg_sheet_get_effective_zoom (CtgSheet *self)
{
  g_return_val_if_fail (CTG_IS_SHEET (self), 1);

  if (self->zoom > 0)
    return self->zoom;

  return self->scale > 0 ? self->scale / print_scale (self) : 1;
}

CtgVision
ctg_sheet_get_vision (CtgSheet *self)
{
  g_return_val_if_fail (CTG_IS_SHEET (self), CTG_VISION_NORMAL);

  return self->vision;
}

void
ctg_sheet_set_vision (CtgSheet *self,
                      CtgVision vision)
{
  g_return_if_fail (CTG_IS_SHEET (self));

  if (vision == self->vision)
    return;

  self->vision = vision;
  g_clear_pointer (&self->paper, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

char *
ctg_sheet_dup_claim_text (CtgSheet *self)
{
  g_return_val_if_fail (CTG_IS_SHEET (self), NULL);

  return ctg_claim_card_dup_text (self->card);
}
