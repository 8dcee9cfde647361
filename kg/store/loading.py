"""The graph of a build, or an RDF file, in; the same graph in a triple store on the web out."""

import dataclasses
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.errors import OutputError
from kg.rdf import RdfFile, with_schema
from kg.store.comparing import fingerprint
from kg.store.journal import Journal
from kg.store.plan import Act, Step, graphs_of, plan
from kg.store.profiles import Profile
from kg.store.remote import Remote

Steps = Callable[[str, int, int], object]
_NAMED: Final = 5  # graphs that a message names


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load comes to.

    `alike` counts the triples left out because the store cannot tell their values from others, `resumed` the requests
    that an earlier load had done already.
    """

    graphs: int
    triples: int
    alike: int
    requests: int
    resumed: int = 0
    verified: bool = False


def load(
    source: Path,
    url: str,
    profile: Profile,
    *,
    replace: bool = False,
    verify: bool = False,
    dry_run: bool = False,
    steps: Steps = lambda *_: None,
) -> Loaded:
    """Loads every graph, beside what is there or in its place. A load that was cut short goes on where it was.

    InputError for a source that cannot be read; OutputError when the store refuses, stays away, or does not hold
    afterwards what it was given.
    """
    file = RdfFile.open(source)
    quads = frozenset(with_schema(file.quads(), "http"))
    graphs = graphs_of(quads, profile)
    requests = list(plan(graphs, profile.batch, replace))
    triples = sum(map(len, graphs.values()))
    found = Loaded(len(graphs), triples, len(quads) - triples, len(requests))
    with closing(Remote(url, profile)) as store:
        if dry_run:
            return found
        way = (url, profile.name, str(profile.batch), str(replace), sha256(file.content).hexdigest())
        resumed = _send(store, requests, Journal(source, *way), steps)
        if verify:
            _verify(store, graphs, replace, steps)
    return dataclasses.replace(found, resumed=resumed, verified=verify)


def _send(store: Remote, requests: Sequence[Step], journal: Journal, steps: Steps) -> int:
    """Sends what the journal does not know to be done; the number of requests that it does."""
    start = min(journal.done(), len(requests))
    for done, step in enumerate(requests[start:], start + 1):
        _do(store, step)
        journal.note(done)
        steps("loading", done, len(requests))
    journal.end()
    return start


def _do(store: Remote, step: Step) -> None:
    match step.act:
        case Act.ADD:
            store.add(step.graph, step.triples)
        case Act.PUT:
            store.put(step.graph, step.triples)
        case Act.COPY:
            store.copy(step.graph)
        case Act.DROP:
            store.drop(step.graph)


def _verify(store: Remote, graphs: dict[str | None, list[ox.Triple]], whole: bool, steps: Steps) -> None:
    """Compares number and hash of the triples of each graph; what else was there before an addition does not count."""
    wrong = []
    for done, (name, triples) in enumerate(graphs.items(), 1):
        given, there = fingerprint(triples), fingerprint(store.triples(name))
        if there != given if whole else not given.within(there):
            wrong.append(f"<{name or 'default graph'}>: {there.count:,} triples where {given.count:,} were loaded")
        steps("verifying", done, len(graphs))
    if wrong:
        more = f"; and {len(wrong) - _NAMED:,} graphs more" if len(wrong) > _NAMED else ""
        raise OutputError(f"the store does not hold what was loaded: {'; '.join(wrong[:_NAMED])}{more}")
