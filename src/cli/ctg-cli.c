/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Messages, output, option parsing and opening, the same for every command. Texts are UTF-8 whatever the locale: GLib's g_print() would
 * turn what the C locale lacks into question marks. */

#include "cli/ctg-cli.h"

#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "base/ctg-error.h"
#include "data/ctg-library.h"
#include "data/ctg-package.h"

#define MOST_FAULTS_TOLD 10

void
ctg_cli_warn (const char *format,
              ...)
{
  va_list arguments;
  g_autofree char *message = NULL;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fprintf (stderr, CTG_CLI_NAME ": %s\n", message);
}

CtgExit
ctg_cli_fail (const char   *prefix,
              const GError *error)
{
  if (prefix != NULL)
    ctg_cli_warn ("%s: %s", prefix, error->message);
  else
    ctg_cli_warn ("%s", error->message);

  return CTG_EXIT_FAULT;
}

CtgExit
ctg_cli_usage (const char *command,
               const char *format,
               ...)
{
  va_list arguments;
  g_autofree char *message = NULL;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  ctg_cli_warn ("%s", message);
  if (command != NULL)
    fprintf (stderr, _("Try “%s %s --help”.\n"), CTG_CLI_NAME, command);
  else
    fprintf (stderr, _("Try “%s --help”.\n"), CTG_CLI_NAME);
  return CTG_EXIT_USAGE;
}

CtgExit
ctg_cli_write (const char *text,
               size_t      length)
{
  if (fwrite (text, 1, length, stdout) == length && fflush (stdout) == 0)
    return CTG_EXIT_FINE;

  ctg_cli_warn (_("standard output could not be written: %s"), g_strerror (errno));
  return CTG_EXIT_FAULT;
}

static const CtgCliCommand *
find_command (const char *name)
{
  for (unsigned int i = 0; ctg_cli_commands[i].name != NULL; i++)
    {
      if (g_str_equal (ctg_cli_commands[i].name, name))
        return &ctg_cli_commands[i];
    }

  g_assert_not_reached ();
}

/* GLib's own --help exits the process and prints in the locale's encoding. */
static bool
asks_for_help (char **argv)
{
  for (unsigned int i = 1; argv[i] != NULL && !g_str_equal (argv[i], "--"); i++)
    {
      if (g_str_equal (argv[i], "--help") || g_str_equal (argv[i], "-h"))
        return true;
    }

  return false;
}

bool
ctg_cli_parse (const char   *command,
               GOptionEntry *entries,
               char       ***argv,
               unsigned int  minimum,
               unsigned int  maximum,
               CtgExit      *status)
{
  const CtgCliCommand *about = find_command (command);
  g_autofree char *usage = g_strdup_printf ("%s %s", command, _(about->arguments));
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);
  g_autoptr(GError) error = NULL;
  unsigned int n_arguments;

  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_help_enabled (context, FALSE);
  if (asks_for_help (*argv))
    {
      g_autofree char *options = g_option_context_get_help (context, TRUE, NULL);
      const char *entries_only = strstr (options, "\n\n"); /* GLib's own usage line stands before */
      g_autofree char *help = g_strdup_printf (_("Usage: %s %s\n\n%s.\n%s"), CTG_CLI_NAME, usage, _(about->summary), entries_only != NULL ? entries_only + 1 : "");

      *status = ctg_cli_write (help, strlen (help));
      return false;
    }

  if (!g_option_context_parse_strv (context, argv, &error))
    {
      *status = ctg_cli_usage (command, "%s", error->message);
      return false;
    }

  n_arguments = g_strv_length (*argv) - 1;
  if (n_arguments < minimum || n_arguments > maximum)
    {
      if (n_arguments < minimum)
        *status = ctg_cli_usage (command, _("“%s” needs a dataset or a file"), command);
      else
        *status = ctg_cli_usage (command,
                                 g_str_equal (command, "export") ? _("“%s” is one argument too many; -o says where to write") : _("“%s” is one argument too many"),
                                 (*argv)[maximum + 1]);
      return false;
    }

  return true;
}

bool
ctg_cli_is_file (const char *argument)
{
  if (strchr (argument, G_DIR_SEPARATOR) != NULL || strchr (argument, '.') != NULL)
    return true;

  return ctg_library_find_entry (argument) == NULL && g_file_test (argument, G_FILE_TEST_EXISTS);
}

static void
tell_faults (const char *argument,
             GPtrArray  *faults)
{
  for (unsigned int i = 0; i < faults->len && i < MOST_FAULTS_TOLD; i++)
    {
      const CtgFault *fault = g_ptr_array_index (faults, i);

      ctg_cli_warn ("%s: %s: %s", argument, fault->path, fault->message);
    }
  if (faults->len > MOST_FAULTS_TOLD)
    {
      unsigned int n_more = ctg_faults_count (faults) - MOST_FAULTS_TOLD;

      ctg_cli_warn (ngettext ("%s: %u more fault; see “%s validate”", "%s: %u more faults; see “%s validate”", n_more), argument, n_more, CTG_CLI_NAME);
    }
}

CtgFigure *
ctg_cli_load_file (const char *argument,
                   GPtrArray  *faults,
                   GError    **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (argument);
  GError *local_error = NULL;
  CtgFigure *figure = ctg_figure_load_file (file, NULL, faults, NULL, &local_error);

  if (figure != NULL)
    return figure;

  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("there is no such file"));
  else
    g_propagate_error (error, g_steal_pointer (&local_error));
  g_clear_error (&local_error);
  return NULL;
}

CtgFigure *
ctg_cli_open (const char *argument,
              GPtrArray  *faults)
{
  g_autoptr(GPtrArray) own_faults = faults == NULL ? g_ptr_array_new_with_free_func ((GDestroyNotify) ctg_fault_free) : NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *shown = g_utf8_make_valid (argument, -1);
  CtgFigure *figure;

  if (ctg_cli_is_file (argument))
    figure = ctg_cli_load_file (argument, faults != NULL ? faults : own_faults, &error);
  else
    figure = ctg_figure_load_bundled (argument, &error);

  if (figure == NULL)
    {
      ctg_cli_fail (ctg_cli_is_file (argument) ? shown : NULL, error);
      if (g_error_matches (error, CTG_DATA_ERROR, CTG_DATA_ERROR_NOT_FOUND))
        fprintf (stderr, _("Try “%s datasets”.\n"), CTG_CLI_NAME);
    }
  else if (own_faults != NULL)
    tell_faults (shown, own_faults);
  return figure;
}

char *
ctg_cli_dup_language (void)
{
  const char *const *languages = g_get_language_names ();
  char *tag;

  if (g_str_equal (languages[0], "C") || g_str_has_prefix (languages[0], "C."))
    return g_strdup ("en");

  tag = g_strdelimit (g_strdup (languages[0]), "_", '-');
  tag[strcspn (tag, ".@")] = '\0';
  return tag;
}
