/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* contingent-cli: finds the command and runs it. */

#include <fcntl.h>
#include <locale.h>
#include <malloc.h>
#include <string.h>
#include <unistd.h>

#include "cli/ctg-cli.h"
#include "ctg-config.h"

/* The largest that the C library takes. */
#define LARGEST_FROM_HEAP (32 * 1024 * 1024)

const CtgCliCommand ctg_cli_commands[] = {
  { "datasets", N_("[OPTION…]"), N_("List the bundled datasets"), ctg_cli_datasets },
  { "table", N_("[OPTION…] DATASET|FILE"), N_("Print the numbers"), ctg_cli_table },
  { "export", N_("[OPTION…] DATASET|FILE -o OUTPUT…"), N_("Make a figure as SVG, PDF or PNG"), ctg_cli_export },
  { "describe", N_("[OPTION…] DATASET|FILE"), N_("Print the alternative text of a figure"), ctg_cli_describe },
  { "caption", N_("[OPTION…] DATASET|FILE"), N_("Print title, note and source line of a figure, or its sources as BibTeX"), ctg_cli_caption },
  { "gallery", N_("-o FOLDER"), N_("Make every showcase figure, and a page that shows them"), ctg_cli_gallery },
  { "validate", N_("FILE…"), N_("Check data and figure files and list all faults"), ctg_cli_validate },
  { NULL },
};

/* A file opened later must not become standard output or error because the caller closed those: writing to them has to fail instead. */
static void
hold_standard_streams (void)
{
  for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
    {
      if (fcntl (fd, F_GETFD) == -1 && open ("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
        _exit (CTG_EXIT_FAULT);
    }
}

/* A command lives for a moment, and what it frees it needs again at once: giving it back to the system meanwhile costs a large file 3 % of its time. */
static void
keep_memory (void)
{
#ifdef M_TRIM_THRESHOLD
  mallopt (M_MMAP_THRESHOLD, LARGEST_FROM_HEAP);
  mallopt (M_TRIM_THRESHOLD, G_MAXINT);
#endif
}

static CtgExit
print_help (void)
{
  g_autoptr(GString) help = g_string_new (NULL);

  g_string_append_printf (help, _("Usage: %s COMMAND [ARGUMENT…]\n\n"), CTG_CLI_NAME);
  g_string_append (help, _("Figures and tables of country counts that disagree, without a display.\n\nCommands:\n"));
  for (unsigned int i = 0; ctg_cli_commands[i].name != NULL; i++)
    g_string_append_printf (help, "  %-10s %s\n", ctg_cli_commands[i].name, _(ctg_cli_commands[i].summary));
  g_string_append_printf (help, _("\n“%s COMMAND --help” says more about a command.\n"), CTG_CLI_NAME);

  return ctg_cli_write (help->str, help->len);
}

static CtgExit
run_command (char **argv)
{
  for (unsigned int i = 0; ctg_cli_commands[i].name != NULL; i++)
    {
      if (g_str_equal (ctg_cli_commands[i].name, argv[0]))
        return ctg_cli_commands[i].run (argv);
    }

  return ctg_cli_usage (NULL, *argv[0] == '-' ? _("there is no option “%s”") : _("there is no command “%s”"), argv[0]);
}

int
main (int    argc,
      char **argv)
{
  const char *locale_dir = g_getenv ("CTG_LOCALE_DIR");

  keep_memory ();
  hold_standard_streams ();
  setlocale (LC_ALL, "");
  bindtextdomain (CTG_GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : CTG_LOCALE_DIR);
  bind_textdomain_codeset (CTG_GETTEXT_PACKAGE, "UTF-8");
  textdomain (CTG_GETTEXT_PACKAGE);
  g_set_prgname (CTG_CLI_NAME);

  if (argc < 2)
    return ctg_cli_usage (NULL, _("a command is missing"));
  if (g_str_equal (argv[1], "--version"))
    return ctg_cli_write (CTG_CLI_NAME " " CTG_VERSION "\n", strlen (CTG_CLI_NAME " " CTG_VERSION "\n"));
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    return print_help ();

  return run_command (argv + 1);
}
