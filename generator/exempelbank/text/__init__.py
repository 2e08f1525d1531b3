"""Text from anyone: which characters it may hold, how it is compared, and how it becomes HTML.

characters      which characters no text may hold
normalization   text as people write it -> text that can be compared, and addresses made from it
links           an address in a text -> what a page leads to
templates       what every Jinja environment of ours has in common
html_words      HTML in an answer -> its words
markdown_source   Markdown as it was sent -> Markdown that a page can show all of
markdown        Markdown -> HTML that is safe to show
markdown_reading  Markdown -> the links, pictures and HTML in it, each with its line
"""
