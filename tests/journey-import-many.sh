# tests/journey-import-many.sh — documents of several kinds are brought in at once with real keys: their reading is
# seen, stopped and given up, then done; what differs is updated or left, one undo takes all of it back; as TAP.
#
#   sh tests/journey-import-many.sh JIXIAO JIXIAO_DESKTOP ATSPI_LOOK
. "$(dirname "$0")/journey-common.sh"
# As in journey-import.sh.
export ASAN_OPTIONS="${ASAN_OPTIONS-}:detect_leaks=0"

samples=$JIXIAO_DATA/samples
documents=$folder/documents
mkdir "$documents" "$folder/bin"
made () {
  "$jixiao" import "$folder/$1.jixiao" "$samples/$1.txt" >/dev/null &&
    "$jixiao" export "$folder/$1.jixiao" -o "$2" || exit 1
}
made shijian-2023 "$documents/a.xlsx"
made shuiwu-2025 "$folder/converted.docx"
made nongye-2024 "$folder/nongye.docx"
# What is converted waits for us.
printf '\320\317\021\340\241\261\032\341W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0' >"$documents/b.doc"
cat >"$folder/bin/soffice" <<END
#!/bin/sh
until [ -e "$folder/go" ]; do
  sleep 0.2
done
cp "$folder/converted.docx" "\$8/old.docx"
END
chmod +x "$folder/bin/soffice"
export PATH="$folder/bin:$PATH"
cp "$samples/zhujian-2025.txt" "$documents/c.txt"
head -c 4000 "$folder/nongye.docx" >"$documents/d.docx"
# The file holds one of the texts, without its last project and with two amounts of last month.
sed 's/88\.6/90.6/; s/146\.08/150.08/' "$samples/zhujian-2025.txt" >"$folder/held.txt"
"$jixiao" import --skip 4 "$file" "$folder/held.txt" >/dev/null || exit 1
records >"$folder/before"

choose_all () {
  key ctrl+i
  await dialog_is_open
  focus_dialog
  await_place 取消
  type_text "$documents/" # a slash begins a path
  key Return
  await focus_is GtkTreeView # the files are there
  key ctrl+a
  key Tab Tab Tab
  await focus_is 导入
  key Return
  await window_called 导入：先看再写入
  focus_window 导入：先看再写入
}

# state_is NAME STATE: of a document in the list.
state_is () {
  at_place "$1
$2"
}

unchanged () {
  records >"$folder/after"
  cmp -s "$folder/before" "$folder/after"
}

echo 1..21
open_window
await_place 导入
choose_all
check 'several documents are read one after the other' state_is a.xlsx '新 4'
check '… and what is being read is told' state_is b.doc 正在读
check '… as what waits is' state_is d.docx 还没有读
screenshot import-many-reading
key alt+s
check 'Alt+S stops the reading' state_is b.doc 还没有读
check '… and offers to go on' at_place 继续读
key alt+c
await only_window
check 'Alt+C gives up' no_window_called 导入：先看再写入
check '… and nothing was changed' unchanged
check '… nor remembered' holds 'SELECT count(*) FROM action' 1

focus_window journey.jixiao
touch "$folder/go"
choose_all
check 'the old document is read once it is converted' state_is b.doc '新 6'
check 'the text that the file has differs' state_is c.txt '新 1，不同 2'
check 'the broken one is refused with its reason' state_is d.docx 文件不完整
click c.txt
check 'a project of it is the same' at_place '项目 1 老旧小区改造, 相同, 跳过'
check '… one is new' at_place '项目 4 房屋安全鉴定经费, 新, 新增'
check '… one differs' at_place '项目 2 农村危房改造补助, 3 处不同, 更新'
click '项目 3 '
key space
check 'Space leaves one of those that differ' at_place '项目 3 城区公厕运行管理, 2 处不同, 跳过'
screenshot import-many
key ctrl+Return
check 'Ctrl+Enter stores all of them in one step' holds 'SELECT count(*) FROM action' 2
check '… new ones, one more, and what was to be updated' \
  holds "SELECT count(*) || ' ' || sum(amount_text = '88.6万元') || ' ' || sum(amount_text = '146.08 万元') FROM project
    WHERE kind = 'project'" '12 1 0'
check 'the refused one stays to be read about' state_is d.docx 文件不完整
focus_window 导入：先看再写入
key alt+c
await only_window
focus_window journey.jixiao
screenshot import-many-stored
key ctrl+z
check 'one undo takes the whole import back' unchanged
key ctrl+w
check 'the window closes' gone
is_quiet
