/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printer-commands.h"

#include "mps-printers-copy.h"

#include "desk/contacts/mps-assign-dialog.h"
#include "desk/eligibility/mps-enroll-dialog.h"
#include "desk/eligibility/mps-unenroll.h"
#include "desk/widgets/mps-feedback.h"

#include <glib/gi18n.h>

static GArray *
ids_of_rows (MpsSession *session, const guint32 *rows, guint n_rows)
{
  MpsFleet *fleet = mps_session_get_fleet (session);
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_rows);

  for (guint i = 0; i < n_rows; i++)
    {
      const gint64 id = mps_fleet_get_id (fleet, rows[i]);

      g_array_append_val (ids, id);
    }
  return ids;
}

/**
 * mps_printer_commands_get_assign_hindrance:
 * @session: the session
 * @n_printers: how many printers are chosen
 *
 * Returns: (nullable): why no contact can be assigned now and what to do,
 *   translated; %NULL when one can
 */
const char *
mps_printer_commands_get_assign_hindrance (MpsSession *session, guint n_printers)
{
  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  if (mps_session_get_read_only (session))
    return _ ("Choose an organization first: all of them together can only be viewed.");
  return n_printers == 0 ? _ ("Select printers in the table first.") : NULL;
}

/**
 * mps_printer_commands_get_enroll_hindrance:
 * @session: the session
 * @n_printers: how many printers are chosen
 *
 * Returns: (nullable): why no printer can be added to MPS Express now and what
 *   to do, translated; %NULL when they can
 */
const char *
mps_printer_commands_get_enroll_hindrance (MpsSession *session, guint n_printers)
{
  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  if (!mps_session_get_read_only (session) && !mps_session_get_entitled (session))
    return _ ("This organization is not entitled to MPS Express. Entitle it first.");
  return mps_printer_commands_get_assign_hindrance (session, n_printers);
}

typedef AdwDialog *(*NewDialog) (MpsSession *session, const gint64 *printers, gsize n_printers);

static void
open_dialog (GtkWidget *widget, MpsSession *session, const guint32 *rows, guint n_rows,
             const char *hindrance, NewDialog new_dialog)
{
  g_autoptr (GArray) ids = NULL;

  if (hindrance)
    {
      mps_feedback_toast (widget, hindrance);
      return;
    }
  ids = ids_of_rows (session, rows, n_rows);
  adw_dialog_present (new_dialog (session, (const gint64 *) ids->data, ids->len), widget);
}

/**
 * mps_printer_commands_show:
 * @widget: the widget from which it was asked for
 * @fleet: the fleet
 * @row: a printer
 *
 * Asks the window for the printer's page.
 */
void
mps_printer_commands_show (GtkWidget *widget, MpsFleet *fleet, guint32 row)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  if (row != MPS_NO_ROW && mps_fleet_is_alive (fleet, row))
    gtk_widget_activate_action (widget, "win.show-printer", "x", mps_fleet_get_id (fleet, row));
}

/**
 * mps_printer_commands_assign:
 * @widget: the widget from which it was asked for
 * @session: the session
 * @rows: (array length=n_rows): printers
 * @n_rows: how many
 *
 * Opens the dialog that assigns a supplies delivery contact to the printers, or
 * says why that can't be done.
 */
void
mps_printer_commands_assign (GtkWidget *widget, MpsSession *session, const guint32 *rows,
                             guint n_rows)
{
  open_dialog (widget, session, rows, n_rows,
               mps_printer_commands_get_assign_hindrance (session, n_rows), mps_assign_dialog_new);
}

/**
 * mps_printer_commands_create_and_assign:
 * @widget: the widget from which it was asked for
 * @session: the session
 * @rows: (array length=n_rows): printers
 * @n_rows: how many
 *
 * Opens the dialog that creates a supplies delivery contact and assigns it to
 * the printers, or says why that can't be done.
 */
void
mps_printer_commands_create_and_assign (GtkWidget *widget, MpsSession *session, const guint32 *rows,
                                        guint n_rows)
{
  open_dialog (widget, session, rows, n_rows,
               mps_printer_commands_get_assign_hindrance (session, n_rows),
               mps_assign_dialog_new_create);
}

/**
 * mps_printer_commands_enroll:
 * @widget: the widget from which it was asked for
 * @session: the session
 * @rows: (array length=n_rows): printers
 * @n_rows: how many
 *
 * Opens the dialog that adds the eligible ones of the printers to MPS Express,
 * or says why that can't be done.
 */
