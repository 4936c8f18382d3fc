/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The menu of the sheet, by the secondary mouse button or the menu key. Must hold no command that is not in the window's menus too. */

#include "app/sheet/ctg-sheet-private.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *label;
  const char *action;
} Item;

static void
append_section (GMenu      *menu,
                const Item *items)
{
  g_autoptr(GMenu) section = g_menu_new ();

  for (unsigned int i = 0; items[i].label != NULL; i++)
    g_menu_append (section, _(items[i].label), items[i].action);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/* What can be done with one annotation. */
static GMenuModel *
create_note_model (unsigned int index)
{
  static const Item items[] = {
    { N_("_Edit Annotation…"), "win.edit-annotation" },
    { N_("_Place Automatically"), "win.place-annotation" },
    { N_("_Delete Annotation"), "win.delete-annotation" },
    { NULL }
  };
  GMenu *menu = g_menu_new ();

  for (unsigned int i = 0; items[i].label != NULL; i++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (_(items[i].label), NULL);

      g_menu_item_set_action_and_target (item, items[i].action, "u", index);
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

static GMenuModel *
create_model (void)
{
  static const Item out[] = { { N_("_Copy Figure"), "win.copy-figure" }, { N_("_Export…"), "win.export" }, { NULL } };
  static const Item figure[] = { { N_("Edit _Title"), "win.edit-text::title" }, { N_("_Reset Figure"), "win.reset-figure" }, { NULL } };
  static const Item view[] = { { N_("_Fit"), "win.zoom::fit" }, { N_("_Print Size"), "win.zoom::100" }, { NULL } };
  static const Item data[] = { { N_("About These _Data"), "win.about-data" }, { NULL } };
  static const Item rows[] = {
    { N_("_Add Annotation…"), "win.add-annotation" },
    { N_("_Highlight Selected Rows"), "win.highlight-selection" },
    { N_("Clear High_light"), "win.clear-highlight" },
    { NULL }
  };
  GMenu *menu = g_menu_new ();

  append_section (menu, rows);
  append_section (menu, out);
  append_section (menu, figure);
  append_section (menu, view);
  append_section (menu, data);

  return G_MENU_MODEL (menu);
}

/* note: the annotation that is meant; -1 for none. */
static void
popup (CtgSheet *self,
       int       note,
       double    x,
       double    y)
{
  g_autoptr(GMenuModel) model = note >= 0 ? create_note_model (note) : create_model ();

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (model);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }
  else
    gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);

  gtk_popover_popdown (GTK_POPOVER (self->card));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            CtgSheet        *self)
{
  int note = ctg_sheet_pick_note (self, x, y);

  /* The menu speaks of what is selected. */
  if (note < 0)
    ctg_sheet_select_at (self, x, y);
  popup (self, note, x, y);
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  CtgSheet *self = CTG_SHEET (widget);
  CtgRect area = self->focus >= 0 && (unsigned int) self->focus < self->n_marks
                 ? ctg_sheet_to_widget (self, ctg_scene_get_node (self->scene, self->marks[self->focus])->bounds)
                 : ctg_rect (self->origin.x, self->origin.y, 0, 0);

  if (ctg_sheet_has_focused_mark (self))
    ctg_sheet_select_unless_selected (self, ctg_scene_get_node (self->scene, self->marks[self->focus])->datum);
  popup (self, ctg_sheet_get_focused_note (self), area.x + area.width / 2, area.y + area.height);
  return TRUE;
}

void
ctg_sheet_class_init_menu (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
}

void
ctg_sheet_init_menu (CtgSheet *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
