/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-address.h"

#include "fleet/mps-error.h"
#include "fleet/mps-text.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#define MAX_BYTES 16
#define MAX_HOST_NAME 253
#define MAX_LABEL 63

/* As many addresses as a /16 of IPv4 has: more take an agent days to search. */
#define LARGE_BITS 16

struct _MpsAddress {
  char *text;    /* owned; in its one spelling */
  char *host;    /* owned; %NULL for addresses */
  gsize n_bytes; /* 4, 16, or 0 for a host name */
  guint8 low[MAX_BYTES];
  guint8 high[MAX_BYTES];
};

static gboolean G_GNUC_PRINTF (2, 3) refuse (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error,
                     g_error_new_valist (MPS_ERROR, MPS_ERROR_BAD_ADDRESS, format, arguments));
  va_end (arguments);
  return FALSE;
}

/**
 * mps_address_parse_ip:
 * @text: an IP address, or anything else
 *
 * An address of an interface of this machine (fe80::1%eth0) is none that others can use.
 *
 * Returns: (transfer full) (nullable): the IP address, %NULL where it is none
 */
GInetAddress *
mps_address_parse_ip (const char *text)
{
  return strchr (text, '%') ? NULL : g_inet_address_new_from_string (text);
}

static void
set_low (MpsAddress *self, GInetAddress *address)
{
  self->n_bytes = g_inet_address_get_native_size (address);
  memcpy (self->low, g_inet_address_to_bytes (address), self->n_bytes);
}

static void
set_high (MpsAddress *self, GInetAddress *address)
{
  memcpy (self->high, g_inet_address_to_bytes (address), self->n_bytes);
}

/* Leaves @length bits of the network, and sets the others. */
static void
fill_hosts (guint8 *bytes, gsize n_bytes, guint length)
{
  for (guint bit = length; bit < n_bytes * 8; bit++)
    bytes[bit / 8] |= (guint8) (0x80 >> (bit % 8));
}

static char *
dup_network (GInetAddress *address, guint length)
{
  gsize n_bytes = g_inet_address_get_native_size (address);
  guint8 bytes[MAX_BYTES];
  g_autoptr (GInetAddress) network = NULL;

  memcpy (bytes, g_inet_address_to_bytes (address), n_bytes);
  for (guint bit = length; bit < n_bytes * 8; bit++)
    bytes[bit / 8] &= (guint8) ~(0x80 >> (bit % 8));
  network = g_inet_address_new_from_bytes (bytes, g_inet_address_get_family (address));
  return g_inet_address_to_string (network);
}

static gboolean
read_subnet (MpsAddress *self, const char *text, const char *slash, GError **error)
{
  g_autofree char *start = g_strndup (text, (gsize) (slash - text));
  g_autoptr (GInetAddress) address = mps_address_parse_ip (g_strstrip (start));
  g_autofree char *network = NULL;
  g_autofree char *canonical = NULL;
  guint64 length;

  if (address == NULL
      || !g_ascii_string_to_unsigned (slash + 1, 10, 0,
                                      g_inet_address_get_native_size (address) * 8, &length, NULL))
    return refuse (error, _ ("“%s” is no subnet. Enter one such as 192.0.2.0/24."), text);
  network = dup_network (address, (guint) length);
  canonical = g_inet_address_to_string (address);
  if (!g_str_equal (network, canonical))
    return refuse (error,
                   _ ("“%s” is an address within a subnet. Enter the subnet as %s/%u, or the "
                      "address without the slash."),
                   text, network, (guint) length);
  set_low (self, address);
  set_high (self, address);
  fill_hosts (self->high, self->n_bytes, (guint) length);
  self->text = g_strdup_printf ("%s/%u", network, (guint) length);
  return TRUE;
}

/* “192.0.2.10-20” ends within the last part of the first address. */
static GInetAddress *
parse_end (const char *first, const char *text)
{
  const char *dot = strrchr (first, '.');
  g_autofree char *whole = NULL;

  if (dot == NULL || strchr (text, '.') || strchr (text, ':'))
    return mps_address_parse_ip (text);
  whole = g_strdup_printf ("%.*s.%s", (int) (dot - first), first, text);
  return mps_address_parse_ip (whole);
}

static gboolean
set_range (MpsAddress *self, const char *text, GInetAddress *first, GInetAddress *last,
           GError **error)
{
  g_autofree char *low = g_inet_address_to_string (first);
  g_autofree char *high = g_inet_address_to_string (last);

  set_low (self, first);
  set_high (self, last);
  if (memcmp (self->low, self->high, self->n_bytes) > 0)
    return refuse (error, _ ("The range “%s” ends before it starts. Enter it as %s-%s."), text,
                   high, low);
  self->text = g_strdup_printf ("%s-%s", low, high);
  return TRUE;
}

static gboolean
read_range (MpsAddress *self, const char *text, char **ends, GError **error)
{
  g_autoptr (GInetAddress) first = mps_address_parse_ip (g_strstrip (ends[0]));
  g_autoptr (GInetAddress) last = NULL;

  if (first)
    last = parse_end (ends[0], g_strstrip (ends[1]));
  if (last == NULL || g_inet_address_get_family (first) != g_inet_address_get_family (last))
    return refuse (error, _ ("“%s” is no range. Enter one such as 192.0.2.10-192.0.2.20."), text);
  return set_range (self, text, first, last, error);
}

