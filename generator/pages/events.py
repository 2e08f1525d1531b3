"""The calendar: what comes, what has been by year, by kind, role, network and focus area; by month.

Goes in: the events of the catalogue and today. Comes out: the lists, a table for each month, and a
page for each event.
"""
