"""What is known of a contribution -> a letter to whoever sent it in, as text or .eml.

kinds          the letters there are, and in which states of what they are about each is written
texts          what each says by itself
placeholders   what a text may leave open: `{title}`
templates      the organisation's own texts, in site_config/letters/
questions      what is missing -> questions, in the words that the sender met
letter         a text and what is known -> the letter

No address is kept anywhere: the one in a letter is that of the published contact, or what whoever
writes it gave.
"""
