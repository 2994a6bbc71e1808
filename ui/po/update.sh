# ui/po/update.sh — brings the translations up to date with the window's words, and says which are missing.
#
#   sh ui/po/update.sh            rewrites ui/po/*.po
#   sh ui/po/update.sh --check    changes nothing; fails where a translation is missing or no longer used
set -eu
cd "$(dirname "$0")/../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

xgettext --from-code=UTF-8 --keyword=_ --keyword=N_ --keyword=C_:1c,2 --add-comments=TRANSLATORS \
  --no-location --package-name=jixiao -o "$folder/jixiao.pot" ui/*.c ui/*.ui

status=0
while read -r language; do
  po=ui/po/$language.po
  msguniq --use-first -o "$folder/$language.po" "$po"
  msgmerge --quiet --no-fuzzy-matching --no-location --sort-output -o "$folder/new.po" \
    "$folder/$language.po" "$folder/jixiao.pot"
  msgattrib --no-obsolete --no-location -o "$folder/all.po" "$folder/new.po"
  missing=$(msgattrib --untranslated --no-obsolete --no-wrap "$folder/all.po" | sed -n '/^#/d; /^msgid ""$/d; s/^msgid //p')
  if [ -n "$missing" ]; then
    printf '%s lacks:\n%s\n' "$language" "$missing"
    status=1
  fi
  unused=$(msgattrib --only-obsolete "$folder/new.po" | sed -n 's/^#~ msgid //p')
  if [ "${1-}" != --check ]; then
    cp "$folder/all.po" "$po"
  elif [ -n "$unused" ]; then
    printf '%s has no use for:\n%s\n' "$language" "$unused"
    status=1
  fi
done <ui/po/LINGUAS
exit $status
