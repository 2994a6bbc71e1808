# tests/journey-common.sh — what every journey begins with: a virtual screen, a screen reader's view of the program,
# keys, and checks, as TAP.
#
# A journey is run as  sh JOURNEY JIXIAO JIXIAO_DESKTOP ATSPI_LOOK (tests/atspi-look.c)  and reads this file first.  It
# then has $file, a record file that is not there yet, in $folder, which goes when the journey ends.  It waits for what it
# needs, on the screen or in the file; no time decides anything.
for tool in xvfb-run xdotool xclip import sqlite3 zip unzip; do
  if ! command -v $tool >/dev/null 2>&1; then
    echo "1..0 # SKIP no $tool"
    exit 0
  fi
done
if [ -z "${JOURNEY_BUS-}" ]; then
  if ! command -v dbus-run-session >/dev/null 2>&1 || [ ! -x /usr/libexec/at-spi-bus-launcher ]; then
    echo '1..0 # SKIP no accessibility bus'
    exit 0
  fi
  # A bus of its own, in a folder of its own: the screen reader's is at a fixed place, where the first journey to end
  # would take it from the others.  What the bus and its services say is no TAP.
  JOURNEY_BUS=$(mktemp -d)
  export JOURNEY_BUS
  XDG_RUNTIME_DIR=$JOURNEY_BUS exec dbus-run-session -- sh -c 'exec sh "$0" "$@" >&3' "$0" "$@" 3>&1 >/dev/null 2>&1
fi
if [ -z "${JOURNEY_SCREEN-}" ]; then
  JOURNEY_SCREEN=1 LC_ALL=C.UTF-8 LANGUAGE=zh_CN GSK_RENDERER=cairo GDK_DEBUG=gl-disable GTK_A11Y=atspi \
    GSETTINGS_BACKEND=memory G_DEBUG=fatal-criticals \
    exec xvfb-run -a -s '-screen 0 1280x860x24 -noreset' sh "$0" "$@"
fi

jixiao=$1
desktop=$2
reader=$3
folder=$(mktemp -d)
file=$folder/journey.jixiao
# Nothing is as the user has it; the file chooser shows where home is.
export HOME="$folder" XDG_DATA_HOME="$folder/share" XDG_STATE_HOME="$folder/state" XDG_CONFIG_HOME="$folder/config"
mkdir "$XDG_DATA_HOME"
pid=
trap 'kill $pid 2>/dev/null; rm -rf "$folder" "$JOURNEY_BUS"' EXIT
n=0

# await COMMAND…: whether the command comes true within five minutes and more: a busy machine is slow.  What was waited
# for in vain is told, and all that hangs on it gets less time.
patience=1500
await () {
  for try in $(seq ${JOURNEY_TRIES-$patience}); do
    "$@" && return
    sleep 0.2
  done
  [ -n "${JOURNEY_TRIES-}" ] || { patience=50; echo "# in vain: $*"; }
  return 1
}

# check TEXT COMMAND…: passes when it does.
check () {
  n=$((n + 1))
  text=$1
  shift
  if await "$@"; then
    echo "ok $n - $text"
  else
    echo "not ok $n - $text"
  fi
}

# window_called NAME: whether a window or dialog of the name shows.
window_called () {
  xdotool search --onlyvisible --name "^$1\$" >/dev/null 2>&1
}

# answer SQL: what the file answers; nothing while it is busy.
answer () {
  sqlite3 "$file" "$1" 2>/dev/null
}

# holds SQL VALUE: whether the file answers so.
holds () {
  [ "$(answer "$1")" = "$2" ]
}

# Every word of the records, none of the history.
records () {
  sqlite3 "$file" 'SELECT * FROM project ORDER BY id; SELECT * FROM funding ORDER BY id;
    SELECT * FROM goal ORDER BY id; SELECT * FROM indicator ORDER BY id;
    SELECT * FROM plan_point ORDER BY id'
}

