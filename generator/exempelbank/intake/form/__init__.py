"""What a form's mapping file says, and what its tool is known to do."""
