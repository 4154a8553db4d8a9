# SPDX-License-Identifier: GPL-3.0-or-later
"""What every page and dialog has to keep to, for those who can't see it or can't use a pointer.

A rule yields what breaks it, as an object and a sentence. What GTK itself breaks, and what can't
be mended from here, is excused below with its reason.
"""

import os
import re

from journey import Atspi
from screen import ROWS, flatten, get_extents

# What somebody presses, chooses or writes into.
CONTROLS = (
    "button", "toggle button", "check box", "radio button", "switch", "combo box", "entry", "text",
    "password text", "spin button", "slider", "link", "menu item", "check menu item",
    "radio menu item", "page tab",
)
NO_ROLES = ("panel", "filler", "unknown", "invalid", "redundant object")
SAME_LINE = 4  # pixels by which things that stand in a line may begin higher or lower


def is_window_button(this):
    """Of the window itself, which the desktop's own keys minimize, maximize and close."""
    around = this.parent
    return this.role == "button" and around.role == "grouping" and not around.name and all(
        other.role == "button" for other in around.children)


# (reason, what it is)
EXCUSES = (
    ("GtkScrolledWindow takes the keyboard where nothing in it can, to be scrolled with the arrows",
     lambda this: this.role == "scroll pane"),
    ("AdwComboRow shows its choice in a list of its own, which the row speaks for",
     lambda this: this.is_within("combo box") and len(this.parent.children) == 1),
    ("AdwExpanderRow is a row around a list around a row, of which the inner one has the name",
     lambda this: this.role == "list item" and any(other.role == "list item" and other.name
                                                   for other in flatten(this))),
)


def is_excused(this):
    return any(excuse(this) for _, excuse in EXCUSES)


def check_names(objects, stops):
    """Each interactive object has a name that can be said."""
    visited = {stop.path for stop in stops}
    for this in objects:
        if this.role not in CONTROLS + ROWS and this.path not in visited:
            continue
        if not this.name.strip() and not is_excused(this):
            yield this, "has no name"
        elif re.search(r"(^|\W)_\w", this.name) or this.name.endswith("-symbolic"):
            yield this, "has a name that nobody would say"


def check_roles(objects, stops):
    """Each object that takes the keyboard says what it is."""
    visited = {stop.path for stop in stops}
    for this in objects:
        if this.path in visited and this.role in NO_ROLES:
            yield this, "takes the keyboard without a role"


def check_seen(objects, stops):
    """What is told is on the screen: an Adw.Banner is told even when it is not revealed."""
    for this in objects:
        if this.role == "grouping" and this.name.strip():
            left, top, right, bottom = get_extents(this.node)
            if right <= left or bottom <= top:
                yield this, "is told, but not seen"


def check_images(objects, stops):
    """An image has a name, or is there for presentation only."""
    for this in objects:
        if this.role in ("image", "icon") and not this.name.strip():
            yield this, "has neither a name nor is for presentation only"


def is_reached(this, visited, entered):
    """By Tab itself, or with the arrow keys in a list, a table or a menu that Tab leads to."""
    inside = [this, *this.ancestors()]
    if any(other.path in visited for other in inside):
        return True
    return any(other.role in (*ROWS, "menu", "tab list") and get_list(other) in entered
               for other in inside)


def get_list(this):
    """The list or table around a row, as a path."""
    for other in this.ancestors():
        if other.role in ("list", "list box", "table", "tree table", "tree", "menu"):
            return other.path
    return None


def check_keyboard(objects, stops):
    """Nothing is reached only by pointer."""
    visited = {stop.path for stop in stops}
    by_path = {this.path: this for this in objects}
    entered = {get_list(by_path[path]) for path in visited if path in by_path}
    # A group of radio buttons is gone through with the arrow keys.
    radios = {this.parent for this in objects if this.role == "radio button" and this.path in visited}
    for this in objects:
        if this.role not in CONTROLS or not this.sensitive or is_window_button(this):
            continue
        if any(other.path in visited for other in flatten(this)) or this.parent in radios:
            continue
        if not is_reached(this, visited, entered):
            yield this, "is not reached with the keyboard"


def find_common(one, other):
    """The innermost object around both, and what in it has the one and the other."""
    chain = [one, *one.ancestors()]
    below = other
    for node in [other, *other.ancestors()]:
        if node in chain:
            i = chain.index(node)
            return node, chain[i - 1] if i else node, below
        below = node
    return None, one, other


def comes_before(this, that, right_to_left):
    """Whether it stands before the other: above it, or in its line and nearer to the start. From
    right to left GTK 4.18 still goes from left to right in a line, in a plain GtkBox too."""
    left, top, right, bottom = get_extents(this.node)
    other_left, other_top, other_right, other_bottom = get_extents(that.node)
    if bottom <= other_top + SAME_LINE and left < other_right and right > other_left:
        return True
    in_line = top < other_bottom - SAME_LINE and bottom > other_top + SAME_LINE
    return in_line and not right_to_left and right <= other_left + SAME_LINE


def check_order(objects, stops):
    """Tab goes in the order of reading: once around, back to the top at most once."""
    right_to_left = os.environ.get("MPS_JOURNEY_LOCALE", "").startswith(("ar", "he"))
    by_path = {this.path: this for this in objects}
    here = [by_path[stop.path] for stop in stops if stop.path in by_path]
    back = []
    for one, other in zip(here, here[1:]):
        _, around_one, around_other = find_common(one, other)
        if around_one is not around_other and comes_before(around_other, around_one, right_to_left):
            back.append((other, f"comes after {one}, though it stands before it"))
    # Where Tab begins is not always the top.
    return back[1:] if len(back) > 1 or not here else []


def has_sorting_titles(table):
    """A title that sorts by a click has a place for an arrow behind its words."""
    titles = table.children[0].children if table.children else []
    return any(title.role == "filler" and title.children and len(title.children[0].children) > 1
               for title in titles)


def get_controlled(this):
    """The paths of what an object says to control."""
    for relation in this.node.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.CONTROLLER_FOR:
            for i in range(relation.get_n_targets()):
                yield relation.get_target(i).path


def check_sorting(objects, stops):
    """A table that is sorted by its titles, where only the pointer gets, is sorted by a control
    too."""
    visited = {stop.path for stop in stops}
    controlled = {path for this in objects if this.role in CONTROLS for path in get_controlled(this)
                  if any(other.path in visited for other in flatten(this))}
    for this in objects:
        if this.role == "tree table" and has_sorting_titles(this) and this.path not in controlled:
            yield this, "is sorted by pointer only"


def check_unique(objects, stops):
    """Two controls in one container do not have the same name."""
    seen = {}
    for this in objects:
        if this.role not in CONTROLS or not this.name or not this.focusable:
            continue
        around = next((other for other in this.ancestors()
                       if other.role in (*ROWS, "dialog", "alert", "frame", "menu", "table cell")
                       or other.name), None)
        key = (around, this.role, this.name)
        if key in seen:
            yield this, "has the name of another one beside it"
        seen[key] = this


RULES = (check_names, check_roles, check_seen, check_images, check_unique)
# Of what Tab goes around in; a menu has the arrow keys.
KEYBOARD_RULES = (check_keyboard, check_order, check_sorting)
