/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-probe.h"

#include <time.h>

static DeskBlock woke_at;
static DeskBlock longest;

static DeskBlock
get_moment (void)
{
  struct timespec spec;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &spec);
  return (DeskBlock) { (double) g_get_monotonic_time () / 1e3,
                       (double) spec.tv_sec * 1e3 + (double) spec.tv_nsec / 1e6 };
}

static int
watch_poll (GPollFD *fds, guint n_fds, int timeout)
{
  const DeskBlock now = get_moment ();
  int result;

  if (woke_at.wall > 0)
    longest = (DeskBlock) { MAX (longest.wall, now.wall - woke_at.wall),
                            MAX (longest.cpu, now.cpu - woke_at.cpu) };
  result = g_poll (fds, n_fds, timeout);
  woke_at = get_moment ();
  return result;
}

/* What comes before the next wait counts: it is what was asked for. */
void
desk_probe_begin (void)
{
  longest = (DeskBlock) { 0, 0 };
  woke_at = get_moment ();
  g_main_context_set_poll_func (NULL, watch_poll);
}

DeskBlock
desk_probe_end (void)
{
  g_main_context_set_poll_func (NULL, NULL);
  return longest;
}
