/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-run.h"
#include "store-fixture.h"

/*
 * Two processes want what can't both be. One of them gets it, the other is
 * told why not, and what is stored is what they said. Which of the two it is
 * differs from round to round and does not matter.
 *
 * Each round has a printer of its own that is eligible, with an agent and a
 * contact of its own: S1, FA-1 and contact 1 in round 1.
 */
#define N_ROUNDS 8

#define COUNT_OF(table) "SELECT count (*) FROM " table

/* The evidence that only ever grows. */
static const char *const evidence[] = {
  "SELECT * FROM history ORDER BY id",
  "SELECT * FROM acceptances ORDER BY id",
  "SELECT serial FROM request_printers ORDER BY request, printer",
};

typedef struct {
  CtlFixture *fixture;
  char *serial;
  char *agent;
  char *contact;
  char *evidence[G_N_ELEMENTS (evidence)];
} Round;

static void
prepare (CtlFixture *fixture)
{
  g_autoptr (GString) printers
      = g_string_new ("Serial number,Model,Average monthly pages,Agent,Agent version\n");
  g_autoptr (GString) contacts = g_string_new (CTL_HEADER);
  g_autofree char *printers_file = NULL, *contacts_file = NULL;
  g_autoptr (CtlRun) import = NULL, import_contacts = NULL, entitle = NULL;

  for (int i = 1; i <= N_ROUNDS; i++)
    {
      g_string_append_printf (printers, "S%d,CX735adse,100,FA-%d,2.0\n", i, i);
      g_string_append_printf (
          contacts, "N%d,Doe,Acme,,1,555-123-4567,,1 Main St,,Lexington,KY,40511,US\n", i);
    }
  ctl_fill (fixture);
  printers_file = ctl_write (fixture, "rounds.csv", printers->str);
  contacts_file = ctl_write (fixture, "contacts.csv", contacts->str);
  import = ctl_run (fixture, 0, "printers", "import", printers_file, NULL);
  import_contacts = ctl_run (fixture, 0, "contacts", "import", contacts_file, NULL);
  entitle
      = ctl_run (fixture, 0, "organizations", "entitle", "Default", "--confirm", "Default", NULL);
}

static void
assign_own_contacts (CtlFixture *fixture)
{
  g_assert_null (run_sql (fixture->database, "UPDATE printers SET contact = substr (serial, 2) "
                                             "WHERE serial LIKE 'S%'"));
}

static void
begin_round (Round *self, CtlFixture *fixture, int number)
{
  self->fixture = fixture;
  self->serial = g_strdup_printf ("S%d", number);
  self->agent = g_strdup_printf ("FA-%d", number);
  self->contact = g_strdup_printf ("%d", number);
  for (guint i = 0; i < G_N_ELEMENTS (evidence); i++)
    self->evidence[i] = query_sql (fixture->database, evidence[i]);
}

static void
end_round (Round *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (evidence); i++)
    {
      g_autofree char *now = query_sql (self->fixture->database, evidence[i]);

      g_assert_true (g_str_has_prefix (now, self->evidence[i]));
      g_free (self->evidence[i]);
    }
  g_free (self->serial);
  g_free (self->agent);
  g_free (self->contact);
}

/* The words of @command, of which SERIAL, AGENT and CONTACT are the round's. */
static GSubprocess *
start (Round *self, const char *command)
{
  g_auto (GStrv) words = g_strsplit (command, " ", -1);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  g_ptr_array_add (argv, (char *) ctl_program ());
  g_ptr_array_add (argv, (char *) "--database");
  g_ptr_array_add (argv, self->fixture->database);
  for (char **word = words; *word; word++)
    g_ptr_array_add (argv, g_str_equal (*word, "SERIAL")    ? self->serial
                           : g_str_equal (*word, "AGENT")   ? self->agent
                           : g_str_equal (*word, "CONTACT") ? self->contact
                                                            : *word);
  g_ptr_array_add (argv, NULL);
  process = g_subprocess_newv ((const char *const *) argv->pdata,
                               G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                               &error);
  g_assert_no_error (error);
  return process;
}

