"""How a build is cut into parts, and where their files are."""

import pickle
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final
from zlib import crc32

from kg.assemble import Encoding
from kg.resolve import Resolved
from kg.vocab import BaseIri
from kg.vocab.iris import PART, last_level

DOCUMENTS: Final = 1_000  # whose statements make up about one part

_KNOWN: Final[dict[Path, Resolved]] = {}  # of the build that this process works for


def decide_parts(documents: int) -> int:
    """How many parts so many documents make."""
    return max(1, -(-documents // DOCUMENTS))


@lru_cache(maxsize=1 << 16)
def bundle_of(iri: str) -> str:
    """What a thing is bundled under: the slug of the film, for its roles, releases and characters."""
    return last_level(iri).partition(PART)[0]


def part_of(iri: str, parts: int) -> int:
    """The part that a thing belongs to, with its bundle."""
    return crc32(bundle_of(iri).encode()) % parts


@dataclass(frozen=True, slots=True)
class Plan:
    """What every part's work is done by; small enough to be sent along with each piece of it.

    `folder` is for what lives as long as the build, `stores` for what may be kept to go on with. Where the stores are
    those of an older build, only what changed is done.
    """

    folder: Path
    stores: Path
    parts: int
    base: BaseIri
    encoding: Encoding
    engine: str = ""
    portions: int = 0
    changing: bool = False

    def said(self, portion: int) -> Path:
        """What the documents of a portion newly say, by part."""
        return self.folder / f"said.{portion}"

    def store(self, part: int) -> Path:
        """All that is said in a part, and the merged facts."""
        return self.stores / f"part-{part}.db"

    def run(self, name: str, part: int) -> Path:
        """A sorted run of lines."""
        return self.folder / f"{name}.{part}.run"

    @property
    def resolution(self) -> Resolved:
        """What everything is called, or where that is to be found; read once a process."""
        if self.folder not in _KNOWN:
            _KNOWN.clear()
            with self._resolution.open("rb") as content:
                _KNOWN[self.folder] = pickle.load(content)
        return _KNOWN[self.folder]

    def keep(self, resolution: Resolved, shared: bool) -> None:
        """Remember what everything is called and, where other processes are to know it too, put it down."""
        self.forget()
        _KNOWN[self.folder] = resolution
        if shared:
            with self._resolution.open("wb") as out:
                pickle.dump(resolution.plain, out, protocol=pickle.HIGHEST_PROTOCOL)

    @staticmethod
    def forget() -> None:
        """Let go of what `keep` remembers."""
        _KNOWN.clear()

    @property
    def _resolution(self) -> Path:
        return self.folder / "resolution"


@dataclass(frozen=True, slots=True)
class Share:
    """Work on a part: on some of its bundles, or on all of it where none are named."""

    part: int
    bundles: frozenset[str] | None = None
