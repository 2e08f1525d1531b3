"""content/ -> Catalogue: the collection, its links, and the questions one can ask it.

What is not to be shown is not in a catalogue: neither the words of an example or a trial note that
is paused or withdrawn, nor a contact who has not agreed, nor any log. So no page can show it by
mistake.
"""

from exempelbank.catalogue.catalogue import Catalogue
from exempelbank.catalogue.learning_example import HiddenExample, LearningExample
from exempelbank.catalogue.load import load_catalogue
from exempelbank.catalogue.public_trial_note import HiddenTrialNote, PublicTrialNote
from exempelbank.catalogue.related import Related

__all__ = [
    "Catalogue",
    "HiddenExample",
    "HiddenTrialNote",
    "LearningExample",
    "PublicTrialNote",
    "Related",
    "load_catalogue",
]
