/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "desk-fixture.h"

#include "desk/agents/mps-agents-page.h"
#include "desk/agents/mps-agents-table.h"

/* Under the sample policy, which asks for 1.3.10, Osaka is too old; M1 is managed. */
#define PRINTERS                                                                                   \
  "Serial number,Model,IP address,Lexmark Managed,Agent,Agent kind,Agent version\r\n"              \
  "A1,CX730de,192.0.2.1,,Tokyo,Fleet Agent,1.10.0\r\n"                                             \
  "M1,CX730de,192.0.2.2,MPS Express,Tokyo,Fleet Agent,1.10.0\r\n"                                  \
  "B1,CX730de,192.0.2.3,,Osaka,Fleet Agent,1.3.9\r\n"                                              \
  "C1,CX730de,192.0.2.4,,Nagoya,Native Agent,1.0\r\n"

static MpsAgentsPage *
show_page (DeskFixture *self)
{
  AdwNavigationPage *page = mps_agents_page_new (self->session);

  desk_show (self, GTK_WIDGET (page));
  desk_catch_requests (self->window);
  return MPS_AGENTS_PAGE (page);
}

static GtkColumnView *
find_view (DeskFixture *self)
{
  return GTK_COLUMN_VIEW (desk_find (self->window, GTK_TYPE_COLUMN_VIEW));
}

/* The agents as they stand in the table, with how many printers they have and are of MPS Express.
 */
static char *
dup_table (DeskFixture *self)
{
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (find_view (self)));
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (MpsAgentItem) item = g_list_model_get_item (model, i);
      g_autofree char *name = NULL;
      g_autofree char *verdict = NULL;

      g_object_get (item, "name", &name, "verdict", &verdict, NULL);
      g_string_append_printf (text, "%s%s %u/%u %s", i > 0 ? "; " : "", name,
                              mps_agent_item_get_managed (item), mps_agent_item_get_printers (item),
                              verdict);
    }
  return g_string_free_and_steal (text);
}

static void
assert_table (DeskFixture *self, const char *expected)
{
  g_autofree char *table = dup_table (self);

  g_assert_cmpstr (table, ==, expected);
}

typedef struct {
  DeskFixture *fixture;
  const char *table;
} Expected;

static gboolean
is_table (gpointer data)
{
  Expected *expected = data;
  g_autofree char *table = dup_table (expected->fixture);

  return g_str_equal (table, expected->table);
}

static void
wait_for_table (DeskFixture *self, const char *table)
{
  desk_wait_until (is_table, &(Expected) { self, table });
}

static void
sort_by (DeskFixture *self, guint column, GtkSortType order)
{
  GtkColumnView *view = find_view (self);
  g_autoptr (GtkColumnViewColumn) wanted
      = g_list_model_get_item (gtk_column_view_get_columns (view), column);

  gtk_column_view_sort_by_column (view, wanted, order);
}

static void
test_empty (DeskFixture *self, gconstpointer data)
{
  show_page (self);
  desk_wait_for_text (self->window, "No agents yet");
  g_assert_true (desk_shows (self->window, "Agents come with a fleet list: import one"));
  g_assert_nonnull (desk_find_button (self->window, "win.show-page"));
  mps_session_set_organization (self->session, 0);
  g_assert_true (desk_shows (self->window, "Choose an organization to import one."));
}

static void
test_table (DeskFixture *self, gconstpointer data)
{
  desk_fixture_import_printers (self, PRINTERS);
  show_page (self);
  desk_wait_for_text (self->window, "Tokyo");
  assert_table (self, "Nagoya 0/1 Any version; Osaka 0/1 Too old; Tokyo 1/2 Meets the policy");
  g_assert_true (desk_shows (self->window, "3 agents"));
  g_assert_true (desk_shows (self->window, "1 is too old for the policy"));
  g_assert_true (desk_shows (self->window, "Native Agent"));
  /* 1.10.0 is later than 1.3.9. */
  sort_by (self, 2, GTK_SORT_DESCENDING);
  assert_table (self, "Tokyo 1/2 Meets the policy; Osaka 0/1 Too old; Nagoya 0/1 Any version");
  sort_by (self, 5, GTK_SORT_DESCENDING);
  assert_table (self, "Tokyo 1/2 Meets the policy; Nagoya 0/1 Any version; Osaka 0/1 Too old");
}

