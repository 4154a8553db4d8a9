/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-ctl-database.h"
#include "mps-ctl-records.h"
#include "mps-ctl-table.h"

#include "exchange/mps-contacts-import.h"
#include "exchange/mps-output.h"
#include "exchange/mps-text-input.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

static gboolean check_only;
static char *encoding;
static char *rejected_file;
static char *language;

static GStrv
dup_encodings (void)
{
  return g_strdupv ((GStrv) mps_text_input_get_encodings ());
}

static gboolean
check_encoding (GError **error)
{
  const char *const *encodings = mps_text_input_get_encodings ();
  g_autofree char *known = NULL;

  if (encoding == NULL)
    return TRUE;
  for (guint i = 0; encodings[i]; i++)
    if (g_ascii_strcasecmp (encodings[i], encoding) == 0)
      {
        g_set_str (&encoding, encodings[i]);
        return TRUE;
      }
  known = g_strjoinv (", ", (char **) encodings);
  mps_ctl_set_usage_error (error, _ ("There is no encoding “%s”. There are: %s."), encoding, known);
  return FALSE;
}

static MpsContactsFile *
load_file (MpsCtl *ctl, GError **error)
{
  g_autoptr (GFile) file = mps_text_input_file_for_arg (ctl->arguments[0]);
  g_autoptr (GAsyncResult) result = NULL;

  if (!check_encoding (error))
    return NULL;
  mps_contacts_file_load_async (file, encoding, ctl->cancellable, mps_ctl_ready, &result);
  mps_ctl_wait (ctl, &result);
  return mps_contacts_file_load_finish (result, error);
}

static void
json_existing (MpsCtlJson *json, const MpsContactsReport *report)
{
  mps_ctl_json_begin_array (json, "existing");
  for (guint i = 0; i < report->existing->len; i++)
    {
      const MpsExistingContact *contact = report->existing->pdata[i];

      mps_ctl_json_begin_object (json, NULL);
      mps_ctl_json_integer (json, "line", contact->line);
      mps_ctl_json_string (json, "first_name", contact->first_name);
      mps_ctl_json_string (json, "last_name", contact->last_name);
      mps_ctl_json_end (json);
    }
  mps_ctl_json_end (json);
}

static void
json_not_imported (MpsCtlJson *json, const MpsContactsReport *report)
{
  mps_ctl_json_begin_array (json, "not_imported");
  if (report->first_line > 0)
    {
      mps_ctl_json_begin_object (json, NULL);
      mps_ctl_json_integer (json, "first_line", report->first_line);
      mps_ctl_json_integer (json, "last_line", report->last_line);
      mps_ctl_json_string (json, "cause", report->cause);
      mps_ctl_json_string (json, "message", report->message);
      mps_ctl_json_end (json);
    }
  mps_ctl_json_end (json);
}

static void
json_report (MpsCtl *ctl, MpsContactsFile *file, const MpsContactsReport *report)
{
  g_autoptr (MpsCtlJson) json = mps_ctl_json_new (ctl->output);

  mps_ctl_json_begin_object (json, NULL);
  if (report->task != 0)
    mps_ctl_json_integer (json, "task", report->task);
  else
    mps_ctl_json_null (json, "task");
  mps_ctl_json_string (json, "encoding", mps_contacts_file_get_encoding (file));
  mps_ctl_json_integer (json, "imported", report->imported);
  json_existing (json, report);
  json_not_imported (json, report);
  mps_ctl_json_problems (json, "invalid", report->invalid);
  mps_ctl_json_end (json);
}

static void
print_existing (MpsCtl *ctl, const MpsContactsReport *report)
{
  g_autoptr (MpsCtlTable) table = mps_ctl_table_new (ctl->output, 3, MPS_CTL_NUMBER (0));

  if (report->existing->len > 0)
    mps_ctl_output_print (ctl->output, "%s\n", _ ("Contacts already exist"));
  for (guint i = 0; i < report->existing->len; i++)
    {
      const MpsExistingContact *contact = report->existing->pdata[i];

      mps_ctl_table_number (table, contact->line);
      mps_ctl_table_row (table, contact->first_name, contact->last_name, NULL);
    }
}

static void
print_not_imported (MpsCtl *ctl, const MpsContactsReport *report)
{
  if (report->first_line == 0)
    return;
  mps_ctl_output_print (ctl->output, "%s\n",
                        g_strcmp0 (report->cause, "import-canceled") == 0
                            ? _ ("Contacts not imported: Import canceled")
                            : _ ("Contacts not imported: System error"));
  if (report->first_line == report->last_line)
    mps_ctl_output_print (ctl->output, _ ("Line %u\n"), report->first_line);
  else
    mps_ctl_output_print (ctl->output, _ ("Lines %u to %u\n"), report->first_line,
                          report->last_line);
  if (report->message)
    mps_ctl_output_print (ctl->output, "%s\n", report->message);
}

static void
print_report (MpsCtl *ctl, const MpsContactsReport *report)
{
  if (check_only)
    mps_ctl_output_print (ctl->output,
                          ngettext ("%u contact would be imported.\n",
                                    "%u contacts would be imported.\n", report->imported),
                          report->imported);
  else
    mps_ctl_output_print (
        ctl->output,
        ngettext ("%u contact imported.\n", "%u contacts imported.\n", report->imported),
        report->imported);
  print_existing (ctl, report);
  print_not_imported (ctl, report);
  if (report->invalid->len > 0)
    mps_ctl_output_print (ctl->output, "%s\n", _ ("Missing or invalid information"));
  mps_ctl_print_problems (ctl->output, report->invalid);
}

