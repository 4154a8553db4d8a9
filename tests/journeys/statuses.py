#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""statuses.py LANGUAGE MPS-DESK MPSCTL looks into each eligibility status and its remedy.

With the keyboard alone: from the number of each of the nine statuses to its explanation and the
serial numbers and models of its printers; what is to be sent to Lexmark is copied, how page counts
become known is read, and the agents that are too old are gone to. What the screen said is then
compared with what mpsctl says.
"""

import re
import sys

from journey import DATA, Journey, ask_mpsctl, expect, report

SIDEBAR = "Printer eligibility status"

# What explains each status, for one printer and for several, in the order of the sidebar.
EXPLANATIONS = {
    "eligible": (
        "This printer can be added to MPS Express. Only eligible printers can be added.",
        "These printers can be added to MPS Express. Only eligible printers can be added.",
    ),
    "already-managed": (
        "This printer is in MPS Express already.",
        "These printers are in MPS Express already.",
    ),
    "management-pending": (
        "The management request for this printer is waiting for an answer.",
        "The management request for these printers is waiting for an answer.",
    ),
    "registration-failed": (
        "This printer could not be registered in the Lexmark back-end system. "
        "Contact Lexmark technical support.",
        "These printers could not be registered in the Lexmark back-end system. "
        "Contact Lexmark technical support.",
    ),
    "unsupported-model": (
        "MPS Express does not support this model. For help, contact Lexmark customer operations.",
        "MPS Express does not support these models. For help, contact Lexmark customer operations.",
    ),
    "pages-over-limit": (
        "This printer prints more pages on average than the limit allows. For help, contact "
        "Lexmark customer operations.",
        "These printers print more pages on average than the limit allows. For help, contact "
        "Lexmark customer operations.",
    ),
    "pages-unknown": (
        "This printer has no average page count to be judged by. Update the agent or the "
        "printer’s firmware, or unenroll and enroll the printer again. If the count is still "
        "missing, contact Lexmark technical support.",
        "These printers have no average page count to be judged by. Update the agent or the "
        "printer’s firmware, or unenroll and enroll the printer again. If the count is still "
        "missing, contact Lexmark technical support.",
    ),
    "no-contact": (
        "This printer has no supplies delivery contact. Assign one.",
        "These printers have no supplies delivery contact. Assign one.",
    ),
    "agent-outdated": (
        "The Fleet Agent of this printer is older than the version required. Upgrade it before "
        "adding the printer.",
        "The Fleet Agent of these printers is older than the version required. Upgrade it before "
        "adding them.",
    ),
}
TECHNICAL_SUPPORT = "Copy for Lexmark technical support"
CUSTOMER_OPERATIONS = "Copy for Lexmark customer operations"
COPIES = {
    "registration-failed": TECHNICAL_SUPPORT,
    "unsupported-model": CUSTOMER_OPERATIONS,
    "pages-over-limit": CUSTOMER_OPERATIONS,
}
WITHOUT_CONTACT = "JRN00012"
OLD_AGENT = "FA-OLD"
A_FEW = 2  # printers of each status are looked at


def prepare(mpsctl):
    """All but one of the printers have a contact, so that every status has printers."""
    ask_mpsctl(mpsctl, "printers", "import", f"{DATA}/fleet.csv")
    ask_mpsctl(mpsctl, "contacts", "import", f"{DATA}/contacts.csv", status=1)
    printers = ask_mpsctl(mpsctl, "printers", "list")["printers"]
    serials = [printer["serial"] for printer in printers]
    serials.remove(WITHOUT_CONTACT)
    ask_mpsctl(mpsctl, "contacts", "assign", "1", *serials)
    printers = ask_mpsctl(mpsctl, "printers", "list")["printers"]
    return {
        status: {p["serial"]: p["model"] for p in printers if status in p["statuses"]}
        for status in EXPLANATIONS
    }


def look_into(j, sidebar, status, printers):
    """A click on the number opens its printers, each by serial number and model."""
    explanation = j.count(*EXPLANATIONS[status], len(printers))
    j.go_down_to(explanation, sidebar)
    j.key("Return")
    for serial, model in list(printers.items())[:A_FEW]:
        j.go_down_to(re.compile(f"^{serial} {re.escape(model)}"), sidebar)
    j.picture(f"1-{status}")
    j.go_down_to(explanation, sidebar, "Up")
    j.key("Return")
    j.find("list item", j.count("Show %'u printer", "Show %'u printers", len(printers)), sidebar)


def copy(j, sidebar, status, number):
    j.press("button", j.say(COPIES[status]), sidebar)
    j.find(
        "label",
        j.count(
            "Serial number and model of %'u printer copied",
            "Serial numbers and models of %'u printers copied",
            number,
        ),
    )
    j.picture(f"2-copied-{status}")


def read_of_pages(j, sidebar):
    j.press("button", j.say("How page counts become known"), sidebar)
    alert = j.find("alert", j.say("Average pages unknown"))
    j.picture("3-pages-unknown")
    j.press("button", j.say("_Close"), alert)
    j.wait_until_gone("alert", j.say("Average pages unknown"))


def go_to_agents(j, sidebar):
    j.press("button", j.say("Go to the agents"), sidebar)
    j.find("grouping", OLD_AGENT)
    j.picture("4-old-agent")


def walk_through(j, printers):
    j.find("table row", re.compile("^JRN00001,"))
    sidebar = j.find("list", j.say(SIDEBAR))
    j.reach("list item", next(j.look_all("list item", within=sidebar)).get_name())
    for status in EXPLANATIONS:
        look_into(j, sidebar, status, printers[status])
        if status in COPIES:
            copy(j, sidebar, status, len(printers[status]))
        elif status == "pages-unknown":
            read_of_pages(j, sidebar)
        elif status == "agent-outdated":
            go_to_agents(j, sidebar)
    j.quit()


def main(language, program, mpsctl):
    printers = prepare(mpsctl)
    expect("statuses without printers", [s for s in printers if not printers[s]], [])
    j = Journey(program, [], language)
    try:
        walk_through(j, printers)
    finally:
        j.close()


if __name__ == "__main__":
    report(f"the statuses in {sys.argv[1]}", lambda: main(*sys.argv[1:]))
