/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The kinds of charts as pictures with names. A kind that does not fit the data cannot be chosen and says why: in its tooltip, to assistive
 * technology, and in a list under the pictures that the keyboard reaches as well. */

#include "app/inspector/ctg-fields.h"

#include <glib/gi18n.h>
#include <math.h>

#include "app/ctg-window-locale.h"

struct _CtgKindField
{
  CtgField parent_instance;

  GtkFlowBox *flow;
  GPtrArray *buttons; /* of GtkToggleButton, borrowed; one a kind */
  GPtrArray *labels;
  GtkExpander *unfit;
  GtkLabel *reasons;

  /* what is shown was found out for; NULL before the first */
  CtgSpec *spec;
  CtgTable *table;
};

G_DEFINE_FINAL_TYPE (CtgKindField, ctg_kind_field, CTG_TYPE_FIELD)

static void
toggled_cb (GtkToggleButton *button,
            CtgKindField    *self)
{
  guint index;

  if (!ctg_field_is_quiet (CTG_FIELD (self)) && gtk_toggle_button_get_active (button) && g_ptr_array_find (self->buttons, button, &index))
    ctg_document_set_kind (ctg_field_get_document (CTG_FIELD (self)), ctg_chart_get_kind (index)->id, NULL);
}

typedef struct
{
  char *reason;
  GString *kinds;
} Reason;

static void
reason_free (gpointer data)
{
  Reason *self = data;

  g_string_free (self->kinds, TRUE);
  g_free (self->reason);
  g_free (self);
}

/* Kinds that share a reason share a line. */
static void
add_reason (GPtrArray  *reasons,
            const char *title,
            const char *text)
{
  Reason *reason = NULL;

  for (guint i = 0; i < reasons->len && reason == NULL; i++)
    if (g_str_equal (((Reason *) g_ptr_array_index (reasons, i))->reason, text))
      reason = g_ptr_array_index (reasons, i);

  if (reason == NULL)
    {
      reason = g_new0 (Reason, 1);
      reason->reason = g_strdup (text);
      reason->kinds = g_string_new (NULL);
      g_ptr_array_add (reasons, reason);
    }
  g_string_append_printf (reason->kinds, "%s%s", reason->kinds->len > 0 ? ", " : "", title);
}

static void
show_reasons (CtgKindField *self,
              GPtrArray    *reasons,
              guint         n_unfit)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%u kind does not fit these data", "%u kinds do not fit these data", n_unfit), n_unfit);
  g_autoptr(GString) lines = g_string_new (NULL);

  for (guint i = 0; i < reasons->len; i++)
    {
      const Reason *reason = g_ptr_array_index (reasons, i);
      /* Translators: kinds of charts, and why they cannot draw the data: "Timeline: needs statements with dates". */
      g_autofree char *line = g_markup_printf_escaped (_("<b>%s</b>: %s"), reason->kinds->str, reason->reason);

      g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", line);
    }
  gtk_expander_set_label (self->unfit, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->unfit), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_label_set_markup (self->reasons, lines->str);
  gtk_widget_set_visible (GTK_WIDGET (self->unfit), n_unfit > 0);
}

/* Returns whether the kind fits; if not, the reason is appended. */
static gboolean
show_kind (CtgKindField           *self,
           guint                   index,
           const CtgChartInput    *input,
           const CtgChartKindInfo *chosen,
           GPtrArray              *reasons)
{
  const CtgChartKindInfo *kind = ctg_chart_get_kind (index);
  GtkWidget *button = g_ptr_array_index (self->buttons, index);
  g_autofree char *title = ctg_locale_phrase (input->locale, kind->title, NULL);
  g_autofree char *summary = ctg_locale_phrase (input->locale, kind->summary, NULL);
  g_autofree char *reason = NULL;
  g_autofree char *tooltip = NULL;
  gboolean fits = ctg_chart_kind_fits (kind, input, &reason);

  /* Translators: what a kind of chart is for, and why it cannot draw these data. */
  tooltip = fits ? g_strdup (summary) : g_strdup_printf (_("%s\nNot for these data: %s"), summary, reason);
  if (!fits)
    add_reason (reasons, title, reason);
  gtk_label_set_text (g_ptr_array_index (self->labels, index), title);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_sensitive (button, fits || kind == chosen);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, tooltip,
                                  -1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), kind == chosen);

  return fits;
}

