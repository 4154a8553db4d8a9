/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "exchange/mps-contacts-import.h"
#include "exchange/mps-fleet-file.h"

void
desk_fixture_import_printers (DeskFixture *self, const char *csv)
{
  g_autoptr (GFile) file = desk_fixture_write (self, "printers.csv", csv);
  g_autoptr (MpsFleetFile) source = mps_fleet_file_new (file, NULL);
  g_autoptr (MpsProgress) progress = mps_progress_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsPrinterImport) import = NULL;
  g_autoptr (GError) error = NULL;
  MpsStore *store = mps_session_get_store (self->session);

  mps_store_import_printers_async (store, mps_session_get_organization (self->session),
                                   MPS_PRINTER_SOURCE (source), "printers.csv", progress, NULL,
                                   desk_on_result, &result);
  desk_wait_for (&result);
  import = mps_store_import_printers_finish (store, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (import->rejected, ==, 0);
}

static MpsContactsFile *
load_contacts (GFile *file)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  MpsContactsFile *contacts;

  mps_contacts_file_load_async (file, NULL, NULL, desk_on_result, &result);
  desk_wait_for (&result);
  contacts = mps_contacts_file_load_finish (result, &error);
  g_assert_no_error (error);
  return contacts;
}

void
desk_fixture_import_contacts (DeskFixture *self, const char *csv)
{
  g_autoptr (GFile) file = desk_fixture_write (self, "contacts.csv", csv);
  g_autoptr (MpsContactsFile) contacts = load_contacts (file);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsContactsReport) report = NULL;
  g_autoptr (GError) error = NULL;
  MpsStore *store = mps_session_get_store (self->session);

  mps_contacts_import_async (store, mps_session_get_organization (self->session), contacts, FALSE,
                             NULL, NULL, desk_on_result, &result);
  desk_wait_for (&result);
  report = mps_contacts_import_finish (store, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report->invalid->len, ==, 0);
}
