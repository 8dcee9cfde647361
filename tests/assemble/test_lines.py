"""Lines of N-Quads made of text are those that pyoxigraph would write."""

import pyoxigraph as ox
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.assemble.rdf import line, literal, named, node, spoken
from kg.model import Datatype, Evidence, Fact, Span, Value
from kg.vocab import term

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
AT = Evidence("d", Span(0, 1), "x", "name.prose", 0.5)


@given(TEXTS)
@example("".join(map(chr, range(0x100))))
@example("\u2028\ufeff\ufffd\ufffe\uffff\U0001f3ac\U0010ffff")
@example('"\\" \\n')
def test_literals(text: str):
    assert literal(text) == str(ox.Literal(text))
    typed = ox.Literal(text, datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#date"))
    assert literal(text, named("xsd:date")) == str(typed)


@given(TEXTS)
def test_lines_are_read_back_as_they_were_meant(text: str):
    graph = node("https://x.test/graph/a")
    read = list(
        ox.parse(
            line((node("https://x.test/s"), named("schema:name"), literal(text)), graph), format=ox.RdfFormat.N_QUADS
        )
    )
    assert [(q.object.value, q.graph_name.value) for q in read] == [(text, "https://x.test/graph/a")]


@given(st.sampled_from(list(Datatype)), TEXTS.filter(str.strip))
def test_facts_are_spoken_as_their_triples_are_written(datatype: Datatype, text: str):
    facts = [Fact("https://x.test/s", "kg:screenwriter", Value(text, datatype), (AT,))]
    obj = ox.Literal(text, datatype=term(f"xsd:{datatype}"))
    predicates = [term(name) for name in ("kg:screenwriter", "schema:author")]
    triples = [ox.Triple(ox.NamedNode("https://x.test/s"), predicate, obj) for predicate in predicates]
    assert [" ".join(triple) for triple in spoken(facts)] == [str(triple) for triple in triples]


def test_what_is_no_iri_is_refused():
    with pytest.raises(ValueError, match="IRI"):
        node("https://x.test/a b")
