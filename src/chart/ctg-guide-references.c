/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures, places and draws references. It must not choose a scale; what the axis cannot show is left out and said so. */

#include "chart/ctg-guide-references.h"

#include <math.h>

#include "chart/ctg-guide.h"
#include "chart/ctg-kind.h"
#include "chart/ctg-wrap.h"

#define MOST_LINES 3

static void
clear_label (gpointer data)
{
  g_strfreev (((CtgReferenceLabel *) data)->lines);
}

static bool
is_band (const CtgSpecReference *reference)
{
  return isfinite (reference->to);
}

void
ctg_references_extend (CtgSpecReference *const *references,
                       bool                     positive,
                       double                  *domain_min,
                       double                  *domain_max)
{
  for (unsigned int k = 0; references[k] != NULL; k++)
    {
      double from = references[k]->value;
      double to = is_band (references[k]) ? references[k]->to : from;

      if (!positive || from > 0)
        *domain_min = MIN (*domain_min, from);
      *domain_max = MAX (*domain_max, to);
    }
}

static bool
has_axis (const CtgKind *kind)
{
  return kind->draw_plot == NULL || kind->references;
}

static bool
is_on_axis (const CtgPlan          *plan,
            const CtgSpecReference *reference)
{
  double end = is_band (reference) ? reference->to : reference->value;

  return has_axis (plan->kind) && plan->any_value && reference->value <= plan->domain_max && end >= plan->domain_min;
}

char *
ctg_reference_dup_text (const CtgSpecReference *self,
                        const CtgLocale        *locale)
{
  g_autofree char *from = ctg_locale_format_number (locale, self->value, 3);

  if (*self->label != '\0')
    return ctg_locale_isolate_paragraph (locale, self->label);
  if (!is_band (self))
    return g_steal_pointer (&from);

  g_autofree char *to = ctg_locale_format_number (locale, self->to, 3);

  return ctg_locale_phrase (locale, CTG_PHRASE_VALUE_RANGE, from, to, NULL);
}

static int
compare_labels (gconstpointer a,
                gconstpointer b)
{
  double x = ((const CtgReferenceLabel *) a)->reference->value;
  double y = ((const CtgReferenceLabel *) b)->reference->value;

  return (x > y) - (x < y);
}

static char **
break_text (const CtgPlan *plan,
            const char    *text,
            double         max_width,
            bool           one_line)
{
  CtgTextMeasure *measure = plan->input->measure;
  g_auto(GStrv) lines = one_line ? NULL : ctg_wrap_balanced (measure, &plan->theme.axis, text, max_width);
  unsigned int n = one_line ? 1 : MIN (g_strv_length (lines), MOST_LINES);
  char **fitted = g_new0 (char *, n + 1);

  for (unsigned int k = 0; k < n; k++)
    fitted[k] = ctg_text_measure_shorten (measure, &plan->theme.axis, one_line ? text : lines[k], max_width);

  return fitted;
}

static void
measure_label (CtgReferenceLabel *self,
               const CtgPlan     *plan,
               double             max_width,
               bool               one_line)
{
  g_autofree char *text = ctg_reference_dup_text (self->reference, plan->input->locale);

  self->lines = break_text (plan, text, max_width, one_line);
  self->height = g_strv_length (self->lines) * ctg_layout_get_line_height (plan, &plan->theme.axis);
  for (unsigned int i = 0; self->lines[i] != NULL; i++)
    self->width = MAX (self->width, ctg_layout_get_text_width (plan, &plan->theme.axis, self->lines[i]));
}

void
ctg_reference_label_measure (CtgReferenceLabel *self,
                             const CtgPlan     *plan,
                             double             max_width)
{
  measure_label (self, plan, max_width, false);
}

GArray *
ctg_references_measure (const CtgPlan *plan,
                        double         max_width,
                        bool           one_line)
{
  GArray *labels = g_array_new (FALSE, TRUE, sizeof (CtgReferenceLabel));

  g_array_set_clear_func (labels, clear_label);
  for (unsigned int k = 0; plan->input->spec->references[k] != NULL; k++)
    {
      CtgReferenceLabel label = { .reference = plan->input->spec->references[k] };

      if (!is_on_axis (plan, label.reference))
        continue;

      measure_label (&label, plan, max_width, one_line);
      g_array_append_val (labels, label);
    }
  g_array_sort (labels, compare_labels);

  return labels;
}

