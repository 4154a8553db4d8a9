/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "desk-fixture.h"

#include "fleet/mps-records.h"

G_BEGIN_DECLS

/* Types into the form of a contact that is seen below @root. */
GtkEditable *desk_contact_form_get_entry (GtkWidget *root, MpsContactField field);
void desk_contact_form_type (GtkWidget *root, MpsContactField field, const char *text);
void desk_contact_form_choose_country (GtkWidget *root, const char *name);
/* @texts: of all fields; the last one is the name of a country */
void desk_contact_form_fill (GtkWidget *root, const char *const *texts);

G_END_DECLS
