/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsDetailsPage:
 *
 * A page of something that can go away while it is looked at: then it goes
 * back, and says why.
 */
#define MPS_TYPE_DETAILS_PAGE (mps_details_page_get_type ())
G_DECLARE_DERIVABLE_TYPE (MpsDetailsPage, mps_details_page, MPS, DETAILS_PAGE, AdwNavigationPage)

struct _MpsDetailsPageClass {
  AdwNavigationPageClass parent_class;
};

void mps_details_page_leave (MpsDetailsPage *self, const char *farewell);
gboolean mps_details_page_get_gone (MpsDetailsPage *self);

G_END_DECLS
