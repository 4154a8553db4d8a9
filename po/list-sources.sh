#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Prints which files have strings to translate, as POTFILES.in has them.
set -eu
cd "$(dirname "$0")/.."
echo "# SPDX-License-Identifier: GPL-3.0-or-later"
echo "# Made by po/update.sh"
find src ui data \( -name '*.[ch]' -o -name '*.blp' -o -name '*.in' -o -name '*.gschema.xml' \) \
    ! -name '*.service.in' -type f | LC_ALL=C sort | while read -r file; do
  if grep -qE '(^|[^A-Za-z_])(N?C?_|[a-z_]*ngettext) ?\(("|$)|<summary>|<comment>|^Name=' "$file"; then
    echo "$file"
  fi
done
