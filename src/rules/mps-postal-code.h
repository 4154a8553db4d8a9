/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean mps_postal_code_is_known (const char *country);
char *mps_postal_code_normalize (const char *country, const char *text);
char *mps_postal_code_dup_example (const char *country);

G_END_DECLS
