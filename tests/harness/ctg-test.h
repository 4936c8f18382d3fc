/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What several suites need: fixtures, a temporary folder, expected files that can be rewritten, and running a program.
 * Every function ends the test with a failed assertion when it cannot do its work; none returns an error.
 * It must not know anything of the product. */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* g_test_init(). The user's own folders are already out of reach: see the environment in tests/meson.build. */
void        ctg_test_init          (int    *argc,
                                    char ***argv);

/* tests/RELATIVE in the source tree ("unit/data/plain.json"). */
char       *ctg_test_path          (const char *relative) G_GNUC_WARN_UNUSED_RESULT;
/* The bytes of tests/RELATIVE; a NUL byte follows them. length may be NULL. */
char       *ctg_test_load          (const char *relative,
                                    size_t     *length) G_GNUC_WARN_UNUSED_RESULT;
/* The bytes of any file. */
char       *ctg_test_load_file     (const char *path,
                                    size_t     *length) G_GNUC_WARN_UNUSED_RESULT;
void        ctg_test_write_file    (const char *path,
                                    const char *contents,
                                    gssize      length);

/* A folder of this process alone, made at the first call and removed with its contents when the process ends. */
const char *ctg_test_temp_dir      (void);
/* NAME in that folder. */
char       *ctg_test_temp_path     (const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* Makes a folder of that name there, and how many files and folders are in one. */
char       *ctg_test_make_folder   (const char *name) G_GNUC_WARN_UNUSED_RESULT;
unsigned int ctg_test_count_files  (const char *folder);

/* Compares actual (length bytes, or up to the NUL byte where -1) with the file tests/RELATIVE. Where they differ the
 * first differing lines are printed, the actual text is written to RELATIVE.actual, and the test fails.
 * With CTG_TEST_UPDATE=1 in the environment the file is rewritten instead. */
void        ctg_test_assert_golden (const char *relative,
                                    const char *actual,
                                    gssize      length);

/* Compares what stands in the page tests/RELATIVE between two marks with what should. With CTG_TEST_UPDATE=1 it is written there instead. */
void        ctg_test_assert_page_part (const char *relative,
                                       const char *begin,
                                       const char *end,
                                       const char *expected);
/* Frees actual. */
void        ctg_test_assert_text   (char       *actual,
                                    const char *expected);

/* What ctg_test_assert_golden() prints: the place of the first difference, or NULL where the texts are equal. */
char       *ctg_test_first_difference (const char *expected,
                                       size_t      expected_length,
                                       const char *actual,
                                       size_t      actual_length) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  int status;         /* exit status; 128 + signal where a signal ended it */
  char *out;          /* standard output; a NUL byte follows */
  size_t out_length;
  char *err;          /* standard error */
  size_t err_length;
} CtgTestRun;

/* Runs argv (searched in PATH) and waits for its end. input, of input_length bytes (-1: up to the NUL byte), goes to
 * standard input; NULL is an empty standard input. */
CtgTestRun *ctg_test_run           (const char *const *argv,
                                    const char        *input,
                                    gssize             input_length) G_GNUC_WARN_UNUSED_RESULT;
void        ctg_test_run_free      (CtgTestRun *run);

/* contingent-cli with these arguments, NULL-terminated: ctg_test_cli ("table", "tsg-2015-12", NULL). */
CtgTestRun *ctg_test_cli           (const char *first,
                                    ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgTestRun, ctg_test_run_free)

/* How many values the text of a node would hold: itself, and all within it. */
unsigned int ctg_test_count_json_values (JsonNode *node);

G_END_DECLS
