/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-error.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * MPS_JSON_MAX_DEPTH:
 *
 * How many lists and objects may stand within each other. The formats of this
 * program need five; more than this is an attack on the stack.
 */
#define MPS_JSON_MAX_DEPTH 64

JsonNode *mps_json_parse (const char *text, gssize length, GPtrArray *problems);

G_END_DECLS
