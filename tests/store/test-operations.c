/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Thousands of random operations of every kind, from this process and from
 * another connection that does as it likes. After each, what must never happen
 * has not happened; now and then, the picture in memory is what the database
 * says, judged by other means than the program's.
 */

#include "config.h"

#include "store-fixture-rows.h"

#include "fleet/mps-breakdown.h"
#include "fleet/mps-error.h"
#include "store/mps-store-agents.h"

#define N_OPERATIONS 10000
#define N_OPERATIONS_QUICK 2000
#define COMPARE_EVERY 50
#define ANOTHER_WRITES_EVERY 500
#define N_SERIALS 100
#define OPERATIONS_PER_SERIAL 8
#define MAX_AT_ONCE 12

#define POLICY(version, limit, models, agent)                                                      \
  "{ \"format\": \"mps-desk-policy\", \"version\": \"" version "\", \"sample\": true,"             \
  "  \"max_average_pages\": " limit ", \"models\": [ " models " ],"                                \
  "  \"minimum_fleet_agent\": \"" agent "\","                                                      \
  "  \"terms\": { \"version\": \"1\", \"text\": { \"en\": \"Terms\", \"ja\": \"規約\" } } }"

/* Each policy, and what it says in SQL. */
static const struct {
  const char *json;
  const char *unsupported;
  const char *limit;
  const char *outdated;
} policies[] = {
  { POLICY ("1", "5000", "{ \"pattern\": \"CX73*\" }", "1.3.10"), "model NOT LIKE 'CX73%'", "5000",
    "version IN ('1.2', '1.3.9')" },
  { POLICY ("2", "100", "{ \"pattern\": \"CX73*\" }, { \"pattern\": \"MX431adn\" }", "1.3.9"),
    "model NOT LIKE 'CX73%' AND model <> 'MX431adn'", "100", "version = '1.2'" },
};

typedef struct {
  Fixture fixture;
  MpsFleet *fleet;
  GHashTable *held; /* owned: char *serial → MpsManaged, of what was managed or pending */
  guint policy;
  guint n_history;
  guint n_acceptances;
  gint64 last_assignment;
  gboolean answered;
  int first_serial; /* goes up, as printers that are managed stay */
} World;

static int
pick_serial (World *self)
{
  return self->first_serial + g_test_rand_int_range (0, N_SERIALS);
}

static char *
dup_serials (World *self, GString *text)
{
  guint n = (guint) g_test_rand_int_range (1, MAX_AT_ONCE);

  g_string_truncate (text, 0);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%sS%d", i > 0 ? " " : "", pick_serial (self));
  return text->str;
}

#define pick(list) (list[g_test_rand_int_range (0, G_N_ELEMENTS (list))])

static void
do_import (World *self)
{
  static const char *const models[] = { "CX730de", "CX735adse", "MX431adn", "B2236dw" };
  static const char *const pages[] = { "", "0", "99", "101", "4999", "5001" };
  static const char *const agents[] = { "", "Tokyo", "Osaka", "Nara" };
  static const char *const versions[] = { "1.2", "1.3.9", "1.3.10", "1.10" };
  static const char *const states[]
      = { "none", "none", "none", "none", "none", "failed", "pending", "managed" };
  g_autoptr (GString) list = g_string_new ("serial|model|ip|pages|managed|agent|version");
  g_autoptr (MpsPrinterImport) import = NULL;
  guint n = (guint) g_test_rand_int_range (1, MAX_AT_ONCE);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (list, "\nS%d|%s|192.0.2.%d|%s|%s|%s|%s", pick_serial (self),
                            pick (models), g_test_rand_int_range (1, 255), pick (pages),
                            pick (states), pick (agents), pick (versions));
  import = import_list (self->fixture.store, list->str);
}

static gint64
pick_id (World *self, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s ORDER BY id * %d %% 101 LIMIT 1",
                                          table, g_test_rand_int_range (1, 101));
  g_autofree char *id = query_sql (self->fixture.path, sql);

  return g_ascii_strtoll (id, NULL, 10);
}

static void
do_add_contact (World *self)
{
  g_autofree char *name = g_strdup_printf ("N%d", g_test_rand_int_range (0, 1 << 30));

  add_contact (self->fixture.store, name);
}

static void
do_delete_contact (World *self)
{
  gint64 contact = pick_id (self, "contacts");
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) deleted = NULL;
  g_autoptr (GArray) refused = NULL;
  g_autofree char *sql
      = g_strdup_printf ("SELECT count (*) FROM printers WHERE contact = %d", (int) contact);
  g_autofree char *printers = query_sql (self->fixture.path, sql);

  mps_store_delete_contacts_async (self->fixture.store, DEFAULT_ORGANIZATION, &contact, 1, NULL,
                                   on_result, &result);
  g_assert_true (mps_store_delete_contacts_finish (self->fixture.store, wait_for (&result),
                                                   &deleted, &refused, NULL));
  g_assert_cmpuint (deleted->len, ==, contact && g_str_equal (printers, "0") ? 1 : 0);
}

