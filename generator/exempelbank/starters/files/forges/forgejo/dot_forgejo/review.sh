#!/usr/bin/env bash
# The open pull requests -> the commit status exempelbank/gate, and a comment with the report.
#
#   review.sh                   all of them
#   review.sh HEAD NUMBER …     those with this head, if something has happened since it was judged
#
# After each, what reviewers have written there is done and answered: words.sh.
#
# Run from main by workflows/review.yml. Nothing that a pull request holds is installed or run: it is
# fetched as git objects, and its files are only read.
set -euo pipefail

script=$(realpath "$0")
tool=$(dirname "$(dirname "$script")") # main, as it is now
cd "$(mktemp --directory)"

ask() { curl --fail --silent --show-error --header "Authorization: token $TOKEN" "${@:2}" "$API/$1"; }

# Everything in a list, page after page until one is empty.
all() {
  for ((page = 1; ; page++)); do
    ask "$1limit=50&page=$page" > page.json
    [ "$(jq length page.json)" != 0 ] || break
    cat page.json
  done | jq --slurp 'add // []'
}

# The program reads what a stranger may have written, so it is handed no token.
bank() { env --unset=TOKEN --unset=FORGEJO_TOKEN --unset=GITHUB_TOKEN exempelbank "$@"; }

say() {
  jq --null-input --arg state "$1" --arg says "$2" --arg run "$THIS_RUN" \
    '{context: "exempelbank/gate", state: $state, description: $says, target_url: $run}' > say.json
  ask "statuses/$head" --output /dev/null --json @say.json
}

if [ $# = 0 ]; then
  all "pulls?state=open&" | jq --raw-output --arg main "$MAIN" '
    map(select(.base.ref == $main)) | group_by(.head.sha)[]
    | [.[0].head.sha, .[].number] | join(" ")' > heads.txt
  failed=no
  while read -r -a words; do
    # In a shell of its own, so that one that can't be judged stops no other.
    bash "$script" "${words[@]}" < /dev/null || failed=yes
    [ ${#words[@]} -gt 2 ] || echo "${words[1]}" >> numbers.txt
  done < heads.txt
  # In what was merged lately somebody may have asked for a pause.
  ask "pulls?state=closed&sort=recentupdate&limit=50" | jq --raw-output --arg main "$MAIN" \
    --arg since "$(date --utc --date=yesterday +%FT%TZ)" '
    .[] | select(.merged == true and .base.ref == $main and .updated_at > $since) | .number' >> numbers.txt
  while read -r number; do
    bash "$(dirname "$script")/words.sh" "$number" < /dev/null || failed=yes
  done < numbers.txt
  [ $failed = no ]
  exit
fi

head=$1 number=$2
said=$(ask "commits/$head/status" | jq --raw-output '
  [.statuses // [] | .[] | select(.context == "exempelbank/gate").description][0] // ""')
if [ $# -gt 2 ]; then
  several="Flera pull requests har samma commit: stäng alla utom en."
  [ "$said" = "$several" ] || say error "$several"
  exit
fi

EXEMPELBANK_FORGE_TOKEN=$TOKEN exempelbank --project "$tool" words facts "$number" --head "$head" \
  > facts.json # fails when it has moved on

# What it was judged by is marked last in the status. As long as that is the same, so is the verdict.
main=$(git -C "$tool" rev-parse HEAD)
mark=$({ date +%F; echo "$main"; cat facts.json; } | sha256sum | cut --characters=1-12)
[ "${said##* }" != "$mark" ] || exit 0

say pending "Grinden läser förslaget."
git -C "$tool" -c credential.helper= \
  -c credential.helper='!f() { echo username=token; echo "password=$TOKEN"; }; f' \
  fetch --quiet --no-tags --no-recurse-submodules origin "$head"
state=failure says="Grinden säger nej. Rapporten säger varför."
if bank --project "$tool" check --since "$main" --head "$head" --facts facts.json --format json \
  > found.json; then state=success says="Grinden släpper igenom."; fi
if ! jq --slurp --exit-status '.[0] | type == "array"' found.json > read.txt; then
  say error "Förslaget kunde inte läsas. Körningen säger varför."
  exit 1
fi
say $state "$says $mark"

# The report compares files. A link becomes a small text file, and leads nowhere.
GIT_LFS_SKIP_SMUDGE=1 git -C "$tool" -c core.symlinks=false \
  worktree add --quiet --detach "$PWD/proposal" "$head"
report=$REPORTS/$number
mkdir -p "$report"
bank --project proposal report --against "$main" --found found.json --out "$report/report.md"
bank --project proposal report --against "$main" --found found.json --format html --out "$report/report.html"
bank --project proposal preview --against "$main" --out "$report"

# From here on nothing is trusted of what has been written.
head --bytes 250000 "$report/report.md" > whole.md
iconv -c -f UTF-8 -t UTF-8 whole.md > report.md || true # says so when it left something out
mark="<!-- exempelbank:report -->"
# The report is written so that this changes nothing in it. A forged one is made harmless.
jq --null-input --rawfile report report.md --arg mark "$mark" '
  $report[:60000]
  | gsub("<(?!/?(?:strong|del|ins)>)"; "&lt;")
  | gsub("!\\["; "!\\[")
  | gsub("@(?!\u2060)"; "@\u2060")
  | gsub("#(?=[0-9])"; "#\u2060")
  | {body: ($mark + "\n" + .)}' > comment.json
# Post it, in place of the earlier one.
earlier=$(ask "issues/$number/comments" | jq --arg mark "$mark" '
  [.[] | select(.user.login == "forgejo-actions") | select(.body | startswith($mark)) | .id][0] // empty')
if [ -n "$earlier" ]; then
  ask "issues/comments/$earlier" --output /dev/null --request PATCH --json @comment.json
else
  ask "issues/$number/comments" --output /dev/null --json @comment.json
fi
