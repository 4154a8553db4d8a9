/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/mps-store-programme.h"

G_BEGIN_DECLS

/* (element-type MpsRequest): as data/enrolment-request.schema.json describes them */
GBytes *mps_exchange_write_requests (GPtrArray *requests);

G_END_DECLS
