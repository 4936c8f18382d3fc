/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds the figure document in an SVG, whatever prefix a program that saved it again has given our namespace. GMarkup knows
 * no entities but the five of XML and reads nothing from elsewhere, which is just what a file from outside should get. */

#include "render/ctg-embed-private.h"

#include <string.h>

#include "base/ctg-error.h"
#include "base/ctg-translate.h"
#include "render/ctg-render-private.h"

#define LOCAL_NAME "figure"
#define MAX_BINDINGS 64

/* A prefix in scope that is, or was before, that of our namespace. */
typedef struct
{
  char *prefix; /* "" for the default namespace */
  unsigned int depth;
  bool ours;
} Binding;

typedef struct
{
  GArray *bindings;     /* of Binding, innermost last */
  unsigned int depth;
  bool any_element;
  unsigned int inside;  /* depth of the element being read; 0 for none */
  GString *document;    /* nullable until found */
} Reader;

static void
clear_binding (void *data)
{
  g_free (((Binding *) data)->prefix);
}

static bool
is_ours (Reader     *self,
         const char *prefix,
         size_t      length)
{
  for (unsigned int i = self->bindings->len; i > 0; i--)
    {
      const Binding *binding = &g_array_index (self->bindings, Binding, i - 1);

      if (strlen (binding->prefix) == length && memcmp (binding->prefix, prefix, length) == 0)
        return binding->ours;
    }

  return false;
}

static bool
bind_prefixes (Reader      *self,
               const char **names,
               const char **values,
               GError     **error)
{
  for (unsigned int i = 0; names[i] != NULL; i++)
    {
      const char *prefix = g_str_equal (names[i], "xmlns") ? "" : g_str_has_prefix (names[i], "xmlns:") ? names[i] + 6 : NULL;

      if (prefix == NULL)
        continue;

      Binding binding = { NULL, self->depth, g_str_equal (values[i], CTG_DOCUMENT_NAMESPACE) };

      if (!binding.ours && !is_ours (self, prefix, strlen (prefix)))
        continue;
      if (self->bindings->len >= MAX_BINDINGS)
        {
          g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, T_ ("too many namespace declarations"));
          return false;
        }
      binding.prefix = g_strdup (prefix);
      g_array_append_val (self->bindings, binding);
    }

  return true;
}

static void
start_element_cb (GMarkupParseContext *context,
                  const char          *element,
                  const char         **names,
                  const char         **values,
                  gpointer             data,
                  GError             **error)
{
  Reader *self = data;
  const char *colon = strchr (element, ':');
  const char *local = colon != NULL ? colon + 1 : element;

  self->depth++;
  self->any_element = true;
  if (self->inside != 0)
    {
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, T_ ("the figure in it has an element “%.40s”"), element);
      return;
    }
  if (!bind_prefixes (self, names, values, error))
    return;
  if (self->document == NULL && g_str_equal (local, LOCAL_NAME) && is_ours (self, element, colon != NULL ? colon - element : 0))
    {
      self->inside = self->depth;
      self->document = g_string_new (NULL);
    }
}

static void
end_element_cb (GMarkupParseContext *context,
                const char          *element,
                gpointer             data,
                GError             **error)
{
  Reader *self = data;

  if (self->inside == self->depth)
    self->inside = 0;
  while (self->bindings->len > 0 && g_array_index (self->bindings, Binding, self->bindings->len - 1).depth == self->depth)
    g_array_set_size (self->bindings, self->bindings->len - 1);
  self->depth--;
}

static void
text_cb (GMarkupParseContext *context,
         const char          *text,
         gsize                length,
         gpointer             data,
         GError             **error)
{
  Reader *self = data;

  if (self->inside == 0)
    return;
  if (self->document->len + length > CTG_EMBED_MAX_BYTES)
    g_set_error (error, CTG_DATA_ERROR, CTG_DATA_ERROR_LIMIT, T_ ("The figure in this SVG is larger than %u MB."),
                 (unsigned int) (CTG_EMBED_MAX_BYTES >> 20));
  else
    g_string_append_len (self->document, text, length);
}

static bool
parse (Reader     *self,
       const char *data,
       size_t      length,
       GError    **error)
{
  static const GMarkupParser parser = { start_element_cb, end_element_cb, text_cb, NULL, NULL };
  g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT | G_MARKUP_PREFIX_ERROR_POSITION,
                                                                       self, NULL);
  g_autoptr(GError) problem = NULL;

  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      length -= 3;
    }
  if (g_markup_parse_context_parse (context, data, length, &problem) && g_markup_parse_context_end_parse (context, &problem))
    return true;

  if (problem->domain == CTG_DATA_ERROR)
    g_propagate_error (error, g_steal_pointer (&problem));
  else if (!self->any_element)
    g_set_error_literal (error, CTG_DATA_ERROR, CTG_DATA_ERROR_FORMAT,
                         T_ ("This file begins like an SVG but is none. Figures are read from SVG, PNG, PDF and figure files, data from JSON."));
  else
    g_set_error (error, CTG_DATA_ERROR, CTG_DATA_ERROR_FORMAT, T_ ("This SVG is damaged: %s."), problem->message);

  return false;
}

GBytes *
ctg_embed_extract_svg (const char *data,
                       size_t      length,
                       GError    **error)
{
  g_autoptr(GArray) bindings = g_array_new (false, false, sizeof (Binding));
  Reader self = { .bindings = bindings };

  g_array_set_clear_func (bindings, clear_binding);

  bool parsed = parse (&self, data, length, error);

  if (parsed && self.document != NULL)
    return g_string_free_to_bytes (self.document);

  if (parsed)
    g_set_error_literal (error, CTG_DATA_ERROR, CTG_DATA_ERROR_FORMAT,
                         T_ ("This XML file holds no figure that can be opened: it was not exported from here, or another program has saved it again without it."));
  if (self.document != NULL)
    g_string_free (self.document, true);

  return NULL;
}
