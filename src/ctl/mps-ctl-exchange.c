/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-ctl-database.h"
#include "mps-ctl-records.h"

#include "exchange/mps-exchange-file.h"
#include "exchange/mps-output.h"
#include "exchange/mps-text-input.h"

#include <glib/gi18n.h>

static char *again;

static void
print_export (MpsCtl *ctl, guint n_requests)
{
  if (n_requests == 0)
    mps_ctl_output_print (ctl->output, "%s\n",
                          _ ("There is no request that was not exported yet."));
  else
    mps_ctl_output_print (
        ctl->output, ngettext ("%u request exported.\n", "%u requests exported.\n", n_requests),
        n_requests);
}

static MpsCtlStatus
export_requests (MpsCtl *ctl, GError **error)
{
  g_autoptr (MpsCtlJson) json = mps_ctl_json_new (ctl->output);
  g_autoptr (GFile) file = mps_output_file_for_arg (ctl->arguments[0]);
  g_autoptr (GAsyncResult) result = NULL;
  gssize n_requests;

  if (!mps_ctl_open_organization (ctl, MPS_STORE_OPEN_EXISTING, error))
    return MPS_CTL_FAILED;
  mps_exchange_export_async (ctl->store, ctl->organization, again, file, ctl->cancellable,
                             mps_ctl_ready, &result);
  mps_ctl_wait (ctl, &result);
  n_requests = mps_exchange_export_finish (ctl->store, result, error);
  if (n_requests < 0)
    return MPS_CTL_FAILED;
  mps_ctl_set_file (ctl, ctl->arguments[0]);
  if (!ctl->json)
    {
      print_export (ctl, n_requests);
      return MPS_CTL_DONE;
    }
  mps_ctl_json_begin_object (json, NULL);
  mps_ctl_json_integer (json, "requests", n_requests);
  mps_ctl_json_end (json);
  return MPS_CTL_DONE;
}

static void
json_import (MpsCtl *ctl, const MpsAnswerImport *import)
{
  g_autoptr (MpsCtlJson) json = mps_ctl_json_new (ctl->output);

  mps_ctl_json_begin_object (json, NULL);
  mps_ctl_json_integer (json, "registered", import->registered);
  mps_ctl_json_integer (json, "failed", import->failed);
  mps_ctl_json_begin_array (json, "rejected");
  for (guint i = 0; i < import->rejected->len; i++)
    {
      const MpsProblem *problem = import->rejected->pdata[i];

      mps_ctl_json_begin_object (json, NULL);
      mps_ctl_json_string (json, "serial", problem->column);
      mps_ctl_json_string (json, "code", problem->code);
      mps_ctl_json_string (json, "reason", problem->reason);
      mps_ctl_json_end (json);
    }
  mps_ctl_json_end (json);
  mps_ctl_json_end (json);
}

static void
print_import (MpsCtl *ctl, const MpsAnswerImport *import)
{
  mps_ctl_output_print (ctl->output, _ ("Registered: %u. Failed: %u. Rejected: %u.\n"),
                        import->registered, import->failed, import->rejected->len);
  mps_ctl_print_problems (ctl->output, import->rejected);
}

static MpsCtlStatus
import_answer (MpsCtl *ctl, GError **error)
{
  g_autoptr (GFile) file = mps_text_input_file_for_arg (ctl->arguments[0]);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsAnswerImport) import = NULL;

  if (!mps_ctl_open_organization (ctl, MPS_STORE_OPEN_EXISTING, error))
    return MPS_CTL_FAILED;
  mps_exchange_import_async (ctl->store, ctl->organization, file, ctl->progress, ctl->cancellable,
                             mps_ctl_ready, &result);
  mps_ctl_wait (ctl, &result);
  import = mps_exchange_import_finish (ctl->store, result, error);
  if (import == NULL)
    return MPS_CTL_FAILED;
  if (ctl->json)
    json_import (ctl, import);
  else
    print_import (ctl, import);
  return import->rejected->len > 0 || import->not_done > 0 ? MPS_CTL_PARTLY : MPS_CTL_DONE;
}

static const GOptionEntry export_options[] = {
  { "again", 0, 0, G_OPTION_ARG_FILENAME, &again, N_ ("Export this request once more"), "ID" },
  G_OPTION_ENTRY_NULL,
};

const MpsCtlCommand mps_ctl_exchange_commands[] = {
  { "exchange", "export", "FILE [--again ID]", N_ ("Save the requests for Lexmark"), export_options,
    1, 1, TRUE, export_requests },
  { "exchange", "import", "FILE", N_ ("Take an answer of Lexmark"), NULL, 1, 1, TRUE,
    import_answer },
  { NULL },
};
