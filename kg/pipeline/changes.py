"""What everything is called and what an older build kept, in; what has changed between them, out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec

from kg.pipeline.basis import Basis, many
from kg.pipeline.identifying import Identified
from kg.pipeline.kept import Told


@dataclass(frozen=True, slots=True)
class Changes:
    """What there is to be done. `documents` are all, without the number of their statements where they are `fresh`.

    Fresh are those whose statements came or changed, `gone` those whose statements are there no more or not as they
    were; without an older build that is of use, all are fresh.
    """

    basis: Basis
    documents: dict[str, Told] = field(default_factory=dict)
    fresh: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()

    @classmethod
    def since(cls, basis: Basis, identified: Identified) -> "Changes":
        """The changes since an older build."""
        if not (basis.kept and identified.whole):
            return cls(Basis(basis.keep))
        known = {each.id: each for each in basis.kept.documents}
        told = {id: known[id] for id in identified.lines.keys() & known.keys()} | told_of(identified)
        same = {id for id, each in told.items() if id in known and _digests(each) == _digests(known[id])}
        fresh = told.keys() - same
        if many(len(fresh), told):
            return cls(Basis(basis.keep), told)
        told |= {id: known[id] for id in same}
        return cls(basis, told, frozenset(fresh), frozenset(known.keys() - same))

    def told(self, statements: Mapping[str, int]) -> list[Told]:
        """All documents, with how many statements each makes."""
        return [msgspec.structs.replace(self.documents[id], statements=made) for id, made in statements.items()]


def told_of(identified: Identified) -> dict[str, Told]:
    """Documents by id, as they are to be kept: those whose things may be called otherwise than before."""
    lines = identified.lines
    return {id: Told(id, lines[id], names) for id, names in identified.names()}


def _digests(told: Told) -> tuple[bytes, bytes]:
    return told.line, told.names
