/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "gallery": every showcase figure as SVG and PNG in a folder, and a page that shows them with their alternative texts. The page has no script, loads
 * nothing from elsewhere, and follows the reader's choice of light or dark. */

#include <gio/gio.h>

#include "cli/ctg-cli.h"
#include "file/ctg-export.h"
#include "file/ctg-showcase.h"

static const char style[] =
  ":root{color-scheme:light dark;--ground:#f4f4f2;--ink:#1b1f24;--quiet:#5a6068;--line:#d5d5d0}"
  "@media(prefers-color-scheme:dark){:root{--ground:#1c1e21;--ink:#eceef0;--quiet:#a9b0b8;--line:#3a3e44}}"
  "body{margin:0 auto;max-width:80rem;padding:2rem 1rem;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,sans-serif}"
  "ul{columns:24rem;column-gap:2rem;padding:0;list-style:none}li{break-inside:avoid;margin:0 0 2rem}"
  "figure{margin:0;border:1px solid var(--line);background:#fff}"
  "img{display:block;width:100%;height:auto}"
  "figcaption{padding:.75rem 1rem;border-top:1px solid var(--line);background:var(--ground)}"
  "h2{margin:0;font-size:1rem}p{margin:.25rem 0}code,.quiet{color:var(--quiet);overflow-wrap:anywhere}"
  "a{color:inherit}a:focus-visible{outline:3px solid Highlight;outline-offset:2px}";

static bool
write_picture (CtgFigure      *figure,
               const CtgScene *scene,
               GFile          *folder,
               const char     *name,
               CtgFormat       format,
               GError        **error)
{
  CtgRenderOptions options = { .dpi = 200 };
  g_autofree char *base = g_strconcat (name, format == CTG_FORMAT_SVG ? ".svg" : ".png", NULL);
  g_autoptr(GFile) file = g_file_get_child (folder, base);

  return ctg_export_to_file (figure, scene, format, &options, file, NULL, error);
}

/* One figure on the page: the picture with its alternative text, its title, and how to make it. */
static void
append_item (GString           *page,
             const CtgShowcase *showcase,
             const CtgScene    *scene)
{
  g_auto(GStrv) settings = g_strsplit (showcase->settings, ";", -1);
  g_autofree char *joined = g_strjoinv ("' --set '", settings);
  g_autofree char *command = g_markup_printf_escaped (CTG_CLI_NAME " export %s -o %s.svg --set '%s'", showcase->dataset, showcase->name, joined);
  g_autofree char *item = g_markup_printf_escaped ("<li><figure><a href=\"%s.svg\"><img src=\"%s.svg\" width=\"%.0f\" height=\"%.0f\" loading=\"lazy\" alt=\"%s\"></a>"
                                                   "<figcaption><h2 lang=\"%s\">%s</h2>",
                                                   showcase->name, showcase->name, ctg_scene_get_width (scene) * 96 / 72, ctg_scene_get_height (scene) * 96 / 72,
                                                   ctg_scene_get_description (scene), ctg_scene_get_language (scene), ctg_scene_get_title (scene));

  g_string_append (page, item);
  g_string_append_printf (page, "<p><code>%s</code></p><p class=\"quiet\"><a href=\"%s.svg\">%s (SVG)</a> · <a href=\"%s.png\">%s (PNG)</a></p></figcaption></figure></li>\n",
                          command, showcase->name, showcase->name, showcase->name, showcase->name);
}

static bool
add_figure (const CtgShowcase *showcase,
            CtgTextMeasure    *measure,
            GFile             *folder,
            GString           *page,
            GError           **error)
{
  g_autoptr(CtgFigure) figure = ctg_showcase_make_figure (showcase, error);
  g_autoptr(CtgScene) scene = figure != NULL ? ctg_figure_compile (figure, measure, NULL, error) : NULL;

  if (scene == NULL || !write_picture (figure, scene, folder, showcase->name, CTG_FORMAT_SVG, error) ||
      !write_picture (figure, scene, folder, showcase->name, CTG_FORMAT_PNG, error))
    return false;

  append_item (page, showcase, scene);
  return true;
}

static bool
make_gallery (GFile   *folder,
              GError **error)
{
  g_autoptr(CtgTextMeasure) measure = ctg_text_measure_new_pango ();
  g_autoptr(GString) page = g_string_new ("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                                          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Contingent: gallery</title>\n");
  g_autoptr(GFile) index = g_file_get_child (folder, "index.html");
  g_autoptr(GError) made = NULL;

  if (!g_file_make_directory_with_parents (folder, NULL, &made) && !g_error_matches (made, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      g_propagate_error (error, g_steal_pointer (&made));
      return false;
    }

  g_string_append_printf (page, "<style>%s</style>\n</head>\n<body>\n<main>\n<h1>Contingent: gallery</h1>\n"
                          "<p>%u figures of the bundled data, and the commands that make them.</p>\n<ul>\n", style, ctg_showcase_get_n ());
  for (unsigned int i = 0; i < ctg_showcase_get_n (); i++)
    {
      if (!add_figure (ctg_showcase_get (i), measure, folder, page, error))
        return false;
    }
  g_string_append (page, "</ul>\n</main>\n</body>\n</html>\n");

  return g_file_replace_contents (index, page->str, page->len, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, error);
}

CtgExit
ctg_cli_gallery (char **argv)
{
  g_autofree char *output = NULL;
  GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Folder to write to; made if there is none"), N_("FOLDER") },
    { NULL },
  };
  g_auto(GStrv) arguments = g_strdupv (argv);
  g_autoptr(GError) error = NULL;
  CtgExit status;

  if (!ctg_cli_parse ("gallery", entries, &arguments, 0, 0, &status))
    return status;
  if (output == NULL)
    return ctg_cli_usage ("gallery", _("say where to with -o"));

  g_autoptr(GFile) folder = g_file_new_for_commandline_arg (output);

  return make_gallery (folder, &error) ? CTG_EXIT_FINE : ctg_cli_fail (output, error);
}
