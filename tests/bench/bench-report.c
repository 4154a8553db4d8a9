/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "bench-report.h"

#include <stdio.h>
#include <string.h>

void
bench_report (const char *job, const char *side, double seconds, gsize bytes)
{
  printf ("%s\t%s\t%.9f\t%" G_GSIZE_FORMAT "\n", job, side, seconds, bytes);
  fflush (stdout);
}

void
bench_expect (gint64 found, gint64 expected, const char *what)
{
  if (found != expected)
    g_error ("%s: %" G_GINT64_FORMAT ", but it must be %" G_GINT64_FORMAT, what, found, expected);
}

/* In seconds. */
double
bench_get_time (void)
{
  return (double) g_get_monotonic_time () / 1e6;
}

/* What the process holds at the moment, in bytes. */
gsize
bench_get_memory (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmRSS:");
  return line ? g_ascii_strtoull (line + strlen ("VmRSS:"), NULL, 10) * 1024 : 0;
}

void
bench_on_result (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

void
bench_wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}
