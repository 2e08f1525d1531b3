"""What Markdown becomes on a page written by hand, as those who know Material for MkDocs write it.

options         what the extensions that mkdocs.yml names are told, and which it may not name
icons           `:material-heart:` -> one of Material's icons; `:smile:` -> the character
conversion      Markdown -> HTML without MkDocs, to look something up in it
admonitions     the words above a note that has none of its own
extension       what the extensions leave undone: labels, alignment, language
"""
