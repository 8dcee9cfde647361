"""What the default graph holds: names, super-terms, inverses, one value where there can be one only."""

import pyoxigraph as ox
import pytest
from built import BASE, built
from stating_films import Page, movie, pages, person, year

from kg.model import Datatype, Kind, Status, Thing, Value
from kg.resolve import resolve
from kg.vocab.iris import short_hash


def test_films_and_people_have_types_and_names() -> None:
    b = built(pages(Page("a").film("Salt Wind", 1990, ["Ilse Marand"]), Page("b").film("Salt Wind", 1990, ["Marand"])))
    assert b.values("movie/salt-wind-1990", "rdf:type") == {"Movie"}
    assert b.values("movie/salt-wind-1990", "schema:name") == {"Salt Wind"}
    assert b.values("person/ilse-marand", "schema:name") == {"Ilse Marand"}
    assert b.values("person/ilse-marand", "schema:alternateName") == {"Marand"}
    assert b.values("person/ilse-marand", "schema:alternateName", "a") == set()
    assert b.values("person/ilse-marand", "schema:name", "b") == {"Ilse Marand"}


def test_super_terms_are_written_out_in_every_graph() -> None:
    b = built(pages(Page("a").film("Salt Wind", 1990).say(movie(), "kg:screenwriter", person("Ann Sorel"))))
    for graph in (None, "a"):
        assert b.values("movie/salt-wind-1990", "kg:screenwriter", graph) == {"ann-sorel"}
        assert b.values("movie/salt-wind-1990", "schema:author", graph) == {"ann-sorel"}


def test_a_remake_is_stated_both_ways_in_the_facts_and_as_said_in_the_document() -> None:
    b = built(pages(Page("a").film("Salt Wind", 1990).film("Slow Barge", 1951, key="original").remake_of()))
    assert b.values("movie/salt-wind-1990", "kg:remakeOf") == {"slow-barge-1951"}
    assert b.values("movie/salt-wind-1990", "schema:isBasedOn") == {"slow-barge-1951"}
    assert b.values("movie/slow-barge-1951", "kg:remadeAs") == {"salt-wind-1990"}
    assert b.values("movie/slow-barge-1951", "kg:remadeAs", "a") == set()
    turned = Page("b").film("Slow Barge", 1951).film("Salt Wind", 1990, key="later")
    b = built(pages(turned.say(movie(), "kg:remadeAs", movie("later"))))
    assert b.values("movie/salt-wind-1990", "schema:isBasedOn") == {"slow-barge-1951"}


def test_a_film_that_turns_out_to_be_the_same_is_not_based_on_itself() -> None:
    page = Page("a").film("Salt Wind", 1990, ["Per Holt"]).film("Salt Wind", 1990, key="seen")
    b = built(pages(page.say(movie(), "schema:isBasedOn", movie("seen"))))
    assert b.values("movie/salt-wind-1990", "schema:isBasedOn") == set()
    assert b.values("movie/salt-wind-1990", "schema:isBasedOn", "a") == set()


def test_only_what_is_asserted_becomes_a_fact() -> None:
    page = Page("a").film("Salt Wind", 1990)
    for status in (Status.HEDGED, Status.DENIED, Status.HYPOTHETICAL, Status.HEARSAY):
        page.say(movie(), "schema:actor", person(f"{status} Wray"), status=status)
    b = built(pages(page))
    assert b.values("movie/salt-wind-1990", "schema:actor") == set()
    assert not any(e.iri in str(b.graph()) for e in b.resolution.entities if e.kind is Kind.PERSON)
    stated = {t.object.value.rpartition("#")[2] for t in b.graph("evidence") if t.predicate.value.endswith("#status")}
    assert stated == {"Asserted", "Hedged", "Denied", "Hypothetical", "Hearsay"}


def test_a_film_is_named_even_where_the_words_only_wish() -> None:
    page = Page("a").film("Salt Wind", 1990).say(movie(), "schema:isBasedOn", movie("seen"))
    page.say(movie("seen"), "schema:name", Value("Pale Moon"), status=Status.HYPOTHETICAL)
    page.say(movie("wished"), "schema:name", Value("Cold Lamp"), status=Status.HYPOTHETICAL)
    b = built(pages(page))
    assert b.values("movie/pale-moon", "schema:name") == {"Pale Moon"}
    assert b.values("movie/cold-lamp", "schema:name") == set()


@pytest.mark.parametrize(
    ("original", "described"),
    [
        (Page("a").film(None, 1951, ["Per Holt"], key="original"), "1951 film by Per Holt"),
        (Page("a").film(None, None, ["Una Bly", "Per Holt"], key="original"), "film by Per Holt and Una Bly"),
        (Page("a").film(None, 1951, key="original"), "1951 film"),
        (Page("a"), "film remade as Salt Wind"),
    ],
)
def test_an_untitled_film_is_described(original: Page, described: str) -> None:
    extractions = pages(original.film("Salt Wind", 1990).remake_of())
    iri = resolve(extractions, BASE).iri("a", movie("original")).removeprefix(BASE.base)
    b = built(extractions)
    assert b.values(iri, "schema:disambiguatingDescription") == {described}
    assert b.values(iri, "schema:disambiguatingDescription", "a") == {described}
    assert b.values(iri, "schema:name") == set()


