"""The SHACL engines, and which of them is to judge a graph; each loads its library when it has something to judge."""

from collections.abc import Collection, Iterator
from importlib.util import find_spec
from typing import Final

from kg.errors import UsageError
from kg.model import Finding
from kg.validate.engine import Engine, Spoken, text_of
from kg.validate.shapes import known

LARGE: Final = 1_000  # triples: some fifty films, for which pySHACL takes half a second


class PySHACL:
    """The reference: pySHACL, which passes nearly all of the W3C's tests and takes some 7 ms a film.

    A profile, the name of a file in shapes/profiles/, takes the place of the shapes for every graph.
    """

    name: Final = "pyshacl"

    def __init__(self, profile: str = "") -> None:
        self._profile = known(profile)

    def check(self, triples: Collection[Spoken], focus: Collection[str]) -> Iterator[Finding]:
        """Findings on the nodes in `focus`."""
        from kg.validate.pyshacl_engine import check

        return check(self._profile, text_of(triples), focus)


class Shacl:
    """The Rust library `shacl` (extra `kg[shacl]`): some forty times as fast, and held to the reference by the tests.

    The few groups that it would judge otherwise go to the reference: those with blank nodes or unusual numbers.
    """

    name: Final = "shacl"

    def __init__(self, profile: str = "") -> None:
        self._profile = known(profile)

    def check(self, triples: Collection[Spoken], focus: Collection[str]) -> Iterator[Finding]:
        """Findings on the nodes in `focus`; a ConfigurationError where the library is not installed."""
        from kg.validate.shacl_engine import check, is_odd

        text = text_of(triples)
        return PySHACL(self._profile).check(triples, focus) if is_odd(text) else check(self._profile, text, focus)


ENGINES: Final[tuple[Engine, ...]] = (PySHACL(), Shacl())  # the first is the reference


def engine(name: str) -> Engine:
    """The engine of this name; UsageError with a suggestion when there is none."""
    for known_engine in ENGINES:
        if known_engine.name == name:
            return known_engine
    raise UsageError.unknown("engine", name, (e.name for e in ENGINES))


def fitting(size: int) -> Engine:
    """The engine for a graph of `size` triples: the reference, or for a large graph the fast one where installed."""
    return ENGINES[size > LARGE and find_spec("shacl") is not None]
