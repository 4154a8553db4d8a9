/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint mps_countries_get_n (void);
const char *mps_countries_get_code (guint index);
const char *mps_countries_get_name (guint index);
const char *mps_countries_find (const char *text);
const char *mps_countries_get_name_of (const char *code);
gboolean mps_countries_is_calling_code (const char *digits);

G_END_DECLS
