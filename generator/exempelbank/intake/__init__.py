"""A form export, and the mapping of its form -> files in submissions/. Data walks down this list.

importing       the walk: what `exempelbank import` does
export/         the bytes of a file -> rows, whatever its type; options: each way a file may be read
form/           what is known of a form: mapping (its file), dialects (its tool), and resolved (both
                in one value)
parsing/        a row -> a ParsedRow: mapped_export, row_parser, and how each kind of field is read
response        a ParsedRow -> a Response: its key, its values, what holds it
identity        how a response is known when it comes again
known_records   what earlier imports have left
plan            responses, and known records -> an action for each
images          pictures that were sent in
write           a plan -> the text of each file
report          a plan -> lines for people, JSON for programs

suggest/        `exempelbank inspect`: an export that no mapping is made for -> a draft of one
inbox           raw exports that wait, and are purged
workbook        Excel; the only module that knows its library
cleaning        a stranger's text -> the same without what the eye can't see
limits          how much is read, each limit with its reason

Nothing is offered here by name: a command imports the module that it needs, and no more.
"""
