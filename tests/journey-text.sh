# tests/journey-text.sh — the pages of a whole text as a spreadsheet, with real keys and a mouse that finds the
# cells by the names that a screen reader reads; as TAP.
#
#   sh tests/journey-text.sh JIXIAO JIXIAO_DESKTOP ATSPI_LOOK
. "$(dirname "$0")/journey-common.sh"

goals="SELECT group_concat(text, '|') FROM (SELECT text FROM overall_goal ORDER BY ordinal)"
last="SELECT text FROM overall_goal ORDER BY ordinal DESC LIMIT 1"

echo 1..22
"$jixiao" import "$file" "$JIXIAO_DATA/samples/wenlv-2025.txt" >/dev/null || exit 1
before=$(answer "$goals")
count=$(answer 'SELECT count(*) FROM overall_goal')

open_window
key ctrl+f Escape Home # the whole text is the first line of the tree
await_place 总体目标
click 总体目标
check 'the list of parts goes to one' at_place '段落，第1行'
type_text 'typed'
key Return
check 'typing replaces a paragraph' holds 'SELECT text FROM overall_goal WHERE ordinal = 1' typed
check '… and a screen reader reads it' at_place '段落，第1行：typed'
key Up F2
type_text ' on'
key Tab
check 'F2 edits what is there, Tab stores it' holds 'SELECT text FROM overall_goal WHERE ordinal = 1' 'typed on'
key shift+Tab
type_text 'given up'
key Escape
check 'Escape gives up' holds 'SELECT text FROM overall_goal WHERE ordinal = 1' 'typed on'
key ctrl+z ctrl+z
check 'Ctrl+Z takes both back' holds "$goals" "$before"

drag '段落，第1行' '段落，第3行'
key ctrl+c
copied () {
  [ "$(clipboard | wc -l)" = 3 ]
}
check 'three paragraphs are selected with the mouse, and copied' copied
screenshot text-selected
click '段落，第3行'
key shift+Up ctrl+c
copied_two () {
  [ "$(clipboard | wc -l)" = 2 ]
}
check '… and two with Shift and an arrow' copied_two

paste_from '甲
乙
丙
'
click "段落，第${count}行"
key ctrl+v
check 'what a paste would change is shown first' window_called 粘贴
screenshot text-preview
key Escape
check 'Escape leaves it' holds "$goals" "$before"
key ctrl+v
await window_called 粘贴
key Return
check 'it lands, with new paragraphs' holds 'SELECT count(*) FROM overall_goal' $((count + 2))
key ctrl+z
check 'one undo takes it back' holds "$goals" "$before"

click 国有资产
click '价值（万元），第2行'
key shift+Down ctrl+d
check 'Ctrl+D fills down' \
  holds "SELECT group_concat(value) FROM asset WHERE ordinal IN (2, 3)" 288.5,288.5
click '价值（万元），第2行'
key shift+Down Delete
check 'Delete blanks what is selected' \
  holds 'SELECT count(*) FROM asset WHERE ordinal IN (2, 3) AND value IS NULL' 2
key F4
check 'F4 shows where a text comes from' dialog_is_open
screenshot text-source
key Escape
await only_window
key F8
type_text '1'
key Return
check 'F8 goes to what the rules find' holds 'SELECT project_fen FROM approval' 1000000

click 总体目标
click "段落，第$((count + 1))行"
type_text 'half a word'
check 'what is being typed is kept beside the records' holds 'SELECT text FROM draft' 'half a word'
killed
check 'a crash changes no record' holds "$goals" "$before"
open_window
check 'the text is offered again' at_place 保留
screenshot text-restored
key Return
check '… and Enter keeps it, as a new paragraph' holds "$last" 'half a word'
key ctrl+w
check 'the window closes' gone
is_quiet
