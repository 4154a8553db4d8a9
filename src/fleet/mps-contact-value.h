/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-contact-values.h"

G_BEGIN_DECLS

/**
 * MpsContactValue:
 *
 * The company or city at one position of #MpsContactValues. Properties: text,
 * contacts (uint: how many have it), id, row (uint: its number).
 */
#define MPS_TYPE_CONTACT_VALUE (mps_contact_value_get_type ())
G_DECLARE_FINAL_TYPE (MpsContactValue, mps_contact_value, MPS, CONTACT_VALUE, MpsRow)

MpsRow *mps_contact_value_new (MpsContactValues *values);
const char *mps_contact_value_get_text (MpsContactValue *self);

G_END_DECLS
