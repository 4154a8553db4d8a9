/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture-rows.h"

/*
 * What must never happen, tried with plain SQL on a connection on which, as in
 * a sqlite3 shell, neither foreign keys nor recursive triggers are on.
 *
 * Organization 1 is not entitled, 2 is. Of organization 2 are the printers 1
 * (MANAGED, by an answer), 2 (PENDING), 3 (FREE, with the same contact), 4
 * (BARE) and 5 (REPORTED, managed by a fleet list), the contacts 1 (assigned)
 * and 2 (not), and agent 1, of all but BARE. Contact 3 and agent 2 are of 1.
 */
#define CONTACT                                                                                    \
  "first_name, last_name, company, email, country_code, phone, extension, address_line_1, "        \
  "address_line_2, city, state_or_province, postal_code, country, identity"
#define VALUES "'a', 'b', 'c', '', '81', '1', '', 'd', '', 'e', 'f', 'g', 'JP'"

static const char *const hostile[] = {
  /* An entitlement is for ever. */
  "UPDATE organizations SET entitled = 0 WHERE id = 2",
  "UPDATE organizations SET entitled = NULL WHERE id = 2",
  "UPDATE OR REPLACE organizations SET entitled = 0",
  "DELETE FROM organizations WHERE id = 2",
  "REPLACE INTO organizations (id, name, identity, parent) VALUES (2, 'Default', 'default', 1)",
  "REPLACE INTO organizations (name, identity, parent) VALUES ('Default', 'default', 1)",
  "UPDATE organizations SET id = 9 WHERE id = 2",
  "UPDATE organizations SET rowid = 9 WHERE id = 2",
  "UPDATE OR REPLACE organizations SET identity = 'default' WHERE id = 1",
  "UPDATE OR REPLACE organizations SET id = 2 WHERE id = 1",
  /* An organization with something in it stays. */
  "DELETE FROM organizations WHERE id = 1",
  "REPLACE INTO organizations (id, name, identity) VALUES (1, 'x', 'x')",

  /* A managed or pending printer stays, stays so, and stays where it is. */
  "DELETE FROM printers",
  "DELETE FROM printers WHERE id = 1",
  "DELETE FROM printers WHERE id = 2",
  "DELETE FROM printers WHERE id = 5",
  "REPLACE INTO printers (id, organization, serial, model) VALUES (1, 2, 'X', 'M')",
  "REPLACE INTO printers (organization, serial, model) VALUES (2, 'MANAGED', 'M')",
  "INSERT OR REPLACE INTO printers (rowid, organization, serial, model) VALUES (2, 2, 'X', 'M')",
  "INSERT INTO printers (organization, serial, model) VALUES (2, 'MANAGED', 'M') "
  "ON CONFLICT (serial) DO UPDATE SET managed = 0",
  "UPDATE OR REPLACE printers SET serial = 'MANAGED' WHERE id = 3",
  "UPDATE OR REPLACE printers SET id = 1 WHERE id = 3",
  "UPDATE OR REPLACE printers SET rowid = 1 WHERE id = 3",
  "UPDATE OR IGNORE printers SET managed = 0 WHERE id = 1",
  "UPDATE printers SET managed = 0 WHERE id = 1",
  "UPDATE printers SET managed = 1 WHERE id = 1",
  "UPDATE printers SET managed = 3 WHERE id = 1",
  "UPDATE printers SET managed = NULL WHERE id = 1",
  "UPDATE printers SET managed = 4 WHERE id = 1",
  "UPDATE printers SET managed = 0 WHERE id = 2",
  "UPDATE printers SET managed = 3 WHERE id = 2",
  "UPDATE printers SET managed = 0, request = NULL WHERE id = 2",
  "UPDATE printers SET managed = 0, reported = 0 WHERE id = 5",
  "UPDATE printers SET reported = 0 WHERE id = 5",
  "UPDATE printers SET request = NULL WHERE id = 2",
  "UPDATE printers SET serial = 'X' WHERE id = 1",
  "UPDATE printers SET organization = 1, contact = NULL, agent = NULL WHERE id = 1",
  "UPDATE printers SET organization = 1, contact = NULL, agent = NULL WHERE id = 2",
  "UPDATE printers SET id = 99 WHERE id = 1",
  "UPDATE printers SET rowid = 99 WHERE id = 2",
  "UPDATE printers SET _rowid_ = 99 WHERE id = 3",

  /* Nothing becomes managed or pending without an accepted request. */
  "UPDATE printers SET managed = 1 WHERE id = 4",
  "UPDATE printers SET managed = 2 WHERE id = 4",
  "UPDATE printers SET managed = 1, request = 1 WHERE id = 4",
  "UPDATE printers SET managed = 2, request = 1 WHERE id = 4",
  "UPDATE printers SET managed = 1, request = 99 WHERE id = 4",
  "UPDATE printers SET managed = 2 WHERE id = 2",
  "INSERT INTO printers (organization, serial, model, managed) VALUES (2, 'X', 'M', 1)",
  "INSERT INTO printers (organization, serial, model, managed, request) VALUES (2, 'X', 'M', 2, 1)",
  "INSERT INTO acceptances (at, who, organization, terms_version, terms_sha256, terms_text, "
  "language, printers) VALUES ('', 'x', 1, '1', hex (randomblob (32)), 't', 'en', 1)",
  "INSERT INTO acceptances (at, who, organization, terms_version, terms_sha256, terms_text, "
  "language, printers) VALUES ('', 'x', 2, '', hex (randomblob (32)), 't', 'en', 1)",
  "INSERT INTO requests (uuid, organization, acceptance, created) VALUES ('u', 2, 99, '')",
  "INSERT INTO requests (uuid, organization, acceptance, created) VALUES ('u', 2, NULL, '')",
  "INSERT INTO requests (uuid, organization, acceptance, created) VALUES ('u', 1, 1, '')",
  "INSERT INTO request_printers (request, printer, serial, model, first_name, last_name, company, "
  "email, country_code, phone, extension, address_line_1, address_line_2, city, "
  "state_or_province, postal_code, country) VALUES (1, 4, 'BARE', 'M', " VALUES ")",
  "INSERT INTO request_printers (request, printer, serial, model, first_name, last_name, company, "
  "email, country_code, phone, extension, address_line_1, address_line_2, city, "
  "state_or_province, postal_code, country) VALUES (1, 3, 'FREE', 'M', " VALUES ")",

  /* A contact that is in use stays, and no printer has one of another organization. */
  "DELETE FROM contacts WHERE id = 1",
  "DELETE FROM contacts",
  "REPLACE INTO contacts (id, organization, " CONTACT ") VALUES (1, 2, " VALUES ", 'i')",
  "REPLACE INTO contacts (organization, " CONTACT ") SELECT organization, " CONTACT
  " FROM contacts WHERE id = 1",
  "UPDATE OR REPLACE contacts SET identity = (SELECT identity FROM contacts WHERE id = 1) "
  "WHERE id = 2",
  "UPDATE contacts SET organization = 1 WHERE id = 1",
  "UPDATE contacts SET organization = 1 WHERE id = 2",
  "UPDATE contacts SET id = 9 WHERE id = 1",
  "UPDATE contacts SET oid = 9 WHERE id = 1",
  "UPDATE printers SET contact = 3 WHERE id = 3",
  "UPDATE printers SET contact = 99 WHERE id = 3",
  "UPDATE printers SET organization = 1 WHERE id = 3",
  "INSERT INTO printers (organization, serial, model, contact) VALUES (2, 'X', 'M', 3)",

  /* An agent with managed or pending printers stays, and active. */
  "DELETE FROM agents WHERE id = 1",
  "UPDATE agents SET active = 0 WHERE id = 1",
  "UPDATE agents SET active = 0",
  "UPDATE agents SET organization = 1 WHERE id = 1",
  "UPDATE agents SET id = 9 WHERE id = 1",
  "REPLACE INTO agents (id, organization, name, identity) VALUES (1, 2, 'x', 'x')",
  "REPLACE INTO agents (organization, name, identity) VALUES (2, 'x', 'agent')",
  "UPDATE printers SET agent = 2 WHERE id = 3",

  /* What was agreed to, and what happened, never changes. */
  "UPDATE acceptances SET who = 'x'",
  "DELETE FROM acceptances",
  "REPLACE INTO acceptances SELECT id, at, 'x', organization, terms_version, terms_sha256, "
  "terms_text, language, printers FROM acceptances",
  "UPDATE requests SET uuid = 'x'",
  "UPDATE requests SET acceptance = 2",
  "UPDATE requests SET exported_at = NULL",
  "UPDATE requests SET exported_at = 'later'",
  "DELETE FROM requests",
  "REPLACE INTO requests SELECT id, uuid, organization, acceptance, 'x', NULL FROM requests",
  "UPDATE request_printers SET serial = 'x', outcome = 2 WHERE printer = 2",
  "UPDATE request_printers SET city = 'x', outcome = 2 WHERE printer = 2",
  "UPDATE request_printers SET printer = 4, outcome = 2 WHERE printer = 2",
  "UPDATE request_printers SET outcome = 3 WHERE printer = 1",
  "UPDATE request_printers SET outcome = NULL WHERE printer = 1",
  "UPDATE request_printers SET reason = 'x' WHERE printer = 2",
  "DELETE FROM request_printers",
  "REPLACE INTO request_printers SELECT * FROM request_printers",
  "UPDATE history SET who = 'x'",
  "DELETE FROM history",
  "REPLACE INTO history (id, at, who, act, subject, detail) "
  "SELECT id, at, 'x', act, subject, detail FROM history",
  "UPDATE policies SET json = '{}'",
  "DELETE FROM policies",
  "REPLACE INTO policies SELECT id, loaded_at, 'x', version, json FROM policies",
};

