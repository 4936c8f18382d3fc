/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures as files: writing the document, and opening whatever holds data or a figure, told by its content and never by its name. */

#include "file/ctg-figure-private.h"

#include <string.h>

#include "base/ctg-error.h"
#include "base/ctg-json.h"
#include "base/ctg-sha256.h"
#include "base/ctg-translate.h"
#include "data/ctg-library.h"
#include "data/ctg-package.h"
#include "render/ctg-embed.h"

/* A PNG of the largest size that can be exported stays well below. */
#define MAX_FILE_BYTES (256u * 1024 * 1024)

CtgSpec *
ctg_figure_make_full_spec (CtgFigure *self)
{
  CtgChartInput input = ctg_figure_get_input (self, NULL);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) ids = NULL;
  unsigned int n_series = 0;
  g_autofree unsigned int *series = ctg_chart_dup_series (&input, &n_series, NULL);

  if (series == NULL)
    return ctg_spec_ref (ctg_figure_get_spec (self));

  for (unsigned int i = 0; i < n_series; i++)
    g_strv_builder_add (builder, ctg_table_get_series (input.table, series[i])->id);

  ids = g_strv_builder_end (builder);
  return ctg_spec_with_series (ctg_figure_get_spec (self), (const char *const *) ids);
}

/* Whether the text can be read again: the gate knows the limits, and nothing else here can break one. The rows of the package, nearly all of it, are not
 * walked again: they are arrays of plain values, which break none but by their number and size. */
static bool
check_limits (const GString        *text,
              size_t                rows_start,
              const CtgPackageText *package,
              GError              **error)
{
  size_t rows_end = rows_start + package->rows_length;
  g_autoptr(GString) rest = g_string_new_len (text->str, rows_start);
  g_autoptr(GError) limit = NULL;

  g_string_append_len (rest, text->str + rows_end, text->len - rows_end);
  if (ctg_json_check_rest (rest->str, rest->len, package->rows_length, package->n_row_values, &limit))
    return true;

  g_set_error (error, CTG_DATA_ERROR, CTG_DATA_ERROR_LIMIT,
               T_ ("A figure carries its data inside, and these are too large for it to be opened again: %s Use a file with fewer rows or columns."), limit->message);
  return false;
}

char *
ctg_figure_to_document (CtgFigure *self,
                        GError   **error)
{
  CtgSpec *prepared = ctg_figure_get_prepared (self)->spec;
  g_autoptr(CtgSpec) spec = prepared != NULL ? ctg_spec_ref (prepared) : ctg_figure_make_full_spec (self);
  g_autofree char *figure = ctg_spec_to_json (spec, 2);
  g_autoptr(CtgPackageText) package = ctg_figure_make_package (self);
  GString *text = package->text;
  g_autoptr(GString) head = g_string_new (NULL);

  g_string_append_printf (head, "{\"contingent\": %d,\n\"figure\": %s,\n\"dataset\": {\"id\": ", CTG_SPEC_VERSION, figure);
  ctg_json_append_string (head, ctg_dataset_get_id (ctg_figure_get_dataset (self)));
  g_string_append_printf (head, ", \"sha256\": \"%s\", \"package\":\n", package->hash);

  /* The package is moved rather than copied: it may be as large as all else together. */
  g_assert (text->len > 0 && text->str[text->len - 1] == '\n');
  g_string_truncate (text, text->len - 1);
  g_string_append (text, "}}\n");
  g_string_prepend_len (text, head->str, head->len);

  return check_limits (text, head->len + package->rows_start, package, error) ? g_string_free (g_steal_pointer (&package->text), FALSE) : NULL;
}

static void
add_fault (GPtrArray  *faults,
           const char *path,
           const char *message)
{
  CtgFault *fault;

  if (faults == NULL)
    return;

  fault = g_new (CtgFault, 1);
  fault->path = g_strdup (path);
  fault->message = g_strdup (message);
  fault->n = 1;
  g_ptr_array_add (faults, fault);
}

/* A data package has a "contingent" object; a figure document a number. */
static bool
is_figure_document (JsonNode *root)
{
  JsonNode *version;

  if (!JSON_NODE_HOLDS_OBJECT (root))
    return false;

  version = json_object_get_member (json_node_get_object (root), "contingent");
  return version != NULL && JSON_NODE_HOLDS_VALUE (version);
}

