/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsErrorView:
 *
 * Tells of a #GError where it happened: its sentence, and below it the single
 * things that are wrong. It is not seen while there is none.
 */
#define MPS_TYPE_ERROR_VIEW (mps_error_view_get_type ())
G_DECLARE_FINAL_TYPE (MpsErrorView, mps_error_view, MPS, ERROR_VIEW, AdwBin)

GtkWidget *mps_error_view_new (void);
void mps_error_view_set_error (MpsErrorView *self, const GError *error);

G_END_DECLS
