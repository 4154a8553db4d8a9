# SPDX-License-Identifier: GPL-3.0-or-later
"""Visits to the dialogs of the printers, the agents and the programme."""

import re

from pages import PAGES
from ways import (
    EAST, Atspi, GLib, View, activate, choose, find_dialog, find_id, get_file, leave_dialog, open_file, push, push_word,
    open_choices, show_page,
)

MANAGED, NO_CONTACT = "3400SMP00347", "3400SMP00037"
ELIGIBLE = "3437SMP00008"


def look_for_serials(j, *serials):
    j.key("ctrl+l")
    dialog = find_dialog(j, "Select by serial numbers")
    field = j.find("text", j.say("Serial numbers"), dialog)
    Atspi.EditableText.set_text_contents(field, " ".join(serials))
    push_word(j, "button", "_Find printers", dialog)
    return dialog


def select_found(j, dialog, number):
    push(j, "button", j.count("_Select %'u printer", "_Select %'u printers", number), dialog)
    j.wait_until_gone("dialog", j.say("Select by serial numbers"))
    j.find("label", j.count("%'u selected", "%'u selected", number))


def select_printers(j, *serials):
    select_found(j, look_for_serials(j, *serials), len(serials))


def visit_serials(j):
    dialog = look_for_serials(j, NO_CONTACT, ELIGIBLE, "UNKNOWN")
    j.find("list item", j.say("Unknown serial numbers"), dialog)
    yield View("serial numbers found", dialog, ("MpsSerialsPage",))
    push_word(j, "list item", "Unknown serial numbers", dialog)
    j.find("list item", re.compile("UNKNOWN"), dialog)
    yield View("serial numbers unknown", dialog, ("MpsReportPage",))
    j.key("Escape")
    j.find("list item", j.say("Unknown serial numbers"), dialog)
    j.key("Escape")
    j.find("button", j.say("_Find printers"), dialog)
    yield View("serial numbers", dialog, ("MpsSerialsDialog",))
    push_word(j, "button", "_Find printers", dialog)
    select_found(j, dialog, 2)


def visit_assign(j):
    title = "Assign supplies delivery contact"
    push_word(j, "button", "Assign contact…")
    dialog = find_dialog(j, title)
    j.find("list item", re.compile(","), dialog)
    yield View("assign", dialog, ("MpsAssignDialog", "MpsChooseContactPage"))
    push_word(j, "button", "_Create and assign…", dialog)
    j.find("text", j.say("First name"), dialog)
    yield View("create and assign", dialog, ("MpsCreateContactPage",))
    j.key("Escape")
    j.find("list item", re.compile(","), dialog)
    j.key("Escape")
    replace_contact(j, dialog)


def replace_contact(j, dialog):
    """What was done is said, and said to be undone."""
    j.reach("list item", re.compile(","), dialog)
    j.key("space")
    push_word(j, "button", "_Assign contact", dialog)
    j.expect_announced(j.count("The contact was assigned to %'u printer.",
                               "The contact was assigned to %'u printers.", 2))
    j.key("ctrl+z")
    j.expect_announced(j.count("The assignment was undone for %'u printer.",
                               "The assignment was undone for %'u printers.", 2))


def visit_columns(j):
    push_word(j, "toggle button", "Standard")
    j.find("menu", None)
    j.key("c")
    dialog = find_dialog(j, "Columns and order")
    yield View("columns", dialog, ("MpsColumnsDialog",))
    leave_dialog(j, "Columns and order")


def visit_view_name(j):
    push_word(j, "toggle button", "Standard")
    j.find("menu", None)
    j.key("n")
    alert = j.find("alert", None)
    j.find("text", j.say("Name"), alert)
    yield View("name of a view", alert, ("MpsViewNameDialog",))
    j.key("Escape")
    j.wait_until_gone("alert", None)


def visit_export(j):
    j.key("ctrl+shift+e")
    dialog = find_dialog(j, "Export printers")
    yield View("export printers", dialog, ("MpsExportPrintersDialog",))
    leave_dialog(j, "Export printers")


def visit_enroll(j):
    title = "Add to MPS Express"
    select_printers(j, NO_CONTACT, ELIGIBLE)
    push_word(j, "button", "Add to MPS Express…", j.find("grouping", j.say("Printers")))
    dialog = find_dialog(j, title)
    j.find_sensitive("button", j.say("_Continue"), dialog)
    yield View("enrolment", dialog, ("MpsEnrollDialog",))
    push_word(j, "list item", "Eligible", dialog)
    j.find("table row", re.compile(ELIGIBLE), dialog)
    yield View("printers of a status", dialog, ("MpsStatusPage",))
    j.key("Escape")
    push_word(j, "button", "_Continue", dialog)
    push_word(j, "check box", "I _accept the terms of use", dialog, "space")
    j.find_sensitive("button", j.say("A_dd to MPS Express"), dialog)
    yield View("terms of use", dialog, ("MpsTermsPage",))
    push_word(j, "button", "A_dd to MPS Express", dialog)
    j.find("button", j.say("_Done"), dialog)
    j.expect_announced(j.say(
        "The printers are added as MPS Express (Pending). This cannot be taken back."))
    yield View("enrolment results", dialog, ("MpsEnrollResultPage",))
    leave_dialog(j, title)


