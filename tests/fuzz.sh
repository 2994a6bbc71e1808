# tests/fuzz.sh — builds the fuzz targets of the readers with clang and runs each; stops at the
# first finding, whose input it leaves in build-fuzz.
#
#   sh tests/fuzz.sh [SECONDS [TARGET…]]     so many for each target; 60 when not said
#
# FUZZ_SEED repeats a run; without it each goes its own way.  Without clang, and where it cannot be installed,
# there is nothing to do.
set -eu
cd "$(dirname "$0")/.."
seconds=${1-60}
[ $# -eq 0 ] || shift
targets=${*:-text html mht paste docx xlsx odt ods package pdf pdf-file}
build=build-fuzz

if ! sh app/setup.sh fuzz >/dev/null 2>&1 || ! command -v clang >/dev/null 2>&1; then
  echo 'fuzz: no clang (see data/packages), nothing is run'
  exit 0
fi
[ -f $build/build.ninja ] || CC=clang meson setup -Dtests=enabled -Dfuzz=true \
  -Db_sanitize=address,undefined -Db_lundef=false -Dc_args=-fsanitize=fuzzer-no-link $build
export LSAN_OPTIONS="suppressions=$PWD/tests/lsan.supp:print_suppressions=0"
export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
export G_DEBUG=fatal-criticals
for target in $targets; do
  ninja -C $build tests/fuzz-$target >/dev/null
  mkdir -p $build/found/$target
  echo "fuzz: $target, $seconds s"
  $build/tests/fuzz-$target -seed="${FUZZ_SEED-0}" -max_total_time=$seconds -timeout=20 \
    -rss_limit_mb=4096 -max_len=8192 -artifact_prefix=$build/found- -print_final_stats=0 -verbosity=0 \
    -dict=tests/fuzz/words.dict $build/found/$target tests/fuzz/corpus/$target
done
