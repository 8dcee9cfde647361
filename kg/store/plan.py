"""The quads of a graph and a kind of store in; the requests that load them, in a fixed order, out."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

import pyoxigraph as ox

from kg.errors import InputError
from kg.store.profiles import Profile
from kg.store.values import distinct

LOADING = "#loading"  # ends the name of a graph that is to take another's place


class Act(StrEnum):
    """What a step does to its graph. Each may be done twice: after a cut, nobody knows whether the last one was done.

    That is why no MOVE is among them: the second one would find nothing, and leave nothing in the place of the graph.
    """

    ADD = "add"
    PUT = "put"
    COPY = "copy"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class Step:
    """One request. `graph` None is the default graph; COPY gets what was loaded beside the graph, DROP drops that."""

    act: Act
    graph: str | None
    triples: tuple[ox.Triple, ...] = ()


def graphs_of(quads: Collection[ox.Quad], profile: Profile) -> dict[str | None, list[ox.Triple]]:
    """The triples of every graph that a store can hold, in a fixed order; the merged facts under its name for them."""
    ordered = sorted(quads, key=str)
    if any(isinstance(part, ox.BlankNode) for quad in ordered for part in quad):
        raise InputError("blank nodes cannot be loaded in batches; give the things IRIs")
    found: dict[str | None, list[ox.Triple]] = {}
    for name, group in groupby(sorted(ordered, key=_graph), key=_graph):
        triples = [quad.triple for quad in group]
        found[name or profile.merged] = distinct(triples) if profile.values else triples
    return found


def plan(graphs: dict[str | None, list[ox.Triple]], batch: int, replace: bool) -> Iterator[Step]:
    """The steps that add the triples to what is there, or that put each graph in the place of the one there."""
    for name, triples in graphs.items():
        yield from _replacing(name, triples, batch) if replace else _adding(name, triples, batch)


def _adding(name: str | None, triples: Sequence[ox.Triple], batch: int) -> Iterator[Step]:
    return (Step(Act.ADD, name, some) for some in _batches(triples, batch))


def _replacing(name: str | None, triples: Sequence[ox.Triple], batch: int) -> Iterator[Step]:
    """One request puts a small graph; a large one is loaded beside the old one first, so that none is half there."""
    if len(triples) <= batch:
        yield Step(Act.PUT, name, tuple(triples))
        return
    for i, some in enumerate(_batches(triples, batch)):
        yield Step(Act.ADD if i else Act.PUT, beside(name), some)
    yield Step(Act.COPY, name)
    yield Step(Act.DROP, name)


def beside(name: str | None) -> str:
    """Name of the graph that is loaded so that it can take the place of another in one step."""
    return f"{name or 'urn:x-kg:default'}{LOADING}"


def _batches(triples: Sequence[ox.Triple], batch: int) -> Iterator[tuple[ox.Triple, ...]]:
    return (tuple(triples[i : i + batch]) for i in range(0, len(triples), batch))


def _graph(quad: ox.Quad) -> str:
    return quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else ""
