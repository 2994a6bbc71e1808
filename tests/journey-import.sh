# tests/journey-import.sh — a Word document is brought in with real keys: chosen, looked at, a text that was not
# understood given to a field, stored, and taken back; as TAP.
#
#   sh tests/journey-import.sh JIXIAO JIXIAO_DESKTOP ATSPI_LOOK
. "$(dirname "$0")/journey-common.sh"
# What the file chooser brings along forgets some bytes at the end: libcloudproviders, GIO's kinds of files.
export ASAN_OPTIONS="${ASAN_OPTIONS-}:detect_leaks=0"

# Another office's document: its records do not ride inside, and one of its labels says nothing to anybody.
document=$folder/text.docx
"$jixiao" import "$folder/first.jixiao" "$JIXIAO_DATA/samples/nongye-2024.txt" >/dev/null || exit 1
"$jixiao" export "$folder/first.jixiao" -o "$document" || exit 1
mkdir "$folder/parts"
(cd "$folder/parts" && unzip -q "$document" && rm "$document" &&
  sed -i 's/>其他资金</>款项去处</' word/document.xml && zip -qr "$document" .) || exit 1

echo 1..12
"$jixiao" import "$file" "$JIXIAO_DATA/samples/wenlv-2025.txt" >/dev/null || exit 1
records >"$folder/before"
projects=$(answer 'SELECT count(*) FROM project')

open_window
await_place 导入
key ctrl+i
check 'Ctrl+I asks for documents' dialog_is_open
focus_dialog
await_place 取消
type_text "$document" # a slash begins a path
key Return
check 'what was read is shown before it is stored' window_called 导入：先看再写入
focus_window 导入：先看再写入
check '… with the text that was not understood' at_place '？ 款项去处'
screenshot import-preview
click '？ 款项去处'
click '项目 1 '
key Return
check 'a project shows its fields' at_place 资金用途
click 资金用途
check 'a text and a field are chosen' at_place '归入“资金用途”'
key alt+a
no_note () {
  ! at_place '？ 款项去处'
}
check 'Alt+A gives the one to the other' no_note
screenshot import-assigned
check 'nothing is stored yet' holds 'SELECT count(*) FROM project' "$projects"
key ctrl+Return
check 'Ctrl+Enter stores the document' holds 'SELECT count(*) FROM project' $((projects + 4))
check '… with what was given to the field' \
  holds "SELECT count(*) FROM project WHERE purpose LIKE '%款项去处%'" 1
await only_window
focus_window journey.jixiao
screenshot import-stored
key ctrl+z
check 'one undo takes all of it back' holds 'SELECT count(*) FROM project' "$projects"
records >"$folder/after"
check '… to the last word' cmp "$folder/before" "$folder/after"
# A key that comes while the lines go that undo takes away may be lost.
leaves () {
  key ctrl+w
  gone
}
await leaves
is_quiet
