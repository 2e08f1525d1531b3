"""Rules of the domain that several packages hold to: pure functions, each with this one home.

publication   what of an example is public, in which state it is on a day, when it is to be
              reviewed again, and approval by two
erasure       what remains of a contribution, and of its news, once it has been withdrawn
people        what a person is called who is known by an id, or by none
log           the words for what the log says that someone did
origin        what the place is called that an example comes from
terms         the terms that mean something to the program, found by their mark
clock         the day and the moment that it is on a site
written_by_import   whether a file in the queue is still as import wrote it
page_names    what a page goes by in a link within the site
urls          where a page is found from outside

The list of the privacy rules is `exempelbank.privacy.rules`, and where things lie in a project
`exempelbank.files.paths`.
"""
