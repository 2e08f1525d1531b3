"""The review: from a submission in the queue to what is published, and whatever becomes of it.

Examples and trial notes go one way: `UnderReview` and `Published` are either.

Each command decides in plain values and then writes, through `exempelbank.transactions`; the gate
judges what stands in a branch, whoever wrote it. Which function holds which rule, in the command,
at the gate and in the build, stands in one table: docs/review-rules.md.

repository        the contributions and their files: found, and written in as a person would
queue             what waits for someone
example_view      one example or trial note as a reviewer reads it in the terminal
transitions       from one state to another, and who handles an example
checklist         its answers
release           a reviewer's word on what the privacy rules have stopped
readiness         is a submission whole?
missing_answers   what of that only its sender can answer
four_eyes         have two approved exactly this text?
approve           what someone asks for who approves -> the transaction, or what is in its way
publish           what is approved -> the transaction that publishes or revises it
names             the name of its file, which becomes an address
news              the draft of the news item that tells of it, and the end of the draft
withdraw          what is taken back -> the transaction that erases it
project_records   every record of a project, read once
project_checks    what is wrong in a project as a whole: `exempelbank check`
gate              may a branch become part of the base: `exempelbank check --since`
"""
