/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Looking at the figure in grey or as with a colour vision deficiency. It changes the sheet alone: neither the figure nor what is exported; a button
 * beside the zoom says so as long as it lasts. */

#include "app/ctg-window-private.h"

#include <glib/gi18n.h>

/* In the order of the menu. */
static const struct
{
  const char *id;
  CtgVision vision;
  const char *label; /* of the button that ends it */
} visions[] = {
  { "normal", CTG_VISION_NORMAL, NULL },
  { "grey", CTG_VISION_GREY, N_("Preview: grey") },
  { "deuteranopia", CTG_VISION_DEUTERANOPIA, N_("Preview: deuteranopia") },
  { "protanopia", CTG_VISION_PROTANOPIA, N_("Preview: protanopia") },
  { "tritanopia", CTG_VISION_TRITANOPIA, N_("Preview: tritanopia") },
};

static void
vision_cb (GSimpleAction *action,
           GVariant      *state,
           gpointer       user_data)
{
  CtgWindow *self = user_data;

  for (unsigned int i = 0; i < G_N_ELEMENTS (visions); i++)
    {
      if (!g_str_equal (visions[i].id, g_variant_get_string (state, NULL)))
        continue;

      g_simple_action_set_state (action, state);
      ctg_sheet_set_vision (self->sheet, visions[i].vision);
      gtk_widget_set_visible (GTK_WIDGET (self->vision_button), visions[i].label != NULL);
      if (visions[i].label != NULL)
        gtk_button_set_label (self->vision_button, _(visions[i].label));
    }
}

void
ctg_window_add_vision_action (CtgWindow *self)
{
  static const GActionEntry entry = { .name = "vision", .parameter_type = "s", .state = "'normal'", .change_state = vision_cb };

  g_action_map_add_action_entries (G_ACTION_MAP (self), &entry, 1, self);
}
