"""The first documents of a build in; the page that shows what each of them is quoted for, out."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.assemble import Provenance, Stated, fact_lines
from kg.export import LARGEST, PAGE, Graph, recount_page, write_page
from kg.model import Document
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
        texts = self._texts(quoted, [changes.documents[id] for id in sorted(shown & changes.documents.keys())])
        if kept and old and kept.page.texts == texts and kept.page.labels == _labels(self._labels(kept.page.things)):
            recount_page(old / PAGE, folder, len(kept.documents), self.among)
            return kept.page
        added = {each.document.id: each.document for each in self.resolution.added}
        documents = [added.get(id) or self.claims.document(id) for id in sorted(shown)]
        quads = self._quads(quoted, documents)
        stated = [q.object if isinstance(q.object, ox.Triple) else q for q in quads if q.predicate in _STATED]
        ends = (node for said in stated for node in (said.subject, said.object))
        things = sorted({node.value for node in ends if isinstance(node, ox.NamedNode)})
        labels = self._labels(things)
        graph = Graph((*_quads(sorted(set(fact_lines(labels)))), *quads))
        write_page(graph, documents, folder, among=self.among)
        return Page(things, texts, _labels(labels))

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

    def _texts(self, quoted: Sequence[Quoted], told: Sequence[Told]) -> bytes:
        """A digest of all that the page depends on, but for the number of documents and what things are called."""
        documents = [(each.id, each.line, each.names) for each in told]
        more = self.among > len(self.first)  # than it may show: it says so
        return digest(encode(quoted), encode((documents, more)))

    def _quads(self, quoted: Sequence[Quoted], documents: Iterable[Document]) -> list[ox.Quad]:
        """What documents are quoted for, and what is told of them."""
        sources = Provenance(self.resolution, self.plan.base)
        told = (line for document in documents for line in sources.of(document, None))
        return _quads([*(piece for _, piece in quoted), *told])

    def _labels(self, things: Collection[str]) -> list[Stated]:
        return [label for label in self.store.labels(things) if label not in self.refused]


def _labels(labels: Iterable[Stated]) -> bytes:
    """A digest of what things are called."""
    return digest(*sorted(map(encode, labels)))


def _quads(lines: Iterable[str]) -> list[ox.Quad]:
    """The quads of lines, in their order."""
    return list(ox.parse("\n".join(lines), format=ox.RdfFormat.N_QUADS))
