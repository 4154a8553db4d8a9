/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "fuzz.h"

#include "rules/mps-address-draft.h"
#include "rules/mps-address.h"
#include "rules/mps-discovery.h"

#include <string.h>

#define MAX_LINES 32

/* Each has one spelling, and that is an address by itself. */
static void
check_spelling (const MpsAddress *address)
{
  const char *text = mps_address_get_text (address);
  g_autoptr (GError) error = NULL;
  g_autoptr (MpsAddress) again = mps_address_new (text, &error);

  fuzz_check_text (text);
  g_assert_true (g_str_is_ascii (text));
  g_assert_no_error (error);
  g_assert_cmpstr (mps_address_get_text (again), ==, text);
  g_assert_true (mps_address_overlaps (address, again));
  g_assert_cmpint (mps_address_is_large (address), ==, mps_address_is_large (again));
}

/* An agent finds what stands at a single address it looks at, unless that is excluded. */
static void
check_discovery (const MpsAddress *address)
{
  const char *texts[] = { mps_address_get_text (address), NULL };
  g_autoptr (MpsDiscovery) looks = mps_discovery_new (texts, NULL);
  g_autoptr (MpsDiscovery) looks_away = mps_discovery_new (texts, texts);
  g_autoptr (GInetAddress) ip = mps_address_parse_ip (texts[0]);
  gboolean named = !ip && !strpbrk (texts[0], "/:") && mps_address_contains (address, NULL, *texts);

  if (!ip && !named)
    return;
  g_assert_true (mps_discovery_covers (looks, ip ? *texts : "", named ? *texts : ""));
  g_assert_false (mps_discovery_covers (looks_away, ip ? *texts : "", named ? *texts : ""));
}

static GPtrArray *
parse_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", MAX_LINES);
  GPtrArray *addresses = g_ptr_array_new_with_free_func ((GDestroyNotify) mps_address_free);

  for (guint i = 0; lines[i]; i++)
    {
      g_autoptr (GError) error = NULL;
      MpsAddress *address = mps_address_new (lines[i], &error);

      if (address)
        g_ptr_array_add (addresses, address);
      else
        fuzz_check_error (error);
    }
  return addresses;
}

static void
check_pairs (GPtrArray *addresses)
{
  for (guint i = 0; i < addresses->len; i++)
    for (guint j = 0; j < addresses->len; j++)
      g_assert_cmpint (mps_address_overlaps (addresses->pdata[i], addresses->pdata[j]), ==,
                       mps_address_overlaps (addresses->pdata[j], addresses->pdata[i]));
}

static void
check_draft (const char *text)
{
  g_autoptr (GPtrArray) agents
      = g_ptr_array_new_with_free_func ((GDestroyNotify) mps_agent_record_free);
  MpsAgentRecord *agent = mps_agent_record_new ();
  g_autoptr (MpsAddressBook) book = NULL;
  g_autoptr (MpsAddressDraft) draft = NULL;

  g_ptr_array_add (agents, agent);
  book = mps_address_book_new (agents, agent);
  draft = mps_address_draft_new (text, FALSE, book);
  fuzz_check_problems (draft->wrong);
  fuzz_check_problems (draft->warnings);
  g_assert_cmpuint (draft->large->len, <=, draft->addresses->len);
  for (guint i = 0; i < draft->addresses->len; i++)
    {
      g_autoptr (MpsAddress) address = mps_address_new (draft->addresses->pdata[i], NULL);

      g_assert_nonnull (address);
      g_assert_cmpstr (mps_address_get_text (address), ==, draft->addresses->pdata[i]);
    }
}

/* An address a line, as a form or the command line gives it: UTF-8, of any kind. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *bytes = g_strndup ((const char *) data, size);
  g_autofree char *text = g_utf8_make_valid (bytes, -1);
  g_autoptr (GPtrArray) addresses = parse_lines (text);

  for (guint i = 0; i < addresses->len; i++)
    {
      check_spelling (addresses->pdata[i]);
      check_discovery (addresses->pdata[i]);
    }
  check_pairs (addresses);
  check_draft (text);
  return 0;
}
