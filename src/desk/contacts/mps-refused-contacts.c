/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-refused-contacts.h"

#include <glib/gi18n.h>

/* Nobody reads further, and a row is a widget. */
#define MAX_ROWS 50
#define LIST_HEIGHT 240

/**
 * Way:
 * @alert: (unowned): the dialog from which it leads, which it closes
 * @widget: in the window in which to show the printers
 */
typedef struct {
  AdwDialog *alert;
  GtkWidget *widget;
  gint64 contact;
} Way;

static void
way_free (gpointer data, GClosure *closure)
{
  Way *self = data;

  g_object_unref (self->widget);
  g_free (self);
}

static Way *
way_new (AdwAlertDialog *alert, GtkWidget *widget, gint64 contact)
{
  Way *self = g_new0 (Way, 1);

  *self = (Way) { ADW_DIALOG (alert), g_object_ref (widget), contact };
  return self;
}

static void
show_printers (Way *self)
{
  gtk_widget_activate_action (self->widget, "win.show-printers", "(sx)", "contact", self->contact);
}

/* Closing first: behind a dialog the keyboard goes nowhere. */
static void
close_and_show_printers (Way *self)
{
  g_autoptr (GtkWidget) widget = g_object_ref (self->widget);
  const gint64 contact = self->contact;

  adw_dialog_close (self->alert);
  gtk_widget_activate_action (widget, "win.show-printers", "(sx)", "contact", contact);
}

static char *
dup_name (MpsFleet *fleet, gint64 contact)
{
  const guint32 row = mps_fleet_find_contact (fleet, contact);

  return row == MPS_NO_ROW ? g_strdup ("") : mps_fleet_dup_contact_name (fleet, row);
}

static const char *
get_company (MpsFleet *fleet, gint64 contact)
{
  const guint32 row = mps_fleet_find_contact (fleet, contact);

  return row == MPS_NO_ROW ? "" : mps_fleet_get_contact_field (fleet, row, MPS_CONTACT_COMPANY);
}

static GtkWidget *
create_row (AdwAlertDialog *alert, MpsFleet *fleet, const MpsContactRefusal *refusal,
            GtkWidget *widget)
{
  g_autofree char *name = dup_name (fleet, refusal->contact);
  g_autofree char *printers = g_strdup_printf (
      ngettext ("%'u printer", "%'u printers", refusal->printers), refusal->printers);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "use-markup", FALSE, "title", name,
                                 "subtitle", get_company (fleet, refusal->contact), "activatable",
                                 TRUE, "tooltip-text", _ ("Show the printers"), NULL);
  GtkWidget *label = gtk_label_new (printers);

  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect_data (row, "activated", G_CALLBACK (close_and_show_printers),
                         way_new (alert, widget, refusal->contact), way_free, G_CONNECT_SWAPPED);
  return row;
}

/* Libadwaita 1.7 never frees what is in an alert that was presented. */
static void
on_closed (AdwAlertDialog *alert)
{
  adw_alert_dialog_set_extra_child (alert, NULL);
}

static GtkWidget *
create_more (guint n_more)
{
  g_autofree char *text
      = g_strdup_printf (ngettext ("%'u more contact is assigned to printers.",
                                   "%'u more contacts are assigned to printers.", n_more),
                         n_more);

  return g_object_new (ADW_TYPE_ACTION_ROW, "title", text, NULL);
}

/**
 * mps_refused_contacts_add_list:
 * @alert: an alert that is not presented yet
 * @fleet: the fleet
 * @refused: (element-type MpsContactRefusal): contacts that are assigned
 * @widget: (transfer none): a widget in the window
 *
 * Lists contacts in @alert, each of which leads to its printers.
 */
void
mps_refused_contacts_add_list (AdwAlertDialog *alert, MpsFleet *fleet, GArray *refused,
                               GtkWidget *widget)
{
  const guint n_rows = MIN (refused->len, MAX_ROWS);
  GtkWidget *list = g_object_new (GTK_TYPE_LIST_BOX, "selection-mode", GTK_SELECTION_NONE, NULL);
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW, "child", list, "hscrollbar-policy",
                                      GTK_POLICY_NEVER, "propagate-natural-height", TRUE,
                                      "max-content-height", LIST_HEIGHT, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Contacts in use"), -1);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < n_rows; i++)
    gtk_list_box_append (
        GTK_LIST_BOX (list),
        create_row (alert, fleet, &g_array_index (refused, MpsContactRefusal, i), widget));
  if (refused->len > n_rows)
    gtk_list_box_append (GTK_LIST_BOX (list), create_more (refused->len - n_rows));
  adw_alert_dialog_set_extra_child (alert, scroller);
  g_signal_connect (alert, "closed", G_CALLBACK (on_closed), NULL);
}

static char *
dup_sentence (MpsFleet *fleet, GArray *refused)
{
  const MpsContactRefusal *refusal = &g_array_index (refused, MpsContactRefusal, 0);
  g_autofree char *name = dup_name (fleet, refusal->contact);

  if (refused->len == 1)
    return g_strdup_printf (
        ngettext ("%s is assigned to %'u printer and can’t be deleted. Assign another contact to "
                  "it first.",
                  "%s is assigned to %'u printers and can’t be deleted. Assign another contact to "
                  "them first.",
                  refusal->printers),
        name, refusal->printers);
  return g_strdup_printf (
      ngettext ("%'u contact is assigned to printers and can’t be deleted. Assign another contact "
                "to them first.",
                "%'u contacts are assigned to printers and can’t be deleted. Assign other contacts "
                "to them first.",
                refused->len),
      refused->len);
}

static void
add_way (AdwAlertDialog *alert, gint64 contact, GtkWidget *widget)
{
  adw_alert_dialog_add_response (alert, "show", _ ("_Show printers"));
  adw_alert_dialog_set_response_appearance (alert, "show", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, "show");
  g_signal_connect_data (alert, "response::show", G_CALLBACK (show_printers),
                         way_new (alert, widget, contact), way_free, G_CONNECT_SWAPPED);
}

/**
 * mps_refused_contacts_new_dialog:
 * @fleet: the fleet
 * @refused: (element-type MpsContactRefusal): contacts that were not deleted
 * @widget: (transfer none): a widget in the window
 *
 * Returns: (transfer floating): a dialog that says why, and leads to the
 *   printers
 */
AdwDialog *
mps_refused_contacts_new_dialog (MpsFleet *fleet, GArray *refused, GtkWidget *widget)
{
  g_autofree char *sentence = dup_sentence (fleet, refused);
  AdwDialog *alert = adw_alert_dialog_new (
      ngettext ("Contact in use", "Contacts in use", refused->len), sentence);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (alert), "close", _ ("_Close"));
  if (refused->len == 1)
    add_way (ADW_ALERT_DIALOG (alert), g_array_index (refused, MpsContactRefusal, 0).contact,
             widget);
  else
    mps_refused_contacts_add_list (ADW_ALERT_DIALOG (alert), fleet, refused, widget);
  return alert;
}
