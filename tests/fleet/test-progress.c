/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fleet/mps-progress.h"
#include "fleet/mps-task.h"

#define N_REPORTS 100000

static gpointer
report_often (gpointer data)
{
  for (guint64 i = 1; i <= N_REPORTS; i++)
    mps_progress_report (data, i, N_REPORTS);
  return NULL;
}

typedef struct {
  GThread *owner;
  guint n_notified;
  gint64 first;
  gint64 last;
} Heard;

static void
on_done (MpsProgress *progress, GParamSpec *pspec, Heard *heard)
{
  g_assert_true (g_thread_self () == heard->owner);
  heard->last = g_get_monotonic_time ();
  if (heard->n_notified++ == 0)
    heard->first = heard->last;
}

/* However often a thread reports: the owner hears once a frame, and of the last report always. */
static void
test_once_a_frame (void)
{
  g_autoptr (MpsProgress) progress = mps_progress_new ();
  Heard heard = { .owner = g_thread_self () };
  GThread *thread;

  g_signal_connect (progress, "notify::done", G_CALLBACK (on_done), &heard);
  thread = g_thread_new ("reporter", report_often, progress);
  while (mps_progress_get_done (progress) < N_REPORTS)
    g_main_context_iteration (NULL, TRUE);
  g_thread_join (thread);
  while (g_main_context_iteration (NULL, FALSE) || heard.n_notified == 0)
    continue;
  g_assert_cmpint (heard.n_notified, <=, 1 + (heard.last - heard.first) / 16000);
  g_assert_cmpuint (mps_progress_get_done (progress), ==, N_REPORTS);
  g_assert_cmpfloat (mps_progress_get_fraction (progress), ==, 1.0);
}

static void
on_finished (MpsProgress *progress, GParamSpec *pspec, guint64 *done)
{
  g_object_get (progress, "done", done, NULL);
}

static void
test_last_report_is_heard (void)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (MpsProgress) progress = NULL;
  guint64 done = 0;

  g_main_context_push_thread_default (context);
  progress = mps_progress_new ();
  g_main_context_pop_thread_default (context);
  g_signal_connect (progress, "notify::fraction", G_CALLBACK (on_finished), &done);
  for (guint64 i = 1; i <= 3; i++)
    {
      mps_progress_report (progress, i, 0);
      g_assert_cmpfloat (mps_progress_get_fraction (progress), ==, 0.0);
      while (done < i)
        g_main_context_iteration (context, TRUE);
    }
  g_assert_cmpuint (done, ==, 3);
}

static void
test_task (void)
{
  g_autoptr (GDateTime) started = g_date_time_new_utc (2026, 1, 2, 3, 4, 5);
  g_autoptr (GDateTime) read = NULL;
  g_autoptr (MpsTask) task = mps_task_new (7, MPS_TASK_UNENROLL, MPS_TASK_COMPLETED_WITH_ERRORS,
                                           "ann", started, NULL, 3, 1, NULL);
  g_autofree char *kind = NULL, *state = NULL, *who = NULL;
  const MpsTaskItem *item;
  gint64 id;
  guint done, failed;

  mps_task_take_item (task,
                      mps_task_item_new ("S0001", "failed", "managed-printers", "It is managed"));
  g_object_get (task, "id", &id, "kind", &kind, "state", &state, "who", &who, "started", &read,
                "done", &done, "failed", &failed, NULL);
  g_assert_cmpint (id, ==, 7);
  g_assert_cmpstr (kind, ==, "Unenroll");
  g_assert_cmpstr (state, ==, "Completed with errors");
  g_assert_cmpstr (who, ==, "ann");
  g_assert_true (g_date_time_equal (read, started));
  g_assert_null (mps_task_get_ended (task));
  g_assert_cmpuint (done, ==, 3);
  g_assert_cmpuint (failed, ==, 1);
  g_assert_cmpuint (mps_task_get_items (task)->len, ==, 1);
  item = mps_task_get_items (task)->pdata[0];
  g_assert_cmpstr (item->item, ==, "S0001");
  g_assert_cmpstr (item->code, ==, "managed-printers");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/progress/once-a-frame", test_once_a_frame);
  g_test_add_func ("/progress/last-report-is-heard", test_last_report_is_heard);
  g_test_add_func ("/task/snapshot", test_task);
  return g_test_run ();
}
