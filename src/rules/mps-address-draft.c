/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-address-draft.h"

#include "mps-address.h"

#include <glib/gi18n.h>

typedef struct {
  char *agent;         /* owned; the name */
  MpsAddress *address; /* owned */
} Entry;

struct _MpsAddressBook {
  GPtrArray *included; /* owned: MpsAddress of the agent */
  GPtrArray *excluded; /* owned: MpsAddress of the agent */
  GPtrArray *others;   /* owned: Entry, where other agents look */
};

/* What is being drafted; the texts are borrowed. */
typedef struct {
  MpsAddressDraft *draft;
  const MpsAddressBook *book;
  gboolean exclude;
  GPtrArray *typed; /* owned: MpsAddress of those before */
  const char *text;
  guint line;
} Drafting;

static void
entry_free (gpointer data)
{
  Entry *self = data;

  g_free (self->agent);
  mps_address_free (self->address);
  g_free (self);
}

/* What another program wrote into the database may be no address. */
static void
parse (char **texts, GPtrArray *list)
{
  for (; *texts; texts++)
    {
      MpsAddress *address = mps_address_new (*texts, NULL);

      if (address)
        g_ptr_array_add (list, address);
    }
}

static void
parse_other (MpsAddressBook *self, const MpsAgentRecord *agent)
{
  for (char **text = agent->addresses; *text; text++)
    {
      MpsAddress *address = mps_address_new (*text, NULL);
      Entry *entry;

      if (address == NULL)
        continue;
      entry = g_new0 (Entry, 1);
      *entry = (Entry) { g_strdup (agent->name), address };
      g_ptr_array_add (self->others, entry);
    }
}

/**
 * mps_address_book_new:
 * @agents: (element-type MpsAgentRecord): all there are
 * @agent: the one to which addresses are added
 *
 * Other organizations' agents are in other networks, whatever their addresses.
 *
 * Returns: (transfer full): the criteria
 */
MpsAddressBook *
mps_address_book_new (GPtrArray *agents, const MpsAgentRecord *agent)
{
  MpsAddressBook *self = g_new0 (MpsAddressBook, 1);

  self->included = g_ptr_array_new_with_free_func ((GDestroyNotify) mps_address_free);
  self->excluded = g_ptr_array_new_with_free_func ((GDestroyNotify) mps_address_free);
  self->others = g_ptr_array_new_with_free_func (entry_free);
  parse (agent->addresses, self->included);
  parse (agent->excluded, self->excluded);
  for (guint i = 0; i < agents->len; i++)
    {
      const MpsAgentRecord *other = agents->pdata[i];

      if (other->id != agent->id && other->organization == agent->organization)
        parse_other (self, other);
    }
  return self;
}

void
mps_address_book_free (MpsAddressBook *self)
{
  g_ptr_array_unref (self->included);
  g_ptr_array_unref (self->excluded);
  g_ptr_array_unref (self->others);
  g_free (self);
}

static gboolean
is_same (const MpsAddress *a, const MpsAddress *b)
{
  return g_str_equal (mps_address_get_text (a), mps_address_get_text (b));
}

static const MpsAddress *
find_same (GPtrArray *list, const MpsAddress *address)
{
  for (guint i = 0; i < list->len; i++)
    if (is_same (list->pdata[i], address))
      return list->pdata[i];
  return NULL;
}

static const MpsAddress *
find_overlap (GPtrArray *list, const MpsAddress *address)
{
  for (guint i = 0; i < list->len; i++)
    if (mps_address_overlaps (list->pdata[i], address) && !is_same (list->pdata[i], address))
      return list->pdata[i];
  return NULL;
}

static void G_GNUC_PRINTF (2, 3) warn (Drafting *self, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list arguments;

  va_start (arguments, format);
  reason = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_ptr_array_add (self->draft->warnings,
                   mps_problem_new (self->line, self->text, "address-warning", "%s", reason));
}

static void
compare_with_others (Drafting *self, const MpsAddress *address)
{
  for (guint i = 0; i < self->book->others->len; i++)
    {
      const Entry *entry = self->book->others->pdata[i];

      if (!mps_address_overlaps (entry->address, address))
        continue;
      /* Translators: the name of an agent, and an address. */
      warn (self, _ ("The agent “%s” looks there too, at “%s”: both may find the same printers."),
            entry->agent, mps_address_get_text (entry->address));
      return;
    }
}

