/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-agent-item.h"

#include "fleet/mps-text.h"
#include "fleet/mps-time.h"

#include <glib/gi18n.h>
#include <string.h>

struct _MpsAgentItem {
  GObject parent_instance;

  gint64 id;
  char *name;
  const char *kind; /* static */
  char *version;
  const char *verdict;      /* static */
  const char *verdict_icon; /* static */
  gboolean outdated;
  gboolean active;
  char *last_seen;
  char *last_seen_text;
  guint printers;
  guint managed;
  char *folded;        /* what is searched, with MPS_SEARCH_PADDING */
  gsize folded_length; /* bytes */
};

typedef enum {
  PROP_ID = 1,
  PROP_NAME,
  PROP_KIND,
  PROP_VERSION,
  PROP_VERDICT,
  PROP_VERDICT_ICON_NAME,
  PROP_OUTDATED,
  PROP_ACTIVE,
  PROP_STATE,
  PROP_LAST_SEEN,
  PROP_LAST_SEEN_TEXT,
  PROP_PRINTERS,
  PROP_MANAGED,
} MpsAgentItemProperty;

static GParamSpec *properties[PROP_MANAGED + 1];

G_DEFINE_FINAL_TYPE (MpsAgentItem, mps_agent_item, G_TYPE_OBJECT)

static void
notify (MpsAgentItem *self, MpsAgentItemProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_text (MpsAgentItem *self, char **place, const char *text, MpsAgentItemProperty property)
{
  if (g_set_str (place, text))
    notify (self, property);
}

static void
set_static (MpsAgentItem *self, const char **place, const char *text, MpsAgentItemProperty property)
{
  if (*place == text)
    return;
  *place = text;
  notify (self, property);
}

static void
set_active (MpsAgentItem *self, gboolean active)
{
  if (self->active == active)
    return;
  self->active = active;
  notify (self, PROP_ACTIVE);
  notify (self, PROP_STATE);
}

static void
set_outdated (MpsAgentItem *self, gboolean outdated)
{
  if (self->outdated == outdated)
    return;
  self->outdated = outdated;
  notify (self, PROP_OUTDATED);
}

static void
set_last_seen (MpsAgentItem *self, const char *last_seen)
{
  if (!g_set_str (&self->last_seen, last_seen))
    return;
  g_free (self->last_seen_text);
  self->last_seen_text = *last_seen ? mps_time_dup_text_of (last_seen) : g_strdup ("");
  notify (self, PROP_LAST_SEEN);
  notify (self, PROP_LAST_SEEN_TEXT);
}

/* What can be read of an agent in the table or among its criteria is found. */
static void
fold (MpsAgentItem *self, const MpsAgentRecord *agent)
{
  g_autofree char *addresses = g_strjoinv ("\n", agent->addresses);
  g_autofree char *text
      = g_strjoin ("\n", agent->name, self->kind, agent->version, addresses, NULL);
  g_autofree char *folded = mps_text_fold (text);

  g_free (self->folded);
  self->folded_length = strlen (folded);
  self->folded = g_malloc0 (self->folded_length + MPS_SEARCH_PADDING);
  memcpy (self->folded, folded, self->folded_length);
}

static void
mps_agent_item_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MpsAgentItem *self = MPS_AGENT_ITEM (object);

  switch ((MpsAgentItemProperty) property_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_KIND:
      g_value_set_static_string (value, self->kind);
      break;
    case PROP_VERSION:
      g_value_set_string (value, self->version);
      break;
    case PROP_VERDICT:
      g_value_set_static_string (value, self->verdict);
      break;
    case PROP_VERDICT_ICON_NAME:
      g_value_set_static_string (value, self->verdict_icon);
      break;
    case PROP_OUTDATED:
      g_value_set_boolean (value, self->outdated);
      break;
    case PROP_ACTIVE:
      g_value_set_boolean (value, self->active);
      break;
    case PROP_STATE:
      g_value_set_static_string (value, self->active ? _ ("Active") : _ ("Inactive"));
      break;
    case PROP_LAST_SEEN:
      g_value_set_string (value, self->last_seen);
      break;
    case PROP_LAST_SEEN_TEXT:
      g_value_set_string (value, self->last_seen_text);
      break;
    case PROP_PRINTERS:
      g_value_set_uint (value, self->printers);
      break;
    case PROP_MANAGED:
      g_value_set_uint (value, self->managed);
      break;
    }
}

static void
mps_agent_item_finalize (GObject *object)
{
  MpsAgentItem *self = MPS_AGENT_ITEM (object);

  g_free (self->name);
  g_free (self->version);
  g_free (self->last_seen);
  g_free (self->last_seen_text);
  g_free (self->folded);
  G_OBJECT_CLASS (mps_agent_item_parent_class)->finalize (object);
}

