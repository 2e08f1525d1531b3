"""What other people's files taught. One module a kind of fault, named after it; its docstring says
what the kind is and where it was reported. The first case of each is the one reported, the others
are of the same kind.
"""
