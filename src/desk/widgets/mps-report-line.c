/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "mps-report-line.h"

#include "fleet/mps-problem-group.h"

struct _MpsReportLine {
  GObject parent_instance;

  char *number;
  char *subject;
  char *detail;
};

typedef enum {
  PROP_NUMBER = 1,
  PROP_SUBJECT,
  PROP_DETAIL,
} MpsReportLineProperty;

static GParamSpec *properties[PROP_DETAIL + 1];

G_DEFINE_FINAL_TYPE (MpsReportLine, mps_report_line, G_TYPE_OBJECT)

static void
mps_report_line_finalize (GObject *object)
{
  MpsReportLine *self = MPS_REPORT_LINE (object);

  g_free (self->number);
  g_free (self->subject);
  g_free (self->detail);
  G_OBJECT_CLASS (mps_report_line_parent_class)->finalize (object);
}

static void
mps_report_line_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  MpsReportLine *self = MPS_REPORT_LINE (object);

  switch ((MpsReportLineProperty) property_id)
    {
    case PROP_NUMBER:
      g_value_set_string (value, self->number);
      break;
    case PROP_SUBJECT:
      g_value_set_string (value, self->subject);
      break;
    case PROP_DETAIL:
      g_value_set_string (value, self->detail);
      break;
    }
}

static void
mps_report_line_class_init (MpsReportLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = mps_report_line_finalize;
  object_class->get_property = mps_report_line_get_property;

  properties[PROP_NUMBER] = g_param_spec_string ("number", NULL, NULL, NULL, flags);
  properties[PROP_SUBJECT] = g_param_spec_string ("subject", NULL, NULL, NULL, flags);
  properties[PROP_DETAIL] = g_param_spec_string ("detail", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
mps_report_line_init (MpsReportLine *self)
{
}

/**
 * mps_report_line_new:
 * @number: a line number, a range or a count; "" for none
 * @subject: (nullable): what the line is about
 * @detail: (nullable): what is to be said about it
 *
 * Returns: (transfer full): a new line
 */
MpsReportLine *
mps_report_line_new (const char *number, const char *subject, const char *detail)
{
  MpsReportLine *self = g_object_new (MPS_TYPE_REPORT_LINE, NULL);

  self->number = g_strdup (number);
  self->subject = g_strdup (subject ? subject : "");
  self->detail = g_strdup (detail ? detail : "");
  return self;
}

/**
 * mps_report_line_set:
 * @self: a line that is shown before all is known of it
 * @number: as in mps_report_line_new()
 * @subject: (nullable): as in mps_report_line_new()
 * @detail: (nullable): as in mps_report_line_new()
 */
void
mps_report_line_set (MpsReportLine *self, const char *number, const char *subject,
                     const char *detail)
{
  g_return_if_fail (MPS_IS_REPORT_LINE (self));
  if (g_set_str (&self->number, number))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NUMBER]);
  if (g_set_str (&self->subject, subject ? subject : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBJECT]);
  if (g_set_str (&self->detail, detail ? detail : ""))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DETAIL]);
}

/**
 * mps_report_lines_new:
 *
 * Returns: (transfer full): an empty list of #MpsReportLine
 */
GListModel *
mps_report_lines_new (void)
{
  return G_LIST_MODEL (g_list_store_new (MPS_TYPE_REPORT_LINE));
}

/**
 * mps_report_lines_append:
 * @lines: a list made by mps_report_lines_new()
 * @number: as in mps_report_line_new()
 * @subject: (nullable): as in mps_report_line_new()
 * @detail: (nullable): as in mps_report_line_new()
 *
 * Adds a line at the end.
 */
void
mps_report_lines_append (GListModel *lines, const char *number, const char *subject,
                         const char *detail)
{
  g_autoptr (MpsReportLine) line = mps_report_line_new (number, subject, detail);

  g_list_store_append (G_LIST_STORE (lines), line);
}

/**
 * mps_report_lines_new_for_problems:
 * @problems: (element-type MpsProblem): what is wrong with an input
 *
 * Returns: (transfer full): a line for the problems that say the same: their
 *   line numbers, column and reason
 */
GListModel *
mps_report_lines_new_for_problems (GPtrArray *problems)
{
  g_autoptr (GPtrArray) groups = mps_problem_groups_new (problems);
  GListModel *lines = mps_report_lines_new ();

  for (guint i = 0; i < groups->len; i++)
    {
      const MpsProblemGroup *group = groups->pdata[i];
      g_autofree char *numbers = mps_problem_group_dup_lines (group, 0);

      mps_report_lines_append (lines, numbers, mps_problem_get_column_label (group->problem),
                               group->problem->reason);
    }
  return lines;
}
