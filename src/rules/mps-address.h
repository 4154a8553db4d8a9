/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MpsAddress:
 *
 * One of an agent's discovery criteria: an IP address, a subnet, a range of
 * addresses or a host name, IPv4 or IPv6. Immutable.
 */
typedef struct _MpsAddress MpsAddress;

MpsAddress *mps_address_new (const char *text, GError **error);
void mps_address_free (MpsAddress *self);
const char *mps_address_get_text (const MpsAddress *self);
gboolean mps_address_is_large (const MpsAddress *self);
gboolean mps_address_contains (const MpsAddress *self, GInetAddress *ip_address,
                               const char *host_name);
GInetAddress *mps_address_parse_ip (const char *text);
gboolean mps_address_overlaps (const MpsAddress *self, const MpsAddress *other);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsAddress, mps_address_free)

G_END_DECLS
