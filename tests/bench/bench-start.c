/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "bench-gtk-list.h"
#include "bench-report.h"
#include "desk-fixture.h"
#include "desk-probe.h"

#include "desk/window/mps-application.h"

#include <string.h>
#include <time.h>
#include <unistd.h>

/*
 * bench-start ours|theirs DATABASE starts the program, or what GTK's own models make of it, on a
 * fleet, and measures the time from the start of the process to the first frame with its printers,
 * what it holds then, and the longest block of the main loop on the way.
 */

typedef struct {
  const char *side;
  GtkApplication *application; /* NULL for GTK's own */
  GtkWidget *window;
} Start;

/* When the process began, in seconds since the machine started, to a hundredth. */
static double
get_process_start (void)
{
  g_autofree char *stat = NULL;
  g_auto (GStrv) fields = NULL;

  if (!g_file_get_contents ("/proc/self/stat", &stat, NULL, NULL))
    return 0;
  fields = g_strsplit (strrchr (stat, ')') + 2, " ", 0);
  return (double) g_ascii_strtoull (fields[19], NULL, 10) / (double) sysconf (_SC_CLK_TCK);
}

static double
get_uptime (void)
{
  struct timespec now;

  clock_gettime (CLOCK_BOOTTIME, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static void
on_painted (Start *self)
{
  const double seconds = get_uptime () - get_process_start ();
  DeskBlock block;

  if (!desk_shows (self->window, BENCH_FIRST_SERIAL))
    return;
  block = desk_probe_end ();
  bench_report ("start", self->side, seconds, bench_get_memory ());
  bench_report ("block open", self->side, block.cpu / 1e3, 0);
  exit (0);
}

static void
watch_frames (Start *self, GtkWidget *window)
{
  self->window = window;
  g_signal_connect_swapped (gtk_widget_get_frame_clock (window), "after-paint",
                            G_CALLBACK (on_painted), self);
}

static void
on_realized (GtkWidget *window, Start *self)
{
  watch_frames (self, window);
}

static void
on_window_added (Start *self, GtkWindow *window)
{
  g_signal_connect (window, "realize", G_CALLBACK (on_realized), self);
}

static int
start_ours (Start *self, char *database)
{
  char *arguments[] = { (char *) "mps-desk", (char *) "--database", database, NULL };
  g_autoptr (MpsApplication) application = mps_application_new ();

  self->application = GTK_APPLICATION (application);
  g_signal_connect_swapped (application, "window-added", G_CALLBACK (on_window_added), self);
  return g_application_run (G_APPLICATION (application), 3, arguments);
}

static G_NORETURN void
start_theirs (Start *self, const char *database)
{
  BenchGtkList list;

  gtk_init ();
  bench_gtk_list_show (&list, database);
  watch_frames (self, list.window);
  gtk_widget_queue_draw (list.window);
  for (;;)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char **argv)
{
  Start self = { 0 };

  if (argc != 3)
    return 2;
  self.side = argv[1];
  desk_probe_begin ();
  if (g_str_equal (self.side, BENCH_OURS))
    return start_ours (&self, argv[2]);
  start_theirs (&self, argv[2]);
}
