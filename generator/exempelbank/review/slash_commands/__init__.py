"""What a reviewer writes in the conversation of a pull request -> what the commands would do.

parsing        the text of a comment -> the slash commands in it
carrying_out   one comment's commands -> files, by the functions that the commands run
checklist      answers to the checklist, as one writes them in a comment
answers        what came of it, in words
"""