static bool
check_version (JsonObject *root,
               GError    **error)
{
  double version = 0;

  if (!ctg_json_get_number (root, "contingent", "", &version, error))
    return false;
  if (version > CTG_SPEC_VERSION)
    {
      g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_UNSUPPORTED, T_ ("/contingent: the figure was written in version %.15g of the format, this program reads version %d. "
                                                                          "Open it with a newer release."), version, CTG_SPEC_VERSION);
      return false;
    }
  if (version != CTG_SPEC_VERSION)
    {
      g_set_error (error, CTG_DATA_ERROR, CTG_DATA_ERROR_FORMAT, T_ ("/contingent: there is no version %.15g of the figure format."), version);
      return false;
    }

  return true;
}

static void
report_unknown_members (JsonObject        *object,
                        const char        *path,
                        const char *const *known,
                        GPtrArray         *faults)
{
  JsonObjectIter iter;
  const char *name;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    {
      g_autofree char *member_path = g_strconcat (path, "/", name, NULL);

      if (!g_strv_contains (known, name))
        add_fault (faults, member_path, T_ ("A figure document has no such member; it is left out."));
    }
}

/* Whether the hash is that of the package as it stands in a document of ours. In one that another program laid out anew only the content can tell. */
static bool
matches_text (const char *hash,
              GBytes     *document)
{
  static const char before[] = "\"package\":\n"; /* in no string, where a new line is written otherwise */
  static const char after[] = "}}\n";
  size_t length;
  const char *text = g_bytes_get_data (document, &length);
  const char *start = g_strstr_len (text, length, before);

  if (start == NULL || length < strlen (after) || memcmp (text + length - strlen (after), after, strlen (after)) != 0)
    return false;

  start += strlen (before);

  g_autoptr(GString) package = g_string_new_len (start, text + length - strlen (after) - start);
  g_autofree char *own = NULL;

  g_string_append_c (package, '\n');
  own = ctg_sha256 (package->str, package->len);
  return g_ascii_strcasecmp (hash, own) == 0;
}

static CtgDataset *
load_inline_dataset (JsonObject *root,
                     GBytes     *text,
                     GPtrArray  *rows,
                     const char *name,
                     GPtrArray  *faults,
                     GError    **error)
{
  static const char *const members[] = { "id", "sha256", "package", NULL };
  JsonObject *object = NULL;
  const char *id = NULL;
  const char *hash = NULL;
  g_autoptr(CtgDataset) dataset = NULL;

  if (!ctg_json_get_object (root, "dataset", "", &object, error))
    return NULL;
  if (object == NULL || !json_object_has_member (object, "package"))
    {
      g_set_error_literal (error, CTG_DATA_ERROR, CTG_DATA_ERROR_FORMAT, T_ ("/dataset/package: the figure holds no data. A figure always carries its data inside."));
      return NULL;
    }
  if (!ctg_json_get_string (object, "id", "/dataset", &id, error) || !ctg_json_get_string (object, "sha256", "/dataset", &hash, error))
    return NULL;

  dataset = ctg_package_load_node (json_object_get_member (object, "package"), rows, id != NULL ? id : name, "/dataset/package", faults, error);
  if (dataset == NULL)
    return NULL;

  report_unknown_members (object, "/dataset", members, faults);
  if (hash != NULL && !matches_text (hash, text) && g_ascii_strcasecmp (hash, ctg_dataset_get_hash (dataset)) != 0)
    add_fault (faults, "/dataset/sha256", T_ ("The data do not match this check sum: they were changed after the figure was saved."));

  return g_steal_pointer (&dataset);
}

static CtgFigure *
load_document (JsonObject *root,
               GBytes     *text,
               GPtrArray  *rows,
               const char *name,
               GPtrArray  *faults,
               GError    **error)
{
  static const char *const members[] = { "contingent", "dataset", "figure", NULL };
  g_autoptr(CtgDataset) dataset = NULL;
  g_autoptr(CtgFigure) figure = NULL;
  g_autoptr(CtgSpec) defaults = NULL;
  g_autoptr(CtgSpec) spec = NULL;
  JsonObject *members_of_figure = NULL;

  if (!check_version (root, error) || !ctg_json_get_object (root, "figure", "", &members_of_figure, error))
    return NULL;

  dataset = load_inline_dataset (root, text, rows, name, faults, error);
  if (dataset == NULL)
    return NULL;

  report_unknown_members (root, "", members, faults);
  figure = ctg_figure_new (dataset);
  if (members_of_figure == NULL)
    return g_steal_pointer (&figure);

  /* A document says everything that differs from the program's defaults; the dataset's own play no part. */
  defaults = ctg_spec_new ();
  spec = ctg_spec_apply_json (defaults, members_of_figure, error);
  return spec != NULL ? ctg_figure_with_spec (figure, spec) : NULL;
}