static void
do_assign (World *self)
{
  g_autoptr (GString) serials = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsTask) task = assign (self->fixture.store, pick_id (self, "contacts"),
                                     dup_serials (self, serials), &error);

  if (task)
    self->last_assignment = mps_task_get_id (task);
}

static void
do_undo_assignment (World *self)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsTask) task = NULL;

  if (self->last_assignment == 0)
    return;
  mps_store_undo_assignment_async (self->fixture.store, self->last_assignment, NULL, NULL,
                                   on_result, &result);
  task = mps_store_undo_assignment_finish (self->fixture.store, wait_for (&result), NULL);
}

/* The rule as SQL would have it: the nine masks, as the program writes them. */
static char *
dup_rule (World *self)
{
  return g_strdup_printf (
      "SELECT serial, managed, model, CASE"
      "  WHEN managed = 2 THEN 'already-managed' WHEN managed = 1 THEN 'management-pending'"
      "  WHEN managed = 3 THEN 'registration-failed' WHEN %s THEN 'unsupported-model'"
      "  ELSE trim (CASE WHEN average_pages IS NULL THEN 'pages-unknown '"
      "                  WHEN average_pages > %s THEN 'pages-over-limit ' ELSE '' END"
      "          || CASE WHEN contact IS NULL THEN 'no-contact ' ELSE '' END"
      "          || CASE WHEN agents.kind = 0 AND (%s) THEN 'agent-outdated' ELSE '' END)"
      "  END AS statuses FROM printers LEFT JOIN agents ON agents.id = printers.agent",
      policies[self->policy].unsupported, policies[self->policy].limit,
      policies[self->policy].outdated);
}

static char *
dup_eligible (World *self)
{
  g_autofree char *rule = dup_rule (self);
  g_autofree char *sql
      = g_strdup_printf ("SELECT ' ' || ifnull (group_concat (serial, ' '), '') || ' ' "
                         "FROM (%s) WHERE statuses = ''",
                         rule);

  return query_sql (self->fixture.path, sql);
}

static void
do_enroll (World *self)
{
  g_autoptr (GString) serials = g_string_new (NULL);
  g_autofree char *eligible = dup_eligible (self);
  g_autoptr (MpsTask) task = enroll (self->fixture.store, dup_serials (self, serials), NULL);
  GPtrArray *items = task ? mps_task_get_items (task) : NULL;

  for (guint i = 0; items && i < items->len; i++)
    {
      const MpsTaskItem *item = items->pdata[i];
      g_autofree char *word = g_strdup_printf (" %s ", item->item);

      g_assert_true (g_str_equal (item->outcome, "done") == (strstr (eligible, word) != NULL));
    }
}

static void
do_unenroll (World *self)
{
  g_autoptr (GString) serials = g_string_new (NULL);
  g_autoptr (MpsTask) task = unenroll (self->fixture.store, dup_serials (self, serials), NULL);
}

/* Answers to some that wait for one, and to some that don't. */
static void
do_answer (World *self)
{
  g_autoptr (GPtrArray) items
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mps_answer_item_free);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsAnswerImport) import = NULL;
  g_autofree char *asked
      = query_sql (self->fixture.path, "SELECT uuid, serial FROM request_printers JOIN requests "
                                       "ON requests.id = request ORDER BY random () LIMIT 5");
  g_auto (GStrv) lines = g_strsplit (asked, "\n", -1);

  for (char **line = lines; *line && **line; line++)
    {
      g_auto (GStrv) parts = g_strsplit (*line, "|", 2);
      MpsAnswerItem *item = mps_answer_item_new ();

      g_set_str (&item->request, parts[0]);
      g_set_str (&item->serial, parts[1]);
      item->registered = g_test_rand_int_range (0, 2);
      g_set_str (&item->reason, item->registered ? "" : "No.");
      g_ptr_array_add (items, item);
    }
  mps_store_import_answer_async (self->fixture.store, DEFAULT_ORGANIZATION, items, "answer.json",
                                 NULL, NULL, on_result, &result);
  import = mps_store_import_answer_finish (self->fixture.store, wait_for (&result), NULL);
  self->answered = TRUE;
}

static void
do_agent (World *self)
{
  static const MpsAgentChange changes[]
      = { MPS_AGENT_ACTIVATE, MPS_AGENT_DEACTIVATE, MPS_AGENT_DELETE };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsTask) task = NULL;

  mps_store_change_agent_async (self->fixture.store, DEFAULT_ORGANIZATION, pick_id (self, "agents"),
                                pick (changes), NULL, NULL, on_result, &result);
  task = mps_store_change_agent_finish (self->fixture.store, wait_for (&result), NULL);
}

