#!/usr/bin/env bash
# The browser tests need Chromium: make sure that there is one, or say in plain words what to do.
set -euo pipefail

names=(chromium chromium-browser google-chrome)

find_browser() {
    [[ -n "${CHROMIUM:-}" ]] && command -v "$CHROMIUM" && return
    for name in "${names[@]}"; do command -v "$name" && return; done
    return 1
}

as_root() {
    if [[ $EUID -eq 0 ]]; then "$@"; else sudo --non-interactive "$@"; fi
}

find_browser >/dev/null && exit

if command -v apt-get >/dev/null && as_root true 2>/dev/null; then
    echo "Installing Chromium for the browser tests ..."
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium
    find_browser >/dev/null && exit
fi

cat >&2 <<'END'
The browser tests need Chromium, and none was found. Either
  - install Chromium or Google Chrome, so that it can be started as
    chromium, chromium-browser or google-chrome, or
  - say where it is:  make test CHROMIUM=/path/to/the/browser
Without a browser, run the other tests with:  .venv/bin/pytest -m "not browser"
END
exit 1
