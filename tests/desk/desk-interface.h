/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * An object of the interface files, as they were compiled into the program; the
 * cells of tables are interfaces within interfaces.
 */
typedef struct {
  char *file;
  char *type;
  GHashTable *properties; /* owned: name → value; "" where it is bound to something */
  gboolean has_label;     /* for assistive technology */
} DeskInterfaceObject;

/* (element-type DeskInterfaceObject): all objects of all files */
GPtrArray *desk_interface_read (void);

G_END_DECLS
