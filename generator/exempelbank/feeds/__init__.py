"""Catalogue -> what others can follow or build on: feeds, calendars, open data.

Channels choose among what there is to tell (`channels`), a record that one of them tells of becomes
an entry once (`items`), each format writes a channel (`rss`, `atom`, `json_feed`), and `files`
says where everything lies. A file is handed on as its address and what makes it.
"""
