# tests/test-overview-command.sh JIXIAO — 汇总 from the command, as TAP: numbers, pictures, errors.
. "$(dirname "$0")/command-suite.sh"

"$jixiao" import a.jixiao "$samples/nongye-2024.txt" "$samples/shuiwu-2025.txt" "$samples/zhujian-2025.txt" >/dev/null || exit 1
"$jixiao" import one.jixiao "$samples/nongye-2024.txt" >/dev/null || exit 1

# draws FORMAT PATTERN: such a file begins with the pattern.
draws () {
  "$jixiao" overview a.jixiao -d 农业 -o "out.$1" && head -c 300 "out.$1" | grep -qa -e "$2"
}
# same_money: the total is what jixiao list says.
same_money () {
  "$jixiao" list one.jixiao | grep -q '合计 1948.4 万元' && "$jixiao" overview one.jixiao | grep -q '预算  1948.4 万元'
}

ok "help" says "用法：jixiao overview" "$jixiao" overview --help
ok "of the only department" says "^松岭市农业农村局　2024年绩效目标汇总" "$jixiao" overview one.jixiao
ok "of all departments" says "^全部部门　2025年" "$jixiao" overview a.jixiao
ok "of one of them" says "松岭市农产品质量检测站  金额 98 万元" "$jixiao" overview a.jixiao --department 农业
ok "of another year" says "^全部部门　2024年" "$jixiao" overview a.jixiao --year 2024
ok "the money is that of the list" same_money
ok "nothing is changed" unchanged a.jixiao "$jixiao" overview a.jixiao -o b.pdf
ok "as PDF" draws pdf '%PDF-1'
ok "as SVG" draws svg '<svg'
ok "as a web page" draws html '<!DOCTYPE html>'
ok "as CSV" draws csv '部门,年度,图'
ok "as JSON" draws json '"department" : "松岭市农业农村局"'
ok "as text" draws txt '绩效目标汇总'
ok "JSON on standard output" says '"chart" : "plan"' "$jixiao" overview a.jixiao --format json
ok "every mark of the page leads to a number" sh -c \
  'for id in $(grep -o "href=\"#[^\"]*" out.html | cut -c8- | sort -u); do grep -q "id=\"$id\"" out.html || exit 1; done; grep -q "href=\"#n1-0" out.html'
ok "an unknown department" status 3 "$jixiao" overview a.jixiao --department 教育
ok "an unclear department" status 3 "$jixiao" overview a.jixiao --department 局
ok "a year without texts" status 3 "$jixiao" overview a.jixiao --year 2019
ok "an unknown ending" status 2 "$jixiao" overview a.jixiao -o out.doc
ok "an unknown format" status 2 "$jixiao" overview a.jixiao --format doc
ok "a folder that is not there" status 3 "$jixiao" overview a.jixiao -o none/out.pdf
ok "a file that is not there" status 3 "$jixiao" overview none.jixiao
ok "too much" status 2 "$jixiao" overview a.jixiao b.jixiao

echo "1..$n"
