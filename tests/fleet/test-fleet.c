/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fixture.h"
#include "fleet/mps-fleet-private.h"

/* Signals as they come: “printers 1 3”, “contacts all”. */
static void
note_rows (GString *log, const char *what, const guint32 *rows, guint n_rows)
{
  g_string_append_printf (log, "%s%s", log->len > 0 ? "; " : "", what);
  if (rows == NULL)
    g_string_append (log, " all");
  for (guint i = 0; rows && i < n_rows; i++)
    g_string_append_printf (log, " %u", rows[i]);
}

static void
on_printers_changed (MpsFleet *fleet, const guint32 *rows, guint n_rows, GString *log)
{
  note_rows (log, "printers", rows, n_rows);
}

static void
on_contacts_changed (MpsFleet *fleet, const guint32 *rows, guint n_rows, GString *log)
{
  note_rows (log, "contacts", rows, n_rows);
}

static void
on_agents_changed (MpsFleet *fleet, GString *log)
{
  note_rows (log, "agents", (guint32[]) { 0 }, 0);
}

static void
on_organizations_changed (MpsFleet *fleet, GString *log)
{
  note_rows (log, "organizations", (guint32[]) { 0 }, 0);
}

static GString *
watch (MpsFleet *fleet)
{
  GString *log = g_string_new (NULL);

  g_signal_connect (fleet, "printers-changed", G_CALLBACK (on_printers_changed), log);
  g_signal_connect (fleet, "contacts-changed", G_CALLBACK (on_contacts_changed), log);
  g_signal_connect (fleet, "agents-changed", G_CALLBACK (on_agents_changed), log);
  g_signal_connect (fleet, "organizations-changed", G_CALLBACK (on_organizations_changed), log);
  return log;
}

#define assert_log(log, expected)                                                                  \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_cmpstr ((log)->str, ==, expected);                                                    \
    g_string_truncate (log, 0);                                                                    \
  }                                                                                                \
  G_STMT_END

/* Counts rows, and marks an agent older than 1.3 as the rules would. */
static void
evaluate (MpsFleet *fleet, const guint32 *rows, guint n_rows, gpointer user_data)
{
  guint *n_evaluated = user_data;
  guint n = rows ? n_rows : mps_fleet_get_n_rows (fleet);

  for (guint i = 0; i < n; i++)
    {
      guint32 row = rows ? rows[i] : i;
      const MpsAgentRecord *agent = mps_fleet_find_agent (fleet, mps_fleet_get_agent (fleet, row));
      gboolean is_old = agent && g_str_has_prefix (agent->version, "1.2");

      set_mask (fleet, row, is_old ? MPS_STATUS_BIT (MPS_STATUS_AGENT_OUTDATED) : 0);
    }
  *n_evaluated += n;
}

static MpsPrinterRecord *
make_full_printer (void)
{
  MpsPrinterRecord *record = make_printer (1);

  record->organization = 3;
  record->contact = 4;
  record->agent = 5;
  g_set_str (&record->ip_address, "10.0.0.1");
  g_set_str (&record->host_name, "プリンタ1");
  g_set_str (&record->location, "東京");
  g_set_str (&record->asset_tag, "A1");
  g_set_str (&record->firmware, "1.2");
  record->average_pages = 12;
  record->managed = MPS_MANAGED_FAILED;
  record->communicating = FALSE;
  return record;
}

static void
assert_full_printer (MpsFleet *fleet, guint32 row)
{
  g_assert_true (mps_fleet_is_alive (fleet, row));
  g_assert_cmpint (mps_fleet_get_id (fleet, row), ==, 1);
  g_assert_cmpint (mps_fleet_get_organization (fleet, row), ==, 3);
  g_assert_cmpint (mps_fleet_get_contact (fleet, row), ==, 4);
  g_assert_cmpint (mps_fleet_get_agent (fleet, row), ==, 5);
  g_assert_cmpstr (mps_fleet_get_serial (fleet, row), ==, "S0001");
  g_assert_cmpstr (mps_fleet_get_model (fleet, row), ==, "CX730de");
  g_assert_cmpstr (mps_fleet_get_ip_address (fleet, row), ==, "10.0.0.1");
  g_assert_cmpstr (mps_fleet_get_host_name (fleet, row), ==, "プリンタ1");
  g_assert_cmpstr (mps_fleet_get_location (fleet, row), ==, "東京");
  g_assert_cmpstr (mps_fleet_get_asset_tag (fleet, row), ==, "A1");
  g_assert_cmpstr (mps_fleet_get_firmware (fleet, row), ==, "1.2");
  g_assert_cmpint (mps_fleet_get_average_pages (fleet, row), ==, 12);
  g_assert_cmpint (mps_fleet_get_managed (fleet, row), ==, MPS_MANAGED_FAILED);
  g_assert_false (mps_fleet_get_communicating (fleet, row));
}

