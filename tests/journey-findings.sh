# tests/journey-findings.sh — the findings of a sample are worked off with real keys until none is left:
# edited, fixed and waived; then all of it is undone.  As TAP.
#
#   sh tests/journey-findings.sh JIXIAO JIXIAO_DESKTOP ATSPI_LOOK
. "$(dirname "$0")/journey-common.sh"

# Findings that nobody has answered.
left () {
  answer 'SELECT count(*) FROM finding WHERE NOT waived'
}

actions () {
  answer 'SELECT max(id) FROM action'
}

# acts BEFORE: whether there is an action after that one.
acts () {
  [ "$(actions)" -gt "$1" ]
}

# Whether something is asked, or nothing is left to be asked about.
is_asked () {
  dialog_is_open || [ "$(left)" = 0 ]
}

# waive REASON: the finding that is selected.
waive () {
  key F9
  await dialog_is_open
  enter_text "$1"
  key ctrl+Return
}

echo 1..9
"$jixiao" import "$file" "$JIXIAO_DATA/samples/shijian-2023.txt" >/dev/null || exit 1
records >"$folder/before"
findings=$(left)
first=$(actions)
open_window

# An edit where the first finding is.
key F8
await focus_is 资金支出计划
type_text '0'
key Return
check 'what is typed at a finding is an action' acts "$first"
screenshot findings-edit

# The whole text: its line is the first of the tree.  Then the first finding of the list.
key ctrl+f Escape Home
await at_place 基本信息
key ctrl+shift+f Return
key F9
await dialog_is_open
before=$(actions)
key ctrl+Return
screenshot findings-reason
check 'a waiver without a reason is none' test "$(actions)" = "$before"
enter_text '按批复执行'
key ctrl+Return
check 'with a reason it is one' holds "SELECT count(*) > 0 FROM waiver WHERE reason = '按批复执行'" 1
await only_window

# All the others: fixed where that is certain, else waived.
fixed=0
rounds=0
while [ "$(left)" != 0 ] && [ $rounds -lt 60 ]; do
  rounds=$((rounds + 1))
  before=$(actions)
  key ctrl+period F9 # one after the other: what is open then is a suggestion, or the waiver of what is not fixed
  await is_asked
  if dialog_is_open; then
    key Escape
    await only_window
  fi
  if acts "$before"; then
    fixed=$((fixed + 1))
    continue
  fi
  waive 核实
  await acts "$before" || key Escape
  await only_window
done
screenshot findings-none
check 'some findings are fixed' test "$fixed" -gt 0
check 'no finding is left' test "$(left)" = 0
key alt+3
await at_place 找豁免
screenshot findings-waivers
key alt+1

# Each undo is one of the actions that are not undone yet.
undone () {
  [ "$(answer "SELECT count(*) FROM action a WHERE id > $first AND undoes IS NULL
    AND NOT EXISTS (SELECT 1 FROM action b WHERE b.undoes = a.id)")" = 0 ]
}
for try in $(seq 80); do
  undone && break
  before=$(actions)
  key ctrl+z
  await acts "$before"
done
screenshot findings-undone
check 'all findings are back' holds 'SELECT count(*) FROM finding WHERE NOT waived' "$findings"
key ctrl+w
check 'the window closes' gone
records >"$folder/after"
check 'undo has brought every word back' cmp "$folder/before" "$folder/after"
is_quiet
