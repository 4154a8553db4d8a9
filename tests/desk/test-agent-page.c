/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "desk/agents/mps-add-address-dialog.h"
#include "desk/agents/mps-agent-page.h"
#include "desk/agents/mps-agents-model.h"

/* Tokyo has a managed and a pending printer; Osaka none of them, and is too old. */
#define PRINTERS                                                                                   \
  "Serial number,Model,IP address,Lexmark Managed,Agent,Agent kind,Agent version\r\n"              \
  "A1,CX730de,192.0.2.1,,Tokyo,Fleet Agent,1.3.10\r\n"                                             \
  "M1,CX730de,192.0.2.2,MPS Express,Tokyo,Fleet Agent,1.3.10\r\n"                                  \
  "M2,CX730de,192.0.2.3,MPS Express (Pending),Tokyo,Fleet Agent,1.3.10\r\n"                        \
  "B1,CX730de,198.51.100.1,,Osaka,Fleet Agent,1.3.9\r\n"                                           \
  "B2,CX730de,198.51.100.2,,Osaka,Fleet Agent,1.3.9\r\n"

static MpsFleet *
get_fleet (DeskFixture *self)
{
  return mps_session_get_fleet (self->session);
}

static guint32
find_row (DeskFixture *self, const char *serial)
{
  return mps_fleet_find_serial (get_fleet (self), serial);
}

static gint64
find_agent (DeskFixture *self, const char *serial)
{
  return mps_fleet_get_agent (get_fleet (self), find_row (self, serial));
}

/* Shows the agent of a printer, on top of a list. */
static AdwNavigationView *
show_agent (DeskFixture *self, const char *serial)
{
  GtkWidget *overlay = adw_toast_overlay_new ();
  GtkWidget *view = adw_navigation_view_new ();

  desk_fixture_import_printers (self, PRINTERS);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view),
                            adw_navigation_page_new (gtk_label_new ("The list"), "List"));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), view);
  desk_show (self, overlay);
  adw_navigation_view_push (ADW_NAVIGATION_VIEW (view),
                            mps_agent_page_new (self->session, find_agent (self, serial)));
  desk_wait_for_text (self->window, "Discovery criteria");
  return ADW_NAVIGATION_VIEW (view);
}

static AdwDialog *
get_dialog (DeskFixture *self)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (self->window));
}

static gboolean
has_dialog (gpointer window)
{
  AdwDialog *dialog = adw_window_get_visible_dialog (window);

  return dialog && gtk_widget_get_mapped (adw_dialog_get_child (dialog));
}

static gboolean
is_asked (gpointer window)
{
  return has_dialog (window) && ADW_IS_ALERT_DIALOG (adw_window_get_visible_dialog (window));
}

static GtkWidget *
wait_for_question (DeskFixture *self)
{
  desk_wait_until (is_asked, self->window);
  return GTK_WIDGET (get_dialog (self));
}

/* Types into the dialog, as lines. */
static void
type_addresses (DeskFixture *self, const char *text, gboolean exclude)
{
  GtkWidget *page = desk_find (self->window, MPS_TYPE_AGENT_PAGE);
  GtkWidget *view;

  gtk_widget_activate_action (page, "agent.add-address", NULL);
  desk_wait_until (has_dialog, self->window);
  view = desk_find (self->window, GTK_TYPE_TEXT_VIEW);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
  if (exclude)
    adw_action_row_activate (
        ADW_ACTION_ROW (desk_find_row (self->window, "Do not look for printers there")));
}

static void
add_addresses (DeskFixture *self, const char *text, gboolean exclude)
{
  type_addresses (self, text, exclude);
  desk_wait_for_button (self->window, "address.add");
  desk_click (self->window, "address.add");
}

static void
remove_address (DeskFixture *self, const char *address)
{
  gtk_widget_activate_action (desk_find (self->window, MPS_TYPE_AGENT_PAGE), "agent.remove-address",
                              "s", address);
}

static void
change (DeskFixture *self, const char *action)
{
  gtk_widget_activate_action (desk_find (self->window, MPS_TYPE_AGENT_PAGE), action, NULL);
}

static void
test_facts (DeskFixture *self, gconstpointer data)
{
  show_agent (self, "A1");
  g_assert_true (desk_shows (self->window, "Tokyo"));
  g_assert_cmpstr (desk_get_row_number (self->window, "Printers"), ==, "3");
  g_assert_cmpstr (desk_get_row_number (self->window, "MPS Express printers"), ==, "2");
  g_assert_true (desk_shows (self->window, "No discovery criteria yet"));
  g_assert_true (desk_shows (self->window, "Meets the policy, which asks for 1.3.10 or later."));
  g_assert_null (desk_find_row (self->window, "Fleet Agent version too low"));
}

