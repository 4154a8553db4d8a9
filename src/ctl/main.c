/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-ctl-help.h"
#include "mps-ctl-options.h"
#include "mps-ctl-records.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>
#include <unistd.h>

/* As for the tools of gettext, a variable leads to catalogues that are not installed. */
static void
set_up_locale (void)
{
  const char *folder = g_getenv ("TEXTDOMAINDIR");

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder ? folder : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static MpsCtlStatus
status_of (const GError *error)
{
  if (error->domain == G_OPTION_ERROR)
    return MPS_CTL_USAGE;
  /* What was canceled before it began has changed nothing. */
  if (mps_error_is_refusal (error) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return MPS_CTL_REFUSED;
  return MPS_CTL_FAILED;
}

static void
print_message (const MpsCtlCommand *command, const GError *error)
{
  g_autoptr (MpsCtlOutput) output = mps_ctl_output_new (STDERR_FILENO);
  GPtrArray *problems = mps_error_get_problems (error);

  mps_ctl_output_puts (output, "mpsctl: ");
  mps_ctl_output_plain (output, error->message);
  mps_ctl_output_puts (output, "\n");
  if (problems)
    mps_ctl_print_problems (output, problems);
  if (error->domain == G_OPTION_ERROR)
    mps_ctl_help_print_usage (output, command);
  mps_ctl_output_end (output, NULL);
}

static void
print_json_error (const GError *error)
{
  g_autoptr (MpsCtlOutput) output = mps_ctl_output_new (STDOUT_FILENO);
  g_autoptr (MpsCtlJson) json = mps_ctl_json_new (output);
  GPtrArray *problems = mps_error_get_problems (error);

  mps_ctl_json_begin_object (json, NULL);
  mps_ctl_json_begin_object (json, "error");
  mps_ctl_json_string (json, "code", mps_error_get_id (error));
  mps_ctl_json_string (json, "message", error->message);
  mps_ctl_json_problems (json, "details", problems);
  mps_ctl_json_end (json);
  mps_ctl_json_end (json);
  mps_ctl_output_end (output, NULL);
}

static MpsCtlStatus
report_error (MpsCtl *ctl, const MpsCtlCommand *command, const GError *error)
{
  if (ctl->json && error->domain != G_OPTION_ERROR)
    print_json_error (error);
  else
    print_message (command, error);
  return status_of (error);
}

static MpsCtlStatus
run (const char *const *argv)
{
  g_autoptr (MpsCtl) ctl = mps_ctl_new ();
  g_autoptr (GError) error = NULL;
  const MpsCtlCommand *command;
  MpsCtlStatus status = MPS_CTL_DONE;

  if (!mps_ctl_options_parse (ctl, argv, &command, &error))
    return report_error (ctl, command, error);
  if (command)
    {
      mps_ctl_watch_terminal (ctl);
      status = command->run (ctl, &error);
    }
  if (error == NULL && mps_ctl_output_end (ctl->output, &error))
    return status;
  /* Who closes the pipe, as "head" does, has what he wants. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
    return MPS_CTL_DONE;
  return report_error (ctl, command, error);
}

int
main (int argc, char *argv[])
{
  set_up_locale ();
  signal (SIGPIPE, SIG_IGN);
  return run ((const char *const *) argv);
}
