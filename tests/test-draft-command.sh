# tests/test-draft-command.sh JIXIAO — next year's text from the command, as TAP: what goes on, ends, is
# split and merged.
. "$(dirname "$0")/command-suite.sh"

"$jixiao" import a.jixiao "$samples/nongye-2024.txt" >/dev/null || exit 1
draft () {
  cp a.jixiao b.jixiao
  "$jixiao" draft b.jixiao "$@"
}
b () {
  "$jixiao" "$1" b.jixiao 2024 2025 --all
}

ok "help" says "^  -m, --merge" "$jixiao" draft --help
ok "everything goes on" says "^松岭市农业农村局 2025 年（一上）：4 张表由 2024 年接续" draft
ok "no fate, no word of it" sh -c '! "$0" draft a.jixiao --year 2026 | grep 项目：' "$jixiao"
"$jixiao" undo a.jixiao >/dev/null
ok "fates are counted" says "^项目：1 个到期不再做、1 个并入别的项目、1 个拆成两个、2 个是空白的新项目$" \
  draft --end 3 --merge 4=1 --split 2 --new 2
ok "the second half stands behind the first" says "^  3 .*（二）　新增（已认定），由上年的这个项目拆分：" b lineage
ok "what went into another one is there" says "^  没有了：4 .*　并入 高标准农田管护补助（已认定）" b lineage
ok "what ended is gone" says "^  没有了：3 农业社会化服务补助$" b lineage
ok "all of it is one step" says "起草 2025 年" "$jixiao" undo b.jixiao
ok "two at once" says "2 个并入别的项目" draft --merge 3-4=1
ok "no number" status 3 draft --merge 4
ok "into nothing" status 3 draft --merge 4=
ok "into two" status 3 draft --merge 4=1,2
ok "into itself" status 3 draft --merge 4=4
ok "into one that ends" status 3 draft --end 1 --merge 4=1
ok "no such project" status 3 draft --split 9
ok "split and gone" status 3 draft --split 4 --merge 4=1
ok "a refusal changes nothing" unchanged a.jixiao "$jixiao" draft a.jixiao --merge 4=4
ok "no number at all" status 3 draft --split heute

echo "1..$n"
