# shellcheck shell=bash disable=SC2154 # what environment.sh sets
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A Debian 13 root (on Ubuntu: of its release 26.04) in the user's cache, for systems whose own
# libraries are too old. Sourced by environment.sh.
#
# A root has the hash of how it is made in its name. It is made under another name and renamed
# when it is complete, so one that was cut off is never used. Whoever uses a root holds a shared
# lock on its folder; the one who makes a new one removes the old ones that nobody holds.

# Sets $root to the root that belongs here, and tells whether it is there.
find_root() {
  local hash
  # shellcheck source=/dev/null
  . /etc/os-release
  codename=${VERSION_CODENAME:-}
  case "$ID" in
    debian) suite=trixie components=main ;;
    ubuntu) suite=resolute components=main,universe ;;
    *) return 1 ;;
  esac
  hash=$({ declare -p suite components packages; declare -f make_root; } | sha256sum | head -c 12)
  environment=root$kind-$suite-$hash
  root=$cache/$environment
  [ -d "$root" ] && command -v bwrap >/dev/null
}

# The mirror that apt takes this release from. A “mirror+file:” list stands for its first entry.
find_mirror() {
  local uri
  # shellcheck disable=SC2016 # for apt to expand
  uri=$(apt-get indextargets --format '$(REPO_URI) $(CODENAME) $(COMPONENT)' \
      'Identifier: Packages' | awk -v name="$codename" '$2 == name && $3 == "main" { print $1; exit }')
  case $uri in
    mirror+file:*) uri=$(awk '/^[^#]/ { print $1; exit }' "${uri#mirror+file:}") ;;
  esac
  [ -n "$uri" ] || fail "apt knows no mirror of $codename; run “apt-get update” as root first"
  echo "$uri"
}

# Options that bring apt's proxies into the new root's making.
proxy_options() {
  apt-config dump | sed -n 's/^\(Acquire::[a-z]*::[Pp]roxy.* ".\+";\)$/--aptopt=\1/p'
}

# Makes the root in a folder. A plain user has it packed in a user namespace and unpacks it as
# himself, so that he can remove it like any other folder.
# shellcheck disable=SC2016 # for the hook to expand
make_root() { # FOLDER
  local mirror options=()
  mirror=$(find_mirror)
  mapfile -t options < <(proxy_options)
  options+=(
    --variant=apt --components="$components" --include="${packages[*]}"
    --aptopt='Apt::Install-Recommends "false"' --dpkgopt=force-unsafe-io
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*'
    # A message bus wants a machine to have an id, which mmdebstrap would empty at the end.
    --skip=cleanup/reproducible
    --customize-hook='chroot "$1" dbus-uuidgen --ensure=/etc/machine-id'
  )
  if [ "$(id -u)" -eq 0 ]; then
    mmdebstrap --mode=root --format=directory "${options[@]}" "$suite" "$1" "$mirror"
  else
    mkdir "$1"
    mmdebstrap --mode=unshare --format=tar "${options[@]}" "$suite" - "$mirror" \
      | tar -x -C "$1" --no-same-owner --exclude='./dev/*'
  fi
}

# A plain user needs user namespaces, with a range of ids for mmdebstrap.
check_namespaces() {
  local user
  user=$(id -un)
  [ "$(id -u)" -ne 0 ] || return 0
  unshare --user --map-root-user --mount true 2>/dev/null \
    || fail 'user namespaces are not allowed here; as root, run' \
      '“sysctl -w kernel.unprivileged_userns_clone=1” (on Ubuntu also' \
      '“sysctl -w kernel.apparmor_restrict_unprivileged_userns=0”), and then this again'
  if ! grep -qs "^$user:" /etc/subuid || ! grep -qs "^$user:" /etc/subgid; then
    fail "$user has no subordinate ids; as root, run" \
      "“usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $user”, and then this again"
  fi
}

remove_old_roots() {
  local old
  for old in "$cache/root$kind-$suite"-*; do
    if [ -d "$old" ] && [ "$old" != "$root" ]; then
      flock --nonblock "$old" rm -rf --one-file-system "$old" || true
    fi
  done
}

set_up_root() {
  local making log=$cache/root.log started=$SECONDS
  rm -rf --one-file-system "$cache"/making-*
  making=$cache/making-$$
  say "making a $suite root in $cache (about 1.5 minutes, once; the log is $log)"
  if ! make_root "$making" >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    rm -rf --one-file-system "$making"
    fail "the root could not be made; the whole log is $log"
  fi
  mv "$making" "$root"
  remove_old_roots
  say "the root is ready after $((SECONDS - started)) s"
}

# Makes the root unless another process has just made it.
prepare_root() {
  local lock
  [ -n "$root" ] || fail "“$PRETTY_NAME” is neither Debian nor Ubuntu, and its GTK is too old;" \
    'use Debian 13, Ubuntu 26.04, or another system with GTK 4.18 and libadwaita 1.7'
  mkdir -p "$cache" 2>/dev/null || fail "$cache can't be made; set XDG_CACHE_HOME to a folder of your own"
  exec {lock}>"$cache/lock"
  flock "$lock"
  if [ "$(id -u)" -eq 0 ]; then
    need_packages bubblewrap mmdebstrap
  else
    need_packages bubblewrap mmdebstrap uidmap
    check_namespaces
  fi
  [ -d "$root" ] || set_up_root
  exec {lock}>&-
}

# Keeps the root from being removed for as long as this process and its children live.
hold_root() {
  exec {root_lock}<"$root"
  flock --shared "$root_lock"
}

# The system is the root's; everything that is the user's is where it is outside.
inside_root() {
  local folder name options=()
  for folder in usr etc var/cache var/lib; do
    options+=(--ro-bind "$root/$folder" "/$folder")
  done
  for name in bin sbin lib lib32 lib64; do
    [ ! -L "$root/$name" ] || options+=(--symlink "usr/$name" "/$name")
  done
  for folder in /*; do
    case $folder in
      /bin | /sbin | /lib* | /usr | /etc | /var | /dev | /proc | /sys | /run | /boot) ;;
      *) [ ! -d "$folder" ] || [ -L "$folder" ] || options+=(--bind "$folder" "$folder") ;;
    esac
  done
  options+=(--dev-bind /dev /dev --proc /proc --ro-bind /sys /sys --tmpfs /run --dir /var/tmp)
  options+=(--ro-bind-try /run/dbus /run/dbus)
  for name in passwd group hosts resolv.conf; do
    [ ! -e "$root/etc/$name" ] || options+=(--ro-bind-try "/etc/$name" "/etc/$name")
  done
  [ -z "${XDG_RUNTIME_DIR:-}" ] || options+=(--bind-try "$XDG_RUNTIME_DIR" "$XDG_RUNTIME_DIR")
  # What is set for the programs and libraries of the system outside would mislead those inside.
  for name in CC CFLAGS CPATH C_INCLUDE_PATH GIO_EXTRA_MODULES GI_TYPELIB_PATH GTK_PATH \
    LDFLAGS LD_LIBRARY_PATH LD_PRELOAD LIBRARY_PATH PKG_CONFIG_PATH PYTHONHOME PYTHONPATH; do
    options+=(--unsetenv "$name")
  done
  options+=(--setenv TZ "${TZ:-$(readlink /etc/localtime | sed -n 's|.*/zoneinfo/||p')}")
  bwrap --die-with-parent --unshare-pid "${options[@]}" \
    --setenv PATH "${run_path:+$run_path:}/usr/bin:/usr/sbin:/bin:/sbin" -- "$@"
}
