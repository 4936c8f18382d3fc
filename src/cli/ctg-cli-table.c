/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "table": the numbers of a dataset or of a figure's data, all series, sorted and filtered by the same code as the window's table. */

#include "cli/ctg-cli-table.h"

#include <string.h>

#include "cli/ctg-cli.h"

typedef struct
{
  char *format;
  char *sort;
  char **where;
  char *language;
  char *per;
  char *derive;
  char *against;
  gboolean descending;
  gboolean aggregates;
  gboolean doubtful;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->format);
  g_free (options->sort);
  g_strfreev (options->where);
  g_free (options->language);
  g_free (options->per);
  g_free (options->derive);
  g_free (options->against);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* What these data lack, others may have: a fault, not wrong usage. */
static CtgExit
fail_with_series (const CtgTable *table,
                  const char     *message)
{
  ctg_cli_warn ("%s", message);
  for (unsigned int i = 0; i < ctg_table_get_n_series (table); i++)
    ctg_cli_warn ("  %s", ctg_table_get_series (table, i)->id);

  return CTG_EXIT_FAULT;
}

static bool
read_sort (const Options *options,
           CtgTable      *table,
           CtgArrange    *arrange,
           CtgExit       *status)
{
  static const struct
  {
    const char *name;
    CtgSortBy by;
  } columns[] = {
    { "table", CTG_SORT_TABLE }, { "name", CTG_SORT_NAME }, { "value", CTG_SORT_VALUE }, { "difference", CTG_SORT_DIFFERENCE },
    { "as-of", CTG_SORT_AS_OF }, { "source", CTG_SORT_SOURCE }, { "region", CTG_SORT_REGION },
  };

  arrange->by = CTG_SORT_TABLE;
  arrange->descending = options->descending;
  arrange->series = -1;
  if (options->sort == NULL)
    return true;

  for (unsigned int i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      if (g_str_equal (columns[i].name, options->sort))
        {
          arrange->by = columns[i].by;
          return true;
        }
    }

  arrange->by = CTG_SORT_VALUE;
  arrange->series = ctg_table_find_series (table, options->sort);
  if (arrange->series >= 0)
    return true;

  g_autofree char *message = g_strdup_printf (_("--sort: there is no column “%s”; the columns are name, value, difference, as-of, source, region and the series"), options->sort);

  *status = fail_with_series (table, message);
  return false;
}

/* The equals signs of where are cut through; conditions point into it. */
static bool
read_where (char   **where,
            GArray  *conditions,
            CtgExit *status)
{
  for (unsigned int i = 0; where != NULL && where[i] != NULL; i++)
    {
      char *equals = strchr (where[i], '=');
      CtgCondition condition;

      if (equals == NULL)
        {
          *status = ctg_cli_usage ("table", _("--where: “%s” has no “=”"), where[i]);
          return false;
        }
      *equals = '\0';
      condition = (CtgCondition) { where[i], equals + 1 };
      g_array_append_val (conditions, condition);
    }

  return true;
}

static bool
arrange_rows (const Options *options,
              CtgCliRows    *rows,
              CtgExit       *status)
{
  CtgArrange arrange = { .aggregates = options->aggregates };
  g_autoptr(GArray) conditions = g_array_new (FALSE, FALSE, sizeof (CtgCondition));
  g_autofree unsigned int *series = NULL;
  g_autoptr(GError) error = NULL;

  if (!read_sort (options, rows->table, &arrange, status) || !read_where (options->where, conditions, status))
    return false;

  arrange.n_series = ctg_table_get_n_series (rows->table);
  series = g_new (unsigned int, arrange.n_series + 1);
  for (unsigned int i = 0; i < arrange.n_series; i++)
    series[i] = i;
  arrange.all_series = series;
  arrange.conditions = (const CtgCondition *) (void *) conditions->data;
  arrange.n_conditions = conditions->len;

  rows->rows = ctg_arranger_run (rows->arranger, &arrange, &rows->n_rows, &error);
  if (error == NULL)
    return true;

  *status = ctg_cli_fail (NULL, error);
  return false;
}

static CtgExit
write_rows (const Options *options,
            CtgCliRows    *rows)
{
  g_autofree char *text = NULL;
  unsigned int n_hidden = 0;

  if (options->format == NULL || g_str_equal (options->format, "text"))
    text = ctg_cli_table_to_text (rows, &n_hidden);
  else if (g_str_equal (options->format, "json"))
    text = ctg_cli_table_to_json (rows);
  else
    text = ctg_cli_table_to_separated (rows, g_str_equal (options->format, "csv") ? ',' : '\t');

  if (n_hidden > 0 && rows->n_rows > 0)
    ctg_cli_warn (ngettext ("note: %u column without a number in these rows is not shown; the other formats have it",
                            "note: %u columns without a number in these rows are not shown; the other formats have them", n_hidden), n_hidden);

  return ctg_cli_write (text, strlen (text));
}

