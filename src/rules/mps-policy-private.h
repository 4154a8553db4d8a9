/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-model-pattern.h"
#include "mps-policy.h"

G_BEGIN_DECLS

/**
 * MpsPolicyModel:
 * @pattern: the pattern, ready to be matched
 * @text: the pattern as it stands in the file
 * @max_average_pages: its limit, or that of all models
 * @own_limit: which of the two
 */
typedef struct {
  MpsModelPattern *pattern;
  char *text;
  gint32 max_average_pages;
  gboolean own_limit;
} MpsPolicyModel;

struct _MpsPolicy {
  gatomicrefcount ref_count;

  char *json;
  char *version;
  gboolean is_sample;
  gint32 max_average_pages;
  GArray *models; /* MpsPolicyModel, in the order of the file */
  char *minimum_fleet_agent;
  char *terms_version;
  char *terms_en;
  char *terms_ja;
};

void mps_policy_read (MpsPolicy *self, const char *json, gssize length, GPtrArray *problems);

G_END_DECLS
