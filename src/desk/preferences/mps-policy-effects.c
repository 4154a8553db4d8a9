/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-policy-effects.h"

#include "rules/mps-eligibility.h"

#include <glib/gi18n.h>

/* How often the counts follow a fleet that keeps changing, in milliseconds. */
#define INTERVAL 250

struct _MpsPolicyEffects {
  AdwPreferencesGroup parent_instance;

  MpsFleet *fleet;
  MpsPolicy *policy;
  guint source;

  GtkWidget *rows[MPS_N_STATUSES];
  GtkWidget *counts[MPS_N_STATUSES];
};

G_DEFINE_FINAL_TYPE (MpsPolicyEffects, mps_policy_effects, ADW_TYPE_PREFERENCES_GROUP)

static char *
dup_counts (guint before, guint after)
{
  if (before == after)
    return g_strdup_printf ("%'u", before);
  /* Translators: a number of printers before and after a change. */
  return g_strdup_printf (_ ("%'u → %'u"), before, after);
}

static char *
dup_summary (const MpsPolicyEffect *effect)
{
  if (effect->n_changed == 0)
    return g_strdup (_ ("No printer changes its status."));
  return g_strdup_printf (ngettext ("%'u printer changes its status.",
                                    "%'u printers change their status.", effect->n_changed),
                          effect->n_changed);
}

static void
refresh (MpsPolicyEffects *self)
{
  MpsPolicyEffect effect;
  g_autofree char *summary = NULL;

  mps_eligibility_preview (self->fleet, self->policy, &effect);
  summary = dup_summary (&effect);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), summary);
  for (int status = 0; status < MPS_N_STATUSES; status++)
    {
      g_autofree char *counts = dup_counts (effect.before[status], effect.after[status]);

      gtk_label_set_label (GTK_LABEL (self->counts[status]), counts);
      gtk_widget_set_visible (self->rows[status],
                              effect.before[status] > 0 || effect.after[status] > 0);
    }
}

static void
on_timeout (gpointer data)
{
  MpsPolicyEffects *self = data;

  self->source = 0;
  refresh (self);
}

static void
on_fleet_changed (MpsPolicyEffects *self)
{
  if (self->source == 0)
    self->source = g_timeout_add_once (INTERVAL, on_timeout, self);
}

static void
mps_policy_effects_dispose (GObject *object)
{
  MpsPolicyEffects *self = MPS_POLICY_EFFECTS (object);

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->fleet)
    g_signal_handlers_disconnect_by_data (self->fleet, self);
  g_clear_object (&self->fleet);
  g_clear_pointer (&self->policy, mps_policy_unref);
  G_OBJECT_CLASS (mps_policy_effects_parent_class)->dispose (object);
}

static void
mps_policy_effects_class_init (MpsPolicyEffectsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mps_policy_effects_dispose;
}

static void
mps_policy_effects_init (MpsPolicyEffects *self)
{
  for (int status = 0; status < MPS_N_STATUSES; status++)
    {
      self->rows[status]
          = g_object_new (ADW_TYPE_ACTION_ROW, "title", mps_status_get_label (status), NULL);
      self->counts[status] = gtk_label_new (NULL);
      gtk_widget_add_css_class (self->counts[status], "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (self->rows[status]), self->counts[status]);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->rows[status]);
    }
}

/**
 * mps_policy_effects_show:
 * @self: a view of effects
 * @fleet: the printers
 * @policy: what may be put in force
 *
 * Shows what @policy would do to @fleet, and follows the fleet from now on.
 */
void
mps_policy_effects_show (MpsPolicyEffects *self, MpsFleet *fleet, MpsPolicy *policy)
{
  g_return_if_fail (MPS_IS_POLICY_EFFECTS (self));
  g_return_if_fail (MPS_IS_FLEET (fleet));
  g_return_if_fail (policy != NULL);
  if (g_set_object (&self->fleet, fleet))
    g_signal_connect_object (fleet, "printers-changed", G_CALLBACK (on_fleet_changed), self,
                             G_CONNECT_SWAPPED);
  mps_policy_ref (policy);
  g_clear_pointer (&self->policy, mps_policy_unref);
  self->policy = policy;
  refresh (self);
}