static void
do_addresses (World *self)
{
  static const char *const addresses[][2]
      = { { "192.0.2.0/25", NULL }, { "192.0.2.100-200", NULL }, { "192.0.2.7", NULL } };
  static const MpsAddressChange changes[]
      = { MPS_ADDRESS_INCLUDE, MPS_ADDRESS_INCLUDE, MPS_ADDRESS_EXCLUDE, MPS_ADDRESS_REMOVE };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsTask) task = NULL;

  mps_store_change_addresses_async (self->fixture.store, DEFAULT_ORGANIZATION,
                                    pick_id (self, "agents"), pick (changes), pick (addresses),
                                    NULL, NULL, on_result, &result);
  task = mps_store_change_addresses_finish (self->fixture.store, wait_for (&result), NULL);
}

static void
load_policy (World *self, guint number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsPolicy) policy = mps_policy_new_from_json (policies[number].json, -1, &error);
  g_autoptr (GAsyncResult) result = NULL;

  g_assert_no_error (error);
  mps_store_load_policy_async (self->fixture.store, policy, NULL, on_result, &result);
  g_assert_true (mps_store_load_policy_finish (self->fixture.store, wait_for (&result), &error));
  self->policy = number;
}

static void
do_policy (World *self)
{
  load_policy (self, (guint) g_test_rand_int_range (0, G_N_ELEMENTS (policies)));
}

/* Another program tries what it may not. */
static void
do_attack (World *self)
{
  static const char *const statements[] = {
    "UPDATE printers SET managed = 2 WHERE reported = 0",
    "UPDATE printers SET managed = 1 WHERE managed = 0 AND reported = 0",
    "UPDATE printers SET managed = 0 WHERE managed = 2",
    "DELETE FROM printers WHERE managed = 1",
    "DELETE FROM contacts WHERE id IN (SELECT contact FROM printers)",
    "DELETE FROM history",
    "UPDATE acceptances SET who = 'x'",
    "UPDATE organizations SET entitled = 0",
  };
  g_autofree char *message = run_sql (self->fixture.path, pick (statements));
}

static void (*const operations[]) (World *self) = {
  do_import, do_import,          do_add_contact, do_delete_contact, do_assign,   do_assign,
  do_assign, do_undo_assignment, do_enroll,      do_enroll,         do_unenroll, do_answer,
  do_agent,  do_addresses,       do_policy,      do_attack,
};

static guint
count_rows (World *self, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM %s", table);
  g_autofree char *count = query_sql (self->fixture.path, sql);

  return (guint) g_ascii_strtoull (count, NULL, 10);
}

static void
assert_grows (World *self, const char *table, guint *n)
{
  guint now = count_rows (self, table);

  g_assert_cmpuint (now, >=, *n);
  *n = now;
}

static void
assert_still_held (World *self, const char *serial, MpsManaged before, const char *now)
{
  if (now == NULL)
    g_error ("%s was managed or pending and is gone", serial);
  if (atoi (now) == MPS_MANAGED_MANAGED || atoi (now) == (int) before)
    return;
  if (before != MPS_MANAGED_PENDING || atoi (now) != MPS_MANAGED_FAILED || !self->answered)
    g_error ("%s went from %s to %s", serial, mps_managed_get_id (before),
             mps_managed_get_id ((MpsManaged) atoi (now)));
}

/* What was managed or pending before is so still. */
static void
assert_held (World *self)
{
  g_autofree char *rows = query_sql (self->fixture.path, "SELECT serial, managed FROM printers");
  g_auto (GStrv) lines = g_strsplit_set (rows, "|\n", -1);
  g_autoptr (GHashTable) now = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer serial, managed;

  for (char **cell = lines; cell[0] && cell[1]; cell += 2)
    g_hash_table_insert (now, cell[0], cell[1]);
  g_hash_table_iter_init (&iter, self->held);
  while (g_hash_table_iter_next (&iter, &serial, &managed))
    assert_still_held (self, serial, GPOINTER_TO_UINT (managed), g_hash_table_lookup (now, serial));
  g_hash_table_remove_all (self->held);
  for (char **cell = lines; cell[0] && cell[1]; cell += 2)
    if (mps_managed_is_protected ((MpsManaged) atoi (cell[1])))
      g_hash_table_insert (self->held, g_strdup (cell[0]), GUINT_TO_POINTER (atoi (cell[1])));
}

