"""The folder of an older build in; what it kept, if a build can go on with it, out."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.pipeline.claims import Claims
from kg.pipeline.curation import Curation
from kg.pipeline.kept import SMALL, Kept
from kg.pipeline.options import Options

_MUCH: Final = 4  # where more than one in so many documents changed, it is as fast to do everything anew


def many(changed: int, documents: Collection[object]) -> bool:
    """Whether so many documents changed that it is as fast to do everything anew."""
    return changed * _MUCH > len(documents)


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
