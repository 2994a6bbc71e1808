# tests/journey-findings.sh — the findings of a sample are worked off with real keys until none is left:
# edited, fixed and waived; then all of it is undone.  As TAP.
#
#   sh tests/journey-findings.sh JIXIAO JIXIAO_DESKTOP
. "$(dirname "$0")/journey-common.sh"

# Findings that nobody has answered.
left () {
  answer 'SELECT count(*) FROM finding WHERE NOT waived'
}

actions () {
  answer 'SELECT max(id) FROM action'
}

# acts BEFORE [TIMES]: waits a moment for an action after that one; whether there was any.
acts () {
  for try in $(seq ${2-20}); do
    [ "$(actions)" -gt "$1" ] && return
    sleep 0.1
  done
  return 1
}

echo 1..9
"$jixiao" import "$file" "$JIXIAO_DATA/samples/shijian-2023.txt" >/dev/null || exit 1
records >"$folder/before"
findings=$(left)
first=$(actions)
open_window

# An edit where the first finding is.
key F8
type_text '0'
key Return
check 'what is typed at a finding is an action' acts "$first"
screenshot findings-edit

# The whole text: its line is the first of the tree.  Then the first finding of the list.
key ctrl+f Escape Home
key ctrl+shift+f Return
key F9
sleep 0.5
before=$(actions)
key ctrl+Return
screenshot findings-reason
check 'a waiver without a reason is none' test "$(actions)" = "$before"
type_text '按批复执行'
key ctrl+Return
check 'with a reason it is one' holds "SELECT count(*) > 0 FROM waiver WHERE reason = '按批复执行'" 1

# All the others: fixed where that is certain, else waived.
fixed=0
rounds=0
while [ "$(left)" != 0 ] && [ $rounds -lt 60 ]; do
  rounds=$((rounds + 1))
  before=$(actions)
  key ctrl+period
  if acts "$before" 4; then
    fixed=$((fixed + 1))
    continue
  fi
  key Escape F9 # a suggestion asks for words
  sleep 0.2
  type_text '核实'
  key ctrl+Return
  acts "$before" || key Escape
done
screenshot findings-none
check 'some findings are fixed' test "$fixed" -gt 0
check 'no finding is left' test "$(left)" = 0
key alt+3
sleep 0.5
screenshot findings-waivers
key alt+1

for try in $(seq 80); do
  [ "$(answer "SELECT count(*) FROM action a WHERE id > $first AND undoes IS NULL
    AND NOT EXISTS (SELECT 1 FROM action b WHERE b.undoes = a.id)")" = 0 ] && break
  before=$(actions)
  key ctrl+z
  acts "$before"
done
screenshot findings-undone
check 'all findings are back' holds 'SELECT count(*) FROM finding WHERE NOT waived' "$findings"
key ctrl+w
check 'the window closes' gone
records >"$folder/after"
check 'undo has brought every word back' cmp "$folder/before" "$folder/after"
is_quiet
