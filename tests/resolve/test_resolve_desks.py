"""What is decided at desks is what is decided at once, however many desks there are, and so is what is kept of it."""

import random
from pathlib import Path

import pytest
from corpora import summary
from test_resolve_again import BASE, rows

from kg.model import Kind, Thing
from kg.resolve import Summary, decide, remember
from kg.resolve.desks import Divided, Office, decide_at_desks, sum_up


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
            assert found.about(each.document) == whole.about.get(each.document)
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
