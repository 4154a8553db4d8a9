/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture-rows.h"

/* What is pending stays so, and what is deleted is gone: so that there is always something left to
 * happen, the printers that are spoken of are new ones little by little, and so are the contacts.
 */
#define N_SERIALS 60
static int first_serial;
static int n_contacts;

/* What a printer is, whatever its row: so that two pictures can be compared. */
static char *
describe_printer (MpsFleet *fleet, guint32 row)
{
  return g_strdup_printf (
      "%s %s org %d contact %d agent %d pages %d managed %d communicating %d mask %d",
      mps_fleet_get_serial (fleet, row), mps_fleet_get_model (fleet, row),
      (int) mps_fleet_get_organization (fleet, row), (int) mps_fleet_get_contact (fleet, row),
      (int) mps_fleet_get_agent (fleet, row), mps_fleet_get_average_pages (fleet, row),
      mps_fleet_get_managed (fleet, row), mps_fleet_get_communicating (fleet, row),
      mps_fleet_get_mask (fleet, row));
}

static char *
describe_contact (MpsFleet *fleet, guint32 row)
{
  return g_strdup_printf ("contact %d revision %d %s printers %u",
                          (int) mps_fleet_get_contact_id (fleet, row),
                          (int) mps_fleet_get_contact_revision (fleet, row),
                          mps_fleet_get_contact_field (fleet, row, MPS_CONTACT_FIRST_NAME),
                          mps_fleet_get_contact_printers (fleet, row));
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (a, b);
}

static char *
describe (MpsFleet *fleet)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);

  for (guint row = 0; row < mps_fleet_get_n_rows (fleet); row++)
    if (mps_fleet_is_alive (fleet, row))
      g_ptr_array_add (lines, describe_printer (fleet, row));
  for (guint row = 0; row < mps_fleet_get_n_contact_rows (fleet); row++)
    if (mps_fleet_is_contact_alive (fleet, row))
      g_ptr_array_add (lines, describe_contact (fleet, row));
  g_ptr_array_sort_values (lines, compare_texts);
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "%s\n", (char *) g_ptr_array_index (lines, i));
  g_string_append_printf (text, "%u printers, %u agents, %u organizations",
                          mps_fleet_get_n_printers (fleet), mps_fleet_get_agents (fleet)->len,
                          mps_fleet_get_organizations (fleet)->len);
  return g_string_free_and_steal (text);
}

static void
assert_equals_fresh (MpsStore *store, MpsFleet *fleet)
{
  g_autoptr (MpsFleet) fresh = load_fleet (store);
  g_autofree char *found = describe (fleet);
  g_autofree char *expected = describe (fresh);

  g_assert_cmpstr (found, ==, expected);
}

static char *
random_serials (void)
{
  GString *serials = g_string_new (NULL);
  int n = g_test_rand_int_range (1, 10);

  for (int i = 0; i < n; i++)
    g_string_append_printf (serials, "%sS%d", i > 0 ? " " : "",
                            first_serial + g_test_rand_int_range (0, N_SERIALS));
  return g_string_free_and_steal (serials);
}

/* Seldom, because there is no way back from it. */
static const char *
random_state (void)
{
  switch (g_test_rand_int_range (0, 50))
    {
    case 0:
      return "pending";
    case 1:
      return "failed";
    default:
      return "none";
    }
}

static void
import_random (MpsStore *store)
{
  static const char *const models[] = { "CX730de", "MX431adn", "Typewriter", "複合機" };
  g_autoptr (GString) text = g_string_new ("serial|model|pages|agent|version|managed");
  g_autoptr (MpsPrinterImport) import = NULL;
  int n = g_test_rand_int_range (1, 12);

  for (int i = 0; i < n; i++)
    g_string_append_printf (
        text, "\nS%d|%s|%d|Agent %d|%d.0|%s", first_serial + g_test_rand_int_range (0, N_SERIALS),
        models[g_test_rand_int_range (0, G_N_ELEMENTS (models))], g_test_rand_int_range (0, 4000),
        g_test_rand_int_range (0, 4), g_test_rand_int_range (1, 4), random_state ());
  import = import_list (store, text->str);
}

static void
assign_random (MpsStore *store)
{
  g_autofree char *serials = random_serials ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsTask) task
      = assign (store, g_test_rand_int_range (1, n_contacts + 2), serials, &error);
}

static void
enroll_random (MpsStore *store)
{
  g_autofree char *serials = random_serials ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsTask) task = enroll (store, serials, &error);
}

static void
unenroll_random (MpsStore *store)
{
  g_autofree char *serials = random_serials ();
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsTask) task = unenroll (store, serials, &error);
}

static GPtrArray *
delete_one (MpsStore *store, gint64 contact)
{
  g_autoptr (GAsyncResult) result = NULL;
  GPtrArray *deleted = NULL;

  mps_store_delete_contacts_async (store, 0, &contact, 1, NULL, on_result, &result);
  g_assert_true (
      mps_store_delete_contacts_finish (store, wait_for (&result), &deleted, NULL, NULL));
  return deleted;
}

static void
restore (MpsStore *store, GPtrArray *deleted)
{
  g_autoptr (GAsyncResult) result = NULL;
  guint n_restored;

  mps_store_restore_contacts_async (store, deleted, NULL, on_result, &result);
  g_assert_true (mps_store_restore_contacts_finish (store, wait_for (&result), &n_restored, NULL));
  g_assert_cmpuint (n_restored, ==, deleted->len);
}

static void
delete_random (MpsStore *store)
{
  g_autoptr (GPtrArray) deleted = delete_one (store, g_test_rand_int_range (1, n_contacts + 2));
}