static void
compare_included (Drafting *self, const MpsAddress *address)
{
  const MpsAddress *own = find_overlap (self->book->included, address);
  const MpsAddress *excluded = find_overlap (self->book->excluded, address);

  if (find_same (self->book->excluded, address))
    warn (self, _ ("It is excluded now, and will be looked at instead."));
  if (own)
    warn (self, _ ("It overlaps “%s”, where the agent looks already."), mps_address_get_text (own));
  if (excluded)
    warn (self, _ ("It overlaps “%s”, which is excluded: no printers are found there."),
          mps_address_get_text (excluded));
  compare_with_others (self, address);
  if (!mps_address_is_large (address))
    return;
  warn (self, _ ("It has more than 65,536 addresses, which take an agent long to search."));
  g_ptr_array_add (self->draft->large, g_strdup (mps_address_get_text (address)));
}

static void
compare_excluded (Drafting *self, const MpsAddress *address)
{
  if (find_same (self->book->included, address))
    warn (self, _ ("The agent looks there now, and will not any more."));
  else if (find_overlap (self->book->included, address) == NULL)
    warn (self, _ ("The agent does not look there anyway."));
}

/* What is there already need not be added, and is added once. */
static gboolean
is_new (Drafting *self, const MpsAddress *address)
{
  const MpsAddress *typed = find_overlap (self->typed, address);

  if (find_same (self->typed, address))
    {
      warn (self, _ ("It is entered more than once."));
      return FALSE;
    }
  if (find_same (self->exclude ? self->book->excluded : self->book->included, address))
    {
      warn (self,
            self->exclude ? _ ("It is excluded already.") : _ ("The agent looks there already."));
      return FALSE;
    }
  if (typed)
    warn (self, _ ("It overlaps “%s”, which is entered too."), mps_address_get_text (typed));
  return TRUE;
}

static void
take (Drafting *self, MpsAddress *address)
{
  if (is_new (self, address))
    {
      g_ptr_array_add (self->draft->addresses, g_strdup (mps_address_get_text (address)));
      if (self->exclude)
        compare_excluded (self, address);
      else
        compare_included (self, address);
    }
  g_ptr_array_add (self->typed, address);
}

static void
read_address (Drafting *self)
{
  g_autoptr (GError) error = NULL;
  MpsAddress *address = mps_address_new (self->text, &error);

  if (address)
    take (self, address);
  else
    g_ptr_array_add (self->draft->wrong,
                     mps_problem_new (self->line, self->text, "bad-address", "%s", error->message));
}

/* Commas and the like separate addresses as well as lines do, also the Japanese ones. */
static void
read_line (Drafting *self, const char *line)
{
  g_autoptr (GRegex) separators = g_regex_new ("[,;\\t、，；]", G_REGEX_DEFAULT, 0, NULL);
  g_auto (GStrv) texts = g_regex_split (separators, line, 0);

  for (char **text = texts; *text && self->typed->len <= MPS_MAX_DRAFT_ADDRESSES; text++)
    if (*g_strstrip (*text))
      {
        self->text = *text;
        read_address (self);
      }
}

static void
refuse_too_many (Drafting *self)
{
  if (self->typed->len > MPS_MAX_DRAFT_ADDRESSES)
    g_ptr_array_add (self->draft->wrong,
                     mps_problem_new (0, "", "too-many-addresses",
                                      _ ("Add at most %'d addresses at a time."),
                                      MPS_MAX_DRAFT_ADDRESSES));
}

/**
 * mps_address_draft_new:
 * @text: what was typed or pasted: addresses in lines, or separated by commas
 * @exclude: whether the agent is not to look there
 * @book: the criteria to compare them with
 *
 * Returns: (transfer full): what is to be said of it
 */
MpsAddressDraft *
mps_address_draft_new (const char *text, gboolean exclude, const MpsAddressBook *book)
{
  MpsAddressDraft *draft = g_new0 (MpsAddressDraft, 1);
  g_autoptr (GPtrArray) typed = g_ptr_array_new_with_free_func ((GDestroyNotify) mps_address_free);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  Drafting drafting = { draft, book, exclude, typed, NULL, 0 };

  draft->addresses = g_ptr_array_new_with_free_func (g_free);
  draft->large = g_ptr_array_new_with_free_func (g_free);
  draft->wrong = mps_problems_new ();
  draft->warnings = mps_problems_new ();
  for (char **line = lines; *line; line++)
    {
      drafting.line++;
      read_line (&drafting, *line);
    }
  refuse_too_many (&drafting);
  return draft;
}

void
mps_address_draft_free (MpsAddressDraft *self)
{
  g_ptr_array_unref (self->addresses);
  g_ptr_array_unref (self->large);
  g_ptr_array_unref (self->wrong);
  g_ptr_array_unref (self->warnings);
  g_free (self);
}
