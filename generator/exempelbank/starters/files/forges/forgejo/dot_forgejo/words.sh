#!/usr/bin/env bash
# The words of reviewers in a pull request -> done and answered.
#
#   words.sh NUMBER
#
# Run from main by review.sh, after the gate has judged it. What decides holds no token, and what
# writes reads nothing but what was decided.
set -euo pipefail

number=$1
tool=$(dirname "$(dirname "$(realpath "$0")")") # main, as it is now
cd "$(mktemp --directory)"

with_token() { EXEMPELBANK_FORGE_TOKEN=$TOKEN exempelbank --project "$tool" "$@"; }
without() { env --unset=TOKEN --unset=FORGEJO_TOKEN --unset=GITHUB_TOKEN exempelbank --project "$tool" "$@"; }

with_token words facts "$number" > facts.json
head=$(jq --raw-output '.pull.head | select(test("^[0-9a-f]+$"))' facts.json)
[ -n "$head" ] || exit 0
git -C "$tool" -c credential.helper= \
  -c credential.helper='!f() { echo username=token; echo "password=$TOKEN"; }; f' \
  fetch --quiet --no-tags --no-recurse-submodules origin "$head"
without words plan --facts facts.json --since "$(git -C "$tool" rev-parse HEAD)" > plan.json
with_token words post plan.json
