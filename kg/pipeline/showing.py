"""The first documents of a build in; the page that shows what each of them is quoted for, out."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.assemble import Provenance, Stated, fact_lines
from kg.export import LARGEST, PAGE, Graph, recount_page, write_page
from kg.pipeline.changes import Changes
from kg.pipeline.claims import Claims
from kg.pipeline.kept import Page, Told, digest
from kg.pipeline.parts import FactStore, PartStore, Plan
from kg.pipeline.parts.packing import encode
from kg.resolve import Resolved
from kg.vocab import term

_SEEN: Final = 4 * LARGEST  # claims of the documents that the page is made of; some share their words
_STATED: Final = tuple(term(f"rdf:{name}") for name in ("subject", "object", "reifies"))
Quoted = tuple[str, str]
"""A document, and the lines of a piece of evidence from it."""


def to_be_shown(statements: Mapping[str, int]) -> list[str]:
    """The first documents, more than a page can show; `statements` is how many each makes."""
    before = accumulate(statements.values(), initial=0)
    return [id for id, seen in zip(statements, before, strict=False) if seen <= _SEEN][:LARGEST]


@dataclass(frozen=True, slots=True)
class Showing:
    """The page of as many of the `first` documents as it can show, and one more, so that it is seen to be full."""

    plan: Plan
    claims: Claims
    resolution: Resolved
    store: FactStore
    refused: Collection[Stated]
    first: Sequence[str]
    among: int

    def write(self, folder: Path, changes: Changes) -> Page:
        """Write it, or take over that of an older build which shows the same."""
        shown, quoted = self._quoted()
        kept, old = changes.basis.kept, changes.basis.old
        told = [changes.documents[id] for id in sorted(shown & changes.documents.keys())]
        if kept and old and kept.page.made_of == self._made_of(quoted, kept.page.things, told):
            recount_page(old / PAGE, folder, len(kept.documents), self.among)
            return kept.page
        things = self._write(folder, shown, quoted)
        return Page(things, self._made_of(quoted, things, told))

    def _quoted(self) -> tuple[set[str], list[Quoted]]:
        """The documents to be shown, and what they are quoted for."""
        quoted: list[Quoted] = []
        for part in range(self.plan.parts):
            with PartStore(self.plan.store(part)) as some:
                quoted += some.quoted(self.first)
        count = Counter(document for document, _ in quoted)
        totals = accumulate(count[id] for id in self.first)
        shown = set(self.first[: 1 + sum(total <= LARGEST for total in totals)])
        return shown, sorted(each for each in quoted if each[0] in shown)

    def _made_of(self, quoted: Sequence[Quoted], things: Collection[str], told: Sequence[Told]) -> bytes:
        """A digest of all that the page depends on, but for the number of documents."""
        documents = [(each.id, each.line, each.names) for each in told]
        more = self.among > len(self.first)  # than it may show: it says so
        return digest(encode(quoted), encode((documents, more)), *sorted(map(encode, self._labels(things))))

    def _write(self, folder: Path, shown: Collection[str], quoted: Sequence[Quoted]) -> list[str]:
        """Write the page; the things that it shows."""
        added = {each.document.id: each.document for each in self.resolution.added}
        documents = [added.get(id) or self.claims.get(id).document for id in sorted(shown)]
        lines = [line for _, piece in quoted for line in piece.split("\n")]
        sources = Provenance(self.resolution, self.plan.base)
        lines += (line for document in documents for line in sources.of(document, None))
        quads = _quads(lines)
        stated = [q.object if isinstance(q.object, ox.Triple) else q for q in quads if q.predicate in _STATED]
        ends = (node for said in stated for node in (said.subject, said.object))
        things = sorted({node.value for node in ends if isinstance(node, ox.NamedNode)})
        graph = Graph((*_quads(fact_lines(self._labels(things))), *quads))
        write_page(graph, documents, folder, among=self.among)
        return things

    def _labels(self, things: Collection[str]) -> Iterator[Stated]:
        return (label for label in self.store.labels(things) if label not in self.refused)


def _quads(lines: Iterable[str]) -> list[ox.Quad]:
    """The quads of lines, each once, in an order that depends on nothing else."""
    return list(ox.parse("\n".join(sorted(set(lines))), format=ox.RdfFormat.N_QUADS))
