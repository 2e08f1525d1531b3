"""The words of the domain as frozen types. No files, no HTML, no settings.

Annotations here are read as they stand, without `from __future__ import annotations`: as texts
pydantic compiles them anew for each class, and for each that inherits them.
"""
