"""Triples in, small groups of them out, so that the cost of validation grows with the number of films and no faster.

A group owns some films with all that hangs on them (roles, releases, reviews, people not owned yet) and also holds
what these point at, one step further. Shapes therefore look two steps ahead at most; the tests hold them to it.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from kg.model import Kind
from kg.validate.engine import Spoken
from kg.vocab import class_iri, term

TARGET: Final = 5000  # triples: enough to spread the engine's fixed cost (20 ms) over some fifty films

_FILM: Final = str(term("rdf:type")), f"<{class_iri(Kind.MOVIE)}>"

About = dict[str, list[Spoken]]
Links = dict[str, list[str]]
"""The nodes with triples of their own that each node points at, in the order of their terms, the last one first."""


@dataclass(frozen=True, slots=True)
class Group:
    """Part of a graph: every node of it is in the focus of exactly one group."""

    focus: frozenset[str]
    triples: tuple[Spoken, ...]


def groups(triples: Iterable[Spoken], target: int = TARGET, beside: Iterable[Spoken] = ()) -> Iterator[Group]:
    """Groups of about `target` triples each; what they hold depends on the triples alone, not on their order.

    What the triples `beside` them are about is in no focus.
    """
    own = _by_subject(triples)
    about = own | _by_subject(beside)
    films = {node for node, said in about.items() if any(each[1:] == _FILM for each in said)}
    links = {node: sorted({o for _, _, o in said if o in about}, reverse=True) for node, said in own.items()}
    free = dict.fromkeys(sorted(own, key=lambda node: (node not in films, node)))
    focus: list[str] = []
    size = 0
    for start in list(free):
        for node in _walk(links, films, free, start):
            focus.append(node)
            size += len(about[node])
        if size >= target:
            yield _group(about, links, focus)
            focus, size = [], 0
    if focus:
        yield _group(about, links, focus)


def _by_subject(triples: Iterable[Spoken]) -> About:
    about: About = defaultdict(list)
    for triple in triples:
        about[triple[0]].append(triple)
    return about


def _walk(links: Links, films: Collection[str], free: dict[str, None], start: str) -> Iterator[str]:
    """The nodes that hang on `start` and belong to nobody yet; the walk stops at other films."""
    waiting = [start]
    while waiting:
        node = waiting.pop()
        if node in free:
            del free[node]
            yield node
            waiting += (each for each in links[node] if each in free and each not in films)


def _group(about: About, links: Links, focus: list[str]) -> Group:
    held = dict.fromkeys(focus)
    for node in focus:
        held.update(dict.fromkeys(links[node]))
    return Group(frozenset(focus), tuple(t for node in held for t in about[node]))
