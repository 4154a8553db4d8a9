/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/session/mps-session.h"
#include "desk/widgets/mps-row-selection.h"

G_BEGIN_DECLS

/**
 * MpsContactsPage:
 *
 * The table of an organization's supplies delivery contacts. Property: session
 * (MpsSession); until it is set, the page says that it is loading.
 */
#define MPS_TYPE_CONTACTS_PAGE (mps_contacts_page_get_type ())
G_DECLARE_FINAL_TYPE (MpsContactsPage, mps_contacts_page, MPS, CONTACTS_PAGE, AdwNavigationPage)

AdwNavigationPage *mps_contacts_page_new (MpsSession *session);
void mps_contacts_page_set_session (MpsContactsPage *self, MpsSession *session);
MpsRowSelection *mps_contacts_page_get_selection (MpsContactsPage *self);

G_END_DECLS
