"""CURIEs, IRIs and the relations that the ontology defines."""

import pytest

from kg.errors import UsageError
from kg.model import Kind
from kg.vocab import PREFIXES, class_iri, curie, expand, relation, relations, term


def test_a_curie_and_its_iri_lead_to_each_other():
    for name in relations():
        assert curie(expand(name)) == name
        assert relations()[name].iri == expand(name)


def test_an_iri_outside_every_namespace_stays_whole():
    assert curie("https://example.org/kg/movie/low-tide") == "https://example.org/kg/movie/low-tide"


def test_no_namespace_begins_with_another_so_that_a_curie_is_the_shortest():
    spaces = list(PREFIXES.values())
    assert [(a, b) for a in spaces for b in spaces if a != b and a.startswith(b)] == []


def test_an_unknown_prefix_gets_a_suggestion():
    with pytest.raises(UsageError, match="did you mean schema"):
        expand("shema:director")


def test_an_unknown_relation_gets_a_suggestion():
    with pytest.raises(UsageError, match="did you mean schema:director"):
        relation("schema:directer")


def test_a_relation_knows_its_label_super_terms_and_whether_it_holds_one_value():
    writer, duration = relation("kg:screenwriter"), relation("schema:duration")
    assert (writer.label, writer.supers, writer.functional) == ("screenwriter", ("schema:author",), False)
    assert (duration.supers, duration.functional) == ((), True)
    assert "screenplay" in writer.comment


def test_terms_and_classes():
    assert term("kg:remakeOf").value == "https://w3id.org/film-kg#remakeOf"
    assert class_iri(Kind.CHARACTER) == "https://w3id.org/film-kg#FictionalCharacter"
    assert class_iri(Kind.REVIEWER) == class_iri(Kind.PERSON) == "http://schema.org/Person"
