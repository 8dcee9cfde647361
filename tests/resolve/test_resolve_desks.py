"""What is decided at desks is what is decided at once, however many desks there are, and so is what is kept of it."""

import random
from pathlib import Path

import pytest
from corpora import summary
from test_resolve_again import BASE, rows

from kg.model import Kind, Thing
from kg.resolve import Summary, decide, remember
from kg.resolve.desks import Divided, Office, decide_at_desks, sum_up
from kg.resolve.desks.blocks import Same, keyed, united
from kg.resolve.summary import FilmMention


def divided(folder: Path, there: list[Summary], desks: int) -> Divided:
    """The documents decided at desks, one step at one desk after the other."""
    folder.mkdir()
    office = Office(folder, desks, BASE, keep=True)
    size = -(-len(there) // desks)
    firsts = [sum_up(office, desk, there[desk * size : (desk + 1) * size]) for desk in range(desks)]
    ids = [each.document for each in there]
    return decide_at_desks(office, ids, firsts, lambda step: [step(office, desk) for desk in range(desks)])


def compare(folder: Path, there: list[Summary], desks: int) -> None:
    at_once, found = decide(there, BASE), divided(folder / "desks", there, desks)
    whole = at_once.resolution
    assert list(found.judgements) == list(whole.judgements)
    for kind in (Kind.MOVIE, Kind.PERSON):
        assert found.count(kind) == whole.count(kind)
    for desk in range(desks):
        for each in found.summaries(desk):
            assert found.portion(desk).told(each) == whole.told(each)
            assert found.document(each.document) == whole.document(each.document)
            assert found.about(each.document) == whole.about(each.document)
            for mention in each.films:
                thing = Thing(Kind.MOVIE, mention.key)
                assert found.iri(each.document, thing) == whole.iri(each.document, thing)
    found.remember(folder / "kept")
    remember(at_once, folder / "whole")
    assert rows(folder / "kept") == rows(folder / "whole")
    assert (folder / "kept").read_bytes() == (folder / "whole").read_bytes()


def corpus(seed: int, documents: int, spread: int) -> list[Summary]:
    chance = random.Random(seed)
    return [summary(chance, f"d{number:03}", spread) for number in range(documents)]


@pytest.mark.parametrize("spread", [1, 2, 8])
@pytest.mark.parametrize("desks", [1, 2, 3, 7])
def test_what_is_decided_at_desks_is_what_is_decided_at_once(tmp_path: Path, desks: int, spread: int) -> None:
    for seed in range(6):
        place = tmp_path / str(seed)
        place.mkdir()
        compare(place, corpus(seed, desks * (2 + seed), spread), desks)


@pytest.mark.full
@pytest.mark.parametrize("seed", range(300))
def test_so_it_is_in_hundreds_of_corpora(tmp_path: Path, seed: int) -> None:
    desks = seed % 9 + 1
    compare(tmp_path, corpus(seed, desks * (seed % 5 + 1), seed % 8 + 1), desks)


TITLES = (
    ("Ebb", "The Ebb", "Ebb 1931", "The Ebb 1931 2"),
    ("Tin & Salt", "Tin and Salt", "Tin Salt"),
    ("1931", "The", "…", "A 3"),
)


def stems(title: str) -> list[str]:
    film = FilmMention(("d", "main"), False, (title,))
    return next(keyed(Summary("d", (film,), (), (), (), ()))).stems


def test_films_that_might_want_one_slug_are_decided_at_one_desk() -> None:
    root = {each.key: each.root for each in united(stems(title) for titles in TITLES for title in titles)}
    found = [{root[stem] for title in titles for stem in stems(title)} for titles in TITLES]
    assert [len(some) for some in found] == [1, 1, 1]
    assert len(set().union(*found)) == 3


def test_keys_that_mean_the_same_over_others_have_one_root() -> None:
    same = united([["a", "b"], ["c", "d"], ["e", "f", "g"], ["d", "a"]])
    root = {each.key: each.root for each in same}
    assert len({root[key] for key in "abcd"}) == 1
    assert len({root[key] for key in "efg"}) == 1
    assert root["a"] != root["e"]


def test_letters_reach_whom_they_are_for_and_nothing_is_there_twice(tmp_path: Path) -> None:
    office = Office(tmp_path, 3, BASE)
    for desk in (0, 1, 2, 1):
        office.send(desk, ((to, Same(str(desk), str(to))) for to in (2, 0) for _ in range(desk)), Same)
    assert list(office.read(1, Same)) == []
    assert [each.key for each in office.read(2, Same)] == ["1", "2", "2"]
    assert {each.root for each in office.read(0, Same)} == {"0"}


def test_rows_of_more_files_than_may_be_open_come_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.resolve.desks.office._OPEN", 3)
    office = Office(tmp_path, 11, BASE, keep=True)
    for desk in range(11):
        office.put(desk, "films", "spoken", [(f"d{desk + step:02}", key, "ebb") for step in (0, 20) for key in "ba"])
    for _ in range(2):
        found = list(office.rows("spoken"))
        assert found == sorted(found)
        assert len(found) == 44