static char *
dump (const char *path)
{
  static const char *const tables[]
      = { "organizations", "printers",         "contacts", "agents",  "acceptances",
          "requests",      "request_printers", "history",  "policies" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *query = g_strdup_printf ("SELECT * FROM %s", tables[i]);
      g_autofree char *rows = query_sql (path, query);

      g_string_append_printf (text, "%s\n%s\n", tables[i], rows);
    }
  return g_string_free_and_steal (text);
}

static gboolean
write_nothing (GPtrArray *requests, gpointer user_data, GError **error)
{
  return TRUE;
}

static void
export_requests (MpsStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;

  mps_store_export_requests_async (store, 0, NULL, write_nothing, NULL, NULL, NULL, on_result,
                                   &result);
  g_assert_cmpint (mps_store_export_requests_finish (store, wait_for (&result), NULL), ==, 1);
}

static void
answer (MpsStore *store, const char *uuid, const char *serial)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsAnswerImport) import = NULL;
  g_autoptr (GPtrArray) items
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mps_answer_item_free);
  MpsAnswerItem *item = mps_answer_item_new ();

  item->request = g_strdup (uuid);
  item->serial = g_strdup (serial);
  item->registered = TRUE;
  g_ptr_array_add (items, item);
  mps_store_import_answer_async (store, 0, items, NULL, NULL, NULL, on_result, &result);
  import = mps_store_import_answer_finish (store, wait_for (&result), NULL);
  g_assert_cmpuint (import->registered, ==, 1);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsPrinterImport) import = NULL;
  g_autoptr (MpsTask) assigned = NULL;
  g_autoptr (MpsTask) added = NULL;
  g_autofree char *uuid = NULL;

  fixture_set_up (self, data);
  import = import_list (self->store, "serial|model|pages|agent|version|managed\n"
                                     "MANAGED|CX730de|1|agent|9.9|\nPENDING|CX730de|1|agent|9.9|\n"
                                     "FREE|CX730de|1|agent|9.9|\nBARE|CX730de|1||9.9|\n"
                                     "REPORTED|CX730de|1|agent|9.9|managed");
  g_assert_null (
      run_sql (self->path,
               "INSERT INTO agents (organization, name, identity) VALUES (1, 'other', 'other')"));
  assigned = assign (self->store, add_contact (self->store, "a"), "MANAGED PENDING FREE", NULL);
  add_contact (self->store, "b");
  g_assert_null (run_sql (self->path, "INSERT INTO contacts (organization, " CONTACT
                                      ") VALUES (1, " VALUES ", 'i')"));
  entitle (self->store);
  added = enroll (self->store, "MANAGED PENDING", NULL);
  g_assert_cmpuint (mps_task_get_done (added), ==, 2);
  export_requests (self->store);
  uuid = query_sql (self->path, "SELECT uuid FROM requests");
  answer (self->store, uuid, "MANAGED");
  assert_query (self->path, "SELECT id, serial, managed, contact, agent FROM printers ORDER BY id",
                "1|MANAGED|2|1|1\n2|PENDING|1|1|1\n3|FREE|0|1|1\n4|BARE|0||\n5|REPORTED|2||1");
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, fixture_tear_down)

