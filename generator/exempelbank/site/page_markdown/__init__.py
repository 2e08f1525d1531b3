"""What Markdown becomes on a page written by hand, as those who know Material for MkDocs write it.

extension       what Python-Markdown's own extensions leave undone: labels, alignment, language
"""
