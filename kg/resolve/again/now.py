"""The documents of a build that changed, as they are now and as they were."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from kg.resolve.memory import Memory
from kg.resolve.minting import document_slugs
from kg.resolve.recording import document_row, unpack_summary
from kg.resolve.summary import Ref, Summary
from kg.vocab import BaseIri


@dataclass(slots=True)
class Now:
    """`came` are the documents that came, `before` those that are gone or as they were before others took their place.

    `affected` are documents whose things may be called otherwise than before.
    """

    memory: Memory
    base: BaseIri
    came: dict[str, Summary]
    before: list[Summary]
    documents: dict[str, str] = field(default_factory=dict)
    affected: set[str] = field(default_factory=set)
    _known: dict[str, Summary] = field(default_factory=dict)

    @classmethod
    def after(cls, memory: Memory, gone: Collection[str], come: Iterable[Summary], base: BaseIri) -> "Now":
        """The documents after a change."""
        came = {summary.document: summary for summary in come}
        changed = {*gone, *came}
        before = [unpack_summary(row) for (row,) in memory.of(_SUMMARIES, changed)]
        memory.drop("documents", "id", changed)
        memory.put("documents", (document_row(summary, "") for summary in came.values()))
        now = cls(memory, base, came, before, affected=set(came), _known=dict(came))
        now._name()
        return now

    @property
    def changed(self) -> set[str]:
        """What came, is gone, or was replaced."""
        return {*self.came, *(summary.document for summary in self.before)}

    def of(self, documents: Iterable[str]) -> list[Summary]:
        """What identity is decided on of some documents, by id."""
        wanted = set(documents)
        rows = self.memory.of(_SUMMARIES, wanted - self._known.keys())
        self._known |= {summary.document: summary for summary in (unpack_summary(row) for (row,) in rows)}
        return [self._known[id] for id in sorted(wanted)]

    def speaking(self, films: Collection[str]) -> set[Ref]:
        """Where some films (slugs) are spoken of."""
        return set(self.memory.of("SELECT document, key FROM spoken WHERE film IN (%s)", films))

    def _name(self) -> None:
        """Documents whose names are alike are called otherwise than alone."""
        rows = self.memory.all("SELECT id, plain, slug FROM documents")
        self.documents = document_slugs({id: plain for id, plain, _ in rows})
        other = [(made, id) for id, _, old in rows if (made := self.documents[id]) != old]
        self.memory.each("UPDATE documents SET slug = ? WHERE id = ?", other)
        self.affected.update(id for _, id in other)


_SUMMARIES = "SELECT summary FROM documents WHERE id IN (%s)"
