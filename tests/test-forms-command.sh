# tests/test-forms-command.sh JIXIAO — layouts as files from the command, as TAP: exported, imported,
# printed in.
. "$(dirname "$0")/command-suite.sh"

"$jixiao" import a.jixiao "$samples/nongye-2024.txt" >/dev/null || exit 1
form=$samples/linxi.form
# same_again ID: exported, imported and exported again it is the same.
same_again () {
  "$jixiao" forms a.jixiao export "$1" -o "$1.txt" && "$jixiao" forms a.jixiao import "$1.txt" &&
    "$jixiao" forms a.jixiao export "$1" | cmp - "$1.txt"
}

ok "help" says "用法：jixiao forms" "$jixiao" forms --help
ok "the forms that are brought" says "^zunhua " "$jixiao" forms
ok "the forms of a file" says "^zunhua " "$jixiao" forms a.jixiao list
ok "an unknown verb" status 2 "$jixiao" forms a.jixiao eat
ok "nothing to export" status 2 "$jixiao" forms a.jixiao export
ok "nothing to import" status 2 "$jixiao" forms a.jixiao import
ok "too much" status 2 "$jixiao" forms a.jixiao list zunhua
ok "a form that is not there" status 3 "$jixiao" forms a.jixiao export none
ok "a file that is not there" status 3 "$jixiao" forms none.jixiao list
ok "a form file that is not there" status 3 "$jixiao" forms a.jixiao import none.form
ok "a folder that is not there" status 3 "$jixiao" forms a.jixiao export zunhua -o none/zunhua.txt
for id in chengde zunhua nanpu tangshan-renshe tangshan-shehui procurement assets monitoring evaluation; do
  ok "$id is exported and imported the same" same_again $id
done
ok "without a file it is only looked at" says "新增 2" "$jixiao" forms - import "$form"
ok "a county's own form" says "新增 2、换掉 0、原样 0" "$jixiao" forms a.jixiao import "$form"
ok "again it is the same" says "新增 0、换掉 0、原样 2" "$jixiao" forms a.jixiao import "$form"
ok "it is listed" says "^linxi .*临溪.*横向，6 列" "$jixiao" forms a.jixiao list
ok "tables are printed in it" status 0 "$jixiao" export a.jixiao --form linxi --tables -o linxi.pdf
ok "the whole text is printed in it" status 0 "$jixiao" export a.jixiao --form linxi -o whole.docx
sed 's/^columns 30 36 62 50 32 57/columns 30 36 62 50 32 157/' "$form" >wide.form
ok "a bad file" status 3 "$jixiao" forms a.jixiao import wide.form
ok "a bad file is told by its line" says "wide.form：第 30 行：列宽合计" "$jixiao" forms a.jixiao import wide.form
ok "a bad file changes nothing" unchanged a.jixiao "$jixiao" forms a.jixiao import wide.form
used=$("$jixiao" list a.jixiao | grep -o 'chengde\|zunhua\|nanpu' | head -1)
"$jixiao" forms a.jixiao export "${used:-zunhua}" | sed 's/项目编码/项目代码/' >other.form
ok "a form in use" status 3 "$jixiao" forms a.jixiao import other.form
ok "a form in use, replaced" says "换掉 1" "$jixiao" forms a.jixiao import other.form --replace

echo "1..$n"
