/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a figure is exported as: format, size, resolution, background. Remembered per format in the settings. Sizes are kept in points; a size of
 * zero follows the figure's own page. Knows no widget. */

#pragma once

#include <gio/gio.h>

#include "render/ctg-render.h"
#include "spec/ctg-spec.h"

G_BEGIN_DECLS

typedef enum
{
  CTG_UNIT_MM,
  CTG_UNIT_CM,
  CTG_UNIT_IN,
  CTG_UNIT_PX,
  CTG_UNIT_PT,
  CTG_N_UNITS
} CtgUnit;

typedef struct
{
  CtgFormat format;
  CtgUnit unit;
  double width;      /* points; 0: as the figure */
  double height;     /* points; 0: as the figure, or following the rows */
  double dpi;
  gboolean transparent;
} CtgExportOptions;

const char       *ctg_unit_get_id              (CtgUnit unit);
/* One unit in points. A pixel is 1/dpi inch for PNG, 1/96 inch (as CSS) for the others. */
double            ctg_unit_get_points          (CtgUnit   unit,
                                                CtgFormat format,
                                                double    dpi);

void              ctg_export_options_load      (CtgExportOptions *self,
                                                CtgFormat         format);
void              ctg_export_options_store     (const CtgExportOptions *self);
/* The spec with the page size of the options. */
CtgSpec          *ctg_export_options_apply     (const CtgExportOptions *self,
                                                CtgSpec                *spec,
                                                GError                **error) G_GNUC_WARN_UNUSED_RESULT;
CtgRenderOptions  ctg_export_options_to_render (const CtgExportOptions *self);

G_END_DECLS
