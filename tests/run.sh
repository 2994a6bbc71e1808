# tests/run.sh — from a fresh checkout to tested: installs what is missing, builds with sanitizers
# and warnings as errors, runs every test.  Its last line is “N passed, N failed”; right before it stands
# each check that failed, with its suite and the beginning of its reason.
#
# A suite that failed is run once more, alone, after all others.  When it passes then it counts as passed, and one
# line tells of it: “unsteady: SUITE (CASE)”, which is a fault of the test to be mended.
#
#   sh tests/run.sh [NAME…]     all suites, or the named ones
#
# JIXIAO_SAMPLES may name a folder of real documents with *.expected.json beside them.
set -eu
cd "$(dirname "$0")/.."
# Whatever stops the run before a test could begin counts as one failure.
trap '[ "$?" -eq 0 ] || echo "0 passed, 1 failed"' EXIT
sh app/setup.sh test

build=build-test
if [ -z "${JIXIAO_SAMPLES-}" ] && [ -d ../shared/samples ]; then
  JIXIAO_SAMPLES=$(cd ../shared/samples && pwd)
fi
export JIXIAO_SAMPLES="${JIXIAO_SAMPLES-}"
# A case forks from what its suite made, and the end of each looks through all that was ever freed and is
# kept to be recognised: a little of it is enough.
export ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1:quarantine_size_mb=8
export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
export LSAN_OPTIONS="suppressions=$PWD/tests/lsan.supp:print_suppressions=0"

# Shared libraries: a hundred programs need not be linked whole.
[ -f $build/build.ninja ] || meson setup -Dtests=enabled -Db_sanitize=address,undefined -Dwerror=true \
  -Ddefault_library=shared -Db_lundef=false $build
ninja -C $build
logs=$build/meson-logs
rm -f $logs/testlog.* $logs/again.*

trap - EXIT

# run_suites LOG [OPTION…] [NAME…]: what it tells is in $logs/LOG.txt and .json; $status is 0 when all passed.
# A busy machine is no failure: the limits only end a program that hangs.
run_suites () {
  log=$1
  shift
  status=0
  meson test -C $build --no-rebuild --print-errorlogs --timeout-multiplier 5 --logbase "$log" "$@" || status=$?
}

# failing LOG: the suites of that run that did not pass, in one line.
failing () {
  [ ! -f "$logs/$1.json" ] ||
    sed -n '/"result": "\(OK\|SKIP\)",/!s/^{"name": "\([^"]*\)".*/\1/p' "$logs/$1.json" | tr '\n' ' '
}

run_suites testlog "$@"
unsure=$(failing testlog)
# shellcheck disable=SC2086 # the names
[ -z "$unsure" ] || run_suites again --num-processes 1 $unsure

touch $logs/testlog.txt $logs/again.txt
# A suite counts as it ended last.  One that crashed, timed out or left memory behind has perhaps no check that failed:
# then it counts as one itself.
awk -v unsure="$unsure" -v failing="$(failing again)" -v status="$status" '
  /^test: / { suite = $2; again = FILENAME ~ /again/; counts = again || !index(" " unsure, " " suite " "); lines = 0 }
  /^result: / { how = $0; sub(/^result: */, "", how); if (!again) first[suite] = how; else last[suite] = how }
  /^ok / { lines = 0; passed += counts }
  /^not ok / {
    lines = 5
    if (!again && !(suite in cases)) { cases[suite] = $0; sub(/^not ok [0-9]+ (- )?/, "", cases[suite]) }
    if (again) bad[suite]++
  }
  /^(1\.\.[0-9]|-----|=====)/ { lines = 0 }
  /ERROR: |runtime error: |^TAP parsing error/ && !lines { lines = 1 }
  again && lines && lines-- { reason[suite] = reason[suite] "  " $0 "\n" }
  END {
    n = split(unsure, names, " ")
    for (i = 1; i <= n; i++) {
      suite = names[i]
      if (!index(" " failing, " " suite " "))
        printf "unsteady: %s (%s)\n", suite, suite in cases ? cases[suite] : first[suite]
    }
    n = split(failing, names, " ")
    for (i = 1; i <= n; i++) {
      suite = names[i]
      failed += suite in bad ? bad[suite] : 1
      printf "failed: %s (%s)\n%s", suite, last[suite], reason[suite]
    }
    if (status && !failed) failed = 1
    printf "%d passed, %d failed\n", passed, failed
  }' $logs/testlog.txt $logs/again.txt
exit "$status"
