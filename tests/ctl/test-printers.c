/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-run.h"

static JsonArray *
array_of (JsonNode *document, const char *member)
{
  return json_object_get_array_member (json_node_get_object (document), member);
}

static gint64
number_of (JsonNode *document, const char *member)
{
  return json_object_get_int_member (json_node_get_object (document), member);
}

static void
test_import (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *file = ctl_write (fixture, "fleet.csv",
                                     "Serial number,Colour,Model,Average monthly pages\n"
                                     "B1,red,CX730,10\n"
                                     "B2,red,CX730,many\n"
                                     "b1,red,CX730,11\n");
  g_autoptr (JsonNode) first = ctl_json (fixture, 1, "printers", "import", file, NULL);
  g_autoptr (JsonNode) again = ctl_json (fixture, 1, "printers", "import", file, NULL);
  JsonObject *rejected = json_array_get_object_element (array_of (first, "rejected"), 0);

  ctl_assert_members (json_node_get_object (first),
                      "rows created updated unchanged rejected ignored_columns encoding");
  g_assert_cmpint (number_of (first, "rows"), ==, 3);
  g_assert_cmpint (number_of (first, "created"), ==, 1);
  g_assert_cmpuint (json_array_get_length (array_of (first, "rejected")), ==, 2);
  ctl_assert_members (rejected, CTL_PROBLEM);
  g_assert_cmpint (json_object_get_int_member (rejected, "line"), ==, 3);
  g_assert_cmpstr (json_object_get_string_member (rejected, "code"), ==, "not-a-number");
  g_assert_cmpstr (json_array_get_string_element (array_of (first, "ignored_columns"), 0), ==,
                   "Colour");
  g_assert_cmpint (number_of (again, "created"), ==, 0);
  g_assert_cmpint (number_of (again, "unchanged"), ==, 1);
}

static void
test_import_refusals (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *header = ctl_write (fixture, "header.csv", "Model,Location\nCX730,Roof\n");
  g_autofree char *empty = ctl_write (fixture, "empty.csv", "");
  g_autofree char *missing = ctl_path (fixture, "missing.csv");

  ctl_fill (fixture);
  ctl_refused (fixture, 3, "wrong-columns", "printers", "import", header, NULL);
  ctl_refused (fixture, 3, "empty-file", "printers", "import", empty, NULL);
  ctl_refused (fixture, 3, "unreadable", "printers", "import", missing, NULL);
  ctl_refused (fixture, 3, "unreadable", "printers", "import", fixture->folder, NULL);
}

static void
test_organizations (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *file = ctl_write (fixture, "fleet.csv",
                                     "Serial number,Model,Organization\n"
                                     "B1,CX730,Default\nB2,CX730,東京\nB3,CX730,\nB4,CX730,Nope\n");
  g_autoptr (CtlRun) add = ctl_run (fixture, 0, "organizations", "add", "東京", NULL);
  g_autoptr (JsonNode) import = ctl_json (fixture, 1, "printers", "import", file, NULL);
  g_autoptr (JsonNode) list = NULL;
  g_autoptr (JsonNode) show = NULL;

  g_assert_cmpint (number_of (import, "created"), ==, 2);
  ctl_refused (fixture, 3, "unknown-organization", "printers", "list", "--organization", "Nope",
               NULL);
  ctl_refused (fixture, 3, "unknown-organization", "organizations", "entitle", "Nope", NULL);
  ctl_refused (fixture, 3, "organization-exists", "organizations", "add", "東京", NULL);
  list = ctl_json (fixture, 0, "printers", "list", "--organization", "東京", NULL);
  g_assert_cmpint (number_of (list, "total"), ==, 1);
  show = ctl_json (fixture, 0, "printers", "show", "B1", "--organization", "Default", NULL);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (show), "organization"), ==,
                   "Default");
  ctl_refused (fixture, 3, "unknown-serial", "printers", "show", "B1", "--organization", "東京",
               NULL);
}