/* Printers that come and go are counted under the user's eyes, in the order of the numbers. */
static void
test_live (DeskFixture *self, gconstpointer data)
{
  show_page (self);
  desk_fixture_import_printers (self, PRINTERS);
  desk_wait_for_text (self->window, "Tokyo");
  sort_by (self, 5, GTK_SORT_DESCENDING);
  desk_fixture_import_printers (self, "Serial number,Model,Agent,Agent version\r\n"
                                      "B2,CX730de,Osaka,1.3.10\r\n"
                                      "B3,CX730de,Osaka,1.3.10\r\n");
  wait_for_table (self, "Osaka 0/3 Meets the policy; "
                        "Tokyo 1/2 Meets the policy; "
                        "Nagoya 0/1 Any version");
  g_assert_false (desk_shows (self->window, "too old for the policy"));
}

static void
test_search (DeskFixture *self, gconstpointer data)
{
  MpsAgentsPage *page;
  GtkWidget *entry;

  desk_fixture_import_printers (self, PRINTERS);
  page = show_page (self);
  desk_wait_for_text (self->window, "Tokyo");
  entry = desk_find (self->window, GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "osa 1.3");
  wait_for_table (self, "Osaka 0/1 Too old");
  gtk_editable_set_text (GTK_EDITABLE (entry), "ＮＡＴＩＶＥ");
  wait_for_table (self, "Nagoya 0/1 Any version");
  gtk_editable_set_text (GTK_EDITABLE (entry), "nowhere");
  desk_wait_for_text (self->window, "No agents found");
  desk_click (self->window, "agents.clear-filter");
  desk_wait_for_text (self->window, "Tokyo");
  mps_agents_page_show_outdated (page);
  wait_for_table (self, "Osaka 0/1 Too old");
}

static void
click_number (DeskFixture *self, const char *number, const char *expected)
{
  GtkWidget *button;

  /* Only Tokyo is left in the table. */
  gtk_editable_set_text (GTK_EDITABLE (desk_find (self->window, GTK_TYPE_SEARCH_ENTRY)), "tokyo");
  wait_for_table (self, "Tokyo 1/2 Meets the policy");
  button = desk_find_labelled_button (GTK_WIDGET (find_view (self)), number);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (desk_get_request (self->window), ==, expected);
}

/* A row leads to the agent, its numbers to the printers. */
static void
test_leads (DeskFixture *self, gconstpointer data)
{
  MpsFleet *fleet = mps_session_get_fleet (self->session);
  g_autofree char *agent = NULL;
  g_autofree char *printers = NULL;
  g_autofree char *managed = NULL;

  desk_fixture_import_printers (self, PRINTERS);
  show_page (self);
  desk_wait_for_text (self->window, "Tokyo");
  agent = g_strdup_printf ("%" G_GINT64_FORMAT,
                           mps_fleet_get_agent (fleet, mps_fleet_find_serial (fleet, "M1")));
  printers = g_strdup_printf ("('agent', %s)", agent);
  managed = g_strdup_printf ("('managed-of-agent', %s)", agent);
  g_signal_emit_by_name (find_view (self), "activate", 2);
  g_assert_cmpstr (desk_get_request (self->window), ==, agent);
  click_number (self, "1", managed);
  click_number (self, "2", printers);
}

/* The agents of another organization are none of this one's. */
static void
test_organizations (DeskFixture *self, gconstpointer data)
{
  GPtrArray *organizations = mps_fleet_get_organizations (mps_session_get_fleet (self->session));

  desk_fixture_import_printers (self, PRINTERS);
  show_page (self);
  desk_wait_for_text (self->window, "Tokyo");
  for (guint i = 0; i < organizations->len; i++)
    {
      const MpsOrganizationRecord *record = organizations->pdata[i];

      if (record->id != mps_session_get_organization (self->session))
        {
          mps_session_set_organization (self->session, record->id);
          break;
        }
    }
  desk_wait_for_text (self->window, "No agents yet");
  mps_session_set_organization (self->session, 0);
  desk_wait_for_text (self->window, "Tokyo");
}

static void
add_tests (void)
{
  desk_fixture_add ("/agents-page/empty", test_empty);
  desk_fixture_add ("/agents-page/table", test_table);
  desk_fixture_add ("/agents-page/live", test_live);
  desk_fixture_add ("/agents-page/search", test_search);
  desk_fixture_add ("/agents-page/leads", test_leads);
  desk_fixture_add ("/agents-page/organizations", test_organizations);
}

int
main (int argc, char **argv)
{
  return desk_test_run (argc, argv, add_tests);
}