/* Nothing was added without a request, and no request is there without an acceptance. */
static void
assert_evidence (World *self)
{
  assert_query (self->fixture.path,
                "SELECT serial FROM printers WHERE managed IN (1, 2) AND reported = 0"
                "  AND NOT EXISTS (SELECT 1 FROM request_printers"
                "                  JOIN requests ON requests.id = request"
                "                  JOIN acceptances ON acceptances.id = acceptance"
                "                  WHERE printer = printers.id AND request = printers.request)",
                "");
  assert_grows (self, "history", &self->n_history);
  assert_grows (self, "acceptances", &self->n_acceptances);
}

static char *
dup_picture (MpsFleet *fleet)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint32 row = 0; row < mps_fleet_get_n_rows (fleet); row++)
    {
      g_autoptr (GString) line = NULL;

      if (!mps_fleet_is_alive (fleet, row))
        continue;
      line = g_string_new (mps_fleet_get_serial (fleet, row));
      for (int status = MPS_STATUS_ALREADY_MANAGED; status < MPS_N_STATUSES; status++)
        if (mps_status_mask_has (mps_fleet_get_mask (fleet, row), status))
          g_string_append_printf (line, " %s", mps_status_get_id (status));
      g_ptr_array_add (lines, g_string_free_and_steal (g_steal_pointer (&line)));
    }
  g_ptr_array_sort_values (lines, (GCompareFunc) strcmp);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
assert_counts (MpsFleet *live, MpsFleet *fresh)
{
  g_autoptr (MpsBreakdown) one = mps_breakdown_new (live, NULL, 0);
  g_autoptr (MpsBreakdown) other = mps_breakdown_new (fresh, NULL, 0);

  for (int status = 0; status < MPS_N_STATUSES; status++)
    g_assert_cmpuint (mps_breakdown_get_count (one, status), ==,
                      mps_breakdown_get_count (other, status));
}

static void
on_printers_changed (MpsFleet *fleet, gpointer rows, guint n_rows, gboolean *reloaded)
{
  *reloaded = *reloaded || rows == NULL;
}

/* Another program does what it may, and the window sees it a little later. */
static void
let_another_write (World *self)
{
  static const char *const statements[] = {
    "UPDATE printers SET average_pages = abs (random () % 9999) WHERE id % 7 = 1",
    "UPDATE printers SET contact = NULL WHERE managed = 0 AND id % 5 = 1",
    "DELETE FROM printers WHERE managed = 0 AND id % 11 = 1",
    "DELETE FROM contacts WHERE id NOT IN (SELECT contact FROM printers WHERE contact NOT NULL)",
  };
  gboolean reloaded = FALSE;
  gulong handler = g_signal_connect (self->fleet, "printers-changed",
                                     G_CALLBACK (on_printers_changed), &reloaded);

  g_assert_null (run_sql (self->fixture.path, pick (statements)));
  g_assert_null (run_sql (self->fixture.path, "UPDATE tasks SET message = random () WHERE id = 1"));
  while (!reloaded)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (self->fleet, handler);
}

static void
assert_picture (World *self)
{
  g_autoptr (MpsFleet) fresh = NULL;
  g_autofree char *rule = dup_rule (self);
  g_autofree char *sql
      = g_strdup_printf ("SELECT trim (serial || ' ' || statuses) FROM (%s) ORDER BY 1", rule);
  g_autofree char *expected = query_sql (self->fixture.path, sql);
  g_autofree char *live = NULL, *loaded = NULL;

  fresh = load_fleet (self->fixture.store);
  live = dup_picture (self->fleet);
  loaded = dup_picture (fresh);
  g_assert_cmpstr (loaded, ==, expected);
  g_assert_cmpstr (live, ==, expected);
  assert_counts (self->fleet, fresh);
}

static void
set_up (World *self, gconstpointer data)
{
  fixture_set_up (&self->fixture, data);
  entitle (self->fixture.store);
  self->fleet = load_fleet (self->fixture.store);
  self->held = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  load_policy (self, 0);
}

static void
tear_down (World *self, gconstpointer data)
{
  g_clear_object (&self->fleet);
  g_hash_table_unref (self->held);
  fixture_tear_down (&self->fixture, data);
}

static void
test_random (World *self, gconstpointer data)
{
  const guint n = g_test_slow () ? N_OPERATIONS : N_OPERATIONS_QUICK;

  for (guint i = 0; i < n; i++)
    {
      self->answered = FALSE;
      self->first_serial = (int) i / OPERATIONS_PER_SERIAL;
      pick (operations) (self);
      assert_held (self);
      if (i % ANOTHER_WRITES_EVERY == 0)
        let_another_write (self);
      if (i % COMPARE_EVERY > 0)
        continue;
      assert_evidence (self);
      assert_picture (self);
    }
  assert_query (self->fixture.path, "PRAGMA integrity_check", "ok");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/operations/random", World, NULL, set_up, test_random, tear_down);
  return g_test_run ();
}