static void
restore_random (MpsStore *store)
{
  g_autoptr (GPtrArray) deleted = delete_one (store, g_test_rand_int_range (1, n_contacts + 2));

  restore (store, deleted);
}

static void
add_next_contact (MpsStore *store)
{
  g_autofree char *name = g_strdup_printf ("%d", n_contacts++);

  add_contact (store, name);
}

/*
 * However printers and contacts change, the picture that followed is the one
 * that is loaded anew: the same columns, statuses and counts. The seed is
 * printed by g_test, and --seed repeats it.
 */
static void
test_follows (Fixture *self, gconstpointer data)
{
  static void (*const operations[]) (MpsStore *store)
      = { import_random, import_random,   assign_random, assign_random,  assign_random,
          enroll_random, unenroll_random, delete_random, restore_random, add_next_contact };
  guint n_operations = g_test_slow () ? 10000 : 300;
  g_autofree char *summary = NULL;
  g_autoptr (MpsFleet) fleet = NULL;

  first_serial = n_contacts = 0;
  entitle (self->store);
  fleet = load_fleet (self->store);
  for (guint i = 0; i < n_operations; i++)
    {
      first_serial = (int) i / 8;
      operations[g_test_rand_int_range (0, G_N_ELEMENTS (operations))](self->store);
      if (i % 20 == 0)
        assert_equals_fresh (self->store, fleet);
    }
  assert_equals_fresh (self->store, fleet);
  assert_query (self->path,
                "SELECT count (*) FROM printers WHERE managed = 1 AND reported = 0 "
                "AND request IS NULL",
                "0");
  summary = query_sql (self->path, "SELECT kind, count (*), sum (done), sum (failed) FROM tasks "
                                   "GROUP BY kind");
  g_test_message ("kind of task, how many, done and failed items:\n%s", summary);
  /* In so many, something of each kind did happen. */
  if (g_test_slow ())
    assert_query (self->path,
                  "SELECT count (DISTINCT act) > 2, (SELECT count (*) > 0 FROM acceptances), "
                  "(SELECT max (id) > count (*) FROM contacts) FROM history",
                  "1|1|1");
}

static void
on_changed (MpsStore *store, MpsChanges *changes, gboolean *reload)
{
  *reload = *reload || changes->reload;
}

static void
on_printers_changed (MpsFleet *fleet, gpointer rows, guint n_rows, guint *n_signals)
{
  *n_signals += 1;
}

/* What another process writes is seen, without being told. */
static void
test_two_stores (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsStore) other = open_store (self->path, MPS_STORE_OPEN_EXISTING, &error);
  g_autoptr (MpsFleet) fleet = load_fleet (self->store);
  g_autoptr (MpsPrinterImport) import = NULL;
  gboolean reload = FALSE;
  guint n_signals = 0;

  g_assert_no_error (error);
  g_signal_connect (self->store, "changed", G_CALLBACK (on_changed), &reload);
  g_signal_connect (fleet, "printers-changed", G_CALLBACK (on_printers_changed), &n_signals);
  import = import_list (other, "serial|model\nA|CX730de\nB|CX730de");
  while (mps_fleet_get_n_printers (fleet) < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (reload);
  g_assert_cmpuint (n_signals, >, 0);
  assert_equals_fresh (self->store, fleet);
}

/* More than is worth naming is loaded again. */
static void
test_many (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("serial|model");
  g_autoptr (MpsFleet) fleet = load_fleet (self->store);
  g_autoptr (MpsPrinterImport) import = NULL;
  gboolean reload = FALSE;

  for (guint i = 0; i <= 50000; i++)
    g_string_append_printf (text, "\nS%u|CX730de", i);
  g_signal_connect (self->store, "changed", G_CALLBACK (on_changed), &reload);
  import = import_list (self->store, text->str);
  g_assert_true (reload);
  while (mps_fleet_get_n_printers (fleet) < 50001)
    g_main_context_iteration (NULL, TRUE);
}

/* A picture that was loaded meanwhile has no room for a contact that comes back. */
static void
test_restored (Fixture *self, gconstpointer data)
{
  const gint64 first = add_contact (self->store, "a"), second = add_contact (self->store, "b");
  g_autoptr (MpsFleet) old = load_fleet (self->store);
  g_autoptr (GPtrArray) deleted = delete_one (self->store, first);
  g_autoptr (MpsFleet) fresh = load_fleet (self->store);

  g_assert_cmpuint (mps_fleet_find_contact (fresh, second), ==, 0);
  restore (self->store, deleted);
  g_assert_cmpuint (mps_fleet_find_contact (old, first), ==, 0);
  while (mps_fleet_get_n_contacts (fresh) < 2)
    g_main_context_iteration (NULL, TRUE);
  assert_equals_fresh (self->store, old);
  assert_equals_fresh (self->store, fresh);
}

/* The fleet goes when nobody holds it, and the store does not mind. */
static void
test_dropped (Fixture *self, gconstpointer data)
{
  MpsFleet *fleet = load_fleet (self->store);
  g_autoptr (MpsPrinterImport) import = NULL;

  g_assert_finalize_object (fleet);
  import = import_list (self->store, "serial|model\nA|CX730de");
  g_assert_cmpuint (import->created, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/picture/follows", test_follows);
  fixture_add ("/store/picture/two-stores", test_two_stores);
  fixture_add ("/store/picture/many", test_many);
  fixture_add ("/store/picture/restored", test_restored);
  fixture_add ("/store/picture/dropped", test_dropped);
  return g_test_run ();
}