double
ctg_references_get_gutter (const CtgPlan *plan,
                           double         width)
{
  g_autoptr(GArray) labels = ctg_references_measure (plan, MAX (plan->theme.size * 5, width * 0.2), false);
  double gutter = 0;

  for (unsigned int k = 0; k < labels->len; k++)
    gutter = MAX (gutter, g_array_index (labels, CtgReferenceLabel, k).width);

  return gutter > 0 ? MIN (gutter + plan->theme.size * 0.9, width * 0.4) : 0;
}

/* ---- placing ---- */

static bool
covers (const CtgReferenceLabel *label,
        double                   at,
        double                   gap)
{
  return at > label->start - gap / 2 && at < label->start + label->width + gap / 2;
}

/* Whether two labels above the rows, with the lines that lead up to them, stand in each other's way. */
static bool
collide (const CtgReferenceLabel *a,
         const CtgReferenceLabel *b,
         double                   gap)
{
  if (a->lane == b->lane && a->start < b->start + b->width + gap && b->start < a->start + a->width + gap)
    return true;

  return (a->lane <= b->lane && !is_band (b->reference) && covers (a, b->at, gap)) ||
         (b->lane <= a->lane && !is_band (a->reference) && covers (b, a->at, gap));
}

/* After the line, before it, or in the middle of the band: the first place free of the labels placed so far. */
static bool
find_place (CtgReferenceLabel        *label,
            CtgReferenceLabel *const *placed,
            unsigned int              n_placed,
            double                    left,
            double                    right,
            double                    gap)
{
  double middle = CLAMP (label->at - label->width / 2, left, MAX (left, right - label->width));
  double starts[] = { is_band (label->reference) ? middle : label->at + gap, label->at + gap, label->at - gap - label->width };

  for (label->lane = 0; label->lane <= n_placed; label->lane++)
    {
      for (unsigned int k = 0; k < G_N_ELEMENTS (starts); k++)
        {
          bool free = starts[k] >= left - 0.01 && starts[k] + label->width <= right + 0.01;

          label->start = starts[k];
          for (unsigned int i = 0; i < n_placed && free; i++)
            free = !collide (label, placed[i], gap);
          if (free)
            return true;
        }
    }

  return false;
}

unsigned int
ctg_references_place_above (GArray *labels,
                            double  left,
                            double  right,
                            double  gap)
{
  unsigned int n = labels->len;
  g_autofree CtgReferenceLabel **order = g_new (CtgReferenceLabel *, n + 1);
  unsigned int n_lanes = 0;
  unsigned int n_tries = 0;

  /* From the far end, so that labels after their lines stack upwards to the left. */
  for (unsigned int k = 0; k < n; k++)
    order[k] = &g_array_index (labels, CtgReferenceLabel, n - 1 - k);

  for (unsigned int k = 0; k < n;)
    {
      CtgReferenceLabel *label = order[k];

      if (find_place (label, order, k, left, right, gap))
        {
          k++;
          continue;
        }

      /* What finds no place comes first next time; what finds none then either is not written. */
      for (unsigned int i = k; i > 0; i--)
        order[i] = order[i - 1];
      order[0] = label;
      if (k > 0 && n_tries++ < n)
        {
          k = 0;
          continue;
        }
      g_clear_pointer (&label->lines, g_strfreev);
      for (unsigned int i = 0; i + 1 < n; i++)
        order[i] = order[i + 1];
      n--;
      k = 0;
    }

  for (unsigned int k = 0; k < n; k++)
    n_lanes = MAX (n_lanes, order[k]->lane + 1);

  return n_lanes;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  double x = ((const CtgReferenceLabel *) a)->at;
  double y = ((const CtgReferenceLabel *) b)->at;

  return (x > y) - (x < y);
}

void
ctg_references_place_behind (GArray *labels,
                             double  top,
                             double  bottom)
{
  double least = top;
  double most = bottom;

  g_array_sort (labels, compare_places);
  for (unsigned int k = 0; k < labels->len; k++)
    {
      CtgReferenceLabel *label = &g_array_index (labels, CtgReferenceLabel, k);

      label->start = MAX (least, label->at - label->height / 2);
      least = label->start + label->height;
    }
  for (unsigned int k = labels->len; k-- > 0;)
    {
      CtgReferenceLabel *label = &g_array_index (labels, CtgReferenceLabel, k);

      label->start = MIN (label->start, most - label->height);
      most = label->start;
      if (label->start < top - 0.01)
        g_clear_pointer (&label->lines, g_strfreev);
    }
}

/* ---- drawing ---- */

CtgStyle
ctg_guide_get_band_style (const CtgPlan *plan)
{
  return ctg_style_fill (ctg_color_mix (plan->theme.ink, plan->theme.paper, 0.91));
}

