"""The first documents of a build in; the page that shows what each of them is quoted for, out."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.assemble import Provenance, fact_lines
from kg.assemble.merging import LABELS
from kg.export import LARGEST, Graph, write_page
from kg.model import Document, Fact
from kg.pipeline.claims import Claims
from kg.pipeline.parts import FactStore, PartStore, Plan
from kg.resolve import Resolution
from kg.vocab import term

_SEEN: Final = 4 * LARGEST  # claims of the documents that the page is made of; some share their words
_STATED: Final = tuple(term(f"rdf:{name}") for name in ("subject", "object", "reifies"))
Quoted = tuple[str, list[str]]
"""A document, and the lines of a piece of evidence from it."""


def to_be_shown(statements: Mapping[str, int]) -> list[str]:
    """The first documents, more than a page can show; `statements` is how many each makes."""
    before = accumulate(statements.values(), initial=0)
    return [id for id, seen in zip(statements, before, strict=False) if seen <= _SEEN][:LARGEST]


def show(
    plan: Plan,
    first: Sequence[str],
    among: int,
    claims: Claims,
    resolution: Resolution,
    store: FactStore,
    refused: Collection[Fact],
    folder: Path,
) -> None:
    """Write the page of as many of the first documents as it can show, and one more, so that it is seen to be full."""
    quoted: list[Quoted] = []
    for part in range(plan.parts):
        with PartStore(plan.store(part)) as some:
            quoted += some.quoted(first)
    count = Counter(document for document, _ in quoted)
    totals = accumulate(count[id] for id in first)
    shown = set(first[: 1 + sum(total <= LARGEST for total in totals)])
    added = {each.document.id: each.document for each in resolution.added}
    documents = [added.get(id) or claims.get(id).document for id in sorted(shown)]
    pieces = (lines for document, lines in quoted if document in shown)
    graph = _graph(pieces, documents, Provenance(resolution, plan.base), store, refused)
    write_page(graph, documents, folder, among=among)


def _graph(
    pieces: Iterable[list[str]],
    shown: Iterable[Document],
    sources: Provenance,
    store: FactStore,
    refused: Collection[Fact],
) -> Graph:
    """The evidence from some documents with the names of all that it speaks of."""
    lines = [line for piece in pieces for line in piece]
    lines += (line for document in shown for line in sources.of(document, None))
    quads = list(ox.parse("\n".join(lines), format=ox.RdfFormat.N_QUADS))
    stated = [q.object if isinstance(q.object, ox.Triple) else q for q in quads if q.predicate in _STATED]
    things = {node.value for said in stated for node in (said.subject, said.object) if isinstance(node, ox.NamedNode)}
    about = (fact for thing in sorted(things) for fact in store.of(thing))
    names = fact_lines(fact for fact in about if fact.relation in LABELS and fact not in refused)
    return Graph.of([*quads, *ox.parse("\n".join(names), format=ox.RdfFormat.N_QUADS)])
