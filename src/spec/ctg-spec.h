/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The figure spec: everything that makes a figure out of a table, and nothing of the data itself. Immutable and
 * reference-counted; every change makes a new spec, so undo is a list of references. Fields come from
 * ctg-spec-fields.def, which also drives JSON, validation, --set and the documentation; the code for lists is written by hand. */

#pragma once

#include <json-glib/json-glib.h>

#include "base/ctg-color.h"

G_BEGIN_DECLS

#define CTG_SPEC_VERSION 1

/* One enum type a CHOICE field; the nicks in JSON are the lower-case names given in the .def. */
typedef enum { CTG_ORIENTATION_HORIZONTAL, CTG_ORIENTATION_VERTICAL } CtgOrientation;
typedef enum { CTG_SPEC_SORT_VALUE, CTG_SPEC_SORT_NAME, CTG_SPEC_SORT_DIFFERENCE, CTG_SPEC_SORT_TABLE, CTG_SPEC_SORT_AS_OF, CTG_SPEC_SORT_SOURCE, CTG_SPEC_SORT_REGION, CTG_SPEC_SORT_SPREAD, CTG_SPEC_SORT_SPREAD_RATIO } CtgSpecSort;
typedef enum { CTG_ORDER_AUTO, CTG_ORDER_DESCENDING, CTG_ORDER_ASCENDING } CtgOrder;
typedef enum { CTG_SPEC_RULE_FIRST, CTG_SPEC_RULE_LATEST, CTG_SPEC_RULE_OFFICIAL_FIRST, CTG_SPEC_RULE_LOWEST, CTG_SPEC_RULE_HIGHEST, CTG_SPEC_RULE_FULL_SPAN } CtgSpecRule;
typedef enum { CTG_SPEC_PER_NONE, CTG_SPEC_PER_MILLION, CTG_SPEC_PER_TOTAL } CtgSpecPer;
typedef enum { CTG_PANELS_NONE, CTG_PANELS_REGION, CTG_PANELS_SOURCE, CTG_PANELS_STATUS } CtgPanelsBy;
typedef enum { CTG_PANELS_SCALES_SHARED, CTG_PANELS_SCALES_FREE } CtgPanelsScales;
typedef enum { CTG_SPEC_DERIVE_NONE, CTG_SPEC_DERIVE_DIFFERENCE, CTG_SPEC_DERIVE_RATIO, CTG_SPEC_DERIVE_RANK } CtgSpecDerive;
typedef enum { CTG_LEGEND_AUTO, CTG_LEGEND_TOP, CTG_LEGEND_NONE } CtgLegendPlace;
typedef enum { CTG_MAP_EXTENT_WORLD, CTG_MAP_EXTENT_EUROPE, CTG_MAP_EXTENT_MENA, CTG_MAP_EXTENT_CENTRAL_ASIA, CTG_MAP_EXTENT_SOUTHEAST_ASIA } CtgMapExtent;
typedef enum { CTG_MAP_CLASSING_QUANTILE, CTG_MAP_CLASSING_EQUAL, CTG_MAP_CLASSING_JENKS, CTG_MAP_CLASSING_MANUAL, CTG_MAP_CLASSING_CONTINUOUS } CtgMapClassing;
typedef enum { CTG_GIANTS_NONE, CTG_GIANTS_PANEL } CtgGiants;
typedef enum { CTG_AXIS_SCALE_LINEAR, CTG_AXIS_SCALE_LOG, CTG_AXIS_SCALE_SQRT } CtgAxisScale;

typedef struct
{
  char *column;
  char *value;
} CtgSpecCondition;

/* A line across the value axis; a band where to is a number. In the unit of the axis. */
typedef struct
{
  double value;
  double to;    /* NAN for a line */
  char *label;  /* never NULL; "" for none */
} CtgSpecReference;

/* A note at the mark of a row. It belongs to the datum, not to a place on the page. */
typedef struct
{
  char *row;    /* key of the row */
  char *series; /* id; NULL: the first mark of the row */
  char *text;
  double dx;    /* points from the middle of the mark to the middle of the note, in reading direction; NAN: wherever there is room */
  double dy;    /* points downwards; NAN together with dx */
} CtgSpecAnnotation;

/* Numbers in map.breaks. */
#define CTG_SPEC_MAX_BREAKS 9

typedef struct _CtgSpec CtgSpec;

/* Read the members directly; never write them. Strings are NULL for "made from the data" and "" for "none". */
struct _CtgSpec
{
#define FIELD_STRING(path, member, summary) char *member;
#define FIELD_CHOICE(path, member, type, fallback, nicks, summary) type member;
#define FIELD_BOOLEAN(path, member, fallback, summary) bool member;
#define FIELD_INTEGER(path, member, fallback, minimum, maximum, summary) int member;
#define FIELD_NUMBER(path, member, fallback, minimum, maximum, summary) double member;
#define FIELD_LENGTH(path, member, fallback, minimum, maximum, summary) double member;
#define FIELD_LIST(path, member, type, summary) type member; /* never NULL, NULL-terminated; empty means "made from the data" or "none" */
#include "spec/ctg-spec-fields.def"
#undef FIELD_STRING
#undef FIELD_CHOICE
#undef FIELD_BOOLEAN
#undef FIELD_INTEGER
#undef FIELD_NUMBER
#undef FIELD_LENGTH
#undef FIELD_LIST
};

