/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-ctl-serials.h"

#include "exchange/mps-serial-list.h"
#include "exchange/mps-text-input.h"

#include <glib/gi18n.h>

#define MAX_SERIALS_FILE (64 * 1024 * 1024)

static gboolean
collect_file (MpsSerialList *serials, MpsCtl *ctl, const char *file, GError **error)
{
  g_autoptr (GBytes) bytes = mps_ctl_read (ctl, file, MAX_SERIALS_FILE, error);
  g_autoptr (GBytes) text = bytes ? mps_text_input_decode (bytes, NULL, NULL, error) : NULL;
  const char *data;
  gsize length;

  if (text == NULL)
    return FALSE;
  data = g_bytes_get_data (text, &length);
  return mps_serial_list_add_rows (serials, data, length, ',', error);
}

static gboolean
check_some (MpsSerialList *serials, const char *file, GError **error)
{
  if (mps_serial_list_get_n (serials) > 0)
    return TRUE;
  if (file)
    g_set_error (error, MPS_ERROR, MPS_ERROR_EMPTY_FILE, _ ("There is no serial number in “%s”."),
                 file);
  else
    mps_ctl_set_usage_error (error, "%s", _ ("Name the printers by serial number."));
  return FALSE;
}

/**
 * mps_ctl_dup_serials:
 * @ctl: the run
 * @first_argument: the first of the arguments that are serial numbers
 * @file: (nullable): a file with one serial number a line, in its first column
 *   if it is CSV; "-" for standard input
 * @error: why @file can't be read, %MPS_ERROR_EMPTY_FILE, or a usage error
 *   when no printer is named
 *
 * Returns: (transfer full) (nullable): the serial numbers, each once, as they
 *   are stored; at least one
 */
GStrv
mps_ctl_dup_serials (MpsCtl *ctl, guint first_argument, const char *file, GError **error)
{
  g_autoptr (MpsSerialList) serials = mps_serial_list_new ();

  for (guint i = first_argument; i < mps_ctl_get_n_arguments (ctl); i++)
    mps_serial_list_add (serials, ctl->arguments[i]);
  if ((file && !collect_file (serials, ctl, file, error)) || !check_some (serials, file, error))
    return NULL;
  return g_strdupv ((char **) mps_serial_list_get (serials));
}
