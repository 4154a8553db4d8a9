# SPDX-License-Identifier: GPL-3.0-or-later
"""Visits to the window, its pages and its menus."""

import re

from journey import GLib
from screen import ROWS
from ways import EAST, WEST, View, activate, choose, find_id, open_choices, push, push_word, show_page

PAGES = (
    ("checklist", "Before you begin", "MpsChecklistPage"),
    ("contacts", "Contacts", "MpsContactsPage"),
    ("agents", "Agents", "MpsAgentsPage"),
    ("account", "Account management", "MpsAccountPage"),
    ("tasks", "Tasks", "MpsTasksPage"),
    ("history", "History", "MpsHistoryPage"),
)


def wait_for_rows(j, page):
    """Of a table, of which the first is its header, or of a list."""
    j.wait(lambda: len([role for _, role, _ in j.walk(page) if role in ROWS]) > 1, "rows")


def visit_pages(j):
    j.find("table row", re.compile("SMP"))
    # Which organization is the first depends on the language.
    if not j.look("toggle button", EAST):
        choose(j, WEST, EAST)
    yield View("window", j.window(), ("MpsWindow", "MpsPrintersPage"))
    for name, title, template in PAGES:
        page = show_page(j, name, title)
        wait_for_rows(j, page)
        yield View(f"page {name}", page, (template,))
    show_page(j, "printers", "Printers")


def visit_details(j):
    """A printer, an agent, an organization, a task and an act, by what each says of itself."""
    for action, number, template, role, word in (
        ("show-printer", find_id("printers", "1"), "MpsPrinterPage", "button", "Show agent"),
        ("show-agent", find_id("agents", "name = 'FA-TOKYO'"), "MpsAgentPage", "button", "_Add address…"),
        ("show-organization", find_id("organizations", "entitled"), "MpsOrganizationPage", "button", "Rename…"),
        ("show-task", find_id("tasks", "state = 2"), "MpsTaskPage", "label", "Started"),
        ("show-act", find_id("history", "act = 'enroll'"), "MpsActPage", "label", "When"),
    ):
        activate(action, GLib.Variant("x", number))
        j.find(role, j.say(word))
        # The sidebar is called the same, and comes before.
        *_, page = j.look_all("grouping", j.say("MPS Desk"))
        yield View(action, page, (template,))
        show_page(j, "printers", "Printers")


def visit_request(j):
    """The printers of an addition, from the history."""
    page = show_page(j, "history", "History")
    wait_for_rows(j, page)
    j.reach("table row", None, page)
    j.go_down_to(re.compile("^" + re.escape(j.say("Add to MPS Express"))))
    j.key("Return")
    push_word(j, "list item", "Printers added")
    page = j.find("grouping", j.say("Printers added"))
    j.find("table row", re.compile("SMP"), page)
    yield View("printers of a request", page, ("MpsRequestPrintersPage",))
    show_page(j, "printers", "Printers")


def visit_menus(j):
    """The menus of the window and of the printers' page."""
    for name in ("Main menu", "Managed Print Services (MPS)", "Standard"):
        if name == "Main menu":
            j.key("F10")
        else:
            push_word(j, "toggle button", name)
        yield View(f"menu {name}", j.find("menu", None), keyboard=False)
        j.key("Escape")
        j.wait_until_gone("menu", None)
    for name in ("All statuses", "Managed or not"):
        yield View(f"choices of {name}", open_choices(j, j.say(name)), keyboard=False)
        j.key("Escape")
    push(j, "table row", re.compile("SMP"), key="shift+F10")
    yield View("menu of the printers", j.find("menu", None), keyboard=False)
    j.key("Escape")
    j.wait_until_gone("menu", None)


def visit_windows(j):
    """The help, which is a window of its own, and what the main menu tells."""
    j.key("F1")
    window = j.wait_for_window(j.say("Help"))
    j.find("list item", None, window)
    yield View("help", window, ("MpsHelpWindow",))
    j.key("ctrl+w")
    j.window()
    j.key("ctrl+question")
    dialog = j.find("dialog", j.say("Keyboard shortcuts"))
    yield View("shortcuts", dialog)
    j.key("Escape")
    j.wait_until_gone("dialog", None)
