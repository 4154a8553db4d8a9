/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-checklist-item.h"

#include <glib/gi18n.h>

struct _MpsChecklistItem {
  GObject parent_instance;

  MpsChecklistStep step;
  MpsChecklistState state;
  guint count;
};

typedef enum {
  PROP_TITLE = 1,
  PROP_STATE_LABEL,
  PROP_ICON_NAME,
  PROP_TEXT,
  PROP_BUTTON_LABEL,
  PROP_OTHER_LABEL,
} MpsChecklistItemProperty;

static GParamSpec *properties[PROP_OTHER_LABEL + 1];

G_DEFINE_FINAL_TYPE (MpsChecklistItem, mps_checklist_item, G_TYPE_OBJECT)

static const char *
get_state_label (MpsChecklistItem *self)
{
  switch (self->state)
    {
    case MPS_CHECKLIST_TO_DO:
      return C_ ("step", "To do");
    case MPS_CHECKLIST_WAITING:
      return C_ ("step", "Later");
    case MPS_CHECKLIST_DONE:
      return C_ ("step", "Done");
    }
  g_return_val_if_reached (NULL);
}

static const char *
get_icon_name (MpsChecklistItem *self)
{
  switch (self->state)
    {
    case MPS_CHECKLIST_TO_DO:
      return "dialog-warning-symbolic";
    case MPS_CHECKLIST_WAITING:
      return "content-loading-symbolic";
    case MPS_CHECKLIST_DONE:
      return "object-select-symbolic";
    }
  g_return_val_if_reached (NULL);
}

static char *
dup_done_text (MpsChecklistItem *self)
{
  switch (self->step)
    {
    case MPS_CHECKLIST_ENTITLEMENT:
      return g_strdup (_ ("This organization is entitled to MPS Express."));
    case MPS_CHECKLIST_PRINTERS:
      return g_strdup_printf (
          ngettext ("%'u printer is known.", "%'u printers are known.", self->count), self->count);
    case MPS_CHECKLIST_CONTACTS:
      return g_strdup_printf (ngettext ("%'u contact exists.", "%'u contacts exist.", self->count),
                              self->count);
    case MPS_CHECKLIST_ASSIGNMENT:
      return g_strdup (_ ("Every printer that needs a contact has one."));
    case MPS_CHECKLIST_AGENTS:
      return g_strdup (_ ("No printer has a Fleet Agent whose version is too low."));
    }
  g_return_val_if_reached (NULL);
}

static char *
dup_to_do_text (MpsChecklistItem *self)
{
  switch (self->step)
    {
    case MPS_CHECKLIST_ENTITLEMENT:
      return g_strdup (_ ("This organization is not entitled to MPS Express yet."));
    case MPS_CHECKLIST_PRINTERS:
      return g_strdup (_ ("No printers are known yet."));
    case MPS_CHECKLIST_CONTACTS:
      return g_strdup (_ ("No supplies delivery contact exists yet."));
    case MPS_CHECKLIST_ASSIGNMENT:
      return g_strdup_printf (ngettext ("%'u printer has no supplies delivery contact.",
                                        "%'u printers have no supplies delivery contact.",
                                        self->count),
                              self->count);
    case MPS_CHECKLIST_AGENTS:
      return g_strdup_printf (ngettext ("%'u printer has a Fleet Agent whose version is too low.",
                                        "%'u printers have a Fleet Agent whose version is too low.",
                                        self->count),
                              self->count);
    }
  g_return_val_if_reached (NULL);
}

static const char *
get_button_label (MpsChecklistItem *self)
{
  if (self->state != MPS_CHECKLIST_TO_DO)
    return NULL;
  switch (self->step)
    {
    case MPS_CHECKLIST_ENTITLEMENT:
      return _ ("Organization entitlements…");
    case MPS_CHECKLIST_PRINTERS:
      return _ ("Import printers…");
    case MPS_CHECKLIST_CONTACTS:
      return _ ("Create contact…");
    case MPS_CHECKLIST_ASSIGNMENT:
      return _ ("Assign contact…");
    case MPS_CHECKLIST_AGENTS:
      return _ ("Show agents");
    }
  g_return_val_if_reached (NULL);
}

static const char *
get_other_label (MpsChecklistItem *self)
{
  return self->step == MPS_CHECKLIST_CONTACTS && self->state == MPS_CHECKLIST_TO_DO
             ? _ ("Import contacts…")
             : NULL;
}

