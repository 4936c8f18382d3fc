/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The list model of the table. It knows row indices only, never what is in a row. */

#include "app/table/ctg-table-model.h"

struct _CtgTableSlot
{
  GObject parent_instance;

  CtgTableModel *model; /* borrowed; NULL when the model is gone */
  guint position;
};

struct _CtgTableModel
{
  GObject parent_instance;

  guint *rows;
  guint n_rows;
  GtkBitset *selected; /* row indices */
  GHashTable *slots;   /* position → CtgTableSlot, borrowed */
};

enum
{
  SIGNAL_ROWS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void ctg_table_model_list_init (GListModelInterface *interface);
static void ctg_table_model_selection_init (GtkSelectionModelInterface *interface);

G_DEFINE_FINAL_TYPE (CtgTableSlot, ctg_table_slot, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE_WITH_CODE (CtgTableModel, ctg_table_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, ctg_table_model_list_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, ctg_table_model_selection_init))

/* ---- slots ---- */

static void
ctg_table_slot_finalize (GObject *object)
{
  CtgTableSlot *self = CTG_TABLE_SLOT (object);

  if (self->model != NULL)
    g_hash_table_remove (self->model->slots, GUINT_TO_POINTER (self->position));

  G_OBJECT_CLASS (ctg_table_slot_parent_class)->finalize (object);
}

static void
ctg_table_slot_class_init (CtgTableSlotClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ctg_table_slot_finalize;
}

static void
ctg_table_slot_init (CtgTableSlot *self)
{
}

guint
ctg_table_slot_get_position (CtgTableSlot *self)
{
  g_return_val_if_fail (CTG_IS_TABLE_SLOT (self), GTK_INVALID_LIST_POSITION);

  return self->position;
}

/* ---- list ---- */

static GType
get_item_type (GListModel *list)
{
  return CTG_TYPE_TABLE_SLOT;
}

static guint
get_n_items (GListModel *list)
{
  return CTG_TABLE_MODEL (list)->n_rows;
}

static gpointer
get_item (GListModel *list,
          guint       position)
{
  CtgTableModel *self = CTG_TABLE_MODEL (list);
  CtgTableSlot *slot;

  if (position >= self->n_rows)
    return NULL;

  slot = g_hash_table_lookup (self->slots, GUINT_TO_POINTER (position));
  if (slot != NULL)
    return g_object_ref (slot);

  slot = g_object_new (CTG_TYPE_TABLE_SLOT, NULL);
  slot->model = self;
  slot->position = position;
  g_hash_table_insert (self->slots, GUINT_TO_POINTER (position), slot);

  return slot;
}

static void
ctg_table_model_list_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

/* ---- selection ---- */

static gboolean
is_selected (GtkSelectionModel *model,
             guint              position)
{
  CtgTableModel *self = CTG_TABLE_MODEL (model);

  return position < self->n_rows && gtk_bitset_contains (self->selected, self->rows[position]);
}

static GtkBitset *
get_selection_in_range (GtkSelectionModel *model,
                        guint              position,
                        guint              n_items)
{
  CtgTableModel *self = CTG_TABLE_MODEL (model);
  GtkBitset *result = gtk_bitset_new_empty ();

  if (gtk_bitset_is_empty (self->selected))
    return result;

  for (guint i = 0; i < n_items && position < self->n_rows; i++, position++)
    {
      if (gtk_bitset_contains (self->selected, self->rows[position]))
        gtk_bitset_add (result, position);
    }

  return result;
}

/* selected and mask are positions. GTK masks everything to unselect the rest: this means hidden rows too. */
static gboolean
set_selection (GtkSelectionModel *model,
               GtkBitset         *selected,
               GtkBitset         *mask)
{
  CtgTableModel *self = CTG_TABLE_MODEL (model);
  g_autoptr(GtkBitset) before = gtk_bitset_copy (self->selected);
  GtkBitsetIter iter;
  guint position;

  if (self->n_rows > 0 && gtk_bitset_get_size_in_range (mask, 0, self->n_rows - 1) == self->n_rows)
    {
      gtk_bitset_remove_all (self->selected);
      for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more && position < self->n_rows;
           more = gtk_bitset_iter_next (&iter, &position))
        gtk_bitset_add (self->selected, self->rows[position]);
    }
  else
    {
      for (gboolean more = gtk_bitset_iter_init_first (&iter, mask, &position); more && position < self->n_rows;
           more = gtk_bitset_iter_next (&iter, &position))
        {
          if (gtk_bitset_contains (selected, position))
            gtk_bitset_add (self->selected, self->rows[position]);
          else
            gtk_bitset_remove (self->selected, self->rows[position]);
        }
    }

