/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *mps_lock_holder_dup_name (const char *database, int *process);

G_END_DECLS
