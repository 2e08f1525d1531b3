"""Our guides for coordinators -> the same in a project's own docs/, of the version that it uses.

`names.txt` lists them. They are written in docs/ of our repository, and `setup.py` puts them beside
this file in a wheel.
"""

from exempelbank.guides.project_guides import is_ours, project_guides

__all__ = ["is_ours", "project_guides"]
