# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of the bench: what was measured, and whether the goals hold."""

import os
import platform

LARGE = 1000000


def show_time(seconds):
    if seconds < 1e-3:
        return f"{seconds * 1e6:.0f} µs"
    return f"{seconds * 1e3:.3g} ms" if seconds < 1 else f"{seconds:.2f} s"


def faster(times):
    return (f"≥ {times} × faster", lambda result, _: result.ratio >= times)


def within(seconds):
    return (f"≤ {show_time(seconds)}", lambda result, _: result.ours.median <= seconds)


def steady(times):
    """Not more than that many times as long as in the smallest fleet."""
    def holds(result, results):
        smallest = min((other for other in results if other.job == result.job),
                       key=lambda other: other.size)
        return result.ours.median <= times * smallest.ours.median
    return (f"≤ {times} × the smallest", holds)


# What each job is, and the goals that are judged at the largest fleet it was measured at.
JOBS = {
    "import": ("Import of a fleet list", [faster(3)]),
    "import-again": ("The same list again, 1 % changed", [faster(4)]),
    "import-contacts": ("Import of 300 contacts", [within(0.1)]),
    "statuses": ("All nine statuses, counted", [within(0.01), faster(100)]),
    "assign-one": ("One contact assigned", [steady(1.5)]),
    "search 東": ("Search of contacts, “東”", [within(0.016)]),
    "search s": ("Search of contacts, “s”", [within(0.016)]),
    "search 渡辺": ("Search of contacts, “渡辺”", [within(0.016)]),
    "search person0000999": ("Search of contacts, “person0000999”", [within(0.016)]),
    "eligibility": ("`mpsctl eligibility --json`", [faster(1)]),
}


def show_side(side):
    if not side.seconds:
        return "–"
    return f"{show_time(side.median)} ({show_time(min(side.seconds))}–{show_time(max(side.seconds))})"


def show_memory(side):
    return f"{side.memory / 1e6:.0f} MB" if side.memory else "–"


def show_growth(result, results):
    """How much longer a row takes here than in the smallest fleet."""
    smallest = min((other for other in results if other.job == result.job),
                   key=lambda other: other.size)
    if smallest is result:
        return "1"
    per_row = (result.ours.median / result.size) / (smallest.ours.median / smallest.size)
    return f"{per_row:.2f}"


def judge(result, results):
    """The goals, where this is the largest fleet of its job."""
    largest = max((other for other in results if other.job == result.job),
                  key=lambda other: other.size)
    if largest is not result:
        return ""
    return ", ".join(f"{words}: {'yes' if holds(result, results) else 'NO'}"
                     for words, holds in JOBS[result.job][1])


HEADER = ("job", "rows", "MPS Desk", "instead", "ratio", "memory", "instead", "growth a row",
          "goal")


def make_rows(results):
    for result in results:
        ratio = f"{result.ratio:.1f} ×" if result.theirs.seconds else "–"
        yield (JOBS[result.job][0], f"{result.size:,}", show_side(result.ours),
               show_side(result.theirs), ratio, show_memory(result.ours),
               show_memory(result.theirs), show_growth(result, results), judge(result, results))


def describe_machine():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        models = [line.split(":")[1].strip() for line in file if line.startswith("model name")]
    memory = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    load = ", ".join(f"{value:.2f}" for value in os.getloadavg())
    return (f"{models[0] if models else platform.machine()}, {len(models)} processors, "
            f"{memory:.0f} GiB; load of the last 1, 5 and 15 minutes: {load}")


def print_results(results, markdown):
    rows = [HEADER, *make_rows(results)]
    print(describe_machine() + "\n")
    if markdown:
        rows.insert(1, ["---"] * len(HEADER))
        for row in rows:
            print("| " + " | ".join(row) + " |")
        return
    widths = [max(len(row[i]) for row in rows) for i in range(len(HEADER))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())
