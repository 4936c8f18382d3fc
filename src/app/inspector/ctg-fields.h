/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The kinds of fields, for the inspector's template and for tests: they are told apart by type alone. */

#pragma once

#include "app/inspector/ctg-field.h"

G_BEGIN_DECLS

/* On or off. */
#define CTG_TYPE_SWITCH_FIELD (ctg_switch_field_get_type ())
G_DECLARE_FINAL_TYPE (CtgSwitchField, ctg_switch_field, CTG, SWITCH_FIELD, CtgField)

/* One of few. Properties: "labels" (GtkStringList), in the order of the field's choices in the spec, or of "values" ("a|b") where it has none. */
#define CTG_TYPE_CHOICE_FIELD (ctg_choice_field_get_type ())
G_DECLARE_FINAL_TYPE (CtgChoiceField, ctg_choice_field, CTG, CHOICE_FIELD, CtgField)

/* A number; with "auto-label" (all, automatic) there is a button for the spec's default. Properties "digits", "step"; "start" is where counting
 * begins: without a button, the default itself. */
#define CTG_TYPE_NUMBER_FIELD (ctg_number_field_get_type ())
G_DECLARE_FINAL_TYPE (CtgNumberField, ctg_number_field, CTG, NUMBER_FIELD, CtgField)

/* A length with a unit. Properties: "presets" ("89mm|183mm"), "preset-labels" (GtkStringList, one for each); "auto" is a preset where the
 * spec has it. */
#define CTG_TYPE_LENGTH_FIELD (ctg_length_field_get_type ())
G_DECLARE_FINAL_TYPE (CtgLengthField, ctg_length_field, CTG, LENGTH_FIELD, CtgField)

/* A text of the figure: made from the data, one's own, or none. Properties: "can-be-none", "placeholder" where nothing is made from the data. */
#define CTG_TYPE_TEXT_FIELD (ctg_text_field_get_type ())
G_DECLARE_FINAL_TYPE (CtgTextField, ctg_text_field, CTG, TEXT_FIELD, CtgField)

/* The text made from the data, shown while there is no other. */
void        ctg_text_field_set_automatic (CtgTextField *self,
                                          const char   *text);

/* The installed font families. */
#define CTG_TYPE_FONT_FIELD (ctg_font_field_get_type ())
G_DECLARE_FINAL_TYPE (CtgFontField, ctg_font_field, CTG, FONT_FIELD, CtgField)

/* The palettes, as they look. */
#define CTG_TYPE_PALETTE_FIELD (ctg_palette_field_get_type ())
G_DECLARE_FINAL_TYPE (CtgPaletteField, ctg_palette_field, CTG, PALETTE_FIELD, CtgField)

/* White, transparent, or a colour. */
#define CTG_TYPE_BACKGROUND_FIELD (ctg_background_field_get_type ())
G_DECLARE_FINAL_TYPE (CtgBackgroundField, ctg_background_field, CTG, BACKGROUND_FIELD, CtgField)

/* The kinds of charts, as pictures. */
#define CTG_TYPE_KIND_FIELD (ctg_kind_field_get_type ())
G_DECLARE_FINAL_TYPE (CtgKindField, ctg_kind_field, CTG, KIND_FIELD, CtgField)

/* Which series are drawn, and in which order. */
#define CTG_TYPE_SERIES_FIELD (ctg_series_field_get_type ())
G_DECLARE_FINAL_TYPE (CtgSeriesField, ctg_series_field, CTG, SERIES_FIELD, CtgField)

/* What the rows are sorted by: a column of the table. */
#define CTG_TYPE_SORT_FIELD (ctg_sort_field_get_type ())
G_DECLARE_FINAL_TYPE (CtgSortField, ctg_sort_field, CTG, SORT_FIELD, CtgField)

/* Which series others are less, or divided by. */
#define CTG_TYPE_AGAINST_FIELD (ctg_against_field_get_type ())
G_DECLARE_FINAL_TYPE (CtgAgainstField, ctg_against_field, CTG, AGAINST_FIELD, CtgField)

/* The filter in words, and a button that clears it. */
#define CTG_TYPE_FILTER_FIELD (ctg_filter_field_get_type ())
G_DECLARE_FINAL_TYPE (CtgFilterField, ctg_filter_field, CTG, FILTER_FIELD, CtgField)

/* The highlighted rows, and buttons to take the selected ones or none. */
#define CTG_TYPE_HIGHLIGHT_FIELD (ctg_highlight_field_get_type ())
G_DECLARE_FINAL_TYPE (CtgHighlightField, ctg_highlight_field, CTG, HIGHLIGHT_FIELD, CtgField)

/* References or annotations, a line each: what it is, its text, and a button that takes it away. References can be added here. */
#define CTG_TYPE_NOTES_FIELD (ctg_notes_field_get_type ())
G_DECLARE_FINAL_TYPE (CtgNotesField, ctg_notes_field, CTG, NOTES_FIELD, CtgField)

G_END_DECLS
