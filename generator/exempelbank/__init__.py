"""Exempelbank: from a form export, through review, to a published site of learning examples."""
