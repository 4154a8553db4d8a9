/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-ctl-command.h"
#include "mps-ctl-json.h"

#include "exchange/mps-sample-fleet.h"

#include <glib/gi18n.h>

static void
report (MpsCtl *ctl, const char *file)
{
  g_autoptr (MpsCtlJson) json = mps_ctl_json_new (ctl->output);

  if (!ctl->json)
    {
      mps_ctl_output_print (ctl->output, _ ("The sample fleet is in “%s”.\n"), file);
      return;
    }
  mps_ctl_json_begin_object (json, NULL);
  mps_ctl_json_string (json, "file", file);
  mps_ctl_json_end (json);
}

static MpsCtlStatus
make_sample (MpsCtl *ctl, GError **error)
{
  g_autofree char *file = g_canonicalize_filename (ctl->arguments[0], NULL);
  g_autoptr (GAsyncResult) result = NULL;

  if (g_str_equal (ctl->arguments[0], "-"))
    {
      mps_ctl_set_usage_error (error, _ ("A database is a file. Name one instead of “-”."));
      return MPS_CTL_USAGE;
    }
  mps_sample_fleet_make_async (file, ctl->progress, ctl->cancellable, mps_ctl_ready, &result);
  mps_ctl_wait (ctl, &result);
  if (!mps_sample_fleet_make_finish (result, error))
    return MPS_CTL_FAILED;
  report (ctl, file);
  return MPS_CTL_DONE;
}

const MpsCtlCommand mps_ctl_sample_commands[] = {
  { "sample", NULL, "FILE", N_ ("Make a database of the sample fleet, to try things on"), NULL, 1,
    1, TRUE, make_sample },
  { NULL },
};
