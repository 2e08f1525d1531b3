"""The words of reviewers in a pull request -> done and answered.

Three steps, each in a process of its own, so that whatever reads what a stranger may have written
holds no token:

facts        with a token: what the forge knows of a pull request, as its API tells it
planning     without one: which words are new, what they come to, and what to answer
posting      with a token: the commits, the answers, and the merge when all is decided

`answer_plan` is what the second hands to the third, `marks` what the tool's own comments say to
itself, and `pausing` what one may write where all is merged.
"""
