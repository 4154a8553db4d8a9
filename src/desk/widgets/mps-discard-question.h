/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void mps_discard_question_ask (AdwDialog *dialog, const char *what);

G_END_DECLS
