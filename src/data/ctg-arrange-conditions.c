/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which rows are wanted: search text, region, and conditions "column = value". Conditions on one text column are alternatives; everything
 * else must hold together. It must not change the order of rows. */

#include <string.h>

#include "base/ctg-distance.h"
#include "base/ctg-error.h"
#include "base/ctg-translate.h"
#include "data/ctg-arrange-private.h"
#include "data/ctg-ids-private.h"

typedef enum
{
  COLUMN_NAME,
  COLUMN_CODE,
  COLUMN_REGION,
  COLUMN_LEVEL,
  COLUMN_SOURCE,
  COLUMN_STATUS,
  COLUMN_SERIES,
  N_COLUMNS
} Column;

/* An error names no more sources than this. */
#define MOST_CHOICES 20

static const char *const column_ids[] = { "name", "code", "region", "level", "source", "status" };

typedef enum
{
  TEST_TEXT,
  TEST_REPORTED,
  TEST_NOT_REPORTED,
  TEST_NOT_APPLICABLE,
  TEST_LESS,
  TEST_AT_MOST,
  TEST_MORE,
  TEST_AT_LEAST,
  TEST_EQUAL,
  TEST_NOT_EQUAL,
} Test;

typedef struct
{
  Column column;
  Test test;
  unsigned int series;
  double number;
  char *text;                /* folded */
  const CtgCountry *country; /* for names: what the text calls */
} Condition;

struct _CtgFilter
{
  CtgArranger *arranger;
  char *const *folded; /* set where there is a search text */
  char *search;        /* folded; nullable */
  CtgRegion region;
  GArray *conditions;  /* Condition */
  bool used[N_COLUMNS];
};

static void
clear_condition (gpointer data)
{
  g_free (((Condition *) data)->text);
}

static bool
folded_equal (const char *text,
              const char *folded)
{
  g_autofree char *other = text != NULL ? ctg_arranger_fold (text) : NULL;

  return g_strcmp0 (other, folded) == 0;
}

static bool
source_matches (const CtgTable *table,
                const char     *id,
                const char     *folded)
{
  const CtgSource *source = ctg_dataset_find_source (table->dataset, id);

  return folded_equal (source->id, folded) || folded_equal (source->short_name, folded) || folded_equal (source->title, folded);
}

/* The known columns that are nearly what was asked for, else all that are no series. */
static bool
fail_column (const CtgTable *table,
             const char     *column,
             GError        **error)
{
  g_autoptr(GString) near = g_string_new (NULL);
  unsigned int n_near = 0;

  for (unsigned int i = 0; i < table->series->len && n_near < 3; i++)
    {
      const char *id = g_array_index (table->series, CtgSeries, i).id;

      if (ctg_distance_measure (column, id, 3) <= 3 || (strlen (column) >= 3 && strstr (id, column) != NULL))
        g_string_append_printf (near, "%s“%s”", n_near++ > 0 ? ", " : "", id);
    }
  for (unsigned int i = 0; i < G_N_ELEMENTS (column_ids) && n_near < 3; i++)
    if (ctg_distance_measure (column, column_ids[i], 2) <= 2)
      g_string_append_printf (near, "%s“%s”", n_near++ > 0 ? ", " : "", column_ids[i]);

  if (n_near > 0)
    g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_PATH, T_ ("where: there is no column “%s”; there is %s."), column, near->str);
  else
    g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_PATH,
                 T_ ("where: there is no column “%s”; expected name, code, region, level, source, status or the id of a series."), column);

  return FALSE;
}

static void
append_choice (GString    *choices,
               const char *choice)
{
  g_string_append_printf (choices, "%s“%s”", choices->len > 0 ? ", " : "", choice);
}

void
ctg_table_set_unknown_region (const CtgTable *self,
                              const char     *path,
                              const char     *region,
                              GError        **error)
{
  g_autoptr(GString) there = g_string_new (NULL);
  bool seen[CTG_N_REGIONS] = { FALSE };

  g_return_if_fail (self != NULL && path != NULL && region != NULL);

  for (unsigned int i = 0; i < self->rows->len; i++)
    seen[g_array_index (self->rows, CtgRow, i).region] = TRUE;
  for (unsigned int i = CTG_REGION_NONE + 1; i < CTG_N_REGIONS; i++)
    if (seen[i])
      append_choice (there, ctg_region_get_id (i));

  if (there->len > 0)
    g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, T_ ("%s: there is no region “%s”; in these data there are %s."), path, region, there->str);
  else
    g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, T_ ("%s: there is no region “%s”; in these data no row has a region."), path, region);
}

