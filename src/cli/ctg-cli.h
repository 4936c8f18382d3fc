/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the commands of contingent-cli share: exit statuses, messages, output, opening what the user names, and the options that make a figure. */

#pragma once

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "file/ctg-figure.h"

G_BEGIN_DECLS

#define CTG_CLI_NAME "contingent-cli"

typedef enum
{
  CTG_EXIT_FINE = 0,
  CTG_EXIT_FAULT = 1, /* in data, figure or file */
  CTG_EXIT_USAGE = 2, /* the command line itself is wrong */
} CtgExit;

/* argv[0] is the command's name; the vector is NULL-terminated and may be reordered. */
typedef CtgExit (*CtgCliRun) (char **argv);

typedef struct
{
  const char *name;
  const char *arguments; /* for the usage line */
  const char *summary;   /* translatable */
  CtgCliRun run;
} CtgCliCommand;

extern const CtgCliCommand ctg_cli_commands[];

CtgExit      ctg_cli_datasets        (char **argv);
CtgExit      ctg_cli_table           (char **argv);
CtgExit      ctg_cli_export          (char **argv);
CtgExit      ctg_cli_describe        (char **argv);
CtgExit      ctg_cli_caption         (char **argv);
CtgExit      ctg_cli_gallery         (char **argv);
CtgExit      ctg_cli_validate        (char **argv);

/* "contingent-cli: …" on standard error. The first returns CTG_EXIT_FAULT and says error's message, with a prefix where it is not NULL;
 * the second CTG_EXIT_USAGE with a hint at --help. */
void         ctg_cli_warn            (const char *format,
                                      ...) G_GNUC_PRINTF (1, 2);
CtgExit      ctg_cli_fail            (const char   *prefix,
                                      const GError *error);
CtgExit      ctg_cli_usage           (const char *command,
                                      const char *format,
                                      ...) G_GNUC_PRINTF (2, 3);
/* Writes all of text to standard output; CTG_EXIT_FAULT with a message when that fails. */
CtgExit      ctg_cli_write           (const char *text,
                                      size_t      length);

/* Parses the options of a command; *argv keeps the other arguments, without argv[0], of which there must be minimum to maximum.
 * FALSE: exit with *status at once (help was asked for, or usage is wrong). */
bool         ctg_cli_parse           (const char   *command,
                                      GOptionEntry *entries,
                                      char       ***argv,
                                      unsigned int  minimum,
                                      unsigned int  maximum,
                                      CtgExit      *status);

/* A dataset by id, or a file of data, figure or picture; faults of a file are told as warnings, or collected where faults is not NULL.
 * NULL after a message. */
CtgFigure   *ctg_cli_open            (const char *argument,
                                      GPtrArray  *faults) G_GNUC_WARN_UNUSED_RESULT;
/* A file, with its faults; the error does not repeat its name. */
CtgFigure   *ctg_cli_load_file       (const char *argument,
                                      GPtrArray  *faults,
                                      GError    **error) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the argument means a file: it has a separator or an extension, or no dataset is called so. */
bool         ctg_cli_is_file         (const char *argument);
/* The language of messages ("de"), for names and warnings outside figures. */
char        *ctg_cli_dup_language    (void) G_GNUC_WARN_UNUSED_RESULT;

/* The options that export, describe and caption share. */
typedef struct
{
  char *kind;
  char *series;
  char **where;
  char *per;
  char *derive;
  char *against;
  char *top;
  char *sort;
  gboolean descending;
  gboolean ascending;
  char *width;
  char *height;
  char *title;
  char *language;
  char **set;
} CtgCliFigureOptions;

#define CTG_CLI_N_FIGURE_OPTIONS 15

void         ctg_cli_figure_options_clear (CtgCliFigureOptions *self);
/* Writes CTG_CLI_N_FIGURE_OPTIONS entries. */
void         ctg_cli_figure_options_fill  (CtgCliFigureOptions *self,
                                           GOptionEntry        *entries);
/* The figure with the options laid over its spec; NULL with *status after a message. */
CtgFigure   *ctg_cli_figure_options_apply (const CtgCliFigureOptions *self,
                                           const char                *command,
                                           CtgFigure                 *figure,
                                           CtgExit                   *status) G_GNUC_WARN_UNUSED_RESULT;

/* That what --against named, nullable, is of use: there is a --derive, or the figure's own, that compares. */
bool         ctg_cli_check_against        (const char    *against,
                                           const CtgSpec *spec,
                                           const char    *command,
                                           CtgExit       *status);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CtgCliFigureOptions, ctg_cli_figure_options_clear)

G_END_DECLS
