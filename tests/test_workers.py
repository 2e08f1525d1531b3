"""Work that several processes share: as if it had been done by one."""

from __future__ import annotations

import os
import threading

import pytest

from exempelbank import i18n
from exempelbank.exceptions import UnreadableFile
from exempelbank.workers import Workers, usable_cores

THINGS = range(50)
BOTH = pytest.mark.parametrize("start", ("fork", "spawn"))


def doubled(number):
    return 2 * number


def refused(number):
    if number == 7:
        raise UnreadableFile("is broken", 3, "Mend it.")


def process(_thing):
    return os.getpid(), (i18n.language_in_use(), i18n._("Search"))


@BOTH
def test_results_come_in_the_order_of_the_things(start):
    assert list(Workers(2, start).map(doubled, THINGS, 1)) == [2 * number for number in THINGS]


@BOTH
def test_other_processes_speak_as_this_one_does(start):
    i18n.use_language("en", own_texts={("", "Search"): "Look for it"})
    try:
        found = set(Workers(2, start).map(process, THINGS, 1))
    finally:
        i18n.use_language("sv")

    assert os.getpid() not in {pid for pid, _texts in found}
    assert {texts for _pid, texts in found} == {("en", "Look for it")}


@BOTH
def test_what_is_raised_there_is_raised_here_with_all_it_says(start):
    with pytest.raises(UnreadableFile) as why:
        list(Workers(2, start).map(refused, THINGS, 1))

    assert (why.value.says, why.value.line, why.value.fix) == ("is broken", 3, "Mend it.")


def test_forked_processes_know_what_this_one_knows():
    known = object()

    assert list(Workers(2, "fork").map(lambda _thing: known is not None, range(3), 1)) == [True] * 3


@pytest.mark.parametrize(("workers", "worth"), [(Workers(1), 1), (Workers(2), 51)])
def test_what_is_not_worth_sharing_is_done_here(workers, worth):
    assert {pid for pid, _texts in workers.map(process, THINGS, worth)} == {os.getpid()}


def test_a_process_with_threads_is_not_forked():
    ends = threading.Event()
    thread = threading.Thread(target=ends.wait)
    thread.start()
    try:
        found = list(Workers(2).map(doubled, THINGS, 1))  # a lambda would fail: it can't be pickled
        with pytest.raises(Exception, match="pickle"):
            list(Workers(2).map(lambda thing: thing, THINGS, 1))
    finally:
        ends.set()
        thread.join()

    assert found == [2 * number for number in THINGS]


def test_there_is_a_core_to_use():
    assert usable_cores() >= 1
