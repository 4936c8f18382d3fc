/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Export options and their settings. */

#include "ctg-config.h"

#include "app/ctg-export-options.h"

#include "base/ctg-number.h"

static const char *const unit_ids[CTG_N_UNITS] = { "mm", "cm", "in", "px", "pt" };

const char *
ctg_unit_get_id (CtgUnit unit)
{
  return unit_ids[unit];
}

double
ctg_unit_get_points (CtgUnit   unit,
                     CtgFormat format,
                     double    dpi)
{
  switch (unit)
    {
    case CTG_UNIT_MM:
      return CTG_PT_PER_MM;
    case CTG_UNIT_CM:
      return 10 * CTG_PT_PER_MM;
    case CTG_UNIT_IN:
      return 72;
    case CTG_UNIT_PX:
      return 72 / (format == CTG_FORMAT_PNG ? dpi : 96);
    case CTG_UNIT_PT:
    case CTG_N_UNITS:
    default:
      return 1;
    }
}

static GSettings *
open_settings (CtgFormat format)
{
  g_autofree char *path = g_strdup_printf ("/io/github/contingent/Contingent/export/%s/", ctg_format_get_extension (format));

  return g_settings_new_with_path (CTG_APP_ID ".Export", path);
}

void
ctg_export_options_load (CtgExportOptions *self,
                         CtgFormat         format)
{
  g_autoptr(GSettings) settings = open_settings (format);

  self->format = format;
  self->unit = g_settings_get_enum (settings, "unit");
  self->width = g_settings_get_double (settings, "width");
  self->height = g_settings_get_double (settings, "height");
  self->dpi = g_settings_get_double (settings, "resolution");
  self->transparent = g_settings_get_boolean (settings, "transparent");
}

void
ctg_export_options_store (const CtgExportOptions *self)
{
  g_autoptr(GSettings) settings = open_settings (self->format);

  g_settings_set_enum (settings, "unit", self->unit);
  g_settings_set_double (settings, "width", self->width);
  g_settings_set_double (settings, "height", self->height);
  g_settings_set_double (settings, "resolution", self->dpi);
  g_settings_set_boolean (settings, "transparent", self->transparent);
}

static CtgSpec *
with_length (CtgSpec    *spec,
             const char *path,
             double      points,
             GError    **error)
{
  g_autoptr(GString) text = g_string_new (NULL);

  if (points <= 0)
    return ctg_spec_ref (spec);

  ctg_number_append_shortest (text, points);
  g_string_append (text, "pt");
  return ctg_spec_with (spec, path, text->str, error);
}

CtgSpec *
ctg_export_options_apply (const CtgExportOptions *self,
                          CtgSpec                *spec,
                          GError                **error)
{
  g_autoptr(CtgSpec) wide = with_length (spec, "page.width", self->width, error);

  if (wide == NULL)
    return NULL;

  return with_length (wide, "page.height", self->height, error);
}

CtgRenderOptions
ctg_export_options_to_render (const CtgExportOptions *self)
{
  return (CtgRenderOptions) { .dpi = self->dpi, .transparent = self->transparent };
}
