"""site_config/words.yml: what an organisation calls what its site is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, model_validator

from exempelbank.i18n import _
from exempelbank.model.record import FrozenModel
from exempelbank.nouns import NOUN_FORMS, Noun
from exempelbank.settings.fields import Name

# As a name: it is put into texts in which what stands within braces and brackets means something.
_Form = Annotated[Name, Field(min_length=1)]


class NounForms(FrozenModel):
    """A noun in Swedish or English; its article says which."""

    article: Literal["ett", "en", "a", "an"]
    singular: _Form
    plural: _Form
    definite: Name = ""
    definite_plural: Name = ""
    stem: Name = ""
    singular_genitive: Name = ""
    definite_genitive: Name = ""
    plural_genitive: Name = ""
    definite_plural_genitive: Name = ""

    @property
    def language(self) -> str:
        return "sv" if self.article in ("ett", "en") else "en"

    @model_validator(mode="after")
    def _bent(self) -> NounForms:
        # English makes them by itself; Swedish has as many endings as there are words.
        if self.language == "sv" and not (self.definite and self.definite_plural):
            raise ValueError(
                _("needs definite and definite_plural too, such as guldkornet and guldkornen")
            )
        return self

    def as_noun(self) -> Noun:
        forms = {name: getattr(self, name) for name in NOUN_FORMS}
        made = {
            "definite": f"the {self.singular}",
            "definite_plural": f"the {self.plural}",
            "stem": self.singular,
        }
        return Noun(**{name: form or made.get(name, "") for name, form in forms.items()})


class Words(FrozenModel):
    """Those that are left out are called as the program calls them."""

    example: NounForms | None = None
    learning_example: NounForms | None = None
    municipality: NounForms | None = None
    district: NounForms | None = None
    focus_area: NounForms | None = None
    initiative: NounForms | None = None
    workplace_meeting: NounForms | None = None

    def nouns(self, language: str) -> Mapping[str, Noun]:
        """Those of this language."""
        given = dict(self)
        # Whoever says guldkorn for example says so of a learning example too.
        given["learning_example"] = self.learning_example or self.example
        return {
            name: forms.as_noun()
            for name, forms in given.items()
            if forms and forms.language == language
        }
