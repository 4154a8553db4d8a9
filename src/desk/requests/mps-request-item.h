/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/mps-store-programme.h"

G_BEGIN_DECLS

/**
 * MpsRequestItem:
 *
 * One enrolment request in a list; it never changes. Properties, readable:
 * title (string): when and for whom it was made; detail (string): how many
 * printers, and when it was exported.
 */
#define MPS_TYPE_REQUEST_ITEM (mps_request_item_get_type ())
G_DECLARE_FINAL_TYPE (MpsRequestItem, mps_request_item, MPS, REQUEST_ITEM, GObject)

MpsRequestItem *mps_request_item_new (const MpsRequestSummary *request);
const char *mps_request_item_get_id (MpsRequestItem *self);

G_END_DECLS
