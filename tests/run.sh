# tests/run.sh — from a fresh checkout to tested: installs what is missing, builds with sanitizers
# and warnings as errors, runs every test.  Its last line is “N passed, N failed”.
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
rm -f $build/meson-logs/testlog.txt

trap - EXIT

# A busy machine is no failure: the limits only end a program that hangs.
status=0
meson test -C $build --no-rebuild --print-errorlogs --timeout-multiplier 5 "$@" || status=$?

log=$build/meson-logs/testlog.txt
passed=$(grep -c '^ok ' $log || true)
failed=$(grep -c '^not ok ' $log || true)
# A program that crashed or timed out has no line of its own.
[ "$status" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
echo "$passed passed, $failed failed"
exit "$status"
