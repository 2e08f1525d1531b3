"""The words of the domain as frozen types. No files, no HTML, no settings."""