CtgStyle
ctg_guide_get_reference_style (const CtgPlan *plan)
{
  CtgStyle style = ctg_style_stroke (ctg_color_mix (plan->theme.ink, plan->theme.paper, 0.12), MAX (0.7, plan->theme.size * 0.1));

  style.dash = CTG_DASH_DASHED;
  return style;
}

static void
draw_bands (CtgPen         *pen,
            const CtgPanel *panel)
{
  CtgStyle style = ctg_guide_get_band_style (pen->plan);

  for (unsigned int k = 0; pen->plan->input->spec->references[k] != NULL; k++)
    {
      const CtgSpecReference *reference = pen->plan->input->spec->references[k];

      if (!is_band (reference) || !is_on_axis (pen->plan, reference))
        continue;

      double from = ctg_scale_map (&panel->scale, MAX (reference->value, pen->plan->domain_min));
      double to = ctg_scale_map (&panel->scale, MIN (reference->to, pen->plan->domain_max));

      ctg_pen_rect (pen, CTG_ROLE_REFERENCE, from, to, (panel->across_start + panel->across_end) / 2, panel->across_end - panel->across_start, &style);
    }
}

/* Over bars the line has an edge of paper, so that it is seen on any colour. */
static void
draw_lines (CtgPen         *pen,
            const CtgPanel *panel)
{
  CtgStyle style = ctg_guide_get_reference_style (pen->plan);
  CtgStyle edge = ctg_style_stroke (pen->plan->theme.paper, style.stroke_width * 2.2);

  for (unsigned int k = 0; pen->plan->input->spec->references[k] != NULL; k++)
    {
      const CtgSpecReference *reference = pen->plan->input->spec->references[k];

      if (is_band (reference) || !is_on_axis (pen->plan, reference))
        continue;
      if (!pen->plan->kind->points)
        ctg_guide_draw_across (pen, CTG_ROLE_REFERENCE, panel, reference->value, &edge);
      ctg_guide_draw_across (pen, CTG_ROLE_REFERENCE, panel, reference->value, &style);
    }
}

static void
draw_text (CtgPen                  *pen,
           const CtgReferenceLabel *label,
           double                   x,
           double                   top)
{
  const CtgTheme *theme = &pen->plan->theme;
  double line = label->height / g_strv_length (label->lines);

  for (unsigned int i = 0; label->lines[i] != NULL; i++)
    ctg_canvas_text (pen->canvas, CTG_ROLE_REFERENCE, &theme->axis, theme->ink, label->lines[i], (CtgPoint) { x, top + (i + 0.8) * line }, CTG_ALIGN_START);
}

void
ctg_guide_draw_reference_labels (CtgPen  *pen,
                                 GArray  *labels,
                                 CtgPoint origin,
                                 double   end)
{
  CtgStyle style = ctg_guide_get_reference_style (pen->plan);
  double size = pen->plan->theme.size;

  style.dash = CTG_DASH_SOLID;
  style.stroke_width = 0.4;
  for (unsigned int k = 0; k < labels->len; k++)
    {
      const CtgReferenceLabel *label = &g_array_index (labels, CtgReferenceLabel, k);
      double middle = label->start + label->height / 2;

      if (label->lines == NULL)
        continue;
      if (fabs (middle - label->at) > 0.5)
        ctg_canvas_line (pen->canvas, CTG_ROLE_REFERENCE, (CtgPoint) { origin.x + end, origin.y + label->at },
                         (CtgPoint) { origin.x + end + size * 0.45, origin.y + middle }, &style);
      draw_text (pen, label, origin.x + end + size * 0.6, origin.y + label->start);
    }
}

/* Labels above the rows, and the lines up to them. */
static void
draw_labels_above (CtgPen         *pen,
                   const CtgPanel *panel)
{
  CtgStyle style = ctg_guide_get_reference_style (pen->plan);

  for (unsigned int k = 0; k < pen->layout->references->len; k++)
    {
      const CtgReferenceLabel *label = &g_array_index (pen->layout->references, CtgReferenceLabel, k);
      double top = panel->across_start - pen->plan->theme.size * 0.15 - (label->lane + 1) * label->height;

      if (label->lines == NULL)
        continue;
      if (!is_band (label->reference))
        ctg_canvas_line (pen->canvas, CTG_ROLE_REFERENCE, (CtgPoint) { label->at, panel->across_start },
                         (CtgPoint) { label->at, top + label->height * 0.1 }, &style);
      draw_text (pen, label, label->start, top);
    }
}