/* Loaded or applied: the picture is the same. */
static void
test_printer (void)
{
  g_autoptr (MpsFleet) loaded = mps_fleet_new ();
  g_autoptr (MpsFleet) applied = make_fleet (2);
  g_autoptr (MpsPrinterRecord) record = make_full_printer ();

  mps_fleet_add_printer (loaded, record);
  assert_full_printer (loaded, 0);
  apply_printer (applied, make_full_printer ());
  assert_full_printer (applied, 0);
  g_assert_cmpstr (mps_fleet_get_serial (applied, 1), ==, "S0002");
}

static void
test_contact (void)
{
  g_autoptr (MpsFleet) fleet = mps_fleet_new ();
  g_autoptr (MpsContactRecord) record = make_contact (8, "太郎", "山田");
  g_autoptr (MpsContactRecord) copy = NULL;
  g_autofree char *name = NULL;

  for (int i = MPS_CONTACT_COMPANY; i < MPS_N_CONTACT_FIELDS; i++)
    {
      g_free (record->fields[i]);
      record->fields[i] = g_strdup_printf ("field %d", i);
    }
  g_set_str (&record->fields[MPS_CONTACT_COUNTRY], "JP");
  record->revision = 5;
  mps_fleet_add_contact (fleet, record);
  copy = mps_fleet_dup_contact (fleet, 0);
  g_assert_cmpint (copy->id, ==, 8);
  g_assert_cmpint (copy->organization, ==, 1);
  g_assert_cmpint (copy->revision, ==, 5);
  for (int i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    g_assert_cmpstr (copy->fields[i], ==, record->fields[i]);
  name = mps_fleet_dup_contact_name (fleet, 0);
  g_assert_cmpstr (name, ==, "山田 太郎");
}

static void
test_find (void)
{
  g_autoptr (MpsFleet) fleet = mps_fleet_new ();
  static const gint64 ids[] = { 3, 4, 5, 9, 10, 200 };

  g_assert_cmpuint (mps_fleet_find_printer (fleet, 1), ==, MPS_NO_ROW);
  g_assert_cmpuint (mps_fleet_find_serial (fleet, "S0003"), ==, MPS_NO_ROW);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    add_printer (fleet, make_printer (ids[i]));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_cmpuint (mps_fleet_find_printer (fleet, ids[i]), ==, i);
  g_assert_cmpuint (mps_fleet_find_printer (fleet, 0), ==, MPS_NO_ROW);
  g_assert_cmpuint (mps_fleet_find_printer (fleet, -5), ==, MPS_NO_ROW);
  g_assert_cmpuint (mps_fleet_find_printer (fleet, 6), ==, MPS_NO_ROW);
  g_assert_cmpuint (mps_fleet_find_printer (fleet, 201), ==, MPS_NO_ROW);
  remove_printer (fleet, 9);
  g_assert_cmpuint (mps_fleet_find_printer (fleet, 9), ==, MPS_NO_ROW);
  g_assert_cmpuint (mps_fleet_get_n_printers (fleet), ==, 5);
  g_assert_cmpuint (mps_fleet_get_n_rows (fleet), ==, 6);
}

static void
test_find_serial (void)
{
  g_autoptr (MpsFleet) fleet = make_fleet (100);
  MpsPrinterRecord *record = make_printer (7);

  g_assert_cmpuint (mps_fleet_find_serial (fleet, "S0007"), ==, 6);
  g_assert_cmpuint (mps_fleet_find_serial (fleet, "s0007"), ==, MPS_NO_ROW);
  g_assert_cmpuint (mps_fleet_find_serial (fleet, ""), ==, MPS_NO_ROW);

  g_set_str (&record->serial, "NEW");
  apply_printer (fleet, record);
  g_assert_cmpuint (mps_fleet_find_serial (fleet, "S0007"), ==, MPS_NO_ROW);
  g_assert_cmpuint (mps_fleet_find_serial (fleet, "NEW"), ==, 6);
  remove_printer (fleet, 8);
  g_assert_cmpuint (mps_fleet_find_serial (fleet, "S0008"), ==, MPS_NO_ROW);
  for (gint64 id = 101; id < 1000; id++)
    apply_printer (fleet, make_printer (id));
  g_assert_cmpuint (mps_fleet_find_serial (fleet, "S0999"), ==, 998);
  g_assert_cmpuint (mps_fleet_find_serial (fleet, "S0100"), ==, 99);
  g_assert_cmpuint (mps_fleet_find_serial (fleet, "NEW"), ==, 6);
}

static void
test_apply (void)
{
  g_autoptr (MpsFleet) fleet = make_fleet (3);
  GString *log = watch (fleet);
  g_autoptr (MpsChanges) changes = mps_changes_new ();
  const gint64 removed = 2, unknown = 77;

  mps_fleet_apply (fleet, changes);
  assert_log (log, "");

  /* New ones in any order, and one that is named twice. */
  g_ptr_array_add (changes->printers, make_printer (6));
  g_ptr_array_add (changes->printers, make_printer (1));
  g_ptr_array_add (changes->printers, make_printer (5));
  g_ptr_array_add (changes->printers, make_printer (5));
  g_array_append_val (changes->removed_printers, removed);
  g_array_append_val (changes->removed_printers, unknown);
  mps_fleet_apply (fleet, changes);
  assert_log (log, "printers 0 1 3 4");
  g_assert_cmpuint (mps_fleet_get_n_printers (fleet), ==, 4);
  g_assert_cmpuint (mps_fleet_find_printer (fleet, 6), ==, 4);
  g_string_free (log, TRUE);
}

static void
test_contact_counts (void)
{
  g_autoptr (MpsFleet) fleet = make_fleet (3);
  GString *log = watch (fleet);
  MpsPrinterRecord *record = make_printer (2);

  add_contact (fleet, make_contact (1, "Ann", "Jones"));
  add_contact (fleet, make_contact (2, "Bob", "Smith"));
  g_assert_cmpuint (mps_fleet_get_contact_printers (fleet, 0), ==, 0);

  record->contact = 2;
  apply_printer (fleet, record);
  assert_log (log, "contacts 1; printers 1");
  g_assert_cmpuint (mps_fleet_get_contact_printers (fleet, 1), ==, 1);

  record = make_printer (2);
  record->contact = 1;
  apply_printer (fleet, record);
  assert_log (log, "contacts 0 1; printers 1");
  record = make_printer (2);
  record->contact = 1;
  apply_printer (fleet, record);
  assert_log (log, "printers 1");
  g_assert_cmpuint (mps_fleet_get_contact_printers (fleet, 0), ==, 1);
  g_assert_cmpuint (mps_fleet_get_contact_printers (fleet, 1), ==, 0);

  remove_printer (fleet, 2);
  assert_log (log, "contacts 0; printers 1");
  g_assert_cmpuint (mps_fleet_get_contact_printers (fleet, 0), ==, 0);
  g_string_free (log, TRUE);
}

/* The store loads contacts and printers in whichever order it likes. */
static void
test_counts_of_loaded (void)
{
  g_autoptr (MpsFleet) fleet = mps_fleet_new ();
  MpsPrinterRecord *record = make_printer (1);

  record->contact = 9;
  add_printer (fleet, record);
  add_contact (fleet, make_contact (9, "Ann", "Jones"));
  g_assert_cmpuint (mps_fleet_get_contact_printers (fleet, 0), ==, 1);
  record = make_printer (2);
  record->contact = 9;
  add_printer (fleet, record);
  g_assert_cmpuint (mps_fleet_get_contact_printers (fleet, 0), ==, 2);
}

static void
test_evaluator (void)
{
  g_autoptr (MpsFleet) fleet = make_fleet (5);
  GString *log = watch (fleet);
  guint n_evaluated = 0;

  mps_fleet_set_evaluator (fleet, evaluate, &n_evaluated, NULL);
  g_assert_cmpuint (n_evaluated, ==, 5);
  assert_log (log, "printers all");
  apply_printer (fleet, make_printer (2));
  g_assert_cmpuint (n_evaluated, ==, 6);
  assert_log (log, "printers 1");
  apply_contact (fleet, make_contact (1, "Ann", "Jones"));
  g_assert_cmpuint (n_evaluated, ==, 6);
  assert_log (log, "contacts 0");
  mps_fleet_reevaluate (fleet);
  g_assert_cmpuint (n_evaluated, ==, 11);
  assert_log (log, "printers all");
  g_string_free (log, TRUE);
}

static void
test_agents (void)
{
  g_autoptr (MpsFleet) fleet = mps_fleet_new ();
  g_autoptr (GPtrArray) agents = make_agents ("1.2.9");
  g_autoptr (MpsChanges) same = mps_changes_new ();
  g_autoptr (MpsChanges) newer = mps_changes_new ();
  guint n_evaluated = 0;
  GString *log;

  mps_fleet_set_agents (fleet, agents);
  for (gint64 id = 1; id <= 4; id++)
    {
      MpsPrinterRecord *record = make_printer (id);

      record->agent = id % 2 + 1;
      add_printer (fleet, record);
    }
  mps_fleet_set_evaluator (fleet, evaluate, &n_evaluated, NULL);
  g_assert_cmpuint (mps_fleet_get_mask (fleet, 1), !=, 0);
  log = watch (fleet);

  same->agents = make_agents ("1.2.9");
  mps_fleet_apply (fleet, same);
  assert_log (log, "agents");
  g_assert_cmpuint (n_evaluated, ==, 4);

  newer->agents = make_agents ("1.3.0");
  mps_fleet_apply (fleet, newer);
  assert_log (log, "agents; printers 1 3");
  g_assert_cmpuint (n_evaluated, ==, 6);
  g_assert_cmpuint (mps_fleet_get_mask (fleet, 1), ==, 0);
  g_assert_cmpstr (mps_fleet_find_agent (fleet, 1)->version, ==, "1.3.0");
  g_assert_null (mps_fleet_find_agent (fleet, 3));
  g_assert_cmpuint (mps_fleet_get_n_agent_numbers (fleet), ==, 3);
  g_string_free (log, TRUE);
}

static void
test_organizations (void)
{
  g_autoptr (MpsFleet) fleet = mps_fleet_new ();
  g_autoptr (MpsChanges) changes = mps_changes_new ();
  GString *log = watch (fleet);
  MpsOrganizationRecord *record = mps_organization_record_new ();

  record->id = 4;
  changes->organizations
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mps_organization_record_free);
  g_ptr_array_add (changes->organizations, record);
  mps_fleet_apply (fleet, changes);
  assert_log (log, "organizations");
  g_assert_true (mps_fleet_find_organization (fleet, 4) == record);
  g_assert_null (mps_fleet_find_organization (fleet, 0));
  g_string_free (log, TRUE);
}

