/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printer.h"

struct _MpsPrinter {
  MpsRow parent_instance;
};

/* One for each column, in the order of MpsPrinterColumn. */
typedef enum {
  PROP_SERIAL = 1,
  PROP_MODEL,
  PROP_IP_ADDRESS,
  PROP_HOST_NAME,
  PROP_LOCATION,
  PROP_ASSET_TAG,
  PROP_FIRMWARE,
  PROP_ORGANIZATION,
  PROP_AGENT,
  PROP_AGENT_VERSION,
  PROP_AVERAGE_PAGES,
  PROP_CONTACT,
  PROP_MANAGED,
  PROP_COMMUNICATION,
  PROP_STATUS,
} MpsPrinterProperty;

static const char *const property_names[] = {
  [PROP_SERIAL] = "serial",
  [PROP_MODEL] = "model",
  [PROP_IP_ADDRESS] = "ip-address",
  [PROP_HOST_NAME] = "host-name",
  [PROP_LOCATION] = "location",
  [PROP_ASSET_TAG] = "asset-tag",
  [PROP_FIRMWARE] = "firmware",
  [PROP_ORGANIZATION] = "organization",
  [PROP_AGENT] = "agent",
  [PROP_AGENT_VERSION] = "agent-version",
  [PROP_AVERAGE_PAGES] = "average-pages",
  [PROP_CONTACT] = "contact",
  [PROP_MANAGED] = "managed",
  [PROP_COMMUNICATION] = "communication",
  [PROP_STATUS] = "status",
};

static GParamSpec *properties[G_N_ELEMENTS (property_names)];

G_STATIC_ASSERT (G_N_ELEMENTS (property_names) == MPS_N_PRINTER_COLUMNS + 1);

G_DEFINE_FINAL_TYPE (MpsPrinter, mps_printer, MPS_TYPE_ROW)

/* After a reload, somebody may look at an item before its list has heard of it. */
static gboolean
is_there (MpsFleet *fleet, guint32 row)
{
  return row != MPS_NO_ROW && row < mps_fleet_get_n_rows (fleet);
}

static gint64
mps_printer_get_id (MpsFleet *fleet, guint32 row)
{
  return is_there (fleet, row) ? mps_fleet_get_id (fleet, row) : 0;
}

static void
mps_printer_refresh (MpsRow *row)
{
  for (guint i = PROP_SERIAL; i < G_N_ELEMENTS (properties); i++)
    g_object_notify_by_pspec (G_OBJECT (row), properties[i]);
}

static void
mps_printer_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  g_value_take_string (value, mps_printer_dup_text (MPS_PRINTER (object), prop_id - PROP_SERIAL));
}

static void
mps_printer_class_init (MpsPrinterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  MpsRowClass *row_class = MPS_ROW_CLASS (klass);

  object_class->get_property = mps_printer_get_property;
  row_class->get_id = mps_printer_get_id;
  row_class->refresh = mps_printer_refresh;

  for (guint i = PROP_SERIAL; i < G_N_ELEMENTS (properties); i++)
    properties[i]
        = g_param_spec_string (property_names[i], NULL, NULL, "",
                               G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
mps_printer_init (MpsPrinter *self)
{
}

/**
 * mps_printer_dup_text:
 * @self: a printer
 * @column: a column
 *
 * Returns: (transfer full): what the column shows of it; "" where there is nothing
 */
char *
mps_printer_dup_text (MpsPrinter *self, MpsPrinterColumn column)
{
  MpsFleet *fleet = mps_row_get_fleet (MPS_ROW (self));
  const guint32 row = mps_row_get_row (MPS_ROW (self));

  return is_there (fleet, row) ? mps_printer_column_dup_text (column, fleet, row) : g_strdup ("");
}

/**
 * mps_printer_dup_whole_text:
 * @self: a printer
 * @column: a column
 *
 * Returns: (transfer full): all there is to say of it in the column; "" where there is nothing
 */
char *
mps_printer_dup_whole_text (MpsPrinter *self, MpsPrinterColumn column)
{
  MpsFleet *fleet = mps_row_get_fleet (MPS_ROW (self));
  const guint32 row = mps_row_get_row (MPS_ROW (self));

  return is_there (fleet, row) ? mps_printer_column_dup_whole_text (column, fleet, row)
                               : g_strdup ("");
}