/* The user is told of numbers that stand in the data but not in the table. */
static void
tell_doubtful (const CtgTable *table)
{
  unsigned int n_doubtful = 0;

  for (unsigned int i = 0; i < ctg_table_get_n_series (table); i++)
    n_doubtful += ctg_table_get_series (table, i)->n_doubtful;

  if (n_doubtful > 0)
    ctg_cli_warn (ngettext ("note: %u doubtful number is left out; --doubtful shows it", "note: %u doubtful numbers are left out; --doubtful shows them",
                            n_doubtful), n_doubtful);
}

static CtgFigure *
open_figure (const Options *options,
             const char    *argument,
             CtgExit       *status)
{
  const struct
  {
    const char *option;
    const char *path;
    const char *value;
  } settings[] = {
    { "--doubtful", "doubtful", options->doubtful ? "true" : NULL }, { "--language", "language", options->language },
    { "--per", "per", options->per }, { "--derive", "derive", options->derive }, { "--against", "against", options->against },
  };
  g_autoptr(CtgFigure) opened = ctg_cli_open (argument, NULL);
  g_autoptr(CtgSpec) spec = NULL;

  *status = CTG_EXIT_FAULT;
  if (opened == NULL)
    return NULL;

  spec = ctg_spec_ref (ctg_figure_get_spec (opened));
  for (unsigned int i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autoptr(GError) error = NULL;
      CtgSpec *next = settings[i].value != NULL ? ctg_spec_with (spec, settings[i].path, settings[i].value, &error) : ctg_spec_ref (spec);

      if (next == NULL)
        {
          *status = ctg_cli_usage ("table", "%s: %s", settings[i].option, error->message);
          return NULL;
        }
      ctg_spec_unref (spec);
      spec = next;
    }

  if (!ctg_cli_check_against (options->against, spec, "table", status))
    return NULL;

  return ctg_figure_with_spec (opened, spec);
}

/* That the series that others are held against is there. */
static bool
check_against (CtgFigure *figure,
               CtgExit   *status)
{
  const char *against = ctg_figure_get_spec (figure)->against;
  const CtgTable *table = ctg_figure_get_table (figure);

  if (against == NULL || *against == '\0' || ctg_table_get_against (table) < 0 || ctg_table_find_series (table, against) >= 0)
    return true;

  g_autofree char *message = g_strdup_printf (_("--against: there is no series “%s”; the series are"), against);

  *status = fail_with_series (table, message);
  return false;
}

CtgExit
ctg_cli_table (char **argv)
{
  static const char *const formats[] = { "text", "csv", "tsv", "json", NULL };
  g_auto(Options) options = { 0 };
  GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &options.format, N_("text, csv, tsv or json"), N_("FORMAT") },
    { "sort", 0, 0, G_OPTION_ARG_FILENAME, &options.sort, N_("Sort by name, value, difference, as-of, source, region, or a series"), N_("COLUMN") },
    { "desc", 0, 0, G_OPTION_ARG_NONE, &options.descending, N_("Sort from high to low, or from Z to A"), NULL },
    { "where", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &options.where, N_("Only rows that meet a condition; may be given again"), N_("COLUMN=VALUE") },
    { "aggregates", 0, 0, G_OPTION_ARG_NONE, &options.aggregates, N_("Also the source's regions and totals, last"), NULL },
    { "doubtful", 0, 0, G_OPTION_ARG_NONE, &options.doubtful, N_("Also numbers marked doubtful"), NULL },
    { "language", 0, 0, G_OPTION_ARG_FILENAME, &options.language, N_("Language of names and numbers, such as en, de, ar"), N_("TAG") },
    { "per", 0, 0, G_OPTION_ARG_FILENAME, &options.per, N_("Counts per million people, or as shares of their total: million, total"), N_("WHAT") },
    { "derive", 0, 0, G_OPTION_ARG_FILENAME, &options.derive, N_("Instead of the numbers: difference, ratio, rank"), N_("WHAT") },
    { "against", 0, 0, G_OPTION_ARG_FILENAME, &options.against, N_("The series that others are less, or divided by"), N_("SERIES") },
    { NULL },
  };
  g_auto(GStrv) arguments = g_strdupv (argv);
  g_autoptr(CtgFigure) figure = NULL;
  g_autofree unsigned int *owned_rows = NULL;
  CtgChartInput input;
  CtgCliRows rows;
  CtgExit status;

  if (!ctg_cli_parse ("table", entries, &arguments, 1, 1, &status))
    return status;
  if (options.format != NULL && !g_strv_contains (formats, options.format))
    return ctg_cli_usage ("table", _("--format: “%s” is not one of text, csv, tsv, json"), options.format);
  figure = open_figure (&options, arguments[1], &status);
  if (figure == NULL || !check_against (figure, &status))
    return status;

  input = ctg_figure_get_input (figure, NULL);
  rows = (CtgCliRows) { input.table, input.arranger, input.locale, NULL, 0 };
  if (!arrange_rows (&options, &rows, &status))
    return status;
  owned_rows = rows.rows;

  if (!ctg_figure_get_spec (figure)->doubtful)
    tell_doubtful (rows.table);
  return write_rows (&options, &rows);
}
