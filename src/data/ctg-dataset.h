/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A dataset: claims in printed order, what its measures mean, who its sources are, and what must be known about it.
 * Immutable, reference-counted, safe to share between threads. Made from a data package (ctg-package.h) or by a query (ctg-library.h). */

#pragma once

#include "data/ctg-claim.h"

G_BEGIN_DECLS

/* What the numbers count; kept apart because they may not be mixed on one line or stacked. */
typedef enum
{
  CTG_NATURE_CUMULATIVE,
  CTG_NATURE_STOCK,
  CTG_NATURE_RATE,
  CTG_NATURE_LIST,
  CTG_NATURE_SHARE,
} CtgNature;

/* What a row of the pivoted table is. */
typedef enum
{
  CTG_ROWS_PLACE, /* a country or region */
  CTG_ROWS_CLAIM, /* a statement: source and date (totals over time) */
  CTG_ROWS_MEASURE, /* a category (profile shares) */
} CtgRowsBy;

typedef struct
{
  const char *id;          /* "fighters" */
  const char *title;       /* "People who travelled"; sentence case */
  const char *unit;        /* "persons" */
  const char *description; /* nullable */
  CtgNature nature;
  bool overlaps;           /* shares of one whole that overlap: never stacked */
  bool subset_of_fighters; /* a part of those who travelled: may be stacked as returned / not known to have returned */
  const char *subset_of;   /* nullable: the measure it counts a part of; only such pairs may be stacked */
  const char *rest;        /* nullable: what the remainder is called ("Not known to have returned") */
  const char *partition;   /* nullable: parts of one whole with the same partition exclude each other and add up; only such parts may be stacked together */
  const char *const *notes; /* sentences about the column; never NULL, NULL-terminated */
} CtgMeasure;

typedef struct
{
  const char *id;        /* "tsg-2015-12" */
  const char *title;
  const char *publisher; /* nullable, like all below */
  const char *authors;   /* separated by "; " */
  const char *published; /* date text, see ctg-date.h */
  const char *scope;
  const char *citation;
  const char *short_name; /* "TSG 2015", for labels; never NULL */
  const char *short_publisher; /* "TSG" */
  const char *container; /* journal, newspaper or site */
  const char *type;      /* "report", "article", "newspaper", "web", "statement", "infographic" */
  const char *url;
  const char *const *notes; /* sentences; never NULL, NULL-terminated */
  int year;              /* 0 if not said */
} CtgSource;

/* short_name in the locale's language, where it is one of the bundled data ("US House, 2015"). */
char              *ctg_source_dup_short_name     (const CtgSource *self,
                                                  const CtgLocale *locale) G_GNUC_WARN_UNUSED_RESULT;

/* A page on which rows were read. */
typedef struct
{
  const char *id;       /* "niu-2018" */
  const char *where;    /* address or description; nullable, as all below */
  const char *what;
  const char *evidence;
} CtgPage;

/* What a figure must say that draws one of these claims, and no other figure. */
typedef struct
{
  const char *note;          /* one or more sentences */
  const char *const *claims; /* ids of claims; never NULL, NULL-terminated */
} CtgRowNote;

typedef struct _CtgDataset CtgDataset;

CtgDataset        *ctg_dataset_ref               (CtgDataset *self);
void               ctg_dataset_unref             (CtgDataset *self);

const char        *ctg_dataset_get_id            (const CtgDataset *self);
const char        *ctg_dataset_get_title         (const CtgDataset *self);
const char        *ctg_dataset_get_short_title   (const CtgDataset *self);
const char        *ctg_dataset_get_description   (const CtgDataset *self); /* nullable, as all to the end of this group */
const char        *ctg_dataset_get_scope         (const CtgDataset *self);
const char        *ctg_dataset_get_publisher     (const CtgDataset *self);
const char        *ctg_dataset_get_published     (const CtgDataset *self);
const char        *ctg_dataset_get_partial_note  (const CtgDataset *self); /* set if and only if partial */
const char        *ctg_dataset_get_licence       (const CtgDataset *self);
const char        *ctg_dataset_get_citation      (const CtgDataset *self);
const char        *ctg_dataset_get_group         (const CtgDataset *self); /* "travelled", "returned", "totals", "profiles", "all" */
const char        *ctg_dataset_get_figure_json   (const CtgDataset *self); /* default figure, members of a spec */
const char *const *ctg_dataset_get_notes         (const CtgDataset *self); /* never NULL, NULL-terminated */
bool               ctg_dataset_is_partial        (const CtgDataset *self);
CtgNature          ctg_dataset_get_nature        (const CtgDataset *self);
CtgRowsBy          ctg_dataset_get_rows_by       (const CtgDataset *self);

unsigned int       ctg_dataset_get_n_claims      (const CtgDataset *self); /* aggregates included, after the countries */
const CtgClaim    *ctg_dataset_get_claim         (const CtgDataset *self,
                                                  unsigned int      index);
unsigned int       ctg_dataset_get_n_sources     (const CtgDataset *self);
const CtgSource   *ctg_dataset_get_source        (const CtgDataset *self,
                                                  unsigned int      index);
const CtgSource   *ctg_dataset_find_source       (const CtgDataset *self,
                                                  const char       *id);
unsigned int       ctg_dataset_get_n_measures    (const CtgDataset *self);
const CtgMeasure  *ctg_dataset_get_measure       (const CtgDataset *self,
                                                  unsigned int      index);
const CtgMeasure  *ctg_dataset_find_measure      (const CtgDataset *self,
                                                  const char       *id);

const CtgPage     *ctg_dataset_find_page         (const CtgDataset *self,
                                                  const char       *id);
unsigned int       ctg_dataset_get_n_row_notes   (const CtgDataset *self);
const CtgRowNote  *ctg_dataset_get_row_note      (const CtgDataset *self,
                                                  unsigned int      index);

const char        *ctg_nature_get_id             (CtgNature nature);   /* "cumulative", "stock", "rate", "list", "share" */
bool               ctg_nature_from_id            (const char *id,
                                                  CtgNature  *nature);
const char        *ctg_rows_by_get_id            (CtgRowsBy rows_by);   /* "place", "claim", "measure" */
bool               ctg_rows_by_from_id           (const char *id,
                                                  CtgRowsBy  *rows_by);

/* The dataset as a data package: canonical text (fixed member order, two spaces, LF), the same for the same content. */
char              *ctg_dataset_to_package        (const CtgDataset *self) G_GNUC_WARN_UNUSED_RESULT;

/* The same, for a document around it. */
typedef struct
{
  GString *text;
  const char *hash;  /* ctg_dataset_get_hash(); belongs to the dataset */
  size_t rows_start; /* Rows of plain values, with the commas before them: without them the text is well-formed, too. */
  size_t rows_length; /* 0 where nothing is known of them, as below */
  size_t n_row_values; /* JSON values in them, the rows themselves included */
} CtgPackageText;

CtgPackageText    *ctg_dataset_write_package     (const CtgDataset *self) G_GNUC_WARN_UNUSED_RESULT;
void               ctg_package_text_free         (CtgPackageText *package);

/* SHA-256 of that text, in hex. Computed once. */
const char        *ctg_dataset_get_hash          (const CtgDataset *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgDataset, ctg_dataset_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgPackageText, ctg_package_text_free)

G_END_DECLS
