"""What holds for every build: order, evidence, removal, identity of films; on random small worlds of films."""

import random
from decimal import Decimal

import pyoxigraph as ox
from built import BASE, Built, built
from hypothesis import given, settings
from hypothesis import strategies as st
from stating_films import Page, movie, person

from kg.model import Extraction, Kind, Status, Thing, Value
from kg.vocab import expand

TITLES = ["Salt Wind", "The Salt Wind", "Pale Moon", "Čtyři", "雨の道"]
PEOPLE = [
    "Ilse Marand",
    "Marand",
    "Tom Marand",
    "Joost van Aken",
    "van Aken",
    "Ann Sorel",
    "Anna Sorel",
    "Žofie Nová",
    "Zarah",
]
PARTS = ["Lev", "Lev Stern", "a waitress", "The Waitress", "Ada", "Žít"]
YEARS = st.sampled_from([None, 1921, 1951, 1990, 1993])

people = st.lists(st.sampled_from(PEOPLE), max_size=2, unique=True)
casts = st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(["", *PARTS])), max_size=3)


@st.composite
def page(draw: st.DrawFn, number: int) -> Extraction:
    written = Page(draw(st.sampled_from([f"d{number}.txt", f"Ünï {number}"])))
    written.film(draw(st.sampled_from(TITLES)), draw(YEARS), draw(people), draw(casts))
    if draw(st.booleans()):
        title = draw(st.sampled_from([None, *TITLES]))
        written.film(title, draw(YEARS), draw(people), draw(casts), key="original").remake_of()
    if draw(st.booleans()):
        written.film(draw(st.sampled_from(TITLES)), draw(YEARS), key="seen")
        review = Thing(Kind.REVIEW, "1")
        written.say(review, "schema:itemReviewed", movie()).say(review, "schema:mentions", movie("seen"))
    if draw(st.booleans()):
        written.say(
            movie(),
            "schema:duration",
            Value(f"PT1H{draw(st.integers(1, 3))}M"),
            draw(st.sampled_from(["x.field", "x.prose"])),
        )
        written.say(
            movie(), "kg:screenwriter", person(draw(st.sampled_from(PEOPLE))), status=draw(st.sampled_from(Status))
        )
    return written.extraction()


@st.composite
def worlds(draw: st.DrawFn) -> list[Extraction]:
    return [draw(page(i)) for i in range(draw(st.integers(1, 6)))]


@settings(max_examples=150)
@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_of_documents_changes_no_byte(world: list[Extraction], chance: random.Random) -> None:
    shuffled = chance.sample(world, len(world))
    assert built(world).nquads == built(shuffled).nquads


@settings(max_examples=100)
@given(worlds())
def test_every_fact_has_evidence_whose_quote_is_the_exact_slice(world: list[Extraction]) -> None:
    b = built(world)
    covered = {triple for node in evidence(b).values() for triple in stated(node)}
    assert b.graph() <= covered
    texts = {f"{BASE.base}document/{b.resolution.document(e.document.id)}": e.document.text for e in world}
    for node in evidence(b).values():
        (place,), (quote,) = node["prov:wasQuotedFrom"], node["oa:exact"]
        document, _, offsets = place.value.partition("#char=")
        start, end = map(int, offsets.split(","))
        assert texts[document][start:end] == quote.value
        assert 0 < Decimal(node["kg:confidence"][0].value) <= 1


def evidence(b: Built) -> dict[str, dict[str, list[ox.NamedNode | ox.Literal]]]:
    names = {
        expand(n): n
        for n in ("rdf:subject", "rdf:predicate", "rdf:object", "prov:wasQuotedFrom", "oa:exact", "kg:confidence")
    }
    nodes: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = {}
    for t in b.graph("evidence"):
        if t.predicate.value in names:
            nodes.setdefault(t.subject.value, {}).setdefault(names[t.predicate.value], []).append(t.object)
    return nodes


def stated(node: dict[str, list[ox.NamedNode | ox.Literal]]) -> set[ox.Triple]:
    (subject,) = node["rdf:subject"]
    return {ox.Triple(subject, p, o) for p in node["rdf:predicate"] for o in node["rdf:object"]}


@settings(max_examples=100)
@given(worlds())
def test_every_document_graph_holds_what_its_document_asserts_and_names_it(world: list[Extraction]) -> None:
    b = built(world)
    typed = {t.subject for t in b.graph() if t.predicate.value == expand("rdf:type")}
    for e in world:
        graph = b.graph(b.resolution.document(e.document.id))
        for claim in e.claims:
            if claim.evidence.status is Status.ASSERTED and isinstance(claim.object, Thing):
                ends = (ox.NamedNode(b.resolution.iri(e.document.id, thing)) for thing in (claim.subject, claim.object))
                subject, obj = ends
                assert ox.Triple(subject, ox.NamedNode(expand(claim.relation)), obj) in graph
        assert {t.subject for t in graph} <= typed


@settings(max_examples=100)
@given(worlds())
def test_films_more_than_a_year_apart_are_never_one(world: list[Extraction]) -> None:
    b = built(world)
    years: dict[str, set[int]] = {}
    for e in world:
        for claim in e.claims:
            if claim.relation == "schema:datePublished" and isinstance(claim.object, Value):
                iri = b.resolution.iri(e.document.id, claim.subject)
                years.setdefault(iri, set()).add(int(claim.object.text[:4]))
    assert all(max(found) - min(found) <= 1 for found in years.values())


@settings(max_examples=100)
@given(worlds())
def test_no_document_s_remake_is_its_own_original(world: list[Extraction]) -> None:
    b = built(world)
    for t in b.graph():
        assert t.subject != t.object


@settings(max_examples=60)
@given(worlds())
def test_no_blank_node_no_quad_twice_no_clash_of_kinds(world: list[Extraction]) -> None:
    b = built(world)
    assert len(set(b.quads)) == len(b.quads)
    assert not any(isinstance(end, ox.BlankNode) for q in b.quads for end in (q.subject, q.object))
    kinds: dict[str, set[str]] = {}
    for t in b.graph():
        if t.predicate.value == expand("rdf:type"):
            kinds.setdefault(t.subject.value, set()).add(t.object.value)
    assert all(len(classes) == 1 for classes in kinds.values())


def stranger() -> Extraction:
    page = Page("a stranger").film("Quite Other", 1971, ["Gus Amory"], [("Bo Falk", "Mor")])
    return page.film(None, 1960, ["Una Bly"], key="original").remake_of().extraction()


@settings(max_examples=60)
@given(worlds())
def test_a_document_about_other_films_adds_its_own_and_changes_nothing_else(world: list[Extraction]) -> None:
    without, added = built(world), built([*world, stranger()])
    for graph in (None, "evidence", "curation"):
        assert without.graph(graph) <= added.graph(graph)
    for e in world:
        name = without.resolution.document(e.document.id)
        assert without.graph(name) == added.graph(name)
    gone = {f.subject for f in added.merged.facts} - {f.subject for f in without.merged.facts}
    assert {f"{BASE.base}movie/quite-other-1971", f"{BASE.base}movie/untitled--una-bly-1960"} <= gone
