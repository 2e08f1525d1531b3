"""Catalogue -> what others can follow or build on: feeds, calendars, open data.

A record becomes an entry once (`entries`), channels choose among the entries (`channels`), each
format writes a channel (`rss`, `atom`, `json_feed`), and `files` says where everything lies.
"""