static void
test_outdated (DeskFixture *self, gconstpointer data)
{
  show_agent (self, "B1");
  g_assert_nonnull (desk_find_row (self->window, "Fleet Agent version too low"));
  g_assert_true (desk_shows (self->window, "Upgrade the Fleet Agent to 1.3.10 or later"));
  g_assert_false (gtk_widget_is_sensitive (desk_find_row (self->window, "MPS Express printers")));
  desk_fixture_import_printers (self, "Serial number,Model,Agent,Agent version\r\n"
                                      "B1,CX730de,Osaka,1.4\r\n");
  desk_wait_for_text (self->window, "Meets the policy");
  g_assert_null (desk_find_row (self->window, "Fleet Agent version too low"));
}

/* The seed: an agent with managed printers is neither deleted nor deactivated. */
static void
test_refused (DeskFixture *self, gconstpointer data)
{
  const char *const actions[] = { "agent.deactivate", "agent.delete" };

  show_agent (self, "A1");
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      GtkWidget *alert;

      change (self, actions[i]);
      alert = wait_for_question (self);
      g_assert_true (desk_shows (alert, "2 printers that are managed or pending"));
      g_assert_true (desk_shows (alert, "Nothing was changed."));
      g_assert_true (desk_shows (alert, "M1"));
      g_assert_true (desk_shows (alert, "M2"));
      g_assert_false (desk_shows (alert, "A1"));
      g_assert_false (adw_alert_dialog_has_response (ADW_ALERT_DIALOG (alert), "change"));
      desk_answer (get_dialog (self), "close");
    }
  g_assert_true (mps_fleet_find_agent (get_fleet (self), find_agent (self, "M1"))->active);
  g_assert_cmpuint (find_row (self, "A1"), !=, MPS_NO_ROW);
}

static void
test_deactivate (DeskFixture *self, gconstpointer data)
{
  GtkWidget *alert;

  show_agent (self, "B1");
  g_assert_null (desk_find_row (self->window, "_Activate"));
  change (self, "agent.deactivate");
  alert = wait_for_question (self);
  g_assert_true (desk_shows (alert, "Its 2 printers will be unenrolled. This can’t be undone"));
  desk_answer (get_dialog (self), "cancel");
  g_assert_cmpuint (find_row (self, "B1"), !=, MPS_NO_ROW);
  change (self, "agent.deactivate");
  wait_for_question (self);
  desk_answer (get_dialog (self), "change");
  desk_wait_for_text (self->window,
                      "The agent is inactive now, and its 2 printers were unenrolled.");
  g_assert_cmpuint (find_row (self, "B1"), ==, MPS_NO_ROW);
  g_assert_true (desk_shows (self->window, "Inactive: it does not look for printers."));
  change (self, "agent.activate");
  desk_wait_for_text (self->window, "The agent is active now.");
  g_assert_false (desk_shows (self->window, "Inactive"));
}

static gboolean
shows_list (gpointer window)
{
  return desk_shows (window, "The list");
}

static void
test_delete (DeskFixture *self, gconstpointer data)
{
  show_agent (self, "B1");
  /* GTK 4.18 keeps what had the keyboard and went away until the next event, which never comes. */
  gtk_widget_set_can_focus (desk_find (self->window, MPS_TYPE_AGENT_PAGE), FALSE);
  change (self, "agent.delete");
  g_assert_true (desk_shows (wait_for_question (self), "will be deleted with its discovery"));
  desk_answer (get_dialog (self), "change");
  desk_wait_for_text (self->window, "The agent was deleted, and its 2 printers were unenrolled.");
  desk_wait_until (shows_list, self->window);
  g_assert_cmpuint (mps_fleet_get_agents (get_fleet (self))->len, ==, 1);
}

static gboolean
is_away (gpointer data)
{
  DeskFixture *self = data;

  return !mps_fleet_get_communicating (get_fleet (self), find_row (self, "M1"));
}

static gboolean
is_back (gpointer data)
{
  return !is_away (data);
}

