/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-checklist.h"

struct _MpsChecklist {
  GObject parent_instance;

  MpsSession *session;
  MpsChecklistItem *items[MPS_N_CHECKLIST_STEPS];
  guint n_eligible;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (MpsChecklist, mps_checklist, G_TYPE_OBJECT)

/* A step that there must be something for. */
static void
set_existence (MpsChecklist *self, MpsChecklistStep step, guint count)
{
  mps_checklist_item_set (self->items[step], count > 0 ? MPS_CHECKLIST_DONE : MPS_CHECKLIST_TO_DO,
                          count);
}

/* A step of which no printer may want anything; while there are none, nobody knows. */
static void
set_printers_left (MpsChecklist *self, MpsChecklistStep step, const MpsOrganizationTally *tally,
                   MpsStatus status)
{
  const guint n_left = tally->statuses[status];
  MpsChecklistState state = MPS_CHECKLIST_DONE;

  if (tally->printers == 0)
    state = MPS_CHECKLIST_WAITING;
  else if (n_left > 0)
    state = MPS_CHECKLIST_TO_DO;
  mps_checklist_item_set (self->items[step], state, n_left);
}

static void
refresh (MpsChecklist *self)
{
  const gint64 organization = mps_session_get_organization (self->session);
  MpsOrganizationItem *item
      = mps_organization_list_find (mps_session_get_organizations (self->session), organization);
  const MpsOrganizationTally *tally;

  if (item == NULL)
    return;
  tally = mps_organization_item_get_tally (item);
  self->n_eligible = tally->statuses[MPS_STATUS_ELIGIBLE];
  set_existence (self, MPS_CHECKLIST_ENTITLEMENT, mps_organization_item_get_entitled (item));
  set_existence (self, MPS_CHECKLIST_PRINTERS, tally->printers);
  set_existence (self, MPS_CHECKLIST_CONTACTS, tally->contacts);
  set_printers_left (self, MPS_CHECKLIST_ASSIGNMENT, tally, MPS_STATUS_NO_CONTACT);
  set_printers_left (self, MPS_CHECKLIST_AGENTS, tally, MPS_STATUS_AGENT_OUTDATED);
  g_signal_emit (self, changed_signal, 0);
}

static void
mps_checklist_dispose (GObject *object)
{
  g_clear_object (&MPS_CHECKLIST (object)->session);
  G_OBJECT_CLASS (mps_checklist_parent_class)->dispose (object);
}

static void
mps_checklist_finalize (GObject *object)
{
  for (guint i = 0; i < MPS_N_CHECKLIST_STEPS; i++)
    g_object_unref (MPS_CHECKLIST (object)->items[i]);
  G_OBJECT_CLASS (mps_checklist_parent_class)->finalize (object);
}

static void
mps_checklist_class_init (MpsChecklistClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = mps_checklist_dispose;
  object_class->finalize = mps_checklist_finalize;
  changed_signal = g_signal_new ("changed", MPS_TYPE_CHECKLIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
}

static void
mps_checklist_init (MpsChecklist *self)
{
  for (guint i = 0; i < MPS_N_CHECKLIST_STEPS; i++)
    self->items[i] = mps_checklist_item_new ((MpsChecklistStep) i);
}

/**
 * mps_checklist_new:
 * @session: (transfer none): the session
 *
 * Its signal "changed" () comes after any of its items may have changed.
 *
 * Returns: (transfer full): the checklist of the organization that is looked at
 */
MpsChecklist *
mps_checklist_new (MpsSession *session)
{
  MpsChecklist *self;

  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  self = g_object_new (MPS_TYPE_CHECKLIST, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (mps_session_get_organizations (session), "counted", G_CALLBACK (refresh),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::organization", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  refresh (self);
  return self;
}

MpsSession *
mps_checklist_get_session (MpsChecklist *self)
{
  g_return_val_if_fail (MPS_IS_CHECKLIST (self), NULL);
  return self->session;
}

/**
 * mps_checklist_get_item:
 * @self: a checklist
 * @step: a step
 *
 * Returns: (transfer none): how it stands, always the same object
 */
MpsChecklistItem *
mps_checklist_get_item (MpsChecklist *self, MpsChecklistStep step)
{
  g_return_val_if_fail (MPS_IS_CHECKLIST (self), NULL);
  g_return_val_if_fail (step < MPS_N_CHECKLIST_STEPS, NULL);
  return self->items[step];
}

/**
 * mps_checklist_get_next:
 * @self: a checklist
 *
 * Returns: (transfer none) (nullable): the first step that is to be done; %NULL when all are done
 */
MpsChecklistItem *
mps_checklist_get_next (MpsChecklist *self)
{
  g_return_val_if_fail (MPS_IS_CHECKLIST (self), NULL);
  for (guint i = 0; i < MPS_N_CHECKLIST_STEPS; i++)
    if (mps_checklist_item_get_state (self->items[i]) == MPS_CHECKLIST_TO_DO)
      return self->items[i];
  return NULL;
}

guint
mps_checklist_get_n_done (MpsChecklist *self)
{
  guint n_done = 0;

  g_return_val_if_fail (MPS_IS_CHECKLIST (self), 0);
  for (guint i = 0; i < MPS_N_CHECKLIST_STEPS; i++)
    n_done += mps_checklist_item_get_state (self->items[i]) == MPS_CHECKLIST_DONE;
  return n_done;
}

/**
 * mps_checklist_get_n_eligible:
 * @self: a checklist
 *
 * Returns: how many printers can be added to MPS Express, whether or not all steps are done
 */
guint
mps_checklist_get_n_eligible (MpsChecklist *self)
{
  g_return_val_if_fail (MPS_IS_CHECKLIST (self), 0);
  return self->n_eligible;
}

/**
 * mps_checklist_get_available:
 * @self: a checklist
 *
 * Returns: whether it is of one organization; of all of them together there is none
 */
gboolean
mps_checklist_get_available (MpsChecklist *self)
{
  g_return_val_if_fail (MPS_IS_CHECKLIST (self), FALSE);
  return !mps_session_get_read_only (self->session);
}
