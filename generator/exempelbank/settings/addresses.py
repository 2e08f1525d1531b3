"""The words in the site's addresses."""

from collections import Counter
from functools import cached_property

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from exempelbank.model.record import FrozenModel, Slug


def _all_different(words: FrozenModel) -> FrozenModel:
    """Two sections, or two parts of one, must not share an address."""
    used = Counter(value for value in words.model_dump().values() if isinstance(value, str))
    for word, times in used.items():
        if times > 1:
            raise PydanticCustomError("same_word", "uses a word twice", {"word": word})
    return words


class UrlSegments(FrozenModel):
    """The words further in: larande-exempel/<slug>/apt/, nyheter/sida/2/."""

    apt: Slug = "apt"
    page: Slug = "sida"
    archive: Slug = "arkiv"
    kind: Slug = "slag"
    month: Slug = "manad"
    order: Slug = "ordning"
    name: Slug = "namn"
    focus_area: Slug = "fokusomrade"
    municipality: Slug = "kommun"
    district: Slug = "stadsdel"
    organisation: Slug = "organisation"
    work_area: Slug = "verksamhetsomrade"
    target_group: Slug = "malgrupp"
    role: Slug = "yrkesroll"
    network: Slug = "natverk"
    example_kind: Slug = "typ"
    stage: Slug = "lage"
    did_not_work: Slug = "fungerade-inte"
    easy_read: Slug = "lattlast"
    evidence: Slug = "underlag"
    perspective: Slug = "perspektiv"
    year: Slug = "ar"
    checklist: Slug = "checklista"
    form_receipt: Slug = "tack"
    data_file: Slug = "exempel"  # exempel.json, exempel.csv

    _different = model_validator(mode="after")(_all_different)

    @cached_property
    def words(self) -> frozenset[str]:
        """Those that stand between slashes, as the names of pages do."""
        return frozenset(word for name, word in self if name != "data_file")


class Addresses(FrozenModel):
    """site_config/addresses.yml: the words in the site's addresses. Never change them on a living
    site without a redirect.
    """

    examples: Slug = "larande-exempel"
    focus_areas: Slug = "fokusomraden"
    networks: Slug = "natverk"
    news: Slug = "nyheter"
    events: Slug = "kalendarium"
    tips: Slug = "tips-och-metoder"
    municipalities: Slug = "kommuner"
    initiatives: Slug = "insatser"
    about: Slug = "om"
    subscribe: Slug = "prenumerera"
    contribute: Slug = "lamna-exempel"
    hint: Slug = "tipsa"
    wanted: Slug = "vi-saknar"
    network_proposal: Slug = "foresla-natverk"
    search: Slug = "sok"
    follow_up: Slug = "uppfoljning"
    accessibility: Slug = "tillganglighet"
    privacy: Slug = "personuppgifter"
    data: Slug = "data"
    inner: UrlSegments = UrlSegments.model_construct()

    _different = model_validator(mode="after")(_all_different)

    @property
    def section_words(self) -> list[str]:
        """The first word of each section's address."""
        return [getattr(self, name) for name in type(self).model_fields if name != "inner"]
