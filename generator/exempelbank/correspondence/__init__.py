"""What the project knows -> a letter, ready to be read and sent by a person.

`letters` knows the words; here what they leave open is gathered from the packages that know it. No
command is needed: the command line and whatever else writes letters stand on the same functions.
What can't be written raises `NotMade`, with words for people.

draft          the page of what is not published, as one file
contents       what a letter says of a contribution
receiver       to whom, or how to find out
sender_letter  the letter, what goes with it, and the note in the log
batch          the same letter to everyone who waits for it
wanted_letter  asks a municipality for what is missing
proposal_letter  answers whoever has proposed a network
"""
