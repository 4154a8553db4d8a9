/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "exchange/mps-contacts-file.h"

G_BEGIN_DECLS

/**
 * MpsContactsFilePage:
 *
 * The first step of an import: choose a contacts file, and see at once what was
 * understood of it and what an import would do. Property: ready (bool, read
 * only): whether there is a contact to import.
 */
#define MPS_TYPE_CONTACTS_FILE_PAGE (mps_contacts_file_page_get_type ())
G_DECLARE_FINAL_TYPE (MpsContactsFilePage, mps_contacts_file_page, MPS, CONTACTS_FILE_PAGE,
                      AdwNavigationPage)

void mps_contacts_file_page_set_file (MpsContactsFilePage *self, GFile *file);
void mps_contacts_file_page_cancel (MpsContactsFilePage *self);
MpsContactsFile *mps_contacts_file_page_get_contacts_file (MpsContactsFilePage *self);
gboolean mps_contacts_file_page_get_ready (MpsContactsFilePage *self);

G_END_DECLS
