/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "fleet/mps-records.h"

G_BEGIN_DECLS

/**
 * MpsCreateContactPage:
 *
 * “Create and assign a supplies delivery contact”: the form of a contact that
 * is created for some printers. What is done with it is its dialog's, by the
 * actions assign.create, assign.existing and assign.show-replaced.
 *
 * "changed": after any field was changed, by the user or otherwise.
 */
#define MPS_TYPE_CREATE_CONTACT_PAGE (mps_create_contact_page_get_type ())
G_DECLARE_FINAL_TYPE (MpsCreateContactPage, mps_create_contact_page, MPS, CREATE_CONTACT_PAGE,
                      AdwNavigationPage)

void mps_create_contact_page_set_subtitle (MpsCreateContactPage *self, const char *subtitle);
void mps_create_contact_page_set_replaced (MpsCreateContactPage *self, const char *sentence);
void mps_create_contact_page_set_error (MpsCreateContactPage *self, const GError *error);
GtkWidget *mps_create_contact_page_get_default_widget (MpsCreateContactPage *self);
gboolean mps_create_contact_page_read (MpsCreateContactPage *self, MpsContactRecord *contact);
gboolean mps_create_contact_page_get_valid (MpsCreateContactPage *self);
gboolean mps_create_contact_page_get_modified (MpsCreateContactPage *self);

G_END_DECLS
