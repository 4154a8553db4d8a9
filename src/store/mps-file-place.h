/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

int mps_file_place (const char *from, const char *to, gboolean replace);

G_END_DECLS
