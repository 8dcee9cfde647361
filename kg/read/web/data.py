"""The nodes of a page's structured data in, what they say of films out, in the notation of kg.lexis.data."""

import html
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from kg.lexis.data import Datum, one_line
from kg.read.web.nodes import Node, local

_SCALE: Final = ("ratingValue", "bestRating", "worstRating")
_WORK: Final = ("type", "datePublished", "dateCreated", "author", "director")
# Every property that is kept, and those that its value may have when it is a thing itself.
_KEPT: Final[dict[str, tuple[str, ...]]] = {
    "name": (),
    "alternateName": (),
    "datePublished": (),
    "dateCreated": (),
    "duration": (),
    "contentRating": (),
    "genre": (),
    "inLanguage": (),
    "countryOfOrigin": (),
    "director": ("type",),
    "directors": ("type",),
    "author": ("type",),
    "creator": ("type",),
    "producer": ("type",),
    "musicBy": ("type",),
    "editor": ("type",),
    "kg:screenwriter": ("type",),
    "kg:storyBy": ("type",),
    "kg:cinematographer": ("type",),
    "productionCompany": (),
    "kg:distributor": (),
    "actor": ("type", "characterName", "kg:creditKind"),
    "actors": ("type", "characterName", "kg:creditKind"),
    "publication": ("location", "startDate"),
    "releasedEvent": ("location", "startDate"),
    "isBasedOn": _WORK,
    "kg:remakeOf": _WORK,
    "kg:remadeAs": _WORK,
    "kg:sequelTo": _WORK,
    "aggregateRating": (*_SCALE, "ratingCount", "reviewCount"),
    "review": ("author", "datePublished", "reviewRating", "reviewBody"),
    "reviews": ("author", "datePublished", "reviewRating", "reviewBody"),
}
_INNER: Final = {"location": (), "startDate": (), "reviewRating": _SCALE, "type": ()}
_ALLOWED: Final = _KEPT | _INNER
_UNNAMED: Final = frozenset({"aggregateRating", "review", "reviews", "reviewRating", "publication", "releasedEvent"})
_TYPES: Final = {"Corporation": "Organization", "Organization": "Organization", "LocalBusiness": "Organization"}
_WORKS: Final = frozenset({"Movie", "Book", "Play", "ShortStory", "CreativeWork"})
_ASIDE: Final = frozenset({"mentions", "isSimilarTo", "isRelatedTo"})  # films there are not the page's
_DEPTH: Final = 12  # of nodes within nodes


def films(syntax: str, nodes: Sequence[Node]) -> list[Datum]:
    """Every film that the nodes describe, once each, in their order; RDFa has none, so that names give one."""
    graph = _Graph(nodes, ordered=syntax != "rdfa")
    data = (Datum(syntax, "Movie", tuple(graph.told(film, _KEPT))) for film in graph.films())
    named = list(dict.fromkeys(datum for datum in data if datum.first("name")))
    return named if graph.ordered else sorted(named, key=repr)


