# data/pictures.sh — draws the pictures that README.md shows anew, from the sample documents.
#
#   sh data/pictures.sh      (after sh app/run.sh; needs the test packages of data/packages)
set -eu
cd "$(dirname "$0")/.."
mkdir -p data/pictures
build/app/jixiao export build/samples/samples.jixiao --department 文化 -o build/samples/picture.pdf --project 1
pdftoppm -r 70 -f 1 -l 1 -png -singlefile build/samples/picture.pdf data/pictures/table
build/app/jixiao overview build/samples/samples.jixiao -o build/samples/overview.pdf
pdftoppm -r 70 -f 1 -l 1 -png -singlefile build/samples/overview.pdf data/pictures/overview
sh ui/screenshot.sh build
