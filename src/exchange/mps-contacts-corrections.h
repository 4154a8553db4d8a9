/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "fleet/mps-records.h"

G_BEGIN_DECLS

/*
 * How the cells of a contact are corrected where there is only one thing that
 * can have been meant. @texts are the cells of a row, without what a
 * spreadsheet puts around them. %NULL: there is nothing to correct, or it would
 * be a guess.
 */

typedef char *(*MpsContactsCorrection) (const char *const *texts, MpsContactField field);

char *mps_contacts_correct_invisible_characters (const char *const *texts, MpsContactField field);
char *mps_contacts_correct_country_code (const char *const *texts, MpsContactField field);
char *mps_contacts_correct_phone_country_code (const char *const *texts, MpsContactField field);
char *mps_contacts_correct_phone_signs (const char *const *texts, MpsContactField field);
char *mps_contacts_correct_phone_zero (const char *const *texts, MpsContactField field);
char *mps_contacts_correct_postal_code_signs (const char *const *texts, MpsContactField field);
char *mps_contacts_correct_postal_code_zero (const char *const *texts, MpsContactField field);

G_END_DECLS
