/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-contact-form.h"

#include "mps-country-row.h"
#include "desk/widgets/mps-field-message.h"

#include "rules/mps-contact-rules.h"

#include <glib/gi18n.h>

/**
 * Field:
 * @row: an #AdwEntryRow; an #MpsCountryRow for the country
 * @message: stands below @row while there is something to say
 * @left: whether the user has left it, so that it may be called wrong
 */
typedef struct {
  GtkWidget *row;
  MpsFieldMessage *message;
  gboolean left;
} Field;

struct _MpsContactForm {
  AdwBin parent_instance;

  Field fields[MPS_N_CONTACT_FIELDS];
  MpsContactRecord *original;
  gboolean valid;
  gboolean filling;

  AdwPreferencesGroup *person_group;
  AdwPreferencesGroup *phone_group;
  AdwPreferencesGroup *address_group;
};

enum {
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MpsContactForm, mps_contact_form, ADW_TYPE_BIN)

static const char *
get_text (MpsContactForm *self, MpsContactField field)
{
  if (field == MPS_CONTACT_COUNTRY)
    return mps_country_row_get_code (MPS_COUNTRY_ROW (self->fields[field].row));
  return gtk_editable_get_text (GTK_EDITABLE (self->fields[field].row));
}

static void
set_text (MpsContactForm *self, MpsContactField field, const char *text)
{
  GtkWidget *row = self->fields[field].row;

  if (field == MPS_CONTACT_COUNTRY)
    mps_country_row_set_code (MPS_COUNTRY_ROW (row), text);
  else
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

/* What has the keyboard's focus, and so what a screen reader tells of. */
static GtkAccessible *
get_accessible (Field *field)
{
  if (GTK_IS_EDITABLE (field->row))
    return GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (field->row)));
  return GTK_ACCESSIBLE (field->row);
}

static void
clear_message (Field *field)
{
  if (mps_field_message_get_text (field->message) == NULL)
    return;
  mps_field_message_set_text (field->message, NULL);
  gtk_widget_remove_css_class (field->row, "error");
  gtk_accessible_reset_state (get_accessible (field), GTK_ACCESSIBLE_STATE_INVALID);
  gtk_accessible_reset_relation (get_accessible (field), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE);
}

static void
show_message (Field *field, const char *reason)
{
  if (g_strcmp0 (mps_field_message_get_text (field->message), reason) == 0)
    return;
  mps_field_message_set_text (field->message, reason);
  gtk_widget_add_css_class (field->row, "error");
  gtk_accessible_update_state (get_accessible (field), GTK_ACCESSIBLE_STATE_INVALID,
                               GTK_ACCESSIBLE_INVALID_TRUE, -1);
  gtk_accessible_update_relation (get_accessible (field), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE,
                                  field->message, NULL, -1);
  gtk_accessible_announce (GTK_ACCESSIBLE (field->row), reason,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static const char *
find_reason (GPtrArray *problems, MpsContactField field)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const MpsProblem *problem = g_ptr_array_index (problems, i);

      if (g_str_equal (problem->column, mps_contact_field_get_header (field)))
        return problem->reason;
    }
  return NULL;
}

