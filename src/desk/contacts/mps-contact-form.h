/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "fleet/mps-records.h"

G_BEGIN_DECLS

/**
 * MpsContactForm:
 *
 * The fields of a supplies delivery contact. A field that is wrong says so
 * below itself, once it was left.
 *
 * "changed": after any field was changed, by the user or otherwise.
 */
#define MPS_TYPE_CONTACT_FORM (mps_contact_form_get_type ())
G_DECLARE_FINAL_TYPE (MpsContactForm, mps_contact_form, MPS, CONTACT_FORM, AdwBin)

void mps_contact_form_set_contact (MpsContactForm *self, const MpsContactRecord *contact);
gboolean mps_contact_form_read (MpsContactForm *self, MpsContactRecord *contact);
void mps_contact_form_show_problems (MpsContactForm *self);
const char *mps_contact_form_get_text (MpsContactForm *self, MpsContactField field);
gboolean mps_contact_form_get_valid (MpsContactForm *self);
gboolean mps_contact_form_get_modified (MpsContactForm *self);

G_END_DECLS
