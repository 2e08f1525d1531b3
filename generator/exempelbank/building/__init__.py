"""A project's folder -> its site on disk.

inputs       everything that decides what a build makes -> one hash of it
last_build   what the last build was made from and left: for one that has nothing to do
caches       where what is kept between builds lies, and which of it a build uses
layouts      one page of each layout, printed by MkDocs -> a template that renders the others
mkdocs_output  what MkDocs prints for a build: those pages, and the ones written by hand
site_writer  an assembled site and MkDocs's output -> its files, shared out one by one
output       finished files -> the folder, each written only when it differs
site_folder  which folder may be given a site
progress     the steps of a build as they are taken, and how long each takes
result       what a build came to, in figures and in words
build        the walk from the first look to the last write
"""
