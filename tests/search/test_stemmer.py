"""The forms of a Swedish word share a stem, and words of different meaning do not."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exempelbank.search.analysis import fold
from exempelbank.search.stemmer import (
    DOUBLED,
    ENDINGS,
    FLEETING_VOWELS,
    IRREGULAR_PLURALS,
    PAIRS,
    PROTECTED_ENDINGS,
    SHORTEST_STEM,
    WHOLE_FORMS,
    stem_of,
)


@pytest.mark.parametrize(
    "forms",
    [
        "hjälpmedel hjälpmedlet hjälpmedlen hjälpmedlens",
        "nyckel nyckeln nycklar nycklarna nyckelns",
        "syster systern systrar systrarna",
        "förälder föräldern föräldrar föräldrarna föräldrarnas",
        "möte mötet möten mötena mötets",
        "boende boendet boenden boendena",
        "handläggare handläggaren handläggarna handläggares",
        "bostad bostaden bostäder bostäderna",
        "marknad marknaden marknader",
        "kostnad kostnaden kostnader kostnadernas",
        "samordna samordnad samordnade",
        "testa testade testat",
        "demens demensen",
        "kurs kursen kurser kurserna",
        "plats platsen platser",
        "insats insatsen insatser insatserna",
        "tecken tecknet tecknen",
        "dator datorn datorer datorerna datorns",
        "gata gatan gator gatorna",
        "daglig dagligt dagliga",
        "social socialt sociala",
        "intelligens intelligensen",
        "lägenhet lägenheten lägenheter",
        "rum rummet rummen",
        "jobb jobbet jobben jobbets",
        "dygn dygnet",
        "plan planen planer planerna",
        "genomförandeplan genomförandeplanen genomförandeplaner genomförandeplanerna",
        "schema schemat scheman schemats",
        "tema temat teman",
        "rutin rutinen rutiner rutinerna",
        "medicin medicinen mediciner medicinerna",
        "ekonomi ekonomin ekonomier ekonomins",
        "terapi terapin terapier",
        "surfplatta surfplattan surfplattor surfplattorna",
        "hinder hindret hindren hindrets",
        "finger fingret fingrar fingrarna",
        "arbetsmiljö arbetsmiljön arbetsmiljöer arbetsmiljöns",
        "assistans assistansen",
        "diagnos diagnosen diagnoser",
        "psykos psykosen psykoser",
        "ansvar ansvaret ansvarets",
        "ägg ägget äggen",
        "tand tanden tänder tänderna tändernas",
        "bok boken böcker böckerna",
        "hand handen händer händerna",
        "fot foten fötter fötterna",
        "natt natten nätter nätterna",
        "bror bröder bröderna",
        "son sonen söner sönerna",
        "man mannen män männen männens",
        "tjänsteman tjänstemän tjänstemännen tjänstemannen",
    ],
)
def test_the_forms_of_a_word_share_a_stem(forms):
    stems = {form: stem_of(form) for form in forms.split()}

    assert len(set(stems.values())) == 1, stems


def test_a_compound_bends_as_its_last_part_does():
    assert stem_of("skolböckerna") == stem_of("skolbok")
    assert stem_of("framtänder") == stem_of("framtand")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("daglig", "dag"),
        ("marknad", "mark"),
        ("val", "väl"),
        ("plan", "plats"),
        ("rörelse", "röra"),
        ("händelse", "hand"),
        ("person", "pers"),
        ("bror", "bro"),
        ("konsistens", "konsist"),
    ],
)
def test_words_of_different_meaning_keep_apart(one, other):
    assert stem_of(one) != stem_of(other)


def test_an_irregular_plural_has_the_stem_of_its_singular():
    for plural, singular in IRREGULAR_PLURALS.items():
        assert stem_of(plural) == stem_of(singular)


def test_nothing_in_the_lists_is_too_short_to_be_found():
    assert all(len(ending) >= SHORTEST_STEM for ending in PROTECTED_ENDINGS)


LETTERS = st.text("abdeghijklnorstuvåäö", max_size=9)


@given(LETTERS, st.sampled_from(["al", "alt", "ium", "elt", "er", "kn", "mm", "rum", "gr", ""]))
def test_a_rule_names_the_last_letter_of_all_it_changes(letters, ending):
    for last, pattern, _rest in (*WHOLE_FORMS, *FLEETING_VOWELS, *DOUBLED):
        assert not re.search(pattern, letters + ending) or (letters + ending)[-1] in last


@given(LETTERS, st.sampled_from([*ENDINGS, *PAIRS, "nad", "ator", "ens", "erns", "nätter", ""]))
def test_a_stem_begins_as_its_word_but_for_the_last_letter(letters, ending):
    word = letters + ending

    assert bool(stem_of(word)) == bool(word)
    if not any(plural in word for plural in IRREGULAR_PLURALS):
        assert fold(word).startswith(fold(stem_of(word))[:-1])
