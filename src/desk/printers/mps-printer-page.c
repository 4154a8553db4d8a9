/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-printer-page.h"

#include "mps-printer-commands.h"
#include "mps-printer-facts.h"
#include "mps-printer-history.h"
#include "mps-printer-reader.h"

#include "desk/eligibility/mps-status-group.h"
#include "desk/widgets/mps-feedback.h"

#include <glib/gi18n.h>

struct _MpsPrinterPage {
  MpsDetailsPage parent_instance;

  MpsSession *session;
  gint64 printer;
  MpsPrinterReader *reader;
  gboolean unenrolling; /* it was asked for on this page */

  AdwWindowTitle *title;
  AdwBanner *all_banner;
  AdwBanner *error_banner;
  MpsStatusGroup *status_group;
  MpsFactsGroup *contact_group;
  GtkButton *assign_button;
  MpsFactsGroup *managed_group;
  MpsFactsGroup *facts_group;
  MpsFactsGroup *pages_group;
  MpsFactsGroup *agent_group;
  GtkWidget *agent_button;
  MpsPrinterHistory *history;
  GtkWidget *unenroll_row;
  GtkWidget *protected_row;
};

G_DEFINE_FINAL_TYPE (MpsPrinterPage, mps_printer_page, MPS_TYPE_DETAILS_PAGE)

static guint32
find_row (MpsPrinterPage *self)
{
  return mps_fleet_find_printer (mps_session_get_fleet (self->session), self->printer);
}

static void
refresh_actions (MpsPrinterPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const char *assign = mps_printer_commands_get_assign_hindrance (self->session, 1);
  const char *enroll = mps_printer_commands_get_enroll_hindrance (self->session, 1);

  gtk_widget_action_set_enabled (widget, "printer.assign", assign == NULL);
  gtk_widget_action_set_enabled (widget, "printer.unenroll", assign == NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->assign_button), assign);
  mps_status_group_set_hindrance (self->status_group, MPS_STATUS_NO_CONTACT, assign);
  mps_status_group_set_hindrance (self->status_group, MPS_STATUS_ELIGIBLE, enroll);
  adw_banner_set_revealed (self->all_banner, mps_session_get_read_only (self->session));
}

static void
refresh_protection (MpsPrinterPage *self, MpsFleet *fleet, guint32 row)
{
  const gboolean is_protected = mps_managed_is_protected (mps_fleet_get_managed (fleet, row));

  gtk_widget_set_visible (self->unenroll_row, !is_protected);
  gtk_widget_set_visible (self->protected_row, is_protected);
}

static void
refresh_facts (MpsPrinterPage *self, MpsFleet *fleet, guint32 row)
{
  MpsPolicy *policy = mps_store_get_policy (mps_session_get_store (self->session));
  const char *serial = mps_fleet_get_serial (fleet, row);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), serial);
  adw_window_title_set_title (self->title, serial);
  adw_window_title_set_subtitle (self->title, mps_fleet_get_model (fleet, row));
  mps_status_group_set_mask (self->status_group, mps_fleet_get_mask (fleet, row));
  mps_printer_facts_show (self->facts_group, fleet, row);
  mps_printer_facts_show_contact (self->contact_group, fleet, row);
  mps_printer_facts_show_managed (self->managed_group, fleet, row,
                                  mps_printer_reader_get_details (self->reader));
  mps_printer_facts_show_pages (self->pages_group, fleet, row, policy);
  mps_printer_facts_show_agent (self->agent_group, fleet, row, policy);
  gtk_widget_set_visible (self->agent_button, mps_fleet_get_agent (fleet, row) != 0);
  gtk_button_set_label (self->assign_button, mps_fleet_get_contact (fleet, row) != 0
                                                 ? _ ("Replace contact…")
                                                 : _ ("Assign contact…"));
  refresh_protection (self, fleet, row);
}

static void
leave_gone (MpsPrinterPage *self)
{
  g_autofree char *farewell = g_strdup_printf (_ ("Printer %s is not in the list any more."),
                                               adw_window_title_get_title (self->title));

  /* What was asked for here is told of by what did it. */
  mps_details_page_leave (MPS_DETAILS_PAGE (self), self->unenrolling ? NULL : farewell);
}

static void
refresh (MpsPrinterPage *self)
{
  const guint32 row = find_row (self);

  if (mps_details_page_get_gone (MPS_DETAILS_PAGE (self)))
    return;
  if (row == MPS_NO_ROW)
    {
      leave_gone (self);
      return;
    }
  refresh_facts (self, mps_session_get_fleet (self->session), row);
  refresh_actions (self);
}

static void
on_read (MpsPrinterPage *self)
{
  const MpsPrinterDetails *details = mps_printer_reader_get_details (self->reader);
  const GError *error = mps_printer_reader_get_error (self->reader);

  adw_banner_set_revealed (self->error_banner, error != NULL);
  if (error)
    adw_banner_set_title (self->error_banner, error->message);
  if (details)
    mps_printer_history_show (self->history, details->events);
  refresh (self);
}

static void
activate_read (GtkWidget *widget, const char *action, GVariant *parameter)
{
  mps_printer_reader_read (MPS_PRINTER_PAGE (widget)->reader);
}

/* What belongs to another organization than the one that is looked at is out of place. */
static void
on_organization_changed (MpsPrinterPage *self)
{
  const gint64 organization = mps_session_get_organization (self->session);
  const guint32 row = find_row (self);

  if (row == MPS_NO_ROW || organization == 0
      || organization == mps_fleet_get_organization (mps_session_get_fleet (self->session), row))
    refresh (self);
  else
    mps_details_page_leave (MPS_DETAILS_PAGE (self), NULL);
}

