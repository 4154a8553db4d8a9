#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""agents.py LANGUAGE MPS-DESK MPSCTL shows that what is managed stays with its agent.

In the real window, with the keyboard alone: an agent with managed printers is neither deleted nor
deactivated; when its address is removed, its free printers are unenrolled and the managed ones stay
as “Not communicating”; when the address is added again, they communicate. What the screen said is
then compared with what mpsctl and SQLite find stored.
"""

import os
import re
import sys

from journey import Journey, ask_mpsctl, expect, open_database, report

HEADER = "Serial number,Model,IP address,Lexmark Managed,Agent,Agent version"
FLEET = [
    ("FREE1", "192.0.2.1", "", "東京 FA", "1.10.0"),
    ("FREE2", "192.0.2.2", "", "東京 FA", "1.10.0"),
    ("MANAGED", "192.0.2.3", "MPS Express", "東京 FA", "1.10.0"),
    ("PENDING", "192.0.2.4", "MPS Express (Pending)", "東京 FA", "1.10.0"),
    ("OLD", "198.51.100.1", "", "Osaka FA", "1.3.9"),
]
NETWORK = "192.0.2.0/24"


def import_fleet(mpsctl, printers):
    path = os.path.join(os.environ["XDG_RUNTIME_DIR"], "fleet.csv")
    with open(path, "w", encoding="utf-8", newline="\r\n") as file:
        file.write(HEADER + "\n")
        for serial, address, managed, agent, version in printers:
            file.write(f"{serial},CX730de,{address},{managed},{agent},{version}\n")
    return ask_mpsctl(mpsctl, "printers", "import", path)["created"]


def prepare(mpsctl):
    expect("printers", import_fleet(mpsctl, FLEET), len(FLEET))


def number_of_row(j, title, within):
    """The number at the end of a row, which may have a subtitle."""
    return int(j.labels(j.find("list item", j.say(title), within))[-1])


def show_agent(j):
    j.find("table row", re.compile("^[A-Z0-9]+, "))
    j.key("alt+4")
    j.find("table row", re.compile(f"^Osaka FA, {re.escape(j.say('Too old'))}, "))
    j.picture("agents-1-page")
    j.key("ctrl+f")
    j.type("1.10")
    j.wait_until_gone("table row", re.compile("^Osaka FA, "))
    j.press("table row", re.compile(f"^東京 FA, {re.escape(j.say('Meets the policy'))}, "))
    j.find("button", j.say("_Add address…"))
    j.picture("agents-2-details")


def be_refused(j, button, title):
    j.press("button", j.say(button))
    dialog = j.find("alert", j.say(title))
    for serial in ("MANAGED", "PENDING"):
        j.find("list item", re.compile(f"^ ?{serial} "), dialog)
    j.picture(f"agents-3-refused-{button.strip('_…').lower()}")
    j.press("button", j.say("_Close"), dialog)
    j.wait_until_gone("alert", j.say(title))


def add_address(j, wrong_first):
    title = j.say("Add address")
    j.press("button", j.say("_Add address…"))
    dialog = j.find("dialog", title)
    j.reach("text", j.say("Addresses"), dialog)
    if wrong_first:
        j.type("192.0.2.1/24")
        j.find("list item", re.compile("^1 192\\.0\\.2\\.1/24 "), dialog)
        j.picture("agents-4-wrong")
        j.key("ctrl+a")
    j.type(NETWORK)
    j.wait_until_gone("list item", re.compile("^1 192\\.0\\.2\\.1/24 "))
    j.press("button", j.say("_Add addresses"), dialog)
    j.wait_until_gone("dialog", title)
    j.find("list item", NETWORK)


def remove_address(j):
    j.reach("list item", NETWORK)
    j.press("button", j.say("Remove “%s”") % NETWORK)
    question = j.find("alert", j.say("Remove address?"))
    texts = " ".join(j.labels(question))
    for kind in (UNENROLLED, KEPT):
        assert j.count(*kind, 2).split("%")[0] in texts, f"{j.count(*kind, 2)} not in: {texts}"
    j.picture("agents-5-question")
    j.press("button", j.say("_Remove"), question)
    dialog = j.find("dialog", re.compile("."))
    expect("unenrolled", number_of_row(j, "Printers unenrolled", dialog), 2)
    for serial in ("MANAGED", "PENDING"):
        j.find("list item", re.compile(f"^ ?{serial} "), dialog)
    j.picture("agents-6-removed")
    j.press("button", j.say("_Done"), dialog)
    j.wait_until_gone("button", j.say("_Done"))


UNENROLLED = (
    "%'u printer is found there only and will be unenrolled. This can’t be undone: it only comes "
    "back when a fleet list that has it is imported.",
    "%'u printers are found there only and will be unenrolled. This can’t be undone: they only "
    "come back when a fleet list that has them is imported.",
)
KEPT = (
    "%'u printer is managed or pending in MPS Express and stays in the list as “Not "
    "communicating”, until its address is added again.",
    "%'u printers are managed or pending in MPS Express and stay in the list as “Not "
    "communicating”, until their addresses are added again.",
)


def uninstall_agent(j, mpsctl):
    """Whose agent is gone is missing in the next fleet list, and stays with all that is known."""
    import_fleet(mpsctl, [FLEET[-1]])
    j.key("alt+2")
    for serial, state in (("MANAGED", "MPS Express"), ("PENDING", "MPS Express (Pending)")):
        row = j.find("table row", re.compile(f"^{serial},"))
        expect(f"what is known of {serial}", {"CX730de", j.say(state)} - set(j.labels(row)), set())
    j.picture("agents-8-uninstalled")


def communication(mpsctl):
    printers = ask_mpsctl(mpsctl, "printers", "list")["printers"]
    return {printer["serial"]: printer["communicating"] for printer in printers}


def expect_numbers(j):
    page = j.find("grouping", "東京 FA")
    expect("printers", number_of_row(j, "Printers", page), 4)
    expect("MPS Express printers", number_of_row(j, "MPS Express printers", page), 2)


def walk_through(j, mpsctl):
    show_agent(j)
    expect_numbers(j)
    be_refused(j, "_Deactivate…", "Can’t be deactivated")
    be_refused(j, "D_elete…", "Can’t be deleted")
    agent = ask_mpsctl(mpsctl, "agents", "show", "東京 FA")
    expect("agent after the refusals", (agent["active"], agent["printers"]), (True, 4))
    add_address(j, True)
    remove_address(j)
    expect("after removing", communication(mpsctl), {"MANAGED": False, "PENDING": False, "OLD": True})
    add_address(j, False)
    j.wait(lambda: communication(mpsctl)["PENDING"], "the managed printers to communicate")
    expect("after adding", communication(mpsctl), {"MANAGED": True, "PENDING": True, "OLD": True})
    j.picture("agents-7-back")
    uninstall_agent(j, mpsctl)
    j.quit()


def check_with_sqlite():
    database = open_database()
    for sql, expected in (
        ("SELECT serial, communicating FROM printers ORDER BY id",
         [("MANAGED", 1), ("PENDING", 1), ("OLD", 1)]),
        ("SELECT address, exclude FROM agent_addresses", [(NETWORK, 0)]),
        ("SELECT count(*) FROM agents WHERE active", [(2,)]),
        ("PRAGMA integrity_check", [("ok",)]),
    ):
        expect(sql, database.execute(sql).fetchall(), expected)
    database.close()


def main(language, program, mpsctl):
    prepare(mpsctl)
    j = Journey(program, [], language)
    try:
        walk_through(j, mpsctl)
    finally:
        j.close()
    expect("check", ask_mpsctl(mpsctl, "check"), {"ok": True, "problems": []})
    check_with_sqlite()


if __name__ == "__main__":
    report(f"agents in {sys.argv[1]}", lambda: main(*sys.argv[1:]))
