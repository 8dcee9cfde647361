"""The documents of a build and what an older one kept, in; what has changed between them, out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

import msgspec

from kg.pipeline.claims import Claims, Portion
from kg.pipeline.curation import Curation
from kg.pipeline.kept import SMALL, Kept, Told, digest
from kg.pipeline.options import Options, Steps
from kg.pipeline.parts import DOCUMENTS
from kg.pipeline.runners import Here, Runner
from kg.pipeline.work import each
from kg.resolve import Resolution, Summary, summarise

_MUCH: Final = 4  # where more than one in so many documents changed, it is as fast to do everything anew
_encode: Final = msgspec.msgpack.Encoder().encode
_unpack: Final = msgspec.msgpack.Decoder(list[Summary]).decode


@dataclass(frozen=True, slots=True)
class Basis:
    """The folder of an older build and what it kept, if it can be gone on with; `keep` whether to keep anything anew.

    A build that people curate, or that is packed in shards, keeps nothing.
    """

    keep: bool
    old: Path | None = None
    kept: Kept | None = None

    @classmethod
    def of(cls, old: Path | None, claims: Claims, curation: Curation, options: Options) -> "Basis":
        """What a build has to go on with."""
        keep = claims.documents >= SMALL and not (curation.documents or options.shards)
        return cls(keep, old, Kept.read(old, options) if keep and old else None)

    def summaries(self, claims: Claims, runner: Runner, steps: Steps) -> list[Summary]:
        """What identity is decided on, by id."""
        if self.kept or isinstance(runner, Here):
            return list(self.kept.summaries(claims) if self.kept else claims.summaries())
        packed = each(runner, steps, "resolving", partial(_summarised, claims.plain), list(claims.portions(DOCUMENTS)))
        return [summary for some in packed for summary in _unpack(some)]


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
    def since(cls, basis: Basis, claims: Claims, summaries: Sequence[Summary], resolution: Resolution) -> "Changes":
        """The changes since an older build."""
        if not basis.kept:
            return cls(basis)
        told = told_of(claims, summaries, resolution)
        known = {each.id: each for each in basis.kept.documents}
        same = {id for id, each in told.items() if id in known and _digests(each) == _digests(known[id])}
        fresh = told.keys() - same
        if len(fresh) * _MUCH > len(told):
            return cls(Basis(basis.keep), told)
        told |= {id: known[id] for id in same}
        return cls(basis, told, frozenset(fresh), frozenset(known.keys() - same))

    def told(self, statements: Mapping[str, int]) -> list[Told]:
        """All documents, with how many statements each makes."""
        return [msgspec.structs.replace(self.documents[id], statements=made) for id, made in statements.items()]


def told_of(claims: Claims, summaries: Sequence[Summary], resolution: Resolution) -> dict[str, Told]:
    """All documents, by id, as they are to be kept."""
    lines = claims.entries()
    return {s.document: _told(s, lines[s.document], resolution) for s in summaries}


def _summarised(claims: Claims, portion: Portion) -> bytes:
    """Few bytes, since they go from process to process."""
    return _encode([summarise(extraction) for extraction in claims.within(portion)])


def _told(summary: Summary, line: bytes, resolution: Resolution) -> Told:
    return Told(summary.document, digest(line), digest(_encode(resolution.told(summary))), 0, summary)


def _digests(told: Told) -> tuple[bytes, bytes]:
    return told.line, told.names