static void
test_replace (void)
{
  g_autoptr (MpsFleet) fleet = make_fleet (5);
  MpsFleet *loaded = make_fleet (2);
  GString *log;
  guint n_evaluated = 0;

  mps_fleet_set_evaluator (fleet, evaluate, &n_evaluated, NULL);
  log = watch (fleet);
  add_contact (loaded, make_contact (1, "Ann", "Jones"));
  mps_fleet_replace (fleet, loaded);
  g_assert_finalize_object (loaded);
  assert_log (log, "printers all; contacts all; agents; organizations");
  g_assert_cmpuint (n_evaluated, ==, 7);
  g_assert_cmpuint (mps_fleet_get_n_printers (fleet), ==, 2);
  g_assert_cmpuint (mps_fleet_get_n_contacts (fleet), ==, 1);
  g_assert_cmpuint (mps_fleet_find_serial (fleet, "S0005"), ==, MPS_NO_ROW);
  apply_printer (fleet, make_printer (3));
  assert_log (log, "printers 2");
  g_string_free (log, TRUE);
}

/* Texts that change over and over must not take more memory over and over. */
static void
test_changed_texts (void)
{
  g_autoptr (MpsFleet) fleet = make_fleet (50);
  const MpsTextBlock *block = fleet->printers.texts.blocks;
  const guint32 size = block->allocated;

  apply_printer (fleet, make_printer (1));
  g_assert_cmpuint (block->allocated, ==, size);
  remove_printer (fleet, 50);
  for (guint i = 0; i < 20000; i++)
    {
      MpsPrinterRecord *record = make_printer (i % 49 + 1);

      g_free (record->host_name);
      record->host_name = g_strdup_printf ("%s%u", i % 3 ? "host" : "ホスト", i);
      apply_printer (fleet, record);
    }
  g_assert_cmpuint (block->allocated, ==, size);
  for (guint32 row = 0; row < 49; row++)
    {
      g_autofree char *serial = g_strdup_printf ("S%04u", row + 1);

      g_assert_cmpstr (mps_fleet_get_serial (fleet, row), ==, serial);
      g_assert_cmpuint (mps_fleet_find_serial (fleet, serial), ==, row);
    }
  g_assert_cmpstr (mps_fleet_get_serial (fleet, 49), ==, "");
}

