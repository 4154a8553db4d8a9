/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-window.h"

#include "desk-fixture.h"

MpsWindow *
desk_open_window (const char *path, MpsStoreOpenMode mode)
{
  MpsWindow *window = g_object_new (MPS_TYPE_WINDOW, NULL);

  mps_window_open (window, path, mode);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

void
desk_close_window (MpsWindow *window)
{
  gpointer weak_window = window;
  gpointer weak_session = mps_window_get_session (window);

  g_object_add_weak_pointer (G_OBJECT (window), &weak_window);
  if (weak_session)
    g_object_add_weak_pointer (G_OBJECT (weak_session), &weak_session);
  gtk_window_destroy (GTK_WINDOW (window));
  desk_wait_for_end_of (&weak_window);
  desk_wait_for_end_of (&weak_session);
}
