/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "exchange/mps-contacts-file.h"

G_BEGIN_DECLS

/**
 * MpsContactsPreview:
 *
 * The first contacts of a file, by which people see whether it is the right
 * one and read in the right encoding.
 */
#define MPS_TYPE_CONTACTS_PREVIEW (mps_contacts_preview_get_type ())
G_DECLARE_FINAL_TYPE (MpsContactsPreview, mps_contacts_preview, MPS, CONTACTS_PREVIEW,
                      AdwPreferencesGroup)

void mps_contacts_preview_set_file (MpsContactsPreview *self, MpsContactsFile *file);

G_END_DECLS