static void
install_text (MpsAgentItemProperty property, const char *name)
{
  properties[property] = g_param_spec_string (
      name, NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
mps_agent_item_class_init (MpsAgentItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = mps_agent_item_finalize;
  object_class->get_property = mps_agent_item_get_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  install_text (PROP_NAME, "name");
  install_text (PROP_KIND, "kind");
  install_text (PROP_VERSION, "version");
  install_text (PROP_VERDICT, "verdict");
  install_text (PROP_VERDICT_ICON_NAME, "verdict-icon-name");
  properties[PROP_OUTDATED] = g_param_spec_boolean ("outdated", NULL, NULL, FALSE, flags);
  properties[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE, flags);
  install_text (PROP_STATE, "state");
  install_text (PROP_LAST_SEEN, "last-seen");
  install_text (PROP_LAST_SEEN_TEXT, "last-seen-text");
  properties[PROP_PRINTERS] = g_param_spec_uint ("printers", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_MANAGED] = g_param_spec_uint ("managed", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
mps_agent_item_init (MpsAgentItem *self)
{
}

/**
 * mps_agent_item_new:
 * @id: an agent's
 *
 * Returns: (transfer full): an item that has to be told of its agent
 */
MpsAgentItem *
mps_agent_item_new (gint64 id)
{
  MpsAgentItem *self = g_object_new (MPS_TYPE_AGENT_ITEM, NULL);

  self->id = id;
  return self;
}

/**
 * mps_agent_item_set_agent:
 * @self: an agent item
 * @agent: what is known of its agent now
 * @policy: the policy in force
 */
void
mps_agent_item_set_agent (MpsAgentItem *self, const MpsAgentRecord *agent, MpsPolicy *policy)
{
  g_return_if_fail (MPS_IS_AGENT_ITEM (self));
  g_return_if_fail (agent->id == self->id);
  set_text (self, &self->name, agent->name, PROP_NAME);
  set_static (self, &self->kind, mps_agent_kind_get_label (agent->kind), PROP_KIND);
  set_text (self, &self->version, agent->version, PROP_VERSION);
  set_static (self, &self->verdict, mps_agent_verdict_get_label (agent, policy), PROP_VERDICT);
  set_static (self, &self->verdict_icon, mps_agent_verdict_get_icon_name (agent, policy),
              PROP_VERDICT_ICON_NAME);
  set_outdated (self, mps_agent_verdict_is_outdated (agent, policy));
  set_active (self, agent->active);
  set_last_seen (self, agent->last_seen);
  fold (self, agent);
}

/**
 * mps_agent_item_set_counts:
 * @self: an agent item
 * @printers: how many it has
 * @managed: how many of them are managed or pending in MPS Express
 */
void
mps_agent_item_set_counts (MpsAgentItem *self, guint printers, guint managed)
{
  const gboolean other_printers = self->printers != printers;
  const gboolean other_managed = self->managed != managed;

  g_return_if_fail (MPS_IS_AGENT_ITEM (self));
  self->printers = printers;
  self->managed = managed;
  if (other_printers)
    notify (self, PROP_PRINTERS);
  if (other_managed)
    notify (self, PROP_MANAGED);
}

gint64
mps_agent_item_get_id (MpsAgentItem *self)
{
  g_return_val_if_fail (MPS_IS_AGENT_ITEM (self), 0);
  return self->id;
}

const char *
mps_agent_item_get_version (MpsAgentItem *self)
{
  g_return_val_if_fail (MPS_IS_AGENT_ITEM (self), NULL);
  return self->version;
}

gboolean
mps_agent_item_get_outdated (MpsAgentItem *self)
{
  g_return_val_if_fail (MPS_IS_AGENT_ITEM (self), FALSE);
  return self->outdated;
}

guint
mps_agent_item_get_printers (MpsAgentItem *self)
{
  g_return_val_if_fail (MPS_IS_AGENT_ITEM (self), 0);
  return self->printers;
}

guint
mps_agent_item_get_managed (MpsAgentItem *self)
{
  g_return_val_if_fail (MPS_IS_AGENT_ITEM (self), 0);
  return self->managed;
}

/**
 * mps_agent_item_matches:
 * @self: an agent item
 * @search: what somebody typed
 *
 * Returns: whether all its words are found in what the agent is called, its
 *   kind, version and addresses
 */
gboolean
mps_agent_item_matches (MpsAgentItem *self, const MpsSearch *search)
{
  g_return_val_if_fail (MPS_IS_AGENT_ITEM (self), FALSE);
  for (guint i = 0; i < search->n_words; i++)
    if (mps_word_find (&search->words[i], self->folded, self->folded_length) == self->folded_length)
      return FALSE;
  return TRUE;
}