static CtgFigure *
load_data (JsonNode   *root,
           GPtrArray  *rows,
           const char *id,
           GPtrArray  *faults,
           GError    **error)
{
  g_autoptr(CtgDataset) dataset = ctg_package_load_node (root, rows, id, "", faults, error);
  g_autoptr(GError) figure_error = NULL;
  CtgFigure *figure;

  if (dataset == NULL)
    return NULL;

  figure = ctg_figure_new_checked (dataset, &figure_error);
  if (figure_error != NULL)
    add_fault (faults, "/contingent/figure", figure_error->message);
  return figure;
}

/* "counts.json" gives the id "counts". */
static char *
make_id (const char *name)
{
  char *id = g_path_get_basename (name);
  char *dot = strrchr (id, '.');

  if (dot != NULL && dot != id)
    *dot = '\0';
  return id;
}

/* Text of another format fails at its first letter, which tells its owner little. */
static void
explain_other_format (GBytes  *text,
                      GError **error)
{
  size_t length;
  const char *data = g_bytes_get_data (text, &length);
  size_t i = 0;

  while (i < length && g_ascii_isspace (data[i]))
    i++;
  if (i == length || (data[i] != '{' && data[i] != '[' && (guint8) data[i] != 0xef))
    g_prefix_error (error, T_ ("This is neither JSON nor SVG, PNG or PDF, from which data and figures are read. "));
}

static CtgFigure *
load_bytes (GBytes        *bytes,
            const char    *name,
            CtgOpenedKind *kind,
            GPtrArray     *faults,
            GError       **error)
{
  bool is_picture = ctg_embed_is_picture (bytes);
  g_autoptr(GBytes) text = is_picture ? ctg_embed_extract (bytes, error) : g_bytes_ref (bytes);
  g_autoptr(GPtrArray) rows = ctg_json_rows_array_new ();
  g_autoptr(JsonNode) root = text != NULL ? ctg_package_parse (text, rows, error) : NULL;
  g_autofree char *id = make_id (name);

  if (root == NULL)
    {
      if (!is_picture)
        explain_other_format (text, error);
      return NULL;
    }

  if (is_figure_document (root))
    {
      *kind = is_picture ? CTG_OPENED_PICTURE : CTG_OPENED_FIGURE;
      return load_document (json_node_get_object (root), text, rows, id, faults, error);
    }
  if (is_picture)
    {
      g_set_error_literal (error, CTG_DATA_ERROR, CTG_DATA_ERROR_FORMAT, T_ ("The picture holds data of another kind than a figure of this program."));
      return NULL;
    }

  *kind = CTG_OPENED_DATA;
  return load_data (root, rows, id, faults, error);
}

CtgFigure *
ctg_figure_load (GBytes        *bytes,
                 const char    *name,
                 CtgOpenedKind *kind,
                 GPtrArray     *faults,
                 GError       **error)
{
  CtgOpenedKind ignored;

  return load_bytes (bytes, name, kind != NULL ? kind : &ignored, faults, error);
}

/* The whole file, unless it is larger than anything this program writes. */
static GBytes *
read_file (GFile        *file,
           GCancellable *cancellable,
           GError      **error)
{
  g_autoptr(GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr(GByteArray) content = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (64 * 1024);
  gssize n_read;

  if (stream == NULL)
    return NULL;

  while ((n_read = g_input_stream_read (G_INPUT_STREAM (stream), chunk, 64 * 1024, cancellable, error)) > 0)
    {
      g_byte_array_append (content, chunk, n_read);
      if (content->len > MAX_FILE_BYTES)
        {
          g_set_error (error, CTG_DATA_ERROR, CTG_DATA_ERROR_LIMIT, T_ ("The file is larger than %u MB."), MAX_FILE_BYTES / (1024 * 1024));
          return NULL;
        }
    }

  return n_read == 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&content)) : NULL;
}

CtgFigure *
ctg_figure_load_file (GFile         *file,
                      CtgOpenedKind *kind,
                      GPtrArray     *faults,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_utf8_make_valid (name, -1);
  g_autoptr(GBytes) bytes = read_file (file, cancellable, error);

  return bytes != NULL ? ctg_figure_load (bytes, shown, kind, faults, error) : NULL;
}

CtgFigure *
ctg_figure_load_bundled (const char *id,
                         GError    **error)
{
  g_autoptr(CtgDataset) dataset = ctg_library_load (id, error);

  return dataset != NULL ? ctg_figure_new (dataset) : NULL;
}
