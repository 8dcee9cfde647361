"""What validation refuses leaves the facts for the quarantine, and takes with it what rests on it."""

from collections.abc import Collection

import pytest
from built import BASE, Built, built
from stating_films import Page, movie, pages, person

from kg.assemble import Held, conforming, refuse, spoken
from kg.model import Fact, Finding, Kind, Severity, Thing, Value

FILM = BASE.base + "movie/salt-wind-1990"
SHAPE = "https://w3id.org/film-kg/shapes#Movie-director"


def page() -> Page:
    written = Page("a").film("Salt Wind", 1990, ["Per Holt"], [("Tom Wray", "Lev"), "Una Bly"])
    written.film(None, 1951, key="original").remake_of()
    return written.say(movie(), "kg:screenwriter", person("Per Holt")).say(movie(), "schema:genre", Value("Drama"))


def finding(path: str, value: str, focus: str = FILM, severity: Severity = Severity.VIOLATION) -> Finding:
    return Finding(focus, path, value, severity, "Mend it so.", SHAPE)


def refused(*findings: Finding) -> Built:
    b = built(pages(page()), findings)
    left = {str(t) for t in b.graph()} | {str(t) for t in b.graph("quarantine")}
    assert {" ".join(triple) for triple in spoken(b.merged.facts)} <= left, "nothing is dropped"
    return b


def test_a_refused_value_goes_to_quarantine_with_its_reason() -> None:
    b = refused(finding("schema:genre", "Drama"))
    assert b.values("movie/salt-wind-1990", "schema:genre") == set()
    assert b.values("movie/salt-wind-1990", "schema:genre", "quarantine") == {"Drama"}
    assert b.values("movie/salt-wind-1990", "schema:director") == {"per-holt"}
    told = {t.object.value for t in b.graph("quarantine") if t.predicate.value.endswith(("#reason", "#refusedBy"))}
    assert told == {"Mend it so.", SHAPE}


def test_warnings_refuse_nothing() -> None:
    assert not refused(finding("schema:genre", "Drama", severity=Severity.WARNING)).graph("quarantine")


def test_a_refused_super_term_takes_the_relation_and_its_inverse() -> None:
    original = BASE.base + "movie/untitled--1951"
    b = refused(finding("schema:isBasedOn", original))
    assert b.values("movie/salt-wind-1990", "kg:remakeOf") == set()
    assert b.values("movie/untitled--1951", "kg:remadeAs") == set()
    assert b.values("movie/untitled--1951", "kg:remadeAs", "quarantine") == {"salt-wind-1990"}


def test_a_refused_actor_takes_the_role_and_what_is_left_alone() -> None:
    b = refused(finding("schema:actor", BASE.base + "person/tom-wray"))
    assert b.values("movie/salt-wind-1990", "schema:actor") == {"una-bly"}
    assert "tom-wray" not in "".join(str(t) for t in b.graph())
    assert b.values("movie/salt-wind-1990", "schema:character") == {"salt-wind-1990--lev"}


def test_a_person_who_is_credited_elsewhere_stays() -> None:
    b = refused(finding("schema:director", BASE.base + "person/per-holt"))
    assert b.values("movie/salt-wind-1990", "kg:screenwriter") == {"per-holt"}
    assert b.values("person/per-holt", "schema:name") == {"Per Holt"}


def test_a_finding_without_a_value_is_about_the_property_or_the_whole_thing() -> None:
    b = refused(finding("schema:director", ""))
    assert b.values("movie/salt-wind-1990", "schema:director") == set()
    role = "role/salt-wind-1990--tom-wray--lev"
    b = refused(finding("schema:startDate", "", BASE.base + role))
    assert b.values(role, "schema:actor") == set()
    assert b.values("movie/salt-wind-1990", "schema:actor") == {"tom-wray", "una-bly"}


def test_a_shared_super_term_stays_while_another_fact_states_it() -> None:
    written = Page("a").film("Salt Wind", 1990).say(movie(), "schema:contributor", person("Una Bly"))
    written.say(movie(), "kg:storyBy", person("Una Bly"))
    b = built(pages(written), [finding("kg:storyBy", BASE.base + "person/una-bly")])
    assert b.values("movie/salt-wind-1990", "schema:contributor") == {"una-bly"}
    assert b.values("movie/salt-wind-1990", "schema:contributor", "quarantine") == set()


@pytest.mark.parametrize("kind", [Kind.RELEASE, Kind.RATING])
def test_things_that_only_lean_on_others_fall_with_the_link(kind: Kind) -> None:
    nl = Thing(Kind.COUNTRY, "nl")
    leaning = Thing(Kind.RELEASE, "", (movie(), nl)) if kind is Kind.RELEASE else Thing(Kind.RATING, "1")
    link, inner = (
        ("schema:publication", "schema:location") if kind is Kind.RELEASE else ("schema:reviewRating", "schema:about")
    )
    b = built(pages(Page("a").film("Salt Wind", 1990).say(movie(), link, leaning).say(leaning, inner, nl)))
    refused = refuse(Held(b.merged.facts), [finding(link, "")])
    assert not any(f"/{kind}/" in fact.subject for fact in b.merged.facts if fact not in refused)
    assert refused
    assert all(r.fact == fact and r.reason.endswith("Mend it so.") for fact, r in refused.items())


def test_what_is_left_is_checked_until_it_conforms() -> None:
    facts = built(pages(page())).merged.facts

    def check(gone: Collection[Fact], things: Collection[str] | None) -> list[Finding]:
        """No film without a genre, and no genre called Drama; where something was refused, what it touched is asked for."""
        assert things is None if not gone else FILM in things
        kept = [fact for fact in facts if fact not in gone]
        genres = [fact for fact in kept if fact.relation == "schema:genre"]
        if genres:
            return [finding("schema:genre", "Drama")]
        return [finding("schema:genre", "")] if any(fact.subject == FILM for fact in kept) else []

    refused, findings = conforming(Held(facts), check)
    assert check(refused, [FILM]) == []
    assert {fact.subject for fact in facts if fact in refused} >= {FILM}
    assert FILM not in {fact.subject for fact in facts if fact not in refused}
    assert [f.value for f in findings] == ["", "Drama"]
