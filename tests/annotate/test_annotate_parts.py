"""Parts in reviews: what may name one, names paired with it, and what weights make of pairs and of rules' parts."""

import pytest

from kg.annotate.credits.found import Found
from kg.annotate.reviews.candidates import candidates
from kg.annotate.reviews.pairs import Pair, pairs
from kg.annotate.reviews.parts import RULE, Weighed, chances, with_parts
from kg.model import Mention, Span


def spot(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def paired(text: str, *people: str) -> list[Pair]:
    return list(pairs(text, [Span(0, len(text))], [Mention(spot(text, name), name) for name in people], {}))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Moe is the weary night clerk.", {"Ada Moe", "weary night clerk"}),
        ("Moe's bomber, Kasim, hides.", {"bomber", "Kasim"}),
        ("the brutish inspector Holt", {"Holt", "brutish inspector"}),
        ("as widow and as Holt's brother", {"widow", "brother"}),
        ("The widow sees, and waits.", {"widow sees", "widow"}),
        ("the great actress, and the usual", set()),
    ],
)
def test_what_may_name_a_part(text: str, names: set[str]) -> None:
    found = {candidate.name for candidate in candidates(text, 0, len(text))}
    assert names <= found if names else not found


def test_a_name_meets_every_part_near_it_but_itself() -> None:
    text = "Ada Moe is the clerk, and Bo Lund sells hats."
    made = {(pair.person, pair.part.name) for pair in paired(text, "Ada Moe")}
    assert {("Ada Moe", "clerk"), ("Bo Lund", "clerk"), ("Ada Moe", "Bo Lund")} <= made
    assert all(person != part for person, part in made)


def test_a_pair_shows_what_stands_between_without_asides() -> None:
    text = "Ada Moe, in the last film that she made, is the clerk."
    shown = next(pair.features for pair in paired(text, "Ada Moe") if pair.part.name == "clerk")
    assert ">bare=is the" in shown


def test_a_short_name_is_that_of_the_person_named_in_full() -> None:
    text = "Ada Moe came late. Moe is the clerk."
    made = list(pairs(text, [Span(19, len(text))], [], {}))
    assert {pair.person for pair in made if pair.part.name == "clerk"} == {"Ada Moe"}


def weighed(text: str, sure: dict[tuple[str, str], float]) -> list[Weighed]:
    return [Weighed(pair, sure.get((pair.person, pair.part.name), 0.0)) for pair in paired(text)]


def test_a_likely_part_goes_to_its_likeliest_bearer_alone() -> None:
    text = "Ada Moe is the clerk, and Bo Lund sells hats."
    told = weighed(text, {("Ada Moe", "clerk"): 0.9, ("Bo Lund", "clerk"): 0.8})
    (found,) = with_parts([], {}, told)
    assert (found.rule, found.name.of(text), found.role and found.role.of(text)) == (RULE, "Ada Moe", "clerk")
    assert chances(told)["Bo Lund"] == 0.8


def test_whoever_is_a_part_plays_none() -> None:
    text = "Ada Moe (Bo Lund)."
    told = weighed(text, {("Ada Moe", "Bo Lund"): 0.7, ("Bo Lund", "Ada Moe"): 0.9})
    assert [found.name.of(text) for found in with_parts([], {}, told)] == ["Bo Lund"]


def test_a_rules_part_that_everything_speaks_against_goes_and_the_credit_stays() -> None:
    text = "Ada Moe is the clerk."
    stated = Found("actor", spot(text, "Ada Moe"), Span(0, 20), "actor.part", spot(text, "the clerk"))
    (kept,) = with_parts([stated], {"Ada Moe": [stated]}, weighed(text, {("Ada Moe", "clerk"): 0.5}))
    (bare,) = with_parts([stated], {"Ada Moe": [stated]}, weighed(text, {}))
    assert kept == stated
    assert bare.role is None


def test_a_rules_part_takes_the_name_that_stands_beside_it() -> None:
    text = "Ada Moe is her dad, Holt."
    stated = Found("actor", spot(text, "Ada Moe"), Span(0, 18), "actor.part", spot(text, "her dad"))
    told = weighed(text, {("Ada Moe", "dad"): 0.9, ("Ada Moe", "Holt"): 0.6})
    (found,) = with_parts([stated], {"Ada Moe": [stated]}, told)
    assert found.role is not None
    assert found.role.of(text).endswith("Holt")
