/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MpsCtlOutput:
 *
 * Where results are written: UTF-8, buffered. What goes to a closed pipe is
 * dropped quietly; any other failure is kept for mps_ctl_output_end().
 */
typedef struct _MpsCtlOutput MpsCtlOutput;

MpsCtlOutput *mps_ctl_output_new (int fd);
void mps_ctl_output_free (MpsCtlOutput *self);
void mps_ctl_output_set_fd (MpsCtlOutput *self, int fd);
void mps_ctl_output_write (MpsCtlOutput *self, const char *text, gsize length);
void mps_ctl_output_puts (MpsCtlOutput *self, const char *text);
void mps_ctl_output_print (MpsCtlOutput *self, const char *format, ...) G_GNUC_PRINTF (2, 3);
void mps_ctl_output_plain (MpsCtlOutput *self, const char *text);
gboolean mps_ctl_output_end (MpsCtlOutput *self, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MpsCtlOutput, mps_ctl_output_free)

G_END_DECLS