static void
mps_checklist_item_get_property (GObject *object, guint property_id, GValue *value,
                                 GParamSpec *pspec)
{
  MpsChecklistItem *self = MPS_CHECKLIST_ITEM (object);

  switch ((MpsChecklistItemProperty) property_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, mps_checklist_item_get_title (self));
      break;
    case PROP_STATE_LABEL:
      g_value_set_string (value, get_state_label (self));
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, get_icon_name (self));
      break;
    case PROP_TEXT:
      g_value_take_string (value, mps_checklist_item_dup_text (self));
      break;
    case PROP_BUTTON_LABEL:
      g_value_set_string (value, get_button_label (self));
      break;
    case PROP_OTHER_LABEL:
      g_value_set_string (value, get_other_label (self));
      break;
    }
}

static void
mps_checklist_item_class_init (MpsChecklistItemClass *klass)
{
  static const char *const names[]
      = { NULL, "title", "state-label", "icon-name", "text", "button-label", "other-label" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mps_checklist_item_get_property;
  for (guint i = PROP_TITLE; i < G_N_ELEMENTS (properties); i++)
    properties[i]
        = g_param_spec_string (names[i], NULL, NULL, NULL,
                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
mps_checklist_item_init (MpsChecklistItem *self)
{
}

/**
 * mps_checklist_item_new:
 * @step: a step
 *
 * Returns: (transfer full): the step, to do
 */
MpsChecklistItem *
mps_checklist_item_new (MpsChecklistStep step)
{
  MpsChecklistItem *self = g_object_new (MPS_TYPE_CHECKLIST_ITEM, NULL);

  self->step = step;
  return self;
}

/**
 * mps_checklist_item_set:
 * @self: a step
 * @state: how it stands
 * @count: how many it is about: printers or contacts there are, or printers to do something for
 *
 * Notifies of what is said of it when that is not as it was.
 */
void
mps_checklist_item_set (MpsChecklistItem *self, MpsChecklistState state, guint count)
{
  g_return_if_fail (MPS_IS_CHECKLIST_ITEM (self));
  if (self->state == state && self->count == count)
    return;
  self->state = state;
  self->count = count;
  for (guint i = PROP_STATE_LABEL; i < G_N_ELEMENTS (properties); i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

MpsChecklistStep
mps_checklist_item_get_step (MpsChecklistItem *self)
{
  g_return_val_if_fail (MPS_IS_CHECKLIST_ITEM (self), MPS_CHECKLIST_ENTITLEMENT);
  return self->step;
}

MpsChecklistState
mps_checklist_item_get_state (MpsChecklistItem *self)
{
  g_return_val_if_fail (MPS_IS_CHECKLIST_ITEM (self), MPS_CHECKLIST_TO_DO);
  return self->state;
}

/**
 * mps_checklist_item_get_title:
 * @self: a step
 *
 * Returns: (transfer none): what it is about, translated
 */
const char *
mps_checklist_item_get_title (MpsChecklistItem *self)
{
  g_return_val_if_fail (MPS_IS_CHECKLIST_ITEM (self), NULL);
  switch (self->step)
    {
    case MPS_CHECKLIST_ENTITLEMENT:
      return _ ("The organization is entitled");
    case MPS_CHECKLIST_PRINTERS:
      return _ ("Its printers are known");
    case MPS_CHECKLIST_CONTACTS:
      return _ ("A supplies delivery contact exists");
    case MPS_CHECKLIST_ASSIGNMENT:
      return _ ("The printers have contacts");
    case MPS_CHECKLIST_AGENTS:
      return _ ("The Fleet Agents are new enough");
    }
  g_return_val_if_reached (NULL);
}

/**
 * mps_checklist_item_dup_text:
 * @self: a step
 *
 * Returns: (transfer full): how it stands, a translated sentence
 */
char *
mps_checklist_item_dup_text (MpsChecklistItem *self)
{
  g_return_val_if_fail (MPS_IS_CHECKLIST_ITEM (self), NULL);
  switch (self->state)
    {
    case MPS_CHECKLIST_TO_DO:
      return dup_to_do_text (self);
    case MPS_CHECKLIST_WAITING:
      return g_strdup (_ ("This can be told when printers are known."));
    case MPS_CHECKLIST_DONE:
      return dup_done_text (self);
    }
  g_return_val_if_reached (NULL);
}
