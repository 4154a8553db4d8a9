/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/mps-store-programme.h"

G_BEGIN_DECLS

/**
 * MpsAnswersResultPage:
 *
 * What became of an imported answer: the printers that are registered, those
 * whose registration failed, and the lines that were rejected, each with its
 * reason.
 */
#define MPS_TYPE_ANSWERS_RESULT_PAGE (mps_answers_result_page_get_type ())
G_DECLARE_FINAL_TYPE (MpsAnswersResultPage, mps_answers_result_page, MPS, ANSWERS_RESULT_PAGE,
                      AdwNavigationPage)

void mps_answers_result_page_show (MpsAnswersResultPage *self, MpsFleet *fleet,
                                   MpsAnswerImport *import);

G_END_DECLS
