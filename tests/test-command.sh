# tests/test-command.sh JIXIAO — the command as a user meets it, as TAP: exit statuses, one-line
# errors, files that stay as they were.
. "$(dirname "$0")/command-suite.sh"

absent () {
  [ ! -e "$1" ]
}

ok 'help is fine' status 0 "$jixiao" --help
ok 'no command is wrong use' [ "$("$jixiao" >/dev/null 2>&1; echo $?)" -eq 2 ]
ok 'an unknown command is wrong use' status 2 "$jixiao" frobnicate
for command in import check export list search show rules forms history undo redo backup repair; do
  ok "$command has a help" status 0 "$jixiao" $command --help
  ok "$command refuses an unknown option in one line" status 2 "$jixiao" $command --no-such-option
done
for command in import check export list search show history undo redo backup repair; do
  ok "$command without a file is wrong use" status 2 "$jixiao" $command
done
for command in check export list show history undo redo repair; do
  ok "$command of a missing file fails" status 3 "$jixiao" $command missing.jixiao
  ok "$command makes no file" absent missing.jixiao
done

for sample in "$samples"/*.txt; do
  name=$(basename "$sample" .txt)
  ok "$name: a dry run writes nothing" status 0 "$jixiao" import --dry-run $name.jixiao "$sample"
  ok "$name: no file was made" absent $name.jixiao
  ok "$name: imports" status 0 "$jixiao" import $name.jixiao "$sample"
  ok "$name: nothing lies beside the file" absent $name.jixiao-journal
  ok "$name: a second import adds nothing and says so" says '已导入过' "$jixiao" import $name.jixiao "$sample"
  ok "$name: … and leaves the file as it was" unchanged $name.jixiao "$jixiao" import $name.jixiao "$sample"
  { cat "$sample"; echo; } >other-$name.txt
  ok "$name: the same records from other bytes are no news" says '与文件里的记录相同' "$jixiao" import $name.jixiao other-$name.txt
  ok "$name: … and leave the file as it was" unchanged $name.jixiao "$jixiao" import $name.jixiao other-$name.txt
  ok "$name: a dry run compares" says '合计：新增 0' "$jixiao" import --dry-run $name.jixiao other-$name.txt
  ok "$name: planted errors are found" status 1 "$jixiao" check $name.jixiao
  ok "$name: lists" status 0 "$jixiao" list $name.jixiao
  ok "$name: finds a word, and says where" says '^    三级指标：.*率' "$jixiao" search $name.jixiao 率
  ok "$name: shows a project" status 0 "$jixiao" show $name.jixiao --project 1
  for format in json csv html; do
    ok "$name: check as $format" status 1 "$jixiao" check $name.jixiao --format $format
  done
  for format in xlsx pdf; do
    ok "$name: the findings as $format" status 1 "$jixiao" check $name.jixiao -o findings.$format
    ok "$name: $format of findings is not empty" [ -s findings.$format ]
  done
  for format in json pdf xlsx csv; do
    ok "$name: exports $format" status 0 "$jixiao" export $name.jixiao -o $name.$format
    ok "$name: $format is not empty" [ -s $name.$format ]
  done
  ok "$name: the JSON comes back" status 0 "$jixiao" import $name-back.jixiao $name.json
  "$jixiao" export $name-back.jixiao --format json >$name-back.json
  ok "$name: … without loss" cmp $name.json $name-back.json
  ok "$name: plain sqlite3 shows the table" \
    [ "$(sqlite3 $name.jixiao 'SELECT count(*) > 50 FROM form_cell WHERE project_id = 1')" = 1 ]
  ok "$name: plain sqlite3 shows the findings" \
    [ "$(sqlite3 $name.jixiao 'SELECT count(*) > 5 FROM finding')" = 1 ]
done

good=$(ls "$samples"/*.txt | head -n 1)
iconv -f UTF-8 -t GB18030 "$good" >gb.txt
# As on a full disk: no file may grow.
cramped () {
  (trap '' XFSZ && ulimit -f $(($(stat -c %s held-here.jixiao) / 512)) && "$@")
}
cp shijian-2023.jixiao held-here.jixiao
ok 'a full disk is told with the file that finds no room' \
  says '^jixiao: held-here.jixiao：' cramped "$jixiao" import held-here.jixiao "$samples/wenlv-2025.txt"
ok '… in one line' status 3 cramped "$jixiao" import held-here.jixiao "$samples/wenlv-2025.txt"
ok '… and nothing is changed' unchanged held-here.jixiao cramped "$jixiao" import held-here.jixiao "$samples/wenlv-2025.txt"
ok 'GB18030 is read' status 0 "$jixiao" import gb.jixiao gb.txt
iconv -f UTF-8 -t UTF-16 "$good" >wide.txt
ok 'UTF-16 is read' status 0 "$jixiao" import wide.jixiao wide.txt
sed 's/$/\r/' "$good" >crlf.txt
ok 'CR LF line ends are read' status 0 "$jixiao" import crlf.jixiao crlf.txt

cp "$(basename "$good" .txt).jixiao" held.jixiao
: >empty.txt
head -c 4096 /dev/urandom >binary.txt
printf '今天天气很好，没有什么可说的。\n' >prose.txt
printf '{"format": "jixiao", "documents": [' >broken.json
mkdir folder.txt
for bad in empty.txt binary.txt prose.txt broken.json folder.txt missing.txt; do
  ok "$bad: refused in one line" status 3 "$jixiao" import held.jixiao $bad
  ok "$bad: the file is named" says "$bad" "$jixiao" import held.jixiao $bad
  ok "$bad: the record file is unchanged" unchanged held.jixiao "$jixiao" import held.jixiao $bad
  ok "$bad: no new record file is made of it" status 3 "$jixiao" import new.jixiao $bad
  ok "$bad: … really none" absent new.jixiao
done
head -c $(($(wc -c <"$good") * 2 / 3)) "$good" | iconv -c -f UTF-8 -t UTF-8 >cut.txt
ok 'a truncated document comes in as far as it goes' status 0 "$jixiao" import cut.jixiao cut.txt

printf 'not a record file at all, but long enough to have a header of one hundred bytes, which this has now' >foreign.jixiao
for command in check export list show history undo redo repair; do
  ok "$command refuses a foreign file" status 3 "$jixiao" $command foreign.jixiao
  ok "$command leaves it alone" unchanged foreign.jixiao "$jixiao" $command foreign.jixiao
done
ok 'export to a folder that is not there fails' status 3 "$jixiao" export held.jixiao -o nowhere/out.pdf
ok 'an unknown format is wrong use' status 2 "$jixiao" export held.jixiao -o out.xyz
ok 'an unknown project is said' says '第 99 个项目' "$jixiao" export held.jixiao -o out.pdf --project 99
ok 'an unknown form is said' status 3 "$jixiao" export held.jixiao -o out.pdf --form nowhere
ok 'a year without a text is said' status 3 "$jixiao" check held.jixiao --year 1999
ok 'Chinese is printed in the C locale too' says '指标' env -i "$jixiao" list held.jixiao
ok 'a full disk is said' [ "$("$jixiao" export held.jixiao 2>&1 >/dev/full | grep -c '^jixiao: ')" = 1 ]
ok 'several words are in one project' says '没有找到' "$jixiao" search held.jixiao 率 没有这样的词
ok 'search of a missing file fails' status 3 "$jixiao" search missing.jixiao 率
ok 'rules prints the catalogue' says 'rate-without-percent' "$jixiao" rules
ok 'forms prints the layouts' says 'zunhua' "$jixiao" forms

cp held.jixiao steps.jixiao
ok 'undo says what it took back' says '^撤销：导入：' "$jixiao" undo steps.jixiao
ok '… which is gone' [ "$(sqlite3 steps.jixiao 'SELECT count(*) FROM document')" = 0 ]
ok 'there is nothing more to undo' says '^没有可以撤销的操作' "$jixiao" undo steps.jixiao
ok 'redo says what it did again' says '^重做：导入：' "$jixiao" redo steps.jixiao
"$jixiao" export held.jixiao -o held.json
"$jixiao" export steps.jixiao -o steps.json
ok '… to the last field' cmp held.json steps.json
sqlite3 steps.jixiao "UPDATE indicator SET value_text = '外来的' WHERE id = 1"
ok 'history names the import' says '导入：' "$jixiao" history steps.jixiao
ok 'history names what another program wrote' says '→ 外来的' "$jixiao" history steps.jixiao
ok 'history of a project names it' says '→ 外来的' "$jixiao" history steps.jixiao --project 1
ok 'history stops at the limit' \
  [ "$("$jixiao" history steps.jixiao --limit 1 | grep -c '^[^ ]')" -eq 1 ]
ok 'what another program wrote is not undone' status 3 "$jixiao" undo steps.jixiao
ok '… but said' says '此处后来又改为“外来的”' "$jixiao" undo steps.jixiao
ok 'a finding is found after another program wrote' status 1 "$jixiao" check steps.jixiao

ok 'backup writes a copy' status 0 "$jixiao" backup held.jixiao copy.jixiao
ok '… which opens' status 0 "$jixiao" list copy.jixiao
ok '… and is not overwritten' unchanged copy.jixiao "$jixiao" backup steps.jixiao copy.jixiao
ok '… unless told to' status 0 "$jixiao" backup steps.jixiao copy.jixiao --force
ok 'a file is no backup of itself' status 3 "$jixiao" backup held.jixiao ./held.jixiao --force
ok 'repair finds a whole file whole' status 0 "$jixiao" repair held.jixiao
cp held.jixiao broken.jixiao
head -c 20000 /dev/urandom | dd of=broken.jixiao bs=1 seek=300000 conv=notrunc 2>/dev/null
ok 'repair of a broken file says so' status 1 "$jixiao" repair broken.jixiao
ok '… leaves it alone' unchanged broken.jixiao "$jixiao" repair broken.jixiao
ok '… and writes a whole one' status 0 "$jixiao" repair broken.jixiao.repaired

echo "1..$n"
