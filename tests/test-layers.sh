# tests/test-layers.sh — the rules of the house that a compiler does not see, as TAP.
cd "$(dirname "$0")/.." || exit 1

n=0
# check TEXT OFFENDERS: passes when there are no offenders.
check () {
  n=$((n + 1))
  if [ -z "$2" ]; then
    echo "ok $n - $1"
  else
    echo "not ok $n - $1"
    printf '%s\n' "$2" | sed 's/^/# /'
  fi
}

sources=$(find db app ui tests -name '*.[ch]')

# functions FOLDER…: the functions that headers there declare.
functions () {
  find "$@" -name '*.h' -exec grep -hE '^[A-Za-z]' {} + | grep -oE '[a-z][a-z0-9_]* \(' | sort -u
}

echo 1..10
check 'SQLite is spoken in db/ only' \
  "$(grep -nE 'sqlite3_(prepare|step|exec|bind|open)' $(find app ui -name '*.[ch]'))"
check 'SQL stands in db/ only' \
  "$(grep -nE '"(SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE) ' $(find app ui -name '*.[ch]'))"
check 'db/ includes nothing above it' \
  "$(grep -nE '#include "(app|ui|tests)/' $(find db -name '*.[ch]'))"
check 'app/ includes nothing above it' \
  "$(grep -nE '#include ("(ui|tests)/|<gtk)' $(find app -name '*.[ch]'))"
check 'no file is longer than 600 lines' \
  "$(wc -l $sources | awk '$2 != "total" && $1 > 600')"
check 'every file says in its first line what it is' \
  "$(for file in $sources; do head -n 1 "$file" | grep -qF "/* $file — " || echo "$file"; done)"
check 'every file is formatted' \
  "$(clang-format --dry-run -Werror $sources 2>&1 | grep 'error:' | cut -d: -f1 | sort -u)"
check 'nothing that tests share takes the place of what it tests' \
  "$({ functions tests && functions db app ui; } | sort | uniq -d)"
check 'the window speaks English in the source' \
  "$(sed -E 's,/\*([^*]|\*[^/])*\*/,,' ui/*.c ui/*.ui | grep -nP '"[^"]*\p{Han}|>[^<]*\p{Han}')"
check 'and Chinese on a Chinese desktop' "$(sh ui/po/update.sh --check 2>&1)"
