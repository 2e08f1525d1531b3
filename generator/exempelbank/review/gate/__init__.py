"""A proposed change, between two commits -> which moves it makes, and whether it may.

Everything from the branch is data: it is read as git objects and never checked out. Who may review,
and by which checklist, is read from the base.
"""
