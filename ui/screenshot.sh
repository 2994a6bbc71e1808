# ui/screenshot.sh — draws data/pictures/window.png: the window with a sample document.
#
#   sh ui/screenshot.sh [BUILD]     BUILD: the folder of the build, else build
set -eu
cd "$(dirname "$0")/.."
build=${1-build}
if [ -z "${SCREEN-}" ]; then
  SCREEN=1 LC_ALL=C.UTF-8 LANGUAGE=zh_CN DBUS_SESSION_BUS_ADDRESS=disabled: GSK_RENDERER=cairo GDK_DEBUG=gl-disable GTK_A11Y=none \
    GSETTINGS_BACKEND=memory \
    exec xvfb-run -a -s '-screen 0 1280x820x24 -noreset' sh "$0" "$@"
fi

folder=$(mktemp -d)
file=$folder/绩效.jixiao
"$build/app/jixiao" import "$file" data/samples/nongye-2024.txt data/samples/shijian-2023.txt >/dev/null
"$build/ui/jixiao-desktop" "$file" &
pid=$!
trap 'kill $pid; rm -rf "$folder"' EXIT
window=$(timeout 30 xdotool search --sync --onlyvisible --name 绩效.jixiao | head -n 1)
xdotool windowfocus --sync "$window" key --delay 300 F8 F8 F2
sleep 1
import -window "$window" data/pictures/window.png
