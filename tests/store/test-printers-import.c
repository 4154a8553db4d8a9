/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture-rows.h"

static void
assert_counts (MpsPrinterImport *import, guint created, guint updated, guint unchanged,
               guint rejected)
{
  g_assert_cmpuint (import->created, ==, created);
  g_assert_cmpuint (import->updated, ==, updated);
  g_assert_cmpuint (import->unchanged, ==, unchanged);
  g_assert_cmpuint (import->rejected, ==, rejected);
  g_assert_cmpuint (import->rows, ==, created + updated + unchanged + rejected);
}

static void
import_and_expect (Fixture *self, const char *text, guint created, guint updated, guint unchanged,
                   guint rejected)
{
  g_autoptr (MpsPrinterImport) import = import_list (self->store, text);

  assert_counts (import, created, updated, unchanged, rejected);
}

static void
assert_rejected (Fixture *self, const char *text, const char *column, const char *code)
{
  g_autoptr (MpsPrinterImport) import = import_list (self->store, text);
  const MpsProblem *problem;

  assert_counts (import, 0, 0, 0, 1);
  g_assert_cmpuint (import->problems->len, ==, 1);
  problem = g_ptr_array_index (import->problems, 0);
  g_assert_cmpuint (problem->line, ==, 2);
  g_assert_cmpstr (problem->column, ==, column);
  g_assert_cmpstr (problem->code, ==, code);
}

static void
test_outcomes (Fixture *self, gconstpointer data)
{
  import_and_expect (self, "serial|model|ip|pages\nA|X|10.0.0.1|10\nB|Y||", 2, 0, 0, 0);
  import_and_expect (self, "serial|model|ip|pages\nA|X|10.0.0.1|10\nB|Y|10.0.0.2|\nC|Z||5", 1, 1, 1,
                     0);
  assert_query (self->path,
                "SELECT organization, serial, model, ip_address, average_pages FROM printers",
                "2|A|X|10.0.0.1|10\n2|B|Y|10.0.0.2|\n2|C|Z||5");
  assert_query (self->path, "SELECT id, kind, state, done, failed, file_name FROM tasks",
                "1|0|1|2|0|fleet.csv\n2|0|1|3|0|fleet.csv");
}

/* An absent column leaves what is stored, and an empty cell clears it. */
static void
test_columns (Fixture *self, gconstpointer data)
{
  import_and_expect (self, "serial|model|ip|pages|agent|communication\nA|X|10.0.0.1|10|One|no", 1,
                     0, 0, 0);
  import_and_expect (self, "serial|model\nA|X", 0, 0, 1, 0);
  import_and_expect (self, "serial|model|ip\nA|X2|", 0, 1, 0, 0);
  assert_query (self->path,
                "SELECT model, ip_address, average_pages, agent, communicating FROM printers",
                "X2||10|1|0");
  import_and_expect (self, "serial|model|pages|agent\nA|X2||", 0, 1, 0, 0);
  assert_query (self->path, "SELECT average_pages IS NULL, agent IS NULL FROM printers", "1|1");
}

static void
test_rejected_rows (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsPrinterImport) import = import_list (
      self->store, "serial|model|organization\nA|X|\n!\n!\nB|Y|Nowhere\nC|Z|default");

  assert_counts (import, 2, 0, 0, 3);
  g_assert_cmpuint (import->problems->len, ==, 5);
  assert_query (self->path, "SELECT state, done, failed FROM tasks", "2|2|3");
  assert_query (self->path, "SELECT item, outcome, code FROM task_items",
                "3: Model|1|required\n3: IP address|1|bad-address\n4: Model|1|required\n"
                "4: IP address|1|bad-address\n5: Organization|1|unknown-organization");
}

static void
test_organizations (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsPrinterSource) source = list_source_new ("serial|model\nA|X");
  g_autoptr (MpsPrinterImport) import = NULL;
  g_autoptr (GError) error = NULL;

  import = import_printers (self->store, 0, source, NULL, &error);
  g_assert_no_error (error);
  assert_counts (import, 0, 0, 0, 1);
  assert_rejected (self, "serial|model|organization\nA|X|Nowhere", "Organization",
                   "unknown-organization");
  import_and_expect (self, "serial|model|organization\nA|X|parent  COMPANY", 1, 0, 0, 0);
  /* Not placed by the file, it stays where it is; an empty cell means the chosen one. */
  import_and_expect (self, "serial|model\nA|X", 0, 0, 1, 0);
  import_and_expect (self, "serial|model|organization\nA|X|", 0, 1, 0, 0);
  assert_query (self->path, "SELECT organization FROM printers", "2");
}

static void
test_unknown_organization (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsPrinterSource) source = list_source_new ("serial|model\nA|X");
  g_autoptr (MpsPrinterImport) import = NULL;
  g_autoptr (GError) error = NULL;

  import = import_printers (self->store, 99, source, NULL, &error);
  g_assert_null (import);
  g_assert_error (error, MPS_ERROR, MPS_ERROR_UNKNOWN_ORGANIZATION);
  assert_query (self->path, "SELECT count (*) FROM tasks", "0");
}

static void
test_move (Fixture *self, gconstpointer data)
{
  gint64 contact = add_contact (self->store, "太郎");
  g_autoptr (MpsTask) task = NULL;

  import_and_expect (self, "serial|model|agent|kind|version\nA|X|One|native|2.0", 1, 0, 0, 0);
  task = assign (self->store, contact, "A", NULL);
  g_assert_nonnull (task);
  import_and_expect (self, "serial|model|organization\nA|X|Parent company", 0, 1, 0, 0);
  /* The contact stays behind, and an agent of the same name goes along. */
  assert_query (self->path, "SELECT organization, contact, agent FROM printers", "1||2");
  assert_query (self->path, "SELECT organization, name, kind, version FROM agents",
                "2|One|1|2.0\n1|One|1|2.0");
}

