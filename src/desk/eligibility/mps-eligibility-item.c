/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-eligibility-item.h"

#include <glib/gi18n.h>

struct _MpsEligibilityItem {
  GObject parent_instance;

  MpsFleet *fleet;
  MpsEligibilityKind kind;
  MpsStatus status;
  guint32 row;
  guint count;
  guint total;
  int found; /* while the user searches; -1 else */
  gboolean expanded;
  char *hindrance;
};

typedef enum {
  PROP_KIND = 1,
  PROP_STATUS,
  PROP_TITLE,
  PROP_ICON_NAME,
  PROP_COUNT_TEXT,
  PROP_SHARE_TEXT,
  PROP_SEARCHING,
  PROP_EXPLANATION,
  PROP_REMEDY_LABEL,
  PROP_HINDRANCE,
  PROP_TOGGLE_LABEL,
  PROP_TOGGLE_ICON_NAME,
  PROP_SERIAL,
  PROP_MODEL,
  PROP_OTHERS,
} MpsEligibilityItemProperty;

static GParamSpec *properties[PROP_OTHERS + 1];

G_DEFINE_FINAL_TYPE (MpsEligibilityItem, mps_eligibility_item, G_TYPE_OBJECT)

/* Signs of different shape, so that a status is told without colours. */
static const char *const icon_names[MPS_N_STATUSES] = {
  [MPS_STATUS_ELIGIBLE] = "object-select-symbolic",
  [MPS_STATUS_ALREADY_MANAGED] = "changes-prevent-symbolic",
  [MPS_STATUS_MANAGEMENT_PENDING] = "content-loading-symbolic",
  [MPS_STATUS_REGISTRATION_FAILED] = "dialog-error-symbolic",
  [MPS_STATUS_UNSUPPORTED_MODEL] = "action-unavailable-symbolic",
  [MPS_STATUS_PAGES_OVER_LIMIT] = "go-top-symbolic",
  [MPS_STATUS_PAGES_UNKNOWN] = "dialog-question-symbolic",
  [MPS_STATUS_NO_CONTACT] = "avatar-default-symbolic",
  [MPS_STATUS_AGENT_OUTDATED] = "software-update-available-symbolic",
};

static const char *
get_remedy_label (MpsStatus status)
{
  switch (status)
    {
    case MPS_STATUS_ELIGIBLE:
      return _ ("Add to MPS Express…");
    case MPS_STATUS_NO_CONTACT:
      return _ ("Assign contact…");
    case MPS_STATUS_PAGES_UNKNOWN:
      return _ ("How page counts become known");
    case MPS_STATUS_AGENT_OUTDATED:
      return _ ("Go to the agents");
    case MPS_STATUS_REGISTRATION_FAILED:
      return _ ("Copy for Lexmark technical support");
    case MPS_STATUS_UNSUPPORTED_MODEL:
    case MPS_STATUS_PAGES_OVER_LIMIT:
      return _ ("Copy for Lexmark customer operations");
    case MPS_STATUS_ALREADY_MANAGED:
    case MPS_STATUS_MANAGEMENT_PENDING:
      break;
    }
  return "";
}

/* Of those that are spoken of; never 0 % of some, nor 100 % of not all. */
static char *
dup_share_text (MpsEligibilityItem *self)
{
  const guint percent
      = self->total ? (guint) (((guint64) self->count * 100 + self->total / 2) / self->total) : 0;

  if (self->count == 0 || self->count == self->total)
    /* Translators: a share of the printers, in percent. */
    return g_strdup_printf (_ ("%u %%"), percent);
  if (percent == 0)
    /* Translators: a share of the printers, in percent: less than one. */
    return g_strdup (_ ("< 1 %"));
  return g_strdup_printf (_ ("%u %%"), MIN (percent, 99));
}

static char *
dup_toggle_label (MpsEligibilityItem *self)
{
  if (self->count == 0)
    return g_strdup (_ ("No printers"));
  if (self->found >= 0)
    return g_strdup_printf (ngettext ("%'d printer found", "%'d printers found", self->found),
                            self->found);
  if (self->expanded)
    return g_strdup (_ ("Hide printers"));
  return g_strdup_printf (ngettext ("Show %'u printer", "Show %'u printers", self->count),
                          self->count);
}

static gboolean
shows_printer (MpsEligibilityItem *self)
{
  return self->fleet && mps_fleet_is_alive (self->fleet, self->row);
}

