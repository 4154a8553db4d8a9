/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-eligibility-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * MpsEligibilityModel:
 *
 * The breakdown of some printers as a list in nine sections, one a status. A
 * section begins with its explanation and ends with the line that shows or
 * hides its printers; these two always stand, so that whatever moves moves
 * between them. Printers' lines are made when they are asked for, and are the
 * same ones while anybody holds them. Main thread only.
 */
#define MPS_TYPE_ELIGIBILITY_MODEL (mps_eligibility_model_get_type ())
G_DECLARE_FINAL_TYPE (MpsEligibilityModel, mps_eligibility_model, MPS, ELIGIBILITY_MODEL, GObject)

MpsEligibilityModel *mps_eligibility_model_new (MpsFleet *fleet);
void mps_eligibility_model_set_rows (MpsEligibilityModel *self, const guint32 *rows, guint n_rows);
void mps_eligibility_model_set_search (MpsEligibilityModel *self, const char *text);
void mps_eligibility_model_toggle (MpsEligibilityModel *self, MpsStatus status);
void mps_eligibility_model_set_hindrance (MpsEligibilityModel *self, MpsStatus status,
                                          const char *hindrance);
guint mps_eligibility_model_get_count (MpsEligibilityModel *self, MpsStatus status);
const guint32 *mps_eligibility_model_get_rows (MpsEligibilityModel *self, MpsStatus status);

G_END_DECLS
