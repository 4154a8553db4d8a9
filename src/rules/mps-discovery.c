/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-discovery.h"

#include "mps-address.h"

struct _MpsDiscovery {
  GPtrArray *addresses; /* owned: MpsAddress */
  GPtrArray *excluded;  /* owned: MpsAddress */
};

/* What another program wrote into the database may be no address, and covers nothing then. */
static GPtrArray *
parse (const char *const *texts)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) mps_address_free);

  for (; texts && *texts; texts++)
    {
      MpsAddress *address = mps_address_new (*texts, NULL);

      if (address)
        g_ptr_array_add (list, address);
    }
  return list;
}

/**
 * mps_discovery_new:
 * @addresses: (nullable) (array zero-terminated=1): where it looks
 * @excluded: (nullable) (array zero-terminated=1): where it does not
 *
 * Returns: (transfer full): the criteria
 */
MpsDiscovery *
mps_discovery_new (const char *const *addresses, const char *const *excluded)
{
  MpsDiscovery *self = g_new0 (MpsDiscovery, 1);

  self->addresses = parse (addresses);
  self->excluded = parse (excluded);
  return self;
}

void
mps_discovery_free (MpsDiscovery *self)
{
  g_ptr_array_unref (self->addresses);
  g_ptr_array_unref (self->excluded);
  g_free (self);
}

static gboolean
contains (GPtrArray *list, GInetAddress *ip_address, const char *host_name)
{
  for (guint i = 0; i < list->len; i++)
    if (mps_address_contains (list->pdata[i], ip_address, host_name))
      return TRUE;
  return FALSE;
}

/**
 * mps_discovery_covers:
 * @self: the criteria
 * @ip_address: a printer's, or ""
 * @host_name: a printer's, or ""
 *
 * Returns: whether the agent finds the printer
 */
gboolean
mps_discovery_covers (const MpsDiscovery *self, const char *ip_address, const char *host_name)
{
  g_autoptr (GInetAddress) ip = *ip_address ? mps_address_parse_ip (ip_address) : NULL;

  return contains (self->addresses, ip, host_name) && !contains (self->excluded, ip, host_name);
}
