/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-checklist-commands.h"

#include "desk/contacts-import/mps-import-contacts-dialog.h"
#include "desk/contacts/mps-contact-dialog.h"
#include "desk/organizations/mps-entitlement-dialog.h"
#include "desk/printers/mps-import-fleet-dialog.h"
#include "desk/printers/mps-printer-commands.h"

/* The printers of the organization that is looked at which have a status. */
static GArray *
find_rows (MpsSession *session, MpsStatus status)
{
  MpsFleet *fleet = mps_session_get_fleet (session);
  const MpsFleetColumns columns = mps_fleet_get_columns (fleet);
  const gint64 organization = mps_session_get_organization (session);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 row = 0; row < columns.n_rows; row++)
    if (mps_status_mask_has (columns.mask[row], status) && mps_fleet_is_alive (fleet, row)
        && mps_fleet_get_organization (fleet, row) == organization)
      g_array_append_val (rows, row);
  return rows;
}

static gboolean
has_contacts (MpsSession *session)
{
  MpsOrganizationItem *item = mps_organization_list_find (mps_session_get_organizations (session),
                                                          mps_session_get_organization (session));

  return item && mps_organization_item_get_tally (item)->contacts > 0;
}

/* Where there is no contact to choose, one is made on the way. */
static void
assign (GtkWidget *widget, MpsSession *session)
{
  g_autoptr (GArray) rows = find_rows (session, MPS_STATUS_NO_CONTACT);

  if (has_contacts (session))
    mps_printer_commands_assign (widget, session, (const guint32 *) rows->data, rows->len);
  else
    mps_printer_commands_create_and_assign (widget, session, (const guint32 *) rows->data,
                                            rows->len);
}

/**
 * mps_checklist_commands_begin:
 * @widget: the widget from which it was asked for
 * @session: the session
 * @step: a step that is to be done
 *
 * Begins what gets the step done in the organization that is looked at.
 */
void
mps_checklist_commands_begin (GtkWidget *widget, MpsSession *session, MpsChecklistStep step)
{
  const gint64 organization = mps_session_get_organization (session);

  switch (step)
    {
    case MPS_CHECKLIST_ENTITLEMENT:
      adw_dialog_present (mps_entitlement_dialog_new (session, organization), widget);
      break;
    case MPS_CHECKLIST_PRINTERS:
      adw_dialog_present (mps_import_fleet_dialog_new (session, NULL), widget);
      break;
    case MPS_CHECKLIST_CONTACTS:
      adw_dialog_present (mps_contact_dialog_new_create (session), widget);
      break;
    case MPS_CHECKLIST_ASSIGNMENT:
      assign (widget, session);
      break;
    case MPS_CHECKLIST_AGENTS:
      gtk_widget_activate_action (widget, "win.show-outdated-agents", NULL);
      break;
    }
}

/**
 * mps_checklist_commands_begin_other:
 * @widget: the widget from which it was asked for
 * @session: the session
 * @step: a step that is to be done
 *
 * Begins the other way to get it done, where there is one: contacts can be
 * imported, too.
 */
void
mps_checklist_commands_begin_other (GtkWidget *widget, MpsSession *session, MpsChecklistStep step)
{
  if (step == MPS_CHECKLIST_CONTACTS)
    adw_dialog_present (mps_import_contacts_dialog_new (session, NULL), widget);
}