static void
test_names_of_contacts (void)
{
  g_autoptr (MpsFleet) fleet = mps_fleet_new ();
  g_autoptr (MpsChanges) removal = mps_changes_new ();
  GString *log = watch (fleet);
  const gint64 id = 1;

  apply_contact (fleet, make_contact (1, "Ann", "Jones"));
  apply_contact (fleet, make_contact (2, "Bob", "Smith"));
  apply_contact (fleet, make_contact (1, "Ann", "Miller"));
  assert_log (log, "contacts 0; contacts 1; contacts 0");
  g_assert_cmpstr (mps_fleet_get_contact_field (fleet, 0, MPS_CONTACT_LAST_NAME), ==, "Miller");
  g_array_append_val (removal->removed_contacts, id);
  mps_fleet_apply (fleet, removal);
  assert_log (log, "contacts 0");
  g_assert_cmpuint (mps_fleet_find_contact (fleet, 1), ==, MPS_NO_ROW);
  g_assert_cmpuint (mps_fleet_find_contact (fleet, 2), ==, 1);
  g_assert_cmpuint (mps_fleet_get_n_contacts (fleet), ==, 1);
  g_string_free (log, TRUE);
}

static void
test_models (void)
{
  g_autoptr (MpsFleet) fleet = make_fleet (3);
  MpsPrinterRecord *record = make_printer (3);

  g_set_str (&record->model, "MX431adn");
  apply_printer (fleet, record);
  g_assert_cmpuint (mps_fleet_get_n_models (fleet), ==, 3);
  g_assert_cmpstr (mps_fleet_get_model_name (fleet, 2), ==, "MX431adn");
}

