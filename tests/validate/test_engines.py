"""The fast engine against the reference: the same findings on thousands of damaged films, one by one and word for word."""

import random

import pyoxigraph as ox
import pytest
from rdflib import SH, Graph
from shape_cases import THINGS, WORLD, cases

from kg.errors import UsageError
from kg.validate import LARGE, PySHACL, Shacl, engine, fitting, validate
from kg.validate.engine import spoken, text_of
from kg.validate.shacl_engine import COMPARED, is_odd
from kg.validate.shapes import shapes_text
from kg.vocab import PREFIXES, curie, relations, term

XSD = PREFIXES["xsd"]
NUMBERS = ["0", "1", "7", "7.5", "-3", "+4", "86", "1501", "0.0", "00"]
ODD_NUMBERS = ["1e3", "NaN", "INF", "1,421", " 5 ", "9" * 5000, "5."]
DATES = [
    "2007",
    "2007-07",
    "2007-07-13",
    "1850-01-01",
    "2007-02-30",
    "2007-07-13T10:00:00",
    "-0044-03-15",
    "20070713",
    "2007-07-13Z",
]
TEXTS = [
    "",
    " ",
    "\n",
    "Ann Lee",
    "A\nB",
    "A\tB",
    "R2-D2",
    "x" * 251,
    "é" * 250,
    "𝄞",
    "PG-13",
    "PT86M",
    "PT1H26M",
    "nl",
    "Dutch",
    "a|b",
    '"',
    "\\",
    "\x7f",
    "\u2028",
]
TYPES = ["string", "date", "gYear", "gYearMonth", "dateTime", "anyURI", "duration"]
ODD_TYPES = ["integer", "decimal", "double", "float", "nonsense", "long", "nonNegativeInteger", "boolean"]


def test_every_case_of_every_shape():
    triples = [t for case in cases() for part in ("good", "bad") for t in case.triples(part) if not _blank(t)]
    report = _same(triples)
    assert len(report.findings) > 350


@pytest.mark.parametrize("seed", range(3))
def test_hundreds_of_damaged_films(seed):
    damaged = _damaged(seed, worlds=60)
    assert not is_odd(text_of(spoken(damaged))), "the reference would be compared with itself"
    assert len(_same(damaged).findings) > 150


@pytest.mark.full
@pytest.mark.parametrize("seed", range(100, 120))
def test_thousands_of_damaged_films(seed):
    damaged = _damaged(seed, worlds=100)
    assert not is_odd(text_of(spoken(damaged)))
    _same(damaged)


@pytest.mark.parametrize("seed", range(200, 203))
def test_unusual_values_are_recognised(seed):
    """What the two would read differently goes to the reference, world by world; all else is judged alike."""
    worlds = [_world(random.Random(seed * 100 + i), f"{THINGS}{i}/", odd=0.2) for i in range(12)]
    assert any(is_odd(text_of(spoken(world))) for world in worlds)
    assert not all(is_odd(text_of(spoken(world))) for world in worlds)
    for world in worlds:
        _same(world)


def test_all_that_shapes_compare_is_looked_at():
    """`COMPARED` names every property that takes part in a comparison of two values."""
    graph = Graph().parse(data=shapes_text(""))
    compared = set()
    for limit in (SH.minInclusive, SH.maxInclusive, SH.minExclusive, SH.maxExclusive):
        compared |= {graph.value(shape, SH.path) for shape in graph.subjects(limit)}
    for limit in (SH.lessThan, SH.lessThanOrEquals):
        compared |= {
            path for shape, other in graph.subject_objects(limit) for path in (graph.value(shape, SH.path), other)
        }
    assert {curie(str(path)) for path in compared} == set(COMPARED)


def test_a_graph_with_blank_nodes_is_left_to_the_reference():
    bad = list(ox.parse(WORLD + ":film schema:director [ a schema:Person ] .", format=ox.RdfFormat.TURTLE))
    report = _same(bad)
    assert [f.value[:2] for f in report.findings if f.constraint == "sh:NodeKindConstraintComponent"] == ["_:"]


def test_large_graphs_go_to_the_fast_engine_and_small_ones_to_the_reference():
    assert fitting(LARGE).name == "pyshacl"
    assert fitting(LARGE + 1).name == "shacl"


