/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The gate: walks the bytes of a JSON text once and refuses whatever RFC 8259 or our limits refuse, before json-glib
 * sees it. It builds nothing; beside the text it holds only the keys of the objects that are open. */

#include "base/ctg-json-private.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include "base/ctg-error.h"
#include "base/ctg-translate.h"

/* json-glib keeps wrapping integers past 2^63 and a double is exact up to 2^53; 15 digits are safe for both. */
#define MAX_EXACT_DIGITS 15
/* So many digits before the point, and no exponent, are below the largest double (1.8e308). */
#define MAX_FINITE_DIGITS 308

typedef struct
{
  char *name; /* unescaped */
  const char *place;
} Key;

typedef struct
{
  const char *text;
  const char *end;
  unsigned int n_values;
  unsigned int n_elements; /* of the array that was passed last */
  unsigned int depth;
  GArray *keys[CTG_JSON_MAX_DEPTH]; /* of Key, of the open objects; made when first needed, then reused */
  GArray *long_integers;            /* nullable; NULL within rows, too */
  GArray *rows;                     /* nullable */
  GStrv places[CTG_JSON_MAX_PLACES]; /* their parts, the first of which is empty; none for "" */
  unsigned int n_places;
  unsigned int on_way[CTG_JSON_MAX_DEPTH + 1]; /* by depth: a bit for each place that begins with where the gate is */
  GError **error;
} Gate;

/* What the functions below check begins at p; they return what follows it, or NULL where they refuse. */
static const char *check_value (Gate       *gate,
                                const char *p);

/* ---- where rows are ---- */

static void
split_places (Gate              *gate,
              const char *const *places)
{
  for (; places != NULL && places[gate->n_places] != NULL; gate->n_places++)
    {
      g_assert (gate->n_places < CTG_JSON_MAX_PLACES);
      gate->places[gate->n_places] = g_strsplit (places[gate->n_places], "/", -1);
    }
  gate->on_way[0] = (1u << gate->n_places) - 1;
}

/* Before the value of a member, or before an element ("*"), of the innermost open container. */
static void
step (Gate       *gate,
      const char *name)
{
  unsigned int on_way = gate->on_way[gate->depth - 1];

  gate->on_way[gate->depth] = 0;
  for (unsigned int i = 0; on_way >> i != 0; i++)
    {
      const char *const *parts = (const char *const *) gate->places[i];

      if ((on_way >> i & 1) != 0 && g_strv_length ((GStrv) parts) > gate->depth && strcmp (parts[gate->depth], name) == 0)
        gate->on_way[gate->depth] |= 1u << i;
    }
}

/* Whether the value at the place is at one of the places to its end. */
static bool
is_at_rows (const Gate *gate)
{
  unsigned int on_way = gate->on_way[gate->depth];

  for (unsigned int i = 0; on_way >> i != 0; i++)
    if ((on_way >> i & 1) != 0 && MAX (g_strv_length (gate->places[i]), 1) == gate->depth + 1)
      return true;

  return false;
}

/* ---- what is refused ---- */

static void
clear_key (gpointer pointer)
{
  g_free (((Key *) pointer)->name);
}

static void
get_line_and_column (const char   *text,
                     const char   *place,
                     unsigned int *line,
                     unsigned int *column)
{
  *line = 1;
  *column = 1;

  for (const char *p = text; p < place; p++)
    {
      if (*p == '\n' || (*p == '\r' && (p + 1 == place || p[1] != '\n')))
        {
          (*line)++;
          *column = 1;
        }
      else if (((unsigned char) *p & 0xc0) != 0x80 && *p != '\r')
        (*column)++;
    }
}

/* NULL, with the error set. */
static const char *
refuse (Gate        *gate,
        const char  *place,
        CtgDataError code,
        const char  *message)
{
  unsigned int line, column;

  get_line_and_column (gate->text, place, &line, &column);
  g_set_error (gate->error, CTG_DATA_ERROR, code, T_ ("Line %u, column %u: %s"), line, column, message);

  return NULL;
}

