# tests/tsan.sh BUILD SUITE… — runs suites that use threads with ThreadSanitizer.  BUILD is
# made here unless it is there.
cd "$(dirname "$0")/.." || exit 1
build=$1
shift
[ -f "$build/build.ninja" ] || meson setup -Dtests=enabled -Db_sanitize=thread \
  -Db_lundef=false -Ddefault_library=shared "$build" || exit 1
ninja -C "$build" tests/libtsan-glib.so $(printf 'tests/test-%s ' "$@") || exit 1

# GLib is loaded behind what stands before it, and behind the sanitizer; a test that forked
# would have no threads.
runtime=$(cc -print-file-name=libtsan.so)
export JIXIAO_DATA="$PWD/data" CK_FORK=no TSAN_OPTIONS="suppressions=$PWD/tests/tsan.supp"
status=0
for suite in "$@"; do
  LD_PRELOAD="$runtime $PWD/$build/tests/libtsan-glib.so" \
    setarch -R "$build/tests/test-$suite" || status=1
done
exit $status
