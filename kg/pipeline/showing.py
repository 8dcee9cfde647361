"""The first documents of a build in; the page that shows what each of them is quoted for, out."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.assemble import Provenance, Stated, fact_lines
from kg.export import LARGEST, Graph, write_page
from kg.model import Document
from kg.pipeline.claims import Claims
from kg.pipeline.parts import FactStore, PartStore, Plan
from kg.resolve import Resolution
from kg.vocab import term

_SEEN: Final = 4 * LARGEST  # claims of the documents that the page is made of; some share their words
_STATED: Final = tuple(term(f"rdf:{name}") for name in ("subject", "object", "reifies"))
Quoted = tuple[str, str]
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
    refused: Collection[Stated],
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
    pieces = (lines.split("\n") for document, lines in quoted if document in shown)
    graph = _graph(pieces, documents, Provenance(resolution, plan.base), store, refused)
    write_page(graph, documents, folder, among=among)


def _graph(
    pieces: Iterable[list[str]],
    shown: Iterable[Document],
    sources: Provenance,
    store: FactStore,
    refused: Collection[Stated],
) -> Graph:
    """The evidence from some documents with the names of all that it speaks of."""
    lines = [line for piece in pieces for line in piece]
    lines += (line for document in shown for line in sources.of(document, None))
    quads = _quads(lines)
    stated = [q.object if isinstance(q.object, ox.Triple) else q for q in quads if q.predicate in _STATED]
    things = {node.value for said in stated for node in (said.subject, said.object) if isinstance(node, ox.NamedNode)}
    names = fact_lines(label for label in store.labels(things) if label not in refused)
    return Graph((*_quads(names), *quads))


def _quads(lines: Iterable[str]) -> list[ox.Quad]:
    """The quads of lines, each once, in an order that depends on nothing else."""
    return list(ox.parse("\n".join(sorted(set(lines))), format=ox.RdfFormat.N_QUADS))