static const char *
refuse_syntax (Gate       *gate,
               const char *place,
               const char *expected)
{
  if (place >= gate->end)
    {
      g_autofree char *message = g_strdup_printf (T_ ("the text ends where %s was expected."), expected);

      return refuse (gate, gate->end, CTG_DATA_ERROR_SYNTAX, message);
    }

  gunichar c = g_utf8_get_char (place);
  g_autofree char *found = c < 0x20 || !g_unichar_isprint (c) ? g_strdup_printf (T_ ("the character U+%04X"), c)
                                                              : g_strdup_printf ("“%.*s”", (int) (g_utf8_next_char (place) - place), place);
  g_autofree char *message = g_strdup_printf (T_ ("expected %s, found %s."), expected, found);

  return refuse (gate, place, CTG_DATA_ERROR_SYNTAX, message);
}

static inline const char *
skip_blanks (const Gate *gate,
             const char *p)
{
  while (p < gate->end && (unsigned char) *p <= ' ' && (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t'))
    p++;

  return p;
}

/* The byte at p; NUL at the end of the text, where no NUL byte can be (the text is valid UTF-8 without any). */
static inline char
peek (const Gate *gate,
      const char *p)
{
  return p < gate->end ? *p : '\0';
}

static const char *
read_hex (Gate       *gate,
          const char *p,
          gunichar   *value)
{
  *value = 0;

  for (unsigned int i = 0; i < 4; i++, p++)
    {
      int digit = g_ascii_xdigit_value (peek (gate, p));

      if (digit < 0)
        return refuse_syntax (gate, p, T_ ("a hexadecimal digit"));
      *value = *value * 16 + digit;
    }

  return p;
}

/* After the "\u". A pair of surrogates makes one character. */
static const char *
check_unicode_escape (Gate       *gate,
                      const char *p,
                      GString    *unescaped)
{
  const char *start = p - 2;
  gunichar c, low;

  p = read_hex (gate, p, &c);
  if (p == NULL)
    return NULL;

  if (c >= 0xdc00 && c <= 0xdfff)
    return refuse (gate, start, CTG_DATA_ERROR_SYNTAX, T_ ("a low surrogate stands without a high one before it."));

  if (c >= 0xd800 && c <= 0xdbff)
    {
      if (gate->end - p < 2 || p[0] != '\\' || p[1] != 'u')
        return refuse (gate, start, CTG_DATA_ERROR_SYNTAX, T_ ("a high surrogate stands without a low one after it."));
      p = read_hex (gate, p + 2, &low);
      if (p == NULL)
        return NULL;
      if (low < 0xdc00 || low > 0xdfff)
        return refuse (gate, start, CTG_DATA_ERROR_SYNTAX, T_ ("a high surrogate stands without a low one after it."));
      c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
    }

  if (c == 0)
    return refuse (gate, start, CTG_DATA_ERROR_LIMIT, T_ ("a text cannot hold the character U+0000."));

  if (unescaped != NULL)
    g_string_append_unichar (unescaped, c);

  return p;
}

/* At the backslash. */
static const char *
check_escape (Gate       *gate,
              const char *p,
              GString    *unescaped)
{
  static const char escapes[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";

  p++;
  if (peek (gate, p) == 'u')
    return check_unicode_escape (gate, p + 1, unescaped);

  const char *escape = peek (gate, p) != '\0' ? strchr (escapes, *p) : NULL;

  if (escape == NULL)
    return refuse_syntax (gate, p, T_ ("one of \" \\ / b f n r t u after the backslash"));

  if (unescaped != NULL)
    g_string_append_c (unescaped, meanings[escape - escapes]);

  return p + 1;
}

/* The bytes of a string that stand for themselves. */
static inline const char *
skip_plain (const Gate *gate,
            const char *p)
{
  static const bool plain[256] = { [0x20 ... '"' - 1] = true, ['"' + 1 ... '\\' - 1] = true, ['\\' + 1 ... 0xff] = true };

  while (p < gate->end && plain[(unsigned char) *p])
    p++;

  return p;
}

/* Behind the opening quote; the text between the quotes is appended to unescaped (nullable). */
static const char *
check_string (Gate       *gate,
              const char *p,
              GString    *unescaped)
{
  while (true)
    {
      const char *start = p;

      p = skip_plain (gate, p);
      if (unescaped != NULL)
        g_string_append_len (unescaped, start, p - start);

      if (peek (gate, p) == '"')
        return p + 1;
      if (peek (gate, p) != '\\')
        return refuse_syntax (gate, p, T_ ("the end of a string"));
      p = check_escape (gate, p, unescaped);
      if (p == NULL)
        return NULL;
    }
}

static inline const char *
skip_digits (const Gate *gate,
             const char *p)
{
  while (p < gate->end && *p >= '0' && *p <= '9')
    p++;

  return p;
}

/* At a "-" or a digit. */
static const char *
check_number (Gate       *gate,
              const char *p)
{
  const char *start = p;
  bool is_integer = true;
  bool has_exponent = false;

  if (*p == '-')
    p++;

  const char *first = p;

  p = skip_digits (gate, p);

  size_t n_digits = p - first;

  if (n_digits == 0)
    return refuse_syntax (gate, p, T_ ("a digit"));
  if (n_digits > 1 && *first == '0')
    return refuse (gate, first, CTG_DATA_ERROR_SYNTAX, T_ ("a number must not begin with 0."));

  if (peek (gate, p) == '.')
    {
      const char *decimals = ++p;

      is_integer = false;
      p = skip_digits (gate, p);
      if (p == decimals)
        return refuse_syntax (gate, p, T_ ("a digit after the decimal point"));
    }
  if (peek (gate, p) == 'e' || peek (gate, p) == 'E')
    {
      is_integer = false;
      has_exponent = true;
      p++;
      if (peek (gate, p) == '+' || peek (gate, p) == '-')
        p++;

      const char *exponent = p;

      p = skip_digits (gate, p);
      if (p == exponent)
        return refuse_syntax (gate, p, T_ ("a digit in the exponent"));
    }

  if (has_exponent || n_digits > MAX_FINITE_DIGITS)
    {
      g_autofree char *number = g_strndup (start, p - start);

      if (!isfinite (g_ascii_strtod (number, NULL)))
        return refuse (gate, start, CTG_DATA_ERROR_LIMIT, T_ ("the number is too large."));
    }

  if (is_integer && n_digits > MAX_EXACT_DIGITS && gate->long_integers != NULL)
    {
      size_t offset = p - gate->text;

      g_array_append_val (gate->long_integers, offset);
    }

  return p;
}

static const char *
check_word (Gate       *gate,
            const char *p,
            const char *word)
{
  size_t length = strlen (word);

  if ((size_t) (gate->end - p) < length || memcmp (p, word, length) != 0)
    return refuse_syntax (gate, p, T_ ("a value"));

  return p + length;
}

/* At a key's opening quote. */
static const char *
check_key (Gate       *gate,
           const char *p,
           GArray     *keys)
{
  g_autoptr(GString) name = g_string_new (NULL);
  Key key = { .place = p };

  if (peek (gate, p) != '"')
    return refuse_syntax (gate, p, T_ ("a member name in double quotes"));
  p = check_string (gate, p + 1, name);
  if (p == NULL)
    return NULL;
  if (keys->len >= CTG_JSON_MAX_MEMBERS)
    return refuse (gate, key.place, CTG_DATA_ERROR_LIMIT, T_ ("the object has too many members."));

  key.name = g_string_free (g_steal_pointer (&name), FALSE);
  g_array_append_val (keys, key);

  return p;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const Key *p = a;
  const Key *q = b;
  int order = strcmp (p->name, q->name);

  return order != 0 ? order : (p->place > q->place) - (p->place < q->place);
}

/* At the closing brace, which it passes. Sorted, so that no choice of keys makes it slow, as colliding ones would a hash table. */
static const char *
check_unique (Gate       *gate,
              const char *p,
              GArray     *keys)
{
  const Key *duplicate = NULL;

  g_array_sort (keys, compare_keys);
  for (unsigned int i = 1; i < keys->len; i++)
    {
      const Key *key = &g_array_index (keys, Key, i);

      if (strcmp (key[-1].name, key->name) == 0 && (duplicate == NULL || key->place < duplicate->place))
        duplicate = key;
    }
  if (duplicate == NULL)
    return p + 1;

  g_autofree char *name = g_utf8_strlen (duplicate->name, -1) <= 40 ? g_strdup (duplicate->name) : g_utf8_substring (duplicate->name, 0, 40);
  g_autofree char *message = g_strdup_printf (T_ ("the member “%s” is there twice."), name);

  return refuse (gate, duplicate->place, CTG_DATA_ERROR_SYNTAX, message);
}

/* After the opening brace, the depth already counted. */
static const char *
check_members (Gate       *gate,
               const char *p)
{
  GArray **keys = &gate->keys[gate->depth - 1];

  if (*keys == NULL)
    {
      *keys = g_array_new (FALSE, FALSE, sizeof (Key));
      g_array_set_clear_func (*keys, clear_key);
    }
  g_array_set_size (*keys, 0);

  p = skip_blanks (gate, p);
  if (peek (gate, p) == '}')
    return p + 1;

  while (true)
    {
      p = check_key (gate, skip_blanks (gate, p), *keys);
      if (p == NULL)
        return NULL;
      p = skip_blanks (gate, p);
      if (peek (gate, p) != ':')
        return refuse_syntax (gate, p, "“:”");
      if (gate->on_way[gate->depth - 1] != 0)
        step (gate, g_array_index (*keys, Key, (*keys)->len - 1).name);
      p = check_value (gate, p + 1);
      if (p == NULL)
        return NULL;
      if (peek (gate, p) == '}')
        return check_unique (gate, p, *keys);
      if (peek (gate, p) != ',')
        return refuse_syntax (gate, p, T_ ("“,” or “}”"));
      p++;
    }
}

/* After the opening bracket, likewise. */
static const char *
check_elements (Gate       *gate,
                const char *p)
{
  bool on_way = gate->on_way[gate->depth - 1] != 0;
  unsigned int n_elements = 0;

  gate->n_elements = 0;
  p = skip_blanks (gate, p);
  if (peek (gate, p) == ']')
    return p + 1;

  while (true)
    {
      n_elements++;
      if (on_way)
        step (gate, "*");
      p = check_value (gate, p);
      if (p == NULL)
        return NULL;
      if (peek (gate, p) == ']')
        {
          gate->n_elements = n_elements;
          return p + 1;
        }
      if (peek (gate, p) != ',')
        return refuse_syntax (gate, p, T_ ("“,” or “]”"));
      p++;
    }
}

static const char *
check_container (Gate       *gate,
                 const char *p)
{
  if (gate->depth == CTG_JSON_MAX_DEPTH)
    return refuse (gate, p, CTG_DATA_ERROR_LIMIT, T_ ("objects and arrays are nested too deeply."));

  gate->depth++;
  gate->on_way[gate->depth] = 0;
  p = *p == '{' ? check_members (gate, p + 1) : check_elements (gate, p + 1);
  gate->depth--;

  return p;
}

/* At an array that may be at one of the places. */
static const char *
check_array (Gate       *gate,
             const char *p)
{
  CtgJsonSpan span = { .start = p - gate->text };
  GArray *long_integers = gate->long_integers;
  unsigned int n_values = gate->n_values;

  if (gate->rows == NULL || !is_at_rows (gate))
    return check_container (gate, p);

  gate->long_integers = NULL;
  gate->on_way[gate->depth] = 0;
  p = check_container (gate, p);
  if (p == NULL)
    return NULL;
  gate->long_integers = long_integers;
  span.end = p - gate->text;
  span.n_values = gate->n_values - n_values;
  span.n_rows = gate->n_elements;
  g_array_append_val (gate->rows, span);

  return p;
}

static const char *
check_bare_value (Gate       *gate,
                  const char *p)
{
  const char *end;

  switch (peek (gate, p))
    {
    case '{':
      return check_container (gate, p);

    case '[':
      return gate->on_way[gate->depth] != 0 ? check_array (gate, p) : check_container (gate, p);

    case '"':
      /* Most strings have no escape. */
      end = skip_plain (gate, p + 1);
      return peek (gate, end) == '"' ? end + 1 : check_string (gate, end, NULL);

    case 't':
      return check_word (gate, p, "true");

    case 'f':
      return check_word (gate, p, "false");

    case 'n':
      return check_word (gate, p, "null");

    default:
      if (peek (gate, p) == '-' || g_ascii_isdigit (peek (gate, p)))
        return check_number (gate, p);
      return refuse_syntax (gate, p, T_ ("a value"));
    }
}

/* A value and the blanks around it. The recursion ends at CTG_JSON_MAX_DEPTH. */
static const char *
check_value (Gate       *gate,
             const char *p)
{
  p = skip_blanks (gate, p);
  if (++gate->n_values > CTG_JSON_MAX_VALUES)
    return refuse (gate, p, CTG_DATA_ERROR_LIMIT, T_ ("the text holds too many values."));
  p = check_bare_value (gate, p);

  return p != NULL ? skip_blanks (gate, p) : NULL;
}

/* To the first byte that is NUL or no ASCII, eight bytes at a time: most of most files. */
static const char *
skip_ascii (const char *p,
            const char *end)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101), tops = ones << 7;
  guint64 word;

  for (; end - p >= 8; p += 8)
    {
      memcpy (&word, p, sizeof word);
      /* A byte of 0 borrows from its top bit. */
      if (((word | (word - ones)) & tops) != 0)
        break;
    }
  while (p < end && *p != '\0' && (*p & 0x80) == 0)
    p++;

  return p;
}

static bool
check_encoding (Gate *gate)
{
  const char *rest = skip_ascii (gate->text, gate->end);
  const char *bad;

  if (g_utf8_validate_len (rest, gate->end - rest, &bad))
    return true;
  if (*bad == '\0')
    refuse (gate, bad, CTG_DATA_ERROR_SYNTAX, T_ ("a NUL byte stands here."));
  else
    refuse (gate, bad, CTG_DATA_ERROR_SYNTAX, T_ ("the text is not valid UTF-8."));

  return false;
}

static bool
check_text (Gate *gate)
{
  const char *rest = check_encoding (gate) ? check_value (gate, gate->text) : NULL;

  if (rest != NULL && rest < gate->end)
    rest = refuse_syntax (gate, rest, T_ ("the end of the text"));

  return rest != NULL;
}

size_t
ctg_json_get_bom_size (const char *text,
                       size_t      length)
{
  return length >= 3 && memcmp (text, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
}

/* What stands before anything else: the text may not be larger than this. */
static bool
check_size (size_t   length,
            GError **error)
{
  if (length <= CTG_JSON_MAX_BYTES)
    return true;

  g_set_error (error, CTG_DATA_ERROR, CTG_DATA_ERROR_LIMIT, T_ ("The text is larger than %u MB."), CTG_JSON_MAX_BYTES / 1024 / 1024);

  return false;
}

static bool
run_gate (Gate *gate)
{
  bool good = check_text (gate);

  for (unsigned int i = 0; i < G_N_ELEMENTS (gate->keys); i++)
    g_clear_pointer (&gate->keys[i], g_array_unref);
  for (unsigned int i = 0; i < gate->n_places; i++)
    g_strfreev (gate->places[i]);

  return good;
}

bool
ctg_json_check_full (const char            *text,
                     size_t                 length,
                     const CtgJsonFindings *findings,
                     GError               **error)
{
  if (!check_size (length, error))
    return false;

  size_t bom = ctg_json_get_bom_size (text, length);
  Gate gate = { .text = text + bom, .end = text + length, .error = error };

  if (findings != NULL)
    {
      gate.long_integers = findings->long_integers;
      gate.rows = findings->rows;
      split_places (&gate, findings->places);
    }

  return run_gate (&gate);
}

bool
ctg_json_check (const char *text,
                size_t      length,
                GError    **error)
{
  g_return_val_if_fail (text != NULL || length == 0, false);

  return ctg_json_check_full (text != NULL ? text : "", length, NULL, error);
}

bool
ctg_json_check_rest (const char *text,
                     size_t      length,
                     size_t      n_bytes,
                     size_t      n_values,
                     GError    **error)
{
  g_return_val_if_fail (text != NULL, false);
  g_return_val_if_fail (n_bytes <= G_MAXSIZE - length, false);

  Gate gate = { .text = text, .end = text + length, .n_values = MIN (n_values, CTG_JSON_MAX_VALUES), .error = error };

  return check_size (length + n_bytes, error) && run_gate (&gate);
}
