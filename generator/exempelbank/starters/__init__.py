"""What someone tells of a new project -> all its files, as a repository that is ready to build.

questions      what is asked, with what each answer is for
new_project    the answers -> a NewProject, or every problem
plan           a NewProject -> its files, by path
creation       the files -> a folder, whole or not at all, with a first commit

`files/` holds what they are made of: `common/` by language, one folder for each starter, which wins
over it, and `forges/` and `locked/`, which `tools/starters.py` makes from our own.
"""

from exempelbank.starters.creation import Created, create
from exempelbank.starters.new_project import NewProject, Program, new_project_from
from exempelbank.starters.plan import plan_project
from exempelbank.starters.questions import (
    QUESTIONS,
    ProjectQuestion,
    default_of,
    problems_of_answer,
)
from exempelbank.starters.starter import FORGES, STARTERS, Starter

__all__ = [
    "FORGES",
    "QUESTIONS",
    "STARTERS",
    "Created",
    "NewProject",
    "Program",
    "ProjectQuestion",
    "Starter",
    "create",
    "default_of",
    "new_project_from",
    "plan_project",
    "problems_of_answer",
]
