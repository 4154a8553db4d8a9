/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-ctl-output.h"

G_BEGIN_DECLS

/**
 * MpsCtlJson:
 *
 * Writes one JSON document piece by piece, in memory that does not grow with
 * it: a list may hold a million printers. Objects in an array stand on a line
 * each, for the tools that work by lines.
 *
 * Everywhere, @member is the name within an object, and %NULL within an array
 * and for the document itself.
 */
typedef struct _MpsCtlJson MpsCtlJson;

MpsCtlJson *mps_ctl_json_new (MpsCtlOutput *output);
void mps_ctl_json_free (MpsCtlJson *self);
void mps_ctl_json_begin_object (MpsCtlJson *self, const char *member);
void mps_ctl_json_begin_array (MpsCtlJson *self, const char *member);
void mps_ctl_json_end (MpsCtlJson *self);
void mps_ctl_json_string (MpsCtlJson *self, const char *member, const char *value);
void mps_ctl_json_integer (MpsCtlJson *self, const char *member, gint64 value);
void mps_ctl_json_boolean (MpsCtlJson *self, const char *member, gboolean value);
void mps_ctl_json_null (MpsCtlJson *self, const char *member);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsCtlJson, mps_ctl_json_free)

G_END_DECLS
