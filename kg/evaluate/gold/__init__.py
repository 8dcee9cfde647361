"""A file of gold in, its documents out: one reader a format, in one visible tuple."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from kg.errors import InputError
from kg.evaluate.facts import GoldDocument
from kg.evaluate.gold import leads, own, quality, seeds


class GoldReader(NamedTuple):
    """One format of gold."""

    name: str
    recognises: Callable[[Path], bool]
    read: Callable[[Path], Iterator[GoldDocument]]


READERS: Final = (
    GoldReader("leads", leads.recognises, leads.read),
    GoldReader("seeds", seeds.recognises, seeds.read),
    GoldReader("quality", quality.recognises, quality.read),
    GoldReader("own", own.recognises, own.read),
)


def read_gold(path: Path) -> Iterator[GoldDocument]:
    """The documents of a file of gold, whatever its format."""
    if not path.is_file():
        raise InputError(f"{path}: no such file of gold")
    for reader in READERS:
        if reader.recognises(path):
            return reader.read(path)
    raise InputError(f"{path}: no known format of gold; docs/evaluation.md describes them")