/* Whether folded is the id of a region or its name in the language; the empty text asks for rows without a region. */
static bool
is_region (const CtgArranger *arranger,
           const char        *folded)
{
  for (unsigned int i = CTG_REGION_NONE; i < CTG_N_REGIONS; i++)
    {
      g_autofree char *name = ctg_region_get_name (i, arranger->locale);

      if (folded_equal (ctg_region_get_id (i), folded) || folded_equal (name, folded))
        return TRUE;
    }

  return FALSE;
}

/* What a condition asks for must exist where there is a closed list of it; a name or a code is any text. */
static bool
check_choice (const CtgArranger *arranger,
              const Condition   *condition,
              const char        *value,
              GError           **error)
{
  g_autoptr(GString) there = g_string_new (NULL);
  g_autofree char *name = NULL;

  switch (condition->column)
    {
    case COLUMN_REGION:
      if (is_region (arranger, condition->text))
        return TRUE;
      ctg_table_set_unknown_region (arranger->table, "where.region", value, error);
      return FALSE;

    case COLUMN_LEVEL:
      for (unsigned int i = CTG_LEVEL_COUNTRY; i <= CTG_LEVEL_SHARE; i++)
        {
          if (folded_equal (ctg_level_get_id (i), condition->text))
            return TRUE;
          append_choice (there, ctg_level_get_id (i));
        }
      break;

    case COLUMN_STATUS:
      for (unsigned int i = CTG_STATUS_OFFICIAL; i <= CTG_STATUS_ESTIMATE; i++)
        {
          g_free (name);
          name = ctg_status_get_name (i, arranger->locale);
          if (folded_equal (ctg_status_get_id (i), condition->text) || folded_equal (name, condition->text))
            return TRUE;
          append_choice (there, ctg_status_get_id (i));
        }
      break;

    case COLUMN_SOURCE:
      for (unsigned int i = 0; i < ctg_dataset_get_n_sources (arranger->table->dataset); i++)
        {
          const char *id = ctg_dataset_get_source (arranger->table->dataset, i)->id;

          if (source_matches (arranger->table, id, condition->text))
            return TRUE;
          if (i < MOST_CHOICES)
            append_choice (there, id);
        }
      break;

    case COLUMN_NAME:
    case COLUMN_CODE:
    case COLUMN_SERIES:
    case N_COLUMNS:
    default:
      return TRUE;
    }

  g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, T_ ("where.%s: there is no %s “%s”; there is %s."),
               column_ids[condition->column], column_ids[condition->column], value, there->str);

  return FALSE;
}

/* "<100", "≥ 40", "=7", "7", "reported" … */
static bool
parse_number_test (const char *value,
                   Condition  *condition)
{
  static const struct
  {
    const char *sign;
    Test test;
  } signs[] = {
    { "<=", TEST_AT_MOST }, { "≤", TEST_AT_MOST }, { ">=", TEST_AT_LEAST }, { "≥", TEST_AT_LEAST }, { "!=", TEST_NOT_EQUAL }, { "≠", TEST_NOT_EQUAL },
    { "<", TEST_LESS }, { ">", TEST_MORE }, { "=", TEST_EQUAL }, { "", TEST_EQUAL },
  };
  static const char *const words[] = { "reported", "not-reported", "not-applicable" };
  int word = ctg_ids_find (value, words, G_N_ELEMENTS (words));
  unsigned int i = 0;
  char *end;

  if (word >= 0)
    {
      condition->test = TEST_REPORTED + word;
      return TRUE;
    }
  while (!g_str_has_prefix (value, signs[i].sign))
    i++;

  value += strlen (signs[i].sign);
  while (*value == ' ')
    value++;
  condition->test = signs[i].test;
  condition->number = g_ascii_strtod (value, &end);

  return end != value && *end == '\0' && isfinite (condition->number);
}

