"""What each key of site_config/fields.yml is for."""

from __future__ import annotations

from exempelbank.i18n import N_
from exempelbank.model.descriptions import Descriptions

FIELDS_DESCRIPTIONS: Descriptions = {
    "FieldsFile": {
        "examples": N_("use of a field", "The fields of an example, by their names in the program"),
        "sections": N_("use of a field", "The parts of its text, each below a heading"),
        "leads": N_("use of a field", "What the form for a hint asks for"),
        "trial_notes": N_("use of a field", "The fields of a trial note"),
        "attestations": N_("use of a field", "What the sender says yes to"),
    },
    "Asked": {
        "help": N_("use of a field", "What stands beside the question, as whole sentences"),
        "need": N_(
            "use of a field",
            "required stops an approval, recommended is missed by a word, optional may be left "
            "out, and hidden is not asked for",
        ),
    },
    "FieldSetting": {
        "name": N_("use of a field", "What you call it, in forms, letters and files"),
        "shortest": N_("use of a field", "The fewest characters, of what is written at all"),
        "longest": N_("use of a field", "The most characters, of the text or of each in a list"),
        "fewest": N_("use of a field", "The fewest in the list, when there are any"),
        "most": N_("use of a field", "The most in the list"),
    },
    "SectionSetting": {
        "name": N_("use of a field", "Its heading"),
        "aliases": N_("use of a field", "Other headings for the same, which files may have"),
        "shortest": N_("use of a field", "The fewest characters, of what is written at all"),
        "longest": N_("use of a field", "The most characters"),
    },
    "AttestationSetting": {
        "name": N_("use of a field", "What you call it, in letters and files"),
        "statement": N_("use of a field", "What the sender says yes to, in the form"),
    },
}
