/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fault-jobs.h"
#include "faulty-disk.h"

/* How many of the calls of a job fail in turn, where all of them would take too long. */
#define N_QUICK 3

typedef struct {
  Fixture fixture;
  char *before; /* owned; what the database holds */
  char *after;
  guint n_before;
  guint n_after;
} Faults;

static void
set_up (Faults *self, gconstpointer data)
{
  fixture_set_up (&self->fixture, NULL);
  fixture_close (&self->fixture);
  fault_jobs_prepare (self->fixture.path);
}

static void
tear_down (Faults *self, gconstpointer data)
{
  fixture_tear_down (&self->fixture, NULL);
  g_free (self->before);
  g_free (self->after);
}

/* What the caller is told: a failure of storage, in a sentence. */
static void
assert_clear (const FaultJob *job, FaultKind kind, const GError *error)
{
  MpsErrorCode code = kind == FAULT_FULL ? MPS_ERROR_DISK_FULL : MPS_ERROR_IO_ERROR;

  g_assert_nonnull (error);
  if (!g_error_matches (error, MPS_ERROR, (int) code))
    g_error ("%s: %s (%s)", job->name, error->message, mps_error_get_id (error));
  g_assert_nonnull (strstr (error->message, "“/"));
}

static void
assert_outcome (Faults *self, const FaultJob *job, gboolean done, guint reported)
{
  const char *path = self->fixture.path;
  g_autofree char *found = fault_jobs_describe (path);
  g_autofree char *n_contacts = query_sql (path, "SELECT count (*) - 2 FROM contacts");

  if (done)
    g_assert_cmpstr (found, ==, self->after);
  else if (job->is_partial)
    g_assert_cmpint (g_ascii_strtoll (n_contacts, NULL, 10), ==, reported);
  /* What fails after the commit leaves it done; there is nothing between. */
  else if (!g_str_equal (found, self->after))
    g_assert_cmpstr (found, ==, self->before);
  fault_jobs_assert_truth (job, path, g_str_equal (found, self->after));
  self->n_after += g_str_equal (found, self->after);
  self->n_before += g_str_equal (found, self->before);
}

static void
fail_at (Faults *self, const FaultJob *job, FaultKind kind, int moment, gboolean stays)
{
  g_autoptr (GError) error = NULL;
  guint reported = 0;
  gboolean done;

  fault_jobs_begin (job, self->fixture.path);
  faulty_disk_arm (kind, moment, stays);
  done = job->run (self->fixture.path, &reported, &error);
  faulty_disk_disarm ();
  if (!done)
    assert_clear (job, kind, error);
  assert_outcome (self, job, done, reported);
}

/* How many calls there are when nothing fails. */
static int
run_well (Faults *self, const FaultJob *job, FaultKind kind)
{
  g_autoptr (GError) error = NULL;
  guint reported;
  int n_calls;

  fault_jobs_begin (job, self->fixture.path);
  g_clear_pointer (&self->before, g_free);
  self->before = fault_jobs_describe (self->fixture.path);
  faulty_disk_arm (kind, G_MAXINT, FALSE);
  g_assert_true (job->run (self->fixture.path, &reported, &error));
  n_calls = faulty_disk_disarm ();
  g_assert_no_error (error);
  g_clear_pointer (&self->after, g_free);
  self->after = fault_jobs_describe (self->fixture.path);
  return n_calls;
}

static void
fail_everywhere (Faults *self, const FaultJob *job, FaultKind kind, gboolean stays)
{
  const int n_calls = run_well (self, job, kind);
  const int stride = g_test_slow () ? 1 : MAX (1, n_calls / N_QUICK);
  guint n = 0;

  g_assert_cmpint (n_calls, >, 0);
  self->n_before = self->n_after = 0;
  for (int moment = g_test_rand_int_range (0, stride); moment < n_calls; moment += stride)
    {
      fail_at (self, job, kind, moment, stays);
      n++;
    }
  g_test_message ("%s: %u of %d calls failed%s: %u times as before, %u times done", job->name, n,
                  n_calls, stays ? " and all after it" : "", self->n_before, self->n_after);
}

typedef struct {
  const FaultJob *job;
  FaultKind kind;
} Case;

static void
test_job (Faults *self, gconstpointer data)
{
  const Case *test = data;

  fail_everywhere (self, test->job, test->kind, test->kind == FAULT_FULL);
  if (g_test_slow ())
    fail_everywhere (self, test->job, test->kind, test->kind != FAULT_FULL);
}

#define N_KINDS (FAULT_READ + 1)
#define MAX_JOBS 16

static void
add_tests (FaultKind kind, const char *name)
{
  static Case cases[N_KINDS][MAX_JOBS];

  g_assert_cmpuint (fault_jobs_get_n (), <=, MAX_JOBS);
  for (guint i = 0; i < fault_jobs_get_n (); i++)
    {
      Case *test = &cases[kind][i];
      g_autofree char *path = g_strconcat ("/store/faults/", name, "/", fault_jobs[i].name, NULL);

      test->job = &fault_jobs[i];
      test->kind = kind;
      g_test_add_vtable (path, sizeof (Faults), test, (GTestFixtureFunc) set_up,
                         (GTestFixtureFunc) test_job, (GTestFixtureFunc) tear_down);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  faulty_disk_register ();
  add_tests (FAULT_FULL, "full");
  add_tests (FAULT_IO, "io");
  add_tests (FAULT_READ, "read");
  return g_test_run ();
}