def visit_unenroll(j):
    select_printers(j, MANAGED)
    push(j, "table row", re.compile(MANAGED), key="Delete")
    alert = j.find("alert", j.say("Can’t be unenrolled"))
    yield View("refused to unenroll", alert)
    leave_dialog(j, "Can’t be unenrolled", "alert")
    select_printers(j, MANAGED, NO_CONTACT)
    push(j, "table row", re.compile(NO_CONTACT), key="Delete")
    alert = j.find("alert", j.say("Unenroll printers?"))
    yield View("unenroll", alert)
    push_word(j, "button", "_Unenroll", alert)
    dialog = find_dialog(j, "Unenroll")
    j.find("button", j.say("_Done"), dialog)
    j.expect_announced(j.say("Completed with errors"))
    yield View("unenrolment", dialog, ("MpsTaskDialog",))
    leave_dialog(j, "Unenroll")


def visit_agent(j):
    activate("show-agent", GLib.Variant("x", find_id("agents", "name = 'FA-TOKYO'")))
    push_word(j, "button", "_Add address…")
    dialog = find_dialog(j, "Add address")
    field = j.find("text", j.say("Addresses"), dialog)
    Atspi.EditableText.set_text_contents(field, "192.0.2.1/24")
    j.find("list item", re.compile("192"), dialog)
    yield View("add address", dialog, ("MpsAddAddressDialog",))
    j.key("Escape")
    alert = j.find("alert", j.say("Discard changes?"))
    yield View("discard changes", alert)
    push_word(j, "button", "_Discard", alert)
    j.wait_until_gone("dialog", j.say("Add address"))
    show_page(j, "printers", "Printers")


def visit_exchange(j):
    activate("export-requests")
    dialog = find_dialog(j, "Export requests")
    j.find("list item", j.say("Requests"), dialog)
    yield View("export requests", dialog, ("MpsExportRequestsDialog",))
    leave_dialog(j, "Export requests")
    activate("import-answers")
    dialog = find_dialog(j, "Import answers")
    yield View("import answers", dialog, ("MpsImportAnswersDialog",))
    push_word(j, "button", "_Choose file…", dialog)
    open_file(j, "Choose an answer", get_file("answer.json"))
    push_word(j, "button", "_Import answers", dialog)
    j.find("button", j.say("_Done"), dialog)
    j.expect_announced(j.say("The answers were imported."))
    yield View("results of answers", dialog, ("MpsAnswersResultPage",))
    leave_dialog(j, "Import answers")


def visit_preferences(j):
    j.key("ctrl+comma")
    dialog = find_dialog(j, "Preferences")
    yield View("preferences", dialog, ("MpsPreferencesDialog",))
    push_word(j, "list item", "_Show policy", dialog)
    j.find("list item", j.say("Supported models"), dialog)
    yield View("policy", dialog, ("MpsPolicyPage",))
    j.key("Escape")
    push_word(j, "button", "_Load policy…", dialog)
    open_file(j, "Load policy", get_file("policy.json"))
    j.find_sensitive("button", j.say("_Load policy"), dialog)
    yield View("load policy", dialog, ("MpsPolicyLoadPage",))
    j.key("Escape")
    push_word(j, "button", "_Load policy…", dialog)
    open_file(j, "Load policy", get_file("request.json"))
    j.find("label", j.say("The policy was not loaded. The one in force stays."), dialog)
    j.expect_announced("")
    yield View("refused policy", dialog)
    j.key("Escape")
    j.find("list item", j.say("_Show policy"), dialog)
    leave_dialog(j, "Preferences")


def visit_organizations(j):
    yield View("organizations", open_choices(j, EAST), keyboard=False)
    j.key("Escape")
    choose(j, EAST, "Default")
    push_word(j, "button", "Organization entitlements…")
    dialog = find_dialog(j, "Organization entitlements")
    yield View("entitlement", dialog, ("MpsEntitlementDialog",))
    leave_dialog(j, "Organization entitlements")
    for name, title, _ in PAGES:
        yield View(f"{name}, empty", show_page(j, name, title))
    show_page(j, "printers", "Printers")
    yield View("printers, empty", j.window())
    choose(j, "Default", EAST)
    show_page(j, "account", "Account management")
    j.key("ctrl+n")
    dialog = find_dialog(j, "Add organization")
    yield View("add organization", dialog, ("MpsOrganizationDialog",))
    leave_dialog(j, "Add organization")
    activate("show-page", GLib.Variant("s", "printers"))
