# tests/journey-edit.sh — a project typed from nothing, a block pasted, a crash while typing, as TAP.
#
#   sh tests/journey-edit.sh JIXIAO JIXIAO_DESKTOP ATSPI_LOOK
. "$(dirname "$0")/journey-common.sh"

newest='(SELECT max(id) FROM project)'

# fill TEXT…: types each into its cell and goes on with Tab, which passes over the words of the layout.
fill () {
  for word; do
    type_text "$word"
    key Tab
  done
}

echo 1..26
"$jixiao" import "$file" "$JIXIAO_DATA/samples/nongye-2024.txt" >/dev/null || exit 1
records >"$folder/before"
projects=$(answer 'SELECT count(*) FROM project')

open_window
key ctrl+shift+p
check 'a project is added by a key' \
  holds "SELECT count(*) FROM project" $((projects + 1))
key ctrl+Home # it begins with the name
fill 'Heading' '401001Bureau' 'Unit: 10000 yuan' 'CODE0001' 'Name' '100' '80' '20' 'For work.' \
  '20%' '50%' '80%' '100%' '1. One goal' 'Output' 'Quantity' 'Trained' 'People trained' '>=7000'
type_text 'Plan'
key Return
check 'every cell of it is typed' \
  holds "SELECT group_concat(x, '|') FROM (
    SELECT heading || '|' || currency_line || '|' || code || '|' || name || '|' || amount_text || '|' || purpose AS x
      FROM project WHERE id = $newest
    UNION ALL SELECT group_concat(source || amount_text, '|') FROM funding WHERE project_id = $newest
    UNION ALL SELECT label || percent_text FROM plan_point WHERE project_id = $newest
    UNION ALL SELECT text FROM goal WHERE project_id = $newest
    UNION ALL SELECT level1 || level2 || name || description || value_text || basis
      FROM indicator WHERE project_id = $newest)" \
  'Heading|Unit: 10000 yuan|CODE0001|Name|100|For work.|fiscal80|other20|3月底20%|6月底50%|10月底80%|12月底100%|1. One goal|OutputQuantityTrainedPeople trained>=7000Plan'
check '… and its unit' \
  holds "SELECT u.code || u.name FROM project p JOIN unit u ON u.id = p.unit_id WHERE p.id = $newest" \
  401001Bureau
check 'the amounts and the share are understood' \
  holds "SELECT (SELECT amount_fen FROM project WHERE id = $newest) || '|' || percent_e6
    FROM plan_point WHERE project_id = $newest AND ordinal = 2" '100000000|50000000'
screenshot typed

key ctrl+End Home
key ctrl+shift+Return
check 'a row is added below, of the same levels' \
  holds "SELECT group_concat(level1) FROM indicator WHERE project_id = $newest" 'Output,Output'
type_text 'Second'
key Tab
check '… and typed into' \
  holds "SELECT name FROM indicator WHERE project_id = $newest AND ordinal = 2" Second
key alt+Up
check 'a row is moved up' \
  holds "SELECT name FROM indicator WHERE project_id = $newest AND ordinal = 1" Second
key ctrl+shift+r
check 'a row is duplicated' \
  holds "SELECT count(*) FROM indicator WHERE project_id = $newest AND name = 'Second'" 2
key ctrl+shift+Delete
check 'a row is removed' \
  holds "SELECT count(*) FROM indicator WHERE project_id = $newest" 2
screenshot rows

paste_from '产出指标	数量指标	培训人数	全年培训的人数	≥7000人	工作计划
		培训期数	"全年
举办的期数"	≥12期	
效益指标	社会效益	满意度	受训人员满意度	≥95%	问卷
'
key ctrl+Home ctrl+End Up Home Left Left
key ctrl+v
check 'what a paste would change is shown first' window_called 粘贴
screenshot preview
key Escape
await no_window_called 粘贴
check 'Escape leaves a paste' \
  holds "SELECT count(*) FROM indicator WHERE project_id = $newest AND name = '培训人数'" 0
key ctrl+v
await window_called 粘贴
key Return
check 'a block of a spreadsheet is pasted, with a new row and its merged levels' \
  holds "SELECT group_concat(level1 || level2 || name || value_text, '|') FROM
    (SELECT * FROM indicator WHERE project_id = $newest ORDER BY ordinal)" \
  '产出指标数量指标培训人数≥7000人|产出指标数量指标培训期数≥12期|效益指标社会效益满意度≥95%'
screenshot pasted
key shift+Right shift+Right shift+Right shift+Down ctrl+c
copied () {
  clipboard | grep -q '≥\|培训\|数量指标	'
}
check 'a range is copied as tab-separated text' copied
key ctrl+z
check 'one undo takes the paste back' \
  holds "SELECT count(*) FROM indicator WHERE project_id = $newest" 2
key ctrl+shift+z
check 'one redo brings it again' \
  holds "SELECT count(*) FROM indicator WHERE project_id = $newest" 3

key ctrl+Home
type_text 'closed in the middle'
key ctrl+w
check 'a window that is closed in mid-edit ends well' gone
check '… and has stored what was typed' \
  holds "SELECT heading FROM project WHERE id = $newest" 'closed in the middle'

open_window
screenshot reopened
key ctrl+z
check 'reopened, what was stored in closing is undone' \
  holds "SELECT heading FROM project WHERE id = $newest" Heading
key ctrl+shift+z
check '… and done again' \
  holds "SELECT heading FROM project WHERE id = $newest" 'closed in the middle'
key ctrl+f
key Escape
key F8
type_text 'half a word'
check 'what is being typed is kept beside the records' \
  holds "SELECT text FROM draft" 'half a word'
records >"$folder/killed"
killed
records >"$folder/after"
check 'a crash changes no record' cmp "$folder/killed" "$folder/after"
open_window
screenshot restored
type_text '!' # into the editor, which is open again
check 'the text is offered again' holds "SELECT text FROM draft" 'half a word!'
key Return
check '… and Enter keeps it' \
  holds "SELECT count(*) > 0 FROM history WHERE new = 'half a word!'" 1
check '… and no draft is left' holds 'SELECT count(*) FROM draft' 0
key ctrl+w
check 'the window closes' gone
is_quiet
