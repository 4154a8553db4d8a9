/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * How long the main loop is kept from answering, from one wait for events to the next. Beside what
 * the clock says, what this thread worked of it: other work of the machine is no block of the
 * program's making. In milliseconds.
 */
typedef struct {
  double wall;
  double cpu;
} DeskBlock;

void desk_probe_begin (void);
/* The longest block since the beginning. */
DeskBlock desk_probe_end (void);

G_END_DECLS
