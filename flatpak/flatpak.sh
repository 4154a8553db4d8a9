# shellcheck shell=bash disable=SC2154 # what dev sets
# SPDX-License-Identifier: GPL-3.0-or-later
#
# dev flatpak: builds the Flatpak, installs it and starts it, or tries the sandbox. Sourced by dev.
#
# Everything is in an installation of its own in the user's cache. The GNOME runtime is used where
# it is installed or can be had. Elsewhere a stand-in is made on the spot from the root that
# root.sh makes: not what users get, but a sandbox all the same.

application=io.github.mpsdesk.MpsDesk
stand_in=io.github.mpsdesk.StandIn
flathub=https://dl.flathub.org/repo/flathub.flatpakrepo
manifest=$source/flatpak/$application.json

gnome_version() {
  sed -n 's/^ *"runtime-version": "\(.*\)",$/\1/p' "$manifest"
}

# Whether the GNOME runtime is there or a remote has it. No answer within a minute is a no.
gnome_can_be_had() {
  local version
  version=$(gnome_version)
  if flatpak info "org.gnome.Sdk//$version" && flatpak info "org.gnome.Platform//$version"; then
    return 0
  fi
  timeout 60 flatpak --user remote-add --if-not-exists flathub "$flathub" \
    && timeout 60 flatpak --user remote-info flathub "org.gnome.Sdk//$version"
} >/dev/null 2>&1

# The root's /usr and /etc, as links, in the form that a runtime has.
lay_out_stand_in() { # FOLDER
  mkdir "$1" "$1/files"
  cp -al "$root/usr" "$1/usr"
  cp -al "$root/etc" "$1/usr/etc"
  cat >"$1/metadata" <<END
[Runtime]
name=$stand_in
runtime=$stand_in/$(flatpak --default-arch)/$branch
sdk=$stand_in/$(flatpak --default-arch)/$branch
END
}

remove_stand_ins() {
  local ref
  flatpak --user list --runtime --columns=ref | { grep "^$stand_in/" || true; } | while read -r ref; do
    flatpak --user uninstall --assumeyes --noninteractive --force-remove "$ref" >/dev/null
  done
  rm -rf "$cache/stand-in" "$cache/stand-in-repo"
}

# The repository keeps files as they are, so that installing from it takes links and no room.
export_stand_in() {
  local repo=$cache/stand-in-repo
  ostree init --mode=bare-user-only --repo="$repo"
  flatpak build-export --disable-sandbox --runtime "$repo" "$cache/stand-in" "$branch"
  rm -rf "$cache/stand-in"
  flatpak --user remote-add --if-not-exists --no-gpg-verify stand-in "file://$repo"
  flatpak --user install --assumeyes --noninteractive stand-in "$stand_in//$branch"
}

make_stand_in() {
  local started=$SECONDS
  find_root || prepare_root
  hold_root
  branch=${environment#root-}
  if flatpak --user info "$stand_in//$branch" >/dev/null 2>&1; then
    return
  fi
  say "making a runtime of the root, to stand in for GNOME's (about 1 minute, once)"
  remove_stand_ins
  lay_out_stand_in "$cache/stand-in"
  quietly "$cache/stand-in.log" export_stand_in
  say "the runtime is ready after $((SECONDS - started)) s"
}

# flatpak-builder would build everything again each time, since it does not look into folders.
hash_sources() { # MANIFEST
  {
    cat "$1"
    cd "$source" || return
    find . \( -path ./.git -o -path ./_build \) -prune -o -type f -print0 | LC_ALL=C sort -z \
      | xargs -0 sha256sum
  } | sha256sum
}

build_flatpak() { # MANIFEST OPTION…
  local log=$cache/flatpak-builder.log state=$cache/flatpak-builder from=$1 now
  shift
  mkdir -p "$state"
  now=$(hash_sources "$from")
  if [ "$(cat "$state/installed" 2>/dev/null)" = "$now" ] \
    && flatpak --user info "$application" >/dev/null 2>&1; then
    say 'what is installed is built of these sources'
    return
  fi
  say "building and installing with flatpak-builder, tests included (the log is $log)"
  quietly "$log" flatpak-builder --user --install --force-clean --disable-rofiles-fuse \
    --delete-build-dirs --state-dir="$state" "$@" "$state/build" "$from"
  echo "$now" >"$state/installed"
}

install_flatpak() {
  local derived=$cache/stand-in.json
  if gnome_can_be_had; then
    build_flatpak "$manifest" --install-deps-from=flathub
  else
    say "the GNOME runtime $(gnome_version) is not installed, and Flathub can't be reached"
    make_stand_in
    inside "$source/flatpak/stand-in-manifest" "$manifest" "$stand_in" "$branch" >"$derived"
    build_flatpak "$derived"
  fi
}

need_programs() { # PACKAGE…
  local program
  if command -v apt-get >/dev/null; then
    need_packages "$@"
  else
    for program in eu-strip flatpak flatpak-builder ostree; do
      command -v "$program" >/dev/null || fail "install $program, and then run this again"
    done
  fi
}

command_flatpak() {
  local branch
  if [ $# -gt 1 ] || { [ $# -eq 1 ] && [ "$1" != --try ]; }; then
    usage
  fi
  export FLATPAK_USER_DIR=$cache/flatpak
  export XDG_DATA_DIRS=$FLATPAK_USER_DIR/exports/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}
  mkdir -p "$cache"
  need_programs bubblewrap elfutils flatpak flatpak-builder ostree
  install_flatpak
  if [ $# -gt 0 ]; then
    need_programs dbus-x11 at-spi2-core gir1.2-atspi-2.0 imagemagick openbox python3-gi \
      xdg-desktop-portal xdg-desktop-portal-gtk xdotool x11-utils xvfb
    # The system's Python, which has what was just asked for.
    /usr/bin/python3 "$source/flatpak/try-flatpak"
  elif [ -n "${WAYLAND_DISPLAY:-}${DISPLAY:-}" ]; then
    say "starting it; its data is in ~/.var/app/$application"
    flatpak --user run "$application"
  else
    say 'it is installed; there is no display to start it on, so try “flatpak/dev flatpak --try”'
  fi
}
