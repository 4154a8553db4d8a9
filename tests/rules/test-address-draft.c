/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rules/mps-address-draft.h"

static MpsAgentRecord *
new_agent (gint64 id, gint64 organization, const char *name, const char *addresses,
           const char *excluded)
{
  MpsAgentRecord *agent = mps_agent_record_new ();

  agent->id = id;
  agent->organization = organization;
  g_set_str (&agent->name, name);
  g_strfreev (agent->addresses);
  g_strfreev (agent->excluded);
  agent->addresses = g_strsplit (addresses, " ", -1);
  agent->excluded = g_strsplit (excluded, " ", -1);
  return agent;
}

/* The agent looks at 192.0.2.0/25 but not at 192.0.2.9; Osaka at 198.51.100.0/24. */
static MpsAddressDraft *
draft (const char *text, gboolean exclude)
{
  g_autoptr (GPtrArray) agents
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mps_agent_record_free);
  g_autoptr (MpsAddressBook) book = NULL;

  g_ptr_array_add (agents, new_agent (1, 1, "Tokyo", "192.0.2.0/25", "192.0.2.9"));
  g_ptr_array_add (agents, new_agent (2, 1, "Osaka", "198.51.100.0/24", ""));
  g_ptr_array_add (agents, new_agent (3, 2, "Elsewhere", "203.0.113.0/24", ""));
  book = mps_address_book_new (agents, agents->pdata[0]);
  return mps_address_draft_new (text, exclude, book);
}

static void
assert_addresses (MpsAddressDraft *self, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->addresses->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", (char *) self->addresses->pdata[i]);
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_problem (GPtrArray *problems, guint position, guint line, const char *subject,
                const char *reason)
{
  const MpsProblem *problem;

  g_assert_cmpuint (position, <, problems->len);
  problem = problems->pdata[position];
  g_assert_cmpuint (problem->line, ==, line);
  g_assert_cmpstr (problem->column, ==, subject);
  g_assert_nonnull (strstr (problem->reason, reason));
}

static void
test_fine (void)
{
  g_autoptr (MpsAddressDraft) self = draft (
      "10.0.0.1\n\n 10.0.0.2-4 , Print.Example.COM、2001:db8::/112\r\n１０.0.1.0/24", FALSE);

  assert_addresses (self,
                    "10.0.0.1 10.0.0.2-10.0.0.4 print.example.com 2001:db8::/112 10.0.1.0/24");
  g_assert_cmpuint (self->wrong->len, ==, 0);
  g_assert_cmpuint (self->warnings->len, ==, 0);
  g_assert_cmpuint (self->large->len, ==, 0);
}

static void
test_wrong (void)
{
  g_autoptr (MpsAddressDraft) self
      = draft ("10.0.0.1\n10.0.0.256\n10.0.1.1/24\n10.0.0.9-10.0.0.2", FALSE);

  assert_addresses (self, "10.0.0.1");
  g_assert_cmpuint (self->wrong->len, ==, 3);
  assert_problem (self->wrong, 0, 2, "10.0.0.256", "is no address");
  assert_problem (self->wrong, 1, 3, "10.0.1.1/24", "10.0.1.0/24");
  assert_problem (self->wrong, 2, 4, "10.0.0.9-10.0.0.2", "10.0.0.2-10.0.0.9");
}

static void
test_overlaps (void)
{
  g_autoptr (MpsAddressDraft) self
      = draft ("192.0.2.9\n192.0.2.5\n192.0.2.0/25\n10.0.0.1\n10.0.0.0/24\n198.51.100.7\n"
               "203.0.113.1\n10.0.0.1",
               FALSE);

  assert_addresses (self, "192.0.2.9 192.0.2.5 10.0.0.1 10.0.0.0/24 198.51.100.7 203.0.113.1");
  g_assert_cmpuint (self->warnings->len, ==, 7);
  assert_problem (self->warnings, 0, 1, "192.0.2.9", "excluded now");
  assert_problem (self->warnings, 1, 1, "192.0.2.9", "overlaps “192.0.2.0/25”");
  assert_problem (self->warnings, 2, 2, "192.0.2.5", "overlaps “192.0.2.0/25”");
  assert_problem (self->warnings, 3, 3, "192.0.2.0/25", "looks there already");
  assert_problem (self->warnings, 4, 5, "10.0.0.0/24", "“10.0.0.1”, which is entered too");
  assert_problem (self->warnings, 5, 6, "198.51.100.7", "The agent “Osaka” looks there too");
  assert_problem (self->warnings, 6, 8, "10.0.0.1", "more than once");
}

static void
test_excluded (void)
{
  g_autoptr (MpsAddressDraft) self = draft ("192.0.2.5\n192.0.2.9\n10.0.0.0/7\n192.0.2.0/25", TRUE);

  assert_addresses (self, "192.0.2.5 10.0.0.0/7 192.0.2.0/25");
  /* Not to look somewhere takes no time. */
  g_assert_cmpuint (self->large->len, ==, 0);
  assert_problem (self->warnings, 0, 2, "192.0.2.9", "excluded already");
  assert_problem (self->warnings, 1, 3, "10.0.0.0/7", "does not look there anyway");
  assert_problem (self->warnings, 3, 4, "192.0.2.0/25", "looks there now");
}

static void
test_large (void)
{
  g_autoptr (MpsAddressDraft) self = draft ("10.0.0.0/16\n10.2.0.0/15", FALSE);

  g_assert_cmpuint (self->large->len, ==, 1);
  g_assert_cmpstr (self->large->pdata[0], ==, "10.2.0.0/15");
  assert_problem (self->warnings, 0, 2, "10.2.0.0/15", "more than 65,536 addresses");
}

static void
test_too_many (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (MpsAddressDraft) all = NULL;
  g_autoptr (MpsAddressDraft) more = NULL;

  for (guint i = 0; i < MPS_MAX_DRAFT_ADDRESSES; i++)
    g_string_append_printf (text, "10.0.%u.%u\n", i / 250, i % 250);
  all = draft (text->str, FALSE);
  g_assert_cmpuint (all->addresses->len, ==, MPS_MAX_DRAFT_ADDRESSES);
  g_assert_cmpuint (all->wrong->len, ==, 0);
  g_string_append (text, "10.1.0.1");
  more = draft (text->str, FALSE);
  assert_problem (more->wrong, 0, 0, "", "at most");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/address-draft/fine", test_fine);
  g_test_add_func ("/address-draft/wrong", test_wrong);
  g_test_add_func ("/address-draft/overlaps", test_overlaps);
  g_test_add_func ("/address-draft/excluded", test_excluded);
  g_test_add_func ("/address-draft/large", test_large);
  g_test_add_func ("/address-draft/too-many", test_too_many);
  return g_test_run ();
}
