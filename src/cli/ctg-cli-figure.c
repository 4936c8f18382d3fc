/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The options that make a figure, and the commands that say it in words. What an option may be is decided by the spec, not here; strings are
 * taken as bytes, because GLib would read them in the locale's encoding and refuse "Côte" in the C locale. */

#include <string.h>

#include "base/ctg-error.h"
#include "cli/ctg-cli.h"

void
ctg_cli_figure_options_clear (CtgCliFigureOptions *self)
{
  g_free (self->kind);
  g_free (self->series);
  g_strfreev (self->where);
  g_free (self->per);
  g_free (self->derive);
  g_free (self->against);
  g_free (self->top);
  g_free (self->sort);
  g_free (self->width);
  g_free (self->height);
  g_free (self->title);
  g_free (self->language);
  g_strfreev (self->set);
}

void
ctg_cli_figure_options_fill (CtgCliFigureOptions *self,
                             GOptionEntry        *entries)
{
  const GOptionEntry all[] = {
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &self->kind, N_("Chart kind, such as bars or dumbbell"), N_("KIND") },
    { "series", 0, 0, G_OPTION_ARG_FILENAME, &self->series, N_("Series to draw, in order"), N_("A,B") },
    { "where", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->where, N_("Only rows that meet a condition; may be given again"), N_("COLUMN=VALUE") },
    { "per", 0, 0, G_OPTION_ARG_FILENAME, &self->per, N_("Counts per million people, or as shares of their total: million, total"), N_("WHAT") },
    { "derive", 0, 0, G_OPTION_ARG_FILENAME, &self->derive, N_("Instead of the numbers: difference, ratio, rank"), N_("WHAT") },
    { "against", 0, 0, G_OPTION_ARG_FILENAME, &self->against, N_("The series that others are less, or divided by"), N_("SERIES") },
    { "top", 0, 0, G_OPTION_ARG_FILENAME, &self->top, N_("Draw this many rows; 0 for all"), N_("N") },
    { "sort", 0, 0, G_OPTION_ARG_FILENAME, &self->sort, N_("Sort by value, name, difference, table, as-of, source, region, spread, spread-ratio, or a series"), N_("BY") },
    { "desc", 0, 0, G_OPTION_ARG_NONE, &self->descending, N_("Sort from high to low, or from Z to A"), NULL },
    { "asc", 0, 0, G_OPTION_ARG_NONE, &self->ascending, N_("Sort from low to high, or from A to Z"), NULL },
    { "width", 0, 0, G_OPTION_ARG_FILENAME, &self->width, N_("Width of the figure, with its unit (89mm)"), N_("LENGTH") },
    { "height", 0, 0, G_OPTION_ARG_FILENAME, &self->height, N_("Height of the figure (120mm), or auto"), N_("LENGTH") },
    { "title", 0, 0, G_OPTION_ARG_FILENAME, &self->title, N_("Title of the figure; empty for none"), N_("TEXT") },
    { "language", 0, 0, G_OPTION_ARG_FILENAME, &self->language, N_("Language of the figure, such as en, de, ar"), N_("TAG") },
    { "set", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->set, N_("Set any field of the figure; may be given again"), N_("PATH=VALUE") },
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (all) == CTG_CLI_N_FIGURE_OPTIONS);
  memcpy (entries, all, sizeof all);
}

/* Replaces *spec; option is what the user wrote, for the message. The value NULL restores the default. */
static bool
change_field (CtgSpec   **spec,
              const char *option,
              const char *path,
              const char *value,
              GError    **error)
{
  CtgSpec *changed = ctg_spec_with (*spec, path, value, error);
  if (changed == NULL)
    {
      g_prefix_error (error, "%s: ", option);
      return false;
    }

  ctg_spec_unref (*spec);
  *spec = changed;
  return true;
}

/* An option that is not given, NULL, changes nothing. */
static bool
set_field (CtgSpec   **spec,
           const char *option,
           const char *path,
           const char *value,
           GError    **error)
{
  return value == NULL || change_field (spec, option, path, value, error);
}

/* Splits "PATH=VALUE" at the first equals sign. */
static bool
split_pair (const char *option,
            const char *pair,
            char      **name,
            char      **value,
            GError    **error)
{
  const char *equals = strchr (pair, '=');

  if (equals == NULL)
    {
      g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, _("%s: “%s” has no “=”"), option, pair);
      return false;
    }

  *name = g_strndup (pair, equals - pair);
  *value = g_strdup (equals + 1);
  return true;
}

