/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/mps-store-printers.h"

G_BEGIN_DECLS

/**
 * MpsTermsPage:
 *
 * Shows the terms of use in full and lets them be accepted. Property: accepted
 * (bool, read only).
 */
#define MPS_TYPE_TERMS_PAGE (mps_terms_page_get_type ())
G_DECLARE_FINAL_TYPE (MpsTermsPage, mps_terms_page, MPS, TERMS_PAGE, AdwNavigationPage)

void mps_terms_page_show (MpsTermsPage *self, MpsPolicy *policy);
void mps_terms_page_update (MpsTermsPage *self, MpsPolicy *policy);
void mps_terms_page_set_n_printers (MpsTermsPage *self, guint n_printers);
void mps_terms_page_set_error (MpsTermsPage *self, const GError *error);
gboolean mps_terms_page_get_accepted (MpsTermsPage *self);
void mps_terms_page_get_terms (MpsTermsPage *self, MpsAcceptedTerms *terms);

G_END_DECLS