static void
test_refused (Fixture *self, gconstpointer data)
{
  g_autofree char *before = dump (self->path);

  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autofree char *pragmas = g_strdup_printf (
          "PRAGMA foreign_keys = OFF; PRAGMA recursive_triggers = OFF; %s", hostile[i]);
      g_autofree char *message = run_sql (self->path, pragmas);
      g_autofree char *after = dump (self->path);

      if (message == NULL)
        g_test_message ("was not refused: %s", hostile[i]);
      g_assert_nonnull (message);
      g_assert_cmpstr (after, ==, before);
    }
}

/* The protections are not so wide that they stand in the way. */
static void
test_allowed (Fixture *self, gconstpointer data)
{
  static const char *const harmless[] = {
    "UPDATE printers SET contact = 2 WHERE id IN (1, 2, 3)",
    "UPDATE printers SET model = 'M', average_pages = 7, communicating = 0",
    "UPDATE printers SET contact = NULL, agent = NULL, organization = 1 WHERE id = 3",
    "UPDATE printers SET managed = 3 WHERE id = 4",
    "UPDATE printers SET managed = 2, reported = 1 WHERE id = 2",
    "DELETE FROM printers WHERE id = 4",
    "DELETE FROM contacts WHERE id = 1",
    "UPDATE agents SET version = '2'",
    "UPDATE agents SET active = 0 WHERE id = 2",
    "UPDATE organizations SET name = 'Other', identity = 'other' WHERE id = 2",
    "INSERT INTO organizations (name, identity, parent) VALUES ('New', 'new', 1)",
    "DELETE FROM organizations WHERE identity = 'new'",
    "INSERT INTO history (at, who, act, subject, detail) VALUES ('', '', '', '', '')",
  };

  for (guint i = 0; i < G_N_ELEMENTS (harmless); i++)
    {
      g_autofree char *message = run_sql (self->path, harmless[i]);

      g_assert_cmpstr (message, ==, NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/protections/refused", test_refused);
  add ("/store/protections/allowed", test_allowed);
  return g_test_run ();
}
