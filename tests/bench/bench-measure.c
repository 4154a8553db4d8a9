/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/*
 * bench-measure FILE COMMAND… runs a command and writes into the file how many seconds it took,
 * how many of them it worked, and how much memory it held at most, in bytes. What starts a
 * program counts as the least that it held, and so this is as small as it can be.
 */
static double
to_seconds (struct timeval time)
{
  return (double) time.tv_sec + (double) time.tv_usec / 1e6;
}

static void
write_usage (FILE *file, gint64 start, const struct rusage *usage)
{
  const double seconds = (double) (g_get_monotonic_time () - start) / 1e6;

  fprintf (file, "%.6f %.6f %ld\n", seconds,
           to_seconds (usage->ru_utime) + to_seconds (usage->ru_stime), usage->ru_maxrss * 1024);
}

int
main (int argc, char **argv)
{
  FILE *file = argc > 2 ? fopen (argv[1], "we") : NULL;
  const gint64 start = g_get_monotonic_time ();
  struct rusage usage;
  int status;
  pid_t child;

  if (file == NULL)
    return 127;
  child = fork ();
  if (child == 0)
    {
      execvp (argv[2], argv + 2);
      _exit (127);
    }
  if (child < 0 || wait4 (child, &status, 0, &usage) != child)
    return 127;
  write_usage (file, start, &usage);
  if (fclose (file) != 0)
    return 127;
  return WIFEXITED (status) ? WEXITSTATUS (status) : 126;
}
