"""The documents of a build and what an older one kept, in; what has changed between them, out."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import msgspec

from kg.pipeline.claims import Claims
from kg.pipeline.kept import SMALL, Kept, Told, digest
from kg.pipeline.options import Options
from kg.resolve import Resolution, Summary

_MUCH: Final = 4  # where more than one in so many documents changed, it is as fast to do everything anew


@dataclass(frozen=True, slots=True)
class Changes:
    """What an older build kept that can be gone on with, and whether there is anything to keep of this one.

    `digests` are those of all documents, `fresh` the ones whose statements came or changed, `unchanged` the others;
    `gone` are the ids of documents whose statements are there no more or not as they were.
    """

    keep: bool
    digests: dict[str, bytes]
    old: Path | None = None
    kept: Kept | None = None
    fresh: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    unchanged: list[Told] = field(default_factory=list)

    @classmethod
    def since(
        cls, old: Path | None, claims: Claims, summaries: Sequence[Summary], resolution: Resolution, options: Options
    ) -> "Changes":
        """The changes since an older build; a build that people curate, or that is packed in shards, keeps nothing."""
        keep = claims.documents >= SMALL and not (resolution.added or resolution.decisions or options.shards)
        if not keep:
            return cls(False, {})
        digests = _digests(claims, summaries, resolution)
        kept = Kept.read(old, options) if old else None
        if kept is None:
            return cls(True, digests)
        same = [each for each in kept.documents if digests.get(each.id) == each.digest]
        fresh = digests.keys() - {each.id for each in same}
        if len(fresh) * _MUCH > len(digests):
            return cls(True, digests)
        gone = {each.id for each in kept.documents}.difference(each.id for each in same)
        return cls(True, digests, old, kept, frozenset(fresh), frozenset(gone), same)


def _digests(claims: Claims, summaries: Sequence[Summary], resolution: Resolution) -> dict[str, bytes]:
    """Of each document a digest of what it states and of how its things are called."""
    encode = msgspec.msgpack.Encoder().encode
    lines = claims.entries()
    return {s.document: digest(lines[s.document], encode(resolution.told(s))) for s in summaries}
