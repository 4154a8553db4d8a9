# shellcheck shell=bash disable=SC2154 # what dev sets
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Where MPS Desk is built and run: the system itself where its libraries are new enough, else a
# Debian 13 root in the user's cache, entered with bubblewrap. Sourced by dev, which sets $source.
#
# use_more_packages     asks for what only some commands need
# prepare_environment   finds or makes it, and says what it does
# inside COMMAND…       runs a command in it, in the current folder, with $run_path on the PATH
# $environment          its name, which changes when what is in it changes

# shellcheck source=flatpak/root.sh
. "$source/flatpak/root.sh"

cache=${XDG_CACHE_HOME:-${HOME:?HOME must name a folder}/.cache}/mps-desk
environment=
root=
kind=
run_path=
lists_are_fresh=

# What is built with, what is run with, what is tested with, and what helps in finding faults.
packages=(
  gcc libc6-dev make meson ninja-build pkg-config gettext blueprint-compiler
  libgtk-4-dev libadwaita-1-dev libsqlite3-dev libcsv-dev libjson-glib-dev libglib2.0-bin
  adwaita-icon-theme fonts-cantarell fonts-noto-cjk gsettings-desktop-schemas iso-codes
  libgl1-mesa-dri librsvg2-common locales-all shared-mime-info tzdata
  appstream at-spi2-core dbus dbus-x11 desktop-file-utils gir1.2-atspi-2.0 git groff-base
  imagemagick mandoc openbox python3 python3-gi sqlite3 x11-utils xauth xdotool xvfb
  ca-certificates clang-format gdb shellcheck valgrind
)

# What analyze, coverage and fuzz need besides.
more_packages=(clang clang-tidy clang-tools cppcheck gcovr libclang-rt-dev llvm)

# pkg-config's name and the least version, as in the libraries table of the build.
modules=(
  'glib-2.0 2.84' 'gio-unix-2.0 2.84' 'gtk4 4.18' 'libadwaita-1 1.7' 'sqlite3 3.46'
  'json-glib-1.0 1.10' 'iso-codes 4'
)
tools=(
  appstreamcli cc dbus-run-session desktop-file-validate gio import meson msgfmt ninja openbox
  pkg-config python3 sqlite3 update-mime-database xdotool xprop xwininfo Xvfb
)
more_tools=(clang clang-tidy cppcheck gcovr llvm-symbolizer scan-build)

# To be called before prepare_environment. A root with more in it is another one.
use_more_packages() {
  packages+=("${more_packages[@]}")
  tools+=("${more_tools[@]}")
  kind=-analysis
}

say() {
  printf 'dev: %s\n' "$*" >&2
}

fail() {
  say "$@"
  exit 1
}

version_of() {
  "$1" --version 2>/dev/null | head -n 1
}

is_at_least() { # VERSION MINIMUM
  [ "$(printf '%s\n' "$1" "$2" | sort -V | head -n 1)" = "$2" ]
}

# Whether the system can build, run and test MPS Desk as it is.
system_is_enough() {
  local module tool
  for tool in "${tools[@]}"; do
    command -v "$tool" >/dev/null || return 1
  done
  for module in "${modules[@]}"; do
    pkg-config --atleast-version="${module#* }" "${module% *}" || return 1
  done
  is_at_least "$(version_of meson)" 1.7 || return 1
  is_at_least "$(version_of blueprint-compiler)" 0.16 || return 1
  echo '#include <csv.h>' | cc -E - >/dev/null 2>&1 || return 1
  python3 -c 'import gi; gi.require_version("Atspi", "2.0")' 2>/dev/null
}

candidate_of() {
  LC_ALL=C apt-cache policy "$1" 2>/dev/null | sed -n 's/^ *Candidate: \([0-9].*\)/\1/p'
}

# Whether this Debian, Ubuntu or what is made of them has libraries that are new enough.
distribution_is_enough() {
  is_at_least "$(candidate_of libgtk-4-dev)" 4.18 \
    && is_at_least "$(candidate_of libadwaita-1-dev)" 1.7 \
    && is_at_least "$(candidate_of meson)" 1.7
}

missing_packages() { # PACKAGE…
  local package
  for package; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] \
      || echo "$package"
  done
}

# Once, and only as root.
refresh_package_lists() {
  [ "$(id -u)" -eq 0 ] && [ -z "$lists_are_fresh" ] || return 0
  say 'refreshing the package lists (apt-get update)'
  apt-get update -qq >&2 || fail 'apt-get update failed; see above'
  lists_are_fresh=yes
}

# Installs packages of the system. Root is taken only where it is held or the user agrees.
install_packages() { # PACKAGE…
  local answer=no become=()
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null && [ -t 0 ]; then
      say "these packages are missing: $*"
      read -r -p 'dev: install them with “sudo apt-get install”? [y/N] ' answer
    fi
    case $answer in
      [yY]*) become=(sudo) ;;
      *) fail "as root, run “apt-get install $*”, and then this again" ;;
    esac
  fi
  say "installing with apt-get: $*"
  "${become[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "$@" >/dev/null </dev/null \
    || fail 'apt-get install failed; see above'
}

# Installs of the named packages those that are not there.
need_packages() { # PACKAGE…
  local missing
  mapfile -t missing < <(missing_packages "$@")
  [ ${#missing[@]} -eq 0 ] && return
  refresh_package_lists
  install_packages "${missing[@]}"
}

# Whether the distribution's packages are to be used; root looks for them in fresh lists.
distribution_serves() {
  [ -n "$(candidate_of libgtk-4-dev)" ] || refresh_package_lists
  distribution_is_enough
}

prepare_environment() {
  if system_is_enough; then
    environment=system
  elif ! command -v apt-get >/dev/null; then
    fail "install these (your distribution's names may differ), and then run this again:" \
      'GTK ≥ 4.18, libadwaita ≥ 1.7, SQLite ≥ 3.46, json-glib ≥ 1.10, libcsv, iso-codes,' \
      "Blueprint ≥ 0.16, Meson ≥ 1.7, and the programs ${tools[*]}"
  elif find_root; then
    hold_root
  elif distribution_serves; then
    need_packages "${packages[@]}"
    environment=system
  else
    prepare_root
    hold_root
  fi
}

inside() {
  if [ "$environment" = system ]; then
    env PATH="${run_path:+$run_path:}$PATH" "$@"
  else
    inside_root "$@"
  fi
}