void
mps_printer_commands_enroll (GtkWidget *widget, MpsSession *session, const guint32 *rows,
                             guint n_rows)
{
  open_dialog (widget, session, rows, n_rows,
               mps_printer_commands_get_enroll_hindrance (session, n_rows), mps_enroll_dialog_new);
}

/**
 * mps_printer_commands_unenroll:
 * @widget: the widget from which it was asked for
 * @session: the session
 * @rows: (array length=n_rows): printers
 * @n_rows: how many
 *
 * Unenrolls the printers after asking, or says why that can't be done.
 */
void
mps_printer_commands_unenroll (GtkWidget *widget, MpsSession *session, const guint32 *rows,
                               guint n_rows)
{
  const char *hindrance = mps_printer_commands_get_assign_hindrance (session, n_rows);
  g_autoptr (GArray) ids = NULL;

  if (hindrance)
    {
      mps_feedback_toast (widget, hindrance);
      return;
    }
  ids = ids_of_rows (session, rows, n_rows);
  mps_unenroll_begin (widget, session, (const gint64 *) ids->data, ids->len);
}

/**
 * mps_printer_commands_copy:
 * @widget: the widget from which it was asked for
 * @session: the session
 * @rows: (array length=n_rows): printers
 * @n_rows: how many
 *
 * Puts serial numbers and models into the clipboard, a printer a line, to be
 * sent to whoever can help.
 */
void
mps_printer_commands_copy (GtkWidget *widget, MpsSession *session, const guint32 *rows,
                           guint n_rows)
{
  mps_printers_copy (widget, mps_session_get_fleet (session), MPS_PRINTERS_COPY_NAMES, rows,
                     n_rows);
}

/* Source: the seed, on printers whose average page count is unknown. */
static void
explain_pages (GtkWidget *widget)
{
  AdwDialog *alert = adw_alert_dialog_new (
      _ ("Average pages unknown"),
      _ ("Agents report the average number of pages.\n\n"
         "1. Update the agent of the printer, or the firmware of the printer.\n"
         "2. If the number is still unknown, unenroll the printer and enroll it again.\n"
         "3. If it is unknown even then, contact Lexmark technical support.\n\n"
         "A fleet list with the column “Average monthly pages” makes numbers known as well."));

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  adw_dialog_present (alert, widget);
}

/* The one agent that all of them have, or else all agents that are too old. */
static void
show_agents (GtkWidget *widget, MpsFleet *fleet, const guint32 *rows, guint n_rows)
{
  const gint64 agent = n_rows > 0 ? mps_fleet_get_agent (fleet, rows[0]) : 0;

  for (guint i = 1; i < n_rows; i++)
    if (mps_fleet_get_agent (fleet, rows[i]) != agent)
      {
        gtk_widget_activate_action (widget, "win.show-outdated-agents", NULL);
        return;
      }
  gtk_widget_activate_action (widget, "win.show-agent", "x", agent);
}

/**
 * mps_printer_commands_remedy:
 * @widget: the widget from which it was asked for
 * @session: the session
 * @status: what is to be helped
 * @rows: (array length=n_rows): the printers that have it
 * @n_rows: how many
 *
 * Begins what helps against a status.
 */
void
mps_printer_commands_remedy (GtkWidget *widget, MpsSession *session, MpsStatus status,
                             const guint32 *rows, guint n_rows)
{
  switch (status)
    {
    case MPS_STATUS_ELIGIBLE:
      mps_printer_commands_enroll (widget, session, rows, n_rows);
      break;
    case MPS_STATUS_NO_CONTACT:
      mps_printer_commands_assign (widget, session, rows, n_rows);
      break;
    case MPS_STATUS_PAGES_UNKNOWN:
      explain_pages (widget);
      break;
    case MPS_STATUS_AGENT_OUTDATED:
      show_agents (widget, mps_session_get_fleet (session), rows, n_rows);
      break;
    case MPS_STATUS_REGISTRATION_FAILED:
    case MPS_STATUS_UNSUPPORTED_MODEL:
    case MPS_STATUS_PAGES_OVER_LIMIT:
      mps_printer_commands_copy (widget, session, rows, n_rows);
      break;
    case MPS_STATUS_ALREADY_MANAGED:
    case MPS_STATUS_MANAGEMENT_PENDING:
      break;
    }
}
