"""A build's folder in; what it keeps to go on with out, as long as nobody has touched the graph since.

The folder `parts` holds what is said and merged in each part, what identity came to, the lines of the notes, and what
is told here. A build
looks at it to find out what has changed; without it everything is assembled anew, to the same bytes.
"""

from collections.abc import Iterator
from functools import cache
from hashlib import blake2b, sha256
from importlib import metadata
from importlib.resources import files
from pathlib import Path
from typing import Final

import msgspec

from kg import assets
from kg.assemble import Contest, Stated
from kg.export import GRAPH_FILES, PAGE, PARTS
from kg.model import Finding
from kg.pipeline.options import Options

SMALL: Final = 500  # documents of a build that is assembled in a second or two, and keeps nothing
NOTES: Final = "notes.run"
IDENTITY: Final = "identity.db"
_ABOUT: Final = "about"
_DIGEST: Final = 16  # bytes
_DAMAGE: Final = (OSError, ValueError, msgspec.MsgspecError)


class Told(msgspec.Struct, frozen=True, array_like=True):
    """A document, and all that decides what it comes to in the graph: digests of its line of claims.jsonl and of how
    its things are called; and how many statements it makes.
    """

    id: str
    line: bytes
    names: bytes
    statements: int = 0


class Page(msgspec.Struct, frozen=True):
    """The things that the page of evidence shows, and digests of all that it is made of: its texts and quotations, and
    what these things are called.
    """

    things: list[str]
    texts: bytes
    labels: bytes


class Kept(msgspec.Struct, frozen=True):
    """How a build was assembled, and what of; `spaces` counts the namespaces in the facts, by how often each occurs."""

    program: str
    how: list[str]
    parts: int
    engine: str
    documents: list[Told]
    spaces: dict[str, int]
    contests: list[Contest]
    findings: list[Finding]
    refused: list[Stated]
    shown: list[str]
    page: Page
    files: dict[str, tuple[int, int]] = {}

    @classmethod
    def read(cls, out: Path, options: Options) -> "Kept | None":
        """What the build in a folder keeps; None where another program or other options made it, or it was changed."""
        try:
            kept = msgspec.msgpack.decode((out / PARTS / _ABOUT).read_bytes(), type=cls)
            same = (kept.program, kept.how, kept.files) == (program_version(), how(options), _stamps(out))
        except _DAMAGE:
            return None
        return kept if same else None

    def write(self, folder: Path) -> None:
        """Put it down, when the graph has been written."""
        content = msgspec.msgpack.encode(msgspec.structs.replace(self, files=_stamps(folder)))
        (folder / PARTS / _ABOUT).write_bytes(content)


def how(options: Options) -> list[str]:
    """All that can be told to a build and shows in the graph, but for what people decide."""
    return [options.base.base, repr(options.evidence), str(options.min_confidence), options.engine or ""]


def digest(*parts: bytes) -> bytes:
    """A few bytes that stand for some more."""
    found = blake2b(digest_size=_DIGEST)
    for part in parts:
        found.update(len(part).to_bytes(8, "big") + part)
    return found.digest()


@cache
def program_version() -> str:
    """A hash of all that decides how statements become a graph: the program, shapes, ontology, and the libraries."""
    found = sha256()
    for path in _sources():
        content = path.read_bytes()
        found.update(f"{path.name} {len(content)} ".encode() + content)
    for name in ("pyoxigraph", "shacl", "pyshacl"):
        found.update(f"{name} {_version(name)} ".encode())
    return found.hexdigest()


def _sources() -> Iterator[Path]:
    for root in (Path(str(files("kg"))), assets.folder("shapes"), assets.folder("ontology")):
        yield from sorted(path for path in root.rglob("*") if path.suffix in (".py", ".toml", ".ttl", ".jsonld"))


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _stamps(out: Path) -> dict[str, tuple[int, int]]:
    """Size and time of the files that are gone on with."""
    kept = sorted(path.name for path in (out / PARTS).iterdir() if path.name != _ABOUT)
    told = {name: (out / name).stat() for name in (*GRAPH_FILES, PAGE, *(f"{PARTS}/{name}" for name in kept))}
    return {name: (stat.st_size, stat.st_mtime_ns) for name, stat in told.items()}
