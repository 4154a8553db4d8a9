/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "ctl-run.h"

#define FIELDS                                                                                     \
  "--first-name", "Jane", "--last-name", "Doe", "--company", "Acme", "--country-code", "1",        \
      "--phone", "555-123-4567", "--address-line-1", "1 Main St", "--city", "Lexington",           \
      "--state-or-province", "KY", "--postal-code", "40511", "--country", "US"

static JsonObject *
first_of (JsonNode *document, const char *member)
{
  return json_array_get_object_element (
      json_object_get_array_member (json_node_get_object (document), member), 0);
}

static void
assert_field (JsonNode *contact, const char *field, const char *value)
{
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (contact), field), ==,
                   value);
}

static void
test_forms (CtlFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) created = ctl_json (fixture, 0, "contacts", "create", FIELDS, NULL);
  g_autoptr (JsonNode) updated = NULL;
  g_autoptr (JsonNode) copied = NULL;

  ctl_assert_members (json_node_get_object (created), CTL_CONTACT);
  assert_field (created, "first_name", "Jane");
  assert_field (created, "email", "");
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (created), "id"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (created), "printers"), ==, 0);

  updated = ctl_json (fixture, 0, "contacts", "update", "1", "--email", "jane@example.com", NULL);
  assert_field (updated, "email", "jane@example.com");
  assert_field (updated, "city", "Lexington");
  copied = ctl_json (fixture, 0, "contacts", "copy", "1", "--first-name", "John", NULL);
  assert_field (copied, "first_name", "John");
  assert_field (copied, "email", "jane@example.com");
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (copied), "id"), ==, 2);
}

static void
test_form_refusals (CtlFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonNode) created = ctl_json (fixture, 0, "contacts", "create", FIELDS, NULL);
  JsonObject *error = ctl_refused (fixture, 3, "invalid-fields", "contacts", "create", FIELDS,
                                   "--first-name", "", "--phone", "12", NULL);
  JsonArray *details = json_object_get_array_member (error, "details");
  JsonObject *first = json_array_get_object_element (details, 0);

  g_assert_cmpuint (json_array_get_length (details), ==, 2);
  ctl_assert_members (first, CTL_PROBLEM);
  g_assert_true (json_object_get_null_member (first, "line"));
  g_assert_cmpstr (json_object_get_string_member (first, "column"), ==, "First name");
  g_assert_cmpstr (json_object_get_string_member (first, "code"), ==, "required");
  g_assert_cmpstr (
      json_object_get_string_member (json_array_get_object_element (details, 1), "code"), ==,
      "bad-phone");
  ctl_refused (fixture, 3, "contact-exists", "contacts", "create", FIELDS, NULL);
  ctl_refused (fixture, 3, "contact-exists", "contacts", "copy", "1", NULL);
  ctl_refused (fixture, 3, "unknown-contact", "contacts", "copy", "9", NULL);
  ctl_refused (fixture, 3, "unknown-contact", "contacts", "update", "9", "--city", "X", NULL);
  ctl_refused (fixture, 3, "invalid-fields", "contacts", "update", "1", "--city", "", NULL);
}

static void
test_list (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *file = ctl_write (fixture, "contacts.csv", CTL_HEADER CTL_TARO CTL_JANE);
  g_autoptr (CtlRun) import = ctl_run (fixture, 0, "contacts", "import", file, NULL);
  static const struct {
    const char *option;
    const char *text;
    int total;
  } cases[] = {
    { "--search", "田", 1 },        { "--search", "JANE", 1 },    { "--search", "nobody", 0 },
    { "--company", "山田商事", 1 }, { "--city", "Lexington", 1 }, { "--city", "Atlantis", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) list
          = ctl_json (fixture, 0, "contacts", "list", cases[i].option, cases[i].text, NULL);
      JsonObject *root = json_node_get_object (list);

      ctl_assert_members (root, "total contacts");
      g_assert_cmpint (json_object_get_int_member (root, "total"), ==, cases[i].total);
      g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "contacts")), ==,
                        cases[i].total);
      if (cases[i].total > 0)
        ctl_assert_members (first_of (list, "contacts"), CTL_CONTACT);
    }
}