char *
ctg_condition_format_number (const char      *value,
                             const CtgLocale *locale)
{
  Condition condition = { COLUMN_SERIES };
  CtgEstimate estimate = CTG_ESTIMATE_MISSING;

  if (!parse_number_test (value, &condition))
    return g_strdup (value);

  estimate.presence = CTG_PRESENCE_REPORTED;
  switch (condition.test)
    {
    case TEST_REPORTED:
      return ctg_locale_phrase (locale, CTG_PHRASE_REPORTED, NULL);
    case TEST_NOT_REPORTED:
      estimate.presence = CTG_PRESENCE_NOT_REPORTED;
      break;
    case TEST_NOT_APPLICABLE:
      estimate.presence = CTG_PRESENCE_NOT_APPLICABLE;
      break;
    case TEST_LESS:
    case TEST_AT_MOST:
      estimate.high = condition.number;
      estimate.qualifier = condition.test == TEST_LESS ? CTG_QUALIFIER_LESS_THAN : CTG_QUALIFIER_AT_MOST;
      break;
    case TEST_MORE:
    case TEST_AT_LEAST:
      estimate.low = condition.number;
      estimate.qualifier = condition.test == TEST_MORE ? CTG_QUALIFIER_MORE_THAN : CTG_QUALIFIER_AT_LEAST;
      break;
    case TEST_EQUAL:
    case TEST_NOT_EQUAL:
    case TEST_TEXT:
    default:
      estimate.value = condition.number;
      estimate.qualifier = CTG_QUALIFIER_EXACT;
    }

  g_autofree char *text = ctg_estimate_format (&estimate, locale);

  return condition.test == TEST_NOT_EQUAL ? ctg_locale_phrase (locale, CTG_PHRASE_VALUE_NOT, text, NULL) : g_steal_pointer (&text);
}

static bool
parse_condition (CtgArranger        *arranger,
                 const CtgCondition *given,
                 Condition          *condition,
                 GError            **error)
{
  int column = ctg_ids_find (given->column, column_ids, G_N_ELEMENTS (column_ids));
  const char *value = given->value != NULL ? given->value : "";

  if (column >= 0)
    {
      condition->column = column;
      condition->test = TEST_TEXT;
      condition->text = ctg_text_fold (value);
      condition->country = column == COLUMN_NAME ? ctg_country_find (value) : NULL;
      return check_choice (arranger, condition, value, error);
    }

  int series = ctg_table_find_series (arranger->table, given->column);

  if (series < 0)
    return fail_column (arranger->table, given->column, error);

  condition->column = COLUMN_SERIES;
  condition->series = series;
  if (parse_number_test (value, condition))
    return TRUE;

  g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE,
               T_ ("where.%s: “%s” is no condition on a number; expected for example 100, <100, >=40, reported, not-reported or not-applicable."),
               given->column, value);

  return FALSE;
}

CtgFilter *
ctg_filter_new (CtgArranger      *arranger,
                const CtgArrange *arrange,
                GError          **error)
{
  g_autoptr(CtgFilter) self = g_new0 (CtgFilter, 1);

  self->arranger = arranger;
  self->region = arrange->region;
  self->conditions = g_array_new (FALSE, TRUE, sizeof (Condition));
  g_array_set_clear_func (self->conditions, clear_condition);

  if (arrange->search != NULL && *arrange->search != '\0')
    {
      self->search = ctg_text_fold (arrange->search);
      self->folded = ctg_arranger_get_folded (arranger);
    }

  for (unsigned int i = 0; i < arrange->n_conditions; i++)
    {
      Condition condition = { COLUMN_NAME };

      bool parsed = parse_condition (arranger, &arrange->conditions[i], &condition, error);

      /* The filter frees it, also where it was no condition. */
      g_array_append_val (self->conditions, condition);
      if (!parsed)
        return NULL;
      self->used[condition.column] = TRUE;
    }

  return g_steal_pointer (&self);
}

void
ctg_filter_free (CtgFilter *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->conditions);
  g_free (self->search);
  g_free (self);
}

