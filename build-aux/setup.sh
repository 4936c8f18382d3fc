# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Contingent authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What ./run and ./check share: installing what is missing, and building. Sourced, not run; expects $root (the source
# tree), $program (the name to put before messages) and $assume_yes. Must not start the product or a test.

say ()
{
  printf '%s: %s\n' "$program" "$*" >&2
}

# The rows of the wanted groups: group, Debian, Fedora, Arch, probe, reason.
package_rows ()
{
  awk -v groups=" $* " '!/^#/ && NF && index(groups, " " $1 " ")' "$root/build-aux/packages"
}

os_family ()
{
  local ID='' ID_LIKE=''

  [ -r /etc/os-release ] && . /etc/os-release
  case " $ID $ID_LIKE " in
    *' debian '* | *' ubuntu '*) echo debian ;;
    *' fedora '* | *' rhel '*) echo fedora ;;
    *' arch '*) echo arch ;;
    *) echo other ;;
  esac
}

# ---- Debian ----------------------------------------------------------------------------------------------------------

# One line for each wanted package that is not there ("a|b" counts as there when either is).
missing_debian ()
{
  local names installed

  names=$(package_rows "$@" | awk '$2 != "-" { print $2 }')
  installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' 2>/dev/null | awk '$1 == "installed" { print $2 }')
  awk 'NR == FNR { have[$1]; next }
       { n = split ($1, names, "|"); for (i = 1; i <= n; i++) if (names[i] in have) next; print }' \
    <(echo "$installed") <(echo "$names")
}

# "a|b" becomes the first of them that apt can install.
choose_debian ()
{
  local choice name

  for choice; do
    for name in ${choice//|/ }; do
      if apt-cache policy "$name" 2>/dev/null | grep -q '^  Candidate: [^(]'; then
        echo "$name"
        continue 2
      fi
    done
    echo "${choice%%|*}"
  done
}

confirm ()
{
  local answer

  [ "$assume_yes" = yes ] && return 0
  if [ ! -t 0 ]; then
    say "not a terminal to ask on; -y installs them without asking"
    return 1
  fi
  read -r -p "$1 [Y/n] " answer
  case $answer in
    '' | [yYjJoOsS]*) return 0 ;;
    *) return 1 ;;
  esac
}

install_debian ()
{
  local missing log=$root/build/install.log as_root=()

  mapfile -t missing < <(missing_debian "$@")
  [ ${#missing[@]} -eq 0 ] && return 0

  say "not installed yet: ${missing[*]%%|*}"
  if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null; then
      say "run as root: apt-get install --no-install-recommends ${missing[*]%%|*}"
      return 1
    fi
    as_root=(sudo)
  fi
  confirm "Install these ${#missing[@]} packages?" || return 1

  say "installing, which may take a minute or two"
  mkdir -p "${log%/*}"
  "${as_root[@]}" apt-get update -qq >"$log" 2>&1 || say "the package lists could not be renewed; trying with the old ones"
  mapfile -t missing < <(choose_debian "${missing[@]}")
  if ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
       apt-get install -qq -y --no-install-recommends -o Dpkg::Use-Pty=0 "${missing[@]}" >>"$log" 2>&1; then
    tail -n 8 "$log" >&2
    say "the packages could not be installed; all of it is in $log"
    return 1
  fi
}

# ---- other systems ---------------------------------------------------------------------------------------------------

probe ()
{
  local what=${1#*:}

  case $1 in
    pc:*) pkg-config --exists "$what" ;;
    cmd:*) command -v "$what" >/dev/null ;;
    font:*) fc-list "${what//_/ }" 2>/dev/null | grep -q . ;;
    py:*) /usr/bin/python3 -c "import $what" 2>/dev/null ;;
    gi:*) /usr/bin/python3 -c "import gi; gi.require_version('${what%:*}', '${what#*:}')" 2>/dev/null ;;
    *) return 0 ;;
  esac
}

# Prints what is needed under the names of this system and says whether all of it seems to be there.
report_other ()
{
  local family=$1 column install where='of this system' group debian fedora arch found reason lacking=()

  shift
  case $family in
    fedora) column=3 install='sudo dnf install' ;;
    arch) column=4 install='sudo pacman -S --needed' ;;
    *) column=3 install='' where='Fedora gives them' ;;
  esac

  say "needed here, under the names ${where}:"
  package_rows "$@" | awk -v c=$column '$c != "-" { printf "%s ", $c } END { print "" }' | fold -s -w 100 | sed 's/^/  /' >&2

  while read -r group debian fedora arch found reason; do
    probe "$found" && continue
    case $family in
      arch) lacking+=("$arch") ;;
      *) lacking+=("$fedora") ;;
    esac
  done < <(package_rows "$@")

  [ ${#lacking[@]} -eq 0 ] && return 0
  say "not found: ${lacking[*]}"
  [ -n "$install" ] && say "install them with: $install ${lacking[*]}"
  return 1
}

# ensure_packages GROUP...
ensure_packages ()
{
  local family

  family=$(os_family)
  case $family in
    debian) install_debian "$@" ;;
    *) report_other "$family" "$@" ;;
  esac
}

# ---- building --------------------------------------------------------------------------------------------------------

# build_tree DIRECTORY [MESON-OPTION]...   Quiet unless it takes time or fails.
build_tree ()
{
  local tree=$1 log=$1/build.log

  shift
  mkdir -p "$tree"
  if [ ! -f "$tree/build.ninja" ]; then
    say "setting up ${tree#"$root"/}"
    if ! meson setup "$tree" "$root" "$@" >"$log" 2>&1; then
      tail -n 8 "$log" >&2
      say "the build could not be set up; all of it is in $log"
      return 1
    fi
  fi

  if [ -t 2 ] && [ ! -x "$tree/src/cli/contingent-cli" ]; then
    # The first time takes a minute or two: let the builder count.
    ninja -C "$tree" >&2 && return 0
    return 1
  fi
  if ! ninja -C "$tree" >"$log" 2>&1; then
    grep -v '^ninja: Entering' "$log" | tail -n 60 >&2
    say "the build failed; all of it is in $log"
    return 1
  fi
}
