/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "mps-records.h"

G_BEGIN_DECLS

/**
 * MpsChanges:
 * @reload: so much changed that the picture must be loaded again; the lists
 *   below are empty then
 * @printers: (element-type MpsPrinterRecord): printers as they are now, new or changed
 * @removed_printers: (element-type gint64): ids
 * @contacts: (element-type MpsContactRecord): contacts as they are now, new or changed
 * @removed_contacts: (element-type gint64): ids
 * @agents: (nullable) (element-type MpsAgentRecord): all agents, when any changed
 * @organizations: (nullable) (element-type MpsOrganizationRecord): all of them, when any changed
 * @policy: the policy changed
 * @tasks: a task began, moved or ended
 * @history: the history grew
 * @requests: an enrolment request came, was exported or answered
 *
 * What one transaction changed. It is made on the store thread and not touched
 * any more once it is handed to the main thread.
 */
typedef struct {
  gatomicrefcount ref_count;
  gboolean reload;
  GPtrArray *printers;
  GArray *removed_printers;
  GPtrArray *contacts;
  GArray *removed_contacts;
  GPtrArray *agents;
  GPtrArray *organizations;
  gboolean policy;
  gboolean tasks;
  gboolean history;
  gboolean requests;
} MpsChanges;

#define MPS_TYPE_CHANGES (mps_changes_get_type ())
GType mps_changes_get_type (void);

MpsChanges *mps_changes_new (void);
MpsChanges *mps_changes_ref (MpsChanges *self);
void mps_changes_unref (MpsChanges *self);
gboolean mps_changes_is_empty (const MpsChanges *self);
void mps_changes_set_reload (MpsChanges *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsChanges, mps_changes_unref)

G_END_DECLS
