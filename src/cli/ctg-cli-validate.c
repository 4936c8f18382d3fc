/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "validate": opens each file as the window would, draws its figure without writing it, and prints every fault, one a line. */

#include <string.h>

#include "cli/ctg-cli.h"
#include "data/ctg-package.h"

static void
add_line (GString    *report,
          const char *argument,
          const char *path,
          const char *message)
{
  g_autofree char *shown = g_utf8_make_valid (argument, -1);

  if (path != NULL && *path != '\0')
    g_string_append_printf (report, "%s: %s: %s\n", shown, path, message);
  else
    g_string_append_printf (report, "%s: %s\n", shown, message);
}

/* FALSE if the file has faults. */
static bool
check_file (const char *argument,
            GString    *report)
{
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) ctg_fault_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(CtgFigure) figure = ctg_cli_load_file (argument, faults, &error);
  g_autoptr(CtgChartTexts) texts = NULL;

  for (unsigned int i = 0; i < faults->len; i++)
    {
      const CtgFault *fault = g_ptr_array_index (faults, i);

      add_line (report, argument, fault->path, fault->message);
    }
  if (figure != NULL)
    {
      CtgChartInput input = ctg_figure_get_input (figure, NULL);

      texts = ctg_chart_texts_new (&input, &error);
    }
  if (texts == NULL)
    {
      add_line (report, argument, NULL, error->message);
      return false;
    }
  if (faults->len > 0)
    return false;

  add_line (report, argument, NULL, _("no faults"));
  return true;
}

CtgExit
ctg_cli_validate (char **argv)
{
  GOptionEntry entries[] = { { NULL } };
  g_auto(GStrv) arguments = g_strdupv (argv);
  g_autoptr(GString) report = g_string_new (NULL);
  bool clean = true;
  CtgExit status;

  if (!ctg_cli_parse ("validate", entries, &arguments, 1, G_MAXUINT - 1, &status))
    return status;

  for (unsigned int i = 1; arguments[i] != NULL; i++)
    clean = check_file (arguments[i], report) && clean;

  status = ctg_cli_write (report->str, report->len);
  return clean ? status : CTG_EXIT_FAULT;
}
