#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Fails when a string of the sources has no Japanese translation, or can't have one.
set -eu
cd "$1"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
fail() { # MESSAGE FILE
  printf '%s\n' "$1"
  cat "$2"
  exit 1
}

po/list-sources.sh >"$folder/sources"
diff po/POTFILES.in "$folder/sources" >"$folder/diff" \
  || fail 'POTFILES.in is out of date; run po/update.sh:' "$folder/diff"
po/extract.sh >"$folder/pot" 2>"$folder/warnings"
[ ! -s "$folder/warnings" ] || fail 'cannot be translated as they are:' "$folder/warnings"
msgfmt --check --output-file=/dev/null po/ja.po
msgmerge --quiet --no-fuzzy-matching --output-file="$folder/merged" po/ja.po "$folder/pot"
msgattrib --untranslated "$folder/merged" >"$folder/missing"
msgattrib --only-fuzzy "$folder/merged" >>"$folder/missing"
[ ! -s "$folder/missing" ] || fail 'without a translation; run po/update.sh:' "$folder/missing"
