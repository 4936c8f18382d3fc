/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bundled datasets as they are compiled in: a row of words, and the strings they point to. The same function writes a thing and reads it, so
 * that the two cannot differ. Reading copies no string. Only for what the build itself has written: nothing is checked. */

#pragma once

#include "data/ctg-dataset-private.h"
#include "data/ctg-library.h"

G_BEGIN_DECLS

typedef struct _CtgTape CtgTape;

/* Writing. */
CtgTape     *ctg_tape_new          (void) G_GNUC_WARN_UNUSED_RESULT;
GBytes      *ctg_tape_to_bytes     (CtgTape *self) G_GNUC_WARN_UNUSED_RESULT;
/* Reading; what is read points into bytes. */
CtgTape     *ctg_tape_open         (GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;
void         ctg_tape_free         (CtgTape *self);

/* Where the next word is written or read. */
unsigned int ctg_tape_get_position (const CtgTape *self);
void         ctg_tape_seek         (CtgTape     *self,
                                    unsigned int position);

/* Reading: the place of the last word. */
unsigned int ctg_tape_get_last     (const CtgTape *self);

/* Each writes what is there, or reads it into the place. */
void         ctg_tape_word         (CtgTape      *self,
                                    unsigned int *word);
void         ctg_tape_flag         (CtgTape *self,
                                    bool    *flag);
void         ctg_tape_number       (CtgTape *self,
                                    double  *number);
void         ctg_tape_string       (CtgTape     *self,
                                    const char **string);
void         ctg_tape_dataset      (CtgTape    *self,
                                    CtgDataset *dataset);

/* The index: its entries, for each where its dataset begins, and the default. */
typedef struct
{
  GArray *entries;   /* CtgLibraryEntry */
  GArray *positions; /* unsigned int */
  const char *default_id;
} CtgTapeIndex;

void         ctg_tape_index        (CtgTape      *self,
                                    CtgTapeIndex *index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgTape, ctg_tape_free)

G_END_DECLS