/* What was found out ahead is forgotten with the first change, since it may not be so any more. */
static void
test_prepare (void)
{
  g_autoptr (MpsFleet) fleet = make_fleet (3);
  g_autofree guint32 *order = NULL;

  mps_fleet_prepare (fleet);
  order = mps_fleet_steal_serial_order (fleet);
  g_assert_cmpuint (order[0], ==, 0);
  g_assert_cmpuint (order[2], ==, 2);
  g_assert_null (mps_fleet_steal_serial_order (fleet));
  mps_fleet_prepare (fleet);
  remove_printer (fleet, 2);
  g_assert_null (mps_fleet_steal_serial_order (fleet));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fleet/printer", test_printer);
  g_test_add_func ("/fleet/contact", test_contact);
  g_test_add_func ("/fleet/find", test_find);
  g_test_add_func ("/fleet/find-serial", test_find_serial);
  g_test_add_func ("/fleet/apply", test_apply);
  g_test_add_func ("/fleet/contact-counts", test_contact_counts);
  g_test_add_func ("/fleet/counts-of-loaded", test_counts_of_loaded);
  g_test_add_func ("/fleet/evaluator", test_evaluator);
  g_test_add_func ("/fleet/agents", test_agents);
  g_test_add_func ("/fleet/organizations", test_organizations);
  g_test_add_func ("/fleet/replace", test_replace);
  g_test_add_func ("/fleet/changed-texts", test_changed_texts);
  g_test_add_func ("/fleet/names-of-contacts", test_names_of_contacts);
  g_test_add_func ("/fleet/models", test_models);
  g_test_add_func ("/fleet/prepare", test_prepare);
  return g_test_run ();
}
