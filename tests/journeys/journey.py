# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real window as a person does: looks for what is on the screen by its role and
accessible name (AT-SPI), goes there with the Tab key, and types (xdotool)."""

import gettext
import json
import os
import re
import sqlite3
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 60.0  # seconds; generous, because sanitizers and a busy machine are slow
LOCALES = {"en": "en_US.UTF-8", "ja": "ja_JP.UTF-8"}
FEW_TABS = 60
LEAVES = ("label", "separator", "scroll bar", "progress bar")  # have nothing to look for in them
DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "data")


class Lost(AssertionError):
    """What a person would look for did not appear."""


class Journey:
    """A window of the program, on a display of its own (tests/with-display)."""

    def __init__(self, program, arguments, language):
        self.language = language
        self.process = self.application = None
        self.words = gettext.translation(
            "mps-desk", os.environ["TEXTDOMAINDIR"], [language], fallback=language == "en"
        )
        # With another locale GTK can write from right to left, though the words stay the same.
        locale = os.environ.get("MPS_JOURNEY_LOCALE", LOCALES[language])
        env = dict(os.environ, LANGUAGE=language, LC_ALL=locale, GTK_A11Y="atspi")
        self.errors_path = os.path.join(env["XDG_RUNTIME_DIR"], "stderr.txt")
        # Without one, a second window such as the file chooser never gets the keyboard.
        self.window_manager = subprocess.Popen(
            ["openbox"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self.wait(self._is_managed, "the window manager")
        with open(self.errors_path, "wb") as errors:
            self.process = subprocess.Popen([program, *arguments], env=env, stderr=errors)
        self.application = self.wait(self._find_application, "the application")
        # What is typed before the window has the keyboard is lost.
        self.wait_for_window(self.say("MPS Desk"))

    # Words

    def say(self, text):
        """The text as the window shows it in the journey's language, without its mnemonic."""
        return self.words.gettext(text).replace("_", "", 1)

    def count(self, singular, plural, number):
        """The same of a text that counts something, with the number filled in."""
        text = self.words.ngettext(singular, plural, number).replace("_", "", 1)
        return re.sub(r"%'?u", str(number), text)

    def pattern(self, text):
        """A pattern for a text with printf placeholders, of which each is a group."""
        pieces = re.split(r"%(?:\d+\$)?[\w']*?[udsi]", self.say(text))
        return re.compile("^" + "(.+?)".join(re.escape(piece) for piece in pieces) + "$")

    # Waiting

    def wait(self, question, what, patience=PATIENCE):
        """Asks until the answer is true, and returns it."""
        end = time.monotonic() + patience
        while True:
            try:
                answer = question()
            except GLib.Error:  # what was asked went away meanwhile
                answer = None
            if answer:
                return answer
            if self.process and self.process.poll() is not None:
                raise Lost(f"the program ended while waiting for {what}:\n{self.stderr()}")
            if time.monotonic() > end:
                self.picture("lost")
                raise Lost(f"waited {patience:.0f} s for {what}; on the screen:\n{self.outline()}")
            time.sleep(0.05)

    # Looking

    @staticmethod
    def _is_managed():
        answer = subprocess.run(
            ["xprop", "-root", "_NET_SUPPORTING_WM_CHECK"], capture_output=True, text=True
        )
        return "window id" in answer.stdout

    def _find_application(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(i)
            if application and application.get_process_id() == self.process.pid:
                return application
        return None

    @staticmethod
    def role_of(node):
        return node.get_role_name()

    def walk(self, node=None, depth=0):
        """What is showing, depth first: nodes, roles and depths. Every look is a question to the
        program, and so the many cells of a table are left out unless one asks for its row."""
        node = node or self.application
        role = self.role_of(node)
        yield node, role, depth
        if role == "table row" and depth > 0:
            return
        for i in range(node.get_child_count()):
            child = node.get_child_at_index(i)
            if child and (depth == 0 or self.has_state(child, Atspi.StateType.SHOWING)):
                yield from self.walk(child, depth + 1)

    @staticmethod
    def has_state(node, state):
        return node.get_state_set().contains(state)

    @staticmethod
    def _is_called(name, wanted):
        if wanted is None:
            return True
        return wanted.search(name) is not None if hasattr(wanted, "search") else name == wanted

    def look_all(self, role, name=None, within=None):
        """All of a role; of a name, or of names that match a pattern."""
        for node, found, _ in self.walk(within):
            if found == role and self._is_called(node.get_name(), name):
                yield node

    def look(self, role, name, within=None):
        return next(self.look_all(role, name, within), None)

    def find(self, role, name, within=None):
        return self.wait(lambda: self.look(role, name, within), f"{role} “{name}”")

    def find_sensitive(self, role, name, within=None):
        def question():
            for node in self.look_all(role, name, within):
                if self.has_state(node, Atspi.StateType.SENSITIVE):
                    return node
            return None

        return self.wait(question, f"{role} “{name}” to become sensitive")

    def wait_until_gone(self, role, name):
        self.wait(lambda: not self.look(role, name), f"{role} “{name}” to go away")

    def labels(self, within):
        return [node.get_name() for node in self.look_all("label", within=within)]

    def number_of_row(self, title, within):
        """The number in a row of a dialog that shows a title and a number."""
        return int(self.labels(self.find("list item", self.say(title), within))[1])

    def outline(self):
        """What is on the screen, for a person to read."""
        lines, last = [], None
        try:
            for node, role, depth in self.walk():
                name = node.get_name()
                if name and name != last:
                    lines.append(f"{'  ' * (depth // 3)}{role} “{name}”")
                last = name
        except GLib.Error as error:
            lines.append(str(error))
        return "\n".join(lines[:300])

    # Doing

    def key(self, *keys):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "30", "--", text], check=True)

    def focused(self, within=None):
        for node, _, _ in self.walk(within):
            if self.has_state(node, Atspi.StateType.FOCUSED):
                return node
        return None

    def reach(self, role, name, within=None):
        """Goes to something with the Tab key alone."""
        self.find_sensitive(role, name, within)
        been = []
        for _ in range(FEW_TABS):
            node = self.focused(within)
            place = (self.role_of(node), node.get_name()) if node else ("nothing", "")
            if place[0] == role and self._is_called(place[1], name):
                return node
            been.append("{} “{}”".format(*place))
            self.key("Tab")
            self._wait_for_focus_to_leave(node)
        self.picture("unreachable")
        raise Lost(f"Tab does not lead to {role} “{name}”, but to: {', '.join(been)}")

    def _wait_for_focus_to_leave(self, node):
        """Not for long, since it may have nowhere to go."""
        end = time.monotonic() + 1
        try:
            while node and time.monotonic() < end:
                if not self.has_state(node, Atspi.StateType.FOCUSED):
                    return
        except GLib.Error:  # it is gone
            pass

    def go_down_to(self, name, within=None, key="Down"):
        """Goes down a list or a table with the arrow key, to an item that has or says a name; or
        up with the other."""

        def is_there():
            node = self.focused(within)
            said = [node.get_name(), *self.labels(node)] if node else []
            if any(self._is_called(text, name) for text in said):
                return True
            self.key(key)
            self._wait_for_focus_to_leave(node)
            return False

        self.wait(is_there, f"the keyboard on “{name}”")

    def open_menu(self, button):
        self.press("toggle button", button)
        self.find("menu", button)

    def choose_in_menu(self, button, item):
        """By the item's mnemonic, since GTK 4.18 tells nobody the names of items."""
        self.open_menu(button)
        self.key(self.words.gettext(item).split("_", 1)[1][0].lower())
        self.wait_until_gone("menu", button)

    def press(self, role, name, within=None, key="Return"):
        """Goes to something with the Tab key and presses it."""
        self.reach(role, name, within)
        self.key(key)

    def _focused_field(self, within):
        node = self.focused(within)
        return node if node and self.role_of(node) in ("text", "entry") else None

    def write(self, text, within=None):
        """Writes a text in place of what is in the field that has the keyboard. What no key is for
        comes as from an input method."""
        field = self.wait(lambda: self._focused_field(within), "the keyboard in a field")
        if text.isascii():
            self.key("ctrl+a")
            self.type(text)
        else:
            Atspi.EditableText.set_text_contents(field, text)

    def fill_in(self, name, text, within=None):
        """Goes to a field and writes into it."""
        self.reach("text", name, within)
        self.write(text)

    def choose_file(self, title, path, replace=False):
        """Types a path into the file chooser, a window of its own, which asks before a file is
        replaced, with GTK's words."""
        chooser = self.wait_for_window(title)
        self.key("slash")
        entry = self.wait(lambda: next(self.look_all("text", within=chooser), None), "its path")
        # Letter by letter, GTK's completion would write into the line as well.
        Atspi.EditableText.set_text_contents(entry, path)
        self.key("Return")
        if replace:
            words = gettext.translation("gtk40", languages=[self.language], fallback=True)
            self.press("button", words.gettext("_Replace").replace("_", "", 1))
        self.wait_for_window(self.say("MPS Desk"))

    def wait_for_window(self, title):
        """Waits until the window of that title has the keyboard. If it does not get it by itself,
        as happens to a new one on a busy display, it is given it, as by a click on the window."""
        try:
            return self.wait(lambda: self._active_window(title), "the keyboard", PATIENCE / 4)
        except Lost:
            search = ["xdotool", "search", "--onlyvisible", "--name", f"^{re.escape(title)}$"]
            subprocess.run([*search, "windowactivate"], check=False)
        return self.wait(lambda: self._active_window(title), f"the keyboard in “{title}”")

    def _active_window(self, title):
        for i in range(self.application.get_child_count()):
            window = self.application.get_child_at_index(i)
            if window and window.get_name() == title:
                return window if self.has_state(window, Atspi.StateType.ACTIVE) else None
        return None

    # Seeing

    def picture(self, name):
        folder = os.environ.get("MPS_JOURNEY_PICTURES")
        if folder:
            os.makedirs(folder, exist_ok=True)
            path = os.path.join(folder, f"{name}-{self.language}.png")
            subprocess.run(["import", "-window", "root", path], check=False)

    def stderr(self):
        with open(self.errors_path, encoding="utf-8", errors="replace") as file:
            return file.read()

    def quit(self):
        """Leaves by the keyboard; nothing may have been said on standard error."""
        self.key("ctrl+q")
        status = self.process.wait(PATIENCE)
        said = self.stderr().strip()
        if status != 0 or said:
            raise Lost(f"the program ended with {status} and said:\n{said}")

    def close(self):
        for process in (self.process, self.window_manager):
            if process and process.poll() is None:
                process.kill()
            if process:
                process.wait()


def expect(what, seen, expected):
    assert seen == expected, f"{what}: {seen}, not {expected}"


def ask_mpsctl(mpsctl, *arguments, status=0):
    """What mpsctl answers, which must end with that exit status."""
    answer = subprocess.run([mpsctl, "--json", *arguments], capture_output=True, text=True)
    expect(f"mpsctl {arguments}: exit status, {answer.stderr}", answer.returncode, status)
    return json.loads(answer.stdout)


def open_database():
    """The program's database, to be read only."""
    path = os.path.join(os.environ["XDG_DATA_HOME"], "mps-desk", "fleet.db")
    return sqlite3.connect(f"file:{path}?mode=ro", uri=True)


def report(name, function):
    """One TAP line for one journey."""
    try:
        function()
    except Exception as error:  # every failure is the journey's result
        print(f"not ok 1 {name}")
        for line in f"{type(error).__name__}: {error}".splitlines():
            print(f"# {line}")
        print("1..1")
        sys.exit(1)
    print(f"ok 1 {name}")
    print("1..1")
