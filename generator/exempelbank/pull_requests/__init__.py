"""A form export -> one branch for each response, and one pull request for each branch.

Git's objects say what is known and what people have touched, the branch that is made at the shared
repository is the lock, and every step may be taken again: what was cut short is found and finished.
"""
