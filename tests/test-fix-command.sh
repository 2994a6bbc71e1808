# tests/test-fix-command.sh JIXIAO — correcting, waiving and the ledger from the command, as TAP:
# what is changed, what is not, and what is said of it.
. "$(dirname "$0")/command-suite.sh"

"$jixiao" import a.jixiao "$samples/nongye-2024.txt" "$samples/shuiwu-2025.txt" >/dev/null || exit 1
# undone COMMAND…: the command is one step that can be undone.
undone () {
  before=$(findings)
  "$@" && [ "$before" != "$(findings)" ] && "$jixiao" undo a.jixiao && [ "$before" = "$(findings)" ]
}

findings () {
  "$jixiao" check a.jixiao --format json
}

ok "help" says "用法：jixiao fix" "$jixiao" fix --help
ok "no file" status 2 "$jixiao" fix
ok "a file that is not there" status 3 "$jixiao" fix none.jixiao
ok "a rule that is not there" status 3 "$jixiao" fix a.jixiao --rule nothing
ok "a severity that is not there" status 2 "$jixiao" fix a.jixiao --severity bad
ok "a project that is not there" status 3 "$jixiao" fix a.jixiao --project 99
ok "a dry run changes nothing" unchanged a.jixiao "$jixiao" fix a.jixiao --dry-run
ok "a dry run says so" says "没有改动文件" "$jixiao" fix a.jixiao --dry-run
ok "suggestions change nothing" unchanged a.jixiao "$jixiao" fix a.jixiao --suggest
ok "the fixes are one step" undone "$jixiao" fix a.jixiao
ok "what was done is said" says "更正了 [0-9]* 处" "$jixiao" fix a.jixiao
ok "nothing is left to do" says "没有能够确定的更正" "$jixiao" fix a.jixiao

rule=$(findings | sed -n 's/.*"rule" : "\(.*\)",/\1/p' | sort | uniq -c | sort -rn | awk 'NR == 1 { print $2 }')
ok "help" says "用法：jixiao waive" "$jixiao" waive --help
ok "help" says "用法：jixiao waivers" "$jixiao" waivers --help
ok "no reason" status 2 "$jixiao" waive a.jixiao --rule "$rule"
ok "a blank reason" status 3 "$jixiao" waive a.jixiao --rule "$rule" --reason " "
ok "no rule" status 2 "$jixiao" waive a.jixiao --reason 已核实
ok "a rule that is not there" status 3 "$jixiao" waive a.jixiao --rule nothing --reason 已核实
ok "no file" status 3 "$jixiao" waive none.jixiao --rule "$rule" --reason 已核实
ok "waiving is one step" undone "$jixiao" waive a.jixiao --rule "$rule" --reason 已核实
ok "waived" says "豁免了 [0-9]* 处" "$jixiao" waive a.jixiao --rule "$rule" --reason 已核实
ok "waived once" says "都已豁免" "$jixiao" waive a.jixiao --rule "$rule" --reason 已核实
ok "listed" says "有效" "$jixiao" waivers a.jixiao
ok "listed as JSON" says '"state" : "holds"' "$jixiao" waivers a.jixiao --format json
ok "a statement" says "说明：已核实" "$jixiao" waivers a.jixiao --statement
ok "a statement as HTML" says "</html>" "$jixiao" waivers a.jixiao --statement --format html
ok "a format that is not there" status 2 "$jixiao" waivers a.jixiao --format html
ok "revoking one that is not there" status 3 "$jixiao" waive a.jixiao --revoke 99999
ok "revoking no number" status 3 "$jixiao" waive a.jixiao --revoke x
ok "revoked" says "撤回了 1 项" "$jixiao" waive a.jixiao \
  --revoke "$("$jixiao" waivers a.jixiao | sed -n '1s/ .*//p')"
ok "nothing of last year" says "没有去年已说明" "$jixiao" waive a.jixiao --confirm

ok "the ledger" says "规则在多少张表上" "$jixiao" check a.jixiao --ledger
ok "the ledger of a project" says "  通过  " "$jixiao" check a.jixiao --ledger --year 2024 --project 1
ok "the ledger as JSON" says '"state" : "passes"' "$jixiao" check a.jixiao --ledger --format json
ok "the ledger as CSV" says '通过' "$jixiao" check a.jixiao --ledger --format csv
ok "the ledger as HTML" says '</html>' "$jixiao" check a.jixiao --ledger --format html
ok "the ledger in no such format" status 2 "$jixiao" check a.jixiao --ledger --format pdf
ok "a letter" says "请核对更正" "$jixiao" check a.jixiao --format mail
ok "by rule" says "（错误 [0-9]" "$jixiao" check a.jixiao --group rule
ok "by nothing known" status 2 "$jixiao" check a.jixiao --group colour

ok "help" says "用法：jixiao words" "$jixiao" words --help
ok "no verb" status 2 "$jixiao" words a.jixiao
ok "an unknown verb" status 2 "$jixiao" words a.jixiao eat
ok "nothing to import" status 2 "$jixiao" words a.jixiao import
ok "the lists" says "^rate " "$jixiao" words a.jixiao list
ok "exported" status 0 "$jixiao" words a.jixiao export -o words.txt
ok "a list that is not there" status 3 "$jixiao" words a.jixiao export --list rates
ok "a folder that is not there" status 3 "$jixiao" words a.jixiao export -o none/words.txt
ok "imported" says "新增 0、删去 0、改动 0" "$jixiao" words a.jixiao import words.txt
ok "a file that is not there" status 3 "$jixiao" words a.jixiao import none.txt
printf '[severity]\nbasis-vague → terrible\n' >bad.txt
ok "a bad file" status 3 "$jixiao" words a.jixiao import bad.txt
ok "a bad file is told by its line" says "bad.txt：第 2 行" "$jixiao" words a.jixiao import bad.txt
ok "a bad file changes nothing" unchanged a.jixiao "$jixiao" words a.jixiao import bad.txt

echo "1..$n"
