"""What the site shows -> plain Markdown with front matter, for any other generator of sites.

commonmark    HTML that may be shown -> the same as CommonMark, with nothing in it that runs
fields        a record -> its front matter: ids, what they are called, and addresses
export        an assembled site -> every file of the export
"""
