"""Texts -> an index that answers Swedish questions, in the terminal and in the browser alike."""
