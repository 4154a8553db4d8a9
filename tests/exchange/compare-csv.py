#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the contacts files of the table by Python's csv module, in strict mode, and compares.

Of every file that is read, header, rows and cells must be the same, and the lines on which the
rows begin. A file with an unclosed quotation mark is one that Python refuses.
"""

import csv
import io
import json
import pathlib
import subprocess
import sys

dump_program, data = sys.argv[1], pathlib.Path(sys.argv[2])
N_FIELDS = 13


def read_by_python(text):
    """Header and rows without blank ones, each with its line before its cells."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows, line = [], 1
    for cells in reader:
        if any(cell.strip() for cell in cells):
            rows.append([line] + [cell.replace("\0", "\1") for cell in cells])
        line = reader.line_num + 1
    # Columns that tell why a row was rejected are not part of the contact.
    n_columns = len(rows[0])
    return rows[:1] + [row[:1 + N_FIELDS] if len(row) == n_columns else row for row in rows[1:]]


def compare(name, encoding):
    """What is wrong, or None."""
    text = (data / name).read_bytes().decode(encoding).removeprefix("\ufeff")
    dumped = subprocess.run([dump_program, "--dump", data / name, encoding], check=True,
                            stdout=subprocess.PIPE)
    ours = json.loads(dumped.stdout)
    theirs = read_by_python(text)
    if ours != theirs:
        return f"{ours} is not {theirs}"
    return None


def is_refused(name, encoding):
    """Whether Python refuses the file."""
    try:
        read_by_python((data / name).read_bytes().decode(encoding))
    except csv.Error:
        return True
    return False


csv.field_size_limit(8 * 1024 * 1024)
lines = (data / "contacts-files.tsv").read_text(encoding="utf-8").splitlines()[1:]
files = [line.split("\t") for line in lines]
files = [cells for cells in files if cells[2] == "read" and not cells[0].startswith("made-")]
print(f"1..{len(files)}")
for number, cells in enumerate(files, 1):
    name, encoding = cells[0], cells[3]
    if "unclosed-quote" in cells[6]:
        wrong = None if is_refused(name, encoding) else "Python reads it"
    else:
        wrong = compare(name, encoding)
    print(f"{'not ok' if wrong else 'ok'} {number} {name} {encoding}")
    if wrong:
        print(f"# {wrong}")
