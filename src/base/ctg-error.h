/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The three error domains of the engine. A GError means "no result"; trouble that still leaves a figure
 * is a CtgWarning beside the scene instead. Messages are full sentences that name the place of the fault. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Files and rows that come from outside. */
#define CTG_DATA_ERROR (ctg_data_error_quark ())

typedef enum
{
  CTG_DATA_ERROR_SYNTAX,    /* not RFC 8259; the message has line and column */
  CTG_DATA_ERROR_LIMIT,     /* too deep, too large, too many values */
  CTG_DATA_ERROR_FORMAT,    /* well-formed, but not what was expected; says what was found */
  CTG_DATA_ERROR_NOT_FOUND, /* no such dataset, file or member */
} CtgDataError;

/* Figure documents and the values set in them. The message has the path ("axis.scale"). */
#define CTG_SPEC_ERROR (ctg_spec_error_quark ())

typedef enum
{
  CTG_SPEC_ERROR_PATH,        /* no field of that name; nearest names are offered */
  CTG_SPEC_ERROR_VALUE,       /* wrong type, outside the range, not one of the choices */
  CTG_SPEC_ERROR_UNSUPPORTED, /* written by a newer version, or not possible with these data */
} CtgSpecError;

/* Writing figures. */
#define CTG_EXPORT_ERROR (ctg_export_error_quark ())

typedef enum
{
  CTG_EXPORT_ERROR_FORMAT, /* unknown format */
  CTG_EXPORT_ERROR_SIZE,   /* page or pixel size outside what is allowed */
  CTG_EXPORT_ERROR_WRITE,  /* the sink failed: cairo, libpng or the file system */
} CtgExportError;

GQuark ctg_data_error_quark   (void);
GQuark ctg_spec_error_quark   (void);
GQuark ctg_export_error_quark (void);

G_END_DECLS
