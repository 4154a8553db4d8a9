/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-request-item.h"

#include "fleet/mps-time.h"

#include <glib/gi18n.h>

struct _MpsRequestItem {
  GObject parent_instance;

  char *id;
  char *title;
  char *detail;
};

typedef enum {
  PROP_TITLE = 1,
  PROP_DETAIL,
} MpsRequestItemProperty;

static GParamSpec *properties[PROP_DETAIL + 1];

G_DEFINE_FINAL_TYPE (MpsRequestItem, mps_request_item, G_TYPE_OBJECT)

static char *
dup_state (const MpsRequestSummary *request)
{
  g_autofree char *exported = NULL;

  if (request->exported_at == NULL)
    return g_strdup (_ ("Not exported yet"));
  exported = mps_time_dup_text_of (request->exported_at);
  if (request->n_answered == 0)
    /* Translators: %s is a date and time. */
    return g_strdup_printf (_ ("Exported %s, not answered yet"), exported);
  if (request->n_answered < request->n_printers)
    /* Translators: %s is a date and time. */
    return g_strdup_printf (_ ("Exported %s, answered for some"), exported);
  /* Translators: %s is a date and time. */
  return g_strdup_printf (_ ("Exported %s, answered"), exported);
}

static char *
dup_detail (const MpsRequestSummary *request)
{
  g_autofree char *state = dup_state (request);
  g_autofree char *printers = g_strdup_printf (
      ngettext ("%'u printer", "%'u printers", request->n_printers), request->n_printers);

  return g_strjoin (" · ", printers, state, NULL);
}

static void
mps_request_item_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MpsRequestItem *self = MPS_REQUEST_ITEM (object);

  switch ((MpsRequestItemProperty) property_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    }
}

static void
mps_request_item_finalize (GObject *object)
{
  MpsRequestItem *self = MPS_REQUEST_ITEM (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->detail);
  G_OBJECT_CLASS (mps_request_item_parent_class)->finalize (object);
}

static void
mps_request_item_class_init (MpsRequestItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = mps_request_item_get_property;
  object_class->finalize = mps_request_item_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
mps_request_item_init (MpsRequestItem *self)
{
}

/**
 * mps_request_item_new:
 * @request: what is known of a request
 *
 * Returns: (transfer full): a new item
 */
MpsRequestItem *
mps_request_item_new (const MpsRequestSummary *request)
{
  MpsRequestItem *self = g_object_new (MPS_TYPE_REQUEST_ITEM, NULL);
  g_autofree char *created = mps_time_dup_text_of (request->created);

  self->id = g_strdup (request->id);
  self->title = g_strjoin (" · ", created, request->organization, NULL);
  self->detail = dup_detail (request);
  return self;
}

/**
 * mps_request_item_get_id:
 * @self: an item
 *
 * Returns: (transfer none): the request's UUID
 */
const char *
mps_request_item_get_id (MpsRequestItem *self)
{
  g_return_val_if_fail (MPS_IS_REQUEST_ITEM (self), NULL);
  return self->id;
}