static bool
apply_where (const CtgCliFigureOptions *self,
             CtgSpec                  **spec,
             GError                   **error)
{
  g_autofree char *old = ctg_spec_get (*spec, "where");
  g_autofree char *added = self->where != NULL ? g_strjoinv ("\n", self->where) : NULL;
  g_autofree char *all = old != NULL ? g_strconcat (old, "\n", added, NULL) : g_strdup (added);

  for (unsigned int i = 0; self->where != NULL && self->where[i] != NULL; i++)
    {
      g_autofree char *column = NULL;
      g_autofree char *value = NULL;

      if (!split_pair ("--where", self->where[i], &column, &value, error))
        return false;
    }

  return added == NULL || set_field (spec, "--where", "where", all, error);
}

static bool
is_sort_choice (const char *text)
{
  static const char *const choices[] = { "value", "name", "difference", "table", "as-of", "source", "region", "spread", "spread-ratio", NULL };

  return g_strv_contains (choices, text);
}

/* Anything that is not a way of sorting is taken for a series, of which the data must know. A new sorting forgets the direction of the old one. */
static bool
apply_sort (const CtgCliFigureOptions *self,
            CtgSpec                  **spec,
            GError                   **error)
{
  bool by_series = self->sort != NULL && !is_sort_choice (self->sort);
  const char *order = self->descending ? "descending" : self->ascending ? "ascending" : self->sort != NULL ? "auto" : NULL;

  if (self->descending && self->ascending)
    {
      g_set_error_literal (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, _("--asc and --desc exclude each other"));
      return false;
    }

  return set_field (spec, "--sort", "sort.by", by_series ? "value" : self->sort, error) &&
         set_field (spec, "--sort", "sort.series", by_series ? self->sort : NULL, error) && set_field (spec, "--desc", "sort.order", order, error);
}

static bool
apply_set (const CtgCliFigureOptions *self,
           CtgSpec                  **spec,
           GError                   **error)
{
  for (unsigned int i = 0; self->set != NULL && self->set[i] != NULL; i++)
    {
      g_autofree char *path = NULL;
      g_autofree char *value = NULL;

      if (!split_pair ("--set", self->set[i], &path, &value, error) ||
          !change_field (spec, "--set", path, g_str_equal (value, "null") ? NULL : value, error))
        return false;
    }

  return true;
}

/* A kind that was asked for takes as many of the figure's own series as it can, or others, as in the window; what the user says of series stands. */
static void
fit_series (const CtgCliFigureOptions *self,
            CtgFigure                 *figure,
            CtgSpec                  **spec)
{
  g_autoptr(GPtrArray) kept = g_ptr_array_new ();
  bool given = self->kind == NULL || self->series != NULL || (*spec)->series[0] == NULL;

  for (unsigned int i = 0; self->set != NULL && self->set[i] != NULL; i++)
    given |= g_str_has_prefix (self->set[i], "series=");
  if (given)
    return;

  CtgChartInput input = ctg_figure_get_input (figure, NULL);

  for (unsigned int i = 0; (*spec)->series[i] != NULL; i++)
    g_ptr_array_add (kept, (*spec)->series[i]);
  for (unsigned int n = kept->len + 1; n-- > 0;)
    {
      unsigned int n_series = 0;

      g_ptr_array_set_size (kept, n);
      g_ptr_array_add (kept, NULL);

      g_autoptr(CtgSpec) tried = ctg_spec_with_series (*spec, (const char *const *) kept->pdata);

      input.spec = tried;

      g_autofree unsigned int *series = ctg_chart_dup_series (&input, &n_series, NULL);

      if (series == NULL)
        continue;
      ctg_spec_unref (*spec);
      *spec = g_steal_pointer (&tried);
      return;
    }
}

bool
ctg_cli_check_against (const char    *against,
                       const CtgSpec *spec,
                       const char    *command,
                       CtgExit       *status)
{
  if (against == NULL || spec->derive == CTG_SPEC_DERIVE_DIFFERENCE || spec->derive == CTG_SPEC_DERIVE_RATIO)
    return true;

  *status = ctg_cli_usage (command, "%s", _("--against needs --derive difference or --derive ratio"));
  return false;
}

