/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fault-jobs.h"
#include "faulty-disk.h"

#include <stdlib.h>

/* At how many random moments a job is killed. */
#define N_MOMENTS 200
#define N_MOMENTS_QUICK 24

/* In a process of its own: does the job, and is killed at the moment unless it ends before. */
static int
die_in (const char *path, const char *name, int moment)
{
  g_autoptr (GError) error = NULL;
  guint reported;

  faulty_disk_register ();
  for (guint i = 0; i < fault_jobs_get_n (); i++)
    if (g_str_equal (fault_jobs[i].name, name))
      {
        faulty_disk_arm (FAULT_KILL, moment, FALSE);
        if (!fault_jobs[i].run (path, &reported, &error))
          g_error ("%s", error->message);
        faulty_disk_disarm ();
      }
  return EXIT_SUCCESS;
}

/* Whether it was killed. */
static gboolean
run_until (const FaultJob *job, const char *path, int moment)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *self = g_file_read_link ("/proc/self/exe", &error);
  g_autofree char *number = g_strdup_printf ("%d", moment);
  g_autoptr (GSubprocess) child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, self,
                                                    "--die", path, job->name, number, NULL);

  g_assert_no_error (error);
  g_subprocess_wait (child, NULL, &error);
  g_assert_no_error (error);
  if (!g_subprocess_get_if_signaled (child))
    g_assert_cmpint (g_subprocess_get_exit_status (child), ==, EXIT_SUCCESS);
  return g_subprocess_get_if_signaled (child);
}

typedef struct {
  char *before; /* owned; what the database holds */
  char *after;
  int n_calls;
  guint n_killed;
  guint n_before;
  guint n_after;
} Outcome;

static void
outcome_clear (gpointer data)
{
  Outcome *self = data;

  g_free (self->before);
  g_free (self->after);
}

static void
measure (Fixture *fixture, const FaultJob *job, Outcome *outcome)
{
  g_autoptr (GError) error = NULL;
  guint reported;

  fault_jobs_begin (job, fixture->path);
  outcome->before = fault_jobs_describe (fixture->path);
  faulty_disk_arm (FAULT_KILL, G_MAXINT, FALSE);
  g_assert_true (job->run (fixture->path, &reported, &error));
  outcome->n_calls = faulty_disk_disarm ();
  g_assert_no_error (error);
  outcome->after = fault_jobs_describe (fixture->path);
}

/* Who opened the database has swept away what the killed process had half done. */
static void
assert_no_drafts (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    g_assert_null (strstr (name, ".mps-draft-"));
}

static void
kill_at (Fixture *fixture, const FaultJob *job, Outcome *outcome, int moment)
{
  g_autofree char *target = g_build_filename (fixture->folder, "backup.db", NULL);
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;

  fault_jobs_begin (job, fixture->path);
  outcome->n_killed += run_until (job, fixture->path, moment);
  /* The first to open it sees what is there, and ends the task. */
  if (!g_str_equal (job->name, "upgrade"))
    {
      assert_sound (fixture->path);
      assert_no_drafts (fixture->folder);
    }
  found = fault_jobs_describe (fixture->path);
  if (!g_str_equal (found, outcome->after))
    g_assert_cmpstr (found, ==, outcome->before);
  fault_jobs_assert_truth (job, fixture->path, g_str_equal (found, outcome->after));
  outcome->n_after += g_str_equal (found, outcome->after);
  outcome->n_before += g_str_equal (found, outcome->before);
  if (g_file_test (target, G_FILE_TEST_EXISTS))
    assert_sound (target);
}

static void
test_random_moments (Fixture *fixture, gconstpointer data)
{
  const guint n = g_test_slow () ? N_MOMENTS : N_MOMENTS_QUICK;
  g_autoptr (GArray) outcomes = g_array_new (FALSE, TRUE, sizeof (Outcome));

  fixture_close (fixture);
  fault_jobs_prepare (fixture->path);
  g_array_set_clear_func (outcomes, outcome_clear);
  g_array_set_size (outcomes, fault_jobs_get_n ());
  for (guint i = 0; i < n; i++)
    {
      guint which = i % fault_jobs_get_n ();
      Outcome *outcome = &g_array_index (outcomes, Outcome, which);

      if (outcome->before == NULL)
        measure (fixture, &fault_jobs[which], outcome);
      kill_at (fixture, &fault_jobs[which], outcome, g_test_rand_int_range (0, outcome->n_calls));
    }
  for (guint i = 0; i < fault_jobs_get_n (); i++)
    {
      const Outcome *outcome = &g_array_index (outcomes, Outcome, i);

      g_test_message ("%s: killed %u times in one of %d calls: %u times as before, %u times done",
                      fault_jobs[i].name, outcome->n_killed, outcome->n_calls, outcome->n_before,
                      outcome->n_after);
    }
}

int
main (int argc, char **argv)
{
  if (argc == 5 && g_str_equal (argv[1], "--die"))
    return die_in (argv[2], argv[3], atoi (argv[4]));
  g_test_init (&argc, &argv, NULL);
  faulty_disk_register ();
  fixture_add ("/store/killed/random-moments", test_random_moments);
  return g_test_run ();
}