/* What else stands in the way of the printer, beside what the section is about. */
static char *
dup_others (MpsEligibilityItem *self)
{
  g_autofree char *labels = NULL;
  MpsStatusMask others;

  if (!shows_printer (self) || self->status == MPS_STATUS_ELIGIBLE)
    return g_strdup ("");
  others = mps_fleet_get_mask (self->fleet, self->row)
           & (MpsStatusMask) ~MPS_STATUS_BIT (self->status);
  labels = mps_status_mask_dup_labels (others);
  /* Translators: %s is one status or several, with dots between them. */
  return *labels ? g_strdup_printf (_ ("Also: %s"), labels) : g_strdup ("");
}

static void
mps_eligibility_item_get_property (GObject *object, guint property_id, GValue *value,
                                   GParamSpec *pspec)
{
  MpsEligibilityItem *self = MPS_ELIGIBILITY_ITEM (object);

  switch ((MpsEligibilityItemProperty) property_id)
    {
    case PROP_KIND:
      g_value_set_uint (value, self->kind);
      break;
    case PROP_STATUS:
      g_value_set_uint (value, self->status);
      break;
    case PROP_TITLE:
      g_value_set_static_string (value, mps_status_get_label (self->status));
      break;
    case PROP_ICON_NAME:
      g_value_set_static_string (value, icon_names[self->status]);
      break;
    case PROP_COUNT_TEXT:
      g_value_take_string (value, g_strdup_printf ("%'u", self->count));
      break;
    case PROP_SHARE_TEXT:
      g_value_take_string (value, dup_share_text (self));
      break;
    case PROP_SEARCHING:
      g_value_set_boolean (value, self->found >= 0);
      break;
    case PROP_EXPLANATION:
      g_value_set_static_string (value, mps_status_get_explanation (self->status, self->count));
      break;
    case PROP_REMEDY_LABEL:
      g_value_set_static_string (value, get_remedy_label (self->status));
      break;
    case PROP_HINDRANCE:
      g_value_set_string (value, self->hindrance);
      break;
    case PROP_TOGGLE_LABEL:
      g_value_take_string (value, dup_toggle_label (self));
      break;
    case PROP_TOGGLE_ICON_NAME:
      g_value_set_static_string (value, self->expanded ? "pan-up-symbolic" : "pan-down-symbolic");
      break;
    case PROP_SERIAL:
      g_value_set_string (
          value, shows_printer (self) ? mps_fleet_get_serial (self->fleet, self->row) : "");
      break;
    case PROP_MODEL:
      g_value_set_string (value,
                          shows_printer (self) ? mps_fleet_get_model (self->fleet, self->row) : "");
      break;
    case PROP_OTHERS:
      g_value_take_string (value, dup_others (self));
      break;
    }
}

static void
mps_eligibility_item_finalize (GObject *object)
{
  MpsEligibilityItem *self = MPS_ELIGIBILITY_ITEM (object);

  g_clear_object (&self->fleet);
  g_free (self->hindrance);
  G_OBJECT_CLASS (mps_eligibility_item_parent_class)->finalize (object);
}

