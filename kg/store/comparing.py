"""Triples in; a number and a hash out that are the same for every order and for every spelling of a value.

Stores rewrite literals as they like: `01` becomes `1`, `1.50` becomes `1.5`, `en-GB` becomes `en-gb`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

import pyoxigraph as ox

from kg.store.values import BOOLEAN, BOOLEANS, NUMBERS, number


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """The hashes of all triples; two graphs with the same ones say the same."""

    hashes: frozenset[bytes]

    @property
    def count(self) -> int:
        """Number of triples."""
        return len(self.hashes)

    def within(self, other: "Fingerprint") -> bool:
        """Whether the other graph says all that this one does."""
        return self.hashes <= other.hashes


def fingerprint(triples: Iterable[ox.Triple]) -> Fingerprint:
    """The fingerprint of a graph."""
    return Fingerprint(frozenset(sha256(_normal(t).encode()).digest() for t in triples))


def _normal(triple: ox.Triple) -> str:
    object = triple.object
    said = _literal(object) if isinstance(object, ox.Literal) else str(object)
    return f"{triple.subject} {triple.predicate} {said}"


def _literal(literal: ox.Literal) -> str:
    """One spelling of each value: numbers without needless digits, booleans as words, languages in small letters."""
    kind, value = literal.datatype.value, literal.value
    if kind in NUMBERS:
        value = number(value)
    elif kind == BOOLEAN:
        value = BOOLEANS.get(value, value)
    return f"{value!r} {kind} {(literal.language or '').lower()}"
