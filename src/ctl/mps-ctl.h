/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mps-ctl-output.h"
#include "store/mps-draft-file.h"
#include "store/mps-store.h"

G_BEGIN_DECLS

/**
 * MpsCtlStatus:
 * @MPS_CTL_DONE: all was done
 * @MPS_CTL_PARTLY: done, but some items were refused, rejected or not reached
 * @MPS_CTL_USAGE: the command line was not understood
 * @MPS_CTL_REFUSED: refused as a whole, nothing changed
 * @MPS_CTL_FAILED: storage or the system failed
 *
 * The exit statuses, which scripts rely on.
 */
typedef enum {
  MPS_CTL_DONE = 0,
  MPS_CTL_PARTLY = 1,
  MPS_CTL_USAGE = 2,
  MPS_CTL_REFUSED = 3,
  MPS_CTL_FAILED = 4,
} MpsCtlStatus;

/**
 * MpsCtl:
 * @database: (nullable): the file that was named
 * @organization_name: (nullable): the organization that was named
 * @json: one JSON document instead of text for people
 * @arguments: what stands after the command
 * @output: where the result goes
 * @cancellable: canceled by Ctrl-C
 * @progress: shown as a line on a terminal
 * @store: (nullable): after mps_ctl_open()
 * @organization: after mps_ctl_open(), the organization that is meant: the one
 *   that was named, or the only one; 0 when that is not clear
 * @trial: after mps_ctl_open_trial(), what stands in for a database that is not there
 * @fleet: (nullable): after mps_ctl_load()
 *
 * One run of the program.
 */
typedef struct {
  char *database;
  char *organization_name;
  gboolean json;
  GStrv arguments;
  MpsCtlOutput *output;
  GCancellable *cancellable;
  MpsProgress *progress;
  gboolean shows_progress;
  MpsStore *store;
  gint64 organization;
  MpsDraftFile trial;
  MpsFleet *fleet;
} MpsCtl;

MpsCtl *mps_ctl_new (void);
void mps_ctl_free (MpsCtl *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsCtl, mps_ctl_free)

guint mps_ctl_get_n_arguments (MpsCtl *self);
void mps_ctl_watch_terminal (MpsCtl *self);
void mps_ctl_set_file (MpsCtl *self, const char *file);

void mps_ctl_ready (GObject *source, GAsyncResult *result, gpointer user_data);
void mps_ctl_wait (MpsCtl *self, GAsyncResult **result);

void mps_ctl_set_usage_error (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);
gboolean mps_ctl_parse_id (const char *text, gint64 *id, GError **error);
GBytes *mps_ctl_read (MpsCtl *self, const char *file, gsize limit, GError **error);

G_END_DECLS