/* Whether it did what it was asked for; otherwise it was refused, and did not break down. */
static gboolean
has_done (GSubprocess *process)
{
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &said, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  status = g_subprocess_get_exit_status (process);
  if (status != 0 && status != 1 && status != 3)
    g_error ("exit status %d: %s", status, said);
  return status == 0;
}

/* Runs both at the same time, and returns whether it was @one that was done and not @other. */
static gboolean
race (Round *self, int number, const char *one, const char *other)
{
  const gboolean is_first = number % 2 == 0;
  g_autoptr (GSubprocess) first = start (self, is_first ? one : other);
  g_autoptr (GSubprocess) second = start (self, is_first ? other : one);
  const gboolean first_done = has_done (first);
  const gboolean second_done = has_done (second);

  g_assert_true (first_done != second_done);
  g_test_message ("%s: %s", self->serial, first_done == is_first ? one : other);
  return first_done == is_first;
}

static void
assert_whole (CtlFixture *fixture)
{
  g_autoptr (CtlRun) check = ctl_run (fixture, 0, "check", NULL);

  assert_query (fixture->database,
                "SELECT serial FROM printers WHERE contact NOT IN (SELECT id FROM contacts)", "");
  assert_query (fixture->database,
                "SELECT serial FROM printers WHERE managed = 1 AND serial LIKE 'S%' AND NOT EXISTS"
                " (SELECT 1 FROM acceptances JOIN requests ON acceptance = acceptances.id"
                "  WHERE requests.id = printers.request)",
                "");
}

/* Either it is added and stays, or it is gone and was never added. */
static void
race_with_adding (CtlFixture *fixture, const char *rival)
{
  prepare (fixture);
  assign_own_contacts (fixture);
  for (int i = 1; i <= N_ROUNDS; i++)
    {
      Round round;
      g_autofree char *state = NULL, *requested = NULL;
      gboolean added;

      begin_round (&round, fixture, i);
      state = g_strdup_printf ("SELECT managed FROM printers WHERE serial = '%s'", round.serial);
      requested = g_strdup_printf (COUNT_OF ("request_printers WHERE serial = '%s'"), round.serial);
      added = race (&round, i, "enroll --accept-terms T-2 SERIAL", rival);
      assert_query (fixture->database, state, added ? "1" : "");
      assert_query (fixture->database, requested, added ? "1" : "0");
      end_round (&round);
    }
  assert_whole (fixture);
}

static void
test_unenroll (CtlFixture *fixture, gconstpointer data)
{
  race_with_adding (fixture, "printers unenroll SERIAL");
}

static void
test_delete_agent (CtlFixture *fixture, gconstpointer data)
{
  race_with_adding (fixture, "agents delete AGENT");
}

static void
test_deactivate_agent (CtlFixture *fixture, gconstpointer data)
{
  race_with_adding (fixture, "agents deactivate AGENT");
}

/* Added twice is added once. */
static void
test_enroll (CtlFixture *fixture, gconstpointer data)
{
  prepare (fixture);
  assign_own_contacts (fixture);
  for (int i = 1; i <= N_ROUNDS; i++)
    {
      Round round;

      begin_round (&round, fixture, i);
      race (&round, i, "enroll --accept-terms T-2 SERIAL", "enroll SERIAL --accept-terms T-2");
      end_round (&round);
    }
  assert_query (fixture->database,
                "SELECT serial FROM request_printers GROUP BY serial HAVING count (*) > 1", "");
  assert_whole (fixture);
}

/* Either it is assigned and stays, or it is gone and no printer has it. */
static void
test_delete_contact (CtlFixture *fixture, gconstpointer data)
{
  prepare (fixture);
  for (int i = 1; i <= N_ROUNDS; i++)
    {
      Round round;
      g_autofree char *contacts = NULL, *printers = NULL;
      gboolean assigned;

      begin_round (&round, fixture, i);
      contacts = g_strdup_printf (COUNT_OF ("contacts WHERE id = %s"), round.contact);
      printers = g_strdup_printf (COUNT_OF ("printers WHERE contact = %s"), round.contact);
      assigned = race (&round, i, "contacts assign CONTACT SERIAL", "contacts delete CONTACT");
      assert_query (fixture->database, contacts, assigned ? "1" : "0");
      assert_query (fixture->database, printers, assigned ? "1" : "0");
      end_round (&round);
    }
  assert_whole (fixture);
}

