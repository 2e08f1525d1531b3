"""The list of kinds: whoever must know all kinds of record knows each of these."""

from __future__ import annotations

import pytest

from exempelbank.catalogue import Catalogue
from exempelbank.feeds.open_data.columns import COLUMNS
from exempelbank.model.content import ContentRecord
from exempelbank.model.example import CONTACT, Example
from exempelbank.model.kinds import RECORD_KINDS, SECTIONS
from exempelbank.model.labels import FIELD_LABELS
from exempelbank.model.record import FrozenModel, InVocabulary
from exempelbank.site.pages import SEARCHED_MODULES
from tests.builders import sample_settings
from tests.site.pages.builders import a_site

SETTINGS = sample_settings()


def below(kind: type) -> set[type]:
    return {kind}.union(*map(below, kind.__subclasses__()))


def test_every_kind_of_content_is_listed():
    listed = {kind.record for kind in RECORD_KINDS}

    assert below(ContentRecord) - {ContentRecord} <= listed


@pytest.mark.parametrize("section", SECTIONS.values())
def test_every_kind_with_a_section_has_an_address_and_a_page_there(section):
    word = getattr(SETTINGS.addresses, section)

    assert f"{word}/" in a_site(Catalogue()).pages


def test_search_knows_every_kind_that_has_pages():
    kinds = {kind.name.replace("-", "_") for kind in RECORD_KINDS if kind.section}

    assert kinds <= {module.SEARCH_KIND.name for module in SEARCHED_MODULES}


def test_every_list_of_words_that_a_field_names_is_there():
    named = {
        constraint.vocabulary
        for model in below(FrozenModel)
        for field in model.model_fields.values()
        for constraint in field.metadata
        if isinstance(constraint, InVocabulary)
    }

    assert len(named) > 10
    assert named <= SETTINGS.vocabularies.keys()


def test_every_field_of_an_example_has_a_label():
    assert Example.model_fields.keys() - FIELD_LABELS.keys() == {"schema_version", "id", "sections"}


def test_open_data_hold_every_field_but_those_that_are_left_out_on_purpose():
    """The contact and the image have agreed to the page, not to copies."""
    columns = {column.name for column in COLUMNS}
    left_out = {"schema_version", "sections", "image", *CONTACT, "contact_publish"}

    assert Example.model_fields.keys() - columns == left_out
