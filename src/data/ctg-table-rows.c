/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows: what makes two claims stand in one row, and what a row is called. It must not look at numbers. */

#include <string.h>

#include "base/ctg-append.h"
#include "data/ctg-table-private.h"

#define DEFAULT_LABEL "{source}, {as_of}"

static void
append (GString    *keys,
        const char *text)
{
  ctg_append (keys, text, strlen (text));
}

/* Appends the key of the row that a claim belongs to. */
static void
append_key (const CtgTable *self,
            unsigned int    number,
            GString        *keys)
{
  const CtgClaim *claim = ctg_dataset_get_claim (self->dataset, number);

  switch (ctg_dataset_get_rows_by (self->dataset))
    {
    case CTG_ROWS_CLAIM:
      if (claim->id != NULL)
        append (keys, claim->id);
      else
        g_string_append_printf (keys, "claim:%u", number);
      break;

    case CTG_ROWS_MEASURE:
      g_string_append_printf (keys, "measure:%s@%s", claim->name, claim->context->source);
      break;

    case CTG_ROWS_PLACE:
    default:
      if (claim->code != NULL && !claim->aggregate && claim->level == CTG_LEVEL_COUNTRY)
        {
          append (keys, claim->code);
          break;
        }
      if (claim->aggregate)
        append (keys, "aggregate:");
      append (keys, ctg_level_get_id (claim->level));
      g_string_append_c (keys, ':');
      append (keys, claim->name);
      break;
    }
}

/* A joint row stands in a region if all its members do. */
static CtgRegion
find_region (const CtgClaim *claim)
{
  const CtgCountry *country = ctg_country_get (claim->code);
  g_auto(GStrv) members = claim->context->members != NULL ? g_strsplit (claim->context->members, " ", -1) : NULL;
  CtgRegion region = country != NULL ? country->region : CTG_REGION_NONE;

  for (unsigned int i = 0; members != NULL && members[i] != NULL; i++)
    {
      country = ctg_country_get (members[i]);
      if (country == NULL || (i > 0 && country->region != region))
        return CTG_REGION_NONE;
      region = country->region;
    }

  return region;
}

/* What a placeholder stands for, "" where nothing is known; without a locale as printed. */
static char *
dup_placeholder (const CtgTable  *self,
                 const CtgClaim  *claim,
                 const char      *name,
                 const CtgLocale *locale)
{
  const CtgSource *source = ctg_dataset_find_source (self->dataset, claim->context->source);
  const CtgCountry *country = ctg_country_get (claim->code);
  g_autofree char *localized = NULL;
  const char *text = NULL;

  if (strcmp (name, "source") == 0)
    text = source->short_name;
  else if (strcmp (name, "publisher") == 0)
    text = source->short_publisher != NULL ? source->short_publisher : source->short_name;
  else if (strcmp (name, "place") == 0)
    text = claim->name;
  else if (strcmp (name, "as_of") != 0 || !ctg_date_is_known (&claim->as_of))
    return g_strdup ("");

  if (locale == NULL)
    return text != NULL ? g_strdup (text) : ctg_date_to_text (&claim->as_of);
  if (text == NULL)
    return ctg_locale_format_date (locale, &claim->as_of, TRUE);

  if (strcmp (name, "place") == 0 && country != NULL)
    localized = ctg_locale_region_name (locale, country->alpha2);
  if (localized == NULL)
    localized = ctg_locale_translate (locale, text);

  return ctg_locale_isolate (locale, localized);
}

#define COMMA ", "

/* Takes away what an unknown date leaves behind: "UN, " and "Chechnya (UN, )". */
static void
tidy (GString    *label,
      const char *comma)
{
  g_autofree char *hanging = g_strconcat (comma, ")", NULL);

  g_string_replace (label, hanging, ")", 0);
  g_string_replace (label, " ()", "", 0);
  if (g_str_has_suffix (label->str, comma))
    g_string_truncate (label, label->len - strlen (comma));
  while (label->len > 0 && label->str[label->len - 1] == ' ')
    g_string_truncate (label, label->len - 1);
}

/* The name of a claim row. Without a locale as printed, with dates as the source states them. */
static char *
make_label (const CtgTable  *self,
            const CtgClaim  *claim,
            const CtgLocale *locale)
{
  const char *chosen = self->dataset->label != NULL ? self->dataset->label : DEFAULT_LABEL;
  const char *template = chosen;
  g_autofree char *comma = locale != NULL ? ctg_locale_phrase (locale, CTG_PHRASE_COMMA, NULL) : g_strdup (COMMA);
  GString *label = g_string_new (NULL);

  while (*template != '\0')
    {
      const char *end = *template == '{' ? strchr (template, '}') : NULL;

      if (g_str_has_prefix (template, COMMA))
        {
          g_string_append (label, comma);
          template += strlen (COMMA);
          continue;
        }
      if (end == NULL)
        {
          g_string_append_c (label, *template++);
          continue;
        }

      g_autofree char *name = g_strndup (template + 1, end - template - 1);
      g_autofree char *text = dup_placeholder (self, claim, name, locale);

      g_string_append (label, text);
      template = end + 1;
    }
  tidy (label, comma);

  /* One source may say something of the world and of a part of it on the same day. */
  if (claim->level != CTG_LEVEL_WORLD && strstr (chosen, "{place}") == NULL)
    {
      g_autofree char *place = dup_placeholder (self, claim, "place", locale);

      g_string_append_printf (label, " (%s)", place);
    }

  return g_string_free (label, FALSE);
}