static void
test_agents (Fixture *self, gconstpointer data)
{
  import_and_expect (self, "serial|model|agent|version\nA|X|Fleet One|1.0\nB|X|fleet  one|1.0", 2,
                     0, 0, 0);
  assert_query (self->path, "SELECT name, kind, version FROM agents", "Fleet One|0|1.0");
  import_and_expect (self, "serial|model|agent|version\nA|X|Fleet One|1.2", 0, 1, 0, 0);
  assert_query (self->path, "SELECT version FROM agents", "1.2");
  import_and_expect (self, "serial|model|agent\nA|X|Fleet One", 0, 0, 1, 0);
  assert_query (self->path, "SELECT version FROM agents", "1.2");
}

/* From each state, what a list may make of it. */
static void
test_managed (Fixture *self, gconstpointer data)
{
  static const char *const states[] = { "none", "pending", "managed", "failed" };
  static const gboolean allowed[4][4] = {
    { TRUE, TRUE, TRUE, TRUE },
    { FALSE, TRUE, TRUE, FALSE },
    { FALSE, FALSE, TRUE, FALSE },
    { TRUE, TRUE, TRUE, TRUE },
  };

  for (guint from = 0; from < 4; from++)
    for (guint to = 0; to < 4; to++)
      {
        g_autofree char *first
            = g_strdup_printf ("serial|model|managed\nS%u%u|X|%s", from, to, states[from]);
        g_autofree char *second
            = g_strdup_printf ("serial|model|managed\nS%u%u|X|%s", from, to, states[to]);
        g_autofree char *query
            = g_strdup_printf ("SELECT managed FROM printers WHERE serial = 'S%u%u'", from, to);
        g_autofree char *expected = g_strdup_printf ("%u", allowed[from][to] ? to : from);

        import_and_expect (self, first, 1, 0, 0, 0);
        if (!allowed[from][to])
          assert_rejected (self, second, "Lexmark Managed", "managed-state");
        else
          import_and_expect (self, second, 0, from != to, from == to, 0);
        assert_query (self->path, query, expected);
      }
  assert_query (self->path, "SELECT count (*) FROM printers WHERE managed IN (1, 2) <> reported",
                "0");
}

static void
test_managed_stays_in_place (Fixture *self, gconstpointer data)
{
  import_and_expect (self, "serial|model|managed\nA|X|managed\nB|X|pending", 2, 0, 0, 0);
  assert_rejected (self, "serial|model|organization\nA|X|Parent company", "Lexmark Managed",
                   "managed-state");
  assert_rejected (self, "serial|model|organization\nB|X|Parent company", "Lexmark Managed",
                   "managed-state");
  /* What the file does not mention stays. */
  import_and_expect (self, "serial|model\nC|X", 1, 0, 0, 0);
  assert_query (self->path, "SELECT serial, organization FROM printers", "A|2\nB|2\nC|2");
}

static void
test_cancel (Fixture *self, gconstpointer data)
{
  g_autoptr (MpsPrinterSource) source = list_source_new ("serial|model\nA|X\nB|X\nC|X\nD|X");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (MpsPrinterImport) import = NULL;
  g_autoptr (GError) error = NULL;

  list_source_cancel_at (source, 2, cancellable);
  import = import_printers (self->store, DEFAULT_ORGANIZATION, source, cancellable, &error);
  g_assert_no_error (error);
  g_assert_true (import->canceled);
  assert_counts (import, 2, 0, 0, 0);
  assert_query (self->path, "SELECT serial FROM printers", "A\nB");
  assert_query (self->path, "SELECT state, done FROM tasks", "4|2");
}

/* Time a row, printed for whoever looks; the limit only catches what grows with the square. */
static void
test_many (Fixture *self, gconstpointer data)
{
  guint n_rows = g_test_slow () ? 100000 : 5000;
  g_autoptr (GString) text = g_string_new ("serial|model|ip|pages|agent|version");
  g_autoptr (GTimer) timer = NULL;

  for (guint i = 0; i < n_rows; i++)
    g_string_append_printf (text, "\nS%08u|CX730de|10.%u.%u.%u|%u|Agent %u|1.3.%u",
                            i * 7919 % n_rows, i >> 16 & 255, i >> 8 & 255, i & 255, i % 9000,
                            i % 5, i % 5);
  timer = g_timer_new ();
  import_and_expect (self, text->str, n_rows, 0, 0, 0);
  g_test_minimized_result (g_timer_elapsed (timer, NULL), "new: %u rows in %.3f s", n_rows,
                           g_timer_elapsed (timer, NULL));
  g_timer_start (timer);
  import_and_expect (self, text->str, 0, 0, n_rows, 0);
  g_test_minimized_result (g_timer_elapsed (timer, NULL), "again: %u rows in %.3f s", n_rows,
                           g_timer_elapsed (timer, NULL));
  g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 60);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fixture_add ("/store/printers-import/outcomes", test_outcomes);
  fixture_add ("/store/printers-import/columns", test_columns);
  fixture_add ("/store/printers-import/rejected-rows", test_rejected_rows);
  fixture_add ("/store/printers-import/organizations", test_organizations);
  fixture_add ("/store/printers-import/unknown-organization", test_unknown_organization);
  fixture_add ("/store/printers-import/move", test_move);
  fixture_add ("/store/printers-import/agents", test_agents);
  fixture_add ("/store/printers-import/managed", test_managed);
  fixture_add ("/store/printers-import/managed-stays", test_managed_stays_in_place);
  fixture_add ("/store/printers-import/cancel", test_cancel);
  fixture_add ("/store/printers-import/many", test_many);
  return g_test_run ();
}
