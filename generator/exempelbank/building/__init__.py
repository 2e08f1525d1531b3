"""A project's folder -> its site on disk.

inputs       everything that decides what a build makes -> one hash of it
last_build   what the last build was made from and left: for one that has nothing to do
caches       where what is kept between builds lies, and which of it a build uses
shells       a page by the engine, cut once -> pages stamped from it
frame        what the engine makes: the shells, and the pages written by hand
site_writer  a whole site and its frame -> its files, shared out one by one
output       finished files -> the folder, each written only when it differs
site_folder  which folder may be given a site
build        the walk from the first look to the last write
"""
