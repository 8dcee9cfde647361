"""The shapes themselves: valid SHACL, complete for the ontology, and each with a message that helps."""

import re

import pyshacl
import pytest
from rdflib import RDF, SH, Graph, Literal, URIRef
from rdflib.collection import Collection
from shape_cases import SHAPES

from kg import assets
from kg.vocab import curie, expand, relations

# What the ontology defines and no shape looks at, with the reason.
UNSHAPED = {"schema:softwareVersion": "stands on the software agent of a run, of which PROV says all there is to say"}
# Vocabularies that are used as they are; their terms need no definition in ontology/film.ttl.
REUSED = ("rdf:", "prov:", "oa:")
# Classes of the ontology that no class shape describes, with the reason.
UNSHAPED_CLASSES = {
    "schema:Thing": "anything at all",
    "http://www.w3.org/ns/prov#SoftwareAgent": "PROV's own",
    "prov:SoftwareAgent": "PROV's own",
}


@pytest.fixture(scope="module")
def shapes() -> Graph:
    graph = Graph()
    for path in sorted(assets.folder("shapes").glob("*.ttl")):
        graph.parse(path)
    return graph


@pytest.fixture(scope="module")
def ontology() -> Graph:
    return Graph().parse(assets.folder("ontology") / "film.ttl")


def test_shacl_shacl_accepts_the_shapes(shapes):
    conforms, _, text = pyshacl.validate(Graph(), shacl_graph=shapes, meta_shacl=True)
    assert conforms, text


def test_every_relation_has_a_property_shape(shapes):
    shaped = {curie(str(p)) for path in shapes.objects(None, SH.path) for p in _properties(shapes, path)}
    missing = set(relations()) - shaped
    assert missing == set(UNSHAPED), "write a property shape in shapes/, or give the reason why there is none"


def test_every_shaped_property_is_a_relation_of_the_ontology(shapes):
    shaped = {curie(str(p)) for path in shapes.objects(None, SH.path) for p in _properties(shapes, path)}
    unknown = {p for p in shaped if not p.startswith(REUSED)} - set(relations())
    assert unknown == set(), "define it in ontology/film.ttl, or mend the name in shapes/"


def test_a_class_has_shapes_for_exactly_the_relations_whose_domain_it_is(shapes, ontology):
    assert _by_class(shapes) == _by_domain(ontology)


def test_every_constraint_of_every_shape_is_shown_by_a_case(shapes, found):
    components = set(shapes.subjects(RDF.type, SH.PropertyShape)) | set(shapes.subjects(SH.targetClass))
    components |= set(shapes.subjects(SH.targetSubjectsOf))
    declared = {
        (str(shape), p.removeprefix(str(SH)).lower())
        for shape in components
        for p in map(str, shapes.predicates(shape, None, unique=True))
        if URIRef(p) in CONSTRAINTS
    }
    constraints = {(f.shape, _component(f.constraint)) for findings in found.values() for f in findings}
    assert declared - constraints == set()


def test_functional_relations_may_have_one_value(shapes):
    single = {curie(str(shapes.value(s, SH.path))) for s in shapes.subjects(SH.maxCount, Literal(1))}
    assert {r.curie for r in relations().values() if r.functional} <= single


def test_every_message_says_what_is_wrong_and_how_to_mend_it(shapes):
    for shape in {
        *shapes.subjects(RDF.type, SH.PropertyShape),
        *shapes.subjects(SH.closed),
        *shapes.objects(None, SH.sparql),
    }:
        messages = list(map(str, shapes.objects(shape, SH.message)))
        assert len(messages) == 1, shape
        assert re.fullmatch(r"\S.*[.:;?] [A-Z].*\.", messages[0]), f"{shape}: one sentence says too little"
        assert len(messages[0]) <= 250, f"{shape}: too long to be read"


def test_patterns_keep_to_what_every_engine_knows(shapes):
    for pattern in map(str, shapes.objects(None, SH.pattern)):
        re.compile(pattern)
        assert not re.search(r"\\[pPiIcCdDwW]|\(\?", pattern), pattern


def test_an_unknown_property_is_a_warning_at_most(shapes):
    closed = set(shapes.subjects(SH.closed))
    assert closed
    assert {shapes.value(shape, SH.severity) for shape in closed} == {SH.Warning}


def test_a_shape_bears_the_name_of_its_file(shapes):
    for path in assets.folder("shapes").glob("*.ttl"):
        title = "".join(word.title() for word in path.stem.split("-"))
        graph = Graph().parse(path)
        classes = {str(s).removeprefix(SHAPES) for s in graph.subjects(SH.property)}
        assert classes <= {title}, path


CONSTRAINTS = {
    *(SH["class"], SH.closed, SH.datatype, SH.disjoint, SH["in"], SH.lessThan, SH.lessThanOrEquals, SH.maxCount),
    *(SH.maxInclusive, SH.maxLength, SH.minCount, SH.minExclusive, SH.minInclusive, SH.minLength, SH.node, SH.nodeKind),
    *(SH["not"], SH["or"], SH.pattern, SH.sparql),
}


def _component(constraint: str) -> str:
    return constraint.removeprefix("sh:").removesuffix("ConstraintComponent").lower()


def _properties(shapes: Graph, path) -> list:
    """The properties of a path, however it is composed."""
    if isinstance(path, URIRef):
        return [path]
    if inner := shapes.value(path, SH.inversePath) or shapes.value(path, SH.alternativePath):
        return _properties(shapes, inner)
    return [p for item in Collection(shapes, path) for p in _properties(shapes, item)]


def _by_class(shapes: Graph) -> set[tuple[str, str]]:
    pairs = set()
    for shape, target in shapes.subject_objects(SH.targetClass):
        for path in shapes.objects(shape, SH.property / SH.path):
            if isinstance(path, URIRef) and not curie(str(path)).startswith(REUSED):
                pairs.add((curie(str(target)), curie(str(path))))
    return pairs


def _by_domain(ontology: Graph) -> set[tuple[str, str]]:
    domain = URIRef(expand("rdfs:domain")), URIRef(expand("schema:domainIncludes"))
    pairs = {(curie(str(c)), curie(str(r))) for p in domain for r, c in ontology.subject_objects(p)}
    return {(c, r) for c, r in pairs if c not in UNSHAPED_CLASSES and r not in UNSHAPED}
