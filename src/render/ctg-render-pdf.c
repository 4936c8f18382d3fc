/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a scene as PDF: cairo draws it and embeds the fonts, an update adds what cairo cannot. The page has exactly the
 * scene's size, and nothing depends on the clock. */

#include "render/ctg-render-private.h"

#include <cairo-pdf.h>

#include "base/ctg-error.h"
#include "base/ctg-translate.h"
#include "render/ctg-pdf-update.h"

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (cairo_surface_t     *surface,
              cairo_pdf_metadata_t key,
              const char          *value)
{
  if (value != NULL && *value != '\0')
    cairo_pdf_surface_set_metadata (surface, key, value);
}

/* cairo would take the clock for a date it is not given. */
static void
set_all_metadata (cairo_surface_t   *surface,
                  const CtgScene    *scene,
                  const CtgMetadata *metadata)
{
  g_autoptr(GDateTime) date = g_date_time_new_from_unix_utc (metadata->date);
  g_autofree char *iso = date != NULL ? g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  set_metadata (surface, CAIRO_PDF_METADATA_TITLE, ctg_scene_get_title (scene));
  set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, ctg_scene_get_description (scene));
  set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, metadata->author);
  set_metadata (surface, CAIRO_PDF_METADATA_KEYWORDS, metadata->keywords);
  set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, metadata->software);
  set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, iso != NULL ? iso : "1970-01-01T00:00:00Z");
  set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, iso != NULL ? iso : "1970-01-01T00:00:00Z");
}

/* The background comes before the first tag: cairo 1.16 loses the page when one opaque shape inside a tag covers all of it. */
static void
draw_page (const CtgScene *scene,
           cairo_t        *cr,
           bool            with_background,
           bool            tagged)
{
  if (with_background)
    ctg_render_cairo_background (scene, cr);
  if (tagged)
    {
      cairo_tag_begin (cr, "Document", NULL);
      cairo_tag_begin (cr, "Figure", NULL);
    }
  ctg_render_cairo (scene, cr, false);
  if (tagged)
    {
      cairo_tag_end (cr, "Figure");
      cairo_tag_end (cr, "Document");
    }
  cairo_show_page (cr);
}

/* PDF 1.4 is the newest version whose objects every cairo writes uncompressed, which the update needs. */
static cairo_status_t
write_page (const CtgScene         *scene,
            const CtgRenderOptions *options,
            const CtgMetadata      *metadata,
            bool                    tagged,
            GByteArray             *pdf)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, pdf, ctg_scene_get_width (scene), ctg_scene_get_height (scene));

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_all_metadata (surface, scene, metadata);

  cairo_t *cr = cairo_create (surface);

  draw_page (scene, cr, !options->transparent, tagged);

  cairo_status_t status = cairo_status (cr);

  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  return status;
}

bool
ctg_render_pdf (const CtgScene         *scene,
                const CtgRenderOptions *options,
                const CtgMetadata      *metadata,
                GOutputStream          *stream,
                GCancellable           *cancellable,
                GError                **error)
{
  g_autoptr(GByteArray) pdf = g_byte_array_new ();
  cairo_status_t status = write_page (scene, options, metadata, true, pdf);

  if (status == CAIRO_STATUS_TAG_ERROR)
    {
      g_byte_array_set_size (pdf, 0);
      status = write_page (scene, options, metadata, false, pdf);
    }
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, CTG_EXPORT_ERROR, CTG_EXPORT_ERROR_WRITE, T_ ("The PDF could not be written: %s."), cairo_status_to_string (status));
      return false;
    }

  if (!ctg_pdf_update (pdf, ctg_scene_get_language (scene), ctg_scene_get_description (scene), metadata->document))
    {
      g_set_error_literal (error, CTG_EXPORT_ERROR, CTG_EXPORT_ERROR_WRITE,
                           T_ ("The PDF could not be completed: this version of cairo lays out its files in an unknown way."));
      return false;
    }

  return g_output_stream_write_all (stream, pdf->data, pdf->len, NULL, cancellable, error);
}
