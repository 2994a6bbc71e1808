# tests/journey.sh — a user's way through the window, with real keys on a virtual screen, as TAP.
#
#   sh tests/journey.sh JIXIAO JIXIAO_DESKTOP ATSPI_LOOK
. "$(dirname "$0")/journey-common.sh"

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
key F2 # redoing went to the cell
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
is_quiet
