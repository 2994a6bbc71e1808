# tests/journey-atspi.sh — read first by a journey that looks for controls as a screen reader does: a bus of its own for
# it, and the words to find, click and drag by.
#
# $reader is ATSPI_FIND of tests/atspi-find.c, and $window the window that the program shows.
if [ -z "${JOURNEY_BUS-}" ]; then
  if ! command -v dbus-run-session >/dev/null 2>&1 || [ ! -x /usr/libexec/at-spi-bus-launcher ]; then
    echo '1..0 # SKIP no accessibility bus'
    exit 0
  fi
  # Its socket stands in a folder of its own: other journeys under way have theirs.
  JOURNEY_BUS=$(mktemp -d)
  export JOURNEY_BUS XDG_RUNTIME_DIR="$JOURNEY_BUS"
  # What the bus itself has to say is not the program's.
  exec dbus-run-session -- sh "$0" "$@" 2>/dev/null
fi

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