CtgFigure *
ctg_cli_figure_options_apply (const CtgCliFigureOptions *self,
                              const char                *command,
                              CtgFigure                 *figure,
                              CtgExit                   *status)
{
  const char *own_kind = ctg_figure_get_spec (figure)->kind;
  g_autoptr(CtgSpec) spec = ctg_spec_ref (ctg_figure_get_spec (figure));
  g_autoptr(GError) error = NULL;

  if (!set_field (&spec, "--kind", "kind", self->kind, &error) || !set_field (&spec, "--series", "series", self->series, &error) ||
      !set_field (&spec, "--per", "per", self->per, &error) || !set_field (&spec, "--derive", "derive", self->derive, &error) ||
      !set_field (&spec, "--against", "against", self->against, &error) || !set_field (&spec, "--top", "top", self->top, &error) || !set_field (&spec, "--width", "page.width", self->width, &error) ||
      !set_field (&spec, "--height", "page.height", self->height, &error) || !set_field (&spec, "--title", "title", self->title, &error) ||
      !set_field (&spec, "--language", "language", self->language, &error) || !apply_where (self, &spec, &error) ||
      !apply_sort (self, &spec, &error) || !apply_set (self, &spec, &error))
    {
      *status = ctg_cli_usage (command, "%s", error->message);
      return NULL;
    }
  /* What the figure itself says is a fault of the figure, told when it is drawn. */
  if (spec->kind != NULL && g_strcmp0 (spec->kind, own_kind) != 0 && ctg_chart_find_kind (spec->kind) == NULL)
    {
      g_autofree char *known = ctg_chart_list_kinds ();

      *status = ctg_cli_usage (command, _("there is no chart kind “%s”; the kinds are %s"), spec->kind, known);
      return NULL;
    }

  if (!ctg_cli_check_against (self->against, spec, command, status))
    return NULL;

  fit_series (self, figure, &spec);

  return ctg_figure_with_spec (figure, spec);
}

static CtgChartTexts *
make_texts (const char          *command,
            char               **argv,
            CtgCliFigureOptions *options,
            CtgFigure          **figure,
            CtgExit             *status)
{
  g_autoptr(CtgFigure) opened = ctg_cli_open (argv[1], NULL);
  g_autoptr(GError) error = NULL;
  CtgChartInput input;
  CtgChartTexts *texts;

  *status = CTG_EXIT_FAULT;
  if (opened == NULL)
    return NULL;
  *figure = ctg_cli_figure_options_apply (options, command, opened, status);
  if (*figure == NULL)
    return NULL;

  input = ctg_figure_get_input (*figure, NULL);
  texts = ctg_chart_texts_new (&input, &error);
  if (texts == NULL)
    *status = ctg_cli_fail (argv[1], error);
  return texts;
}

CtgExit
ctg_cli_describe (char **argv)
{
  g_auto(CtgCliFigureOptions) options = { 0 };
  GOptionEntry entries[CTG_CLI_N_FIGURE_OPTIONS + 1] = { 0 };
  g_auto(GStrv) arguments = g_strdupv (argv);
  g_autoptr(CtgFigure) figure = NULL;
  g_autoptr(CtgChartTexts) texts = NULL;
  g_autofree char *line = NULL;
  CtgExit status;

  ctg_cli_figure_options_fill (&options, entries);
  if (!ctg_cli_parse ("describe", entries, &arguments, 1, 1, &status))
    return status;
  texts = make_texts ("describe", arguments, &options, &figure, &status);
  if (texts == NULL)
    return status;

  line = g_strconcat (texts->description, "\n", NULL);
  return ctg_cli_write (line, strlen (line));
}

static CtgExit
write_bibtex (CtgFigure  *figure,
              const char *argument)
{
  CtgChartInput input = ctg_figure_get_input (figure, NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *bibtex = ctg_chart_bibtex (&input, &error);

  return bibtex != NULL ? ctg_cli_write (bibtex, strlen (bibtex)) : ctg_cli_fail (argument, error);
}

CtgExit
ctg_cli_caption (char **argv)
{
  g_auto(CtgCliFigureOptions) options = { 0 };
  gboolean bibtex = FALSE;
  GOptionEntry entries[CTG_CLI_N_FIGURE_OPTIONS + 2] = {
    { "bibtex", 0, 0, G_OPTION_ARG_NONE, &bibtex, N_("Print BibTeX entries of exactly the sources drawn instead"), NULL },
  };
  g_auto(GStrv) arguments = g_strdupv (argv);
  g_autoptr(CtgFigure) figure = NULL;
  g_autoptr(CtgChartTexts) texts = NULL;
  g_autoptr(GString) caption = g_string_new (NULL);
  CtgExit status;

  ctg_cli_figure_options_fill (&options, entries + 1);
  if (!ctg_cli_parse ("caption", entries, &arguments, 1, 1, &status))
    return status;
  texts = make_texts ("caption", arguments, &options, &figure, &status);
  if (texts == NULL)
    return status;
  if (bibtex)
    return write_bibtex (figure, arguments[1]);

  const char *const lines[] = { texts->title, texts->note, texts->source };

  for (unsigned int i = 0; i < G_N_ELEMENTS (lines); i++)
    g_string_append_printf (caption, "%s%s", lines[i], *lines[i] != '\0' ? "\n" : "");
  return ctg_cli_write (caption->str, caption->len);
}