/* Whether the claim plainly belongs to the row of the claim before it; FALSE where only the key can tell. */
static bool
continues_row (const CtgTable *self,
               unsigned int    claim_number)
{
  if (claim_number == 0 || ctg_dataset_get_rows_by (self->dataset) != CTG_ROWS_PLACE)
    return FALSE;

  const CtgClaim *claim = ctg_dataset_get_claim (self->dataset, claim_number);
  const CtgClaim *before = claim - 1;

  return (claim->name == before->name || strcmp (claim->name, before->name) == 0) && claim->code == before->code && claim->level == before->level
         && claim->aggregate == before->aggregate;
}

static void
add_row (CtgTable    *self,
         unsigned int claim_number)
{
  const CtgClaim *claim = ctg_dataset_get_claim (self->dataset, claim_number);
  CtgRow row = {
    .key = ctg_text_index_get_text (self->row_index, self->rows->len),
    .name = claim->name,
    .code = claim->code,
    .level = claim->level,
    .region = find_region (claim),
    .aggregate = claim->aggregate,
  };

  if (ctg_dataset_get_rows_by (self->dataset) == CTG_ROWS_CLAIM)
    {
      g_autofree char *label = make_label (self, claim, NULL);
      row.name = g_string_chunk_insert (self->strings, label);
    }

  g_array_append_val (self->rows, row);
  self->n_aggregates += row.aggregate;
}

/* Of a claim: the row of the claim before it. */
#define CONTINUES G_MAXUINT

/* Claims that do not plainly belong to the row before, as many as are looked up at once. */
#define N_AT_ONCE 64u

typedef struct
{
  unsigned int claims[N_AT_ONCE];
  size_t key_starts[N_AT_ONCE];
  GString *keys; /* one behind the other, each ended by a zero */
  unsigned int n;
} Waiting;

static void
add_waiting (CtgTable      *self,
             const Waiting *waiting,
             unsigned int  *rows)
{
  const char *keys[N_AT_ONCE];
  unsigned int numbers[N_AT_ONCE];

  for (unsigned int i = 0; i < waiting->n; i++)
    keys[i] = waiting->keys->str + waiting->key_starts[i];
  ctg_text_index_add_many (self->row_index, keys, waiting->n, numbers);

  for (unsigned int i = 0; i < waiting->n; i++)
    {
      if (numbers[i] == self->rows->len)
        add_row (self, waiting->claims[i]);
      rows[waiting->claims[i]] = numbers[i];
    }
}

void
ctg_table_make_rows (CtgTable     *self,
                     unsigned int *rows)
{
  g_autoptr(GString) keys = g_string_new (NULL);
  Waiting waiting = { .keys = keys };
  unsigned int n_claims = self->dataset->claims->len;

  for (unsigned int i = 0; i < n_claims; i++)
    {
      rows[i] = CONTINUES;
      if (continues_row (self, i))
        continue;
      if (waiting.n == N_AT_ONCE)
        {
          add_waiting (self, &waiting, rows);
          g_string_truncate (keys, 0);
          waiting.n = 0;
        }
      waiting.claims[waiting.n] = i;
      waiting.key_starts[waiting.n++] = keys->len;
      append_key (self, i, keys);
      g_string_append_c (keys, '\0');
    }
  add_waiting (self, &waiting, rows);

  for (unsigned int i = 1; i < n_claims; i++)
    if (rows[i] == CONTINUES)
      rows[i] = rows[i - 1];
}

char *
ctg_table_dup_row_name (const CtgTable  *self,
                        unsigned int     row,
                        const CtgLocale *locale)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len && locale != NULL, NULL);

  const CtgRow *info = &g_array_index (self->rows, CtgRow, row);
  const CtgCountry *country = ctg_country_get (info->code);
  char *name = NULL;

  if (ctg_dataset_get_rows_by (self->dataset) == CTG_ROWS_CLAIM)
    return make_label (self, ctg_table_get_first_claim (self, row), locale);
  if (country != NULL && info->level == CTG_LEVEL_COUNTRY)
    name = ctg_locale_region_name (locale, country->alpha2);

  if (name != NULL)
    return name;

  return ctg_dataset_get_rows_by (self->dataset) == CTG_ROWS_MEASURE ? ctg_locale_translate (locale, info->name) : g_strdup (info->name);
}
