"""A group as N-Triples in, pySHACL's findings out: an rdflib graph, judged by shapes/*.ttl."""

import logging
from collections.abc import Collection, Iterator
from decimal import Decimal
from functools import cache
from math import isnan

import pyoxigraph as ox
import pyshacl
from rdflib import SH, XSD, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection as RdfList
from rdflib.extras.shacl import parse_shacl_path
from rdflib.paths import InvPath
from rdflib.term import Node as RdfNode

from kg import assets
from kg.errors import ConfigurationError
from kg.model import Finding, Severity
from kg.validate.shapes import files
from kg.vocab import PREFIXES, curie

# rdflib logs a traceback for every literal that breaks its datatype; the shapes report these, and how to mend them.
logging.getLogger("rdflib.term").setLevel(logging.ERROR)


def check(profile: str, text: str, focus: Collection[str]) -> Iterator[Finding]:
    """Findings on the nodes in `focus`; a ConfigurationError where the shapes themselves are broken."""
    graph = Graph(bind_namespaces="none")
    for subject, predicate, obj, _ in ox.parse(text, format=ox.RdfFormat.N_TRIPLES):
        graph.add((_node(subject), _node(predicate), _node(obj)))
    shapes = _shapes(profile)
    _, results, text = pyshacl.validate(graph, shacl_graph=shapes, inplace=True)
    if not isinstance(results, Graph):
        raise ConfigurationError(f"the shapes in {assets.folder('shapes')} cannot be applied: {text}")
    for result in results.objects(None, SH.result):
        if _term(results.value(result, SH.focusNode)) in focus:
            yield _finding(results, result, shapes)


@cache
def _shapes(profile: str) -> Graph:
    """The shapes of a profile, or those for every graph, in the form that pySHACL evaluates fastest."""
    shapes = Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        shapes.bind(prefix, namespace)
    for path in files(profile):
        shapes.parse(path)
    for shape in list(shapes.subjects(SH.targetClass, unique=True)):
        _hoist(shapes, shape)
    return shapes


def _hoist(shapes: Graph, shape: RdfNode) -> None:
    """Give the property shapes of a class that class as their own target: the same results in less than half the time.

    pySHACL evaluates a nested property shape once a focus node, and one with a target once for all focus nodes.
    What the class may have (sh:closed) then has to be listed, since it was known by the nesting.
    """
    properties = list(shapes.objects(shape, SH.property))
    if ignored := shapes.value(shape, SH.ignoredProperties):
        allowed = list(RdfList(shapes, ignored))
        allowed += [path for p in properties if isinstance(path := shapes.value(p, SH.path), URIRef)]
        shapes.set((shape, SH.ignoredProperties, RdfList(shapes, BNode(), allowed).uri))
    for target in list(shapes.objects(shape, SH.targetClass)):
        for prop in properties:
            shapes.add((prop, SH.targetClass, target))
    shapes.remove((shape, SH.property, None))


def _node(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> RdfNode:
    """The rdflib term, its lexical form untouched. What is no value of its datatype becomes plain text.

    As text it fails the checks of datatype that it should fail; as it stands, some of it breaks pySHACL's comparisons
    (NaN beside a decimal, integers of 5,000 digits).
    """
    assert not isinstance(term, ox.Triple), "groups hold no triples about triples"
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if term.language or term.datatype.value == str(XSD.string):
        return Literal(term.value, lang=term.language)
    literal = Literal(term.value, datatype=URIRef(term.datatype.value), normalize=False)
    endless = isinstance(literal.value, Decimal) and not literal.value.is_finite()
    no_number = isinstance(literal.value, float) and isnan(literal.value)
    return Literal(term.value) if literal.ill_typed or endless or no_number else literal


def _finding(results: Graph, result: RdfNode, shapes: Graph) -> Finding:
    focus, value, shape = (results.value(result, p) for p in (SH.focusNode, SH.value, SH.sourceShape))
    path, turned = _path(results.value(result, SH.resultPath), shape, shapes)
    if turned:
        focus, value = value, focus
    return Finding(
        focus=_text(focus),
        path=path,
        value=_text(value),
        severity=Severity(str(results.value(result, SH.resultSeverity)).removeprefix(str(SH))),
        message=" ".join(sorted(map(str, results.objects(result, SH.resultMessage)))),
        shape=_text(shape),
        constraint=_text(results.value(result, SH.sourceConstraintComponent)).replace(str(SH), "sh:"),
    )


def _path(path: RdfNode | None, shape: RdfNode | None, shapes: Graph) -> tuple[str, bool]:
    """CURIE or SPARQL form of a result's path, and whether it is one property taken backwards."""
    if path is None or isinstance(path, URIRef):
        return curie(_text(path)), False
    parsed = parse_shacl_path(shapes, next(shapes.objects(shape, SH.path)))
    if isinstance(parsed, InvPath) and isinstance(parsed.arg, URIRef):
        return curie(str(parsed.arg)), True
    return parsed.n3(shapes.namespace_manager), False


def _text(node: RdfNode | None) -> str:
    if node is None:
        return ""
    return f"_:{node}" if isinstance(node, BNode) else str(node)


def _term(node: RdfNode | None) -> str:
    """A node as N-Triples write it."""
    return f"<{node}>" if isinstance(node, URIRef) else _text(node)