static void
activate_assign (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsPrinterPage *self = MPS_PRINTER_PAGE (widget);
  const guint32 row = find_row (self);

  mps_printer_commands_assign (widget, self->session, &row, 1);
}

static void
activate_unenroll (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsPrinterPage *self = MPS_PRINTER_PAGE (widget);
  const guint32 row = find_row (self);

  self->unenrolling = TRUE;
  mps_printer_commands_unenroll (widget, self->session, &row, 1);
}

static void
activate_remedy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsPrinterPage *self = MPS_PRINTER_PAGE (widget);
  const guint32 row = find_row (self);

  mps_printer_commands_remedy (widget, self->session, (MpsStatus) g_variant_get_uint32 (parameter),
                               &row, 1);
}

static void
activate_show_agent (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsPrinterPage *self = MPS_PRINTER_PAGE (widget);
  MpsFleet *fleet = mps_session_get_fleet (self->session);

  gtk_widget_activate_action (widget, "win.show-agent", "x",
                              mps_fleet_get_agent (fleet, find_row (self)));
}

static void
activate_copy (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsPrinterPage *self = MPS_PRINTER_PAGE (widget);
  const guint32 row = find_row (self);

  mps_printer_commands_copy (widget, self->session, &row, 1);
}

static void
activate_copy_details (GtkWidget *widget, const char *action, GVariant *parameter)
{
  MpsPrinterPage *self = MPS_PRINTER_PAGE (widget);
  MpsFactsGroup *groups[] = { self->facts_group, self->managed_group, self->contact_group,
                              self->pages_group, self->agent_group };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    mps_facts_group_append_text (groups[i], text);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
  mps_feedback_toast (widget, _ ("Details copied"));
}

static void
mps_printer_page_dispose (GObject *object)
{
  MpsPrinterPage *self = MPS_PRINTER_PAGE (object);

  if (self->reader)
    mps_printer_reader_stop (self->reader);
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_PRINTER_PAGE);
  g_clear_object (&self->reader);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mps_printer_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "printer.read", NULL, activate_read);
  gtk_widget_class_install_action (widget_class, "printer.assign", NULL, activate_assign);
  gtk_widget_class_install_action (widget_class, "printer.unenroll", NULL, activate_unenroll);
  gtk_widget_class_install_action (widget_class, "printer.remedy", "u", activate_remedy);
  gtk_widget_class_install_action (widget_class, "printer.show-agent", NULL, activate_show_agent);
  gtk_widget_class_install_action (widget_class, "printer.copy", NULL, activate_copy);
  gtk_widget_class_install_action (widget_class, "printer.copy-details", NULL,
                                   activate_copy_details);
}

static void
mps_printer_page_class_init (MpsPrinterPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_printer_page_dispose;
  install_actions (widget_class);
  g_type_ensure (MPS_TYPE_FACTS_GROUP);
  g_type_ensure (MPS_TYPE_STATUS_GROUP);
  g_type_ensure (MPS_TYPE_PRINTER_HISTORY);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-printer-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsPrinterPage, title);
  gtk_widget_class_bind_template_child (widget_class, MpsPrinterPage, all_banner);
  gtk_widget_class_bind_template_child (widget_class, MpsPrinterPage, error_banner);
  gtk_widget_class_bind_template_child (widget_class, MpsPrinterPage, status_group);
  gtk_widget_class_bind_template_child (widget_class, MpsPrinterPage, contact_group);
  gtk_widget_class_bind_template_child (widget_class, MpsPrinterPage, assign_button);
  gtk_widget_class_bind_template_child (widget_class, MpsPrinterPage, managed_group);
  gtk_widget_class_bind_template_child (widget_class, MpsPrinterPage, facts_group);
  gtk_widget_class_bind_template_child (widget_class, MpsPrinterPage, pages_group);
  gtk_widget_class_bind_template_child (widget_class, MpsPrinterPage, agent_group);
  gtk_widget_class_bind_template_child (widget_class, MpsPrinterPage, agent_button);
  gtk_widget_class_bind_template_child (widget_class, MpsPrinterPage, history);
  gtk_widget_class_bind_template_child (widget_class, MpsPrinterPage, unenroll_row);
  gtk_widget_class_bind_template_child (widget_class, MpsPrinterPage, protected_row);
}

static void
mps_printer_page_init (MpsPrinterPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
follow (MpsPrinterPage *self, MpsSession *session)
{
  MpsFleet *fleet = mps_session_get_fleet (session);
  /* The contact and the agent may be the printer's; the policy and others' changes of the fleet
   * are told by the printers, which are judged anew. */
  static const char *const fleet_signals[]
      = { "printers-changed", "contacts-changed", "agents-changed" };

  for (guint i = 0; i < G_N_ELEMENTS (fleet_signals); i++)
    g_signal_connect_object (fleet, fleet_signals[i], G_CALLBACK (refresh), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "changed", G_CALLBACK (on_read), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::organization", G_CALLBACK (on_organization_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::entitled", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
}

/**
 * mps_printer_page_new:
 * @session: (transfer none): the session
 * @printer: the id of a printer that is in its fleet
 *
 * Returns: (transfer floating): a page to push
 */
AdwNavigationPage *
mps_printer_page_new (MpsSession *session, gint64 printer)
{
  MpsPrinterPage *self;

  g_return_val_if_fail (MPS_IS_SESSION (session), NULL);
  self = g_object_new (MPS_TYPE_PRINTER_PAGE, NULL);
  self->session = g_object_ref (session);
  self->printer = printer;
  self->reader = mps_printer_reader_new (mps_session_get_store (session), printer);
  follow (self, session);
  refresh (self);
  mps_printer_reader_read (self->reader);
  return ADW_NAVIGATION_PAGE (self);
}
