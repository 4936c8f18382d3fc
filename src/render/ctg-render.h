/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sinks: a scene to cairo, SVG, PNG or PDF. A sink never measures, never lays out, and does not know what a bar is.
 * The same scene and metadata give the same bytes. */

#pragma once

#include <cairo.h>
#include <gio/gio.h>

#include "scene/ctg-scene.h"

G_BEGIN_DECLS

typedef struct _CtgPngDocument CtgPngDocument;

/* What goes into a file beside the picture; all nullable. Title, description and language come from the scene. */
typedef struct
{
  const char *author;
  const char *source;   /* source line */
  const char *keywords; /* comma separated */
  const char *software; /* "Contingent 0.1.0" */
  const char *document; /* the figure document (JSON, UTF-8), so that the file can be opened again */
  CtgPngDocument *png_document; /* instead, in a PNG: a large one that is made while the picture is drawn, and stands behind it */
  gint64 date;          /* seconds since 1970 UTC, for PDF dates; 0 for none */
} CtgMetadata;

typedef enum
{
  CTG_FORMAT_SVG,
  CTG_FORMAT_PNG,
  CTG_FORMAT_PDF,
  CTG_N_FORMATS
} CtgFormat;

typedef struct
{
  double dpi;       /* PNG only: CTG_PNG_MIN_DPI to CTG_PNG_MAX_DPI */
  bool transparent; /* leave out the background node */
} CtgRenderOptions;

#define CTG_PNG_MIN_DPI 30
#define CTG_PNG_MAX_DPI 2400
#define CTG_PNG_MAX_SIDE 20000
#define CTG_PNG_MAX_PIXELS 200000000u

/* Draws the whole scene in its points; the caller scales. with_background: also the background node. */
void ctg_render_cairo         (const CtgScene *scene,
                               cairo_t        *cr,
                               bool            with_background);
/* Pixel size of a PNG; FALSE and CTG_EXPORT_ERROR_SIZE when it would be over the limits. */
bool ctg_render_get_png_size  (const CtgScene *scene,
                               double          dpi,
                               int            *width,
                               int            *height,
                               GError        **error);
/* Writes the file to the stream, which stays open. */
bool ctg_render_to_stream     (const CtgScene         *scene,
                               CtgFormat               format,
                               const CtgRenderOptions *options,
                               const CtgMetadata      *metadata,
                               GOutputStream          *stream,
                               GCancellable           *cancellable,
                               GError                **error);

/* "svg", "png", "pdf" and back (case ignored); mime type. */
const char *ctg_format_get_extension (CtgFormat format);
const char *ctg_format_get_mime_type (CtgFormat format);
bool        ctg_format_from_name     (const char *name,
                                      CtgFormat  *format);

G_END_DECLS
