/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The claim card. Reads the table of the document; must not change it. */

#include "app/sheet/ctg-claim-card.h"

#include <glib/gi18n.h>

#include "app/ctg-window-locale.h"

/* More would not fit a screen; the table has them all. */
#define MAX_CLAIMS 6

struct _CtgClaimCard
{
  GtkPopover parent_instance;

  GtkBox *box;
  CtgDatum datum;
  CtgFigure *figure; /* what the content was made from */
};

G_DEFINE_FINAL_TYPE (CtgClaimCard, ctg_claim_card, GTK_TYPE_POPOVER)

static GtkLabel *
add_line (GtkBox     *box,
          const char *text,
          const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);

  return GTK_LABEL (label);
}

/* What the bundled data say in their own words; words of other data stay as they are. */
static void
add_data_line (GtkBox     *box,
               const char *text)
{
  g_autofree char *translated = text != NULL ? ctg_window_locale_translate (text) : NULL;

  if (translated != NULL)
    add_line (box, translated, "dim-label");
}

/* "The Soufan Group · 8 December 2015" */
static char *
describe_origin (CtgDataset     *dataset,
                 const CtgClaim *claim,
                 CtgLocale      *locale)
{
  const CtgSource *source = ctg_dataset_find_source (dataset, claim->context->source);
  GString *text = g_string_new (NULL);

  if (source != NULL)
    {
      g_autofree char *publisher = ctg_locale_translate (locale, source->publisher != NULL ? source->publisher : source->short_name);

      g_string_append (text, publisher);
    }
  if (claim->context->edition != NULL && *claim->context->edition != '\0')
    g_string_append_printf (text, ", %s", claim->context->edition);
  if (ctg_date_is_known (&claim->as_of))
    {
      g_autofree char *date = ctg_locale_format_date (locale, &claim->as_of, FALSE);

      if (text->len > 0)
        g_string_append (text, " · ");
      /* Translators: the date for which a number is stated. */
      g_string_append_printf (text, _("as of %s"), date);
    }

  return g_string_free (text, FALSE);
}

static void
add_claim (CtgClaimCard   *self,
           CtgDocument    *document,
           const CtgClaim *claim,
           gboolean        is_shown)
{
  CtgLocale *locale = ctg_window_locale_get ();
  g_autofree char *value = ctg_estimate_format (&claim->estimate, locale);
  g_autofree char *origin = describe_origin (ctg_document_get_dataset (document), claim, locale);

  add_line (self->box, value, is_shown ? "claim-value" : "claim-value-other");
  if (claim->context->printed != NULL && g_strcmp0 (claim->context->printed, value) != 0 && ctg_estimate_is_reported (&claim->estimate))
    {
      /* Translators: a place in the source and what stands there: "Table 1 row 6: 1700". */
      g_autofree char *printed = g_strdup_printf (_("In the source: %s"), claim->context->printed);

      add_line (self->box, printed, "dim-label");
    }
  if (*origin != '\0')
    add_line (self->box, origin, NULL);
  if (claim->doubtful)
    add_line (self->box, _("Marked doubtful"), "warning");
  add_data_line (self->box, claim->context->reason);
  add_data_line (self->box, claim->context->note);
}

static void
add_cell (CtgClaimCard       *self,
          CtgDocument        *document,
          unsigned int        row,
          unsigned int        series,
          const unsigned int *among,
          unsigned int        n_among)
{
  CtgTable *table = ctg_document_get_table (document);
  CtgLocale *locale = ctg_window_locale_get ();
  const CtgClaim *shown = ctg_table_get_claim (table, row, series);
  g_autoptr(GPtrArray) claims = ctg_table_get_claims (table, row, series);
  g_autofree char *title = ctg_table_dup_series_title (table, series, among, n_among, locale);

  add_line (self->box, title, "claim-series");

  if (claims->len == 0)
    {
      g_autofree char *nothing = ctg_estimate_format (ctg_table_get_estimate (table, row, series), locale);

      add_line (self->box, nothing, "dim-label");
    }

  if (shown != NULL)
    add_claim (self, document, shown, TRUE);
  for (unsigned int i = 0, n = 1; i < claims->len && n < MAX_CLAIMS; i++)
    {
      if (g_ptr_array_index (claims, i) == shown)
        continue;
      if (n == 1 && shown != NULL)
        add_line (self->box, _("Also stated"), "claim-series");
      add_claim (self, document, g_ptr_array_index (claims, i), FALSE);
      n++;
    }
}

