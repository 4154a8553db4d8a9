/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-help-book.h"

#include "fleet/mps-text.h"

#include <gio/gio.h>
#include <string.h>

struct _MpsHelpBook {
  GPtrArray *topics; /* of MpsHelpTopic */
};

static void
line_free (gpointer data)
{
  MpsHelpLine *line = data;

  g_free (line->mark);
  g_free (line->text);
  g_free (line);
}

static void
topic_free (gpointer data)
{
  MpsHelpTopic *topic = data;

  g_free (topic->id);
  g_free (topic->group);
  g_free (topic->title);
  g_free (topic->folded);
  g_ptr_array_unref (topic->lines);
  g_strfreev (topic->related);
  g_free (topic);
}

static void
add_line (MpsHelpTopic *topic, MpsHelpKind kind, const char *mark, gsize length, const char *text)
{
  MpsHelpLine *line = g_new0 (MpsHelpLine, 1);

  line->kind = kind;
  line->mark = g_strndup (mark, length);
  line->text = g_strdup (text);
  g_ptr_array_add (topic->lines, line);
}

static void
read_line (MpsHelpTopic *topic, const char *line)
{
  const gsize n_digits = strspn (line, "0123456789");

  if (g_str_has_prefix (line, "> "))
    topic->related = g_strsplit (line + 2, " ", -1);
  else if (g_str_has_prefix (line, "## "))
    add_line (topic, MPS_HELP_HEADING, "", 0, line + 3);
  else if (g_str_has_prefix (line, "- "))
    add_line (topic, MPS_HELP_POINT, "•", strlen ("•"), line + 2);
  else if (g_str_has_prefix (line, "! "))
    add_line (topic, MPS_HELP_NOTE, "", 0, line + 2);
  else if (n_digits > 0 && g_str_has_prefix (line + n_digits, ". "))
    add_line (topic, MPS_HELP_STEP, line, n_digits + 1, line + n_digits + 2);
  else
    add_line (topic, MPS_HELP_PARAGRAPH, "", 0, line);
}

/* From a line of an id, a space and a title. */
static MpsHelpTopic *
topic_new (const char *group, const char *line)
{
  MpsHelpTopic *topic = g_new0 (MpsHelpTopic, 1);
  const gsize id_length = strcspn (line, " ");

  topic->id = g_strndup (line, id_length);
  topic->group = g_strdup (group);
  topic->title = g_strdup (line + id_length + strspn (line + id_length, " "));
  topic->lines = g_ptr_array_new_with_free_func (line_free);
  return topic;
}

static void
fold_topic (MpsHelpTopic *topic)
{
  g_autoptr (GString) text = g_string_new (topic->title);

  for (guint i = 0; i < topic->lines->len; i++)
    {
      const MpsHelpLine *line = topic->lines->pdata[i];

      g_string_append_printf (text, "\n%s", line->text);
    }
  topic->folded = mps_text_fold (text->str);
  if (topic->related == NULL)
    topic->related = g_new0 (char *, 1);
}

static void
read_text (MpsHelpBook *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  const char *group = "";
  MpsHelpTopic *topic = NULL;

  for (guint i = 0; lines[i]; i++)
    if (g_str_has_prefix (lines[i], "@ "))
      group = lines[i] + 2;
    else if (g_str_has_prefix (lines[i], "# "))
      g_ptr_array_add (self->topics, topic = topic_new (group, lines[i] + 2));
    else if (topic && *lines[i] && *lines[i] != '%')
      read_line (topic, lines[i]);
  for (guint i = 0; i < self->topics->len; i++)
    fold_topic (self->topics->pdata[i]);
}

/**
 * mps_help_book_open:
 * @language: a language code, as "ja"
 *
 * Returns: (transfer full) (nullable): the help in this language, %NULL if there is none
 */
MpsHelpBook *
mps_help_book_open (const char *language)
{
  g_autofree char *path = g_strdup_printf ("/io/github/mpsdesk/MpsDesk/help/%s.txt", language);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = NULL;
  MpsHelpBook *self;

  if (bytes == NULL)
    return NULL;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  self = g_new0 (MpsHelpBook, 1);
  self->topics = g_ptr_array_new_with_free_func (topic_free);
  read_text (self, text);
  return self;
}

/**
 * mps_help_book_open_own:
 *
 * Returns: (transfer full): the help in the language of the user, or else in English
 */
MpsHelpBook *
mps_help_book_open_own (void)
{
  const char *const *languages = g_get_language_names ();

  for (guint i = 0; languages[i]; i++)
    {
      MpsHelpBook *self = mps_help_book_open (languages[i]);

      if (self)
        return self;
    }
  return mps_help_book_open ("en");
}

void
mps_help_book_free (MpsHelpBook *self)
{
  g_ptr_array_unref (self->topics);
  g_free (self);
}

guint
mps_help_book_get_n_topics (MpsHelpBook *self)
{
  return self->topics->len;
}

/**
 * mps_help_book_get_topic:
 * @self: a book
 * @position: less than the number of its topics
 *
 * Returns: (transfer none): the topic there
 */
const MpsHelpTopic *
mps_help_book_get_topic (MpsHelpBook *self, guint position)
{
  g_return_val_if_fail (position < self->topics->len, NULL);
  return self->topics->pdata[position];
}

/**
 * mps_help_book_find:
 * @self: a book
 * @id: the id of a topic
 *
 * Returns: (transfer none) (nullable): the topic, %NULL if there is none of this id
 */
const MpsHelpTopic *
mps_help_book_find (MpsHelpBook *self, const char *id)
{
  for (guint i = 0; i < self->topics->len; i++)
    if (g_strcmp0 (mps_help_book_get_topic (self, i)->id, id) == 0)
      return mps_help_book_get_topic (self, i);
  return NULL;
}

/**
 * mps_help_dup_status_topic:
 * @status: a status
 *
 * Returns: (transfer full): the id of the topic that is about it
 */
char *
mps_help_dup_status_topic (MpsStatus status)
{
  return g_strdup_printf ("status-%s", mps_status_get_id (status));
}
