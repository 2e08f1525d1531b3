"""What each key of words.yml, texts.yml and plain_words.yml is for."""

from __future__ import annotations

from exempelbank.i18n import N_
from exempelbank.model.descriptions import Descriptions

WORDS_DESCRIPTIONS: Descriptions = {
    "Words": {
        "example": N_("use of a field", "What one example is called, in its forms"),
        "learning_example": N_(
            "use of a field", "The same where it is named in full. Left out, as example"
        ),
        "municipality": N_("use of a field", "What a municipality is called"),
        "district": N_("use of a field", "What a part of a municipality is called"),
        "focus_area": N_("use of a field", "What you look into together for a time is called"),
        "initiative": N_("use of a field", "What you do together for a time is called"),
        "workplace_meeting": N_(
            "use of a field", "What the meeting is called to which an example is taken"
        ),
    },
    "NounForms": {
        "article": N_("use of a field", "ett or en, which decides the gender; a or an in English"),
        "singular": N_("use of a field", "One of them: guldkorn"),
        "plural": N_("use of a field", "Several: guldkorn"),
        "definite": N_("use of a field", "A certain one: guldkornet. English makes it by itself"),
        "definite_plural": N_(
            "use of a field", "Certain ones: guldkornen. English makes it by itself"
        ),
        "stem": N_(
            "use of a field",
            "How a longer word begins: guldkorns, as in guldkornsfil. Left out, as singular",
        ),
        "singular_genitive": N_(
            "use of a field", "Of one: guldkorns. Left out, it is made by the rule of the language"
        ),
        "definite_genitive": N_(
            "use of a field",
            "Of a certain one: guldkornets. Left out, it is made by the rule of the language",
        ),
        "plural_genitive": N_(
            "use of a field",
            "Of several: guldkorns. Left out, it is made by the rule of the language",
        ),
        "definite_plural_genitive": N_(
            "use of a field",
            "Of certain ones: guldkornens. Left out, it is made by the rule of the language",
        ),
    },
    "OwnTexts": {
        "texts": N_(
            "use of a field",
            "A text as the site says it, and after the colon how you want it. exempelbank texts "
            "shows them all",
        ),
    },
    "PlainWords": {
        "heavy": N_(
            "use of a field",
            "Words that are heavier than they need be, and what to write instead. With nothing "
            "after the colon, a word of the program's is taken away",
        ),
        "known": N_("use of a field", "Abbreviations that all your readers know"),
        "explained": N_("use of a field", "What your own abbreviations stand for"),
    },
}
