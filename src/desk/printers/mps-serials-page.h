/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/mps-serial-search.h"

#include "desk/session/mps-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * MpsSerialsPage:
 *
 * What a list of serial numbers has found: how many printers, which ones are
 * unknown or of another organization, and how the file was read. Its dialog
 * has the action serials.select.
 *
 * "encoding-changed": the user chose another encoding of the file.
 */
#define MPS_TYPE_SERIALS_PAGE (mps_serials_page_get_type ())
G_DECLARE_FINAL_TYPE (MpsSerialsPage, mps_serials_page, MPS, SERIALS_PAGE, AdwNavigationPage)

void mps_serials_page_begin (MpsSerialsPage *self, const char *file_name);
void mps_serials_page_show (MpsSerialsPage *self, MpsSession *session, MpsSerialSearch *search);
void mps_serials_page_show_error (MpsSerialsPage *self, const GError *error);
GArray *mps_serials_page_get_printers (MpsSerialsPage *self);
const char *mps_serials_page_get_encoding (MpsSerialsPage *self);

G_END_DECLS
