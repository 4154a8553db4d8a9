# SPDX-License-Identifier: GPL-3.0-or-later
"""What visits have in common: the fleet that they are made to, and short ways to a place. The
journeys show that a person gets there with the keyboard."""

import contextlib
import json
import os
import re
import sqlite3
import subprocess
from dataclasses import dataclass

from journey import DATA, Atspi, GLib, ask_mpsctl

from gi.repository import Gio

EAST, WEST = "サンプル東日本", "サンプル西日本"
SAMPLE_CONTACTS = "sample-contacts-east.csv"
APPLICATION = "io.github.mpsdesk.MpsDesk"
SIDEBAR = "Printer eligibility status"

@dataclass
class View:
    """Something to look at, and the classes of ui/*.blp that are seen in it."""

    name: str
    node: object
    classes: tuple = ()
    keyboard: bool = True  # whether Tab goes around in it; not so in menus


def get_file(name):
    return os.path.join(os.environ["XDG_RUNTIME_DIR"], name)


def write_settings():
    """What moves takes its time, and can't be looked at meanwhile."""
    settings = ["gtk-enable-animations=false"]
    if dots := os.environ.get("MPS_AUDIT_DPI"):
        subprocess.run(["xprop", "-root", "-f", "RESOURCE_MANAGER", "8s", "-set", "RESOURCE_MANAGER",
                        f"Xft.dpi: {dots}\n"], check=True)
    folder = os.path.join(os.environ["XDG_CONFIG_HOME"], "gtk-4.0")
    os.makedirs(folder)
    with open(os.path.join(folder, "settings.ini"), "w", encoding="utf-8") as file:
        file.write("\n".join(["[Settings]", *settings, ""]))


def find_id(table, condition):
    """The id of the first row of the database that meets a condition."""
    with contextlib.closing(sqlite3.connect(get_file("sample-fleet.db"))) as database:
        return database.execute(f"SELECT min(id) FROM {table} WHERE {condition}").fetchone()[0]


def prepare(mpsctl, source):
    """The sample fleet, with printers that were added, answered and unenrolled."""
    write_settings()
    database = get_file("sample-fleet.db")
    subprocess.run([mpsctl, "sample", database], check=True, stdout=subprocess.DEVNULL)

    def ask(*arguments, status=0):
        return ask_mpsctl(mpsctl, "--database", database, "--organization", EAST, *arguments,
                          status=status)

    printers = {status["status"]: [printer["serial"] for printer in status["printers"]]
                for status in ask("eligibility")["statuses"]}
    terms = ask("policy", "show")["terms"]["version"]
    ask("enroll", "--accept-terms", terms, *printers["eligible"][:3], *printers["no-contact"][:2],
        status=1)
    ask("printers", "unenroll", printers["already-managed"][0], printers["unsupported-model"][0],
        status=1)
    ask("contacts", "import", f"{DATA}/contacts.csv", status=1)
    ask("agents", "add-address", "FA-TOKYO", "192.0.2.0/24")
    ask("exchange", "export", get_file("request.json"))
    write_answer()
    write_policy(source)
    return database


def write_answer():
    with open(get_file("request.json"), encoding="utf-8") as file:
        request = json.load(file)[0]
    first, second, _ = [printer["serial"] for printer in request["printers"]]
    answer = {
        "format": "mps-desk-enrolment-answer", "version": 1, "request": request["id"],
        "results": [{"serial": first, "outcome": "registered"},
                    {"serial": second, "outcome": "failed", "reason": "No delivery."},
                    {"serial": "UNKNOWN", "outcome": "registered"}],
    }
    with open(get_file("answer.json"), "w", encoding="utf-8") as file:
        json.dump(answer, file)


def write_policy(source):
    """One that differs from the sample."""
    with open(f"{source}/data/sample-policy.json", encoding="utf-8") as file:
        policy = json.load(file)
    policy["version"] += "-audit"
    with open(get_file("policy.json"), "w", encoding="utf-8") as file:
        json.dump(policy, file)


# Going somewhere


def activate(name, parameter=None):
    """An action of the window, as a notification or another program activates it."""
    arguments = GLib.Variant("(sava{sv})", (name, [parameter] if parameter else [], {}))
    Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
        APPLICATION, f"/{APPLICATION.replace('.', '/')}/window/1", "org.gtk.Actions", "Activate",
        arguments, None, Gio.DBusCallFlags.NONE, -1, None)


def show_page(j, name, title):
    activate("show-page", GLib.Variant("s", name))
    return find_page(j, title)


def find_page(j, title):
    return j.find("grouping", j.say(title) if title else re.compile("."))


def push(j, role, name, within=None, key="Return"):
    """Clicks on a button; goes to anything else with Tab, and presses a key there."""

    def is_clicked():
        node = j.look(role, name, within)
        if node is None or not j.has_state(node, Atspi.StateType.SENSITIVE):
            return False
        if Atspi.Action.get_n_actions(node) == 0 or Atspi.Action.get_action_name(node, 0) != "click":
            j.reach(role, name, within)  # a row that is a button
            j.key(key)
            return True
        return Atspi.Action.do_action(node, 0)

    if role in ("button", "toggle button"):
        j.wait(is_clicked, f"{role} “{name}” to click on")
    else:
        j.reach(role, name, within)
        j.key(key)


def push_word(j, role, word, within=None, key="Return"):
    push(j, role, j.say(word), within, key)


def open_choices(j, current):
    """Of a drop-down list, where the keyboard goes."""
    j.reach("toggle button", current)
    moves = j.moves
    j.key("space")
    j.wait(lambda: j.listen(lambda: j.moves > moves, 0.1), "the keyboard in the choices")
    return j.find("combo box", current)


def choose(j, current, wanted):
    """Of a drop-down list, by the names of what can be chosen."""
    choices = open_choices(j, current)
    names = j.wait(lambda: [node.get_name() for node in j.look_all("list item", within=choices)],
                   "the choices")
    j.key("Home", *["Down"] * names.index(wanted), "Return")
    j.find("toggle button", wanted)


def find_dialog(j, title):
    return j.find("dialog", j.say(title))


def leave_dialog(j, title, role="dialog"):
    """With Escape, which first lets go of a search."""

    def is_gone():
        if not j.look(role, j.say(title)):
            return True
        j.key("Escape")
        j.listen(lambda: not j.look(role, j.say(title)), 1)
        return False

    j.wait(is_gone, f"{role} “{title}” to go away")


def open_file(j, title, path):
    j.choose_file(j.say(title), path)
