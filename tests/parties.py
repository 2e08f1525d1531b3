"""A site of four municipalities and three parties that are none."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from exempelbank.settings import Map, Municipality, PlaceKind, Settings, Shape, Term, Vocabulary
from tests.builders import sample_settings

_MUNICIPALITIES = {"grums": "1764", "hammaro": "1761", "karlstad": "1780", "kristinehamn": "1781"}
PLACES = (
    Municipality(
        id="arbetsformedlingen", label="Arbetsförmedlingen", kind=PlaceKind.AUTHORITY, member="yes"
    ),
    Municipality(
        id="forsakringskassan",
        label="Försäkringskassan",
        aliases=("FK",),
        kind=PlaceKind.AUTHORITY,
        contact_email="samverkan@fk.example",
        districts=(Term(id="fk-karlstad", label="Kontoret i Karlstad"),),
    ),
    *(
        Municipality(id=id, label=id.capitalize(), code=code)
        for id, code in _MUNICIPALITIES.items()
    ),
    Municipality(id="region-varmland", label="Region Värmland", kind=PlaceKind.REGION),
)
MAP = Map(
    view_box="0 0 400 100",
    shapes=tuple(
        Shape(code=code, x=50 + 100 * n, y=50, path=f"M{100 * n} 0l100 0 0 100 -100 0z")
        for n, code in enumerate(sorted(_MUNICIPALITIES.values()))
    ),
)


@cache
def settings_with_parties() -> Settings:
    settings = sample_settings()
    districts = tuple(district for place in PLACES for district in place.districts)
    lists = {
        "municipalities": Vocabulary("municipalities", PLACES),
        "districts": Vocabulary("districts", districts),
    }
    return replace(
        settings,
        municipalities=PLACES,
        vocabularies={**settings.vocabularies, **lists},
        map=MAP,
    )