# focus_window NAME: gives it the keys, as a window manager does.
focus_window () {
  xdotool windowfocus --sync "$(xdotool search --onlyvisible --name "^$1\$" | head -n 1)"
}

no_window_called () {
  ! window_called "$1"
}

# What the program says when a file is open: that it is one of the recent ones.
opened () {
  grep -qs "/${1##*/}\"" "$XDG_DATA_HOME/recently-used.xbel"
}

# open_window [FILE]: starts the program, and gives its window the keys when the file is open in it.
open_window () {
  rm -f "$XDG_DATA_HOME/recently-used.xbel"
  "$desktop" "${1:-$file}" 2>>"$folder/stderr" &
  pid=$!
  window=$(timeout 300 xdotool search --sync --onlyvisible --name journey.jixiao | head -n 1)
  xdotool windowfocus --sync "$window"
  await opened "${1:-$file}"
}

# at_place NAME: whether a control whose name begins so is there; $place is then its middle, “x y”.
at_place () {
  place=$(ASAN_OPTIONS=detect_leaks=0 "$reader" jixiao-desktop "$1" 2>/dev/null) && [ -n "$place" ]
}

await_place () {
  await at_place "$1"
}

click () {
  await_place "$1"
  xdotool mousemove --window "$window" $place click 1
}

# drag FROM TO: with the button pressed, in steps as a hand does.
drag () {
  await_place "$1"
  from=$place
  await_place "$2"
  xdotool mousemove --window "$window" $from mousedown 1 mousemove_relative 0 6 \
    mousemove --window "$window" $place mousemove_relative 0 2 mouseup 1
}

dialog_is_open () {
  [ "$(xdotool search --onlyvisible --pid "$pid" | wc -l)" -gt 1 ]
}

# focus_dialog: gives the keys to the one that is open beside the window.
focus_dialog () {
  xdotool windowfocus --sync "$(xdotool search --onlyvisible --pid "$pid" | grep -vx "$window" | tail -n 1)"
}

only_window () {
  ! dialog_is_open
}

# focus_is NAME: whether the control with the focus has a name that begins so.
focus_is () {
  case $(ASAN_OPTIONS=detect_leaks=0 "$reader" jixiao-desktop --focus 2>/dev/null) in
    "$1"*) ;;
    *) return 1 ;;
  esac
}

key () {
  xdotool key --delay 60 "$@"
}

# type_text TEXT: key by key, in Latin letters.
type_text () {
  xdotool type --delay 30 "$1"
}

# enter_text TEXT: into a field, all at once, as an input method commits it: for Chinese there are no keys.
enter_text () {
  paste_from "$1"
  key ctrl+v
}

# paste_from TEXT: what a spreadsheet has copied.  The program hears of it and asks of what kind it is, and can paste when
# it was answered: each answers in turn.
paste_from () {
  printf '%s' "$1" | xclip -selection clipboard -in >/dev/null 2>&1
  await at_place ''
  clipboard >/dev/null
  await at_place ''
}

# clipboard: what other programs would paste.
clipboard () {
  xclip -selection clipboard -out 2>/dev/null
}

# gone: whether the window is closed and its program ended well.
gone () {
  ! kill -0 "$pid" 2>/dev/null && wait "$pid"
}

# killed: ends the program at once, as a power cut would.
killed () {
  kill -9 "$pid"
  wait "$pid" 2>/dev/null
  pid=
}

# screenshot NAME: of the whole screen, into the folder that the tests were built in.
screenshot () {
  import -window root "${MESON_BUILD_ROOT:-$(dirname "$jixiao")/..}/journey-$1.png"
}

# The last check of a journey.  GTK 4.8 now and then loses count of the windows that a button is pressed in, which says
# nothing of the program.
is_quiet () {
  sed -i '/Broken accounting of active state/d; /^$/d' "$folder/stderr"
  check 'GTK had nothing to complain about' test ! -s "$folder/stderr"
  [ ! -s "$folder/stderr" ] || sed 's/^/# /' "$folder/stderr"
}