static void
draw_labels_behind (CtgPen         *pen,
                    const CtgPanel *panel)
{
  double gutter = ctg_references_get_gutter (pen->plan, pen->layout->right - pen->layout->left);
  g_autoptr(GArray) labels = ctg_references_measure (pen->plan, MAX (1, gutter - pen->plan->theme.size * 0.9), false);

  for (unsigned int k = labels->len; k-- > 0;)
    {
      CtgReferenceLabel *label = &g_array_index (labels, CtgReferenceLabel, k);
      double from = MAX (label->reference->value, pen->plan->domain_min);
      double to = is_band (label->reference) ? MIN (label->reference->to, pen->plan->domain_max) : from;

      label->at = (ctg_scale_map (&panel->scale, from) + ctg_scale_map (&panel->scale, to)) / 2;
      /* A panel of short bars ends before the common scale does. */
      if (label->at < MIN (panel->along_start, panel->along_end) - 0.01)
        g_array_remove_index (labels, k);
    }
  ctg_references_place_behind (labels, panel->along_end - pen->plan->theme.size * 0.5, panel->along_start + pen->plan->theme.size * 0.4);
  ctg_guide_draw_reference_labels (pen, labels, (CtgPoint) { 0, 0 }, panel->across_end);
}

void
ctg_guide_draw_references_under (CtgPen *pen)
{
  if (pen->plan->input->spec->references[0] == NULL)
    return;

  ctg_scene_builder_push (pen->canvas->builder, CTG_ROLE_REFERENCE, "bands");
  for (unsigned int p = 0; p < pen->layout->panels->len; p++)
    {
      const CtgPanel *panel = &g_array_index (pen->layout->panels, CtgPanel, p);

      if (!panel->apart)
        draw_bands (pen, panel);
    }
  ctg_scene_builder_pop (pen->canvas->builder);
}

void
ctg_guide_draw_references_over (CtgPen *pen)
{
  if (pen->plan->input->spec->references[0] == NULL)
    return;

  ctg_scene_builder_push (pen->canvas->builder, CTG_ROLE_REFERENCE, "references");
  for (unsigned int p = 0; p < pen->layout->panels->len; p++)
    {
      const CtgPanel *panel = &g_array_index (pen->layout->panels, CtgPanel, p);

      /* They belong to the axis of the many, not to that of giants that stand apart. */
      if (panel->apart)
        continue;
      draw_lines (pen, panel);
      if (pen->plan->vertical)
        draw_labels_behind (pen, panel);
      else
        draw_labels_above (pen, panel);
    }
  ctg_scene_builder_pop (pen->canvas->builder);
}

/* Those of one axis that cannot be drawn: why a kind has none, or that they lie where it does not reach. */
static void
warn_of_axis (const CtgPlan           *plan,
              CtgSpecReference *const *references,
              const char              *path,
              bool                     has,
              CtgPhrase                has_none,
              bool                     log,
              double                   most,
              CtgWarnings             *warnings)
{
  for (unsigned int k = 0; references[k] != NULL; k++)
    {
      double end = is_band (references[k]) ? references[k]->to : references[k]->value;
      g_autofree char *text = ctg_reference_dup_text (references[k], plan->input->locale);

      if (!has)
        ctg_warnings_add (warnings, has_none, path, text, NULL);
      else if (log && end <= 0)
        ctg_warnings_add (warnings, CTG_PHRASE_WARN_REFERENCE_LOG, path, text, NULL);
      else if (references[k]->value > most)
        ctg_warnings_add (warnings, CTG_PHRASE_WARN_REFERENCE_BEYOND, path, text, NULL);
    }
}

void
ctg_references_warn (const CtgPlan   *plan,
                     const CtgLayout *layout,
                     CtgWarnings     *warnings)
{
  const CtgSpec *spec = plan->input->spec;

  if (plan->n_rows == 0)
    return;

  warn_of_axis (plan, spec->references, "references", has_axis (plan->kind), CTG_PHRASE_WARN_REFERENCE_NO_AXIS, spec->axis_scale == CTG_AXIS_SCALE_LOG,
                plan->domain_max, warnings);
  warn_of_axis (plan, spec->x_references, "x.references", plan->kind->x_axis, CTG_PHRASE_WARN_REFERENCE_NO_X_AXIS, spec->x_scale == CTG_AXIS_SCALE_LOG,
                INFINITY, warnings);
  for (unsigned int k = 0; layout->references != NULL && k < layout->references->len; k++)
    {
      const CtgReferenceLabel *label = &g_array_index (layout->references, CtgReferenceLabel, k);
      g_autofree char *text = ctg_reference_dup_text (label->reference, plan->input->locale);

      if (label->lines == NULL)
        ctg_warnings_add (warnings, CTG_PHRASE_WARN_REFERENCE_NO_ROOM, "references", text, NULL);
    }
}