/* Whether a kind fits is asked of all rows: not again for each key that is typed into the filter or a title. */
static gboolean
is_shown_already (CtgKindField *self,
                  CtgDocument  *document)
{
  static const char *const harmless[] = {
    "search", "region", "where", "sort.by", "sort.order", "sort.series", "top", "title", "subtitle", "note", "source", "author", "axis.title", NULL,
  };
  g_auto(GStrv) diff = NULL;

  if (self->spec == NULL || self->table != ctg_document_get_table (document))
    return FALSE;

  diff = ctg_spec_diff (self->spec, ctg_document_get_spec (document));
  for (guint i = 0; diff[i] != NULL; i++)
    if (!g_strv_contains (harmless, diff[i]))
      return FALSE;

  return TRUE;
}

static void
remember_shown (CtgKindField *self,
                CtgDocument  *document)
{
  g_clear_pointer (&self->spec, ctg_spec_unref);
  g_clear_pointer (&self->table, ctg_table_unref);
  self->spec = ctg_spec_ref (ctg_document_get_spec (document));
  self->table = ctg_table_ref (ctg_document_get_table (document));
}

static void
ctg_kind_field_show (CtgField *field)
{
  CtgKindField *self = CTG_KIND_FIELD (field);
  CtgDocument *document = ctg_field_get_document (field);
  CtgChartInput input = ctg_document_get_input (document);
  const CtgChartKindInfo *chosen = ctg_chart_choose_kind (&input, NULL);
  g_autoptr(GPtrArray) reasons = g_ptr_array_new_with_free_func (reason_free);
  guint n_unfit = 0;

  if (is_shown_already (self, document))
    return;
  remember_shown (self, document);

  /* The reasons are for the reader of the window. */
  input.locale = ctg_window_locale_get ();
  for (guint i = 0; i < self->buttons->len; i++)
    n_unfit += !show_kind (self, i, &input, chosen, reasons);

  show_reasons (self, reasons, n_unfit);
}

/* ---- focus: the pictures are one stop for Tab, arrows walk them ---- */

static gboolean
is_focus_within (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && gtk_widget_is_ancestor (focus, widget);
}

/* The kind that is chosen, else the first that can be. */
static gboolean
ctg_kind_field_focus_control (CtgField *field)
{
  CtgKindField *self = CTG_KIND_FIELD (field);

  for (guint i = 0; i < self->buttons->len; i++)
    {
      if (gtk_toggle_button_get_active (g_ptr_array_index (self->buttons, i)))
        return gtk_widget_grab_focus (g_ptr_array_index (self->buttons, i));
    }
  for (guint i = 0; i < self->buttons->len; i++)
    {
      if (gtk_widget_grab_focus (g_ptr_array_index (self->buttons, i)))
        return TRUE;
    }

  return FALSE;
}

/* GtkFlowBox itself stops for good before a picture that cannot be chosen. */
static gboolean
ctg_kind_field_focus (GtkWidget       *widget,
                      GtkDirectionType direction)
{
  CtgKindField *self = CTG_KIND_FIELD (widget);
  gboolean in_flow = is_focus_within (GTK_WIDGET (self->flow));

  if (direction == GTK_DIR_TAB_FORWARD && !is_focus_within (widget))
    return ctg_kind_field_focus_control (CTG_FIELD (self));
  if (direction == GTK_DIR_TAB_FORWARD && in_flow)
    return gtk_widget_child_focus (GTK_WIDGET (self->unfit), direction);
  if (direction == GTK_DIR_TAB_BACKWARD && in_flow)
    return FALSE;
  if (direction == GTK_DIR_TAB_BACKWARD)
    return gtk_widget_child_focus (GTK_WIDGET (self->unfit), direction) || ctg_kind_field_focus_control (CTG_FIELD (self));

  return GTK_WIDGET_CLASS (ctg_kind_field_parent_class)->focus (widget, direction);
}

