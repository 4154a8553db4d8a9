/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-slices.h"

/* What one turn of the main loop may take, so that a frame of 16 ms has room for what it draws. */
static gint64 turn_us = 4000;

typedef struct {
  MpsSlice slice;
  gpointer user_data;
} Slices;

static gboolean
on_turn (gpointer user_data)
{
  const Slices *self = user_data;
  const gint64 end = g_get_monotonic_time () + turn_us;

  do
    if (!self->slice (self->user_data))
      return G_SOURCE_REMOVE;
  while (g_get_monotonic_time () < end);
  return G_SOURCE_CONTINUE;
}

/**
 * mps_slices_begin:
 * @slice: what is to be done again and again, until it says that there is no more
 * @user_data: for @slice
 *
 * Does long work on the main thread, a few milliseconds whenever there is
 * nothing else to do, so that input and frames come first.
 *
 * Returns: the id of the source, to stop it with g_source_remove(); it is gone
 *   as soon as @slice returned %FALSE
 */
guint
mps_slices_begin (MpsSlice slice, gpointer user_data)
{
  Slices *self = g_new (Slices, 1);

  *self = (Slices) { slice, user_data };
  return g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, on_turn, self, g_free);
}

/**
 * mps_slices_set_turn:
 * @microseconds: how long slices go on before the main loop runs; 0 for one slice at a time
 *
 * For tests, which want to see what is between any two slices.
 */
void
mps_slices_set_turn (gint64 microseconds)
{
  turn_us = microseconds;
}
