"""A graph in; five tables for people who want rows out: films, credits, roles, reviews, evidence."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from kg.export.graph import Graph, Term
from kg.export.index import Index
from kg.vocab import curie

Value = str | int | float | None
Row = tuple[Value, ...]
_SEPARATOR: Final = "; "
_PLACE: Final = re.compile(r"(?P<document>.*)#char=(?P<start>\d+),(?P<end>\d+)")
# The relations of which a film may have several; each is one column.
_LISTS: Final = (
    "schema:director",
    "schema:genre",
    "schema:countryOfOrigin",
    "schema:inLanguage",
    "schema:alternateName",
)
# The relations that are credits, with their names in the table.
CREDITS: Final = {
    "schema:director": "director",
    "kg:screenwriter": "screenwriter",
    "kg:storyBy": "story",
    "schema:producer": "producer",
    "kg:cinematographer": "cinematographer",
    "schema:editor": "editor",
    "schema:musicBy": "composer",
    "schema:productionCompany": "production company",
    "kg:distributor": "distributor",
}


@dataclass(frozen=True, slots=True)
class Table:
    """Columns with their types, and what makes the rows, in the graph's order; `whole`: from all graphs."""

    name: str
    columns: dict[str, type]
    rows: Callable[[Index], Iterator[Row]]
    whole: bool = False

    def of(self, graph: Graph) -> list[Row]:
        """The rows of a graph."""
        return list(self.rows(Index(graph)))


def _films(index: Index) -> Iterator[Row]:
    for film in index.things("schema:Movie"):
        joined = [_joined(index.texts(film, relation)) for relation in _LISTS]
        yield (
            film.value,
            index.text(film, "schema:name"),
            index.year(film),
            index.text(film, "schema:datePublished"),
            _whole(index.text(film, "kg:runtimeMinutes")),
            index.text(film, "schema:contentRating"),
            *joined,
            _joined(_iris(index.objects(film, "kg:remakeOf"))),
            index.text(film, "schema:description"),
        )


def _credits(index: Index) -> Iterator[Row]:
    for film in index.things("schema:Movie"):
        for relation, credit in CREDITS.items():
            for bearer in index.objects(film, relation):
                yield film.value, index.name(film), index.year(film), credit, _iri(bearer), index.name(bearer)


def _roles(index: Index) -> Iterator[Row]:
    """A row for each role, and one for each actor of whom no role is known."""
    for film in index.things("schema:Movie"):
        roles = [r for r in index.objects(film, "schema:actor") if index.objects(r, "schema:actor")]
        known = {actor for role in roles for actor in index.objects(role, "schema:actor")}
        head = film.value, index.name(film), index.year(film)
        for role in roles:
            characters, kinds = index.texts(role, "schema:characterName"), index.texts(role, "kg:creditKind")
            first = _joined(index.texts(role, "kg:originallyPlayedBy"))
            for actor in index.objects(role, "schema:actor"):
                yield *head, _iri(actor), index.name(actor), _joined(characters), _joined(kinds), first
        for actor in index.objects(film, "schema:actor"):
            if actor not in roles and actor not in known:
                yield *head, _iri(actor), index.name(actor), None, None, None


def _reviews(index: Index) -> Iterator[Row]:
    for review in index.things("schema:Review"):
        film = next(iter(index.objects(review, "schema:itemReviewed")), review)
        rating = next(iter(index.objects(review, "schema:reviewRating")), review)
        numbers = [_number(index.text(rating, f"schema:{n}")) for n in ("ratingValue", "bestRating", "worstRating")]
        yield (
            review.value,
            _iri(film),
            index.name(film),
            _joined(index.texts(review, "schema:author")),
            index.text(review, "schema:datePublished"),
            *numbers,
            _number(index.text(rating, "kg:percentileRank")),
            index.text(review, "schema:reviewBody"),
        )


def _evidence(index: Index) -> Iterator[Row]:
    for evidence, said in index.evidence():
        words = _said(said, "oa:exact")
        place = _PLACE.fullmatch(_said(said, "prov:wasQuotedFrom") or "")
        yield (
            evidence.value,
            _said(said, "rdf:subject"),
            _joined(curie(iri) for iri in _iris(said.get("rdf:predicate", ()))),
            _joined(_text(o) for o in said.get("rdf:object", ())),
            words,
            place["document"] if place else None,
            int(place["start"]) if place else None,
            int(place["end"]) if place else None,
            _said(said, "kg:rule"),
            _number(_said(said, "kg:confidence")),
            (_said(said, "kg:status") or "").rpartition("#")[2] or None,
        )


def _columns(names: str, **types: type) -> dict[str, type]:
    return {name: types.get(name, str) for name in names.split()}


TABLES: Final = (
    Table(
        "films",
        _columns(
            "iri title year published runtime_minutes content_rating directors genres countries languages other_titles"
            " remake_of description",
            year=int,
            runtime_minutes=int,
        ),
        _films,
    ),
    Table("credits", _columns("film_iri film year credit name_iri name", year=int), _credits),
    Table(
        "roles",
        _columns("film_iri film year actor_iri actor character credit originally_played_by", year=int),
        _roles,
    ),
    Table(
        "reviews",
        _columns(
            "review_iri film_iri film author date rating best worst percentile words",
            **dict.fromkeys(("rating", "best", "worst", "percentile"), float),
        ),
        _reviews,
    ),
    Table(
        "evidence",
        _columns(
            "evidence_iri subject relations value words document start end rule confidence status",
            start=int,
            end=int,
            confidence=float,
        ),
        _evidence,
        whole=True,
    ),
)


def _said(said: dict[str, list[Term]], relation: str) -> str | None:
    return next((_text(o) for o in said.get(relation, ())), None)


def _text(node: Term) -> str:
    return str(getattr(node, "value", node))


def _iri(node: Term) -> str | None:
    return node.value if isinstance(node, ox.NamedNode) else None


def _iris(nodes: Iterable[Term]) -> list[str]:
    return [node.value for node in nodes if isinstance(node, ox.NamedNode)]


def _joined(texts: Iterable[str]) -> str | None:
    return _SEPARATOR.join(texts) or None


def _whole(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() else None


def _number(text: str | None) -> float | None:
    try:
        return float(text) if text else None
    except ValueError:
        return None
