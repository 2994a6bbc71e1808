# tests/journey-navigate.sh — finding one's way with real keys: search and jump, two windows; as TAP.
#
#   sh tests/journey-navigate.sh JIXIAO JIXIAO_DESKTOP
. "$(dirname "$0")/journey-common.sh"

echo 1..7
"$jixiao" import "$file" "$JIXIAO_DATA/samples/nongye-2024.txt" "$JIXIAO_DATA/samples/shuiwu-2025.txt" >/dev/null || exit 1
second=$folder/second.jixiao
"$jixiao" import "$second" "$JIXIAO_DATA/samples/wenlv-2025.txt" >/dev/null || exit 1

open_window "$file"
key ctrl+f
type_text 养殖户满意度
key Return
sleep 1
screenshot search
type_text 'FOUND'
key Return
check 'search, and Enter puts the cursor in the cell that was found' \
  holds "SELECT count(*) FROM indicator WHERE name = 'FOUND'" 1
key ctrl+f
type_text skdb
key Return
sleep 1
type_text 'DAM'
key Return
check 'the first letters of a name find it in another document' \
  holds "SELECT count(*) FROM project WHERE name = 'DAM'" 1
key ctrl+f
type_text 满意度
key Return
sleep 1
key F3
sleep 1
type_text 'SECOND'
key Return
check 'F3 goes on to the next place' \
  holds "SELECT count(*) FROM indicator WHERE name = 'SECOND'" 1
key Escape ctrl+w
check 'the window closes' gone

"$desktop" "$file" "$second" 2>>"$folder/stderr" &
pid=$!
check 'two files have two windows' sh -c \
  'xdotool search --onlyvisible --name journey.jixiao >/dev/null && xdotool search --onlyvisible --name second.jixiao >/dev/null'
sleep 1
screenshot windows
for name in second journey; do
  xdotool windowfocus --sync "$(xdotool search --onlyvisible --name $name.jixiao | head -n 1)"
  key ctrl+w
done
check 'each closes for itself' gone
is_quiet
