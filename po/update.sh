#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Collects the strings of all sources and merges them into ja.po. Run it after changing a string;
# then translate.
set -eu
cd "$(dirname "$0")/.."
po/list-sources.sh >po/POTFILES.in
pot=$(mktemp)
trap 'rm -f "$pot"' EXIT
po/extract.sh >"$pot"
msgmerge --quiet --update --backup=none --no-fuzzy-matching po/ja.po "$pot"
msgattrib --no-obsolete --output-file=po/ja.po po/ja.po
msgfmt --check --statistics --output-file=/dev/null po/ja.po
