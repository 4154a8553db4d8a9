/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "desk/session/mps-session.h"

G_BEGIN_DECLS

/**
 * MpsActPage:
 *
 * One irreversible act of the history; of an enrolment also the terms of use as
 * they were accepted, the request and its printers.
 */
#define MPS_TYPE_ACT_PAGE (mps_act_page_get_type ())
G_DECLARE_FINAL_TYPE (MpsActPage, mps_act_page, MPS, ACT_PAGE, AdwNavigationPage)

AdwNavigationPage *mps_act_page_new (MpsSession *session, gint64 act);

G_END_DECLS
