/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MpsReportLine:
 *
 * One line of what an operation tells about the items it worked on. Properties,
 * all strings for people: number (a line of a file, a range of them, or a
 * count), subject and detail. What they are called stands above the columns in
 * which they are shown.
 */
#define MPS_TYPE_REPORT_LINE (mps_report_line_get_type ())
G_DECLARE_FINAL_TYPE (MpsReportLine, mps_report_line, MPS, REPORT_LINE, GObject)

MpsReportLine *mps_report_line_new (const char *number, const char *subject, const char *detail);
void mps_report_line_set (MpsReportLine *self, const char *number, const char *subject,
                          const char *detail);
GListModel *mps_report_lines_new (void);
void mps_report_lines_append (GListModel *lines, const char *number, const char *subject,
                              const char *detail);
GListModel *mps_report_lines_new_for_problems (GPtrArray *problems);

G_END_DECLS