  if (self->n_rows > 0 && !gtk_bitset_equals (before, self->selected))
    gtk_selection_model_selection_changed (model, 0, self->n_rows);

  return TRUE;
}

static void
ctg_table_model_selection_init (GtkSelectionModelInterface *interface)
{
  interface->is_selected = is_selected;
  interface->get_selection_in_range = get_selection_in_range;
  interface->set_selection = set_selection;
}

/* ---- object ---- */

static void
ctg_table_model_finalize (GObject *object)
{
  CtgTableModel *self = CTG_TABLE_MODEL (object);
  GHashTableIter iter;
  gpointer slot;

  g_hash_table_iter_init (&iter, self->slots);
  while (g_hash_table_iter_next (&iter, NULL, &slot))
    CTG_TABLE_SLOT (slot)->model = NULL;
  g_hash_table_unref (self->slots);
  gtk_bitset_unref (self->selected);
  g_free (self->rows);

  G_OBJECT_CLASS (ctg_table_model_parent_class)->finalize (object);
}

static void
ctg_table_model_class_init (CtgTableModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ctg_table_model_finalize;

  signals[SIGNAL_ROWS_CHANGED] = g_signal_new ("rows-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ctg_table_model_init (CtgTableModel *self)
{
  self->selected = gtk_bitset_new_empty ();
  self->slots = g_hash_table_new (NULL, NULL);
}

CtgTableModel *
ctg_table_model_new (void)
{
  return g_object_new (CTG_TYPE_TABLE_MODEL, NULL);
}

void
ctg_table_model_set_rows (CtgTableModel *self,
                          guint         *rows,
                          guint          n_rows)
{
  guint n_before;
  guint n_kept;

  g_return_if_fail (CTG_IS_TABLE_MODEL (self));

  n_before = self->n_rows;
  n_kept = MIN (n_before, n_rows);
  g_free (self->rows);
  self->rows = rows;
  self->n_rows = n_rows;

  if (n_before != n_rows)
    g_list_model_items_changed (G_LIST_MODEL (self), n_kept, n_before - n_kept, n_rows - n_kept);
  g_signal_emit (self, signals[SIGNAL_ROWS_CHANGED], 0);
  if (n_rows > 0 && !gtk_bitset_is_empty (self->selected))
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, n_rows);
}

guint
ctg_table_model_get_row (CtgTableModel *self,
                         guint          position)
{
  g_return_val_if_fail (CTG_IS_TABLE_MODEL (self), CTG_NO_ROW);

  return position < self->n_rows ? self->rows[position] : CTG_NO_ROW;
}

guint
ctg_table_model_find_row (CtgTableModel *self,
                          guint          row)
{
  g_return_val_if_fail (CTG_IS_TABLE_MODEL (self), GTK_INVALID_LIST_POSITION);

  for (guint i = 0; i < self->n_rows; i++)
    {
      if (self->rows[i] == row)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

GtkBitset *
ctg_table_model_get_selected (CtgTableModel *self)
{
  g_return_val_if_fail (CTG_IS_TABLE_MODEL (self), NULL);

  return self->selected;
}

void
ctg_table_model_set_selected (CtgTableModel   *self,
                              const GtkBitset *rows)
{
  g_return_if_fail (CTG_IS_TABLE_MODEL (self));
  g_return_if_fail (rows != NULL);

  if (gtk_bitset_equals (self->selected, rows))
    return;

  gtk_bitset_unref (self->selected);
  self->selected = gtk_bitset_copy (rows);
  if (self->n_rows > 0)
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), 0, self->n_rows);
}

guint
ctg_table_model_count_slots (CtgTableModel *self)
{
  g_return_val_if_fail (CTG_IS_TABLE_MODEL (self), 0);

  return g_hash_table_size (self->slots);
}
