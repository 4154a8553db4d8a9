/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-policy.h"

G_BEGIN_DECLS

/**
 * MpsPolicyDifference:
 * @id: a stable id: version, sample, max-average-pages, minimum-fleet-agent, model-added,
 *   model-removed, model-changed, models-order, terms-version, terms-text
 * @subject: what differs, for people: the pattern of a model, or the name of a limit
 * @detail: how it differs, for people
 *
 * One thing in which two policies differ.
 */
typedef struct {
  const char *id;
  char *subject;
  char *detail;
} MpsPolicyDifference;

void mps_policy_difference_free (MpsPolicyDifference *self);
GPtrArray *mps_policy_compare (MpsPolicy *before, MpsPolicy *after);

G_END_DECLS