static void
test_outcomes (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *file = ctl_write (
      fixture, "contacts.csv",
      CTL_HEADER CTL_TARO CTL_TARO "Jane,,Acme,,1,12,,1 Main St,,Lexington,KY,40511,US\n" CTL_JANE);
  g_autofree char *rejected = ctl_path (fixture, "rejected.csv");
  g_autoptr (JsonNode) check = ctl_json (fixture, 1, "contacts", "import", file, "--check", NULL);
  g_autoptr (JsonNode) import
      = ctl_json (fixture, 1, "contacts", "import", file, "--save-rejected", rejected, NULL);
  JsonObject *root = json_node_get_object (import);
  JsonObject *existing = first_of (import, "existing");
  JsonObject *invalid = first_of (import, "invalid");
  g_autofree char *saved = NULL;

  g_assert_cmpint (json_object_get_int_member (json_node_get_object (check), "imported"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (root, "imported"), ==, 2);
  ctl_assert_members (existing, "line first_name last_name");
  g_assert_cmpint (json_object_get_int_member (existing, "line"), ==, 3);
  ctl_assert_members (invalid, CTL_PROBLEM);
  g_assert_cmpint (json_object_get_int_member (invalid, "line"), ==, 4);
  g_assert_cmpstr (json_object_get_string_member (invalid, "column"), ==, "Last name");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "invalid")), ==, 2);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "not_imported")), ==,
                    0);
  g_assert_true (g_file_get_contents (rejected, &saved, NULL, NULL));
  g_assert_nonnull (strstr (saved, "1 Main St"));
}

static void
test_rejected_elsewhere (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *file = ctl_write (fixture, "contacts.csv", CTL_HEADER CTL_TARO "Jane,,,\n");
  g_autofree char *other_name = g_strconcat (fixture->folder, "/./contacts.csv", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_true (g_file_get_contents (file, &before, NULL, NULL));
  ctl_refused (fixture, 3, "same-file", "contacts", "import", file, "--save-rejected", other_name,
               NULL);
  g_assert_true (g_file_get_contents (file, &after, NULL, NULL));
  g_assert_cmpstr (after, ==, before);
}

/* People read the same mistake once, with all of its lines. */
static void
test_grouped (CtlFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (CTL_HEADER);
  g_autofree char *file = NULL;
  g_autoptr (CtlRun) check = NULL;

  for (int i = 2; i <= 8; i++)
    g_string_append_printf (text, "N%d,Doe,Acme,,%s,555-123-4567,,1 Main St,,Lexington,KY,%s,US\n",
                            i, i == 6 ? "1" : "+1", i == 8 ? "4051" : "40511");
  file = ctl_write (fixture, "contacts.csv", text->str);
  check = ctl_run (fixture, 1, "contacts", "import", file, "--check", NULL);
  g_assert_nonnull (strstr (check->out, "Lines 2–5, 7–8\n"));
  g_assert_nonnull (strstr (check->out, "Line 8\n"));
  g_assert_null (strstr (check->out, "Line 2"));
}

static void
test_file_refusals (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *pdf = ctl_write (fixture, "contacts.pdf", CTL_HEADER);
  g_autofree char *empty = ctl_write (fixture, "empty.csv", "");
  g_autofree char *columns = ctl_write (fixture, "columns.csv", "Last name,First name\nx,y\n");
  g_autofree char *junk = ctl_write (fixture, "junk.csv", "First name\xff\xfe\xff,\x81\xff\n");
  g_autofree char *missing = ctl_path (fixture, "missing.csv");
  GString *many = g_string_new (CTL_HEADER);
  g_autofree char *large = g_strnfill (4 * 1024 * 1024 + 1, 'x');
  g_autofree char *too_large = ctl_write (fixture, "large.csv", large);
  g_autofree char *too_many = NULL;
  JsonObject *error;

  for (int i = 0; i < 301; i++)
    g_string_append_printf (many,
                            "N%d,Doe,Acme,,1,555-123-4567,,1 Main St,,Lexington,KY,40511,US\n", i);
  too_many = ctl_write (fixture, "many.csv", many->str);
  g_string_free (many, TRUE);

  ctl_refused (fixture, 3, "not-csv-or-txt", "contacts", "import", pdf, NULL);
  ctl_refused (fixture, 3, "empty-file", "contacts", "import", empty, NULL);
  ctl_refused (fixture, 3, "undecodable-text", "contacts", "import", junk, NULL);
  ctl_refused (fixture, 3, "unreadable", "contacts", "import", missing, NULL);
  ctl_refused (fixture, 3, "unreadable", "contacts", "import", fixture->folder, NULL);
  ctl_refused (fixture, 3, "too-large", "contacts", "import", too_large, NULL);
  ctl_refused (fixture, 3, "too-many-contacts", "contacts", "import", too_many, NULL);
  error = ctl_refused (fixture, 3, "wrong-columns", "contacts", "import", columns, NULL);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (error, "details")), >, 0);
}

