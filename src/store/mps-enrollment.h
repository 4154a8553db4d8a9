/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "rules/mps-policy.h"

#include "mps-job.h"

G_BEGIN_DECLS

/**
 * MpsEnrollment:
 * @organization: an entitled organization
 * @policy: the policy in force, whose terms are accepted
 * @language: in which the terms were shown
 * @printers: (element-type gint64): ids of eligible printers of the organization; not empty
 *
 * One acceptance of the terms, and the request that goes with it.
 */
typedef struct {
  gint64 organization;
  MpsPolicy *policy;
  const char *language;
  GArray *printers;
} MpsEnrollment;

gboolean mps_enrollment_write (const MpsEnrollment *self, MpsJob *job, GError **error);

G_END_DECLS
