/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Countries and areas: ISO 3166-1 codes (XKX for Kosovo), UN M49 subregions, and the names by which sources call them. */

#pragma once

#include "base/ctg-locale.h"

G_BEGIN_DECLS

/* UN M49 subregions; Kosovo is put with Southern Europe. In the order of the drop-down. */
typedef enum
{
  CTG_REGION_NONE, /* unknown, or not a country */
  CTG_REGION_NORTHERN_AFRICA,
  CTG_REGION_SUB_SAHARAN_AFRICA,
  CTG_REGION_NORTHERN_AMERICA,
  CTG_REGION_LATIN_AMERICA_CARIBBEAN,
  CTG_REGION_CENTRAL_ASIA,
  CTG_REGION_EASTERN_ASIA,
  CTG_REGION_SOUTHEASTERN_ASIA,
  CTG_REGION_SOUTHERN_ASIA,
  CTG_REGION_WESTERN_ASIA,
  CTG_REGION_EASTERN_EUROPE,
  CTG_REGION_NORTHERN_EUROPE,
  CTG_REGION_SOUTHERN_EUROPE,
  CTG_REGION_WESTERN_EUROPE,
  CTG_REGION_AUSTRALIA_NEW_ZEALAND,
  CTG_REGION_OCEANIA, /* Melanesia, Micronesia, Polynesia */
  CTG_N_REGIONS
} CtgRegion;

typedef struct
{
  char alpha3[4];
  char alpha2[3];
  short numeric; /* UN M49; 0 for Kosovo */
  CtgRegion region;
} CtgCountry;

/* The country of an alpha-3 code (upper case); NULL if there is none. Static. */
const CtgCountry *ctg_country_get         (const char *alpha3);
/* By alpha-3, alpha-2 or any known name or alias ("Dutch", "U.K.", "Côte d’Ivoire"), accents and case ignored; NULL if unknown. */
const CtgCountry *ctg_country_find        (const char *name_or_code);
/* The nearest known name, for "did you mean"; NULL if nothing is near. Free with g_free(). */
char             *ctg_country_suggest     (const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* Machine name ("western-asia"; "" for NONE) and back; CTG_REGION_NONE for what is not one. */
const char       *ctg_region_get_id       (CtgRegion region);
CtgRegion         ctg_region_from_id      (const char *id);
/* Display name in the locale's language (figure phrases). */
char             *ctg_region_get_name     (CtgRegion        region,
                                           const CtgLocale *locale) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
