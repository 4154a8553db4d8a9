/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Of each generated fleet; what bench-generate makes of its first number. */
#define BENCH_FIRST_SERIAL "G0000000000X"

/* What the bench's own programs print of each run, for run-bench to read: the job, which side, how
 * long it took and how much memory it held. Seconds and bytes; 0 bytes where that is not measured.
 */
#define BENCH_OURS "ours"
#define BENCH_THEIRS "theirs"
void bench_report (const char *job, const char *side, double seconds, gsize bytes);

/* A program that measured something wrong says so, and ends. */
void bench_expect (gint64 found, gint64 expected, const char *what);

double bench_get_time (void);
gsize bench_get_memory (void);

/* For a callback of a job of the store, given the place of a result. */
void bench_on_result (GObject *source, GAsyncResult *result, gpointer user_data);
void bench_wait_for (GAsyncResult **result);

G_END_DECLS