/* RFC 1123: letters, digits and hyphens, none of them at the ends. */
static gboolean
is_label (const char *label)
{
  gsize length = strlen (label);

  for (const char *c = label; *c; c++)
    if (!g_ascii_isalnum (*c) && *c != '-')
      return FALSE;
  return length >= 1 && length <= MAX_LABEL && label[0] != '-' && label[length - 1] != '-';
}

static gboolean
is_number (const char *label)
{
  return label[strspn (label, "0123456789")] == '\0';
}

/* What ends in a number is a mistyped address and no name: there is no such top-level domain. */
static gboolean
is_host_name (const char *text)
{
  g_auto (GStrv) labels = g_strsplit (text, ".", -1);
  guint n_labels = g_strv_length (labels);

  for (guint i = 0; i < n_labels; i++)
    if (!is_label (labels[i]))
      return FALSE;
  return n_labels > 0 && !is_number (labels[n_labels - 1]) && strlen (text) <= MAX_HOST_NAME;
}

static gboolean
read_single (MpsAddress *self, const char *text, GError **error)
{
  g_autoptr (GInetAddress) address = mps_address_parse_ip (text);

  if (address)
    {
      set_low (self, address);
      set_high (self, address);
      self->text = g_inet_address_to_string (address);
      return TRUE;
    }
  if (!is_host_name (text))
    return refuse (error,
                   _ ("“%s” is no address. Enter an IP address, a subnet such as 192.0.2.0/24, a "
                      "range such as 192.0.2.10-192.0.2.20, or a host name."),
                   text);
  self->text = g_ascii_strdown (text, -1);
  self->host = g_strdup (self->text);
  return TRUE;
}

/* A hyphen makes a range only between addresses: host names have hyphens too. */
static gboolean
read_text (MpsAddress *self, const char *text, GError **error)
{
  const char *slash = strchr (text, '/');
  g_auto (GStrv) ends = g_strsplit (text, "-", -1);
  g_autoptr (GInetAddress) first = NULL;

  if (slash)
    return read_subnet (self, text, slash, error);
  if (g_strv_length (ends) == 2)
    first = mps_address_parse_ip (g_strstrip (ends[0]));
  return first ? read_range (self, text, ends, error) : read_single (self, text, error);
}

/**
 * mps_address_new:
 * @text: as somebody typed it, in any width
 * @error: return location for a #GError: MPS_ERROR_BAD_ADDRESS, which says how it is written
 *
 * Returns: (transfer full) (nullable): the address
 */
MpsAddress *
mps_address_new (const char *text, GError **error)
{
  g_autoptr (MpsAddress) self = g_new0 (MpsAddress, 1);
  g_autofree char *narrow = mps_text_narrow (text);

  return read_text (self, g_strstrip (narrow), error) ? g_steal_pointer (&self) : NULL;
}

void
mps_address_free (MpsAddress *self)
{
  g_free (self->text);
  g_free (self->host);
  g_free (self);
}

/**
 * mps_address_get_text:
 * @self: an address
 *
 * Returns: (transfer none): its one spelling, by which two are the same
 */
const char *
mps_address_get_text (const MpsAddress *self)
{
  return self->text;
}

/**
 * mps_address_is_large:
 * @self: an address
 *
 * Returns: whether it stands for more addresses than a /16 of IPv4, 65,536, so
 *   that somebody should be asked whether it is meant
 */
gboolean
mps_address_is_large (const MpsAddress *self)
{
  guint8 difference[MAX_BYTES] = { 0 };
  int borrow = 0;

  for (gsize i = self->n_bytes; i-- > 0;)
    {
      int value = self->high[i] - self->low[i] - borrow;

      borrow = value < 0;
      difference[i] = (guint8) value;
    }
  for (gsize i = 0; i + LARGE_BITS / 8 < self->n_bytes; i++)
    if (difference[i] != 0)
      return TRUE;
  return FALSE;
}

static gboolean
contains_bytes (const MpsAddress *self, const guint8 *bytes)
{
  return memcmp (self->low, bytes, self->n_bytes) <= 0
         && memcmp (bytes, self->high, self->n_bytes) <= 0;
}

/**
 * mps_address_contains:
 * @self: an address
 * @ip_address: (nullable): a printer's, of mps_address_parse_ip(), so that it can be looked for
 *   in many
 * @host_name: a printer's, or ""
 *
 * Returns: whether an agent that looks there finds the printer
 */
gboolean
mps_address_contains (const MpsAddress *self, GInetAddress *ip_address, const char *host_name)
{
  if (self->host)
    return g_ascii_strcasecmp (self->host, host_name) == 0;
  return ip_address && g_inet_address_get_native_size (ip_address) == self->n_bytes
         && contains_bytes (self, g_inet_address_to_bytes (ip_address));
}

/**
 * mps_address_overlaps:
 * @self: an address
 * @other: another one
 *
 * Returns: whether a printer can be found by both. A host name and an address
 *   are never known to be.
 */
gboolean
mps_address_overlaps (const MpsAddress *self, const MpsAddress *other)
{
  if (self->host || other->host)
    return g_strcmp0 (self->host, other->host) == 0;
  return self->n_bytes == other->n_bytes && memcmp (self->low, other->high, self->n_bytes) <= 0
         && memcmp (other->low, self->high, self->n_bytes) <= 0;
}
