# tests/journey-navigate.sh — finding one's way with real keys: search and jump, two windows; as TAP.
#
#   sh tests/journey-navigate.sh JIXIAO JIXIAO_DESKTOP ATSPI_LOOK
. "$(dirname "$0")/journey-common.sh"

# is_elsewhere: whether the cursor is in another such cell.
is_elsewhere () {
  focus_is 三级指标， && ! focus_is '三级指标，第18行：农户满意度'
}

# search WORDS NAME: looks for them, and goes to the first place, whose name begins so.
search () {
  key ctrl+f
  await focus_is 搜索
  key ctrl+a
  enter_text "$1"
  await at_place "$2"
  key Return
}

echo 1..10
"$jixiao" import "$file" "$JIXIAO_DATA/samples/nongye-2024.txt" "$JIXIAO_DATA/samples/shuiwu-2025.txt" >/dev/null || exit 1
second=$folder/second.jixiao
"$jixiao" import "$second" "$JIXIAO_DATA/samples/wenlv-2025.txt" >/dev/null || exit 1

open_window "$file"
search 养殖户满意度 '三级指标　动物疫病强制免疫: 养殖户满意度'
check 'search, and Enter puts the cursor in the cell that was found' \
  focus_is '三级指标，第18行：养殖户满意度'
screenshot search
type_text 'FOUND'
key Return
check '… where one types' holds "SELECT count(*) FROM indicator WHERE name = 'FOUND'" 1
search skdb '项目名称　水库大坝安全监测'
await focus_is 项目名称：水库大坝安全监测
type_text 'DAM'
key Return
check 'the first letters of a name find it in another document' \
  holds "SELECT count(*) FROM project WHERE name = 'DAM'" 1
search 满意度 '三级指标　高标准农田管护补助'
check 'what several have in common is found' focus_is '三级指标，第18行：农户满意度'
key F3
check 'F3 goes on to the next place' is_elsewhere
type_text 'SECOND'
key Return
check '… where one types too' holds "SELECT count(*) FROM indicator WHERE name = 'SECOND'" 1
key Escape ctrl+w
check 'the window closes' gone

"$desktop" "$file" "$second" 2>>"$folder/stderr" &
pid=$!
check 'two files have two windows' sh -c \
  'xdotool search --onlyvisible --name journey.jixiao >/dev/null && xdotool search --onlyvisible --name second.jixiao >/dev/null'
await opened "$second"
screenshot windows
for name in second journey; do
  focus_window $name.jixiao
  key ctrl+w
  await no_window_called $name.jixiao
done
check 'each closes for itself' gone
is_quiet
