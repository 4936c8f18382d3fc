/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The value label of a bar, shared by the kinds that draw bars. */

#include "chart/ctg-mark-labels.h"

#define GAP 0.32 /* of the label size, between a mark and its words */

void
ctg_mark_write_bar (CtgPlan     *plan,
                    unsigned int i,
                    unsigned int s,
                    unsigned int lane,
                    bool         missing_in_words)
{
  const CtgEstimate *estimate = ctg_plan_get_estimate (plan, i, s);
  double gap = plan->theme.size * GAP;
  CtgValueLabel label = { .i = i, .s = s, .lane = lane, .color = plan->theme.ink, .offset = gap };

  if (ctg_estimate_is_reported (estimate))
    {
      double certain;
      double possible;
      bool open;

      ctg_estimate_get_extent (estimate, &certain, &possible, &open);
      label.at = MAX (0, MAX (certain, possible));
      label.offset = open ? ctg_plan_get_open_length (plan) + gap : gap;
      label.text = ctg_estimate_format (estimate, plan->input->locale);
    }
  else
    {
      if (!plan->input->spec->missing_marks || ctg_plan_is_left_out (plan, i, s))
        return;
      label.offset = ctg_plan_get_missing_size (plan) * 1.6 + gap;
      label.color = plan->theme.missing;
      label.text = missing_in_words ? ctg_estimate_format (estimate, plan->input->locale) : NULL;
    }

  ctg_plan_add_label (plan, label);
}
