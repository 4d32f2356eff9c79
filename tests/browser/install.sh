#!/bin/sh
# Chromium for the browser tests: the one that is here, else Debian's (its shell without a window is enough, and needs 40 %
# less CPU time a page), else Playwright's own.
set -e
for name in chromium-headless-shell chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null; then exit 0; fi
done
if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    apt-get update -qq
    export DEBIAN_FRONTEND=noninteractive
    apt-get install -y -qq --no-install-recommends chromium-headless-shell fonts-noto-color-emoji >/dev/null ||
        apt-get install -y -qq --no-install-recommends chromium fonts-noto-color-emoji >/dev/null
else
    "$1/playwright" install chromium
fi