/* Whatever works in one organization must be told which, where there are several. */
static void
test_organization_required (CtlFixture *fixture, gconstpointer data)
{
  static const char *const lines[] = {
    "printers list",
    "printers show B1",
    "printers unenroll B1",
    "printers export -",
    "contacts list",
    "contacts import contacts.csv",
    "contacts import contacts.csv --check",
    "contacts copy 1",
    "contacts update 1",
    "contacts delete 1",
    "contacts assign 1 B1",
    "eligibility",
    "eligibility B1",
    "enroll --all --accept-terms X",
    "agents list",
    "agents show X",
    "agents activate X",
    "agents deactivate X",
    "agents delete X",
    "agents add-address X 10.0.0.1",
    "agents remove-address X 10.0.0.1",
    "exchange export requests.json",
    "exchange import answers.json",
  };
  g_autofree char *contacts = ctl_write (fixture, "contacts.csv", CTL_HEADER CTL_TARO);
  g_autoptr (CtlRun) add = ctl_run (fixture, 0, "organizations", "add", "東京", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    ctl_refused_line (fixture, 3, "organization-required", lines[i]);
}

static void
test_list (CtlFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) all = NULL;
  g_autoptr (JsonNode) page = NULL;
  g_autoptr (JsonNode) reversed = NULL;
  g_autoptr (JsonNode) found = NULL;
  g_autoptr (JsonNode) status = NULL;
  g_autoptr (JsonNode) beyond = NULL;
  JsonObject *printer;

  ctl_fill (fixture);
  all = ctl_json (fixture, 0, "printers", "list", NULL);
  ctl_assert_members (json_node_get_object (all), "total printers");
  g_assert_cmpint (number_of (all, "total"), ==, 10);
  printer = json_array_get_object_element (array_of (all, "printers"), 0);
  ctl_assert_members (printer, CTL_PRINTER);
  g_assert_cmpstr (json_object_get_string_member (printer, "serial"), ==, "A1");
  g_assert_true (json_object_get_null_member (printer, "contact"));

  page = ctl_json (fixture, 0, "printers", "list", "--sort", "average_pages", "--limit", "2",
                   "--offset", "7", NULL);
  g_assert_cmpint (number_of (page, "total"), ==, 10);
  g_assert_cmpuint (json_array_get_length (array_of (page, "printers")), ==, 2);
  printer = json_array_get_object_element (array_of (page, "printers"), 0);
  g_assert_cmpstr (json_object_get_string_member (printer, "serial"), ==, "A5");
  reversed = ctl_json (fixture, 0, "printers", "list", "--descending", NULL);
  printer = json_array_get_object_element (array_of (reversed, "printers"), 0);
  g_assert_cmpstr (json_object_get_string_member (printer, "serial"), ==, "A9");

  found = ctl_json (fixture, 0, "printers", "list", "--search", "mx431", NULL);
  g_assert_cmpint (number_of (found, "total"), ==, 2);
  status = ctl_json (fixture, 0, "printers", "list", "--status", "pages-unknown", NULL);
  g_assert_cmpint (number_of (status, "total"), ==, 1);
  printer = json_array_get_object_element (array_of (status, "printers"), 0);
  g_assert_true (json_object_get_null_member (printer, "average_pages"));
  beyond = ctl_json (fixture, 0, "printers", "list", "--offset", "99", "--limit", "0", NULL);
  g_assert_cmpuint (json_array_get_length (array_of (beyond, "printers")), ==, 0);
}

static void
test_show (CtlFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) show = NULL;
  JsonObject *printer;

  ctl_fill (fixture);
  show = ctl_json (fixture, 0, "printers", "show", "ａ10", NULL);
  printer = json_node_get_object (show);
  ctl_assert_members (printer, CTL_PRINTER);
  g_assert_cmpstr (json_object_get_string_member (printer, "agent"), ==, "FA-1");
  g_assert_cmpstr (json_object_get_string_member (printer, "agent_version"), ==, "1.3.9");
  g_assert_cmpstr (json_object_get_string_member (printer, "managed"), ==, "none");
  g_assert_true (json_object_get_boolean_member (printer, "communicating"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (printer, "statuses")), ==,
                    2);
  ctl_refused (fixture, 3, "unknown-serial", "printers", "show", "NOPE", NULL);
}

static void
test_eligibility_unknown (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *serials = ctl_write (fixture, "serials.txt", "A1\nNOPE\n");
  g_autoptr (JsonNode) some = NULL;

  ctl_fill (fixture);
  some = ctl_json (fixture, 1, "eligibility", "A2", "--serials-from", serials, NULL);
  ctl_assert_members (json_node_get_object (some), "selected eligible statuses unknown");
  g_assert_cmpint (number_of (some, "selected"), ==, 2);
  g_assert_cmpstr (json_array_get_string_element (array_of (some, "unknown"), 0), ==, "NOPE");
  ctl_refused (fixture, 3, "unknown-serial", "eligibility", "NOPE", NULL);
}

static void
test_export (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *path = ctl_path (fixture, "out.csv");
  g_autoptr (JsonNode) export = NULL;
  g_autoptr (JsonNode) import = NULL;
  g_autofree char *text = NULL;

  ctl_fill (fixture);
  export = ctl_json (fixture, 0, "printers", "export", path, "--search", "CX735", NULL);
  ctl_assert_members (json_node_get_object (export), "rows");
  g_assert_cmpint (number_of (export, "rows"), ==, 4);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "A10,"));
  g_assert_null (strstr (text, "MX431adn"));
  g_assert_nonnull (strstr (text, "No supplies delivery contact assigned · "
                                  "Fleet Agent version too low"));
  import = ctl_json (fixture, 0, "printers", "import", path, NULL);
  g_assert_cmpint (number_of (import, "unchanged"), ==, 4);
}

static void
test_unenroll (CtlFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) mixed = NULL;
  g_autoptr (JsonNode) list = NULL;
  g_autoptr (JsonNode) tasks = NULL;

  ctl_fill (fixture);
  ctl_refused (fixture, 3, "managed-printers", "printers", "unenroll", "A7", "A8", NULL);
  mixed = ctl_json (fixture, 1, "printers", "unenroll", "A1", "A7", "NOPE", NULL);
  ctl_assert_members (json_node_get_object (mixed), CTL_TASK);
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (mixed), "state"), ==,
                   "completed-with-errors");
  g_assert_cmpint (number_of (mixed, "done"), ==, 1);
  g_assert_cmpint (number_of (mixed, "failed"), ==, 2);
  list = ctl_json (fixture, 0, "printers", "list", NULL);
  g_assert_cmpint (number_of (list, "total"), ==, 9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ctl_add ("/ctl/printers/import", test_import);
  ctl_add ("/ctl/printers/import-refusals", test_import_refusals);
  ctl_add ("/ctl/printers/organizations", test_organizations);
  ctl_add ("/ctl/printers/organization-required", test_organization_required);
  ctl_add ("/ctl/printers/list", test_list);
  ctl_add ("/ctl/printers/show", test_show);
  ctl_add ("/ctl/printers/eligibility-unknown", test_eligibility_unknown);
  ctl_add ("/ctl/printers/export", test_export);
  ctl_add ("/ctl/printers/unenroll", test_unenroll);
  return g_test_run ();
}
