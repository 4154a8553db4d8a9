/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsFactsGroup:
 *
 * What is known of something, a row a fact: what it is called, and a text that
 * can be selected and copied.
 */
#define MPS_TYPE_FACTS_GROUP (mps_facts_group_get_type ())
G_DECLARE_FINAL_TYPE (MpsFactsGroup, mps_facts_group, MPS, FACTS_GROUP, AdwPreferencesGroup)

void mps_facts_group_set (MpsFactsGroup *self, const char *title, const char *text);
void mps_facts_group_append_text (MpsFactsGroup *self, GString *text);

G_END_DECLS