static void
fill (CtgClaimCard *self,
      CtgDocument  *document,
      CtgDatum      datum)
{
  CtgTable *table = ctg_document_get_table (document);
  CtgChartInput input = ctg_document_get_input (document);
  unsigned int n_drawn = 0;
  g_autofree unsigned int *drawn = ctg_chart_dup_series (&input, &n_drawn, NULL);
  g_autofree char *name = ctg_table_dup_row_name (table, datum.row, ctg_window_locale_get ());
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);

  add_line (self->box, name, "heading");
  if (datum.series >= 0)
    {
      add_cell (self, document, datum.row, datum.series, drawn, n_drawn);
      return;
    }

  for (unsigned int i = 0; drawn != NULL && i < n_drawn; i++)
    add_cell (self, document, datum.row, drawn[i], drawn, n_drawn);
}

/* GTK 4.8 measures the height of a popover for a width that counts the popover's own edge: lines that break later are cut off. */
static void
request_whole_lines (GtkWidget *box)
{
  int width, height;

  gtk_widget_set_size_request (box, -1, -1);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_widget_set_size_request (box, width, height);
}

static void
realize_cb (CtgClaimCard *self)
{
  /* The pointer belongs to the sheet below, or the card would flicker. */
  cairo_region_t *nothing = cairo_region_create ();

  gdk_surface_set_input_region (gtk_native_get_surface (GTK_NATIVE (self)), nothing);
  cairo_region_destroy (nothing);
}

static void
ctg_claim_card_dispose (GObject *object)
{
  g_clear_pointer (&CTG_CLAIM_CARD (object)->figure, ctg_figure_unref);

  G_OBJECT_CLASS (ctg_claim_card_parent_class)->dispose (object);
}

static void
ctg_claim_card_class_init (CtgClaimCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ctg_claim_card_dispose;
}

static void
ctg_claim_card_init (CtgClaimCard *self)
{
  self->datum = CTG_DATUM_NONE;
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (self->box));
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_widget_set_can_focus (GTK_WIDGET (self), FALSE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "claim-card");
  g_signal_connect (self, "realize", G_CALLBACK (realize_cb), NULL);
}

GtkWidget *
ctg_claim_card_new (void)
{
  return g_object_new (CTG_TYPE_CLAIM_CARD, NULL);
}

void
ctg_claim_card_show_at (CtgClaimCard       *self,
                        CtgDocument        *document,
                        CtgDatum            datum,
                        const GdkRectangle *area)
{
  CtgFigure *figure = ctg_document_get_figure (document);

  g_return_if_fail (CTG_IS_CLAIM_CARD (self));
  g_return_if_fail (datum.row >= 0);

  if (self->figure != figure || self->datum.row != datum.row || self->datum.series != datum.series)
    {
      fill (self, document, datum);
      request_whole_lines (GTK_WIDGET (self->box));
      g_clear_pointer (&self->figure, ctg_figure_unref);
      self->figure = ctg_figure_ref (figure);
      self->datum = datum;
    }

  gtk_popover_set_pointing_to (GTK_POPOVER (self), area);
  gtk_popover_popup (GTK_POPOVER (self));
}

char *
ctg_claim_card_dup_text (CtgClaimCard *self)
{
  GString *text;

  g_return_val_if_fail (CTG_IS_CLAIM_CARD (self), NULL);

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return NULL;

  text = g_string_new (NULL);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->box)); child != NULL; child = gtk_widget_get_next_sibling (child))
    g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (child)));

  return g_string_free (text, FALSE);
}