/* Whether one of the row's claims is from the source, or is a reported number of the status. */
static bool
any_claim_matches (const CtgFilter *self,
                   const Condition *condition,
                   unsigned int     row)
{
  const CtgTable *table = self->arranger->table;

  for (unsigned int c = table->row_start[row]; c < table->row_start[row + 1]; c++)
    for (unsigned int i = 0; i < table->cells[c].n_claims; i++)
      {
        const CtgClaim *claim = ctg_dataset_get_claim (table->dataset, table->order[table->cells[c].first + i]);

        if (condition->column == COLUMN_SOURCE && source_matches (table, claim->context->source, condition->text))
          return TRUE;
        if (condition->column == COLUMN_STATUS && ctg_estimate_is_reported (&claim->estimate))
          {
            g_autofree char *name = ctg_status_get_name (claim->status, self->arranger->locale);

            if (folded_equal (ctg_status_get_id (claim->status), condition->text) || folded_equal (name, condition->text))
              return TRUE;
          }
      }

  return FALSE;
}

static bool
text_matches (const CtgFilter *self,
              const Condition *condition,
              unsigned int     number)
{
  const CtgRow *row = &g_array_index (self->arranger->table->rows, CtgRow, number);
  g_autofree char *name = NULL;

  switch (condition->column)
    {
    case COLUMN_NAME:
      return folded_equal (ctg_arranger_get_name (self->arranger, number), condition->text) || folded_equal (row->name, condition->text)
             || (condition->country != NULL && g_strcmp0 (row->code, condition->country->alpha3) == 0);
    case COLUMN_CODE:
      return folded_equal (row->code, condition->text);
    case COLUMN_REGION:
      name = ctg_region_get_name (row->region, self->arranger->locale);
      return folded_equal (ctg_region_get_id (row->region), condition->text) || folded_equal (name, condition->text);
    case COLUMN_LEVEL:
      return folded_equal (ctg_level_get_id (row->level), condition->text);
    case COLUMN_SOURCE:
    case COLUMN_STATUS:
      return any_claim_matches (self, condition, number);
    case COLUMN_SERIES:
    case N_COLUMNS:
    default:
      return FALSE;
    }
}

static bool
number_matches (const CtgFilter *self,
                const Condition *condition,
                unsigned int     row)
{
  const CtgEstimate *estimate = ctg_table_get_estimate (self->arranger->table, row, condition->series);
  bool reported = ctg_estimate_is_reported (estimate);
  double number = ctg_estimate_get_rank (estimate);

  switch (condition->test)
    {
    case TEST_REPORTED:
      return reported;
    case TEST_NOT_REPORTED:
      return !reported && estimate->presence != CTG_PRESENCE_NOT_APPLICABLE;
    case TEST_NOT_APPLICABLE:
      return estimate->presence == CTG_PRESENCE_NOT_APPLICABLE;
    case TEST_LESS:
      return reported && number < condition->number;
    case TEST_AT_MOST:
      return reported && number <= condition->number;
    case TEST_MORE:
      return reported && number > condition->number;
    case TEST_AT_LEAST:
      return reported && number >= condition->number;
    case TEST_EQUAL:
      return reported && number == condition->number;
    case TEST_NOT_EQUAL:
      return reported && number != condition->number;
    case TEST_TEXT:
    default:
      return FALSE;
    }
}

bool
ctg_filter_matches (const CtgFilter *self,
                    unsigned int     row)
{
  bool met[N_COLUMNS] = { FALSE };

  if (self->region != CTG_REGION_NONE && g_array_index (self->arranger->table->rows, CtgRow, row).region != self->region)
    return FALSE;
  if (self->search != NULL && strstr (self->folded[row], self->search) == NULL)
    return FALSE;

  for (unsigned int i = 0; i < self->conditions->len; i++)
    {
      const Condition *condition = &g_array_index (self->conditions, Condition, i);

      if (condition->column == COLUMN_SERIES)
        {
          if (!number_matches (self, condition, row))
            return FALSE;
          met[COLUMN_SERIES] = TRUE;
        }
      else if (!met[condition->column])
        met[condition->column] = text_matches (self, condition, row);
    }
  for (unsigned int i = 0; i < N_COLUMNS; i++)
    if (self->used[i] && !met[i])
      return FALSE;

  return TRUE;
}
