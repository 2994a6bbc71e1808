# tests/test-compare-command.sh JIXIAO — two years compared into files, as TAP: every format, and what
# each of them tells of a target that moved.
. "$(dirname "$0")/command-suite.sh"

"$jixiao" import a.jixiao "$samples/nongye-2024.txt" "$samples/shuiwu-2025.txt" >/dev/null || exit 1
"$jixiao" draft a.jixiao -d 农业 --year 2025 >/dev/null && "$jixiao" draft a.jixiao -d 水务 --year 2026 >/dev/null || exit 1
cp a.jixiao b.jixiao
# A target that became easier while the money rose: 5600 households to 5000, 1280 to 1500.
sqlite3 a.jixiao "UPDATE indicator SET value_text = '≥5000户' WHERE name = '受益农户数' AND project_id IN
    (SELECT id FROM project WHERE document_id IN (SELECT id FROM document WHERE fiscal_year = 2025));
  UPDATE project SET amount_text = '1500', amount_fen = 1500000000 WHERE name = '高标准农田管护补助'
    AND document_id IN (SELECT id FROM document WHERE fiscal_year = 2025)" || exit 1
"$jixiao" check a.jixiao >/dev/null

# tells FILE PATTERN: the file's text has it.
tells () {
  case $1 in
  *.pdf) pdftotext "$1" - | tr -d '\n' ;;
  *.xlsx) unzip -p "$1" xl/sharedStrings.xml | tr -d '\n' ;;
  *) cat "$1" ;;
  esac | grep -q -e "$2"
}

ok "help" says "用法：jixiao compare" "$jixiao" compare --help
for format in pdf xlsx html json txt; do
  ok "as $format" status 1 "$jixiao" compare a.jixiao 2024 2025 -o out.$format
  ok "$format names the row" tells out.$format 受益农户数
done
for format in html txt; do
  ok "$format tells by how much the target moved" tells out.$format '-600，-10.7%'
  ok "$format tells by how much the money moved" tells out.$format '+220，+17.2%'
done
for format in pdf xlsx; do
  ok "$format tells by how much the target moved" tells out.$format '-600.*-10.7%'
  ok "$format tells by how much the money moved" tells out.$format '+220.*+17.2%'
done
ok "JSON tells the difference" tells out.json '"difference" : "-600"'
ok "JSON tells the percentage" tells out.json '"percent" : "-10.7"'
for format in html txt; do
  ok "$format says that the bar was lowered while the money rose" tells out.$format '目标降低而预算增加 1 处'
done
ok "JSON says so too" tells out.json 'bar-lowered-money-rose'
ok "the records are as they were" unchanged a.jixiao "$jixiao" compare a.jixiao 2024 2025 -o out.pdf
ok "an unknown ending" status 2 "$jixiao" compare a.jixiao 2024 2025 -o out.doc
ok "no ending" status 2 "$jixiao" compare a.jixiao 2024 2025 -o out
ok "a folder that is not there" status 3 "$jixiao" compare a.jixiao 2024 2025 -o none/out.pdf
ok "years without texts" status 3 "$jixiao" compare a.jixiao 2019 2020 -o none.pdf
ok "no file is left then" test ! -e none.pdf
"$jixiao" import b.jixiao "$samples/zhujian-2025.txt" >/dev/null && "$jixiao" draft b.jixiao -d 住房 --year 2026 >/dev/null
ok "one file tells of one department" status 3 "$jixiao" compare b.jixiao 2025 2026 -o two.pdf
ok "which was not begun" test ! -e two.pdf
ok "of the one that is chosen" status 1 "$jixiao" compare b.jixiao 2025 2026 -d 住房 -o two.pdf
ok "text tells of all" says "水务局" "$jixiao" compare b.jixiao 2025 2026

echo "1..$n"
