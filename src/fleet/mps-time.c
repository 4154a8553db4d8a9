/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-time.h"

/**
 * mps_time_dup_text:
 * @time: (nullable): a time
 *
 * Returns: (transfer full): the time where the user is, to the minute, written alike in every
 *   language; "" for none
 */
char *
mps_time_dup_text (GDateTime *time)
{
  g_autoptr (GDateTime) local = time ? g_date_time_to_local (time) : NULL;

  return local ? g_date_time_format (local, "%Y-%m-%d %H:%M") : g_strdup ("");
}

/**
 * mps_time_dup_text_of:
 * @time: (nullable): a time as it is stored: RFC 3339, UTC
 *
 * Returns: (transfer full): as mps_time_dup_text(); "" for what is no time
 */
char *
mps_time_dup_text_of (const char *time)
{
  g_autoptr (GDateTime) parsed = time ? g_date_time_new_from_iso8601 (time, NULL) : NULL;

  return mps_time_dup_text (parsed);
}
