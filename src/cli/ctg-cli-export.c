/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "export": one layout, any number of files. It must not draw or write files itself. */

#include <gio/gunixoutputstream.h>
#include <string.h>
#include <unistd.h>

#include "base/ctg-error.h"
#include "cli/ctg-cli.h"
#include "file/ctg-export.h"

typedef struct
{
  CtgCliFigureOptions figure;
  char **outputs;
  char *format;
  char *dpi;
  gboolean transparent;
} Options;

static void
options_clear (Options *options)
{
  ctg_cli_figure_options_clear (&options->figure);
  g_strfreev (options->outputs);
  g_free (options->format);
  g_free (options->dpi);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static bool
is_standard_output (const char *output)
{
  return g_str_equal (output, "-");
}

/* The format that an output's name says. */
static bool
get_named_format (const char *output,
                  CtgFormat  *format)
{
  const char *slash = strrchr (output, G_DIR_SEPARATOR);
  const char *dot = strrchr (slash != NULL ? slash : output, '.');

  return dot != NULL && ctg_format_from_name (dot + 1, format);
}

/* --format is for outputs whose names say nothing. Where all say something, it must say the same. */
static bool
find_formats (const Options *options,
              CtgFormat     *formats,
              CtgExit       *status)
{
  CtgFormat given = CTG_FORMAT_SVG;
  const char *other = NULL;
  bool needed = false;

  if (options->format != NULL && !ctg_format_from_name (options->format, &given))
    {
      *status = ctg_cli_usage ("export", _("--format: “%s” is not one of svg, pdf, png"), options->format);
      return false;
    }

  for (unsigned int i = 0; options->outputs[i] != NULL; i++)
    {
      const char *output = options->outputs[i];

      if (get_named_format (output, &formats[i]))
        {
          if (formats[i] != given)
            other = output;
        }
      else if (options->format != NULL)
        {
          formats[i] = given;
          needed = true;
        }
      else
        {
          if (is_standard_output (output))
            *status = ctg_cli_usage ("export", _("“-o -” needs --format"));
          else
            *status = ctg_cli_usage ("export", _("“%s” does not end in .svg, .pdf or .png; give --format"), output);
          return false;
        }
    }

  if (options->format == NULL || needed || other == NULL)
    return true;

  *status = ctg_cli_usage ("export", _("“%s” says another format than --format %s"), other, options->format);
  return false;
}

static bool
read_dpi (const Options    *options,
          CtgRenderOptions *render,
          CtgExit          *status)
{
  char *end = NULL;

  render->dpi = 300;
  render->transparent = options->transparent;
  if (options->dpi == NULL)
    return true;

  render->dpi = g_ascii_strtod (options->dpi, &end);
  if (*options->dpi != '\0' && *end == '\0' && render->dpi >= 30 && render->dpi <= 2400)
    return true;

  *status = ctg_cli_usage ("export", _("--dpi: “%s” is not a number from 30 to 2400"), options->dpi);
  return false;
}

/* All that can be wrong with the command line, before anything is opened. */
static bool
check_options (const Options    *options,
               CtgRenderOptions *render,
               CtgFormat        *formats,
               CtgExit          *status)
{
  if (options->outputs == NULL)
    {
      *status = ctg_cli_usage ("export", _("say where to with -o"));
      return false;
    }

  return find_formats (options, formats, status) && read_dpi (options, render, status);
}

static bool
write_output (CtgFigure              *figure,
              const CtgScene         *scene,
              const char             *output,
              CtgFormat               format,
              const CtgRenderOptions *render,
              GError                **error)
{
  if (is_standard_output (output))
    {
      g_autoptr(GBytes) bytes = ctg_export_to_bytes (figure, scene, format, render, NULL, error);
      g_autoptr(GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

      return bytes != NULL && g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, NULL, error);
    }

  g_autoptr(GFile) file = g_file_new_for_commandline_arg (output);

  return ctg_export_to_file (figure, scene, format, render, file, NULL, error);
}

static void
tell_warnings (const CtgWarnings *warnings)
{
  g_autofree char *language = ctg_warnings_get_n (warnings) > 0 ? ctg_cli_dup_language () : NULL;
  g_autoptr(CtgLocale) locale = language != NULL ? ctg_locale_new (language) : NULL;

  for (unsigned int i = 0; i < ctg_warnings_get_n (warnings); i++)
    {
      const CtgWarning *warning = ctg_warnings_get (warnings, i);
      g_autofree char *text = ctg_warning_format (warning, locale);

      ctg_cli_warn (_("note: %s"), text);
      for (unsigned int k = 0; k < warning->fixes->len; k++)
        {
          const CtgFix *fix = &g_array_index (warning->fixes, CtgFix, k);
          g_autofree char *fields = g_strjoinv (" --set ", fix->fields);
          g_autofree char *title = ctg_locale_phrase (locale, fix->phrase, NULL);

          ctg_cli_warn ("  %s: --set %s", title, fields);
        }
    }
}

static CtgExit
export_figure (CtgFigure              *figure,
               const char             *argument,
               char                  **outputs,
               const CtgFormat        *formats,
               const CtgRenderOptions *render)
{
  g_autoptr(CtgTextMeasure) measure = ctg_text_measure_new_pango ();
  g_autoptr(CtgWarnings) warnings = ctg_warnings_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(CtgScene) scene = NULL;
  bool any_png = false;

  for (unsigned int i = 0; outputs[i] != NULL; i++)
    any_png = any_png || formats[i] == CTG_FORMAT_PNG;
  ctg_figure_prepare_document (figure, any_png);
  scene = ctg_figure_compile (figure, measure, warnings, &error);
  if (scene == NULL)
    return ctg_cli_fail (argument, error);

  tell_warnings (warnings);
  for (unsigned int i = 0; outputs[i] != NULL; i++)
    {
      if (!write_output (figure, scene, outputs[i], formats[i], render, &error))
        return ctg_cli_fail (is_standard_output (outputs[i]) ? _("standard output") : NULL, error);
    }

  return CTG_EXIT_FINE;
}

CtgExit
ctg_cli_export (char **argv)
{
  g_auto(Options) options = { 0 };
  GOptionEntry entries[4 + CTG_CLI_N_FIGURE_OPTIONS + 1] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &options.outputs, N_("File to write, or - for standard output; may be given again"), N_("OUTPUT") },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &options.format, N_("svg, pdf or png, where the name does not say"), N_("FORMAT") },
    { "dpi", 0, 0, G_OPTION_ARG_FILENAME, &options.dpi, N_("Pixels an inch of a PNG, 30 to 2400; 300 if not given"), N_("N") },
    { "transparent", 0, 0, G_OPTION_ARG_NONE, &options.transparent, N_("Leave out the background"), NULL },
  };
  g_auto(GStrv) arguments = g_strdupv (argv);
  g_autofree CtgFormat *formats = NULL;
  g_autoptr(CtgFigure) opened = NULL;
  g_autoptr(CtgFigure) figure = NULL;
  CtgRenderOptions render;
  CtgExit status;

  ctg_cli_figure_options_fill (&options.figure, entries + 4);
  if (!ctg_cli_parse ("export", entries, &arguments, 1, 1, &status))
    return status;
  formats = g_new0 (CtgFormat, options.outputs != NULL ? g_strv_length (options.outputs) : 1);
  if (!check_options (&options, &render, formats, &status))
    return status;

  opened = ctg_cli_open (arguments[1], NULL);
  if (opened == NULL)
    return CTG_EXIT_FAULT;
  figure = ctg_cli_figure_options_apply (&options.figure, "export", opened, &status);
  if (figure == NULL)
    return status;

  return export_figure (figure, arguments[1], options.outputs, formats, &render);
}
