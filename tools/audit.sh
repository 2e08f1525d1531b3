#!/usr/bin/env bash
# Lets commands run at once and be killed, and looks for what is lost. Has Hugo build what is exported. Draws the
# sample's map. Builds with every knob of Material's documentation, with the spare engine, and with plugins of others.
# Holds our fakes of the forges against what others say of them. Builds the site, has the Nu HTML Checker (npm's
# vnu-jar) read every page and axe look at all states of them, and prints Lighthouse's figures for three; what npm
# brings is locked in tools/audit/.
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
.venv/bin/python tools/audit_export.py

mkdir -p .cache/audit
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --upgrade \
    --target .cache/audit/plugins --requirement tools/audit/plugins.txt
.venv/bin/python tools/audit_knobs.py .cache/audit/plugins

.venv/bin/python -m pip install --quiet --disable-pip-version-check --upgrade \
    --target .cache/audit/map --requirement tools/audit/map.txt
.venv/bin/python tools/audit_map.py .cache/audit/map

# The package's install script would download a Java of its own; we use the one at hand.
cp tools/audit/package.json tools/audit/package-lock.json tools/audit/lighthouse.mjs .cache/audit/
npm ci --prefix .cache/audit --ignore-scripts --no-audit --no-fund --loglevel error

# What others say that the forges answer. @octokit/openapi is one file of use among 380 MB.
forges=.cache/audit/forges
fetch_package() { # PACKAGE, FILE in it, FOLDER
    local packed
    packed=$(npm pack --silent --pack-destination "$forges" "$1") || return 1
    mkdir -p "$forges/$3"
    tar --extract --gzip --file "$forges/$packed" --transform 's,.*/,,' --directory "$forges/$3" "package/$2"
    rm "$forges/$packed"
}
fetch_forges() {
    [ -e "$forges/.fetched" ] && [ "$forges/.fetched" -nt tools/audit/forges.txt ] && return
    mkdir -p "$forges"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --upgrade \
        --target "$forges/python" --requirement tools/audit/forges.txt &&
        fetch_package @octokit/openapi@23.0.2 generated/api.github.com.json openapi &&
        fetch_package @octokit/graphql-schema@15.26.1 schema.graphql graphql &&
        touch "$forges/.fetched"
}
if fetch_forges; then
    .venv/bin/python tools/audit_forges.py "$forges"
else
    echo "Left out: the fakes of the forges. What they are held against could not be fetched." >&2
fi

.venv/bin/exempelbank build
# It takes 'self' for the folder on this disk, and so believes that the policy stops our own files.
java -jar .cache/audit/node_modules/vnu-jar/build/dist/vnu.jar --skip-non-html --Werror \
    --filterpattern '.*Content Security Policy.*' site
echo "Nothing wrong in the HTML."

tools/ensure_chromium.sh
.venv/bin/python tools/audit_accessibility.py
export CHROME_PATH="${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome)}"
node .cache/audit/lighthouse.mjs site "${LIGHTHOUSE_RUNS:-5}"
