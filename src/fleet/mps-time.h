/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *mps_time_dup_text (GDateTime *time);
char *mps_time_dup_text_of (const char *time);

G_END_DECLS
