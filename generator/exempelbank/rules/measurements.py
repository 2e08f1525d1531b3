"""What an indicator came to -> what may be shown of it.

A value for fewer than five people is not shown, and neither is what it could be worked out from:
see `rules.participants`.
"""

from __future__ import annotations

from collections.abc import Sequence

from exempelbank.model.content import Indicator, Initiative, Measurement, PartMeasurement
from exempelbank.rules.participants import FEWEST, hidden_parts


def without_small_groups(initiative: Initiative) -> Initiative:
    """With the values that may be shown, and None for the others and for how many they were."""
    indicators = tuple(
        one.model_copy(update={"values": tuple(shown(value, one) for value in one.values)})
        for one in initiative.indicators
    )
    return initiative.model_copy(update={"indicators": indicators})


def shown(one: Measurement, indicator: Indicator) -> Measurement:
    if is_of_few(one, indicator):
        return one.model_copy(update=_HIDDEN | {"parts": ()})
    hidden = _hidden_parts(one, indicator)
    parts = tuple(
        part.model_copy(update=_HIDDEN) if number in hidden else part
        for number, part in enumerate(one.parts)
    )
    return one.model_copy(update={"parts": parts}) if hidden else one


_HIDDEN = {"value": None, "people": None}


def is_of_few(one: Measurement, indicator: Indicator) -> bool:
    """Among all of those it was measured among, or of those that are left when it is counted."""
    people = [people_in(part, indicator) for part in one.parts]
    total = people_in(one, indicator)
    if total is None and people and None not in people:
        total = sum(number or 0 for number in people)
    if one.people is not None and (one.people < FEWEST or 0 < one.people - (total or 0) < FEWEST):
        return True  # 98 of 100 tells of two
    return total is not None and total < FEWEST


def people_in(one: Measurement | PartMeasurement, indicator: Indicator) -> int | None:
    """How many people a number tells of; None when that is not known, or it tells of none."""
    if indicator.counts_people and one.value is not None:
        return int(one.value)
    return one.people


def parts_without_number(one: Measurement, indicator: Indicator) -> bool:
    """Whether a part has a value, and it is not known of how many people."""
    return any(part.value is not None and people_in(part, indicator) is None for part in one.parts)


def _hidden_parts(one: Measurement, indicator: Indicator) -> Sequence[int]:
    """Places in the list. All, when it is not known how many people some of them are."""
    known = {
        place: people_in(part, indicator) or 0
        for place, part in enumerate(one.parts)
        if part.value is not None or part.people is not None
    }
    total = people_in(one, indicator)
    others = 0 if total is None else total - sum(known.values())
    if parts_without_number(one, indicator) or others < 0:
        return range(len(one.parts))
    # Those of no part can be worked out as well as any.
    hidden = hidden_parts({str(place): n for place, n in known.items()} | {"others": others})
    return [place for place in known if str(place) in hidden]
