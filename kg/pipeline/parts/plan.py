"""How a build is cut into parts, and where their files are."""

import pickle
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from zlib import crc32

from kg.assemble import Encoding
from kg.resolve import Resolution
from kg.vocab import BaseIri
from kg.vocab.iris import PART, last_level

DOCUMENTS: Final = 1_000  # whose statements make up about one part

_KNOWN: Final[dict[Path, Resolution]] = {}  # of the build that this process works for


def decide_parts(documents: int) -> int:
    """How many parts so many documents make."""
    return max(1, -(-documents // DOCUMENTS))


def part_of(iri: str, parts: int) -> int:
    """The part that a thing belongs to: that of the film, for its roles, releases and characters."""
    return crc32(last_level(iri).partition(PART)[0].encode()) % parts


@dataclass(frozen=True, slots=True)
class Plan:
    """What every part's work is done by; small enough to be sent along with each piece of it."""

    folder: Path
    parts: int
    base: BaseIri
    encoding: Encoding
    engine: str

    def said(self, part: int) -> Path:
        """What is said in a part."""
        return self.folder / f"said.{part}"

    @property
    def facts(self) -> Path:
        """The merged facts of all parts."""
        return self.folder / "facts.db"

    def run(self, name: str, part: int) -> Path:
        """A sorted run of lines."""
        return self.folder / f"{name}.{part}.run"

    @property
    def resolution(self) -> Resolution:
        """What everything is called; read once a process."""
        if self.folder not in _KNOWN:
            _KNOWN.clear()
            with self._resolution.open("rb") as content:
                _KNOWN[self.folder] = pickle.load(content)
        return _KNOWN[self.folder]

    def keep(self, resolution: Resolution, shared: bool) -> None:
        """Remember what `resolution` gives and, where other processes are to share it, put it down."""
        _KNOWN.clear()
        _KNOWN[self.folder] = resolution
        if shared:
            with self._resolution.open("wb") as out:
                pickle.dump(resolution, out, protocol=pickle.HIGHEST_PROTOCOL)

    @property
    def _resolution(self) -> Path:
        return self.folder / "resolution"
