"""What a graph says of one film in; facts, parts, ratings and reviews out, each with the documents behind it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from kg.query.reader import Reader, Term
from kg.query.screen import spaced

# The facts of a card in their order, with the words before them.
FACTS: Final = (
    ("schema:datePublished", "Released"),
    ("kg:runtimeMinutes", "Runtime"),
    ("schema:contentRating", "Rated"),
    ("schema:genre", "Genre"),
    ("schema:countryOfOrigin", "Country"),
    ("schema:inLanguage", "Language"),
    ("kg:remakeOf", "Remake of"),
    ("kg:remadeAs", "Remade as"),
    ("kg:sequelTo", "Sequel to"),
    ("schema:isBasedOn", "Based on"),
    ("schema:director", "Directed by"),
    ("kg:screenwriter", "Written by"),
    ("kg:storyBy", "Story by"),
    ("schema:producer", "Produced by"),
    ("kg:cinematographer", "Camera"),
    ("schema:editor", "Editing"),
    ("schema:musicBy", "Music"),
    ("schema:productionCompany", "Studio"),
    ("kg:distributor", "Distributor"),
    ("schema:award", "Awards"),
    ("kg:nominatedFor", "Nominated for"),
    ("kg:narrativeLocation", "Set in"),
    ("kg:filmingLocation", "Filmed at"),
    ("kg:budget", "Budget"),
    ("schema:description", "Story"),
)
# The same fact told from the other film's side.
INVERSES: Final = {"kg:remakeOf": "kg:remadeAs", "kg:remadeAs": "kg:remakeOf"}


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """Something the graph says, in words, with the numbers of the documents that say it."""

    text: str
    sources: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a card; `contested` are the values that some documents give instead, `rule` is what decided."""

    label: str
    values: tuple[Said, ...]
    contested: tuple[Said, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """One line of a cast: who, as whom, how credited, and the same part in the film on the other side of a remake."""

    actor: str
    character: str
    credit: str
    elsewhere: str
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Opinion:
    """A review, or an aggregate rating (which has no words of its own)."""

    heading: str
    words: str
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """All that the graph says of a film."""

    title: str
    also: tuple[str, ...]
    iri: str
    facts: tuple[Fact, ...]
    cast: tuple[Part, ...]
    ratings: tuple[Opinion, ...]
    reviews: tuple[Opinion, ...]
    sources: tuple[str, ...]


def read_card(store: ox.Store, iri: str) -> Card:
    """The card of the film with this IRI."""
    film = ox.NamedNode(iri)
    reader = Reader(store, film)
    return Card(
        title=reader.label(film),
        also=tuple(reader.texts(film, "schema:alternateName")),
        iri=iri,
        facts=(*_facts(reader, film), *_releases(reader, film)),
        cast=tuple(sorted(_cast(reader, film))),
        ratings=tuple(_rating(reader, film, r) for r in reader.objects(film, "schema:aggregateRating")),
        reviews=tuple(_review(reader, film, r) for r in _reviews_of(reader, film)),
        sources=reader.documents,
    )


def _facts(reader: Reader, film: ox.NamedNode) -> Iterator[Fact]:
    for relation, label in FACTS:
        contest = reader.contest(relation)
        said = [
            Said(reader.words(v, relation), reader.sources(film, relation, v)) for v in _values(reader, film, relation)
        ]
        lost = [Said(reader.words(v, relation), reader.sources(film, relation, v)) for v in contest.rejected]
        inverse = INVERSES.get(relation, "")
        said += [Said(reader.label(v), reader.sources(v, inverse, film)) for v in _inverse(reader, film, relation)]
        if said or lost:
            yield Fact(label, tuple(said), tuple(lost), contest.rule)


def _values(reader: Reader, film: ox.NamedNode, relation: str) -> list[Term]:
    """What the film's own statements say; the original of a remake is no second "based on"."""
    originals = reader.objects(film, "kg:remakeOf") if relation == "schema:isBasedOn" else []
    return [v for v in reader.objects(film, relation) if v not in originals]


def _inverse(reader: Reader, film: ox.NamedNode, relation: str) -> list[Term]:
    """What only the statements about the other film say."""
    own = reader.objects(film, relation)
    return [v for v in reader.subjects(INVERSES[relation], film) if v not in own] if relation in INVERSES else []


def _releases(reader: Reader, film: ox.NamedNode) -> Iterator[Fact]:
    releases = reader.objects(film, "schema:publication")
    said = [Said(_joined(_release(reader, r)), reader.sources(film, "schema:publication", r)) for r in releases]
    if said:
        yield Fact("Releases", tuple(sorted(said)))


def _release(reader: Reader, release: Term) -> Iterator[str]:
    for relation in ("schema:location", "schema:startDate", "schema:publishedBy"):
        yield ", ".join(reader.words(v, relation) for v in reader.objects(release, relation))


def _cast(reader: Reader, film: ox.NamedNode) -> Iterator[Part]:
    """A line for each role, and one for each actor of whom no role is known."""
    credited = reader.objects(film, "schema:actor")
    roles = [r for r in credited if reader.is_a(r, "schema:PerformanceRole")]
    with_role = {actor for role in roles for actor in reader.objects(role, "schema:actor")}
    for role in roles:
        yield Part(
            ", ".join(reader.label(a) for a in reader.objects(role, "schema:actor")),
            " / ".join(reader.texts(role, "schema:characterName")),
            ", ".join(spaced(reader.label(kind)) for kind in reader.objects(role, "kg:creditKind")),
            "; ".join(_elsewhere(reader, role)),
            reader.sources(film, "schema:actor", role),
        )
    for actor in credited:
        if actor not in roles and actor not in with_role:
            yield Part(reader.label(actor), "", "", "", reader.sources(film, "schema:actor", actor))


def _elsewhere(reader: Reader, role: Term) -> Iterator[str]:
    """Who has this part in the original or in a remake, by the counterpart role in either direction."""
    found: set[Term] = set()
    for other in (*reader.objects(role, "kg:counterpartRole"), *reader.subjects("kg:counterpartRole", role)):
        actors = reader.objects(other, "schema:actor")
        found.update(actors)
        who = ", ".join(reader.label(a) for a in actors)
        as_whom = " / ".join(reader.texts(other, "schema:characterName"))
        where = ", ".join(reader.label(f) for f in reader.subjects("schema:actor", other))
        yield f"{who}{f' as {as_whom}' if as_whom else ''} in {where}"
    for first in reader.objects(role, "kg:originallyPlayedBy"):
        if first not in found:
            yield f"{reader.label(first)} in the original"


def _reviews_of(reader: Reader, film: ox.NamedNode) -> list[Term]:
    """The film's reviews in the order of their IRIs, which is that of documents and of places in them."""
    found = {*reader.objects(film, "schema:review"), *reader.subjects("schema:itemReviewed", film)}
    return sorted((r for r in found if reader.is_a(r, "schema:Review")), key=_natural)


def _review(reader: Reader, film: ox.NamedNode, review: Term) -> Opinion:
    author = ", ".join(reader.label(a) for a in reader.objects(review, "schema:author"))
    date = ", ".join(reader.words(d, "schema:datePublished") for d in reader.objects(review, "schema:datePublished"))
    marks = ", ".join(_mark(reader, m) for m in reader.objects(review, "schema:reviewRating"))
    return Opinion(
        _joined((author or "unsigned", date, marks)),
        " ".join(reader.texts(review, "schema:reviewBody")),
        reader.sources(film, "schema:review", review) or reader.sources(review, "schema:itemReviewed", film),
    )


def _rating(reader: Reader, film: ox.NamedNode, rating: Term) -> Opinion:
    aspect = ", ".join(reader.texts(rating, "schema:reviewAspect"))
    counts = [f"{n} ratings" for n in reader.texts(rating, "schema:ratingCount")]
    counts += [f"{n} reviews" for n in reader.texts(rating, "schema:reviewCount")]
    heading = _joined((_mark(reader, rating), aspect, *counts))
    return Opinion(heading, "", reader.sources(film, "schema:aggregateRating", rating))


def _natural(review: Term) -> list[tuple[int, str]]:
    """Sorting key that puts review 9 before review 10."""
    return [(int(part or 0), text) for text, part in re.findall(r"(\D*)(\d*)", str(review))]


def _mark(reader: Reader, rating: Term) -> str:
    value, best, rank = (
        ", ".join(reader.texts(rating, relation))
        for relation in ("schema:ratingValue", "schema:bestRating", "kg:percentileRank")
    )
    mark = f"{value}/{best}" if value and best else value
    return _joined((mark, f"percentile {rank}" if rank else ""), ", ")


def _joined(parts: Iterable[str], by: str = " · ") -> str:
    return by.join(p for p in parts if p)
