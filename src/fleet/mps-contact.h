/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-row-list.h"

G_BEGIN_DECLS

/**
 * MpsContact:
 *
 * The contact at one position of a #MpsContactList. Properties: name,
 * company, city, phone (with country code and extension), email, address (one
 * line), printers (uint: how many it is assigned to), id (int64), row (uint).
 */
#define MPS_TYPE_CONTACT (mps_contact_get_type ())
G_DECLARE_FINAL_TYPE (MpsContact, mps_contact, MPS, CONTACT, MpsRow)

G_END_DECLS