/* The seed's note: managed printers stay, not communicating, until the address is there again. */
static void
test_addresses (DeskFixture *self, gconstpointer data)
{
  GtkWidget *alert;

  show_agent (self, "A1");
  add_addresses (self, "192.0.2.0/24\n10.0.0.1", FALSE);
  desk_wait_for_text (self->window, "2 addresses were added to the discovery criteria.");
  desk_wait_for_text (self->window, "192.0.2.0/24");
  remove_address (self, "192.0.2.0/24");
  alert = wait_for_question (self);
  g_assert_true (desk_shows (alert, "1 printer is found there only and will be unenrolled."));
  g_assert_true (desk_shows (alert, "2 printers are managed or pending in MPS Express and stay"));
  desk_answer (get_dialog (self), "change");
  desk_wait_until (is_away, self);
  desk_wait_for_text (self->window, "Completed with errors");
  g_assert_cmpstr (desk_get_row_number (self->window, "Printers unenrolled"), ==, "1");
  g_assert_true (desk_shows (self->window, "When their addresses are added again"));
  g_assert_true (desk_shows (self->window, "M1"));
  desk_close (get_dialog (self));
  g_assert_cmpuint (find_row (self, "A1"), ==, MPS_NO_ROW);
  add_addresses (self, "192.0.2.0/24", FALSE);
  desk_wait_until (is_back, self);
  desk_wait_for_text (self->window, "2 printers communicate again.");
}

/* Not to look somewhere loses printers as well, and is asked about. */
static void
test_exclude (DeskFixture *self, gconstpointer data)
{
  GtkWidget *alert;

  show_agent (self, "B1");
  add_addresses (self, "198.51.100.0/24", FALSE);
  desk_wait_for_text (self->window, "1 address was added");
  add_addresses (self, "198.51.100.2", TRUE);
  alert = wait_for_question (self);
  g_assert_true (desk_shows (alert, "The agent will not look at 1 address any more."));
  g_assert_true (desk_shows (alert, "1 printer is found there only and will be unenrolled."));
  desk_answer (get_dialog (self), "change");
  desk_wait_for_text (self->window, "and 1 printer was unenrolled.");
  desk_wait_for_text (self->window, "Excluded");
  g_assert_cmpuint (find_row (self, "B1"), !=, MPS_NO_ROW);
  g_assert_cmpuint (find_row (self, "B2"), ==, MPS_NO_ROW);
}

static void
test_wrong (DeskFixture *self, gconstpointer data)
{
  show_agent (self, "A1");
  type_addresses (self, "192.0.2.1\n192.0.2.256", FALSE);
  desk_wait_for_text (self->window, "1 address is wrong and has to be corrected.");
  g_assert_true (desk_shows (self->window, "“192.0.2.256” is no address."));
  g_assert_false (gtk_widget_is_sensitive (desk_find_button (self->window, "address.add")));
  adw_dialog_close (get_dialog (self));
  desk_wait_for_text (self->window, "The addresses that you entered were not added.");
  desk_answer (get_dialog (self), "discard");
}

static void
test_large (DeskFixture *self, gconstpointer data)
{
  show_agent (self, "A1");
  add_addresses (self, "10.0.0.0/8", FALSE);
  g_assert_true (desk_shows (wait_for_question (self), "1 address stands for more than 65,536"));
  desk_answer (get_dialog (self), "cancel");
  g_assert_true (desk_shows (self->window, "1 address will be added."));
  desk_click (self->window, "address.add");
  wait_for_question (self);
  desk_answer (get_dialog (self), "add");
  desk_wait_for_text (self->window, "1 address was added");
}

/* All organizations together can only be viewed. */
static void
test_read_only (DeskFixture *self, gconstpointer data)
{
  show_agent (self, "A1");
  mps_session_set_organization (self->session, 0);
  g_assert_true (desk_shows (self->window, "All organizations can only be viewed."));
  g_assert_false (gtk_widget_is_sensitive (desk_find_button (self->window, "agent.add-address")));
  change (self, "agent.delete");
  g_assert_null (get_dialog (self));
}

static void
add_tests (void)
{
  desk_fixture_add ("/agent-page/facts", test_facts);
  desk_fixture_add ("/agent-page/outdated", test_outdated);
  desk_fixture_add ("/agent-page/refused", test_refused);
  desk_fixture_add ("/agent-page/deactivate", test_deactivate);
  desk_fixture_add ("/agent-page/delete", test_delete);
  desk_fixture_add ("/agent-page/addresses", test_addresses);
  desk_fixture_add ("/agent-page/exclude", test_exclude);
  desk_fixture_add ("/agent-page/wrong", test_wrong);
  desk_fixture_add ("/agent-page/large", test_large);
  desk_fixture_add ("/agent-page/read-only", test_read_only);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
