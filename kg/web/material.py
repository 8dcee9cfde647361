"""A graph and a table of posters in; what web pages state of its films out."""

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.errors import InputError, UsageError
from kg.export import Graph
from kg.export.graph import Term
from kg.model import Report
from kg.query.naming import the_film
from kg.validate import PySHACL, validate
from kg.vocab import curie, term

_MERGED: Final = ox.DefaultGraph()
# What a review or an average has to have, each by one of these properties; a review's mark may have its own.
_NEEDED: Final = {
    "schema:review": (("schema:author",), ("schema:ratingValue",)),
    "schema:aggregateRating": (("schema:ratingValue",), ("schema:ratingCount", "schema:reviewCount")),
}
_MOST: Final = 3  # documents that a finding names


def material(store: ox.Store, images: Path | None = None) -> Graph:
    """The merged facts, the posters, and what search engines want to be told twice: the date as schema:dateCreated."""
    facts = list(store.quads_for_pattern(None, None, None, _MERGED))
    films = {q.subject for q in facts if q.predicate == term("rdf:type") and q.object == term("schema:Movie")}
    dated = (q for q in facts if q.predicate == term("schema:datePublished") and q.subject in films)
    created = [ox.Quad(q.subject, term("schema:dateCreated"), q.object) for q in dated]
    return Graph.of([*facts, *created, *(_posters(store, images) if images else ())])


def presentable(graph: Graph) -> Graph:
    """What pages mark up: everything but reviews and averages that lack a part which search engines ask for."""
    told: defaultdict[Term, dict[str, list[Term]]] = defaultdict(dict)
    for quad in graph.quads:
        told[quad.subject].setdefault(curie(quad.predicate.value), []).append(quad.object)

    def complete(quad: ox.Quad) -> bool:
        needed = _NEEDED.get(curie(quad.predicate.value), ())
        own = told[quad.object]
        marks = [told[rating] for rating in own.get("schema:reviewRating", ())] or [own]
        return all(any(name in part for part in (own, *marks) for name in names) for names in needed)

    return Graph.of(quad for quad in graph.quads if complete(quad))


def judge(store: ox.Store, profile: str, images: Path | None = None) -> Report:
    """How pages about the films fare with a profile; each finding with the documents that speak of its subject."""
    report = validate(material(store, images).triples, PySHACL(profile))
    return Report(tuple(replace(f, source=_sources(store, f.focus)) for f in report.findings))


def _posters(store: ox.Store, table: Path) -> Iterator[ox.Quad]:
    """A statement a row of a CSV file with the columns film (title, title with year or IRI) and image (an address)."""
    try:
        with table.open(encoding="utf-8-sig", newline="") as file:
            for number, row in enumerate(csv.DictReader(file, strict=True), 2):
                yield _poster(store, row, f"{table}, row {number}")
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{table}: cannot be read as CSV: {error}") from error


def _poster(store: ox.Store, row: dict[str, str], place: str) -> ox.Quad:
    film, image = row.get("film") or "", row.get("image") or ""
    if not film or not image.startswith(("https://", "http://")):
        raise InputError(f"{place}: needs a film and the http address of its image, in columns of these names")
    try:
        return ox.Quad(ox.NamedNode(the_film(store, film)), term("schema:image"), ox.NamedNode(image))
    except (UsageError, ValueError) as error:
        raise InputError(f"{place}: {error}") from error


def _sources(store: ox.Store, thing: str) -> str:
    """The names of the documents that speak of a thing; of a blank node, nobody can say."""
    if thing.startswith("_:"):
        return ""
    graphs = {q.graph_name for q in store.quads_for_pattern(ox.NamedNode(thing), None, None)}
    documents = {d for graph in graphs for d in _objects(store, graph, "prov:wasDerivedFrom")}
    names = sorted(
        n.value for d in documents for n in _objects(store, d, "schema:identifier") if isinstance(n, ox.Literal)
    )
    return ", ".join(names[:_MOST]) + (f" and {len(names) - _MOST} more" if len(names) > _MOST else "")


def _objects(
    store: ox.Store, subject: object, relation: str
) -> list[ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]:
    if not isinstance(subject, ox.NamedNode):
        return []
    return [q.object for q in store.quads_for_pattern(subject, term(relation), None)]
