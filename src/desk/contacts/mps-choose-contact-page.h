/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk/session/mps-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsChooseContactPage:
 *
 * “Assign supplies delivery contact”: which contact some printers are to have.
 * What is done with it is its dialog's, by the actions assign.run, assign.new
 * and assign.show-replaced.
 *
 * "changed": after another contact was chosen, or none.
 */
#define MPS_TYPE_CHOOSE_CONTACT_PAGE (mps_choose_contact_page_get_type ())
G_DECLARE_FINAL_TYPE (MpsChooseContactPage, mps_choose_contact_page, MPS, CHOOSE_CONTACT_PAGE,
                      AdwNavigationPage)

void mps_choose_contact_page_set_session (MpsChooseContactPage *self, MpsSession *session);
void mps_choose_contact_page_set_subtitle (MpsChooseContactPage *self, const char *subtitle);
void mps_choose_contact_page_set_replaced (MpsChooseContactPage *self, const char *sentence);
void mps_choose_contact_page_set_error (MpsChooseContactPage *self, const GError *error);
gint64 mps_choose_contact_page_get_contact (MpsChooseContactPage *self);
GtkWidget *mps_choose_contact_page_get_chooser (MpsChooseContactPage *self);
GtkWidget *mps_choose_contact_page_get_default_widget (MpsChooseContactPage *self);

G_END_DECLS
