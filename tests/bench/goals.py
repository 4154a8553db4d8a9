# SPDX-License-Identifier: GPL-3.0-or-later
"""What each job of the bench is called, and the goals that are judged in its largest fleet."""

FRAME = 0.016


def show_time(seconds):
    if seconds < 1e-3:
        return f"{seconds * 1e6:.0f} µs"
    return f"{seconds * 1e3:.3g} ms" if seconds < 1 else f"{seconds:.2f} s"


def smallest_of(result, results):
    return min((other for other in results if other.job == result.job),
               key=lambda other: other.size)


def faster(times):
    return (f"≥ {times} × faster", lambda result, _: result.ratio >= times)


def within(seconds):
    return (f"≤ {show_time(seconds)}", lambda result, _: result.ours.median <= seconds)


def at_95(seconds):
    def holds(result, _):
        runs = sorted(result.ours.seconds)
        return runs[int(len(runs) * 0.95)] <= seconds
    return (f"≤ {show_time(seconds)} in 95 %", holds)


def always(seconds):
    return (f"≤ {show_time(seconds)} always", lambda result, _: max(result.ours.seconds) <= seconds)


def like_theirs(times):
    return (f"≤ {times} × GTK’s own", lambda result, _: result.ratio >= 1 / times)


def steady(times):
    """Not more than that many times as long as in the smallest fleet."""
    def holds(result, results):
        return result.ours.median <= times * smallest_of(result, results).ours.median
    return (f"≤ {times} × the smallest", holds)


def small(n_bytes):
    """What each row adds to what the program holds."""
    def holds(result, results):
        smallest = smallest_of(result, results)
        more = result.size - smallest.size
        return more > 0 and result.ours.memory - smallest.ours.memory <= n_bytes * more
    return (f"≤ {n_bytes} bytes a row", holds)


def each(n_bytes):
    """What is held of each row for this alone."""
    return (f"≤ {n_bytes} bytes a contact",
            lambda result, _: 0 < result.ours.memory <= n_bytes * result.size)


JOBS = {
    "import": ("Import of a fleet list", [faster(3)]),
    "import-again": ("The same list again, 1 % changed", [faster(4)]),
    "import-contacts": ("Import of 300 contacts", [within(0.1)]),
    "eligibility": ("`mpsctl eligibility --json`", [faster(1)]),
    "statuses": ("All nine statuses, counted", [within(0.01), faster(100)]),
    "assign-one": ("One contact assigned", [steady(1.5)]),
    "search reads": ("Reading all that a search of contacts looks at", []),
    "search 東": ("Search of contacts, “東”", [within(FRAME), each(64)]),
    "search s": ("Search of contacts, “s”", [within(FRAME), each(64)]),
    "search 渡辺": ("Search of contacts, “渡辺”", [within(FRAME), each(64)]),
    "search person0000999": ("Search of contacts, “person0000999”", [within(FRAME), each(64)]),
    "start": ("Start to rows on the screen", [within(1), steady(2), small(150)]),
    "sort": ("Sort by a column, to its frame", [faster(25)]),
    "filter": ("Search of printers, to its frame", [faster(10)]),
    "scroll": ("Scroll by three rows", [at_95(FRAME), like_theirs(1.1)]),
    "jump": ("Jump into the middle", [like_theirs(1.1)]),
    "assign": ("10,000 assignments", [within(0.3)]),
}

# The longest block of the main loop, in what its thread worked.
BLOCKS = {
    "open": "Open, to rows on the screen",
    "sort": "Sort by location",
    "sort by number": "Sort by serial number",
    "search": "Search of printers",
    "filter": "Filter by status",
    "select all": "Select all, and none",
    "scroll": "Scroll by three rows",
    "jump": "Jump into the middle",
    "assign": "10,000 assignments",
    "history": "History, with as many lines",
    "agents": "Agents page",
    "contacts": "Contacts page",
    "printers again": "Back to the printers page",
}

JOBS |= {f"block {name}": (f"Longest block: {words}", [always(FRAME)])
         for name, words in BLOCKS.items()}
