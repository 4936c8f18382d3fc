/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The palettes. Each is a stair of OKLab lightness, so that every pair stays apart in grey and with any of the three colour vision
 * deficiencies (tests/unit/chart measures the smallest pair), and the first two are the farthest apart: official dark, non-official light. */

#include "chart/ctg-palettes.h"

static const CtgPalette palettes[] = {
  /* OKLCh lightness .35 .76 .54 .45 .68 .875: navy, amber, teal, brick, mauve, ice */
  { "default", { 0x133c65, 0xe4a250, 0x1c7e7e, 0x90302e, 0xb189ad, 0xade0ed } },
  /* The same stair without colour, for printing in black. */
  { "grey", { 0x2e2e2e, 0xb0b0b0, 0x707070, 0x4f4f4f, 0x909090, 0xd4d4d4 } },
};

unsigned int
ctg_palette_get_n (void)
{
  return G_N_ELEMENTS (palettes);
}

const CtgPalette *
ctg_palette_get (unsigned int index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (palettes), NULL);

  return &palettes[index];
}

const CtgPalette *
ctg_palette_find (const char *id)
{
  if (id == NULL)
    return &palettes[0];

  for (unsigned int i = 0; i < G_N_ELEMENTS (palettes); i++)
    {
      if (g_str_equal (palettes[i].id, id))
        return &palettes[i];
    }

  return NULL;
}

CtgColor
ctg_palette_get_color (const CtgPalette *self,
                       unsigned int      index)
{
  return ctg_color (self->colors[index % CTG_PALETTE_COLORS]);
}