static void
test_delete (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *file = ctl_write (fixture, "contacts.csv", CTL_HEADER CTL_TARO CTL_JANE);
  g_autoptr (CtlRun) import = NULL;
  g_autoptr (CtlRun) assign = NULL;
  g_autoptr (JsonNode) mixed = NULL;
  JsonObject *refused;

  ctl_fill (fixture);
  import = ctl_run (fixture, 0, "contacts", "import", file, NULL);
  assign = ctl_run (fixture, 0, "contacts", "assign", "1", "A1", "A2", NULL);
  ctl_refused (fixture, 3, "contact-assigned", "contacts", "delete", "1", NULL);
  ctl_refused (fixture, 3, "unknown-contact", "contacts", "delete", "77", NULL);
  mixed = ctl_json (fixture, 1, "contacts", "delete", "1", "2", NULL);
  ctl_assert_members (json_node_get_object (mixed), "deleted refused");
  g_assert_cmpint (json_array_get_int_element (
                       json_object_get_array_member (json_node_get_object (mixed), "deleted"), 0),
                   ==, 2);
  refused = first_of (mixed, "refused");
  ctl_assert_members (refused, "id printers");
  g_assert_cmpint (json_object_get_int_member (refused, "id"), ==, 1);
  g_assert_cmpint (json_object_get_int_member (refused, "printers"), ==, 2);
}

static void
test_assign (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *file = ctl_write (fixture, "contacts.csv", CTL_HEADER CTL_TARO);
  g_autofree char *serials
      = ctl_write (fixture, "serials.csv", "Serial number,Model\r\n\r\na1,CX735adse\r\nA2\r\n");
  g_autoptr (CtlRun) import = NULL;
  g_autoptr (JsonNode) listed = NULL;
  g_autoptr (JsonNode) partly = NULL;
  g_autoptr (JsonNode) all = NULL;
  JsonObject *item;

  ctl_fill (fixture);
  import = ctl_run (fixture, 0, "contacts", "import", file, NULL);
  listed = ctl_json (fixture, 0, "contacts", "assign", "1", "--serials-from", serials, NULL);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (listed), "done"), ==, 2);
  partly = ctl_json (fixture, 1, "contacts", "assign", "1", "A3", "NOPE", NULL);
  g_assert_cmpuint (
      json_array_get_length (json_object_get_array_member (json_node_get_object (partly), "items")),
      ==, 1);
  item = first_of (partly, "items");
  ctl_assert_members (item, "item outcome reason");
  g_assert_cmpstr (json_object_get_string_member (item, "item"), ==, "NOPE");
  g_assert_cmpstr (json_object_get_string_member (item, "outcome"), ==, "failed");
  all = ctl_json (fixture, 1, "contacts", "assign", "1", "A3", "NOPE", "--all-items", NULL);
  g_assert_cmpuint (
      json_array_get_length (json_object_get_array_member (json_node_get_object (all), "items")),
      ==, 2);
  ctl_refused (fixture, 3, "unknown-contact", "contacts", "assign", "9", "A3", NULL);
}

static void
test_sample (CtlFixture *fixture, gconstpointer data)
{
  g_autofree char *path = ctl_path (fixture, "sample.csv");
  g_autoptr (JsonNode) sample
      = ctl_json (fixture, 0, "contacts", "sample", path, "--language", "ja", NULL);
  g_autofree char *text = NULL;
  g_autoptr (CtlRun) check = ctl_run (fixture, 0, "contacts", "import", path, "--check", NULL);

  ctl_assert_members (json_node_get_object (sample), "columns");
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (sample), "columns"), ==, 13);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "都道府県"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ctl_add ("/ctl/contacts/forms", test_forms);
  ctl_add ("/ctl/contacts/form-refusals", test_form_refusals);
  ctl_add ("/ctl/contacts/list", test_list);
  ctl_add ("/ctl/contacts/outcomes", test_outcomes);
  ctl_add ("/ctl/contacts/rejected-elsewhere", test_rejected_elsewhere);
  ctl_add ("/ctl/contacts/grouped", test_grouped);
  ctl_add ("/ctl/contacts/file-refusals", test_file_refusals);
  ctl_add ("/ctl/contacts/delete", test_delete);
  ctl_add ("/ctl/contacts/assign", test_assign);
  ctl_add ("/ctl/contacts/sample", test_sample);
  return g_test_run ();
}
