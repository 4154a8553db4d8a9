/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * SQLite's own file system, of which the n-th call fails: the idea of SQLite's
 * tests. Register it before the first database is opened.
 */

/**
 * FaultKind:
 * @FAULT_FULL: there is no room to write; counts what takes room
 * @FAULT_IO: the disk fails; counts what writes, syncs, opens, deletes, and shares memory
 * @FAULT_READ: the disk fails; counts what reads
 * @FAULT_KILL: the process is killed, with half of what it wrote; counts every call
 */
typedef enum {
  FAULT_NONE,
  FAULT_FULL,
  FAULT_IO,
  FAULT_READ,
  FAULT_KILL,
} FaultKind;

void faulty_disk_register (void);
/* The call @moment, from 0, fails, and all after it when it @stays so. */
void faulty_disk_arm (FaultKind kind, int moment, gboolean stays);
/* How many calls were counted since. */
int faulty_disk_disarm (void);

G_END_DECLS
