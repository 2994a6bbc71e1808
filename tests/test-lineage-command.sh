# tests/test-lineage-command.sh JIXIAO — 沿革 from the command, as TAP: proposed, confirmed, corrected,
# taken back.
. "$(dirname "$0")/command-suite.sh"

"$jixiao" import a.jixiao "$samples/nongye-2024.txt" >/dev/null || exit 1
cp a.jixiao single.jixiao
"$jixiao" draft a.jixiao --year 2025 >/dev/null || exit 1
lineage () {
  "$jixiao" lineage a.jixiao 2024 2025 "$@"
}

ok "help" says "用法：jixiao lineage" "$jixiao" lineage --help
ok "a draft knows where it comes from" says "^表：已认定 4 · 有把握 0" lineage
ok "what is settled is not listed" sh -c '! "$0" lineage a.jixiao 2024 2025 | grep -q 高标准农田' "$jixiao"
ok "it is listed with --all" says "  1 高标准农田管护补助 ← 1 高标准农田管护补助　已认定" lineage --all
ok "rows too" says "        1.1 管护面积 ← 1.1 管护面积" lineage --all
ok "listing changes nothing" unchanged a.jixiao lineage
for no in 1 2 3 4; do
  ok "project $no is taken back" says "^取消认定 1 处$" lineage --forget $no
done
ok "nothing is left to take back, and it says so" says "^取消认定 0 处；1、2 没有认定过$" lineage --forget 1 --forget 2
ok "taking back is undone" says "取消认定的沿革" "$jixiao" undo a.jixiao
ok "then it was said again" says "^取消认定 1 处；3 没有认定过$" lineage --forget 4 --forget 3
ok "then it is proposed" says "  1 高标准农田管护补助 ← 1 高标准农田管护补助　把握" lineage --all
ok "as JSON" says '"sureness"' lineage --format json
ok "the sure ones are confirmed" says "^认定 4 处" lineage --confirm 90
ok "once" says "^认定 0 处" lineage --confirm 90
ok "that is taken back by undo" says "认定沿革" "$jixiao" undo a.jixiao
ok "a person knows better" says "^认定 3 处" lineage --say 3=4 --say 1.2=1.3 --say 4=
ok "it is so" says "  3 农业社会化服务补助 ← 4 农产品质量安全监测　已认定" lineage --all
ok "a row is so" says "        1.2 资金到位率 ← 1.3 管护任务完成及时率　已认定" lineage --all
ok "what a person calls new is new" says "  4 农产品质量安全监测　新增（已认定）" lineage --all
ok "the comparison follows" says "^增 农产品质量安全监测" "$jixiao" compare a.jixiao 2024 2025
ok "one step undoes it" says "认定沿革" "$jixiao" undo a.jixiao
ok "two of one, and one of two" says "^认定 4 处" lineage --say 1=1+2 --say 3=3 --say 4=3
ok "the split" says "  4 农产品质量安全监测　新增（已认定），由上年的这个项目拆分：农业社会化服务补助" lineage --all
ok "the merger" says "  没有了：2 .*　并入 高标准农田管护补助（已认定）" lineage --all
ok "a comparison tells" says "由“农业社会化服务补助”拆分而来" "$jixiao" compare a.jixiao 2024 2025
ok "one step undoes them" says "认定沿革" "$jixiao" undo a.jixiao
ok "a row has one row only" status 3 lineage --say 1.1=1.1 --say 1.2=1.1
ok "no such project" status 3 lineage --say 9=1
ok "no such earlier row" status 3 lineage --say 1.2=1.99
ok "a row is no project" status 3 lineage --say 1.2=1
ok "no equals sign" status 3 lineage --say 1
ok "a refusal changes nothing" unchanged a.jixiao lineage --say 1=1 --say 9=1
ok "nothing there to take back" status 3 lineage --forget 12
ok "two verbs" status 2 lineage --confirm 90 --forget 1
ok "an unknown format" status 2 lineage --format pdf
ok "more than certain" status 2 lineage --confirm 101
ok "no year" status 2 "$jixiao" lineage a.jixiao heute 2025
ok "a year is missing" status 2 "$jixiao" lineage a.jixiao 2024
ok "only one text" status 3 "$jixiao" lineage single.jixiao 2024 2025
ok "a file that is not there" status 3 "$jixiao" lineage none.jixiao 2024 2025

echo "1..$n"