class _Graph:
    """The nodes by their ids, so that one can stand for another."""

    def __init__(self, nodes: Sequence[Node], *, ordered: bool) -> None:
        self.ordered = ordered
        self._nodes = list(_walk(nodes))
        self._by_id: dict[str, Node] = {}
        for node, _ in self._nodes:
            if (name := _reference(node)) and len(node) > len(self._by_id.get(name, ())):
                self._by_id[name] = node

    def films(self) -> Iterator[Node]:
        """The films on top and within other things; each review of one that stands outside it is put into it."""
        reviews = [(node, film) for node, _ in self._nodes for film in self._values(node, "itemReviewed")]
        reviewed = [film for _, film in reviews if isinstance(film, dict) and _is(film, "Movie")]
        other = {id(value) for node, _ in self._nodes for value in self._told_of(node)}
        found = [node for node, aside in self._nodes if _is(node, "Movie") and not aside]
        own = [node for node in found if id(node) not in other] or found
        for film in {id(node): node for node in [*own, *reviewed]}.values():
            apart = [node for node, of in reviews if of is film and _is(node, "Review")]
            yield {**film, "review": [*self._values(film, "review"), *apart]} if apart else film

    def _told_of(self, node: Node) -> Iterator[Any]:
        """What a node speaks of that is no matter of the page: what a film is tied to, what is but mentioned."""
        for name in node:
            if local(name) in _ASIDE or (_is(node, "Movie") and local(name) != "@graph"):
                yield from self._values(node, local(name))

    def told(self, node: Node, keys: Iterable[str]) -> Iterator[Datum]:
        """The properties of a node among `keys`, in their order."""
        for key in keys:
            found = [datum for value in self._values(node, key) if (datum := self._datum(key, value))]
            yield from found if self.ordered else sorted(found, key=repr)

    def _values(self, node: Node, key: str) -> list[Any]:
        """The values of a property, references followed."""
        if key == "type":
            return [_type(node)]
        given = [value for name, value in node.items() if local(name) == key]
        flat = [value for each in given for value in (each if isinstance(each, list) else [each])]
        return [self._meant(value) for value in flat]

    def _meant(self, value: Any) -> Any:
        """The value itself: what a reference leads to, what a literal with a datatype holds."""
        if isinstance(value, dict) and "@value" in value:
            return value["@value"]
        return self._by_id.get(name, value) if (name := _reference(value)) else value

    def _datum(self, key: str, value: Any) -> Datum | None:
        """One value with what is known of it; None when it says nothing."""
        if not isinstance(value, dict):
            return Datum(key, text) if (text := _text(value)) else None
        within = tuple(self.told(value, _ALLOWED.get(key, ())))
        if any(type.endswith("Role") for type in _types(value)):  # stands between a film and who plays in it
            people = (datum for inner in self._values(value, key) if (datum := self._datum(key, inner)))
            return next((replace(person, within=person.within + within) for person in people), None)
        names = (_text(name) for name in self._values(value, "name"))
        text = next(filter(None, names), "") or _code(key, value)
        return Datum(key, text, within) if text or (key in _UNNAMED and within) else None


def _walk(nodes: Iterable[Any], aside: bool = False, depth: int = 0) -> Iterator[tuple[Node, bool]]:
    """Every node within the nodes, and whether it stands aside: as something mentioned, or within another film."""
    for node in nodes:
        if isinstance(node, list):
            yield from _walk(node, aside, depth)
        elif isinstance(node, dict) and depth < _DEPTH:
            yield node, aside
            for key, value in node.items():
                inner = aside or local(key) in (*_ASIDE, "itemReviewed") or (_is(node, "Movie") and key != "@graph")
                yield from _walk(value if isinstance(value, list) else [value], inner, depth + 1)


def _reference(value: Any) -> str:
    """The id of a thing, "" where it has none or is none."""
    name = value.get("@id") if isinstance(value, dict) else None
    return name if isinstance(name, str) else ""


def _types(node: Node) -> list[str]:
    stated = node.get("@type", ())
    return [local(type) for type in (stated if isinstance(stated, list) else [stated]) if isinstance(type, str)]


def _is(node: Node, type: str) -> bool:
    return type in _types(node)


def _type(node: Node) -> str:
    """The type where it matters: of organizations and of works."""
    return next((_TYPES.get(t, t if t in _WORKS else "") for t in _types(node)), "")


def _code(key: str, node: Node) -> str:
    """What an address alone says: of a kind of credit its name."""
    return local(str(node.get("@id", ""))).removeprefix("kg:") if key == "kg:creditKind" else ""


def _text(value: Any) -> str:
    """A string or number as the text says it; JSON-LD often holds the character references of HTML."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return one_line("".join(c for c in html.unescape(str(value)) if c.isprintable() or c.isspace()))
