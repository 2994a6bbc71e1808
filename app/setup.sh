# app/setup.sh — installs what is missing of data/packages.
#
#   sh app/setup.sh build|test|fuzz
#
# Where there is no apt-get, or no right to use it, it names the packages and stops with status 3.
set -eu
cd "$(dirname "$0")/.."

case "${1-}" in
build) wanted='^build ' ;;
test) wanted='^(build|test) ' ;;
fuzz) wanted='^(build|test|fuzz) ' ;;
*)
  echo 'usage: sh app/setup.sh build|test|fuzz' >&2
  exit 2
  ;;
esac
packages=$(grep -E "$wanted" data/packages | cut -d' ' -f2)

missing=
if command -v dpkg-query >/dev/null 2>&1; then
  for package in $packages; do
    state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) || state=
    [ "$state" = installed ] || missing="$missing $package"
  done
elif ! command -v meson >/dev/null 2>&1; then
  missing=$packages
fi
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
  echo "This system has no apt-get.  Please install what these Debian packages are called here:" >&2
  echo $packages >&2
  exit 3
fi
as_root=
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null 2>&1; then
    echo "Please install as root, then run this again: apt-get install$missing" >&2
    exit 3
  fi
  as_root=sudo
fi
echo "Installing:$missing"
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -q
$as_root apt-get install -q -y --no-install-recommends $missing