def runtime(id: str, minutes: int, rule: str = "duration.prose") -> Page:
    hours, rest = divmod(minutes, 60)
    page = Page(id).film("Salt Wind", 1990)
    page.say(movie(), "schema:duration", Value(f"PT{hours}H{rest}M" if hours else f"PT{rest}M"), rule)
    return page.say(movie(), "kg:runtimeMinutes", Value(str(minutes), Datatype.INTEGER), rule)


@pytest.mark.parametrize(
    ("written", "kept", "rule"),
    [
        ([runtime("a", 86), runtime("b", 84), runtime("c", 86, "duration.field")], 86, "most documents"),
        ([runtime("a", 86, "duration.field"), runtime("b", 84)], 86, "most structured place"),
        ([runtime("a", 86, "duration.heading"), runtime("b", 84)], 86, "most structured place"),
        ([runtime("a", 86), runtime("b", 84)], 84, "smallest value"),
        ([runtime("a", 65), runtime("b", 59)], 59, "smallest value"),
    ],
)
def test_one_running_time_is_chosen_and_the_others_are_contested(written: list[Page], kept: int, rule: str) -> None:
    b = built(pages(*written))
    assert b.values("movie/salt-wind-1990", "kg:runtimeMinutes") == {str(kept)}
    hours, rest = divmod(kept, 60)
    assert b.values("movie/salt-wind-1990", "schema:duration") == {f"PT{hours}H{rest}M" if hours else f"PT{rest}M"}
    assert {c.rule for c in b.merged.contests} == {rule}
    minutes = next(c for c in b.merged.contests if c.chosen.relation == "kg:runtimeMinutes")
    (rejected,) = minutes.rejected
    assert rejected.object != minutes.chosen.object
    node = ox.NamedNode(f"{BASE.base}contest/{short_hash(minutes.chosen.subject, 'kg:runtimeMinutes')}")
    contest = {t.predicate.value.rpartition("#")[2]: t.object.value for t in b.graph("curation") if t.subject == node}
    assert (contest["chosen"], contest["rule"]) == (str(kept), rule)


@pytest.mark.parametrize(
    ("dates", "kept", "contested"),
    [
        (["1990", "1990", "1990-03-02"], "1990-03-02", []),
        (["1990", "1990-03", "1990-03-02"], "1990-03-02", []),
        (["1990", "1990", "1991-03-02"], "1990", ["1991-03-02"]),
        (["1990-03-02", "1990-03-02", "1990-07-13"], "1990-03-02", ["1990-07-13"]),
        (["1990-05", "1990-03-02"], "1990-03-02", ["1990-05"]),
    ],
)
def test_a_full_date_wins_over_a_bare_year_that_agrees(dates: list[str], kept: str, contested: list[str]) -> None:
    b = built(pages(*(Page(f"d{i}").film("Salt Wind", date, ["Per Holt"]) for i, date in enumerate(dates))))
    (film,) = (e.iri.removeprefix(BASE.base) for e in b.resolution.entities if e.kind is Kind.MOVIE)
    assert b.values(film, "schema:datePublished") == {kept}
    assert [f.object.text for c in b.merged.contests for f in c.rejected if isinstance(f.object, Value)] == contested
    for i, date in enumerate(dates):
        assert b.values(film, "schema:datePublished", f"d{i}") == {date}


def test_roles_are_collapsed_and_keep_the_fullest_credit() -> None:
    b = built(
        pages(
            Page("a").film("Salt Wind", 1990, [], [("Tom Wray", "Lev Stern")]),
            Page("b").film("Salt Wind", 1990, [], [("Tom Wray", "Lev")]),
        )
    )
    role = "role/salt-wind-1990--tom-wray--lev-stern"
    assert b.values("movie/salt-wind-1990", "schema:actor") == {"tom-wray", role.removeprefix("role/")}
    for graph in (None, "a", "b"):
        assert b.values(role, "schema:characterName", graph) == {"Lev Stern"}
        assert b.values(role, "rdf:type", graph) == {"PerformanceRole"}
        assert b.values(role, "kg:character", graph) == {"salt-wind-1990--lev-stern"}


def test_letter_case_makes_no_other_name() -> None:
    b = built(
        pages(Page("a").film("Salt Wind", 1990), Page("b").film("Salt Wind", 1990), Page("c").film("SALT WIND", 1990))
    )
    assert b.values("movie/salt-wind-1990", "schema:alternateName") == set()
    (fact,) = (f for f in b.merged.facts if f.relation == "schema:name")
    assert {e.document for e in fact.evidence} == {"a", "b", "c"}


def test_countries_and_companies_have_names() -> None:
    page = Page("a").film("Salt Wind", 1990).say(movie(), "schema:countryOfOrigin", Thing(Kind.COUNTRY, "nl"))
    page.say(movie(), "schema:productionCompany", Thing(Kind.ORGANIZATION, "Blue Lamp B.V."))
    page.say(movie(), "schema:datePublished", year("1990-02-01"))
    b = built(pages(page))
    assert b.values("country/nl", "schema:name") == {"Netherlands"}
    assert b.values("organization/blue-lamp-b-v", "schema:name") == {"Blue Lamp B.V."}
    assert b.values("organization/blue-lamp-b-v", "rdf:type") == {"Organization"}
