#!/bin/sh
# Makes the pictures of the user guide anew: plays the tour in both languages and keeps, without their numbers, the
# pictures that the guides refer to; those of README.md are among them. Needs Xvfb; run it from anywhere.
set -eu
here=$(cd "$(dirname "$0")" && pwd -P)
made=$(mktemp -d)
trap 'rm -rf "$made"' EXIT
"$here/../../readingroom" --virtual-display "$made" --reduced
for language in en zh; do
  rm -rf "${here:?}/$language"
  mkdir "$here/$language"
  sed -n "s|.*(../images/$language/\([a-z0-9-]*\)\.png).*|\1|p" "$here/../user-guide/$language.md" |
    while read -r name; do
      cp "$made/$language"/[0-9][0-9]-"$name".png "$here/$language/$name.png"
    done
done
cp "$here/en/report.png" "$here/reading-room.png"
cp "$here/zh/report.png" "$here/reading-room-zh.png"
"$here/../../readingroom" pattern --size 640x480 --out "$here/test-pattern.png"