static void
mps_eligibility_item_class_init (MpsEligibilityItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = mps_eligibility_item_finalize;
  object_class->get_property = mps_eligibility_item_get_property;

  properties[PROP_KIND] = g_param_spec_uint ("kind", NULL, NULL, 0, MPS_ELIGIBILITY_TOGGLE,
                                             MPS_ELIGIBILITY_EXPLANATION, flags);
  properties[PROP_STATUS]
      = g_param_spec_uint ("status", NULL, NULL, 0, MPS_N_STATUSES - 1, 0, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_COUNT_TEXT] = g_param_spec_string ("count-text", NULL, NULL, NULL, flags);
  properties[PROP_SHARE_TEXT] = g_param_spec_string ("share-text", NULL, NULL, NULL, flags);
  properties[PROP_SEARCHING] = g_param_spec_boolean ("searching", NULL, NULL, FALSE, flags);
  properties[PROP_EXPLANATION] = g_param_spec_string ("explanation", NULL, NULL, NULL, flags);
  properties[PROP_REMEDY_LABEL] = g_param_spec_string ("remedy-label", NULL, NULL, NULL, flags);
  properties[PROP_HINDRANCE] = g_param_spec_string ("hindrance", NULL, NULL, NULL, flags);
  properties[PROP_TOGGLE_LABEL] = g_param_spec_string ("toggle-label", NULL, NULL, NULL, flags);
  properties[PROP_TOGGLE_ICON_NAME]
      = g_param_spec_string ("toggle-icon-name", NULL, NULL, NULL, flags);
  properties[PROP_SERIAL] = g_param_spec_string ("serial", NULL, NULL, NULL, flags);
  properties[PROP_MODEL] = g_param_spec_string ("model", NULL, NULL, NULL, flags);
  properties[PROP_OTHERS] = g_param_spec_string ("others", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
mps_eligibility_item_init (MpsEligibilityItem *self)
{
  self->row = MPS_NO_ROW;
  self->found = -1;
}

/**
 * mps_eligibility_item_new:
 * @kind: explanation or toggle
 * @status: the section's status
 *
 * Returns: (transfer full): a new line, of no printer
 */
MpsEligibilityItem *
mps_eligibility_item_new (MpsEligibilityKind kind, MpsStatus status)
{
  MpsEligibilityItem *self = g_object_new (MPS_TYPE_ELIGIBILITY_ITEM, NULL);

  self->kind = kind;
  self->status = status;
  return self;
}

/**
 * mps_eligibility_item_new_printer:
 * @status: the section's status
 * @fleet: (transfer none): the fleet
 * @row: the printer's row
 *
 * Returns: (transfer full): a new line for a printer
 */
MpsEligibilityItem *
mps_eligibility_item_new_printer (MpsStatus status, MpsFleet *fleet, guint32 row)
{
  MpsEligibilityItem *self = mps_eligibility_item_new (MPS_ELIGIBILITY_PRINTER, status);

  self->fleet = g_object_ref (fleet);
  self->row = row;
  return self;
}

/**
 * mps_eligibility_item_get_kind:
 * @self: a line
 *
 * Returns: what the line shows
 */
MpsEligibilityKind
mps_eligibility_item_get_kind (MpsEligibilityItem *self)
{
  g_return_val_if_fail (MPS_IS_ELIGIBILITY_ITEM (self), MPS_ELIGIBILITY_EXPLANATION);
  return self->kind;
}

/**
 * mps_eligibility_item_get_status:
 * @self: a line
 *
 * Returns: the status of its section
 */
MpsStatus
mps_eligibility_item_get_status (MpsEligibilityItem *self)
{
  g_return_val_if_fail (MPS_IS_ELIGIBILITY_ITEM (self), MPS_STATUS_ELIGIBLE);
  return self->status;
}

/**
 * mps_eligibility_item_get_row:
 * @self: a line
 *
 * Returns: the printer's row, %MPS_NO_ROW when it is no printer's line
 */
guint32
mps_eligibility_item_get_row (MpsEligibilityItem *self)
{
  g_return_val_if_fail (MPS_IS_ELIGIBILITY_ITEM (self), MPS_NO_ROW);
  return self->row;
}

/**
 * mps_eligibility_item_set_count:
 * @self: an explanation or a toggle
 * @count: how many printers have the status
 * @total: of how many
 */
void
mps_eligibility_item_set_count (MpsEligibilityItem *self, guint count, guint total)
{
  g_return_if_fail (MPS_IS_ELIGIBILITY_ITEM (self));
  if (self->count == count && self->total == total)
    return;
  self->count = count;
  self->total = total;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT_TEXT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPLANATION]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHARE_TEXT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOGGLE_LABEL]);
}

/**
 * mps_eligibility_item_set_found:
 * @self: an explanation or a toggle
 * @found: how many printers of the section the search found; -1 for no search
 */
void
mps_eligibility_item_set_found (MpsEligibilityItem *self, int found)
{
  g_return_if_fail (MPS_IS_ELIGIBILITY_ITEM (self));
  if (self->found == found)
    return;
  self->found = found;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCHING]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOGGLE_LABEL]);
}

/**
 * mps_eligibility_item_set_expanded:
 * @self: a toggle
 * @expanded: whether the section's printers are shown
 */
void
mps_eligibility_item_set_expanded (MpsEligibilityItem *self, gboolean expanded)
{
  g_return_if_fail (MPS_IS_ELIGIBILITY_ITEM (self));
  if (self->expanded == expanded)
    return;
  self->expanded = expanded;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOGGLE_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOGGLE_ICON_NAME]);
}

/**
 * mps_eligibility_item_set_hindrance:
 * @self: an explanation
 * @hindrance: (nullable): why the remedy can't be begun now, translated
 */
void
mps_eligibility_item_set_hindrance (MpsEligibilityItem *self, const char *hindrance)
{
  g_return_if_fail (MPS_IS_ELIGIBILITY_ITEM (self));
  if (g_set_str (&self->hindrance, hindrance))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HINDRANCE]);
}

/**
 * mps_eligibility_item_refresh:
 * @self: a printer's line
 *
 * Has what is read from the fleet read again.
 */
void
mps_eligibility_item_refresh (MpsEligibilityItem *self)
{
  g_return_if_fail (MPS_IS_ELIGIBILITY_ITEM (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SERIAL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODEL]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OTHERS]);
}
