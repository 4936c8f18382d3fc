/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The inspector. Which fields there are and where they stand is in its template; this only keeps them up to date. */

#include "app/inspector/ctg-inspector.h"

#include <math.h>

#include "app/inspector/ctg-fields.h"

/* How long a revealed field stays lit. */
#define REVEAL_MS 1500

struct _CtgInspector
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *scroller;
  GtkWidget *sections;
  GtkWidget *map_section;
  GtkWidget *scatter_section;
  GtkWidget *reset_button;

  /* owned */
  CtgDocument *document;
  GSignalGroup *signals;
  GPtrArray *fields; /* of CtgField, borrowed */
  GtkWidget *revealed;
  guint reveal_id;

  guint is_stale : 1; /* the figure has changed while nobody could see the fields */
};

G_DEFINE_FINAL_TYPE (CtgInspector, ctg_inspector, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_DOCUMENT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
show_automatic_texts (CtgInspector *self)
{
  CtgChartInput input = ctg_document_get_input (self->document);
  g_autoptr(CtgChartTexts) texts = ctg_chart_texts_new (&input, NULL);

  if (texts == NULL)
    return;

  for (guint i = 0; i < self->fields->len; i++)
    {
      CtgField *field = g_ptr_array_index (self->fields, i);
      const char *path = ctg_field_get_path (field);
      const struct { const char *path; const char *text; } automatic[] = {
        { "title", texts->title }, { "subtitle", texts->subtitle }, { "note", texts->note },
        { "source", texts->source }, { "axis.title", texts->axis_title },
      };

      for (guint k = 0; k < G_N_ELEMENTS (automatic); k++)
        {
          if (g_strcmp0 (path, automatic[k].path) == 0)
            ctg_text_field_set_automatic (CTG_TEXT_FIELD (field), automatic[k].text);
        }
    }
}

static void
show_field (CtgInspector *self,
            const char   *path,
            gboolean      visible)
{
  gtk_widget_set_visible (GTK_WIDGET (ctg_inspector_find_field (self, path)), visible);
}

/* What a kind has no use for would be noise beside it, and what is set all the same could not be taken back if it were hidden. */
static void
show_sections (CtgInspector *self)
{
  CtgChartInput input = ctg_document_get_input (self->document);
  const CtgChartKindInfo *kind = ctg_chart_choose_kind (&input, NULL);
  const CtgSpec *spec = input.spec;
  gboolean shaded = kind != NULL && g_str_equal (kind->id, "choropleth");
  gboolean direction = kind != NULL && ctg_chart_kind_has_direction (kind);
  gboolean axis = kind != NULL && ctg_chart_kind_has_axis (kind);

  gtk_widget_set_visible (self->map_section, shaded || (kind != NULL && g_str_equal (kind->id, "symbols")));
  gtk_widget_set_visible (self->scatter_section, kind != NULL && g_str_equal (kind->id, "scatter"));
  show_field (self, "orientation", direction);
  show_field (self, "map.classing", shaded);
  show_field (self, "map.classes", shaded && spec->map_classing != CTG_MAP_CLASSING_MANUAL && spec->map_classing != CTG_MAP_CLASSING_CONTINUOUS);
  show_field (self, "map.breaks", shaded && spec->map_classing == CTG_MAP_CLASSING_MANUAL);
  show_field (self, "panels.scales", spec->panels_by != CTG_PANELS_NONE);
  show_field (self, "axis.grid", axis);
  show_field (self, "axis.scale", axis || spec->axis_scale != CTG_AXIS_SCALE_LINEAR);
  show_field (self, "axis.max", axis || !isnan (spec->axis_max));
  show_field (self, "axis.giants", (axis && direction) || spec->axis_giants != CTG_GIANTS_NONE);
  show_field (self, "axis.break", (axis && direction) || spec->axis_break != NULL);
}

static void
update (CtgInspector *self)
{
  self->is_stale = FALSE;
  if (self->document == NULL)
    return;

  for (guint i = 0; i < self->fields->len; i++)
    ctg_field_update (g_ptr_array_index (self->fields, i));
  show_automatic_texts (self);
  show_sections (self);
  gtk_widget_set_sensitive (self->reset_button,
                            !ctg_spec_equal (ctg_document_get_spec (self->document),
                                             ctg_figure_get_default_spec (ctg_document_get_figure (self->document))));
}

static void
figure_changed_cb (CtgInspector *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
  else
    self->is_stale = TRUE;
}

static void
reset_cb (CtgInspector *self)
{
  if (self->document != NULL)
    ctg_document_reset (self->document);
}

/* ---- revealing ---- */

static void
stop_revealing (CtgInspector *self)
{
  g_clear_handle_id (&self->reveal_id, g_source_remove);
  if (self->revealed != NULL)
    gtk_widget_remove_css_class (self->revealed, "revealed");
  self->revealed = NULL;
}

static gboolean
revealed_cb (gpointer user_data)
{
  CtgInspector *self = user_data;

  self->reveal_id = 0;
  stop_revealing (self);

  return G_SOURCE_REMOVE;
}

/* ---- widget ---- */

static void
collect_fields (CtgInspector *self,
                GtkWidget    *widget)
{
  if (CTG_IS_FIELD (widget))
    {
      g_ptr_array_add (self->fields, widget);
      return;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_fields (self, child);
}

static void
ctg_inspector_map (GtkWidget *widget)
{
  CtgInspector *self = CTG_INSPECTOR (widget);

  if (self->is_stale)
    update (self);

  GTK_WIDGET_CLASS (ctg_inspector_parent_class)->map (widget);
}

static void
ctg_inspector_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, CTG_INSPECTOR (object)->document);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ctg_inspector_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_DOCUMENT:
      ctg_inspector_set_document (CTG_INSPECTOR (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ctg_inspector_dispose (GObject *object)
{
  CtgInspector *self = CTG_INSPECTOR (object);

  stop_revealing (self);
  if (self->signals != NULL)
    g_signal_group_set_target (self->signals, NULL);
  g_clear_object (&self->signals);
  g_clear_object (&self->document);
  g_ptr_array_set_size (self->fields, 0);
  gtk_widget_dispose_template (GTK_WIDGET (self), CTG_TYPE_INSPECTOR);

  G_OBJECT_CLASS (ctg_inspector_parent_class)->dispose (object);
}

static void
ctg_inspector_finalize (GObject *object)
{
  g_ptr_array_unref (CTG_INSPECTOR (object)->fields);

  G_OBJECT_CLASS (ctg_inspector_parent_class)->finalize (object);
}

static void
ensure_types (void)
{
  g_type_ensure (CTG_TYPE_SWITCH_FIELD);
  g_type_ensure (CTG_TYPE_CHOICE_FIELD);
  g_type_ensure (CTG_TYPE_NUMBER_FIELD);
  g_type_ensure (CTG_TYPE_LENGTH_FIELD);
  g_type_ensure (CTG_TYPE_TEXT_FIELD);
  g_type_ensure (CTG_TYPE_FONT_FIELD);
  g_type_ensure (CTG_TYPE_PALETTE_FIELD);
  g_type_ensure (CTG_TYPE_BACKGROUND_FIELD);
  g_type_ensure (CTG_TYPE_KIND_FIELD);
  g_type_ensure (CTG_TYPE_SERIES_FIELD);
  g_type_ensure (CTG_TYPE_AGAINST_FIELD);
  g_type_ensure (CTG_TYPE_SORT_FIELD);
  g_type_ensure (CTG_TYPE_FILTER_FIELD);
  g_type_ensure (CTG_TYPE_HIGHLIGHT_FIELD);
  g_type_ensure (CTG_TYPE_NOTES_FIELD);
}

static void
ctg_inspector_class_init (CtgInspectorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ctg_inspector_get_property;
  object_class->set_property = ctg_inspector_set_property;
  object_class->dispose = ctg_inspector_dispose;
  object_class->finalize = ctg_inspector_finalize;
  widget_class->map = ctg_inspector_map;

  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, CTG_TYPE_DOCUMENT,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  ensure_types ();
  gtk_widget_class_set_css_name (widget_class, "inspector");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/contingent/Contingent/ctg-inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, CtgInspector, scroller);
  gtk_widget_class_bind_template_child (widget_class, CtgInspector, sections);
  gtk_widget_class_bind_template_child (widget_class, CtgInspector, map_section);
  gtk_widget_class_bind_template_child (widget_class, CtgInspector, scatter_section);
  gtk_widget_class_bind_template_child (widget_class, CtgInspector, reset_button);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
}

static void
ctg_inspector_init (CtgInspector *self)
{
  self->fields = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  collect_fields (self, self->sections);

  self->signals = g_signal_group_new (CTG_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->signals, "figure-changed", G_CALLBACK (figure_changed_cb), self);
}

GtkWidget *
ctg_inspector_new (void)
{
  return g_object_new (CTG_TYPE_INSPECTOR, NULL);
}

CtgDocument *
ctg_inspector_get_document (CtgInspector *self)
{
  g_return_val_if_fail (CTG_IS_INSPECTOR (self), NULL);

  return self->document;
}

void
ctg_inspector_set_document (CtgInspector *self,
                            CtgDocument  *document)
{
  g_return_if_fail (CTG_IS_INSPECTOR (self));
  g_return_if_fail (document == NULL || CTG_IS_DOCUMENT (document));

  if (!g_set_object (&self->document, document))
    return;

  g_signal_group_set_target (self->signals, document);
  for (guint i = 0; i < self->fields->len; i++)
    ctg_field_set_document (g_ptr_array_index (self->fields, i), document);
  gtk_widget_set_sensitive (self->sections, document != NULL);
  figure_changed_cb (self);

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DOCUMENT]);
}

CtgField *
ctg_inspector_find_field (CtgInspector *self,
                          const char   *path)
{
  g_return_val_if_fail (CTG_IS_INSPECTOR (self), NULL);
  g_return_val_if_fail (path != NULL, NULL);

  for (guint i = 0; i < self->fields->len; i++)
    {
      if (ctg_field_has_path (g_ptr_array_index (self->fields, i), path))
        return g_ptr_array_index (self->fields, i);
    }

  return NULL;
}

gboolean
ctg_inspector_reveal_path (CtgInspector *self,
                           const char   *path)
{
  CtgField *field;

  g_return_val_if_fail (CTG_IS_INSPECTOR (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  field = ctg_inspector_find_field (self, path);
  if (field == NULL)
    return FALSE;

  stop_revealing (self);
  /* Also what is in sight for other kinds only: a message speaks of it. */
  gtk_widget_set_visible (GTK_WIDGET (field), TRUE);
  self->revealed = GTK_WIDGET (field);
  gtk_widget_add_css_class (self->revealed, "revealed");
  self->reveal_id = g_timeout_add (REVEAL_MS, revealed_cb, self);

  /* The viewport follows the focus. */
  return ctg_field_focus_control (field);
}
