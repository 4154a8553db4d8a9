# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real window as a person does: looks for what is on the screen by
its role and accessible name (AT-SPI), presses keys and types (xdotool)."""

import gettext
import os
import re
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 60.0  # seconds; generous, because sanitizers and a busy machine are slow


class Lost(AssertionError):
    """What a person would look for did not appear."""


class Journey:
    def __init__(self, program, arguments, language, locale_dir, environment=None):
        self.language = language
        self.locale_dir = locale_dir
        env = dict(os.environ, LANGUAGE=language, GTK_A11Y="atspi", **(environment or {}))
        self.errors = open(os.path.join(env["TMPDIR"], "stderr.txt"), "w+b")
        self.process = subprocess.Popen([program, *arguments], env=env, stderr=self.errors)
        self.application = self.wait(self._find_application, "the application")

    # Words

    def say(self, text, context=None):
        """The text as the window shows it in the journey's language."""
        words = gettext.translation(
            "mps-desk", self.locale_dir, [self.language], fallback=self.language == "en"
        )
        return words.pgettext(context, text) if context else words.gettext(text)

    def pattern(self, text):
        """A pattern for a text with printf placeholders."""
        escaped = re.escape(self.say(text))
        return re.compile(re.sub(r"%(?:\d+\\\$)?[\w']*?[udsi]", r"(.+?)", escaped) + r"$")

    # Waiting

    def wait(self, question, what, patience=PATIENCE):
        end = time.monotonic() + patience
        while True:
            try:
                answer = question()
            except GLib.Error:  # what was asked went away meanwhile
                answer = None
            if answer:
                return answer
            if self.process_ended():
                raise Lost(f"the program ended while waiting for {what}:\n{self.stderr()}")
            if time.monotonic() > end:
                self.picture("lost")
                raise Lost(f"waited {patience:.0f} s for {what}; on the screen:\n{self.outline()}")
            time.sleep(0.05)

    def process_ended(self):
        return hasattr(self, "process") and self.process.poll() is not None

    # Looking

    def _find_application(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(i)
            if application and application.get_process_id() == self.process.pid:
                return application
        return None

    def walk(self, node=None, depth=0):
        """Everything that is showing, depth first."""
        node = node or self.application
        yield node, depth
        for i in range(node.get_child_count()):
            child = node.get_child_at_index(i)
            if child is None:
                continue
            states = child.get_state_set()
            if depth == 0 or states.contains(Atspi.StateType.SHOWING):
                yield from self.walk(child, depth + 1)

    def _matches(self, node, role, name):
        if role and node.get_role_name() not in ([role] if isinstance(role, str) else role):
            return False
        shown = node.get_name() or ""
        return name.search(shown) is not None if hasattr(name, "search") else shown == name

    def look(self, role, name, within=None):
        for node, _ in self.walk(within):
            if self._matches(node, role, name):
                return node
        return None

    def find(self, role, name, within=None, patience=PATIENCE):
        return self.wait(lambda: self.look(role, name, within), f"{role} “{name}”", patience)

    def find_sensitive(self, role, name, within=None):
        def question():
            node = self.look(role, name, within)
            ready = node and node.get_state_set().contains(Atspi.StateType.SENSITIVE)
            return node if ready else None

        return self.wait(question, f"{role} “{name}” to become sensitive")

    def texts(self, within=None):
        return [n.get_name() for n, _ in self.walk(within) if n.get_name()]

    def outline(self):
        lines = []
        try:
            for node, depth in self.walk():
                lines.append(f"{'  ' * depth}{node.get_role_name()} “{node.get_name()}”")
        except GLib.Error as error:
            lines.append(str(error))
        return "\n".join(lines[:400])

    # Doing

    def press(self, role, name, within=None):
        node = self.find_sensitive(role, name, within)
        action = node.get_action_iface()
        if action is None or action.get_n_actions() == 0:
            raise Lost(f"{role} “{name}” can’t be pressed")
        action.do_action(0)
        return node

    def focus(self, node):
        node.get_component_iface().grab_focus()

    def key(self, *keys):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *keys], check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "20", "--", text], check=True)

    def choose_file(self, path):
        """Types a path into the file chooser, a window of its own."""
        self.wait(self._file_chooser, "the file chooser")
        self.type("/")
        entry = self.wait(self._path_entry, "the file chooser’s line for a path")
        # Letter by letter, GTK's completion would write into the line as well.
        Atspi.EditableText.set_text_contents(entry, path)
        self.focus(entry)
        self.key("Return")
        self.wait(lambda: not self._file_chooser(), "the file chooser to close")

    def _path_entry(self):
        for node, _ in self.walk(self._file_chooser()):
            if node.get_role_name() in ("entry", "text") and node.get_editable_text_iface():
                return node if Atspi.Text.get_text(node, 0, -1).startswith("/") else None
        return None

    def _file_chooser(self):
        """The file chooser, once the keyboard is its own."""
        for i in range(self.application.get_child_count()):
            window = self.application.get_child_at_index(i)
            if window and window.get_role_name() in ("dialog", "file chooser"):
                active = window.get_state_set().contains(Atspi.StateType.ACTIVE)
                return window if active else None
        return None

    # Seeing

    def picture(self, name):
        folder = os.environ.get("MPS_JOURNEY_PICTURES")
        if folder:
            path = os.path.join(folder, f"{name}-{self.language}.png")
            subprocess.run(["import", "-window", "root", path], check=False)

    def stderr(self):
        self.errors.flush()
        with open(self.errors.name, "rb") as file:
            return file.read().decode(errors="replace")

    def end(self):
        """Leaves by the keyboard; nothing may have been said on standard error."""
        self.key("ctrl+q")
        status = self.process.wait(PATIENCE)
        said = self.stderr().strip()
        if status != 0 or said:
            raise Lost(f"the program ended with {status} and said:\n{said}")


def report(name, function):
    """One TAP line for one journey."""
    try:
        function()
    except Exception as error:  # every failure is the journey's result
        print(f"not ok 1 {name}")
        for line in str(error).splitlines():
            print(f"# {line}")
        print("1..1")
        sys.exit(1)
    print(f"ok 1 {name}")
    print("1..1")
