"""A folder and a computer -> how things stand with them, and what to do: `exempelbank doctor`.

Works when much is broken, since that is when it is needed: what can't be read is a diagnosis too.

diagnosis        what was found, and in which group it is told
computer         the program, its packages, encodings, room on the disk
folders          where the program writes
git_state        git, and the repository around the project
project          settings, content, and what is to be changed before the site goes live
forge_state      the forge, and whether it guards the project
examination      all of these, in order
"""

from exempelbank.doctor.diagnosis import Diagnosis, Standing
from exempelbank.doctor.examination import Situation, examine

__all__ = ["Diagnosis", "Situation", "Standing", "examine"]