def test_the_reference_takes_all_where_nothing_else_is_installed(monkeypatch):
    monkeypatch.setattr("kg.validate.engines.find_spec", lambda _: None)
    assert fitting(10**9).name == "pyshacl"


def test_an_unknown_engine_is_an_error_that_suggests_one():
    assert engine("shacl").name == "shacl"
    with pytest.raises(UsageError, match="shacl"):
        engine("shackle")


def _same(triples):
    fast, reference = validate(triples, Shacl()), validate(triples, PySHACL())
    ours, theirs = set(fast.findings), set(reference.findings)
    assert (sorted(ours - theirs), sorted(theirs - ours)) == ([], [])
    assert fast == reference
    return fast


def _blank(triple) -> bool:
    return any(isinstance(node, ox.BlankNode) for node in (triple.subject, triple.object))


def _damaged(seed: int, worlds: int) -> list[ox.Triple]:
    """Worlds of three films each with all that hangs on them, every one damaged in up to six places."""
    chance = random.Random(seed)
    return [triple for number in range(worlds) for triple in _world(chance, f"{THINGS}{number}/")]


def _world(chance: random.Random, namespace: str, odd: float = 0) -> list[ox.Triple]:
    text = WORLD.replace(THINGS, namespace)
    stated = [quad.triple for quad in ox.parse(text, format=ox.RdfFormat.TURTLE)]
    nodes = sorted({t.subject for t in stated}, key=str)
    for _ in range(chance.randint(1, 6)):
        chance.choice(DAMAGES)(chance, stated, nodes, chance.random() < odd)
    return list(dict.fromkeys(stated))


def _drop(chance, stated, nodes, odd):
    stated.pop(chance.randrange(len(stated)))


def _put_other_object(chance, stated, nodes, odd):
    place = chance.randrange(len(stated))
    subject, predicate = stated[place].subject, stated[place].predicate
    stated[place] = ox.Triple(subject, predicate, _object(chance, nodes, odd, predicate))


def _add(chance, stated, nodes, odd):
    known = [term(name) for name in sorted(relations())]
    predicate = chance.choice([*known, term("rdf:type"), ox.NamedNode("http://schema.org/dirctor")])
    stated.append(ox.Triple(chance.choice(nodes), predicate, _object(chance, nodes, odd, predicate)))


def _tie(chance, stated, nodes, odd):
    films = [node for node in nodes if node.value.endswith(("film", "old", "other"))]
    ties = [term(f"kg:{name}") for name in ("remakeOf", "remadeAs", "sequelTo")] + [term("schema:isBasedOn")]
    stated.append(ox.Triple(chance.choice(films), chance.choice(ties), chance.choice(films)))
    for film in films:
        stated.append(
            ox.Triple(film, term("schema:datePublished"), ox.Literal(chance.choice(DATES), datatype=term("xsd:gYear")))
        )


def _rate(chance, stated, nodes, odd):
    ratings = [node for node in nodes if node.value.endswith(("rating", "sum"))]
    for name in COMPARED[:3]:
        predicate = term(name)
        stated.append(ox.Triple(chance.choice(ratings), predicate, _object(chance, nodes, odd, predicate)))


DAMAGES = (_drop, _put_other_object, _add, _add, _tie, _rate)


def _object(chance, nodes, odd, predicate):
    if odd:
        return ox.Literal(
            chance.choice([*NUMBERS, *ODD_NUMBERS, *TEXTS]), datatype=ox.NamedNode(XSD + chance.choice(ODD_TYPES))
        )
    kind = chance.random()
    if kind < 0.2 or curie(predicate.value) in COMPARED:
        number = chance.choice(NUMBERS)
        return ox.Literal(
            number, datatype=term("xsd:decimal" if "." in number else f"xsd:{chance.choice(['integer', 'decimal'])}")
        )
    if kind < 0.5:
        return chance.choice(nodes)
    if kind < 0.6:
        return ox.NamedNode(chance.choice(["http://x/nobody", "http://schema.org/Movie", "urn:x", "http://x/%20"]))
    if kind < 0.7:
        return ox.Literal(chance.choice(TEXTS), language=chance.choice(["en", "nl-BE"]))
    text = chance.choice([*NUMBERS, *DATES, *TEXTS])
    return ox.Literal(text) if kind < 0.8 else ox.Literal(text, datatype=ox.NamedNode(XSD + chance.choice(TYPES)))
