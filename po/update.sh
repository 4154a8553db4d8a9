#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Collects the strings of all sources into POTFILES.in and mps-desk.pot order,
# and merges them into ja.po. Run it after changing a string; then translate.
set -eu
cd "$(dirname "$0")/.."
{
  echo "# Made by po/update.sh"
  git ls-files 'src/*.c' 'ui/*.blp' 'data/*.in' 'data/*.gschema.xml' | LC_ALL=C sort | while read -r file; do
    if grep -qE '(^|[^A-Za-z_])(N?C?_|NC_|ngettext) ?\(|gettext|<summary>|^Name=' "$file"; then
      echo "$file"
    fi
  done
} >po/POTFILES.in
pot=$(mktemp)
trap 'rm -f "$pot"' EXIT
po/extract.sh >"$pot"
if [ -f po/ja.po ]; then
  msgmerge --quiet --update --backup=none --no-fuzzy-matching po/ja.po "$pot"
else
  msginit --no-translator --locale=ja --input="$pot" --output-file=po/ja.po
fi
msgfmt --check --statistics --output-file=/dev/null po/ja.po
