/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-email.h"

#include <string.h>

#define MAX_LOCAL 64
#define MAX_LABEL 63

/* RFC 5321 "Dot-string": what mailboxes are called, without the quoted form that nobody uses. */
static gboolean
is_local_part (const char *text, gsize length)
{
  if (length == 0 || length > MAX_LOCAL || text[0] == '.' || text[length - 1] == '.')
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isalnum (text[i]) && !strchr ("!#$%&'*+-/=?^_`{|}~.", text[i]))
      return FALSE;
    else if (text[i] == '.' && text[i + 1] == '.')
      return FALSE;
  return TRUE;
}

static gboolean
is_label (const char *label)
{
  gsize length = strlen (label);

  if (length == 0 || length > MAX_LABEL || label[0] == '-' || label[length - 1] == '-')
    return FALSE;
  /* An international name may be written in its own letters. */
  for (const char *p = label; *p; p = g_utf8_next_char (p))
    if (*p != '-' && !g_unichar_isalnum (g_utf8_get_char (p))
        && !g_unichar_ismark (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

static gboolean
is_domain (const char *text)
{
  g_auto (GStrv) labels = g_strsplit (text, ".", -1);
  guint n_labels = g_strv_length (labels);

  if (n_labels < 2)
    return FALSE;
  for (guint i = 0; i < n_labels; i++)
    if (!is_label (labels[i]))
      return FALSE;
  /* Otherwise an IP address would pass for a name. */
  return strspn (labels[n_labels - 1], "0123456789") < strlen (labels[n_labels - 1]);
}

/**
 * mps_email_is_address:
 * @text: valid UTF-8
 *
 * Returns: whether @text has the form of exactly one e-mail address, as
 *   name@example.com, that can be reached from anywhere
 */
gboolean
mps_email_is_address (const char *text)
{
  const char *at = strchr (text, '@');

  return at && is_local_part (text, at - text) && is_domain (at + 1);
}
