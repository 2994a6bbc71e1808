# tests/journey-findings.sh — the findings of a sample are worked off with real keys until none is left:
# fixed, edited, waived; then all of it is undone.  As TAP.
#
#   sh tests/journey-findings.sh JIXIAO JIXIAO_DESKTOP
. "$(dirname "$0")/journey-common.sh"

# Findings of the file that nobody has answered.
open_findings () {
  answer 'SELECT count(*) FROM finding WHERE NOT waived'
}

actions () {
  answer 'SELECT count(*) FROM action'
}

# until_more ACTIONS: waits until there are more actions than that.
until_more () {
  for try in $(seq 40); do
    [ "$(actions)" -gt "$1" ] && return
    sleep 0.1
  done
}

none_is_left () {
  [ "$(open_findings)" = 0 ]
}

echo 1..10
"$jixiao" import "$file" "$JIXIAO_DATA/samples/shuiwu-2025.txt" >/dev/null || exit 1
records >"$folder/before"
open_window

# A certain fix, where there is one: the list of all is shown first.
key alt+1 F8
before=$(actions)
key ctrl+period
until_more "$before"
screenshot findings-fixed

# An edit: the first finding's cell gets another text, and history knows.
key F8
type_text '改'
key Return
check 'what is typed at a finding is an action' test "$(actions)" -gt "$before"

# A reason is required: without one, Ctrl+Enter does nothing.
key ctrl+shift+f Tab
before=$(actions)
key F8 F9
sleep 0.5
key ctrl+Return
screenshot findings-reason
type_text '按批复执行'
key ctrl+Return
check 'a finding is waived with a reason' \
  holds "SELECT count(*) > 0 FROM waiver WHERE reason = '按批复执行'" 1

# Then all the others, project by project.
n=$n
rounds=0
while [ "$(open_findings)" != 0 ] && [ $rounds -lt 300 ]; do
  before=$(actions)
  key F8 F9
  sleep 0.3
  type_text '已核实'
  key ctrl+Return
  until_more "$before"
  [ "$(actions)" = "$before" ] && key Escape && break
  rounds=$((rounds + 1))
done
screenshot findings-project-done
