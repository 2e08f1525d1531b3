"""A git repository, by its objects alone: read, written, fetched and pushed.

Nothing here touches the folder that people work in, or the settings and branches of its repository.
"""
