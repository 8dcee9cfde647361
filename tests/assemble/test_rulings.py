"""What people decide about values: preferred, rejected, renamed, and told of in the graph of curation."""

from pathlib import Path

import pytest
from built import BASE, Built, built
from deciding import decided, entry
from stating_films import Page, movie, pages

from kg.errors import InputError
from kg.model import Value

FILM = "movie/salt-wind-1990"
TEXTS = (
    Page("a")
    .film("Salt Wind", 1990, ["Per Holt"], [("Tom Wray", "Lev")])
    .say(movie(), "schema:duration", Value("PT1H")),
    Page("b").film("Salt Wind", 1990, ["Gus Amory", "Per Holt"]).say(movie(), "schema:duration", Value("PT2H")),
)


def ruled(folder: Path, *entries: str) -> Built:
    return built(pages(*TEXTS), decisions=decided(folder, BASE, *entries))


def decide(verb: str, relation: str, value: str, thing: str = FILM) -> str:
    return entry(verb, thing, relation=relation, value=value)


def test_a_preferred_value_wins_and_its_reason_is_the_rule(tmp_path: Path) -> None:
    assert built(pages(*TEXTS)).values(FILM, "schema:duration") == {"PT1H"}
    b = ruled(tmp_path, decide("prefer", "schema:duration", "PT2H"))
    assert b.values(FILM, "schema:duration") == {"PT2H"}
    (contest,) = b.merged.contests
    assert contest.rule == "Ada Quist decided on 2024-05-02: She looked."


def test_a_rejected_value_gives_way_to_the_next_and_is_kept_aside(tmp_path: Path) -> None:
    b = ruled(tmp_path, decide("reject", "duration", "PT1H"))
    assert b.values(FILM, "schema:duration") == {"PT2H"}
    assert b.values(FILM, "schema:duration", "quarantine") == {"PT1H"}
    why = [t.object.value for t in b.graph("quarantine") if t.predicate.value.endswith("#reason")]
    assert why == ["Rejected: Ada Quist decided on 2024-05-02: She looked."]


def test_a_rejected_person_takes_along_what_rests_on_it(tmp_path: Path) -> None:
    b = ruled(tmp_path, decide("reject", "schema:director", "gus-amory"))
    assert b.values(FILM, "schema:director") == {"per-holt"}
    assert "gus-amory" not in "".join(str(t) for t in b.graph())


def test_a_new_name_has_the_entry_as_its_evidence(tmp_path: Path) -> None:
    renamed = entry("rename", "person/per-holt", name="Per A. Holt")
    b = ruled(tmp_path, renamed)
    assert b.values("person/per-holt", "schema:name") == {"Per A. Holt"}
    assert b.values("person/per-holt", "schema:alternateName") == {"Per Holt"}
    assert b.values("person/per-holt", "schema:name", "decisions") == {"Per A. Holt"}
    assert renamed.strip() in {t.object.value for t in b.graph("evidence") if t.predicate.value.endswith("#exact")}
    assert b.values("document/decisions", "schema:identifier", "provenance") == {"decisions.toml"}


def test_every_decision_is_told_with_its_reason(tmp_path: Path) -> None:
    b = ruled(
        tmp_path, decide("prefer", "schema:duration", "PT2H"), entry("same", "person/per-holt", "person/gus-amory")
    )
    told = {(t.predicate.value.rpartition("#")[2], t.object.value) for t in b.graph("curation")}
    assert {("verdict", "prefer"), ("verdict", "same"), ("decidedBy", "Ada Quist"), ("reason", "She looked.")} <= told
    assert {("decidedOf", BASE.base + FILM), ("decidedOf", BASE.base + "person/per-holt")} <= told
    assert {("decidedRelation", "schema:duration"), ("decidedValue", "PT2H"), ("decidedOn", "2024-05-02")} <= told
    assert b.values(FILM, "schema:director") == {"per-holt"}


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (decide("prefer", "schema:duration", "PT9H"), "gives schema:duration this value; did you mean PT"),
        (decide("prefer", "schema:director", "per-holt"), "may have several values"),
        (decide("reject", "schema:directr", "per-holt"), "no relation is called .* mean schema:director"),
        (decide("reject", "schema:genre", "Drama"), "no document gives schema:genre this value"),
        (decide("reject", "schema:name", "x", "movie/salt-wnd-1990"), "nothing has the IRI .* mean .*salt-wind-1990"),
        (
            decide("prefer", "schema:duration", "PT1H") + decide("reject", "schema:duration", "PT1H"),
            "contradict each other",
        ),
        (
            decide("prefer", "schema:duration", "PT1H") + decide("prefer", "schema:duration", "PT2H"),
            "contradict each other",
        ),
    ],
)
def test_what_nobody_states_cannot_be_decided_on(tmp_path: Path, written: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        ruled(tmp_path, written)
