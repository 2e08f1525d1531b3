"""A proposed change, between two commits -> which transitions it makes, and whether it may.

Everything from the branch is data: it is read as git objects and never checked out. Who may review,
and by which checklist, is read from the base. Which rule of the commands each of these answers
stands in docs/review-rules.md.

gate                  the walk: from two commits to problems
git, trees, commits   git, what stands at a commit, and what differs between two
change_set            the types: each contribution before and after, and all that comes with it
change_set_reading    the changed files -> the change set
path_rules            which files may change together, and how many must have seen them
example_rules         one contribution before and after: the order of the rules below
state_rules           every state on the way is a legal transition
invariants            what is never lost or altered
publication_rules     what is published, is published by two
revision_rules        what was published changes with a new version
approved_publication  is it what the reviewer had before them when they approved?
forge_facts           what the forge has confirmed
signatures            what the listed keys of reviewers confirm
forge_verifier        what files say, held against both
"""
