/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* References or annotations, by the field's path: a line each, and for references one more to add with. Lines are kept while the figure changes, so
 * that typing is not disturbed; what is typed counts when it is entered or left. */

#include "app/inspector/ctg-fields.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

typedef struct
{
  CtgNotesField *field; /* borrowed */
  unsigned int index;
  GtkWidget *box;
  GtkWidget *place;  /* an entry of values, or the label with the row's name */
  GtkWidget *text;
  GtkWidget *button; /* takes away, or adds */
} Line;

struct _CtgNotesField
{
  CtgField parent_instance;

  GtkWidget *list;
  GtkWidget *hint;
  GPtrArray *lines; /* of Line */
};

G_DEFINE_FINAL_TYPE (CtgNotesField, ctg_notes_field, CTG_TYPE_FIELD)

static gboolean
is_references (CtgNotesField *self)
{
  return !ctg_field_has_path (CTG_FIELD (self), "annotations");
}

static const char *
get_path (CtgNotesField *self)
{
  return ctg_field_has_path (CTG_FIELD (self), "x.references") ? "x.references" : "references";
}

static CtgSpec *
get_spec (CtgNotesField *self)
{
  return ctg_document_get_spec (ctg_field_get_document (CTG_FIELD (self)));
}

static unsigned int
count (CtgNotesField *self)
{
  return is_references (self) ? ctg_spec_get_n_references (get_spec (self), get_path (self)) : ctg_spec_get_n_annotations (get_spec (self));
}

/* ---- values as text ---- */

static char *
dup_values (const CtgSpecReference *reference)
{
  char from[G_ASCII_DTOSTR_BUF_SIZE];
  char to[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (from, sizeof from, "%.10g", reference->value);
  g_ascii_formatd (to, sizeof to, "%.10g", reference->to);

  return isfinite (reference->to) ? g_strdup_printf ("%s–%s", from, to) : g_strdup (from);
}

/* "1000", "1,000", "20–50", "20-50", "20..50". */
static gboolean
parse_values (const char       *text,
              CtgSpecReference *reference)
{
  g_autoptr(GString) clean = g_string_new (NULL);
  char *end = NULL;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != ',' && !g_unichar_isspace (c))
        g_string_append_unichar (clean, c == 0x2212 ? '-' : c);
    }

  reference->value = g_ascii_strtod (clean->str, &end);
  reference->to = NAN;
  if (end == clean->str || !isfinite (reference->value))
    return FALSE;
  if (*end == '\0')
    return TRUE;

  end += g_str_has_prefix (end, "–") ? strlen ("–") : g_str_has_prefix (end, "..") ? 2 : *end == '-' ? 1 : 0;
  if (!g_ascii_isdigit (*end) && *end != '-')
    return FALSE;

  reference->to = g_ascii_strtod (end, &end);
  return *end == '\0' && isfinite (reference->to);
}

/* ---- changes ---- */

static void
apply (CtgNotesField *self,
       CtgSpec       *spec)
{
  g_autofree char *label = NULL;

  g_object_get (self, "undo-label", &label, NULL);
  if (spec != NULL)
    ctg_document_change (ctg_field_get_document (CTG_FIELD (self)), spec, label);
}

static void
apply_reference (Line *line)
{
  CtgNotesField *self = line->field;
  const char *values = gtk_editable_get_text (GTK_EDITABLE (line->place));
  CtgSpecReference reference = { .label = (char *) gtk_editable_get_text (GTK_EDITABLE (line->text)) };
  g_autoptr(CtgSpec) spec = NULL;
  g_autoptr(GError) error = NULL;
  gboolean good = parse_values (values, &reference);

  if (good)
    spec = ctg_spec_with_reference (get_spec (self), get_path (self), line->index, &reference, &error);
  if (spec == NULL && *values != '\0')
    gtk_widget_add_css_class (line->place, "error");
  else
    gtk_widget_remove_css_class (line->place, "error");
  gtk_widget_set_tooltip_text (line->place, error != NULL ? error->message : _("A value, or the two ends of a band: 20–50"));
  apply (self, spec);
}

static void
apply_annotation (Line *line)
{
  CtgNotesField *self = line->field;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (line->text));
  CtgSpecAnnotation annotation = *get_spec (self)->annotations[line->index];
  g_autoptr(CtgSpec) spec = NULL;

  annotation.text = (char *) text;
  spec = ctg_spec_with_annotation (get_spec (self), line->index, *text != '\0' ? &annotation : NULL, NULL);
  apply (self, spec);
}

static void
entered_cb (Line *line)
{
  CtgNotesField *self = line->field;

  if (ctg_field_is_quiet (CTG_FIELD (self)) || ctg_field_get_document (CTG_FIELD (self)) == NULL)
    return;

  if (is_references (self))
    apply_reference (line);
  else if (line->index < count (self))
    apply_annotation (line);
}

/* The line to add with waits for its button or Enter: half a line is nothing yet. */
static void
left_cb (Line *line)
{
  if (ctg_field_get_document (CTG_FIELD (line->field)) != NULL && line->index < count (line->field))
    entered_cb (line);
}

static void
button_cb (Line *line)
{
  CtgNotesField *self = line->field;
  g_autoptr(CtgSpec) spec = NULL;

  if (line->index >= count (self))
    {
      entered_cb (line);
      return;
    }

  if (is_references (self))
    spec = ctg_spec_with_reference (get_spec (self), get_path (self), line->index, NULL, NULL);
  else
    spec = ctg_spec_with_annotation (get_spec (self), line->index, NULL, NULL);
  apply (self, spec);
}