/* All fields at their defaults. */
CtgSpec    *ctg_spec_new         (void) G_GNUC_WARN_UNUSED_RESULT;
CtgSpec    *ctg_spec_ref         (CtgSpec *self);
void        ctg_spec_unref       (CtgSpec *self);
bool        ctg_spec_equal       (const CtgSpec *a,
                                  const CtgSpec *b);

/* The spec with the members of a "figure" object laid over it. Unknown members, wrong types and values out of range are
 * refused with CTG_SPEC_ERROR and the path ("figure.axis.scale"). */
CtgSpec    *ctg_spec_apply_json  (const CtgSpec *self,
                                  JsonObject    *figure,
                                  GError       **error) G_GNUC_WARN_UNUSED_RESULT;
/* Only what differs from the defaults, plus kind and series: canonical one-object text for the "figure" member; indent spaces a level. */
char       *ctg_spec_to_json     (const CtgSpec *self,
                                  unsigned int   indent) G_GNUC_WARN_UNUSED_RESULT;

/* One field by its path, the value as text ("axis.scale", "linear"; "top", "20"; "title", "" for none; "series", "a,b"; "page.height", "auto";
 * "where", "COLUMN=VALUE", several on a line each; "highlight", "TUN,JOR"; "references" and "annotations", JSON as in a file). An id with a comma or a
 * quotation mark in front stands in quotation marks, with those in it doubled. The value NULL restores a field's default. Unknown paths name the nearest ones. */
CtgSpec    *ctg_spec_with        (const CtgSpec *self,
                                  const char    *path,
                                  const char    *value,
                                  GError       **error) G_GNUC_WARN_UNUSED_RESULT;
/* Several fields at once, each "path=value". */
CtgSpec    *ctg_spec_with_fields (const CtgSpec     *self,
                                  const char *const *fields,
                                  GError           **error) G_GNUC_WARN_UNUSED_RESULT;
/* What no spec can hold (control characters, the same series twice) changes nothing in these two. */
CtgSpec    *ctg_spec_with_series (const CtgSpec     *self,
                                  const char *const *series) G_GNUC_WARN_UNUSED_RESULT;
/* Adds a condition; value NULL removes every condition on the column. */
CtgSpec    *ctg_spec_with_where  (const CtgSpec *self,
                                  const char    *column,
                                  const char    *value) G_GNUC_WARN_UNUSED_RESULT;
/* keys: NULL-terminated, empty for none. What no spec can hold changes nothing. */
CtgSpec    *ctg_spec_with_highlight (const CtgSpec     *self,
                                     const char *const *keys) G_GNUC_WARN_UNUSED_RESULT;
/* Puts a copy of the note in the place of number index, or behind the last one where there is none of that number; NULL takes number index away.
 * CTG_SPEC_ERROR_VALUE for a text that is empty or cannot stand in a figure. */
CtgSpec    *ctg_spec_with_annotation (const CtgSpec           *self,
                                      unsigned int             index,
                                      const CtgSpecAnnotation *annotation,
                                      GError                 **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same for reference lines and bands, at the path "references" or "x.references"; CTG_SPEC_ERROR_VALUE for a value that is not finite. */
CtgSpec    *ctg_spec_with_reference  (const CtgSpec          *self,
                                      const char             *path,
                                      unsigned int            index,
                                      const CtgSpecReference *reference,
                                      GError                **error) G_GNUC_WARN_UNUSED_RESULT;
unsigned int ctg_spec_get_n_annotations (const CtgSpec *self);
unsigned int ctg_spec_get_n_references  (const CtgSpec *self,
                                         const char    *path);
/* (transfer none): those of one of the two paths, NULL-terminated. */
CtgSpecReference *const *ctg_spec_get_references (const CtgSpec *self,
                                                  const char    *path);
/* Without search, region and conditions. */
CtgSpec    *ctg_spec_without_filter (const CtgSpec *self) G_GNUC_WARN_UNUSED_RESULT;
/* The field's value as ctg_spec_with() reads it; NULL if made from the data or for an unknown path. */
char       *ctg_spec_get         (const CtgSpec *self,
                                  const char    *path) G_GNUC_WARN_UNUSED_RESULT;

/* What "auto" means for what the rows are sorted by: numbers and dates run from high to low, words and the printed order forwards. */
bool        ctg_spec_get_descending (const CtgSpec *self);

/* Paths at which two specs differ, in field order; NULL-terminated. For undo names and tests. */
char      **ctg_spec_diff        (const CtgSpec *a,
                                  const CtgSpec *b) G_GNUC_WARN_UNUSED_RESULT;

/* The field table, for --help, the documentation and the inspector. */
typedef struct
{
  const char *path;
  const char *type;     /* "string", "choice", "boolean", "integer", "number", "length", "list" */
  const char *choices;  /* "a|b|c" or NULL */
  const char *fallback; /* default as text; NULL for "made from the data" */
  double minimum;
  double maximum;       /* NAN where there is none; lengths in points */
  const char *summary;
} CtgSpecField;

const CtgSpecField *ctg_spec_get_fields (unsigned int *n_fields);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgSpec, ctg_spec_unref)

G_END_DECLS
