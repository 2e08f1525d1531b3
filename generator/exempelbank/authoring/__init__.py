"""What a person tells us, asked one thing at a time or in a form to fill in -> a new file.

kinds        what can be added, and what is asked of each
prompts      a field of the model -> what is asked of it: its name, its use and its choices
draft        what has been answered so far, and what is wrong with it
interview    asks, answer by answer, on a terminal
form         the same questions as a file to fill in, and that file read
addition     a draft -> the files of the project: held to the rules that import holds to
"""
