#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Fails when a string of the sources has no Japanese translation.
set -eu
cd "$1"
pot=$(mktemp) && merged=$(mktemp)
trap 'rm -f "$pot" "$merged"' EXIT
msgfmt --check --output-file=/dev/null po/ja.po
po/extract.sh >"$pot"
msgmerge --quiet --no-fuzzy-matching --output-file="$merged" po/ja.po "$pot"
missing=$(msgattrib --untranslated "$merged"; msgattrib --only-fuzzy "$merged")
[ -z "$missing" ] || { printf 'without a translation:\n%s\n' "$missing"; exit 1; }
