/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-draft-file.h"

G_BEGIN_DECLS

gboolean mps_database_draft_init (MpsDraftFile *self, const char *target, GError **error);

G_END_DECLS
