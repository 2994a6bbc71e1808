# tests/test-names.sh — what a screen reader finds on every page and in every dialog, as TAP: each control has a name
# and a role, and no word is in another language than Chinese.
#
#   sh tests/test-names.sh JIXIAO JIXIAO_DESKTOP ATSPI_WALK
if [ -z "${NAMES_BUS-}" ]; then
  if ! command -v dbus-run-session >/dev/null 2>&1 || [ ! -x /usr/libexec/at-spi-bus-launcher ]; then
    echo '1..0 # SKIP no accessibility bus'
    exit 0
  fi
  # A bus of its own, whose words are not the program's.
  NAMES_BUS=1 exec dbus-run-session -- sh "$0" "$@" 2>/dev/null
fi
if [ -z "${JOURNEY_SCREEN-}" ]; then
  JOURNEY_SCREEN=1 LC_ALL=C.UTF-8 LANGUAGE=zh_CN GSK_RENDERER=cairo GDK_DEBUG=gl-disable GTK_A11Y=atspi \
    GSETTINGS_BACKEND=memory exec xvfb-run -a -s '-screen 0 1280x860x24 -noreset' sh "$0" "$@"
fi
. "$(dirname "$0")/journey-common.sh"
walk=$3
XDG_DATA_HOME=$folder # no files that were opened before
export XDG_DATA_HOME

# right SIGNS: whether nothing of these kinds is found wrong, at the fifth look at the latest: a busy machine answers late.
right () {
  for look in 1 2 3 4 5; do
    "$walk" jixiao-desktop >"$folder/found"
    [ $? != 2 ] && ! grep "^[$1] " "$folder/found" >"$folder/wrong" && return
    sleep 2
  done
  return 1
}

# page NAME KEY…: goes there by key, and looks.
page () {
  look '?=!' "$@"
}

# look SIGNS NAME KEY…
look () {
  signs=$1 where=$2
  shift 2
  key "$@"
  sleep 1
  n=$((n + 1))
  if right "$signs"; then
    echo "ok $n - $where"
  else
    sed 's/^/# /' "$folder/wrong"
    echo "not ok $n - $where"
  fi
}

echo 1..12
"$jixiao" import "$file" "$JIXIAO_DATA/samples/wenlv-2025.txt" >/dev/null || exit 1
open_window
sleep 1
page 'a form with findings' F8
page 'waiving' F9
page 'fixes' Escape alt+shift+f
page 'a new text' Escape ctrl+shift+n
page 'exporting' Escape ctrl+e
page 'keys' Escape ctrl+question
page 'next year' Escape alt+shift+n
page 'the menu' Escape F10
page 'search' Escape ctrl+f m z j
# Pages that were shown once are found from there on.
page 'a whole text, and all pages' Escape Home alt+2 alt+3 alt+4 alt+5 alt+6 alt+7 alt+8 alt+9 alt+0
# These are GTK's own, and so are the names of what is in them.
look '!' 'about' alt+1 ctrl+F1
look '!' 'printing' Escape ctrl+p
key Escape ctrl+q
