/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-error.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _MpsJsonPath MpsJsonPath;

/**
 * MpsJsonPath:
 * @parent: (nullable): the object or list around this value, %NULL at the root
 * @member: (nullable): the name in the object around it, %NULL in a list
 * @index: the position in the list around it
 * @node: the value
 *
 * A value of a JSON document and the way that leads to it. It lives on the
 * stack, below the path it was entered from, and costs nothing until something
 * is wrong: then the way becomes text, as $.models[3].pattern.
 *
 * The reading functions add a #MpsProblem for whatever is not as expected, so
 * that one reading finds everything that is wrong. Its column is the path.
 */
struct _MpsJsonPath {
  const MpsJsonPath *parent;
  const char *member;
  guint index;
  JsonNode *node;
};

void mps_json_path_enter_root (JsonNode *root, MpsJsonPath *path);
gboolean mps_json_path_enter_member (const MpsJsonPath *object, const char *member,
                                     GPtrArray *problems, MpsJsonPath *path);
void mps_json_path_enter_element (const MpsJsonPath *array, guint index, MpsJsonPath *path);
char *mps_json_path_dup_text (const MpsJsonPath *self);

gboolean mps_json_path_expect_object (const MpsJsonPath *self, const char *const *members,
                                      GPtrArray *problems);
gboolean mps_json_path_expect_array (const MpsJsonPath *self, guint *length, GPtrArray *problems);
gboolean mps_json_path_expect_format (const MpsJsonPath *object, const char *format,
                                      GPtrArray *problems);

const char *mps_json_path_get_text (const MpsJsonPath *object, const char *member,
                                    guint max_characters, GPtrArray *problems);
const char *mps_json_path_get_lines (const MpsJsonPath *object, const char *member,
                                     guint max_characters, GPtrArray *problems);
gboolean mps_json_path_get_integer (const MpsJsonPath *object, const char *member, int minimum,
                                    int maximum, int *value, GPtrArray *problems);
gboolean mps_json_path_get_boolean (const MpsJsonPath *object, const char *member, gboolean *value,
                                    GPtrArray *problems);

G_END_DECLS
