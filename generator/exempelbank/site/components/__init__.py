"""What pages share: records -> the values that templates show.

cards             cards of examples, rows of events and news, and why an example is related
example_facts     the box of facts of an example
facet_links       the ways to choose among examples, each with how many it leaves
formatting        facts of a record -> the few words that say them
links             ids -> links to what they name
months            events -> months of weeks of days
pagination        a long list -> pages with numbers
json_ld           facts for search engines
mailto            links that open a letter
search_document   what search knows of a record, and how each kind of answer is shown
"""
