# app/run.sh — from a fresh checkout to a running Jixiao: installs what is missing, builds, takes
# the sample documents in, checks them, and writes their tables.
#
#   sh app/run.sh
set -eu
cd "$(dirname "$0")/.."
sh app/setup.sh build

[ -f build/build.ninja ] || meson setup --buildtype=release build
ninja -C build

jixiao=build/app/jixiao
out=build/samples
file=$out/samples.jixiao
rm -rf "$out"
mkdir -p "$out"

"$jixiao" import "$file" data/samples/*.txt
status=0
"$jixiao" check "$file" --format html >"$out/findings.html" || status=$?
"$jixiao" check "$file" >"$out/findings.txt" || status=$?
[ "$status" -le 1 ] || exit "$status"
"$jixiao" export "$file" -o "$out/tables.pdf"
"$jixiao" export "$file" -o "$out/tables.xlsx"

cat <<EOF

Jixiao is built and has read the sample documents.
  the command       $jixiao --help
  record file       $file
  inconsistencies   $out/findings.html and findings.txt
  printed tables    $out/tables.pdf and tables.xlsx
  the window        build/ui/jixiao-desktop $file
EOF
[ -z "${DISPLAY-}${WAYLAND_DISPLAY-}" ] || exec build/ui/jixiao-desktop "$file"
