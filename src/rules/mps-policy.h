/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-error.h"
#include "fleet/mps-types.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * MpsPolicy:
 *
 * The programme policy agreed with Lexmark: models, limits, the minimum Fleet
 * Agent and the terms of use. Immutable, so any thread may hold it.
 */
#define MPS_TYPE_POLICY (mps_policy_get_type ())
typedef struct _MpsPolicy MpsPolicy;
GType mps_policy_get_type (void);

MpsPolicy *mps_policy_new_from_json (const char *json, gssize length, GError **error);
MpsPolicy *mps_policy_new_sample (void);
MpsPolicy *mps_policy_ref (MpsPolicy *self);
void mps_policy_unref (MpsPolicy *self);

const char *mps_policy_get_json (MpsPolicy *self);
const char *mps_policy_get_version (MpsPolicy *self);
gboolean mps_policy_is_sample (MpsPolicy *self);
gint32 mps_policy_get_max_average_pages (MpsPolicy *self);
const char *mps_policy_get_minimum_fleet_agent (MpsPolicy *self);
const char *mps_policy_get_terms_version (MpsPolicy *self);
const char *mps_policy_get_terms_text (MpsPolicy *self, const char *const *languages,
                                       const char **language);
char *mps_policy_dup_terms_sha256 (MpsPolicy *self, const char *language);
guint mps_policy_get_n_models (MpsPolicy *self);
const char *mps_policy_get_model (MpsPolicy *self, guint index, gint32 *max_average_pages,
                                  gboolean *own_limit);
gboolean mps_policy_supports (MpsPolicy *self, const char *model, gint32 *max_average_pages);
gboolean mps_policy_accepts_agent (MpsPolicy *self, MpsAgentKind kind, const char *version);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsPolicy, mps_policy_unref)

G_END_DECLS