static gboolean
check (MpsContactForm *self, MpsContactRecord *contact, GPtrArray *problems)
{
  const char *texts[MPS_N_CONTACT_FIELDS];

  for (int i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    texts[i] = get_text (self, i);
  return mps_contact_rules_check (texts, 0, contact, problems);
}

/* A field can become wrong by a change of another one, as a postal code does by the country. */
static void
validate (MpsContactForm *self)
{
  g_autoptr (MpsContactRecord) contact = mps_contact_record_new ();
  g_autoptr (GPtrArray) problems = mps_problems_new ();

  self->valid = check (self, contact, problems);
  for (int i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    {
      Field *field = &self->fields[i];
      const char *reason = field->left ? find_reason (problems, i) : NULL;

      if (reason)
        show_message (field, reason);
      else
        clear_message (field);
    }
}

static Field *
find_field (MpsContactForm *self, GtkWidget *row)
{
  for (int i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    if (self->fields[i].row == row)
      return &self->fields[i];
  g_assert_not_reached ();
}

/* What is being typed is not called wrong before it is left, but what was called so already
 * is until it is right. */
static void
on_changed (MpsContactForm *self, GtkWidget *row)
{
  Field *field = find_field (self, row);

  if (self->filling)
    return;
  if (mps_field_message_get_text (field->message) == NULL)
    field->left = FALSE;
  validate (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_country_changed (MpsContactForm *self, GParamSpec *pspec, GtkWidget *row)
{
  on_changed (self, row);
}

static void
on_left (MpsContactForm *self, GtkEventController *controller)
{
  find_field (self, gtk_event_controller_get_widget (controller))->left = TRUE;
  validate (self);
}

static GtkWidget *
create_entry_row (MpsContactForm *self, const char *title, GtkInputPurpose purpose)
{
  GtkWidget *row = g_object_new (ADW_TYPE_ENTRY_ROW, "title", title, "activates-default", TRUE,
                                 "input-purpose", purpose, NULL);

  g_signal_connect_object (row, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
create_country_row (MpsContactForm *self, const char *title)
{
  GtkWidget *row = mps_country_row_new (title);

  g_signal_connect_object (row, "notify::code", G_CALLBACK (on_country_changed), self,
                           G_CONNECT_SWAPPED);
  return row;
}

static void
add_field (MpsContactForm *self, AdwPreferencesGroup *group, MpsContactField number,
           GtkInputPurpose purpose)
{
  Field *field = &self->fields[number];
  const char *title = _ (mps_contact_field_get_header (number));
  GtkEventController *focus = gtk_event_controller_focus_new ();

  field->row = number == MPS_CONTACT_COUNTRY ? create_country_row (self, title)
                                             : create_entry_row (self, title, purpose);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_left), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (field->row, focus);
  field->message = MPS_FIELD_MESSAGE (mps_field_message_new ());
  adw_preferences_group_add (group, field->row);
  adw_preferences_group_add (group, GTK_WIDGET (field->message));
}

static void
add_fields (MpsContactForm *self)
{
  add_field (self, self->person_group, MPS_CONTACT_FIRST_NAME, GTK_INPUT_PURPOSE_NAME);
  add_field (self, self->person_group, MPS_CONTACT_LAST_NAME, GTK_INPUT_PURPOSE_NAME);
  add_field (self, self->person_group, MPS_CONTACT_COMPANY, GTK_INPUT_PURPOSE_FREE_FORM);
  add_field (self, self->person_group, MPS_CONTACT_EMAIL, GTK_INPUT_PURPOSE_EMAIL);
  add_field (self, self->phone_group, MPS_CONTACT_COUNTRY_CODE, GTK_INPUT_PURPOSE_PHONE);
  add_field (self, self->phone_group, MPS_CONTACT_PHONE, GTK_INPUT_PURPOSE_PHONE);
  add_field (self, self->phone_group, MPS_CONTACT_EXTENSION, GTK_INPUT_PURPOSE_PHONE);
  for (int i = MPS_CONTACT_ADDRESS_LINE_1; i <= MPS_CONTACT_COUNTRY; i++)
    add_field (self, self->address_group, i, GTK_INPUT_PURPOSE_FREE_FORM);
}

static gboolean
mps_contact_form_grab_focus (GtkWidget *widget)
{
  MpsContactForm *self = MPS_CONTACT_FORM (widget);

  return gtk_widget_grab_focus (self->fields[MPS_CONTACT_FIRST_NAME].row);
}

static void
mps_contact_form_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MPS_TYPE_CONTACT_FORM);
  G_OBJECT_CLASS (mps_contact_form_parent_class)->dispose (object);
}

static void
mps_contact_form_finalize (GObject *object)
{
  MpsContactForm *self = MPS_CONTACT_FORM (object);

  g_clear_pointer (&self->original, mps_contact_record_free);
  G_OBJECT_CLASS (mps_contact_form_parent_class)->finalize (object);
}

static void
mps_contact_form_class_init (MpsContactFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mps_contact_form_dispose;
  object_class->finalize = mps_contact_form_finalize;
  widget_class->grab_focus = mps_contact_form_grab_focus;
  signals[CHANGED] = g_signal_new ("changed", MPS_TYPE_CONTACT_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/mpsdesk/MpsDesk/ui/mps-contact-form.ui");
  gtk_widget_class_bind_template_child (widget_class, MpsContactForm, person_group);
  gtk_widget_class_bind_template_child (widget_class, MpsContactForm, phone_group);
  gtk_widget_class_bind_template_child (widget_class, MpsContactForm, address_group);
}

static void
mps_contact_form_init (MpsContactForm *self)
{
  self->original = mps_contact_record_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  add_fields (self);
}

/**
 * mps_contact_form_set_contact:
 * @self: a form
 * @contact: (transfer none): a complete record
 *
 * Fills the form in; nothing counts as modified or left then.
 */
void
mps_contact_form_set_contact (MpsContactForm *self, const MpsContactRecord *contact)
{
  g_return_if_fail (MPS_IS_CONTACT_FORM (self));
  g_return_if_fail (contact != NULL);
  mps_contact_record_free (self->original);
  self->original = mps_contact_record_copy (contact);
  self->filling = TRUE;
  for (int i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    {
      set_text (self, i, contact->fields[i]);
      self->fields[i].left = FALSE;
    }
  self->filling = FALSE;
  validate (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * mps_contact_form_read:
 * @self: a form
 * @contact: gets the fields as they are stored, if nothing is wrong
 *
 * Returns: whether nothing is wrong
 */
gboolean
mps_contact_form_read (MpsContactForm *self, MpsContactRecord *contact)
{
  g_autoptr (GPtrArray) problems = mps_problems_new ();

  g_return_val_if_fail (MPS_IS_CONTACT_FORM (self), FALSE);
  g_return_val_if_fail (contact != NULL, FALSE);
  return check (self, contact, problems);
}

/**
 * mps_contact_form_show_problems:
 * @self: a form
 *
 * Says what is wrong with every field, as if the user had left it.
 */
void
mps_contact_form_show_problems (MpsContactForm *self)
{
  g_return_if_fail (MPS_IS_CONTACT_FORM (self));
  for (int i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    self->fields[i].left = TRUE;
  validate (self);
}

/**
 * mps_contact_form_get_text:
 * @self: a form
 * @field: one of its fields
 *
 * Returns: (transfer none): what stands in it, right or wrong; the code of the country
 */
const char *
mps_contact_form_get_text (MpsContactForm *self, MpsContactField field)
{
  g_return_val_if_fail (MPS_IS_CONTACT_FORM (self), NULL);
  g_return_val_if_fail (field < MPS_N_CONTACT_FIELDS, NULL);
  return get_text (self, field);
}

/**
 * mps_contact_form_get_valid:
 * @self: a form
 *
 * Returns: whether what is in it can be stored
 */
gboolean
mps_contact_form_get_valid (MpsContactForm *self)
{
  g_return_val_if_fail (MPS_IS_CONTACT_FORM (self), FALSE);
  return self->valid;
}

/**
 * mps_contact_form_get_modified:
 * @self: a form
 *
 * Returns: whether any field is another than it was filled in with
 */
gboolean
mps_contact_form_get_modified (MpsContactForm *self)
{
  g_return_val_if_fail (MPS_IS_CONTACT_FORM (self), FALSE);
  for (int i = 0; i < MPS_N_CONTACT_FIELDS; i++)
    if (!g_str_equal (get_text (self, i), self->original->fields[i]))
      return TRUE;
  return FALSE;
}
