/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* JSON from outside: a strict gate (RFC 8259) over the bytes before json-glib sees them, and typed getters that say
 * where a member is wrong. And the writer's small parts: json-glib prints 0.1 with 17 digits, so we write numbers ourselves. */

#pragma once

#include <json-glib/json-glib.h>

#include "base/ctg-types.h"

G_BEGIN_DECLS

#define CTG_JSON_MAX_DEPTH 64
#define CTG_JSON_MAX_BYTES (16u * 1024 * 1024)
#define CTG_JSON_MAX_VALUES 2000000u
/* Members of one object: json-glib's hash tables are slow with keys chosen to collide. */
#define CTG_JSON_MAX_MEMBERS 256u

/* Checks grammar, UTF-8, depth, size, number of values, duplicate keys (after unescaping) and surrogates; a UTF-8 byte order mark at the start is accepted.
 * FALSE sets CTG_DATA_ERROR_SYNTAX or _LIMIT with "line L, column C" (columns count characters, from 1). */
bool      ctg_json_check        (const char *text,
                                 size_t      length,
                                 GError    **error);
/* The same for a text out of which n_bytes were cut that hold n_values values, known to be good and counted with the rest. Lines are those of what is left. */
bool      ctg_json_check_rest   (const char *text,
                                 size_t      length,
                                 size_t      n_bytes,
                                 size_t      n_values,
                                 GError    **error);
/* ctg_json_check(), then json-glib. The root is never NULL on success, and immutable. json-glib wraps integers past 2^63 silently, so an
 * integer literal of more than 15 digits becomes a double: whoever wants an exact integer refuses values of 2^53 and more. */
JsonNode *ctg_json_parse        (GBytes  *bytes,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* "an object", "a string", "null": for saying what was found. */
const char *ctg_json_describe_type (JsonNode *node);

/* Typed getters. path is the JSON Pointer of the object ("" for the root, "/resources/0"). An absent or null member is TRUE and leaves the
 * output alone; a wrong type is FALSE with CTG_DATA_ERROR_FORMAT and the JSON Pointer of the member. Borrowed results live as long as the object. */
bool      ctg_json_get_string   (JsonObject  *object,
                                 const char  *member,
                                 const char  *path,
                                 const char **value,
                                 GError     **error);
bool      ctg_json_get_number   (JsonObject *object,
                                 const char *member,
                                 const char *path,
                                 double     *value,
                                 GError    **error);
bool      ctg_json_get_boolean  (JsonObject *object,
                                 const char *member,
                                 const char *path,
                                 bool       *value,
                                 GError    **error);
bool      ctg_json_get_object   (JsonObject  *object,
                                 const char  *member,
                                 const char  *path,
                                 JsonObject **value,
                                 GError     **error);
bool      ctg_json_get_array    (JsonObject *object,
                                 const char *member,
                                 const char *path,
                                 JsonArray **value,
                                 GError    **error);

/* Appends a quoted JSON string; control characters are escaped, all else stays UTF-8. */
void      ctg_json_append_string (GString    *string,
                                  const char *text);
/* Appends a node as canonical JSON: members in their order, numbers by ctg_number_append_shortest(), indent spaces a level (0 for one
 * line without blanks); arrays of plain values stay on one line. */
void      ctg_json_append_node   (GString     *string,
                                  JsonNode    *node,
                                  unsigned int indent);

G_END_DECLS
