"""OUT/graph.nq of a build in, what each document's own graph states as statements by name out."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Final, NamedTuple

import pyoxigraph as ox

from kg.errors import InputError
from kg.evaluate.facts import Predicted
from kg.evaluate.said import Object, Said, predicted
from kg.export.texts import read_texts
from kg.model import Kind
from kg.vocab import PREFIXES, class_iri, curie

_KINDS: Final = {class_iri(kind): kind for kind in reversed(Kind) if kind is not Kind.CONCEPT}  # a reviewer is a person


class Row(NamedTuple):
    """A quad's subject and object as text and its predicate as a CURIE; the object is a thing or a value."""

    subject: str
    relation: str
    object: str
    is_thing: bool


class Words(NamedTuple):
    """The evidence of a statement; none of it where a build keeps none."""

    confidence: float | None = None
    rule: str = ""
    quote: str = ""


Place = tuple[str, str, str, str]  # document, subject, relation and object of a statement


def from_build(out: Path) -> Iterator[Predicted]:
    """The statements of each document that a build read, with the evidence and the texts it kept."""
    path = out / "graph.nq" if out.is_dir() else out
    if not path.is_file():
        raise InputError(f"{path}: no such file; name the output folder of a build")
    graphs: dict[str, list[Row]] = defaultdict(list)
    for graph, row in _rows(path):
        graphs[graph].append(row)
    everything = [row for rows in graphs.values() for row in rows]
    names: dict[object, str] = {row.subject: row.object for row in everything if row.relation == "schema:name"}
    about = {row.subject: row.object for row in everything if row.relation == "schema:about"}
    identifiers = {row.subject: row.object for row in everything if row.relation == "schema:identifier"}
    words, texts = _words(everything), read_texts(path.parent)
    for row in everything:
        if row.relation == "prov:wasDerivedFrom" and row.object in identifiers:
            said = Said(identifiers[row.object], about.get(row.object), names=dict(names))
            yield predicted(_filled(said, graphs[row.subject], row.object, words), texts.get(said.id))


def _rows(path: Path) -> Iterator[tuple[str, Row]]:
    for quad in ox.parse(path=str(path), format=ox.RdfFormat.N_QUADS):
        graph = quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else ""
        if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
            is_thing = isinstance(quad.object, ox.NamedNode)
            yield graph, Row(quad.subject.value, curie(quad.predicate.value), quad.object.value, is_thing)


def _filled(said: Said, rows: list[Row], document: str, words: dict[Place, list[Words]]) -> Said:
    """What one document's graph states, added to what is known of it."""
    for subject, relation, object, is_thing in rows:
        if relation == "rdf:type":
            said.kinds[subject] = _KINDS.get(object, Kind.CONCEPT)
            continue
        for evidence in words.get((document, subject, relation, object), [Words()]):
            said.edges[subject][relation].append(Object(object, object if is_thing else None, *evidence))
        if object.startswith(PREFIXES["kg"]):  # a concept of the ontology: "Voice"
            said.names[object] = object.removeprefix(PREFIXES["kg"])
    return said


def _words(rows: list[Row]) -> dict[Place, list[Words]]:
    """All the evidence of every statement of every document."""
    nodes: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        nodes[row.subject][row.relation].append(row.object)
    found: dict[Place, list[Words]] = defaultdict(list)
    for node in nodes.values():
        if PREFIXES["kg"] + "Evidence" in node["rdf:type"] and node["prov:wasQuotedFrom"]:
            document = node["prov:wasQuotedFrom"][0].partition("#")[0]
            words = Words(float(node["kg:confidence"][0]), node["kg:rule"][0], node["oa:exact"][0])
            # A node speaks of the super-terms of its relation too, and one that names a thing of its type.
            for subject, predicate, object in product(node["rdf:subject"], node["rdf:predicate"], node["rdf:object"]):
                found[document, subject, curie(predicate), object].append(words)
    return found
