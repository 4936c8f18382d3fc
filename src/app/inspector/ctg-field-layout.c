/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The title of a field takes what its control leaves; in a language of long words, or with large letters, the control goes below.
 * It must not know what kind of control that is. */

#include "app/inspector/ctg-field-layout.h"

#define GAP 6

struct _CtgFieldLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (CtgFieldLayout, ctg_field_layout, GTK_TYPE_LAYOUT_MANAGER)

/* The visible children; the title comes first. */
static unsigned int
get_children (GtkWidget *widget,
              GtkWidget *children[2])
{
  unsigned int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && n < 2; child = gtk_widget_get_next_sibling (child))
    {
      if (gtk_widget_should_layout (child))
        children[n++] = child;
    }

  return n;
}

static int
get_natural_width (GtkWidget *widget)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return natural;
}

static int
get_height (GtkWidget *widget,
            int        width)
{
  int natural;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);

  return natural;
}

/* Beside a small control, such as a switch, the title may take several lines. */
static gboolean
fits_in_line (GtkWidget *children[2],
              int        width)
{
  int control = get_natural_width (children[1]);

  return get_natural_width (children[0]) + GAP + control <= width || 3 * control <= width;
}

static GtkSizeRequestMode
ctg_field_layout_get_request_mode (GtkLayoutManager *manager,
                                   GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
ctg_field_layout_measure (GtkLayoutManager *manager,
                          GtkWidget        *widget,
                          GtkOrientation    orientation,
                          int               for_size,
                          int              *minimum,
                          int              *natural,
                          int              *minimum_baseline,
                          int              *natural_baseline)
{
  GtkWidget *children[2];
  unsigned int n = get_children (widget, children);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      for (unsigned int i = 0; i < n; i++)
        {
          int own_minimum;
          int own_natural;

          gtk_widget_measure (children[i], orientation, -1, &own_minimum, &own_natural, NULL, NULL);
          *minimum = MAX (*minimum, own_minimum);
          *natural += own_natural + (i > 0 ? GAP : 0);
        }
    }
  else if (n == 2 && (for_size < 0 || fits_in_line (children, for_size)))
    {
      int title = for_size < 0 ? -1 : for_size - GAP - get_natural_width (children[1]);

      *minimum = *natural = MAX (get_height (children[0], title), get_height (children[1], -1));
    }
  else
    {
      for (unsigned int i = 0; i < n; i++)
        *natural += get_height (children[i], for_size) + (i > 0 ? GAP : 0);
      *minimum = *natural;
    }
}

static void
allocate (GtkWidget *child,
          int        x,
          int        y,
          int        width,
          int        height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
}

static void
ctg_field_layout_allocate (GtkLayoutManager *manager,
                           GtkWidget        *widget,
                           int               width,
                           int               height,
                           int               baseline)
{
  GtkWidget *children[2];
  unsigned int n = get_children (widget, children);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  if (n == 2 && fits_in_line (children, width))
    {
      int control = get_natural_width (children[1]);
      int title = width - control - GAP;

      allocate (children[0], mirrored ? control + GAP : 0, 0, title, height);
      allocate (children[1], mirrored ? 0 : title + GAP, 0, control, height);
      return;
    }

  for (unsigned int i = 0, y = 0; i < n; i++)
    {
      int own = i + 1 < n ? get_height (children[i], width) : height - (int) y;

      allocate (children[i], 0, y, width, own);
      y += own + GAP;
    }
}

static void
ctg_field_layout_class_init (CtgFieldLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = ctg_field_layout_get_request_mode;
  layout_class->measure = ctg_field_layout_measure;
  layout_class->allocate = ctg_field_layout_allocate;
}

static void
ctg_field_layout_init (CtgFieldLayout *self)
{
}

GtkLayoutManager *
ctg_field_layout_new (void)
{
  return g_object_new (CTG_TYPE_FIELD_LAYOUT, NULL);
}
