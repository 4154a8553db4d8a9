# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader is told: the objects that are showing, the stops of the Tab key, and the
announcements, each read from AT-SPI once."""

import subprocess
import time

from journey import LEAVES, PATIENCE, Atspi, GLib, Journey, Lost

ROWS = ("list item", "table row", "row header")
# Of the many rows of a table, or a long list, which are all made alike.
ENOUGH_ROWS = {"table row": 3, "list item": 12, "row header": 12}
MANY_TABS = 120
MANY_AGAIN = 3
QUIET = 0.15  # seconds
FOCUS_PATIENCE = 4.0  # seconds
DIALOG_DEPTH = 5  # how far in the window a dialog is at most


class Object:
    """One accessible object as it was when it was read."""

    def __init__(self, node, parent):
        self.node, self.parent, self.children = node, parent, []
        self.role, self.name = node.get_role_name(), node.get_name() or ""
        states = node.get_state_set()
        self.focusable = states.contains(Atspi.StateType.FOCUSABLE)
        self.sensitive = (states.contains(Atspi.StateType.SENSITIVE)
                          and (parent is None or parent.sensitive))
        self.path = node.path

    def ancestors(self):
        node = self.parent
        while node:
            yield node
            node = node.parent

    def is_within(self, *roles):
        return any(node.role in roles for node in self.ancestors())

    def __str__(self):
        return f"{self.role} “{self.name}”"

    def place(self):
        """Where it is, for a person to read: the named objects around it."""
        around = [str(node) for node in self.ancestors() if node.name]
        return " in ".join([str(self), *around[:2]])


def get_extents(node):
    box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
    return box.x, box.y, box.x + box.width, box.y + box.height


def is_showing(node):
    return node.get_state_set().contains(Atspi.StateType.SHOWING)


def read(node, parent=None):
    """An object and all that is showing in it; of many rows that are alike the first few."""
    this = Object(node, parent)
    if this.role in LEAVES:
        return this
    rows = dict.fromkeys(ROWS, 0)
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is None or not is_showing(child):
            continue
        role = child.get_role_name()
        if role in rows:
            rows[role] += 1
            if rows[role] > ENOUGH_ROWS[role]:
                continue
        this.children.append(read(child, this))
    return this


def flatten(this):
    yield this
    for child in this.children:
        yield from flatten(child)


class Screen(Journey):
    """A journey that listens: to where the keyboard goes, and to what is announced."""

    def __init__(self, program, arguments, language):
        self.focus, self.moves, self.announced = None, 0, []
        super().__init__(program, arguments, language)
        self.listener = Atspi.EventListener.new(self._on_event)
        self.listener.register("object:state-changed:focused")
        self.listener.register("object:announcement")

    def _on_event(self, event):
        if event.type.startswith("object:announcement"):
            self.announced.append(event.any_data)
        elif event.detail1:
            self.focus = event.source
            self.moves += 1

    def window(self):
        return self.wait_for_window(self.say("MPS Desk"))

    def around_focus(self, role):
        """What of a role the keyboard is in, such as what has popped up."""
        node = self.wait(self.focused, "the keyboard")
        while node.get_role_name() != role:
            node = node.get_parent()
        return node

    def resize(self, width, height):
        """Makes the window, which has a frame of shadows around it, so wide and high."""
        subprocess.run(["xdotool", "getactivewindow", "windowsize", str(width), str(height)],
                       check=True)

    def listen(self, question, patience):
        """Takes what the program says until the answer is true, or the patience is at its end."""
        end = time.monotonic() + patience
        context = GLib.MainContext.default()
        while not (answer := question()) and time.monotonic() < end:
            if not context.iteration(False):
                time.sleep(0.002)
        return answer

    def look(self, role, name, within=None):
        """A dialog lies above the page, and so need not be looked for in it."""
        if role not in ("dialog", "alert") or within:
            return super().look(role, name, within)
        nodes = [self.application]
        for _ in range(DIALOG_DEPTH):
            nodes = [child for node in nodes for i in range(node.get_child_count())
                     if (child := node.get_child_at_index(i)) and is_showing(child)]
            for node in nodes:
                if node.get_role_name() == role and self._is_called(node.get_name(), name):
                    return node
        return None

    def settle(self):
        """Hears what was said before."""
        self.listen(lambda: False, QUIET)

    def has_arrived(self, moves):
        """Whether the keyboard has gone somewhere since, and is still there."""
        try:
            return self.moves > moves and self.has_state(self.focus, Atspi.StateType.FOCUSED)
        except GLib.Error:  # it is gone
            return False

    def tab(self):
        """Presses Tab, and returns where it led, or None."""
        moves = self.moves
        self.key("Tab")
        return self.focus if self.listen(lambda: self.has_arrived(moves), FOCUS_PATIENCE) else None

    def reach(self, role, name, within=None):
        """The same as a journey, but listens to where the keyboard goes."""
        self.find_sensitive(role, name, within)
        for _ in range(MANY_TABS):
            node = self.focused(within) if self.focus is None else self.focus
            if node and node.get_role_name() == role and self._is_called(node.get_name(), name):
                return node
            self.tab()
        raise Lost(f"Tab does not lead to {role} “{name}”")

    def tab_around(self):
        """The stops of the Tab key, until they begin again."""
        self.settle()
        stops, paths, again = [], [], 0
        for _ in range(MANY_TABS):
            node = self.tab()
            if node is None or (paths and node.path == paths[0]) or again == MANY_AGAIN:
                return stops
            if node.path in paths:
                again += 1  # Tab goes around in less than what it began in
            else:
                stops.append(node)
                paths.append(node.path)
        names = ", ".join(f"{node.get_role_name()} “{node.get_name()}”" for node in stops[-10:])
        raise Lost(f"{MANY_TABS} Tabs do not lead back; the last of them: {names}")

    def expect_announced(self, text):
        """That a text, or one that has it, was said to screen readers since the last time."""

        def question():
            return any(text in said for said in self.announced)

        if not self.listen(question, PATIENCE):
            raise Lost(f"“{text}” was not announced, only: {self.announced}")
        self.announced = []
