/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/session/mps-session.h"

#include "fleet/mps-task.h"

G_BEGIN_DECLS

/**
 * MpsEnrollResultPage:
 *
 * The last step of adding to MPS Express: what was added, what was not, and
 * the request file that goes to Lexmark.
 */
#define MPS_TYPE_ENROLL_RESULT_PAGE (mps_enroll_result_page_get_type ())
G_DECLARE_FINAL_TYPE (MpsEnrollResultPage, mps_enroll_result_page, MPS, ENROLL_RESULT_PAGE,
                      AdwNavigationPage)

void mps_enroll_result_page_show (MpsEnrollResultPage *self, MpsSession *session, MpsTask *task);
void mps_enroll_result_page_save_request (MpsEnrollResultPage *self, GFile *file);

G_END_DECLS