/* From a picture to the nearest that can be chosen: in the order of reading, or in the next line above or below that has one. */
static void
move_focus (CtgKindField *self,
            guint         from,
            int           step,
            gboolean      lines)
{
  graphene_rect_t start;
  float nearest = G_MAXFLOAT;
  GtkWidget *found = NULL;

  if (!gtk_widget_compute_bounds (g_ptr_array_index (self->buttons, from), GTK_WIDGET (self), &start))
    return;

  for (int i = (int) from + step; i >= 0 && i < (int) self->buttons->len; i += step)
    {
      GtkWidget *button = g_ptr_array_index (self->buttons, i);
      graphene_rect_t bounds;
      float distance;

      if (!gtk_widget_is_sensitive (button) || !gtk_widget_compute_bounds (button, GTK_WIDGET (self), &bounds))
        continue;
      /* A line farther away counts more than any place in it. */
      distance = lines ? fabsf (bounds.origin.y - start.origin.y) * 100 + fabsf (bounds.origin.x - start.origin.x) : 0;
      if (lines && fabsf (bounds.origin.y - start.origin.y) < 1)
        continue;
      if (distance < nearest)
        {
          nearest = distance;
          found = button;
        }
      if (!lines)
        break;
    }

  if (found != NULL)
    gtk_widget_grab_focus (found);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        modifiers,
                gpointer               user_data)
{
  CtgKindField *self = user_data;
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean back = key == GDK_KEY_Up || key == GDK_KEY_KP_Up || key == (mirrored ? GDK_KEY_Right : GDK_KEY_Left) || key == (mirrored ? GDK_KEY_KP_Right : GDK_KEY_KP_Left);
  gboolean on = key == GDK_KEY_Down || key == GDK_KEY_KP_Down || key == (mirrored ? GDK_KEY_Left : GDK_KEY_Right) || key == (mirrored ? GDK_KEY_KP_Left : GDK_KEY_KP_Right);
  gboolean lines = key == GDK_KEY_Up || key == GDK_KEY_KP_Up || key == GDK_KEY_Down || key == GDK_KEY_KP_Down;
  guint from;

  if ((!back && !on) || (modifiers & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  if (g_ptr_array_find (self->buttons, gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))), &from))
    move_focus (self, from, back ? -1 : 1, lines);

  return GDK_EVENT_STOP;
}

static void
add_keys (CtgKindField *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  /* Before the box, which has keys of its own. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->flow), keys);
}

static void
ctg_kind_field_finalize (GObject *object)
{
  CtgKindField *self = CTG_KIND_FIELD (object);

  g_ptr_array_unref (self->buttons);
  g_ptr_array_unref (self->labels);
  g_clear_pointer (&self->spec, ctg_spec_unref);
  g_clear_pointer (&self->table, ctg_table_unref);

  G_OBJECT_CLASS (ctg_kind_field_parent_class)->finalize (object);
}

static void
ctg_kind_field_class_init (CtgKindFieldClass *klass)
{
  CTG_FIELD_CLASS (klass)->show = ctg_kind_field_show;
  G_OBJECT_CLASS (klass)->finalize = ctg_kind_field_finalize;
  CTG_FIELD_CLASS (klass)->focus_control = ctg_kind_field_focus_control;
  GTK_WIDGET_CLASS (klass)->focus = ctg_kind_field_focus;
}

static GtkWidget *
make_button (CtgKindField           *self,
             const CtgChartKindInfo *kind)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  g_autofree char *icon = g_strdup_printf ("ctg-kind-%s-symbolic", kind->id);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_image_set_pixel_size (GTK_IMAGE (image), 32);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "kind");
  g_ptr_array_add (self->buttons, button);
  g_ptr_array_add (self->labels, label);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);

  return button;
}

static void
add_reasons (CtgKindField *self)
{
  self->unfit = GTK_EXPANDER (gtk_expander_new (NULL));
  self->reasons = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->reasons, 0);
  gtk_label_set_wrap (self->reasons, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->reasons), "reasons");
  gtk_widget_add_css_class (GTK_WIDGET (self->unfit), "unfit");
  gtk_expander_set_child (self->unfit, GTK_WIDGET (self->reasons));
  /* GTK asks the child of a closed expander to take the focus, and newer GTK warns that it is in no window. */
  g_object_bind_property (self->unfit, "expanded", self->reasons, "can-focus", G_BINDING_SYNC_CREATE);
  ctg_field_add_below (CTG_FIELD (self), GTK_WIDGET (self->unfit));
}

static void
ctg_kind_field_init (CtgKindField *self)
{
  self->buttons = g_ptr_array_new ();
  self->labels = g_ptr_array_new ();
  self->flow = GTK_FLOW_BOX (gtk_flow_box_new ());
  gtk_flow_box_set_selection_mode (self->flow, GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (self->flow, TRUE);
  gtk_flow_box_set_min_children_per_line (self->flow, 3);
  gtk_flow_box_set_max_children_per_line (self->flow, 5);
  gtk_flow_box_set_row_spacing (self->flow, 4);
  gtk_flow_box_set_column_spacing (self->flow, 4);

  for (guint i = 0; i < ctg_chart_get_n_kinds (); i++)
    {
      GtkWidget *button = make_button (self, ctg_chart_get_kind (i));
      GtkWidget *child = gtk_flow_box_child_new ();

      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), g_ptr_array_index (self->buttons, 0));
      /* The button is what can be focused. */
      gtk_widget_set_focusable (child, FALSE);
      gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), button);
      gtk_flow_box_append (self->flow, child);
    }

  add_keys (self);
  ctg_field_set_control (CTG_FIELD (self), GTK_WIDGET (self->flow), TRUE);
  add_reasons (self);
}
