# tests/shapes.sh — makes PDF documents of texts in the shapes that offices have them in, and
# says how much of each is read as it was written.
#
#   sh tests/shapes.sh BUILD FOLDER DOCUMENT…
#
# From each document's own export as Word, web page: LibreOffice and Chromium print these with
# all lines, with some and with none, upright, across, both and turned, on small pages, in boxes that
# stand apart, in letters drawn twice and with words aslant over each page.  What is not installed
# is left out.
set -eu
build=$(cd "$1" && pwd) folder=$2
shift 2
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
export JIXIAO_DATA="${JIXIAO_DATA-$(cd "$(dirname "$0")/.." && pwd)/data}"

# web PDF SED: the page of the text, changed, as Chromium prints it.
web() {
  command -v chromium >/dev/null 2>&1 || return 0
  sed "$2" "$folder/$name.html" >"$folder/page.html"
  chromium --headless --no-sandbox --disable-gpu --no-pdf-header-footer --print-to-pdf="$folder/$name-$1.pdf" \
    "file://$folder/page.html" >/dev/null 2>&1
}

# word PDF SED: the Word document, its parts changed, as LibreOffice prints it.
word() {
  command -v soffice >/dev/null 2>&1 || return 0
  rm -rf "$folder/parts"
  mkdir "$folder/parts"
  (cd "$folder/parts" && unzip -q "../$name.docx" && sed -i "$2" word/document.xml && zip -q -r "../$name-$1.docx" .)
  soffice "-env:UserInstallation=file://$folder/profile" --headless --convert-to pdf --outdir "$folder" \
    "$folder/$name-$1.docx" >/dev/null 2>&1
  rm "$folder/$name-$1.docx"
}

# turned PDF FROM: another of them, its pages turned by a quarter.
turned() {
  if command -v qpdf >/dev/null 2>&1 && [ -f "$folder/$name-$2.pdf" ]; then
    qpdf --rotate=+90 "$folder/$name-$2.pdf" "$folder/$name-$1.pdf"
  fi
}

for document in "$@"; do
  name=$(basename "$document")
  name=${name%.*}
  rm -f "$folder/$name.jixiao"
  "$build/app/jixiao" import "$folder/$name.jixiao" "$document" >/dev/null
  for format in json docx html; do
    "$build/app/jixiao" export "$folder/$name.jixiao" -o "$folder/$name.$format" >/dev/null
  done
  web web ''
  web web-land 's/size:A4/size:A4 landscape/'
  web web-cut 's/tr{break-inside:avoid}//'
  web web-nolines 's/border:1px solid #000/border:none/'
  web web-hlines 's/border:1px solid #000/border:none;border-bottom:1px solid #000/'
  web web-small 's/size:A4;/size:A5;/'
  web web-narrow 's/width:100%;/width:100%;table-layout:fixed;/'
  web web-apart 's/border-collapse:collapse/border-collapse:separate;border-spacing:2px/'
  web web-mixed 's/section.sheet{/section.sheet{page:wide;/'
  web web-bold 's/<\/head>/<style>th{text-shadow:.3px 0 #000}<\/style>&/'
  web web-stamped 's/<\/body>/<p style="position:fixed;top:40%;left:20%;font-size:14pt;transform:rotate(-35deg)">仅供内部使用&/'
  turned web-turned web
  word word ''
  word word-nolines 's/w:val="single"/w:val="nil"/g'
  word word-hlines 's/<w:\(left\|right\|insideV\) w:val="single"/<w:\1 w:val="nil"/g'
  word word-double 's/w:val="single"/w:val="double"/g'
  "$build/tests/shapes" "$folder/$name.json" "$folder/$name"-*.pdf
done
