/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MpsCatalogue:
 *
 * A compiled message catalogue (.mo) of one certain language. gettext speaks
 * only the language of the process, and a contacts file may name its countries
 * in Japanese whatever the language of the person who imports it.
 */
typedef struct _MpsCatalogue MpsCatalogue;

MpsCatalogue *mps_catalogue_open (const char *path, GError **error);
void mps_catalogue_free (MpsCatalogue *self);
const char *mps_catalogue_translate (MpsCatalogue *self, const char *message);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsCatalogue, mps_catalogue_free)

G_END_DECLS
