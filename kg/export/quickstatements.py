"""A graph in; QuickStatements (version 1) out, which bring films into Wikidata, each claim with its source.

A film or person is known to Wikidata when its schema:sameAs leads there. A film that is not known is created; a link
to a person, film, country or company that is not known is left out, because it would need an item.
"""

import re
from collections.abc import Iterator
from typing import IO, Final

import pyoxigraph as ox

from kg.export.graph import Graph, Term
from kg.export.index import Index
from kg.vocab import curie

_ITEM: Final = re.compile(r"https?://(?:www\.)?wikidata\.org/(?:entity|wiki)/(Q\d+)")
_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_FILM: Final = "Q11424"
_MINUTE: Final = "U7727"
_LINKS: Final = {
    "schema:director": "P57",
    "kg:screenwriter": "P58",
    "schema:producer": "P162",
    "kg:cinematographer": "P344",
    "schema:editor": "P1040",
    "schema:musicBy": "P86",
    "schema:actor": "P161",
    "schema:isBasedOn": "P144",
    "kg:sequelTo": "P155",
    "schema:countryOfOrigin": "P495",
    "schema:productionCompany": "P272",
    "kg:distributor": "P750",
}
Sources = dict[tuple[Term, str, Term], tuple[str, str]]


def quickstatements(graph: Graph, out: IO[bytes]) -> None:
    """A line a claim, its parts between tabs (https://www.wikidata.org/wiki/Help:QuickStatements)."""
    index = Index(graph)
    sources = _sources(index)
    for film in index.things("schema:Movie"):
        if _item(index, film) or index.text(film, "schema:name"):
            out.writelines(("\t".join(line) + "\n").encode() for line in _film(index, film, sources))


def _film(index: Index, film: ox.NamedNode, sources: Sources) -> Iterator[tuple[str, ...]]:
    item = _item(index, film)
    if item is None:
        yield ("CREATE",)
        yield "LAST", "Len", _text(index.name(film))
        yield "LAST", "P31", _FILM
    for relation, value, claim in _claims(index, film):
        quoted = sources.get((film, relation, value))
        source = ("S854", _text(quoted[0]), "S1683", f"en:{_text(quoted[1])}") if quoted else ()
        yield (item or "LAST", *claim, *source)


def _claims(index: Index, film: ox.NamedNode) -> Iterator[tuple[str, Term, tuple[str, str]]]:
    for date in index.objects(film, "schema:datePublished"):
        if isinstance(date, ox.Literal) and (match := _DATE.fullmatch(date.value)):
            year, month, day = match.groups()
            precision = 9 + (month is not None) + (day is not None)
            yield "schema:datePublished", date, ("P577", f"+{year}-{month or '00'}-{day or '00'}T00:00:00Z/{precision}")
    for minutes in index.objects(film, "kg:runtimeMinutes"):
        if isinstance(minutes, ox.Literal):
            yield "kg:runtimeMinutes", minutes, ("P2047", f"{minutes.value}{_MINUTE}")
    for relation, number in _LINKS.items():
        for other in index.objects(film, relation):
            if known := _item(index, other):
                yield relation, other, (number, known)


def _sources(index: Index) -> Sources:
    """The document's address and the words of the first piece of evidence of each statement."""
    found: Sources = {}
    for _, said in index.evidence():
        place, words = (next(iter(said.get(name, ())), None) for name in ("prov:wasQuotedFrom", "oa:exact"))
        if isinstance(place, ox.NamedNode) and isinstance(words, ox.Literal):
            document = ox.NamedNode(place.value.partition("#")[0])
            for key in _stated(said):
                found.setdefault(key, (index.address(document), words.value))
    return found


def _stated(said: dict[str, list[Term]]) -> Iterator[tuple[Term, str, Term]]:
    for subject in said.get("rdf:subject", ()):
        for predicate in said.get("rdf:predicate", ()):
            for value in said.get("rdf:object", ()):
                if isinstance(predicate, ox.NamedNode):
                    yield subject, curie(predicate.value), value


def _item(index: Index, thing: Term) -> str | None:
    links = (_ITEM.fullmatch(o.value) for o in index.objects(thing, "schema:sameAs") if isinstance(o, ox.NamedNode))
    return next((match[1] for match in links if match), None)


def _text(text: str) -> str:
    """A string; it cannot hold a tab or a line end, and quotes end it."""
    return '"' + " ".join(text.split()).replace('"', "'") + '"'
