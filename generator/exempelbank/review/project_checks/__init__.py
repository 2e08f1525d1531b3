"""A project -> what is wrong in it as a whole. What one record must meet: `exempelbank.checks`.

project                 all of these, in order
file_tree               accidents of a repository: links, conflicts, files that are never read
unread_settings         files of site_config/ with a name that no settings have
left_answers            forms that someone has filled in, left where they lie
mkdocs_config           mkdocs.yml
settings                site_config/: what its types can't say by themselves
submissions             one file in submissions/
markdown_pages          the pages written by hand, and the files they lead to
texts_outside_records   words of the settings and names of pictures, held to the privacy rules
uniqueness              ids and answers that must be alone
references              what one record says of another, or of a picture
event_chains            what an activity says of its preparation, its series and its follow-up
going_live              what is left of the sample in a site that is to be a real one
known_pages             those whose addresses can be told from the files
links                   what leads within the site leads to what is there
addresses_in_settings   those that pages lead to
redirects               each leads from where no page is to where one is
dates                   those that have passed, or can't have come yet
"""
