#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-readme.py README.md MPSCTL DATA

Runs the commands of the “console” blocks, one after the other in a folder of their own, and fails
when one says something else than the document has. “…” stands for any text, and alone on a line
for any lines.
"""

import os
import re
import subprocess
import sys
import tempfile


def examples(readme):
    """Commands and what they should say."""
    with open(readme, encoding="utf-8") as file:
        blocks = re.findall(r"^```console\n(.*?)^```", file.read(), re.MULTILINE | re.DOTALL)
    for block in blocks:
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            # What is continued on another line ends in a backslash or in the middle of a pipe.
            match = re.match(r"(?:.*(?:\\|\|)\n)*.*\n", part)
            yield match.group(), part[match.end():]


def pattern_of(expected):
    lines = [".*\n" if line == "…" else ".*".join(map(re.escape, line.split("…"))) + "\n"
             for line in expected.splitlines()]
    return re.compile("".join("(?:.*\n)*" if line == ".*\n" else line for line in lines))


def run(command, environment, folder):
    done = subprocess.run(["bash", "-c", command], stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, cwd=folder, env=environment)
    return done.stdout


def main(readme, mpsctl, data):
    failed = n_examples = 0
    with tempfile.TemporaryDirectory(prefix="mps-readme-") as folder:
        os.mkdir(os.path.join(folder, "bin"))
        os.symlink(os.path.abspath(mpsctl), os.path.join(folder, "bin", "mpsctl"))
        os.symlink(os.path.abspath(data), os.path.join(folder, "data"))
        environment = {
            **os.environ,
            "PATH": os.path.join(folder, "bin") + os.pathsep + os.environ["PATH"],
            "XDG_DATA_HOME": folder,
        }
        for command, expected in examples(readme):
            said = run(command, environment, folder)
            n_examples += 1
            if not pattern_of(expected).fullmatch(said):
                failed += 1
                print(f"$ {command}says\n{said}instead of\n{expected}")
    print(f"{n_examples} examples, {failed} of which are wrong")
    return 1 if failed or n_examples == 0 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