/* ---- lines ---- */

static GtkWidget *
create_entry (Line       *line,
              const char *name)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (entered_cb), line);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (left_cb), line);
  gtk_widget_add_controller (entry, focus);

  return entry;
}

static void
line_free (gpointer data)
{
  Line *line = data;

  g_signal_handlers_disconnect_by_data (line->text, line);
  g_signal_handlers_disconnect_by_data (line->place, line);
  g_signal_handlers_disconnect_by_data (line->button, line);
  gtk_box_remove (GTK_BOX (line->field->list), line->box);
  g_free (line);
}

static void
add_line (CtgNotesField *self)
{
  Line *line = g_new0 (Line, 1);

  line->field = self;
  line->index = self->lines->len;
  line->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  if (is_references (self))
    {
      line->place = create_entry (line, _("Value, or the two ends of a band"));
      gtk_entry_set_placeholder_text (GTK_ENTRY (line->place), _("Value"));
      gtk_editable_set_width_chars (GTK_EDITABLE (line->place), 7);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (line->place), 9);
      gtk_widget_set_tooltip_text (line->place, _("A value, or the two ends of a band: 20–50"));
    }
  else
    {
      line->place = gtk_label_new (NULL);
      gtk_label_set_ellipsize (GTK_LABEL (line->place), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (line->place), 8);
      gtk_label_set_max_width_chars (GTK_LABEL (line->place), 8);
      gtk_label_set_xalign (GTK_LABEL (line->place), 0);
      gtk_widget_add_css_class (line->place, "dim-label");
    }
  line->text = create_entry (line, is_references (self) ? _("Label") : _("Text"));
  gtk_entry_set_placeholder_text (GTK_ENTRY (line->text), is_references (self) ? _("Label") : NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (line->text), 6);
  gtk_widget_set_hexpand (line->text, TRUE);
  line->button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  gtk_widget_add_css_class (line->button, "flat");
  g_signal_connect_swapped (line->button, "clicked", G_CALLBACK (button_cb), line);
  gtk_box_append (GTK_BOX (line->box), line->place);
  gtk_box_append (GTK_BOX (line->box), line->text);
  gtk_box_append (GTK_BOX (line->box), line->button);
  gtk_box_append (GTK_BOX (self->list), line->box);
  g_ptr_array_add (self->lines, line);
}

static void
show_line (CtgNotesField *self,
           unsigned int   index)
{
  Line *line = g_ptr_array_index (self->lines, index);
  CtgSpec *spec = get_spec (self);
  gboolean adds = index >= count (self);
  const char *tip = adds ? _("Add") : _("Remove");

  gtk_button_set_icon_name (GTK_BUTTON (line->button), adds ? "list-add-symbolic" : "list-remove-symbolic");
  gtk_widget_set_tooltip_text (line->button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line->button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  gtk_widget_remove_css_class (line->place, "error");

  if (is_references (self))
    {
      const CtgSpecReference *reference = adds ? NULL : ctg_spec_get_references (spec, get_path (self))[index];
      g_autofree char *values = adds ? g_strdup ("") : dup_values (reference);

      gtk_editable_set_text (GTK_EDITABLE (line->place), values);
      gtk_editable_set_text (GTK_EDITABLE (line->text), adds ? "" : reference->label);
      return;
    }

  CtgChartInput input = ctg_document_get_input (ctg_field_get_document (CTG_FIELD (self)));
  int row = ctg_table_find_row (input.table, spec->annotations[index]->row);
  const char *name = row >= 0 ? ctg_arranger_get_name (input.arranger, row) : spec->annotations[index]->row;

  gtk_label_set_text (GTK_LABEL (line->place), name);
  gtk_widget_set_tooltip_text (line->place, name);
  gtk_editable_set_text (GTK_EDITABLE (line->text), spec->annotations[index]->text);
}

static void
ctg_notes_field_show (CtgField *field)
{
  CtgNotesField *self = CTG_NOTES_FIELD (field);
  unsigned int wanted = count (self) + (is_references (self) ? 1 : 0);

  while (self->lines->len > wanted)
    g_ptr_array_remove_index (self->lines, self->lines->len - 1);
  while (self->lines->len < wanted)
    add_line (self);
  for (unsigned int i = 0; i < wanted; i++)
    show_line (self, i);
  gtk_widget_set_visible (self->hint, wanted == 0);
}

static void
ctg_notes_field_dispose (GObject *object)
{
  g_clear_pointer (&CTG_NOTES_FIELD (object)->lines, g_ptr_array_unref);

  G_OBJECT_CLASS (ctg_notes_field_parent_class)->dispose (object);
}

static void
ctg_notes_field_class_init (CtgNotesFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ctg_notes_field_dispose;
  CTG_FIELD_CLASS (klass)->show = ctg_notes_field_show;
}

static void
ctg_notes_field_init (CtgNotesField *self)
{
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->hint = gtk_label_new (_("To annotate a mark, use its menu in the figure"));
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_widget_add_css_class (self->hint, "dim-label");
  gtk_widget_add_css_class (self->hint, "caption");
  gtk_box_append (GTK_BOX (self->list), self->hint);
  ctg_field_set_control (CTG_FIELD (self), self->list, TRUE);
}
