"""Triples in; those out that a store can hold side by side which keeps of a literal no more than its value.

To Virtuoso 7, the year 1958, January 1958 and the first of January 1958 are one moment, and 8, 8.0 and 8e0 one number.
"""

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Final

import pyoxigraph as ox

_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
NUMBERS: Final = frozenset(f"{_XSD}{name}" for name in ("integer", "decimal", "double", "float"))
BOOLEAN: Final = f"{_XSD}boolean"
BOOLEANS: Final = {"1": "true", "0": "false"}
_MOMENTS: Final = {f"{_XSD}gYear": "-01-01", f"{_XSD}gYearMonth": "-01", f"{_XSD}date": "", f"{_XSD}dateTime": ""}
_MIDNIGHT: Final = "T00:00:00"


def distinct(triples: Iterable[ox.Triple]) -> list[ox.Triple]:
    """The triples but for those whose object equals another's in value; the one that is written out longest stays."""
    longest: dict[tuple[object, ...], ox.Triple] = {}
    for triple in triples:
        key = (triple.subject, triple.predicate, _value(triple.object))
        if key not in longest or _length(longest[key]) < _length(triple):
            longest[key] = triple
    return list(longest.values())


def number(text: str) -> str:
    """One spelling of a number, whatever zeros, signs and exponents it is written with; the text where it is none."""
    try:
        return str(Decimal(text).normalize())
    except InvalidOperation:
        return text


def _length(triple: ox.Triple) -> int:
    return len(getattr(triple.object, "value", ""))


def _value(object: object) -> object:
    if not isinstance(object, ox.Literal):
        return object
    kind, text = object.datatype.value, object.value
    if kind in NUMBERS:
        return "number", number(text)
    if kind == BOOLEAN:
        return "boolean", BOOLEANS.get(text, text)
    if kind in _MOMENTS:
        return "moment", (text + _MOMENTS[kind]).removesuffix("Z").removesuffix(_MIDNIGHT)
    return object
