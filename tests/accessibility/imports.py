# SPDX-License-Identifier: GPL-3.0-or-later
"""Visits to the contacts' dialogs and to the imports."""

import os
import re

from journey import DATA, GLib
from ways import View, activate, find_dialog, leave_dialog, open_file, push, push_word, show_page

MISTAKES = os.path.join(DATA, "contacts-with-mistakes.csv")


def visit_contact(j):
    page = show_page(j, "contacts", "Contacts")
    push_word(j, "toggle button", "Company", page)
    j.find("list item", re.compile("."), page)
    yield View("companies", j.around_focus("panel"), ("MpsSearchPopover",), keyboard=False)
    j.key("Escape")
    j.key("ctrl+n")
    dialog = find_dialog(j, "Create contact")
    j.find("text", j.say("First name"), dialog)
    yield View("create contact", dialog, ("MpsContactDialog",))
    j.fill_in(j.say("Country code"), "+81", dialog)
    j.tab()
    j.expect_announced(j.say("Enter digits only, without a plus sign, such as 81 for Japan."))
    yield View("mistake in a contact", dialog)
    j.key("Escape")
    push_word(j, "button", "_Discard", j.find("alert", j.say("Discard changes?")))
    j.wait_until_gone("dialog", j.say("Create contact"))


def visit_import_contacts(j):
    page = show_page(j, "contacts", "Contacts")
    push_word(j, "button", "Import contacts", page)
    dialog = find_dialog(j, "Import contacts")
    yield View("choose contacts file", dialog, ("MpsImportContactsDialog", "MpsContactsFilePage"))
    push_word(j, "button", "_Choose file…", dialog)
    open_file(j, "Choose a contacts file", MISTAKES)
    j.find_sensitive("button", j.say("C_heck contacts"), dialog)
    yield View("contacts file", dialog)
    push_word(j, "button", "C_heck contacts", dialog)
    j.find("table row", re.compile("2"), dialog)
    yield View("check contacts", dialog, ("MpsImportCheckPage",))
    push_word(j, "toggle button", "Correct all alike", dialog)
    yield View("menu of corrections", j.find("menu", None, dialog), keyboard=False)
    j.key("Escape")
    j.wait_until_gone("menu", None)
    some = re.escape(j.count("_Import %u contact", "_Import %u contacts", 99))
    push(j, "button", re.compile(some.replace("99", r"\d+")), dialog)
    j.find("button", j.say("_Done"), dialog)
    j.expect_announced("")
    yield View("import results", dialog, ("MpsImportResultsPage",))
    leave_dialog(j, "Import contacts")
    show_page(j, "printers", "Printers")


def visit_narrow_import(j):
    """Where there is no room for the table, a row has a page of its own."""
    j.resize(460, 800)
    activate("show-page", GLib.Variant("s", "contacts"))
    push_word(j, "button", "Import contacts")
    dialog = find_dialog(j, "Import contacts")
    push_word(j, "button", "_Choose file…", dialog)
    open_file(j, "Choose a contacts file", MISTAKES)
    push_word(j, "button", "C_heck contacts", dialog)
    j.find("list item", re.compile("."), dialog)
    yield View("check contacts, narrow", dialog)
    j.reach("list item", None, dialog)
    j.key("Return")
    j.find("check box", j.say("Leave this line out"), dialog)
    yield View("row to correct", dialog, ("MpsImportRowPage",))
    j.key("Escape")
    leave_dialog(j, "Import contacts")
    j.resize(1280, 800)
    show_page(j, "printers", "Printers")


def visit_import_printers(j):
    j.key("ctrl+o")
    dialog = find_dialog(j, "Import printers")
    yield View("import printers", dialog, ("MpsImportFleetDialog",))
    push_word(j, "button", "_Choose file…", dialog)
    open_file(j, "Choose a fleet list", os.path.join(DATA, "fleet.csv"))
    push_word(j, "button", "_Import printers", dialog)
    j.find("button", j.say("_Done"), dialog)
    j.expect_announced("")
    yield View("results of printers", dialog, ("MpsImportFleetResults",))
    leave_dialog(j, "Import printers")


def visit_restore(j):
    """Back to what there was before the import, which made a backup of it."""
    activate("restore")
    dialog = find_dialog(j, "Restore from backup")
    j.find("list item", re.compile(r"\d"), dialog)
    yield View("restore", dialog, ("MpsRestoreDialog",))
    push(j, "list item", re.compile(r"\d"), dialog)
    j.find("button", j.say("_Restore"), dialog)
    yield View("restore this backup", dialog, ("MpsRestorePage",))
    leave_dialog(j, "Restore from backup")
