# SPDX-License-Identifier: GPL-3.0-or-later
"""The way to every page and dialog, for audit.py.

A visit is a generator: it goes somewhere, yields a View of what is there to be looked at, as often
as there is something new, and leaves the window on the printers' page. A page or a dialog that no
visit shows fails the audit; to add one, write its visit and name it here.
"""

import dialogs
import imports
import pages

VISITS = (
    pages.visit_pages,
    pages.visit_details,
    pages.visit_request,
    pages.visit_menus,
    pages.visit_windows,
    dialogs.visit_serials,
    dialogs.visit_assign,
    dialogs.visit_columns,
    dialogs.visit_view_name,
    dialogs.visit_export,
    dialogs.visit_enroll,
    dialogs.visit_unenroll,
    dialogs.visit_agent,
    dialogs.visit_exchange,
    dialogs.visit_preferences,
    dialogs.visit_organizations,
    imports.visit_contact,
    imports.visit_import_contacts,
    imports.visit_import_printers,
    imports.visit_restore,
    imports.visit_narrow_import,
)

# Shown by no visit, and why.
ELSEWHERE = {
    "MpsBackupDialog": "has an MpsProgressPage only",
    "MpsProgressPage": "is gone as soon as its work is done; tests/desk looks at it",
}
