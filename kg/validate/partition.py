"""Triples in, small groups of them out, so that the cost of validation grows with the number of films and no faster.

A group owns some films with all that hangs on them (roles, releases, reviews, people not owned yet) and also holds
what these point at, one step further. Shapes therefore look two steps ahead at most; the tests hold them to it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from kg.model import Kind
from kg.validate.engine import Node, Statement
from kg.vocab import class_iri, term

TARGET: Final = 5000  # triples: enough to spread the engine's fixed cost (20 ms) over some fifty films

_TYPE: Final = term("rdf:type")
_MOVIE: Final = ox.NamedNode(class_iri(Kind.MOVIE))

_LEAVES: Final = (ox.Literal, ox.Triple)  # they have no triples of their own

About = dict[Node, list[Statement]]
Links = dict[Node, list[Node]]
"""The nodes with triples of their own that each node points at, in the order of their IRIs."""


@dataclass(frozen=True, slots=True)
class Group:
    """Part of a graph: every node of it is in the focus of exactly one group."""

    focus: frozenset[Node]
    triples: tuple[Statement, ...]


def groups(triples: Iterable[Statement], target: int = TARGET, beside: Iterable[Statement] = ()) -> Iterator[Group]:
    """Groups of about `target` triples each; what they hold depends on the triples alone, not on their order.

    What the triples `beside` them are about is in no focus.
    """
    own = _by_subject(triples)
    about = own | _by_subject(beside)
    links = {node: _objects(about, node) for node in own}
    free = dict.fromkeys(sorted(own, key=lambda node: (not _is_film(about, node), str(node))))
    focus: list[Node] = []
    size = 0
    for start in list(free):
        for node in _walk(about, links, free, start):
            focus.append(node)
            size += len(about[node])
        if size >= target:
            yield _group(about, links, focus)
            focus, size = [], 0
    if focus:
        yield _group(about, links, focus)


def _by_subject(triples: Iterable[Statement]) -> About:
    """Triples by subject; those about triples (RDF 1.2) are no facts and left out."""
    about: About = {}
    for triple in triples:
        if not isinstance(triple.subject, ox.Triple) and not isinstance(triple.object, ox.Triple):
            about.setdefault(triple.subject, []).append(triple)
    return about


def _is_film(about: About, node: Node) -> bool:
    return any(t.predicate == _TYPE and t.object == _MOVIE for t in about[node])


def _walk(about: About, links: Links, free: dict[Node, None], start: Node) -> Iterator[Node]:
    """The nodes that hang on `start` and belong to nobody yet; the walk stops at other films."""
    waiting = [start]
    while waiting:
        node = waiting.pop()
        if node not in free:
            continue
        del free[node]
        yield node
        waiting += (o for o in links[node] if o in free and not _is_film(about, o))


def _objects(about: About, node: Node) -> list[Node]:
    objects = {t.object for t in about[node]}
    return sorted((o for o in objects if not isinstance(o, _LEAVES) and o in about), key=str, reverse=True)


def _group(about: About, links: Links, focus: list[Node]) -> Group:
    held = dict.fromkeys(focus)
    for node in focus:
        held.update(dict.fromkeys(links[node]))
    return Group(frozenset(focus), tuple(t for node in held for t in about[node]))
