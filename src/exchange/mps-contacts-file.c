/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-contacts-file-private.h"

typedef enum {
  PROP_CAN_UNDO = 1,
} MpsContactsFileProperty;

static GParamSpec *properties[PROP_CAN_UNDO + 1];
static guint changed_signal;

static GType
mps_contacts_file_get_item_type (GListModel *model)
{
  return MPS_TYPE_CONTACTS_ROW;
}

static guint
mps_contacts_file_get_n_items (GListModel *model)
{
  return MPS_CONTACTS_FILE (model)->rows->len;
}

static gpointer
mps_contacts_file_get_item (GListModel *model, guint position)
{
  MpsContactsFile *self = MPS_CONTACTS_FILE (model);

  return position < self->rows->len ? g_object_ref (self->rows->pdata[position]) : NULL;
}

static void
mps_contacts_file_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = mps_contacts_file_get_item_type;
  interface->get_n_items = mps_contacts_file_get_n_items;
  interface->get_item = mps_contacts_file_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (MpsContactsFile, mps_contacts_file, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      mps_contacts_file_list_model_init))

static void
mps_contacts_file_finalize (GObject *object)
{
  MpsContactsFile *self = MPS_CONTACTS_FILE (object);

  g_free (self->name);
  g_clear_pointer (&self->header, g_strfreev);
  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_ptr_array_unref (self->steps);
  g_clear_pointer (&self->step, mps_contacts_file_step_free);
  G_OBJECT_CLASS (mps_contacts_file_parent_class)->finalize (object);
}

static void
mps_contacts_file_get_property (GObject *object, guint property_id, GValue *value,
                                GParamSpec *pspec)
{
  switch ((MpsContactsFileProperty) property_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, mps_contacts_file_get_can_undo (MPS_CONTACTS_FILE (object)));
      break;
    }
}

static void
mps_contacts_file_class_init (MpsContactsFileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = mps_contacts_file_finalize;
  object_class->get_property = mps_contacts_file_get_property;

  properties[PROP_CAN_UNDO]
      = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * MpsContactsFile::changed:
   *
   * The user corrected, left out or took back something, so that the file is
   * to be compared with the store again. The rows have told of themselves before.
   */
  changed_signal = g_signal_new ("changed", MPS_TYPE_CONTACTS_FILE, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
mps_contacts_file_init (MpsContactsFile *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->steps = g_ptr_array_new_with_free_func (mps_contacts_file_step_free);
}

void
mps_contacts_file_emit_changed (MpsContactsFile *self)
{
  gboolean can_undo = mps_contacts_file_get_can_undo (self);

  g_clear_pointer (&self->problems, g_ptr_array_unref);
  if (can_undo != self->could_undo)
    {
      self->could_undo = can_undo;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_UNDO]);
    }
  g_signal_emit (self, changed_signal, 0);
}

/**
 * mps_contacts_file_get_name:
 * @self: a contacts file
 *
 * Returns: (transfer none): its name without folders
 */
const char *
mps_contacts_file_get_name (MpsContactsFile *self)
{
  g_return_val_if_fail (MPS_IS_CONTACTS_FILE (self), NULL);
  return self->name;
}

/**
 * mps_contacts_file_get_encoding:
 * @self: a contacts file
 *
 * Returns: (transfer none): one of mps_text_input_get_encodings()
 */
const char *
mps_contacts_file_get_encoding (MpsContactsFile *self)
{
  g_return_val_if_fail (MPS_IS_CONTACTS_FILE (self), NULL);
  return self->encoding;
}

/**
 * mps_contacts_file_get_header:
 * @self: a contacts file
 *
 * Returns: (transfer none) (array zero-terminated=1): the first row
 */
const char *const *
mps_contacts_file_get_header (MpsContactsFile *self)
{
  g_return_val_if_fail (MPS_IS_CONTACTS_FILE (self), NULL);
  return (const char *const *) self->header;
}

/**
 * mps_contacts_file_get_n_rows:
 * @self: a contacts file
 *
 * Returns: how many rows are not blank
 */
guint
mps_contacts_file_get_n_rows (MpsContactsFile *self)
{
  g_return_val_if_fail (MPS_IS_CONTACTS_FILE (self), 0);
  return self->rows->len;
}

/**
 * mps_contacts_file_get_row:
 * @self: a contacts file
 * @index: less than mps_contacts_file_get_n_rows()
 *
 * Returns: (transfer none): a row, in file order
 */
MpsContactsRow *
mps_contacts_file_get_row (MpsContactsFile *self, guint index)
{
  g_return_val_if_fail (MPS_IS_CONTACTS_FILE (self), NULL);
  g_return_val_if_fail (index < self->rows->len, NULL);
  return self->rows->pdata[index];
}

/**
 * mps_contacts_file_count:
 * @self: a contacts file
 * @status: what becomes of a row
 *
 * Returns: how many rows that is
 */
guint
mps_contacts_file_count (MpsContactsFile *self, MpsContactsRowStatus status)
{
  guint n = 0;

  g_return_val_if_fail (MPS_IS_CONTACTS_FILE (self), 0);
  for (guint i = 0; i < self->rows->len; i++)
    n += mps_contacts_row_get_status (self->rows->pdata[i]) == status;
  return n;
}

static void
gather_problems (MpsContactsFile *self, MpsContactsRow *row)
{
  GPtrArray *problems = mps_contacts_row_get_problems (row);

  for (guint i = 0; i < problems->len; i++)
    g_ptr_array_add (self->problems, mps_problem_copy (problems->pdata[i]));
}

/**
 * mps_contacts_file_get_problems:
 * @self: a contacts file
 *
 * Returns: (transfer none) (element-type MpsProblem): everything that is wrong
 *   with the rows that are not left out, by line. The next correction makes
 *   another list; who keeps this one has it unchanged.
 */
GPtrArray *
mps_contacts_file_get_problems (MpsContactsFile *self)
{
  g_return_val_if_fail (MPS_IS_CONTACTS_FILE (self), NULL);
  if (self->problems == NULL)
    {
      self->problems = mps_problems_new ();
      for (guint i = 0; i < self->rows->len; i++)
        if (mps_contacts_row_get_status (self->rows->pdata[i]) == MPS_CONTACTS_ROW_INVALID)
          gather_problems (self, self->rows->pdata[i]);
    }
  return self->problems;
}

/**
 * mps_contacts_file_forget_outcome:
 * @self: a contacts file
 *
 * Forgets what was imported or existed already: for when the import was undone.
 */
void
mps_contacts_file_forget_outcome (MpsContactsFile *self)
{
  g_return_if_fail (MPS_IS_CONTACTS_FILE (self));
  for (guint i = 0; i < self->rows->len; i++)
    mps_contacts_row_set_outcome (self->rows->pdata[i], FALSE, FALSE);
}
