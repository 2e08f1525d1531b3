#!/usr/bin/env bash
# Lets commands run at once and be killed, and looks for what is lost. Builds with every knob of Material's documentation,
# with the spare engine, and with plugins of others. Builds the site, has the Nu HTML Checker (npm's vnu-jar) read every
# page and axe look at 160 states of them, and prints Lighthouse's figures for three; checker and Lighthouse are locked in
# tools/audit/.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if ! command -v npm >/dev/null; then
    echo "The audit needs Node 18 or later with npm: it fetches the HTML checker and Lighthouse." >&2
    exit 1
fi
# On macOS there is a java that only says that Java is missing; hence run it.
if ! java -version >/dev/null 2>&1; then
    echo "The audit needs Java 17 or later: the HTML checker is written in it." >&2
    exit 1
fi

.venv/bin/python tools/audit_concurrency.py

mkdir -p .cache/audit
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --upgrade \
    --target .cache/audit/plugins --requirement tools/audit/plugins.txt
.venv/bin/python tools/audit_knobs.py .cache/audit/plugins

# The package's install script would download a Java of its own; we use the one at hand.
cp tools/audit/package.json tools/audit/package-lock.json tools/audit/lighthouse.mjs .cache/audit/
npm ci --prefix .cache/audit --ignore-scripts --no-audit --no-fund --loglevel error

.venv/bin/exempelbank build
# It takes 'self' for the folder on this disk, and so believes that the policy stops our own files.
java -jar .cache/audit/node_modules/vnu-jar/build/dist/vnu.jar --skip-non-html --Werror \
    --filterpattern '.*Content Security Policy.*' site
echo "Nothing wrong in the HTML."

tools/ensure_chromium.sh
.venv/bin/python tools/audit_accessibility.py
export CHROME_PATH="${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome)}"
node .cache/audit/lighthouse.mjs site "${LIGHTHOUSE_RUNS:-5}"
