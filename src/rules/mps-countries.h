/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The countries of ISO 3166-1, as iso-codes names them. They are read once,
 * when first asked for, and never change; any thread may ask. Without iso-codes
 * there is none: that is a broken installation, and it is logged as one.
 */
guint mps_countries_get_n (void);
const char *mps_countries_get_code (guint index);
const char *mps_countries_get_name (guint index);
const char *mps_countries_find (const char *text);
const char *mps_countries_get_name_of (const char *code);
gboolean mps_countries_is_calling_code (const char *digits);

G_END_DECLS
