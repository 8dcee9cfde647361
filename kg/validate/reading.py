"""An RDF file in, the triples that it vouches for out."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final, TypeVar

import pyoxigraph as ox

from kg.errors import InputError
from kg.vocab import PREFIXES

_HTTPS: Final = "https://schema.org/"

_Node = TypeVar("_Node", bound=ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple)


def read_facts(path: Path) -> list[ox.Triple]:
    """The triples of the default graph, or the union of the named graphs where the default graph is empty.

    A build's default graph holds the facts that it vouches for, while its named graphs hold what single documents
    say, side by side with what was refused: their union would be refused for conflicts that are settled already.
    schema.org terms may be written with https. Blank nodes get canonical labels, so that reports can be compared.
    """
    quads = _parse(path)
    facts = [q.triple for q in quads if isinstance(q.graph_name, ox.DefaultGraph)] or [q.triple for q in quads]
    if not facts:
        raise InputError(f"{path}: holds no statement; give a file with at least one film")
    return [ox.Triple(*map(_http, triple)) for triple in _labelled(facts)]


def _parse(path: Path) -> list[ox.Quad]:
    file = path / "graph.nq" if path.is_dir() else path
    form = ox.RdfFormat.from_extension(file.suffix.removeprefix("."))
    if form is None:
        raise InputError(f"{file}: no RDF format has this ending; use .ttl, .nt, .nq, .trig, .jsonld, .rdf or .n3")
    try:
        return list(ox.parse(path=str(file), format=form, base_iri=file.resolve().as_uri()))
    except OSError as error:
        raise InputError(f"{file}: {error.strerror or error}") from error
    except SyntaxError as error:
        hint = "; put the context into the file, nothing is fetched" if "LoadDocumentCallback" in str(error) else ""
        raise InputError(f"{file}: not valid {form.name}: {error}{hint}") from error


def _labelled(triples: Iterable[ox.Triple]) -> list[ox.Triple]:
    dataset = ox.Dataset(ox.Quad(*t) for t in triples)
    if any(isinstance(node, ox.BlankNode) for q in dataset for node in (q.subject, q.object)):
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return [q.triple for q in dataset]


def _http(node: _Node) -> _Node:
    if isinstance(node, ox.NamedNode) and node.value.startswith(_HTTPS):
        return type(node)(PREFIXES["schema"] + node.value.removeprefix(_HTTPS))
    return node
