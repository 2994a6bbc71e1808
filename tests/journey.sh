# tests/journey.sh — a user's way through the window, with real keys on a virtual screen, as TAP.
#
#   sh tests/journey.sh JIXIAO JIXIAO_DESKTOP
for tool in xvfb-run xdotool sqlite3; do
  if ! command -v $tool >/dev/null 2>&1; then
    echo "1..0 # SKIP no $tool"
    exit 0
  fi
done
if [ -z "${JOURNEY_SCREEN-}" ]; then
  # No message bus: each program is one of its own.
  DBUS_SESSION_BUS_ADDRESS=disabled: JOURNEY_SCREEN=1 GSK_RENDERER=cairo GDK_DEBUG=gl-disable \
    GTK_A11Y=none GSETTINGS_BACKEND=memory G_DEBUG=fatal-criticals \
    exec xvfb-run -a -s '-screen 0 1280x860x24 -noreset' sh "$0" "$@"
fi

jixiao=$1
desktop=$2
folder=$(mktemp -d)
file=$folder/journey.jixiao
pid=
trap 'kill $pid 2>/dev/null; rm -rf "$folder"' EXIT
n=0

# check TEXT COMMAND…: passes when the command comes true within fifteen seconds.
check () {
  n=$((n + 1))
  text=$1
  shift
  for try in $(seq 75); do
    if "$@"; then
      echo "ok $n - $text"
      return
    fi
    sleep 0.2
  done
  echo "not ok $n - $text"
}

# holds SQL VALUE: whether the file answers so; it may be busy.
holds () {
  [ "$(sqlite3 "$file" "$1" 2>/dev/null)" = "$2" ]
}

# Every word of the records, none of the history.
records () {
  sqlite3 "$file" 'SELECT * FROM project ORDER BY id; SELECT * FROM funding ORDER BY id;
    SELECT * FROM goal ORDER BY id; SELECT * FROM indicator ORDER BY id;
    SELECT * FROM plan_point ORDER BY id'
}

open_window () {
  "$desktop" "$file" 2>>"$folder/stderr" &
  pid=$!
  window=$(timeout 30 xdotool search --sync --onlyvisible --name journey.jixiao | head -n 1)
  xdotool windowfocus --sync "$window"
}

key () {
  xdotool key --delay 60 "$@"
}

# gone: whether the window is closed and its program ended well.
gone () {
  ! kill -0 "$pid" 2>/dev/null && wait "$pid"
}

echo 1..10
"$jixiao" import "$file" "$JIXIAO_DATA/samples/nongye-2024.txt" >/dev/null || exit 1
records >"$folder/before"

open_window
key F8 # the code that two projects have
xdotool type 'NEWCODE1'
key Return
check 'typing into a cell and Enter change the record' \
  holds 'SELECT code FROM project WHERE ordinal = 1' NEWCODE1
key ctrl+z
check 'Ctrl+Z takes it back' \
  holds "SELECT count(*) FROM project WHERE code = 'NEWCODE1'" 0
key ctrl+shift+z
check 'Ctrl+Shift+Z does it again' \
  holds 'SELECT code FROM project WHERE ordinal = 1' NEWCODE1
key Up F2 # Enter went down
xdotool type '23'
key Escape
key F2
xdotool type '4'
key Tab
check 'Escape gives up, F2 edits what is there, Tab stores it' \
  holds 'SELECT code FROM project WHERE ordinal = 1' NEWCODE14
key F8
key ctrl+shift+Return
check 'a row is added below the cursor' \
  holds 'SELECT count(*) FROM indicator WHERE project_id = 1' 10
xdotool type 'half typed'
key ctrl+w
check 'closing stores what is being typed, and leaves' gone
check '… in the new row' \
  holds "SELECT count(*) FROM indicator WHERE name = 'half typed'" 1

open_window
key ctrl+z ctrl+z ctrl+z ctrl+z ctrl+w
check 'the file opens again, and its window closes' gone
records >"$folder/after"
check 'undo goes back over closing to where it all began' cmp "$folder/before" "$folder/after"
check 'GTK had nothing to complain about' test ! -s "$folder/stderr"
[ ! -s "$folder/stderr" ] || sed 's/^/# /' "$folder/stderr"