/*
 * Average pages over the limit come in while the printer is added. A witness in
 * the same transaction writes down how many it had at that moment.
 */
static void
test_import (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *list = NULL;
  g_autofree char *import = NULL;

  prepare (fixture);
  assign_own_contacts (fixture);
  g_assert_null (run_sql (fixture->database,
                          "CREATE TABLE witness (serial TEXT, pages INTEGER);"
                          "CREATE TRIGGER witness AFTER UPDATE OF managed ON printers "
                          "WHEN NEW.managed = 1 AND OLD.managed = 0 BEGIN "
                          "INSERT INTO witness VALUES (NEW.serial, NEW.average_pages); END"));
  list = ctl_path (fixture, "over.csv");
  import = g_strdup_printf ("printers import %s", list);
  for (int i = 1; i <= N_ROUNDS; i++)
    {
      g_autofree char *text = g_strdup_printf (
          "Serial number,Model,Average monthly pages\nS%d,CX735adse,%d\n", i, 9000 + i);
      g_autofree char *file = ctl_write (fixture, "over.csv", text);
      g_autofree char *state = NULL;
      g_autoptr (GSubprocess) enrolling = NULL, importing = NULL;
      gboolean added;
      Round round;

      begin_round (&round, fixture, i);
      importing = start (&round, import);
      enrolling = start (&round, "enroll --accept-terms T-2 SERIAL");
      g_assert_true (has_done (importing));
      added = has_done (enrolling);
      state = g_strdup_printf ("SELECT managed FROM printers WHERE serial = '%s'", round.serial);
      assert_query (fixture->database, state, added ? "1" : "0");
      end_round (&round);
    }
  assert_query (fixture->database, "SELECT serial FROM witness WHERE pages > 5000", "");
  assert_query (fixture->database, "PRAGMA integrity_check", "ok");
}

/* Entitled twice is entitled once, and who does not confirm it has no part in it. */
static void
test_entitle (CtlFixture *fixture, gconstpointer data)
{
  prepare (fixture);
  for (int i = 1; i <= N_ROUNDS; i++)
    {
      Round round;
      g_autofree char *entitled = NULL, *acts = NULL;
      g_autoptr (GSubprocess) first = NULL, rival = NULL, second = NULL;
      g_autoptr (CtlRun) add = NULL;

      begin_round (&round, fixture, i);
      add = ctl_run (fixture, 0, "organizations", "add", round.agent, NULL);
      entitled
          = g_strdup_printf ("SELECT entitled FROM organizations WHERE name = '%s'", round.agent);
      acts = g_strdup_printf (COUNT_OF ("history WHERE act = 'entitle' AND subject = '%s'"),
                              round.agent);
      rival = start (&round, "organizations entitle AGENT --confirm Default");
      g_assert_false (has_done (rival));
      assert_query (fixture->database, entitled, "0");
      first = start (&round, "organizations entitle AGENT --confirm AGENT");
      second = start (&round, "organizations entitle AGENT --confirm AGENT");
      g_clear_object (&rival);
      rival = start (&round, "organizations entitle AGENT");
      g_assert_true (has_done (first));
      g_assert_true (has_done (second));
      g_assert_false (has_done (rival));
      assert_query (fixture->database, entitled, "1");
      assert_query (fixture->database, acts, "1");
      end_round (&round);
    }
  assert_whole (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ctl_add ("/ctl/together/enroll-unenroll", test_unenroll);
  ctl_add ("/ctl/together/enroll-delete-agent", test_delete_agent);
  ctl_add ("/ctl/together/enroll-deactivate-agent", test_deactivate_agent);
  ctl_add ("/ctl/together/enroll-enroll", test_enroll);
  ctl_add ("/ctl/together/enroll-import", test_import);
  ctl_add ("/ctl/together/entitle-entitle", test_entitle);
  ctl_add ("/ctl/together/assign-delete-contact", test_delete_contact);
  return g_test_run ();
}
