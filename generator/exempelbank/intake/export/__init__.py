"""The bytes of a form export -> rows of text, whatever the file type."""
