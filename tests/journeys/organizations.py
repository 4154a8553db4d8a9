#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""organizations.py LANGUAGE MPS-DESK MPSCTL entitles child organizations, which is for ever.

With the keyboard alone: a child organization is added, another is refused its name, it is renamed
and entitled by its name, and then nothing takes that back: not the window, not mpsctl, not plain
SQL. Meanwhile two processes entitle another one at the same time, and a third does without the
name. The table, the page and the history of the window follow. What the screen said is then
compared with what mpsctl and SQLite find stored.
"""

import os
import re
import sqlite3
import subprocess
import sys

from journey import DATA, Atspi, Journey, ask_mpsctl, expect, open_database, report

ADDED, RENAMED = "大阪支社", "Osaka & Kobe"
WIDER = "ＯＳＡＫＡ　＆　ＫＯＢＥ"  # the same name in full width
OTHER = "Default"


def start(j):
    j.find("table row", re.compile("^JRN00001,"))
    j.key("alt+5")
    find_organization(j, OTHER, "%s, not entitled to MPS Express")


def find_organization(j, name, text):
    return j.find("table row", re.compile("^" + re.escape(j.say(text) % name)))


def write_name(j, title, name):
    dialog = j.find("dialog", j.say(title))
    j.wait(lambda: j.focused(dialog), "the keyboard in the dialog")
    j.write(name, dialog)
    return dialog


def add(j):
    """Its page comes up, since what it needs is there."""
    j.key("ctrl+n")
    dialog = write_name(j, "Add organization", ADDED)
    j.press("button", j.say("_Add"), dialog)
    j.wait_until_gone("dialog", j.say("Add organization"))
    j.find("label", j.say("Organization “%s” added") % ADDED)
    j.find("grouping", ADDED)
    j.picture("1-added")


def rename(j):
    j.key("F2")
    dialog = write_name(j, "Rename organization", RENAMED)
    j.picture("2-rename")
    j.press("button", j.say("_Rename"), dialog)
    j.wait_until_gone("dialog", j.say("Rename organization"))
    j.find("grouping", RENAMED)


def refuse_name(j):
    """In full width and capitals it is the same name."""
    j.key("alt+Left")
    find_organization(j, RENAMED, "%s, not entitled to MPS Express")
    j.key("ctrl+n")
    dialog = write_name(j, "Add organization", WIDER)
    j.press("button", j.say("_Add"), dialog)
    j.wait(lambda: any(RENAMED in text for text in j.labels(dialog)), "the refusal of the name")
    j.picture("3-same-name")
    j.key("Escape")
    j.wait_until_gone("dialog", j.say("Add organization"))


def expect_save(j, sensitive):
    button = j.find("button", j.say("_Save changes"))
    expect("Save changes", j.has_state(button, Atspi.StateType.SENSITIVE), sensitive)


def entitle(j):
    j.reach("table row", None)
    j.go_down_to(re.compile("^" + re.escape(RENAMED)))
    j.key("Return")
    j.find("label", j.say("Organization entitlements"))
    expect_save(j, False)
    j.press("check box", "MPS Express", key="space")
    prompt = j.say("Type “%s” to confirm") % RENAMED
    j.fill_in(prompt, RENAMED.lower())
    expect_save(j, False)
    j.picture("4-wrong-name")
    j.write(RENAMED)
    j.find_sensitive("button", j.say("_Save changes"))
    j.picture("5-right-name")
    j.press("button", j.say("_Save changes"))


def see_for_good(j):
    """It stays on and takes no keys, the page says why, and there is nothing to save."""
    j.find("label", j.say(
        "This organization is entitled to MPS Express. To have the entitlement removed, contact"
        " Lexmark customer operations."))
    j.wait_until_gone("button", j.say("_Save changes"))
    switch = j.find("check box", "MPS Express")
    expect("the switch", j.has_state(switch, Atspi.StateType.CHECKED), True)
    expect("using it", j.has_state(switch, Atspi.StateType.SENSITIVE), False)
    j.find("label", j.say(
        "It is entitled to MPS Express, which can’t be taken back, so it can’t be deleted."))
    delete = j.find("button", j.say("_Delete organization…"))
    expect("deleting it", j.has_state(delete, Atspi.StateType.SENSITIVE), False)
    j.picture("6-entitled")


def try_mpsctl(mpsctl):
    """There is no command that takes it back, and none entitles without the name."""
    for confirmation in ([], ["--confirm", RENAMED]):
        arguments = ["organizations", "entitle", OTHER, *confirmation]
        refused = ask_mpsctl(mpsctl, *arguments, status=3)
        expect(f"{arguments}", refused["error"]["code"], "needs-confirmation")
    for word in ("revoke", "delete"):
        command = [mpsctl, "organizations", word, RENAMED]
        expect(word, subprocess.run(command, stderr=subprocess.DEVNULL).returncode, 2)


def try_sql():
    path = os.path.join(os.environ["XDG_DATA_HOME"], "mps-desk", "fleet.db")
    database = sqlite3.connect(path, timeout=60)
    for sql in (
        "UPDATE organizations SET entitled = 0 WHERE entitled",
        "DELETE FROM organizations WHERE entitled",
        "UPDATE history SET act = 'nothing' WHERE act = 'entitle'",
        "DELETE FROM history WHERE act = 'entitle'",
    ):
        try:
            database.execute(sql)
        except sqlite3.IntegrityError:
            database.rollback()
            continue
        raise AssertionError(f"SQLite did not refuse: {sql}")
    database.close()


def entitle_together(j, mpsctl):
    """Two at once are no mistake; the table of the window follows."""
    command = [mpsctl, "organizations", "entitle", OTHER]
    confirmed = [*command, "--confirm", OTHER]
    tries = [
        subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for words in (confirmed, command, confirmed)
    ]
    expect("exit statuses", [process.wait(60) for process in tries], [0, 3, 0])
    j.key("alt+Left")
    for name in (OTHER, RENAMED):
        find_organization(j, name, "%s, entitled to MPS Express")
    delete = j.find("button", j.say("_Delete…"))
    expect("deleting", j.has_state(delete, Atspi.StateType.SENSITIVE), False)
    j.picture("7-both")


def see_history(j):
    j.key("alt+7")
    for name in (OTHER, RENAMED):
        j.find("table row", re.compile(f"^{re.escape(j.say('Entitle'))} {re.escape(name)}"))
    j.picture("8-history")


def walk_through(j, mpsctl):
    start(j)
    add(j)
    rename(j)
    refuse_name(j)
    entitle(j)
    see_for_good(j)
    try_mpsctl(mpsctl)
    try_sql()
    entitle_together(j, mpsctl)
    see_history(j)
    j.quit()


def check(mpsctl):
    organizations = ask_mpsctl(mpsctl, "organizations", "list")
    entitled = {o["name"]: o["entitled"] for o in organizations if o["parent"]}
    expect("organizations of mpsctl", entitled, {OTHER: True, RENAMED: True})
    expect("check", ask_mpsctl(mpsctl, "check"), {"ok": True, "problems": []})
    database = open_database()
    sql = "SELECT act, subject, detail FROM history ORDER BY id"
    expect(
        "history",
        database.execute(sql).fetchall(),
        [("entitle", name, "MPS Express") for name in (RENAMED, OTHER)],
    )
    database.close()


def main(language, program, mpsctl):
    ask_mpsctl(mpsctl, "printers", "import", f"{DATA}/fleet.csv")
    j = Journey(program, [], language)
    try:
        walk_through(j, mpsctl)
    finally:
        j.close()
    check(mpsctl)


if __name__ == "__main__":
    report(f"organizations in {sys.argv[1]}", lambda: main(*sys.argv[1:]))
