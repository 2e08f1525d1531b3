"""About the organisation.

Goes in: its history, steering and roles, and the checklist of the review, all as configured.
Comes out: a page of the organisation and a page of the criteria.
"""
