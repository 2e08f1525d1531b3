"""A project's folder -> its site on disk, doing again only what has changed.

sources     every file that a site is made of -> a fingerprint of each
store       what earlier builds learnt, to be thrown away at any time
shells      a page by the engine, cut once -> pages stamped from it
output      finished files -> the folder, each written only when it differs
build       the walk from the first look to the last write
"""
