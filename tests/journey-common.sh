# tests/journey-common.sh — what every journey begins with: a virtual screen, keys, and checks, as TAP.
#
# A journey is run as  sh JOURNEY JIXIAO JIXIAO_DESKTOP  and reads this file first.  It then has
# $file, a record file that is not there yet, in $folder, which goes when the journey ends.
for tool in xvfb-run xdotool xclip import sqlite3 zip unzip; do
  if ! command -v $tool >/dev/null 2>&1; then
    echo "1..0 # SKIP no $tool"
    exit 0
  fi
done
if [ -z "${JOURNEY_SCREEN-}" ]; then
  # No message bus: each program is one of its own.  Where a screen reader's is wanted, that is there.
  [ -n "${JOURNEY_BUS-}" ] || DBUS_SESSION_BUS_ADDRESS=disabled:
  [ -n "${JOURNEY_BUS-}" ] && GTK_A11Y=atspi || GTK_A11Y=none
  export DBUS_SESSION_BUS_ADDRESS GTK_A11Y
  JOURNEY_SCREEN=1 LC_ALL=C.UTF-8 LANGUAGE=zh_CN GSK_RENDERER=cairo GDK_DEBUG=gl-disable \
    GSETTINGS_BACKEND=memory G_DEBUG=fatal-criticals \
    exec xvfb-run -a -s '-screen 0 1280x860x24 -noreset' sh "$0" "$@"
fi

jixiao=$1
desktop=$2
folder=$(mktemp -d)
file=$folder/journey.jixiao
export XDG_DATA_HOME="$folder/share"
mkdir "$XDG_DATA_HOME"
pid=
trap 'kill $pid 2>/dev/null; rm -rf "$folder" ${JOURNEY_BUS:+"$JOURNEY_BUS"}' EXIT
n=0

# await COMMAND…: whether the command comes true within fifteen seconds.
await () {
  for try in $(seq ${JOURNEY_TRIES-75}); do
    "$@" && return
    sleep 0.2
  done
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
  window=$(timeout 30 xdotool search --sync --onlyvisible --name journey.jixiao | head -n 1)
  xdotool windowfocus --sync "$window"
  await opened "${1:-$file}"
}

key () {
  xdotool key --delay 60 "$@"
}

# type_text TEXT: as an input method commits it, Chinese as well.
type_text () {
  xdotool type --delay 30 "$1"
}

# paste_from TEXT: what a spreadsheet has copied.
paste_from () {
  printf '%s' "$1" | xclip -selection clipboard -in >/dev/null 2>&1
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
