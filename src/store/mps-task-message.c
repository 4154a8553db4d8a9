/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-task-message.h"

#include "mps-sqlite-error.h"

#include <glib/gi18n.h>
#include <string.h>

/*
 * Who looks at a task may speak another language than who ran it, so its
 * message is kept as "name=value" parts, as the details of the history are; the
 * last value may have spaces.
 */
#define CUT_OFF "cut-off items="
#define UNDONE "undone contacts="
#define WHO " who="
#define ERROR "error="
#define IO_ERROR ERROR "io-error cause="
#define PATH " path="

/* Failures of which the code and the file are all there is to tell. */
static const MpsErrorCode plain_errors[] = { MPS_ERROR_DISK_FULL, MPS_ERROR_READ_ONLY };

/**
 * mps_task_message_keep_cut_off:
 * @n_items: how many items the task had; 0 when that was not known
 *
 * Returns: (transfer full): the message of a task whose process is no more, to be stored
 */
char *
mps_task_message_keep_cut_off (guint n_items)
{
  return g_strdup_printf (CUT_OFF "%u", n_items);
}

/**
 * mps_task_message_keep_undone:
 * @n_contacts: how many contacts were deleted again
 * @who: the name of the user who did it
 *
 * Returns: (transfer full): the message of an import that was undone, to be stored
 */
char *
mps_task_message_keep_undone (guint n_contacts, const char *who)
{
  return g_strdup_printf (UNDONE "%u" WHO "%s", n_contacts, who);
}

/* The sentence with a mark for the cause tells what stands before and after it. */
static char *
dup_cause (const GError *error, const char *path)
{
  g_autoptr (GError) marked = NULL;
  g_auto (GStrv) around = NULL;
  const char *message = error->message;

  if (!g_error_matches (error, MPS_ERROR, MPS_ERROR_IO_ERROR))
    return NULL;
  mps_sqlite_set_io_error (&marked, path, "\n");
  around = g_strsplit (marked->message, "\n", 2);
  if (!g_str_has_prefix (message, around[0]) || !g_str_has_suffix (message, around[1])
      || strlen (message) < strlen (around[0]) + strlen (around[1]))
    return NULL;
  return g_strndup (message + strlen (around[0]),
                    strlen (message) - strlen (around[0]) - strlen (around[1]));
}

/**
 * mps_task_message_keep_error:
 * @error: why the task failed
 * @path: the database
 *
 * Returns: (transfer full): the message of a task that failed, to be stored; the sentence of
 *   @error where that has more in it than can be told again
 */
char *
mps_task_message_keep_error (const GError *error, const char *path)
{
  g_autofree char *cause = dup_cause (error, path);

  if (cause)
    return g_strconcat (IO_ERROR, cause, PATH, path, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (plain_errors); i++)
    {
      g_autoptr (GError) again = NULL;

      if (!g_error_matches (error, MPS_ERROR, (int) plain_errors[i]))
        continue;
      mps_sqlite_set_code (&again, plain_errors[i], path);
      if (g_str_equal (again->message, error->message))
        return g_strconcat (ERROR, mps_error_code_get_id (plain_errors[i]), PATH, path, NULL);
    }
  return g_strdup (error->message);
}

/* The work of a task and its end are one transaction, so a task without an end did nothing. */
static char *
dup_cut_off (const char *items)
{
  const gulong n_items = (gulong) g_ascii_strtoull (items, NULL, 10);

  if (n_items == 0)
    return g_strdup (_ ("The program ended while this task was running. Nothing was changed. "
                        "Start it again."));
  return g_strdup_printf (
      ngettext ("The program ended while this task was running. Its item was not done, and nothing "
                "was changed. Start it again.",
                "The program ended while this task was running. None of its %lld items was done, "
                "and nothing was changed. Start it again.",
                n_items),
      (long long) n_items);
}

static char *
dup_undone (const char *contacts, const char *who)
{
  const guint n_contacts = (guint) g_ascii_strtoull (contacts, NULL, 10);

  /* Translators: %s is the name of a user */
  return g_strdup_printf (ngettext ("%s undid this import: %u contact was deleted again.",
                                    "%s undid this import: %u contacts were deleted again.",
                                    n_contacts),
                          who, n_contacts);
}

/* The cause is as the system said it to whoever ran the task. */
static char *
dup_io_error (const char *cause, const char *path)
{
  g_autofree char *text = g_strndup (cause, (gsize) (path - cause));
  g_autoptr (GError) error = NULL;

  mps_sqlite_set_io_error (&error, path + strlen (PATH), text);
  return g_strdup (error->message);
}

static char *
dup_error (const char *id, const char *path)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (plain_errors); i++)
    {
      const char *known = mps_error_code_get_id (plain_errors[i]);

      if (strncmp (id, known, strlen (known)) == 0 && id[strlen (known)] == ' ')
        mps_sqlite_set_code (&error, plain_errors[i], path);
    }
  return error ? g_strdup (error->message) : NULL;
}

/**
 * mps_task_message_dup_text:
 * @kept: a message as it is stored
 *
 * Returns: (transfer full): the message for people, translated; a sentence that was stored as
 *   such, as it is
 */
char *
mps_task_message_dup_text (const char *kept)
{
  const char *who = strstr (kept, WHO), *path = strstr (kept, PATH);
  char *text = NULL;

  if (g_str_has_prefix (kept, CUT_OFF))
    text = dup_cut_off (kept + strlen (CUT_OFF));
  else if (g_str_has_prefix (kept, UNDONE) && who)
    text = dup_undone (kept + strlen (UNDONE), who + strlen (WHO));
  else if (g_str_has_prefix (kept, IO_ERROR) && path)
    text = dup_io_error (kept + strlen (IO_ERROR), path);
  else if (g_str_has_prefix (kept, ERROR) && path)
    text = dup_error (kept + strlen (ERROR), path + strlen (PATH));
  return text ? text : g_strdup (kept);
}