/* The import is done by now: a failure here takes nothing from its report. */
static MpsCtlStatus
save_rejected (MpsContactsReport *report, MpsContactsFile *file, MpsCtlStatus status)
{
  g_autoptr (GFile) target = NULL;
  g_autoptr (GBytes) contents = NULL;
  g_autoptr (GError) error = NULL;

  if (rejected_file == NULL)
    return status;
  target = mps_output_file_for_arg (rejected_file);
  contents = mps_contacts_report_dup_rejected (report, file);
  if (mps_output_replace (target, contents, &error))
    return status;
  g_printerr ("mpsctl: %s\n", error->message);
  return MPS_CTL_FAILED;
}

static MpsCtlStatus
report_import (MpsCtl *ctl, MpsContactsFile *file, MpsContactsReport *report)
{
  MpsCtlStatus status = MPS_CTL_DONE;

  if (report->existing->len > 0 || report->first_line > 0 || report->invalid->len > 0)
    status = MPS_CTL_PARTLY;
  status = save_rejected (report, file, status);
  mps_ctl_set_file (ctl, rejected_file);
  if (ctl->json)
    json_report (ctl, file, report);
  else
    print_report (ctl, report);
  return status;
}

/* What was rejected would take the place of all that was to be imported. */
static gboolean
check_rejected_file (MpsCtl *ctl, GError **error)
{
  GStatBuf imported, rejected;

  if (rejected_file == NULL || g_stat (ctl->arguments[0], &imported) != 0
      || g_stat (rejected_file, &rejected) != 0 || imported.st_dev != rejected.st_dev
      || imported.st_ino != rejected.st_ino)
    return TRUE;
  g_set_error (error, MPS_ERROR, MPS_ERROR_SAME_FILE,
               _ ("“%s” is the file that is imported, and is not overwritten. Choose another name "
                  "for the rejected rows. Nothing was imported."),
               rejected_file);
  return FALSE;
}

/* A check writes nothing, and so makes no database either. */
static gboolean
open_to_import (MpsCtl *ctl, GError **error)
{
  if (check_only)
    return mps_ctl_open_trial (ctl, error) && mps_ctl_require_organization (ctl, error);
  return mps_ctl_open_organization (ctl, MPS_STORE_OPEN_CREATE, error);
}

/* The file is read first: a wrong one must not leave a new database behind. */
static MpsCtlStatus
import_contacts (MpsCtl *ctl, GError **error)
{
  g_autoptr (MpsContactsFile) file = load_file (ctl, error);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (MpsContactsReport) report = NULL;

  if (file == NULL || !check_rejected_file (ctl, error) || !open_to_import (ctl, error))
    return MPS_CTL_FAILED;
  mps_contacts_import_async (ctl->store, ctl->organization, file, check_only, ctl->progress,
                             ctl->cancellable, mps_ctl_ready, &result);
  mps_ctl_wait (ctl, &result);
  report = mps_contacts_import_finish (ctl->store, result, error);
  return report ? report_import (ctl, file, report) : MPS_CTL_FAILED;
}

static GStrv
dup_languages (void)
{
  return g_strsplit ("en ja", " ", 0);
}

static MpsCtlStatus
sample (MpsCtl *ctl, GError **error)
{
  g_autoptr (MpsCtlJson) json = mps_ctl_json_new (ctl->output);
  g_autoptr (GFile) file = mps_output_file_for_arg (ctl->arguments[0]);
  g_autoptr (GBytes) contents = NULL;
  const char *chosen = language ? language : "en";

  if (!g_str_equal (chosen, "en") && !g_str_equal (chosen, "ja"))
    {
      mps_ctl_set_usage_error (error, _ ("There is no sample in “%s”. There are: %s."), chosen,
                               "en, ja");
      return MPS_CTL_FAILED;
    }
  contents = mps_contacts_file_dup_sample (chosen);
  if (!mps_output_replace (file, contents, error))
    return MPS_CTL_FAILED;
  mps_ctl_set_file (ctl, ctl->arguments[0]);
  if (!ctl->json)
    {
      mps_ctl_output_print (ctl->output, "%s\n", _ ("The sample file is saved."));
      return MPS_CTL_DONE;
    }
  mps_ctl_json_begin_object (json, NULL);
  mps_ctl_json_integer (json, "columns", MPS_N_CONTACT_FIELDS);
  mps_ctl_json_end (json);
  return MPS_CTL_DONE;
}

static const GOptionEntry import_options[] = {
  { "check", 0, 0, G_OPTION_ARG_NONE, &check_only, N_ ("Only check, and write nothing"), NULL },
  { "encoding", 0, 0, G_OPTION_ARG_FILENAME, &encoding,
    N_ ("The file’s encoding; without it, it is found out"), "NAME" },
  { "save-rejected", 0, 0, G_OPTION_ARG_FILENAME, &rejected_file,
    N_ ("Save the rejected rows with the reasons"), "FILE" },
  G_OPTION_ENTRY_NULL,
};

static const GOptionEntry sample_options[] = {
  { "language", 0, 0, G_OPTION_ARG_FILENAME, &language, N_ ("The language of the header: en or ja"),
    "LANGUAGE" },
  G_OPTION_ENTRY_NULL,
};

static const MpsCtlChoices import_choices[] = {
  { "encoding", dup_encodings },
  { NULL },
};

static const MpsCtlChoices sample_choices[] = {
  { "language", dup_languages },
  { NULL },
};

const MpsCtlCommand mps_ctl_contacts_import_commands[] = {
  { "contacts", "import", "FILE [--check] [--encoding NAME] [--save-rejected FILE]",
    N_ ("Import a contacts file"), import_options, 1, 1, TRUE, import_contacts, import_choices },
  { "contacts", "sample", "FILE [--language LANGUAGE]", N_ ("Save a sample of a contacts file"),
    sample_options, 1, 1, TRUE, sample, sample_choices },
  { NULL },
};
