# tests/test-changes-command.sh JIXIAO — what changed since a text was printed, and tables as CSV,
# from the command, as TAP.
. "$(dirname "$0")/command-suite.sh"

"$jixiao" import a.jixiao "$samples/nongye-2024.txt" "$samples/shuiwu-2025.txt" >/dev/null || exit 1

# line YEAR PATTERN: what is said of the text of that year has the pattern.
line () {
  "$jixiao" changes a.jixiao --year "$1" >.line 2>&1
  cat .line
  grep -q -e "$2" .line
}

# lines YEAR: how many lines are said of the text of that year.
lines () {
  "$jixiao" changes a.jixiao --year "$1" | wc -l
}

# only_one: a change of one text is told of that one alone.
only_one () {
  "$jixiao" fix a.jixiao --year 2024 >/dev/null
  line 2024 '此后有改动' && [ "$(lines 2024)" -gt 1 ] && line 2025 '没有改动' && [ "$(lines 2025)" -eq 1 ]
}

# each_its_own: two changed texts, each with its own steps.
each_its_own () {
  "$jixiao" fix a.jixiao --year 2025 >/dev/null
  both=$(($("$jixiao" changes a.jixiao | wc -l)))
  line 2025 '此后有改动' && [ "$both" -eq $(($(lines 2024) + $(lines 2025))) ] &&
    "$jixiao" changes a.jixiao --year 2024 | grep -c '更正' | grep -qx 1
}

# rename NAME: another program does so with the first indicator of the first text.
rename () {
  sqlite3 a.jixiao "UPDATE indicator SET name = '$1' WHERE id = (SELECT min(id) FROM indicator)"
}

# foreign: what another program changed before and after the print is told apart, and hides no step of ours.
foreign () {
  rename 前面改的
  "$jixiao" export a.jixiao -o foreign.pdf 2>/dev/null
  rename 后面改的
  "$jixiao" waive a.jixiao -r code-missing -m 编码待下达 >/dev/null
  line 2024 '三级指标：前面改的 → 后面改的' && line 2024 '别的程序' && ! line 2024 '→ 前面改的' &&
    "$jixiao" fix a.jixiao --year 2024 >/dev/null && line 2024 '别的程序' && line 2025 '没有改动'
}

ok "help" says "用法：jixiao changes" "$jixiao" changes --help
ok "no file" status 2 "$jixiao" changes
ok "a file that is not there" status 3 "$jixiao" changes none.jixiao
ok "a year that is not there" status 3 "$jixiao" changes a.jixiao --year 1999
ok "nothing was printed yet" line 2024 '还没有导出过'
"$jixiao" export a.jixiao -o part.pdf --project 1 2>/dev/null
ok "a part is no print" line 2024 '还没有导出过'
"$jixiao" export a.jixiao -o all.pdf 2>/dev/null
ok "what was printed is known" line 2024 'all.pdf，此后没有改动'
ok "a change of one text" only_one
ok "a change of the other" each_its_own
"$jixiao" export a.jixiao -o again.docx 2>/dev/null
ok "printed again" line 2024 'again.docx，此后没有改动'
ok "another program's changes" foreign

ok "tables as CSV" says '^1,.*一级指标,二级指标' "$jixiao" export a.jixiao -t csv --tables
ok "every row says its level" says '^1,.*,产出指标,质量指标' "$jixiao" export a.jixiao -t csv --tables
ok "findings as CSV" says '级别,部门' "$jixiao" export a.jixiao -t csv
ok "a folder that is not there" status 3 "$jixiao" export a.jixiao -o none/a.csv --tables

echo "1..$n"
