/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The field table as the files of this folder see it: where a field lives in the struct, and how its value is checked,
 * read from text and written as text. Nothing outside src/spec may include this. */

#pragma once

#include "spec/ctg-spec.h"

G_BEGIN_DECLS

#define CTG_SPEC_MAX_CHARACTERS 10000
#define CTG_SPEC_MAX_ITEMS 100

typedef enum
{
  CTG_FIELD_STRING,
  CTG_FIELD_CHOICE,
  CTG_FIELD_BOOLEAN,
  CTG_FIELD_INTEGER,
  CTG_FIELD_NUMBER,
  CTG_FIELD_LENGTH,
  CTG_FIELD_LIST,
} CtgFieldKind;

typedef struct
{
  const char *path;
  CtgFieldKind kind;
  size_t offset;
  const char *choices;
  double fallback;
  double minimum;
  double maximum;
  const char *summary;
} CtgField;

extern const CtgField ctg_fields[];
extern const unsigned int ctg_n_fields;

/* The address of the field's member, as TYPE *. */
#define CTG_FIELD_AT(spec, field, TYPE) ((TYPE *) (void *) ((char *) (spec) + (field)->offset))

const CtgField *ctg_field_find         (const char *path);
/* CTG_SPEC_ERROR_PATH with the nearest names; shown is the path as the user wrote it. */
void            ctg_field_set_unknown  (const char *path,
                                        const char *shown,
                                        GError    **error);

/* Setters write to a spec that is still private to the caller. shown is the path in error messages. */
void            ctg_field_reset        (const CtgField *field,
                                        CtgSpec        *spec);
bool            ctg_field_set_string   (const CtgField *field,
                                        CtgSpec        *spec,
                                        const char     *shown,
                                        const char     *value,
                                        GError        **error);
bool            ctg_field_set_number   (const CtgField *field,
                                        CtgSpec        *spec,
                                        const char     *shown,
                                        double          value,
                                        GError        **error);
void            ctg_field_set_boolean  (const CtgField *field,
                                        CtgSpec        *spec,
                                        bool            value);
/* As ctg_spec_with() reads it. */
bool            ctg_field_set_text     (const CtgField *field,
                                        CtgSpec        *spec,
                                        const char     *shown,
                                        const char     *text,
                                        GError        **error);
bool            ctg_field_equal        (const CtgField *field,
                                        const CtgSpec  *a,
                                        const CtgSpec  *b);
/* NULL when made from the data. */
char           *ctg_field_to_text      (const CtgField *field,
                                        const CtgSpec  *spec) G_GNUC_WARN_UNUSED_RESULT;

/* Lists, in ctg-spec-lists.c; references and annotations, with their JSON, in ctg-spec-notes.c. Names are the lists of plain texts: series, highlight. */
bool            ctg_list_is_names      (const CtgField *field);
bool            ctg_list_is_notes      (const CtgField *field);
bool            ctg_list_check_count   (const char *shown,
                                        size_t      count,
                                        GError    **error);
bool            ctg_list_set_names     (const CtgField    *field,
                                        CtgSpec           *spec,
                                        const char        *shown,
                                        const char *const *ids,
                                        GError           **error);
bool            ctg_list_add_condition (CtgSpec    *spec,
                                        const char *shown,
                                        const char *column,
                                        const char *value,
                                        GError    **error);
bool            ctg_list_set_text      (const CtgField *field,
                                        CtgSpec        *spec,
                                        const char     *shown,
                                        const char     *text,
                                        GError        **error);
void            ctg_list_reset         (const CtgField *field,
                                        CtgSpec        *spec);
bool            ctg_list_equal         (const CtgField *field,
                                        const CtgSpec  *a,
                                        const CtgSpec  *b);
char           *ctg_list_to_text       (const CtgField *field,
                                        const CtgSpec  *spec) G_GNUC_WARN_UNUSED_RESULT;
void            ctg_list_copy          (const CtgField *field,
                                        CtgSpec        *to,
                                        const CtgSpec  *from);
void            ctg_notes_reset        (const CtgField *field,
                                        CtgSpec        *spec);
bool            ctg_notes_equal        (const CtgField *field,
                                        const CtgSpec  *a,
                                        const CtgSpec  *b);
void            ctg_notes_copy         (const CtgField *field,
                                        CtgSpec        *to,
                                        const CtgSpec  *from);
bool            ctg_notes_apply_json   (const CtgField *field,
                                        CtgSpec        *spec,
                                        const char     *shown,
                                        JsonNode       *node,
                                        GError        **error);
void            ctg_notes_append_json  (GString        *json,
                                        const CtgField *field,
                                        const CtgSpec  *spec);

/* FALSE with CTG_SPEC_ERROR_VALUE "figure.x: expected …, found …". */
bool            ctg_spec_fail_type     (const char *shown,
                                        const char *expected,
                                        JsonNode   *node,
                                        GError    **error);

/* A text that may stand in a figure and in XML: UTF-8, no control characters, not too long; line breaks and tabs become spaces.
 * NULL with CTG_SPEC_ERROR_VALUE otherwise. */
char           *ctg_spec_clean_text    (const char *shown,
                                        const char *text,
                                        GError    **error) G_GNUC_WARN_UNUSED_RESULT;
CtgSpec        *ctg_spec_copy          (const CtgSpec *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
