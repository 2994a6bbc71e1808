# tests/test-names.sh — what a screen reader finds on every page, in every dialog and menu, as TAP: each control has a
# name and a role, and no word is in another language than Chinese.
#
#   sh tests/test-names.sh JIXIAO JIXIAO_DESKTOP ATSPI_LOOK
. "$(dirname "$0")/journey-common.sh"
# What the file chooser brings along forgets some bytes at the end: libcloudproviders, GIO's kinds of files.
export ASAN_OPTIONS="${ASAN_OPTIONS-}:detect_leaks=0"

# is_right SIGNS: whether nothing of these kinds is found wrong.
is_right () {
  "$reader" jixiao-desktop >"$folder/found"
  [ $? != 2 ] && ! grep "^[$1] " "$folder/found" >"$folder/wrong"
}

# look WHERE SIGNS AWAITED: looks when the control that is awaited is there.
look () {
  await at_place "$3"
  n=$((n + 1))
  if JOURNEY_TRIES=10 await is_right "$2"; then # what is there may still be filled
    echo "ok $n - $1"
  else
    sed 's/^/# /' "$folder/wrong"
    echo "not ok $n - $1"
  fi
}

# page WHERE AWAITED KEY…: goes there by key, and looks.
page () {
  where=$1 awaited=$2
  shift 2
  key "$@"
  look "$where" '?=!' "$awaited"
}

# dialog WHERE SIGNS AWAITED KEY…: opens it, looks, and closes it.
dialog () {
  where=$1 signs=$2 awaited=$3
  shift 3
  key "$@"
  await dialog_is_open
  focus_dialog
  look "$where" "$signs" "$awaited"
  key Escape
  await only_window
  xdotool windowfocus --sync "$window"
}

echo 1..23
"$jixiao" import "$file" "$JIXIAO_DATA/samples/wenlv-2025.txt" "$JIXIAO_DATA/samples/nongye-2024.txt" >/dev/null || exit 1
cp "$file" "$folder/returned.jixiao"
sqlite3 "$folder/returned.jixiao" "UPDATE project SET purpose = purpose || '。' WHERE ordinal = 2"
open_window
key ctrl+f Escape Down
page 'a form with findings' 项目名称 F8
dialog waiving '?=!' 取消 F9
dialog fixes '?=!' 取消 alt+shift+f
dialog 'a new text' '?=!' 取消 ctrl+shift+n
dialog 'a unit' '?=!' 取消 alt+shift+u
dialog exporting '?=!' 取消 ctrl+e
dialog keys '?=!' 导入 ctrl+question
dialog 'next year' '?=!' 取消 alt+shift+n
dialog 'a comment' '?=!' 取消 ctrl+alt+m
page 'the menu' 新建记录文件 F10
key Escape
page 'the menu of a line' 项目移到 ctrl+f Escape Menu
key Escape
page 'the menu of a cell' 对单元格提意见 F8 Menu
key Escape
page search 搜索 ctrl+f m z j
key Escape
# Pages that were shown once are found from there on.
page 'a whole text' 新增项目 Escape Home
page 'the ledger' 找规则 alt+2
page 'waivers, comparing, the library' 查找指标 alt+3 alt+4 alt+5
page 'review, history, rules' 找规则 alt+6 alt+7 alt+8
page 'preview, overview' 导出汇总 alt+9 alt+0
key alt+1
# These are GTK's own, and so are the names of what is in them.
dialog choosing '!' 取消 ctrl+o
dialog about '!' 导入 ctrl+F1
dialog printing '!' 取消 ctrl+p

# What is imported is looked at before.
key ctrl+i
await dialog_is_open
focus_dialog
await_place 取消
type_text "$JIXIAO_DATA/samples/shijian-2023.txt"
key Return
await window_called 导入：先看再写入
focus_window 导入：先看再写入
look importing '?=!' 全部采用
key Escape
await only_window
xdotool windowfocus --sync "$window"
key ctrl+shift+m
await dialog_is_open
focus_dialog
await_place 取消
type_text "$folder/returned.jixiao"
key Return
look merging '?=!' 全用送回的
key Escape ctrl+q
