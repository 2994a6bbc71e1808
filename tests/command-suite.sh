# tests/command-suite.sh — what the tests of the command share, to be sourced: the command of $1, a
# folder of their own, and the ways of looking at what it did.
jixiao=$(realpath "$1")
samples=$JIXIAO_DATA/samples
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder" || exit 1
n=0

# ok TEXT COMMAND…: passes when the command does.
ok () {
  text=$1
  shift
  n=$((n + 1))
  if "$@" >"$folder/.out" 2>&1; then
    echo "ok $n - $text"
  else
    echo "not ok $n - $text"
    sed 's/^/# /' "$folder/.out"
  fi
}

# status N COMMAND…: the exit status is N; an error is one line on stderr that begins with the
# program's name, and nothing is on stdout.
status () {
  expected=$1
  shift
  "$@" >"$folder/.stdout" 2>"$folder/.stderr"
  got=$?
  [ "$got" -eq "$expected" ] || { echo "status $got"; cat "$folder/.stderr"; return 1; }
  case $expected in
  2 | 3)
    [ "$(wc -l <"$folder/.stderr")" -eq 1 ] || { cat "$folder/.stderr"; return 1; }
    grep -q '^jixiao: ' "$folder/.stderr" || { cat "$folder/.stderr"; return 1; }
    ;;
  *) [ ! -s "$folder/.stderr" ] || { cat "$folder/.stderr"; return 1; } ;;
  esac
}

# says PATTERN COMMAND…: the output has the pattern, whatever the status.
says () {
  pattern=$1
  shift
  "$@" >"$folder/.all" 2>&1
  grep -q -e "$pattern" "$folder/.all" || { cat "$folder/.all"; return 1; }
}

# unchanged FILE COMMAND…: the command leaves the file as it was.
unchanged () {
  file=$1
  shift
  before=$(sha256sum "$file")
  "$@" >/dev/null 2>&1
  [ "$before" = "$(sha256sum "$file")" ]
}
